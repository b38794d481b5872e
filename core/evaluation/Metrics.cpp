#include "core/evaluation/Metrics.h"

#include "core/base/JsonNumber.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

double ratio(double part, double whole) { return whole > 0 ? part / whole : missing; }

constexpr MetricField fields[] = {
    {"MAE", &Metrics::mae}, {"RMSE", &Metrics::rmse}, {"WAPE", &Metrics::wape}, {"sMAPE", &Metrics::smape}, {"MASE", &Metrics::mase},
    {"bias", &Metrics::bias}, {"coverage80", &Metrics::coverage80}, {"coverage95", &Metrics::coverage95}, {"MAPE", &Metrics::mape},
    {"RMSSE", &Metrics::rmsse}, {"pinball0.025", &Metrics::pinball025}, {"pinball0.1", &Metrics::pinball10},
    {"pinball0.5", &Metrics::pinball50}, {"pinball0.9", &Metrics::pinball90}, {"pinball0.975", &Metrics::pinball975},
    {"CRPS", &Metrics::crps}, {"winkler80", &Metrics::winkler80}, {"winkler95", &Metrics::winkler95}, {"MSIS95", &Metrics::msis95},
    {"skill", &Metrics::skill}};

/// Sums over the pairs of actual and forecast that both are there.
struct ErrorSums {
    double absolute = 0, squared = 0, withSign = 0, size = 0, symmetric = 0, relative = 0;
    qint64 count = 0, nonZero = 0;

    void add(double actual, double forecast)
    {
        const double error = actual - forecast;
        const double both = std::abs(actual) + std::abs(forecast);
        absolute += std::abs(error);
        squared += error * error;
        withSign += error;
        size += std::abs(actual);
        symmetric += both > 0 ? 200.0 * std::abs(error) / both : 0.0;
        ++count;
        if (actual != 0) {
            relative += 100.0 * std::abs(error / actual);
            ++nonZero;
        }
    }
};

} // namespace

std::span<const MetricField> metricFields() { return fields; }

QJsonObject Metrics::toJson() const
{
    QJsonObject json{{QStringLiteral("count"), count}};
    for (const MetricField &field : fields)
        json.insert(QLatin1String(field.name), jsonNumber(this->*field.value));
    return json;
}

Metrics Metrics::fromJson(const QJsonObject &json)
{
    Metrics metrics;
    for (const MetricField &field : fields)
        metrics.*field.value = json.value(QLatin1String(field.name)).toDouble(missing);
    metrics.count = json.value(QLatin1String("count")).toInteger();
    return metrics;
}

ErrorScales errorScales(Values history, int season) { return {naiveScale(history, season), stepScale(history)}; }

Metrics pointMetrics(Values actual, Values forecast, const ErrorScales &scales)
{
    ErrorSums sums;
    for (size_t i = 0; i < std::min(actual.size(), forecast.size()); ++i)
        if (!std::isnan(actual[i]) && !std::isnan(forecast[i]))
            sums.add(actual[i], forecast[i]);
    Metrics metrics;
    metrics.count = sums.count;
    if (sums.count == 0)
        return metrics;
    const auto count = double(sums.count);
    metrics.mae = sums.absolute / count;
    metrics.rmse = std::sqrt(sums.squared / count);
    metrics.smape = sums.symmetric / count;
    metrics.wape = ratio(sums.absolute, sums.size);
    metrics.bias = sums.size > 0 ? sums.withSign / sums.size : missing;
    metrics.mape = ratio(sums.relative, double(sums.nonZero));
    metrics.mase = ratio(metrics.mae, scales.seasonal);
    metrics.rmsse = ratio(metrics.rmse, std::sqrt(scales.squaredStep));
    return metrics;
}

Metrics pointMetrics(Values actual, Values forecast, Values history, int season)
{
    return pointMetrics(actual, forecast, errorScales(history, season));
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

double stepScale(Values history)
{
    const auto first = std::find_if(history.begin(), history.end(), [](double value) { return !std::isnan(value) && value != 0; });
    double sum = 0;
    qint64 count = 0;
    for (size_t i = size_t(first - history.begin()) + 1; i < history.size(); ++i) {
        const double step = history[i] - history[i - 1];
        if (!std::isnan(step)) {
            sum += step * step;
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

double skillOf(const Metrics &model, const Metrics &baseline) { return 1 - ratio(model.mae, baseline.mae); }

} // namespace foretrail
