#include "core/training/TrainingSpec.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/models/CombinationMembers.h"
#include "core/series/Holidays.h"
#include "core/training/CleaningSteps.h"
#include "core/training/SpecReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace foretrail {

namespace {

struct TrainingSpecText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::TrainingSpec)
};

QJsonArray toArray(const QList<double> &numbers)
{
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

Result<Split> splitFrom(const QJsonObject &json, const QString &path)
{
    Split split;
    SpecReader reader(json, path);
    reader.integer("test", split.test, 0, 1'000'000);
    reader.integer("validation", split.validation, -1, 1'000'000);
    return reader.outcome().map([&] { return split; });
}

QJsonValue toJsonValue(const std::optional<double> &limit) { return limit ? QJsonValue(*limit) : QJsonValue(QJsonValue::Null); }

Result<ForecastLimits> limitsFrom(const QJsonObject &json, const QString &path)
{
    ForecastLimits limits;
    SpecReader reader(json, path);
    reader.optionalNumber("floor", limits.floor);
    reader.optionalNumber("cap", limits.cap);
    reader.boolean("whole", limits.isWhole);
    if (limits.floor && limits.cap && *limits.floor > *limits.cap)
        reader.refuse("floor", TrainingSpecText::tr("%1 is above the cap of %2.").arg(*limits.floor).arg(*limits.cap));
    if (limits.least() > limits.most())
        reader.refuse("whole", TrainingSpecText::tr("No whole number lies from %1 to %2.").arg(*limits.floor).arg(*limits.cap));
    return reader.outcome().map([&] { return limits; });
}

void readSmoothing(SpecReader &reader, const char *key, double &smoothing)
{
    reader.number(key, smoothing, -1, 1);
    if (smoothing < 0 && smoothing != -1)
        reader.refuse(key, TrainingSpecText::tr("%1 is neither a number from 0 to 1 nor -1, which has it chosen.").arg(smoothing));
}

void readMembers(SpecReader &reader, QStringList &members)
{
    reader.texts("members", members);
    const QStringList possible = possibleMembers();
    for (const QString &name : std::as_const(members))
        if (!possible.contains(name))
            return reader.refuse("members", TrainingSpecText::tr("%1 cannot be part of a combination. There are: %2.").arg(name, possible.join(QStringLiteral(", "))));
}

Result<QString> holidayRegionFromName(const QString &name)
{
    if (holidayRegions().contains(name))
        return name;
    return fail(ErrorCode::InvalidInput, TrainingSpecText::tr("There are no holidays of %1. There are: %2.").arg(name, holidayRegions().join(QStringLiteral(", "))));
}

Result<GlobalSettings> globalFrom(const QJsonObject &json, const QString &path)
{
    GlobalSettings global;
    SpecReader reader(json, path);
    reader.integer("lookback", global.lookback, 0, 10'000);
    reader.integer("segment", global.segment, 0, 1000);
    reader.integer("layers", global.layers, 1, 8);
    reader.integer("units", global.units, 1, 2048);
    reader.number("dropout", global.dropout, 0, 0.9);
    reader.number("recurrentDropout", global.recurrentDropout, 0, 0.9);
    reader.boolean("linear", global.linear);
    reader.integer("embedding", global.embedding, 0, 64);
    reader.texts("attributes", global.attributes);
    reader.named("holidays", global.holidays, &holidayRegionFromName);
    reader.named("loss", global.loss, &globalLossFromName);
    reader.named("optimiser", global.optimiser, &optimiserFromName);
    reader.named("schedule", global.schedule, &scheduleFromName);
    reader.number("learningRate", global.learningRate, 1e-7, 10);
    reader.number("weightDecay", global.weightDecay, 0, 1);
    reader.integer("batch", global.batch, 1, 100'000);
    reader.integer("epochs", global.epochs, 1, 100'000);
    reader.integer("windows", global.windows, 1, 100'000'000);
    reader.integer("patience", global.patience, 0, 100'000);
    reader.integer("members", global.members, 1, 25);
    return reader.outcome().map([&] { return global; });
}

void readModel(SpecReader &reader, ModelSpec &model)
{
    reader.text("model", model.model);
    reader.integer("season", model.season, 0, 100'000);
    reader.integer("arOrder", model.arOrder, -1, 1000);
    reader.integer("maxArOrder", model.maxArOrder, 0, 1000);
    reader.named("arEstimator", model.arEstimator, &arEstimatorFromName);
    reader.named("arCriterion", model.arCriterion, &arCriterionFromName);
    reader.integer("fourierPairs", model.fourierPairs, -1, 200);
    reader.named("centre", model.centre, &windowCentreFromName);
    reader.number("penalty", model.penalty, 0, 1e6);
    reader.integer("pooledWindows", model.pooledWindows, 1, 1'000'000);
    reader.integer("pooledLookback", model.pooledLookback, 0, 10'000);
    reader.named("seasonForm", model.seasonForm, &seasonFormFromName);
    readMembers(reader, model.members);
    reader.named("weighing", model.weighing, &weighingFromName);
    reader.named("intervals", model.intervals, &intervalKindFromName);
    reader.integer("lookback", model.lookback, 1, 10'000);
    reader.integer("layers", model.layers, 1, 8);
    reader.integer("units", model.units, 1, 2048);
    reader.number("dropout", model.dropout, 0, 0.9);
    reader.number("recurrentDropout", model.recurrentDropout, 0, 0.9);
    reader.number("learningRate", model.learningRate, 1e-7, 10);
    reader.integer("batch", model.batch, 1, 100'000);
    reader.integer("epochs", model.epochs, 1, 100'000);
    reader.integer("patience", model.patience, 0, 100'000);
    reader.named("loss", model.loss, &pointLossFromName);
    reader.named("optimiser", model.optimiser, &optimiserFromName);
    reader.named("schedule", model.schedule, &scheduleFromName);
    reader.number("weightDecay", model.weightDecay, 0, 1);
    reader.number("clipNorm", model.clipNorm, 0, 1e6);
    reader.named("engine", model.engine, &engineFromName);
    reader.object("global", [&](const QJsonObject &object, const QString &path) {
        return globalFrom(object, path).map([&](const GlobalSettings &global) { model.global = global; });
    });
    reader.named("normalisation", model.normalisation, &normalisationFromName);
    reader.boolean("direct", model.direct);
    reader.boolean("seasonInputs", model.seasonInputs);
    reader.seed("seed", model.seed);
    reader.integer("threads", model.threads, 1, 256);
    readSmoothing(reader, "smoothing", model.smoothing);
    readSmoothing(reader, "probabilitySmoothing", model.probabilitySmoothing);
}

/// One series by its key, several by a list of them.
void readQuery(SpecReader &reader, const QJsonObject &json, SeriesQuery &query)
{
    reader.named("measure", query.measure, &measureFromName);
    reader.named("step", query.step, &stepFromName);
    QString by;
    reader.text("by", by);
    if (!by.isEmpty()) {
        if (const Result<void> set = setGroup(query, by); !set)
            reader.refuse("by", set.error().message);
    }
    if (json.value(QStringLiteral("series")).isArray()) {
        reader.texts("series", query.keys);
    } else {
        QString key;
        reader.text("series", key);
        if (!key.isEmpty())
            query.keys = {key};
    }
    reader.value("segment", [&query](const QJsonValue &value) {
        return segmentFromJson(value).map([&query](const SegmentChoice &segment) { query.segment = segment; });
    });
}

void readRecipe(SpecReader &reader, const QJsonObject &json, Recipe &recipe)
{
    if (json.contains(QStringLiteral("recipe")) && json.contains(QStringLiteral("cleaning")))
        reader.refuse("cleaning", TrainingSpecText::tr("The recipe says what is cleaned. Remove one of the two."));
    reader.object("cleaning", [&](const QJsonObject &object, const QString &path) {
        return stepsFromCleaning(object, path).map([&](const Recipe &read) { recipe = read; });
    });
    reader.object("recipe", [&](const QJsonObject &object, const QString &) -> Result<void> {
        const Result<Recipe> read = Recipe::fromJson(object);
        if (read)
            recipe = *read;
        else
            reader.refuse("recipe", read.error().message);
        return {};
    });
}

} // namespace

qint64 Split::validationLength(qint64 trainLength, int horizon) const
{
    const qint64 asked = validation >= 0 ? validation : std::max<qint64>(trainLength / 10, horizon);
    return std::min(asked, trainLength / 3);
}

QJsonObject TrainingSpec::toJson() const
{
    QJsonObject json = model.toJson();
    json.insert(QStringLiteral("measure"), measureName(query.measure));
    json.insert(QStringLiteral("by"), groupName(query));
    json.insert(QStringLiteral("step"), stepName(query.step));
    if (query.keys.size() > 1)
        json.insert(QStringLiteral("series"), QJsonArray::fromStringList(query.keys));
    else if (!query.keys.isEmpty())
        json.insert(QStringLiteral("series"), query.keys.front());
    if (!query.segment.isEverybody())
        json.insert(QStringLiteral("segment"), segmentToJson(query.segment));
    json.insert(QStringLiteral("recipe"), recipe.toJson());
    json.insert(QStringLiteral("split"), QJsonObject{{QStringLiteral("test"), split.test},
                                                     {QStringLiteral("validation"), split.validation}});
    json.insert(QStringLiteral("horizon"), horizon);
    json.insert(QStringLiteral("levels"), toArray(levels));
    json.insert(QStringLiteral("limits"), QJsonObject{{QStringLiteral("floor"), toJsonValue(limits.floor)},
                                                      {QStringLiteral("cap"), toJsonValue(limits.cap)},
                                                      {QStringLiteral("whole"), limits.isWhole}});
    return json;
}

Result<TrainingSpec> TrainingSpec::fromJson(const QJsonObject &json)
{
    TrainingSpec spec;
    SpecReader reader(json);
    readQuery(reader, json, spec.query);
    readModel(reader, spec.model);
    readRecipe(reader, json, spec.recipe);
    reader.object("split", [&](const QJsonObject &object, const QString &path) {
        return splitFrom(object, path).map([&](const Split &split) { spec.split = split; });
    });
    reader.integer("horizon", spec.horizon, 1, 100'000);
    reader.numbers("levels", spec.levels, 1, 99.9);
    reader.object("limits", [&](const QJsonObject &object, const QString &path) {
        return limitsFrom(object, path).map([&](const ForecastLimits &limits) { spec.limits = limits; });
    });
    return reader.outcome().map([&] { return spec; });
}

namespace {

Result<QJsonObject> objectIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, TrainingSpecText::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    QJsonParseError problem;
    const QByteArray bytes = file.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isNull() && !document.isObject())
        return fail(ErrorCode::Format, TrainingSpecText::tr("%1 holds a list. The settings of a training are one object, such as {\"model\": \"ar\", \"horizon\": 14}.").arg(path));
    if (!document.isObject()) {
        const auto line = bytes.left(problem.offset).count('\n') + 1;
        return fail(ErrorCode::Format, TrainingSpecText::tr("%1, line %2: not a JSON object (%3).")
                                           .arg(path).arg(line).arg(problem.errorString()));
    }
    return document.object();
}

} // namespace

Result<TrainingSpec> TrainingSpec::fromFile(const QString &path, const TrainingSpec *below)
{
    const Result<QJsonObject> read = objectIn(path);
    if (!read)
        return fail(read.error());
    QJsonObject json = below ? below->toJson() : QJsonObject();
    for (auto setting = read->begin(); setting != read->end(); ++setting)
        json.insert(setting.key(), *setting);
    Result<TrainingSpec> spec = fromJson(json);
    return spec ? spec : fail(spec.error().within(path));
}

Result<void> TrainingSpec::validate() const
{
    // One table of ranges: what fromJson refuses is refused here.
    const Result<TrainingSpec> read = fromJson(toJson());
    return read ? Result<void>() : fail(read.error());
}

TrainingSpec TrainingSpec::articlePreset()
{
    TrainingSpec spec;
    spec.model.model = QStringLiteral("lstm");
    spec.model.lookback = 30;
    spec.model.layers = 3;
    spec.model.units = 64;
    spec.model.dropout = 0.2;
    spec.model.learningRate = 1e-3;
    spec.model.batch = 32;
    spec.model.epochs = 100;
    spec.model.patience = 0;
    spec.model.loss = Loss::Mse;
    spec.model.normalisation = Normalisation::MinMax;
    spec.model.seasonInputs = false;
    return spec;
}

TrainingSpec TrainingSpec::quickPreset()
{
    TrainingSpec spec;
    spec.model.model = QStringLiteral("gru");
    spec.model.lookback = 14;
    spec.model.units = 16;
    spec.model.learningRate = 5e-3;
    spec.model.epochs = 20;
    spec.model.patience = 5;
    return spec;
}

TrainingSpec TrainingSpec::dailyPreset()
{
    TrainingSpec spec;
    spec.model.model = QStringLiteral("gru");
    spec.model.lookback = 28;
    spec.model.units = 32;
    spec.model.dropout = 0.1;
    spec.model.learningRate = 3e-3;
    spec.model.schedule = Schedule::Cosine;
    spec.model.loss = Loss::Huber;
    spec.model.epochs = 60;
    spec.model.patience = 15;
    return spec;
}

TrainingSpec TrainingSpec::globalPreset()
{
    TrainingSpec spec;
    spec.model.model = QStringLiteral("lstm-global");
    return spec;
}

TrainingSpec TrainingSpec::teachingPreset()
{
    TrainingSpec spec;
    spec.model.model = QStringLiteral("lstm");
    spec.model.lookback = 7;
    spec.model.units = 2;
    spec.model.learningRate = 1e-2;
    spec.model.batch = 16;
    spec.model.epochs = 60;
    spec.model.patience = 0;
    spec.model.seasonInputs = false;
    return spec;
}

} // namespace foretrail
