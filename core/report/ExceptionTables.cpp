#include "core/base/JsonNumber.h"
#include "core/behaviour/KeptOfData.h"
#include "core/report/CsvWriter.h"
#include "core/report/ExceptionScan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <map>

namespace foretrail {

namespace {

struct ExceptionTablesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ExceptionScan)
};

KeptKind checksOf(const SeriesQuery &question)
{
    return {QStringLiteral("exceptions.%1.%2.%3").arg(groupName(question), measureName(question.measure), stepName(question.step)), 3,
            ExceptionTablesText::tr("These series have not been checked since the data changed.")};
}

bool isOfEverything(const SeriesQuery &question) { return !question.users && question.segment.isEverybody() && !question.user && question.keys.isEmpty() && question.top == 0; }

double numberFrom(const QJsonValue &value) { return value.isDouble() ? value.toDouble() : missing; }

QJsonArray shortJson(const SeriesException &exception)
{
    return {exceptionName(exception.kind), jsonNumber(exception.value), jsonNumber(exception.limit), jsonNumber(exception.low), jsonNumber(exception.high), exception.steps, exception.weight};
}

/// As short as it can be: there may be a hundred thousand of them.
QJsonArray shortJson(const SeriesCheck &check)
{
    QJsonArray exceptions;
    for (const SeriesException &exception : check.exceptions)
        exceptions.append(shortJson(exception));
    return {check.key, jsonNumber(check.mae), jsonNumber(check.wape), jsonNumber(check.bias), jsonNumber(check.skill), exceptions, check.problem};
}

SeriesCheck checkFrom(const QJsonArray &json)
{
    SeriesCheck check{json[0].toString(), {}, numberFrom(json[1]), numberFrom(json[2]), numberFrom(json[3]), numberFrom(json[4]), {}, json[6].toString()};
    const QJsonArray exceptions = json[5].toArray();
    for (const QJsonValue &value : exceptions) {
        const QJsonArray one = value.toArray();
        bool isKnown = false;
        const ExceptionKind kind = exceptionFromName(one[0].toString(), &isKnown);
        if (isKnown)
            check.exceptions.append({kind, numberFrom(one[1]), numberFrom(one[2]), numberFrom(one[3]), numberFrom(one[4]), one[5].toInteger(), one[6].toDouble()});
    }
    return check;
}

QStringList namesOf(const SeriesCheck &check)
{
    QStringList names;
    for (const SeriesException &exception : check.exceptions)
        names << exceptionName(exception.kind);
    return names;
}

/// How many series have it, by kind.
std::map<ExceptionKind, int> countsOf(const SeriesChecks &checks)
{
    std::map<ExceptionKind, int> counts;
    for (const SeriesCheck &check : checks.checks)
        for (const SeriesException &exception : check.exceptions)
            ++counts[exception.kind];
    return counts;
}

QList<const SeriesCheck *> exceptionsFirst(const SeriesChecks &checks)
{
    QList<const SeriesCheck *> ordered;
    for (const SeriesCheck &check : checks.checks)
        ordered.append(&check);
    std::stable_sort(ordered.begin(), ordered.end(), [](const SeriesCheck *a, const SeriesCheck *b) {
        return a->isException() != b->isException() ? a->isException() : a->weight() > b->weight();
    });
    return ordered;
}

QJsonObject wholeJson(const SeriesCheck &check, const QString &unit)
{
    QJsonArray exceptions;
    for (const SeriesException &one : check.exceptions)
        exceptions.append(QJsonObject{{QStringLiteral("kind"), exceptionName(one.kind)}, {QStringLiteral("sentence"), exceptionSentence(one, unit)},
                                      {QStringLiteral("value"), jsonNumber(one.value)}, {QStringLiteral("limit"), jsonNumber(one.limit)},
                                      {QStringLiteral("low"), jsonNumber(one.low)}, {QStringLiteral("high"), jsonNumber(one.high)}, {QStringLiteral("steps"), one.steps},
                                      {QStringLiteral("weight"), one.weight}});
    return {{QStringLiteral("series"), check.key}, {QStringLiteral("name"), check.name}, {QStringLiteral("MAE"), jsonNumber(check.mae)},
            {QStringLiteral("WAPE"), jsonNumber(check.wape)}, {QStringLiteral("bias"), jsonNumber(check.bias)}, {QStringLiteral("skill"), jsonNumber(check.skill)},
            {QStringLiteral("exceptions"), exceptions}, {QStringLiteral("problem"), check.problem}};
}

QJsonObject thresholdsJson()
{
    const ExceptionLimits limits;
    return {{QStringLiteral("short"), QJsonObject{{QStringLiteral("seasons"), limits.seasons}, {QStringLiteral("longest_season"), limits.longestSeason}, {QStringLiteral("observations"), limits.fewest}}},
            {QStringLiteral("far"), QJsonObject{{QStringLiteral("share_of_span"), limits.farShare}, {QStringLiteral("share_of_size"), limits.farLeast}, {QStringLiteral("stretches"), limits.farStretches}}},
            {QStringLiteral("error"), QJsonObject{{QStringLiteral("ratio"), limits.largeRatio}}},
            {QStringLiteral("bias"), QJsonObject{{QStringLiteral("signal"), limits.biasSignal}, {QStringLiteral("share"), limits.biasShare},
                                                 {QStringLiteral("large_signal"), limits.biasLargeSignal}, {QStringLiteral("large_share"), limits.biasLarge},
                                                 {QStringLiteral("steps"), limits.biasFewest}, {QStringLiteral("change"), limits.biasChange}}},
            {QStringLiteral("drift"), QJsonObject{{QStringLiteral("delta"), limits.driftDelta}, {QStringLiteral("lambda"), limits.driftLambda},
                                                  {QStringLiteral("errors"), limits.driftFewest}, {QStringLiteral("recent_share"), limits.driftRecent}}},
            {QStringLiteral("unstable"), QJsonObject{{QStringLiteral("share"), limits.revisionShare}, {QStringLiteral("ratio"), limits.revisionRatio}}},
            {QStringLiteral("silent"), QJsonObject{{QStringLiteral("steps"), limits.silentFewest}, {QStringLiteral("chance"), limits.silentChance},
                                                   {QStringLiteral("recent_share"), limits.silentRecent}}},
            {QStringLiteral("behind"), QJsonObject{{QStringLiteral("share"), limits.behindMargin}, {QStringLiteral("signal"), limits.behindSignal}}}};
}

} // namespace

