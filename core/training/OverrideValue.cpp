#include "core/training/OverrideValue.h"

#include <QJsonArray>

#include <cmath>
#include <map>

namespace foretrail {
namespace {

struct ErrorSums {
    int steps = 0;
    int better = 0;
    double before = 0;
    double after = 0;
    void add(double was, double is)
    {
        ++steps;
        better += is < was;
        before += was;
        after += is;
    }
};

/// NaN where the step is not there yet.
double actualAt(const Series &actual, WallMs time)
{
    const qint64 index = actual.axis.indexOf(time);
    const bool isThere = index >= 0 && index < actual.size() && actual.timeAt(index) == time;
    return isThere ? actual.values[size_t(index)] : missing;
}

OverrideValue valueOf(OverrideLayer layer, bool isTotal, const QString &reason, const ErrorSums &sums)
{
    return {layer, isTotal, reason, sums.steps, sums.better, sums.before / sums.steps, sums.after / sums.steps};
}

} // namespace

QJsonObject OverrideValue::toJson() const
{
    QJsonObject json{{QStringLiteral("layer"), overrideLayerName(layer)}, {QStringLiteral("steps"), steps}, {QStringLiteral("better"), better},
                     {QStringLiteral("mae_before"), errorBefore}, {QStringLiteral("mae_after"), errorAfter}, {QStringLiteral("value_added"), added()}};
    if (!isTotal)
        json.insert(QStringLiteral("reason"), reason.isEmpty() ? QJsonValue() : QJsonValue(reason));
    return json;
}

QList<OverrideValue> overrideValues(const QList<Override> &overrides, const Series &actual)
{
    std::map<OverrideLayer, ErrorSums> ofLayers;
    std::map<std::pair<OverrideLayer, QString>, ErrorSums> ofReasons;
    for (const Override &one : overrides) {
        const double truth = actualAt(actual, one.time);
        if (!std::isfinite(truth) || !std::isfinite(one.beneath))
            continue;
        const double before = std::abs(truth - one.beneath), after = std::abs(truth - one.applied(one.beneath));
        ofLayers[one.layer].add(before, after);
        ofReasons[{one.layer, one.reason}].add(before, after);
    }
    QList<OverrideValue> values;
    for (const auto &[layer, sums] : ofLayers)
        values.append(valueOf(layer, true, {}, sums));
    for (const auto &[which, sums] : ofReasons)
        values.append(valueOf(which.first, false, which.second, sums));
    return values;
}

QJsonObject overrideValuesJson(const QList<OverrideValue> &values)
{
    QJsonArray totals, reasons;
    for (const OverrideValue &value : values)
        (value.isTotal ? totals : reasons).append(value.toJson());
    return {{QStringLiteral("layers"), totals}, {QStringLiteral("reasons"), reasons}};
}

} // namespace foretrail
