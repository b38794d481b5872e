#include "core/models/KnownColumns.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct KnownColumnsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::KnownColumns)
};

} // namespace

void KnownColumns::learn(const Series &train)
{
    m_scales.clear();
    const qint64 first = m_regressors.axis.indexOf(train.axis.start);
    for (const FeatureColumn &column : m_regressors.columns) {
        double sum = 0;
        double squares = 0;
        qint64 count = 0;
        const qint64 end = std::min<qint64>(first + train.size(), qint64(column.values.size()));
        for (qint64 step = std::max<qint64>(first, 0); step < end; ++step) {
            const double value = column.values[size_t(step)];
            sum += std::isfinite(value) ? value : 0;
            squares += std::isfinite(value) ? value * value : 0;
            count += std::isfinite(value) ? 1 : 0;
        }
        const double mean = count > 0 ? sum / double(count) : 0;
        const double variance = count > 1 ? squares / double(count) - mean * mean : 0;
        if (column.isKnownAhead && variance > 1e-12 * (1 + mean * mean))
            m_scales.push_back({column.name, mean, std::sqrt(variance)});
    }
}

const FeatureColumn *KnownColumns::find(const QString &name) const
{
    const auto at = std::find_if(m_regressors.columns.begin(), m_regressors.columns.end(), [&](const FeatureColumn &column) { return column.name == name; });
    return at == m_regressors.columns.end() ? nullptr : &*at;
}

Result<void> KnownColumns::check() const
{
    for (const Scale &scale : m_scales)
        if (!find(scale.name))
            return fail(ErrorCode::InvalidInput, KnownColumnsText::tr("The model was fitted with a column %1, which is not there. Prepare the series with the recipe of its run.")
                                                     .arg(scale.name));
    return {};
}

double KnownColumns::valueAt(const Scale &scale, const FeatureColumn *column, qint64 step) const
{
    if (!column || step < 0 || step >= qint64(column->values.size()) || !std::isfinite(column->values[size_t(step)]))
        return 0;
    return (column->values[size_t(step)] - scale.mean) / scale.deviation;
}

std::vector<std::vector<double>> KnownColumns::over(const Series &series) const
{
    std::vector<std::vector<double>> all;
    const qint64 first = count() == 0 ? 0 : m_regressors.axis.indexOf(series.axis.start);
    for (const Scale &scale : m_scales) {
        std::vector<double> &values = all.emplace_back();
        const FeatureColumn *column = find(scale.name);
        for (qint64 i = 0; i < series.size(); ++i)
            values.push_back(valueAt(scale, column, first + i)); // cppcheck-suppress invalidContainerReference ; until the next column
    }
    return all;
}

double KnownColumns::at(int column, const Series &series, qint64 index) const
{
    const Scale &scale = m_scales[size_t(column)];
    return valueAt(scale, find(scale.name), m_regressors.axis.indexOf(series.axis.start) + index);
}

double KnownColumns::sumAt(const Series &series, qint64 index, Values weights) const
{
    const qint64 step = count() == 0 ? 0 : m_regressors.axis.indexOf(series.axis.start) + index;
    double sum = 0;
    for (size_t i = 0; i < std::min(m_scales.size(), weights.size()); ++i)
        sum += weights[i] * valueAt(m_scales[i], find(m_scales[i].name), step);
    return sum;
}

QJsonArray KnownColumns::toJson() const
{
    QJsonArray json;
    for (const Scale &scale : m_scales)
        json.append(QJsonObject{{QStringLiteral("name"), scale.name}, {QStringLiteral("mean"), scale.mean}, {QStringLiteral("deviation"), scale.deviation}});
    return json;
}

bool KnownColumns::restore(const QJsonArray &json)
{
    m_scales.clear();
    for (const QJsonValue &entry : json) {
        m_scales.push_back({entry[QStringLiteral("name")].toString(), entry[QStringLiteral("mean")].toDouble(missing), entry[QStringLiteral("deviation")].toDouble(missing)});
        if (!std::isfinite(m_scales.back().mean) || !(m_scales.back().deviation > 0))
            return false;
    }
    return true;
}

} // namespace foretrail
