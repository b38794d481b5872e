#include "core/report/DriftScan.h"

#include "core/base/JsonNumber.h"
#include "core/base/NumberText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace foretrail {

namespace {

struct DriftWordsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DriftScan)
};

QString timeText(WallMs time, const DriftScan &scan) { return scan.axis.hasCalendar() ? formatTime(time, scan.axis.step) : QString::number(time + 1); }

/// What drivers are called where that is not their key.
using DriverNames = QHash<QString, QString>;

QString sharesText(const QList<DriftDriver> &drivers, const DriverNames &names)
{
    QStringList texts;
    for (const DriftDriver &one : drivers) {
        const QString share = std::isfinite(one.share) ? DriftWordsText::tr("%1 %").arg(QLocale().toString(100 * one.share, 'f', 0)) : plainNumber(one.change);
        texts << QStringLiteral("%1 (%2)").arg(names.value(one.key, one.key), share);
    }
    return texts.join(QStringLiteral(", "));
}

QJsonArray driversJson(const QList<DriftDriver> &drivers, const DriverNames &names)
{
    QJsonArray array;
    for (const DriftDriver &one : drivers)
        array.append(QJsonObject{{QStringLiteral("key"), one.key}, {QStringLiteral("name"), names.value(one.key, one.key)},
                                 {QStringLiteral("before"), one.before}, {QStringLiteral("after"), one.after}, {QStringLiteral("change"), one.change},
                                 {QStringLiteral("share"), jsonNumber(one.share)}});
    return array;
}

void insertDrivers(QJsonObject &json, const DriftDrivers &found, const DriverNames &names)
{
    json.insert(QStringLiteral("drivers"), driversJson(found.drivers, names));
    json.insert(QStringLiteral("counter"), driversJson(found.counter, names));
    json.insert(QStringLiteral("remainder"), QJsonObject{{QStringLiteral("keys"), found.remaining}, {QStringLiteral("change"), found.remainder},
                                                         {QStringLiteral("share"), jsonNumber(found.remainderShare)}});
}

QJsonObject eventJson(const DriftEvent &event, const DriftScan &scan)
{
    const DriftAlert &alert = event.alert;
    QJsonObject json{{QStringLiteral("date"), timeText(event.changedAt, scan)}, {QStringLiteral("found"), timeText(event.foundAt, scan)},
                     {QStringLiteral("detector"), alert.detector}, {QStringLiteral("before"), jsonNumber(alert.before)}, {QStringLiteral("after"), jsonNumber(alert.after)},
                     {QStringLiteral("score"), alert.score}, {QStringLiteral("sentence"), alert.sentence()}};
    const DriftDrivers &found = event.drivers.isEmpty() ? event.users : event.drivers;
    if (found.isEmpty())
        return json;
    if (!event.drivers.isEmpty())
        insertDrivers(json, event.drivers, scan.itemNames);
    if (!event.users.isEmpty()) {
        QJsonObject users;
        insertDrivers(users, event.users, {});
        json.insert(QStringLiteral("users"), users);
    }
    json.insert(QStringLiteral("values"), QJsonObject{{QStringLiteral("before"), found.before}, {QStringLiteral("after"), found.after},
                                                      {QStringLiteral("steps_before"), event.beforeSteps}, {QStringLiteral("steps_after"), event.afterSteps}});
    return json;
}

} // namespace

QString driftSentence(const DriftScan &scan)
{
    return DriftWordsText::tr("%1, %2: %n changes in %3 one-step errors from %4 on.", nullptr, int(scan.events.size()))
        .arg(scan.name.isEmpty() ? scan.key : scan.name, scan.model, QLocale().toString(scan.judged), timeText(scan.from, scan))
        + QLatin1Char(' ')
        + DriftWordsText::tr("Bands of %1 % held %2 % of them where they stay as they are, %3 % where they adapt.")
              .arg(QLocale().toString(scan.promised, 'f', 0), QLocale().toString(scan.staticCoverage, 'f', 1), QLocale().toString(scan.adaptiveCoverage, 'f', 1));
}

QString driftEventSentence(const DriftEvent &event, const DriftScan &scan)
{
    QString text = DriftWordsText::tr("%1 (found %2, %3): %4").arg(timeText(event.changedAt, scan), timeText(event.foundAt, scan), event.alert.detector, event.alert.sentence());
    const DriftDrivers &found = event.drivers.isEmpty() ? event.users : event.drivers;
    if (found.drivers.isEmpty())
        return text;
    text += QLatin1Char(' ') + DriftWordsText::tr("The mean of %1 steps before is %2, of %3 steps since %4.")
                                   .arg(QLocale().toString(event.beforeSteps), plainNumber(found.before), QLocale().toString(event.afterSteps), plainNumber(found.after));
    if (!event.drivers.drivers.isEmpty())
        text += QLatin1Char(' ') + DriftWordsText::tr("Of that change: %1.").arg(sharesText(event.drivers.drivers, scan.itemNames));
    if (!event.drivers.counter.isEmpty())
        text += QLatin1Char(' ') + DriftWordsText::tr("Against it: %1.").arg(sharesText(event.drivers.counter, scan.itemNames));
    if (!event.users.drivers.isEmpty())
        text += QLatin1Char(' ') + DriftWordsText::tr("Users behind it: %1.").arg(sharesText(event.users.drivers, {}));
    if (!event.users.counter.isEmpty())
        text += QLatin1Char(' ') + DriftWordsText::tr("Users against it: %1.").arg(sharesText(event.users.counter, {}));
    return text;
}

QJsonObject driftJson(const DriftScan &scan)
{
    QJsonArray alerts;
    for (const DriftEvent &event : scan.events)
        alerts.append(eventJson(event, scan));
    QJsonObject json{{QStringLiteral("series"), scan.key}, {QStringLiteral("name"), scan.name}, {QStringLiteral("unit"), scan.unit}, {QStringLiteral("model"), scan.model},
            {QStringLiteral("from"), timeText(scan.from, scan)}, {QStringLiteral("steps"), scan.judged}, {QStringLiteral("score"), scan.score},
            {QStringLiteral("alerts"), alerts},
            {QStringLiteral("coverage"), QJsonObject{{QStringLiteral("level"), scan.promised}, {QStringLiteral("static"), jsonNumber(scan.staticCoverage)},
                                                     {QStringLiteral("adaptive"), jsonNumber(scan.adaptiveCoverage)}}}};
    if (!scan.hasInputs)
        return json;
    QJsonArray inputs;
    for (const InputChange &change : scan.inputs)
        inputs.append(change.toJson());
    json.insert(QStringLiteral("inputs"), inputs);
    return json;
}

} // namespace foretrail
