#include "core/data/RunFile.h"

#include "core/base/JsonNumber.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace foretrail {
namespace {

struct RunFileText { Q_DECLARE_TR_FUNCTIONS(foretrail::RunFile) };

constexpr int newestVersion = 1;
constexpr auto runFormat = "foretrail-run";

double orMissing(const QJsonValue &value) { return value.isDouble() ? value.toDouble() : missing; }

Error noRun(const QString &name, const QString &why)
{
    return Error{ErrorCode::Format, RunFileText::tr("%1 is not a run: %2 Export it again.").arg(name, why), {}};
}

RunRecord recordFrom(const QJsonObject &json)
{
    RunRecord run;
    const auto text = [&json](const char *key) { return json[QLatin1String(key)].toString(); };
    run.summary.name = text("name");
    run.summary.model = text("model");
    run.summary.seriesKey = text("series");
    run.summary.seriesName = text("seriesName");
    run.summary.created = QDateTime::fromString(text("created"), Qt::ISODateWithMs).toUTC();
    run.summary.seed = text("seed").toULongLong();
    run.summary.dataFingerprint = text("data");
    run.summary.programVersion = text("program");
    run.summary.seconds = json[QStringLiteral("seconds")].toDouble();
    run.summary.note = text("note");
    run.summary.spec = json[QStringLiteral("spec")].toObject();
    run.summary.metrics = json[QStringLiteral("metrics")].toObject();
    run.epochs = epochsFromJson(json[QStringLiteral("epochs")].toArray());
    run.modelState = json[QStringLiteral("modelState")].toObject();
    run.outcome = json[QStringLiteral("outcome")].toObject();
    run.weights = QByteArray::fromBase64(text("weights").toLatin1());
    return run;
}

} // namespace

QJsonArray epochsToJson(const QList<EpochRecord> &epochs)
{
    QJsonArray list;
    for (const EpochRecord &epoch : epochs)
        list.append(QJsonArray{epoch.epoch, jsonNumber(epoch.trainingLoss), jsonNumber(epoch.validationLoss), epoch.seconds, epoch.isBest,
                               jsonNumber(epoch.learningRate), jsonNumber(epoch.gradientNorm)});
    return list;
}

QList<EpochRecord> epochsFromJson(const QJsonArray &json)
{
    QList<EpochRecord> epochs;
    for (const QJsonValue &value : json) {
        const QJsonArray one = value.toArray();
        epochs.append({one.at(0).toInt(), orMissing(one.at(1)), orMissing(one.at(2)), one.at(3).toDouble(), one.at(4).toBool(),
                       orMissing(one.at(5)), orMissing(one.at(6))});
    }
    return epochs;
}

QByteArray runFile(const RunRecord &run)
{
    const RunSummary &summary = run.summary;
    const QJsonObject json{{QStringLiteral("format"), QLatin1String(runFormat)},
                           {QStringLiteral("version"), newestVersion},
                           {QStringLiteral("name"), summary.name},
                           {QStringLiteral("model"), summary.model},
                           {QStringLiteral("series"), summary.seriesKey},
                           {QStringLiteral("seriesName"), summary.seriesName},
                           {QStringLiteral("created"), summary.created.toUTC().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("seed"), QString::number(summary.seed)},
                           {QStringLiteral("data"), summary.dataFingerprint},
                           {QStringLiteral("program"), summary.programVersion},
                           {QStringLiteral("seconds"), summary.seconds},
                           {QStringLiteral("note"), summary.note},
                           {QStringLiteral("spec"), summary.spec},
                           {QStringLiteral("metrics"), summary.metrics},
                           {QStringLiteral("epochs"), epochsToJson(run.epochs)},
                           {QStringLiteral("modelState"), run.modelState},
                           {QStringLiteral("outcome"), run.outcome},
                           {QStringLiteral("weights"), QString::fromLatin1(run.weights.toBase64())}};
    return QJsonDocument(json).toJson();
}

Result<RunRecord> readRunFile(const QByteArray &bytes, const QString &name)
{
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return fail(noRun(name, RunFileText::tr("byte %1: %2.").arg(problem.offset).arg(problem.errorString())));
    if (json[QStringLiteral("format")].toString() != QLatin1String(runFormat))
        return fail(noRun(name, RunFileText::tr("\"format\" must be \"%1\".").arg(QLatin1String(runFormat))));
    if (json[QStringLiteral("version")].toInt() > newestVersion)
        return fail(ErrorCode::NewerVersion, RunFileText::tr("%1 was written by a newer Foretrail. Update this one to read it.").arg(name));
    for (const char *needed : {"spec", "metrics", "modelState", "outcome"})
        if (!json[QLatin1String(needed)].isObject())
            return fail(noRun(name, RunFileText::tr("\"%1\" is missing.").arg(QLatin1String(needed))));
    for (const char *needed : {"name", "model", "series", "created"})
        if (json[QLatin1String(needed)].toString().isEmpty())
            return fail(noRun(name, RunFileText::tr("\"%1\" is missing.").arg(QLatin1String(needed))));
    const RunRecord run = recordFrom(json);
    bool isSeed = false;
    json[QStringLiteral("seed")].toString().toULongLong(&isSeed);
    if (!isSeed || !run.summary.created.isValid())
        return fail(noRun(name, RunFileText::tr("\"%1\" cannot be read.").arg(isSeed ? QStringLiteral("created") : QStringLiteral("seed"))));
    return run;
}

Result<RunRecord> loadRunFile(const QString &path)
{
    constexpr qint64 longest = qint64(1) << 30;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::Permission : ErrorCode::NotFound, RunFileText::tr("%1 cannot be opened: %2").arg(path, file.errorString()));
    const QString name = QFileInfo(path).fileName();
    if (file.size() > longest)
        return fail(noRun(name, RunFileText::tr("it is too long.")));
    return readRunFile(file.readAll(), name);
}

} // namespace foretrail