Result<SeriesChecks> keptChecks(Workspace &workspace, const SeriesQuery &question)
{
    const KeptKind kind = checksOf(question);
    if (!isOfEverything(question))
        return fail(ErrorCode::NotFound, kind.noneYet);
    const Result<QJsonObject> json = keptOfData(workspace, kind);
    if (!json)
        return fail(json.error());
    SeriesChecks checks{(*json)[QStringLiteral("model")].toString(), (*json)[QStringLiteral("horizon")].toInt(), (*json)[QStringLiteral("unit")].toString(), {},
                        (*json)[QStringLiteral("seconds")].toDouble(), 1};
    const QJsonArray series = (*json)[QStringLiteral("series")].toArray();
    for (const QJsonValue &one : series)
        checks.checks.append(checkFrom(one.toArray()));
    return checks;
}

void keepChecks(Workspace &workspace, const SeriesQuery &question, const QString &fingerprint, const SeriesChecks &checks)
{
    if (!isOfEverything(question))
        return;
    QJsonArray series;
    for (const SeriesCheck &check : checks.checks)
        series.append(shortJson(check));
    keepOfData(workspace, checksOf(question), fingerprint,
               {{QStringLiteral("model"), checks.model}, {QStringLiteral("horizon"), checks.horizon}, {QStringLiteral("unit"), checks.unit},
                {QStringLiteral("seconds"), checks.seconds}, {QStringLiteral("series"), series}});
}

QString checksInShort(const SeriesChecks &checks)
{
    const QLocale locale;
    const qsizetype exceptions = checks.exceptionCount();
    return exceptions == 0 ? ExceptionTablesText::tr("No exception among %1 series.").arg(locale.toString(checks.checks.size()))
                           : ExceptionTablesText::tr("%1 of %2 series are exceptions.").arg(locale.toString(exceptions), locale.toString(checks.checks.size()));
}

QString checksSentence(const SeriesChecks &checks)
{
    const QLocale locale;
    const qsizetype exceptions = checks.exceptionCount();
    if (exceptions == 0)
        return checksInShort(checks);
    QStringList parts;
    for (const auto &[kind, count] : countsOf(checks))
        parts << QStringLiteral("%1 %2").arg(locale.toString(count), exceptionWord(kind));
    return ExceptionTablesText::tr("%1 of %2 series are exceptions: %3.")
        .arg(locale.toString(exceptions), locale.toString(checks.checks.size()), parts.join(ExceptionTablesText::tr(", ", "between parts of a list")));
}

QString rulesOf(const QList<SeriesException> &exceptions)
{
    QStringList rules;
    for (const ExceptionKind kind : exceptionKinds)
        if (std::any_of(exceptions.begin(), exceptions.end(), [kind](const SeriesException &one) { return one.kind == kind; }))
            rules << exceptionRule(kind);
    return rules.join(QLatin1Char('\n'));
}

QString rulesOf(const SeriesChecks &checks)
{
    QList<SeriesException> all;
    for (const SeriesCheck &check : checks.checks)
        all += check.exceptions;
    return rulesOf(all);
}

QString reasonsOf(const SeriesCheck &check, const QString &unit)
{
    QStringList sentences;
    for (const SeriesException &exception : check.exceptions)
        sentences << exceptionSentence(exception, unit);
    if (!check.problem.isEmpty())
        sentences << check.problem;
    return sentences.join(QLatin1Char(' '));
}

QList<QStringList> checksTable(const SeriesChecks &checks)
{
    QList<QStringList> table{{QStringLiteral("series"), QStringLiteral("name"), QStringLiteral("MAE"), QStringLiteral("WAPE"), QStringLiteral("bias"), QStringLiteral("skill"),
                              QStringLiteral("exceptions"), QStringLiteral("reason")}};
    for (const SeriesCheck *check : exceptionsFirst(checks))
        table.append({check->key, check->name, CsvWriter::number(check->mae), CsvWriter::number(check->wape), CsvWriter::number(check->bias), CsvWriter::number(check->skill),
                      namesOf(*check).join(QLatin1Char('+')), reasonsOf(*check, checks.unit)});
    return table;
}

QJsonObject checksJson(const SeriesChecks &checks)
{
    QJsonArray series;
    for (const SeriesCheck *check : exceptionsFirst(checks))
        series.append(wholeJson(*check, checks.unit));
    QJsonObject kinds;
    for (const auto &[kind, count] : countsOf(checks))
        kinds.insert(exceptionName(kind), count);
    return {{QStringLiteral("model"), checks.model}, {QStringLiteral("horizon"), checks.horizon}, {QStringLiteral("series"), checks.checks.size()},
            {QStringLiteral("exceptions"), checks.exceptionCount()}, {QStringLiteral("kinds"), kinds}, {QStringLiteral("checks"), series},
            {QStringLiteral("thresholds"), thresholdsJson()}, {QStringLiteral("sentence"), checksSentence(checks)}, {QStringLiteral("seconds"), checks.seconds},
            {QStringLiteral("threads"), checks.threads}};
}

} // namespace foretrail
