#include "core/evaluation/Metrics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

QJsonValue jsonNumber(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

double ratio(double part, double whole) { return whole > 0 ? part / whole : missing; }

} // namespace

QJsonObject Metrics::toJson() const
{
    return {{QStringLiteral("MAE"), jsonNumber(mae)}, {QStringLiteral("RMSE"), jsonNumber(rmse)},
            {QStringLiteral("WAPE"), jsonNumber(wape)}, {QStringLiteral("sMAPE"), jsonNumber(smape)},
            {QStringLiteral("MASE"), jsonNumber(mase)}, {QStringLiteral("bias"), jsonNumber(bias)},
            {QStringLiteral("coverage80"), jsonNumber(coverage80)},
            {QStringLiteral("coverage95"), jsonNumber(coverage95)}, {QStringLiteral("count"), count}};
}

Metrics Metrics::fromJson(const QJsonObject &json)
{
    const auto number = [&json](const char *key) { return json.value(QLatin1String(key)).toDouble(missing); };
    Metrics metrics;
    metrics.mae = number("MAE");
    metrics.rmse = number("RMSE");
    metrics.wape = number("WAPE");
    metrics.smape = number("sMAPE");
    metrics.mase = number("MASE");
    metrics.bias = number("bias");
    metrics.coverage80 = number("coverage80");
    metrics.coverage95 = number("coverage95");
    metrics.count = json.value(QLatin1String("count")).toInteger();
    return metrics;
}

Metrics pointMetrics(Values actual, Values forecast, Values history, int season)
{
    double absolute = 0, squared = 0, signedSum = 0, size = 0, symmetric = 0;
    Metrics metrics;
    for (size_t i = 0; i < std::min(actual.size(), forecast.size()); ++i) {
        if (std::isnan(actual[i]) || std::isnan(forecast[i]))
            continue;
        const double error = actual[i] - forecast[i];
        const double sum = std::abs(actual[i]) + std::abs(forecast[i]);
        absolute += std::abs(error);
        squared += error * error;
        signedSum += error;
        size += std::abs(actual[i]);
        symmetric += sum > 0 ? 200.0 * std::abs(error) / sum : 0.0;
        ++metrics.count;
    }
    if (metrics.count == 0)
        return metrics;
    const auto count = double(metrics.count);
    metrics.mae = absolute / count;
    metrics.rmse = std::sqrt(squared / count);
    metrics.smape = symmetric / count;
    metrics.wape = ratio(absolute, size);
    metrics.bias = size > 0 ? signedSum / size : missing;
    metrics.mase = ratio(metrics.mae, naiveScale(history, season));
    return metrics;
}

double naiveScale(Values history, int season)
{
    const size_t lag = size_t(std::max(season, 1));
    double sum = 0;
    qint64 count = 0;
    for (size_t i = lag; i < history.size(); ++i) {
        const double change = std::abs(history[i] - history[i - lag]);
        if (!std::isnan(change)) {
            sum += change;
            ++count;
        }
    }
    return count > 0 ? sum / double(count) : missing;
}

double coverage(Values actual, Values low, Values high)
{
    qint64 inside = 0;
    qint64 count = 0;
    for (size_t i = 0; i < std::min({actual.size(), low.size(), high.size()}); ++i) {
        if (std::isnan(actual[i]))
            continue;
        ++count;
        inside += low[i] <= actual[i] && actual[i] <= high[i];
    }
    return count > 0 ? double(inside) / double(count) : missing;
}

} // namespace foretrail
