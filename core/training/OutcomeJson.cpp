#include "core/training/OutcomeJson.h"

#include "core/base/JsonNumber.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace foretrail {

namespace {

struct OutcomeJsonText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::OutcomeJson)
};

QJsonArray toArray(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(jsonNumber(value));
    return array;
}

std::vector<double> fromArray(const QJsonValue &json)
{
    std::vector<double> values;
    const QJsonArray array = json.toArray();
    values.reserve(size_t(array.size()));
    for (const QJsonValue &value : array)
        values.push_back(value.toDouble(missing));
    return values;
}

} // namespace

QJsonObject forecastToJson(const Forecast &forecast)
{
    QJsonArray bands;
    for (const Band &band : forecast.bands)
        bands.append(QJsonObject{{QStringLiteral("level"), band.level}, {QStringLiteral("low"), toArray(band.low)},
                                 {QStringLiteral("high"), toArray(band.high)}});
    return {{QStringLiteral("mean"), toArray(forecast.mean)}, {QStringLiteral("bands"), bands}};
}

Forecast forecastFromJson(const QJsonValue &json)
{
    Forecast forecast;
    forecast.mean = fromArray(json[QStringLiteral("mean")]);
    const QJsonArray bands = json[QStringLiteral("bands")].toArray();
    for (const QJsonValue &band : bands)
        forecast.bands.push_back({band[QStringLiteral("level")].toDouble(), fromArray(band[QStringLiteral("low")]),
                                  fromArray(band[QStringLiteral("high")])});
    return forecast;
}

QJsonValue earlierToJson(const std::optional<LossComparison> &comparison)
{
    if (!comparison)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("difference"), jsonNumber(comparison->difference)}, {QStringLiteral("p"), jsonNumber(comparison->pValue)},
                       {QStringLiteral("series"), comparison->series}, {QStringLiteral("folds"), comparison->folds}};
}

std::optional<LossComparison> earlierFrom(const QJsonValue &json)
{
    if (!json.isObject())
        return {};
    LossComparison comparison;
    comparison.difference = json[QStringLiteral("difference")].toDouble(missing);
    comparison.pValue = json[QStringLiteral("p")].toDouble(missing);
    comparison.series = json[QStringLiteral("series")].toInt();
    comparison.folds = json[QStringLiteral("folds")].toInt();
    return comparison;
}

QJsonObject ForecastOutcome::toJson() const
{
    return {{QStringLiteral("boundary"), boundary},
            {QStringLiteral("trainLength"), trainLength},
            {QStringLiteral("validationLength"), validationLength},
            {QStringLiteral("test"), forecastToJson(test)},
            {QStringLiteral("fitted"), toArray(fitted)},
            {QStringLiteral("future"), forecastToJson(future)},
            {QStringLiteral("futureFrom"), history.timeAt(history.size())},
            {QStringLiteral("metrics"), metrics.toJson()},
            {QStringLiteral("baseline"), baseline},
            {QStringLiteral("baselineMetrics"), baselineMetrics.toJson()},
            {QStringLiteral("earlier"), earlierToJson(earlier)},
            {QStringLiteral("sentence"), sentence},
            {QStringLiteral("explanation"), explanation},
            {QStringLiteral("stages"), foretrail::toJson(stages)},
            {QStringLiteral("fingerprint"), fingerprint},
            {QStringLiteral("season"), season},
            {QStringLiteral("seconds"), seconds}};
}

Result<ForecastOutcome> outcomeFromJson(const QJsonObject &json)
{
    for (const char *key : {"trainLength", "test", "fitted", "metrics", "baseline", "season"}) {
        if (!json.contains(QLatin1String(key)))
            return fail(ErrorCode::Format, OutcomeJsonText::tr("The stored run is incomplete: %1 is missing. Train it again.")
                                               .arg(QLatin1String(key)));
    }
    ForecastOutcome outcome;
    outcome.boundary = json[QStringLiteral("boundary")].toInteger();
    outcome.trainLength = json[QStringLiteral("trainLength")].toInteger();
    outcome.validationLength = json[QStringLiteral("validationLength")].toInteger();
    outcome.test = forecastFromJson(json[QStringLiteral("test")]);
    outcome.fitted = fromArray(json[QStringLiteral("fitted")]);
    outcome.future = forecastFromJson(json[QStringLiteral("future")]);
    outcome.metrics = Metrics::fromJson(json[QStringLiteral("metrics")].toObject());
    outcome.baseline = json[QStringLiteral("baseline")].toString();
    outcome.baselineMetrics = Metrics::fromJson(json[QStringLiteral("baselineMetrics")].toObject());
    outcome.earlier = earlierFrom(json[QStringLiteral("earlier")]);
    outcome.sentence = json[QStringLiteral("sentence")].toString();
    outcome.explanation = json[QStringLiteral("explanation")].toString();
    outcome.stages = stageReportsFrom(json[QStringLiteral("stages")].toArray());
    outcome.fingerprint = json[QStringLiteral("fingerprint")].toString();
    outcome.season = json[QStringLiteral("season")].toInt(1);
    outcome.seconds = json[QStringLiteral("seconds")].toDouble();
    return outcome;
}

} // namespace foretrail
