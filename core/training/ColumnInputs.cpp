#include "core/training/ColumnInputs.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ColumnInputsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ColumnInputs)
};

double meanOfKnown(Values values, double otherwise)
{
    double sum = 0;
    qint64 count = 0;
    for (const double value : values) {
        sum += std::isnan(value) ? 0 : value;
        count += std::isnan(value) ? 0 : 1;
    }
    return count > 0 ? sum / double(count) : otherwise;
}

} // namespace

void ColumnInputs::learn(WallMs end)
{
    m_scales.clear();
    for (const FeatureColumn &column : m_regressors.columns) {
        const qint64 learning = std::clamp<qint64>(m_regressors.axis.indexOf(end), 0, qint64(column.values.size()));
        const Values part = Values(column.values).first(size_t(learning));
        const Normaliser range = Normaliser::fit(part);
        m_scales.push_back({column.name, range, meanOfKnown(part, range.low)});
    }
}

void ColumnInputs::setRegressors(const Regressors &regressors)
{
    m_regressors = regressors;
    m_derived.clear();
    for (const FeatureColumn &column : m_regressors.columns) {
        const auto at = std::find_if(m_regressors.derived.begin(), m_regressors.derived.end(), [&](const DerivedColumn &one) { return one.name == column.name; });
        m_derived.push_back(at == m_regressors.derived.end() ? -1 : int(at - m_regressors.derived.begin()));
    }
}

Result<void> ColumnInputs::check() const
{
    const bool isSame = std::equal(m_scales.begin(), m_scales.end(), m_regressors.columns.begin(), m_regressors.columns.end(),
                                   [](const Scale &scale, const FeatureColumn &column) { return scale.name == column.name; });
    if (isSame)
        return {};
    QStringList names;
    for (const Scale &scale : m_scales)
        names << scale.name;
    return fail(ErrorCode::InvalidInput, ColumnInputsText::tr("The model was trained with other columns: %1. Prepare the series with the recipe of its run.")
                                             .arg(names.isEmpty() ? ColumnInputsText::tr("none") : names.join(QStringLiteral(", "))));
}

double ColumnInputs::valueAt(size_t column, qint64 step) const
{
    const std::vector<double> &values = m_regressors.columns[column].values;
    return step >= 0 && step < qint64(values.size()) ? values[size_t(step)] : missing;
}

float ColumnInputs::scaled(size_t column, double value) const
{
    const Scale &scale = m_scales[column];
    return float(scale.range.normalise(std::isfinite(value) ? value : scale.typical));
}

void ColumnInputs::append(std::vector<float> &inputs, qint64 step) const
{
    for (size_t column = 0; column < m_scales.size(); ++column)
        inputs.push_back(scaled(column, valueAt(column, step)));
}

QJsonArray ColumnInputs::toJson() const
{
    QJsonArray json;
    for (const Scale &scale : m_scales)
        json.append(QJsonObject{{QStringLiteral("name"), scale.name}, {QStringLiteral("low"), scale.range.low},
                                {QStringLiteral("range"), scale.range.range}, {QStringLiteral("typical"), scale.typical}});
    return json;
}

bool ColumnInputs::restore(const QJsonArray &json)
{
    m_scales.clear();
    for (const QJsonValue &entry : json) {
        const auto number = [&entry](const char *key) { return entry[QLatin1String(key)].toDouble(missing); };
        m_scales.push_back({entry[QStringLiteral("name")].toString(), {number("low"), number("range")}, number("typical")});
        if (!std::isfinite(number("low")) || !(number("range") > 0) || !std::isfinite(number("typical")))
            return false;
    }
    return true;
}

void ColumnPath::advance(Values before)
{
    std::vector<double> next;
    for (const int place : m_inputs.m_derived)
        next.push_back(place < 0 ? missing : m_inputs.m_regressors.derived[size_t(place)].next(before));
    m_ahead.push_back(std::move(next));
}

void ColumnPath::append(std::vector<float> &inputs, qint64 step) const
{
    if (step <= m_origin)
        return m_inputs.append(inputs, step);
    const auto ahead = size_t(step - m_origin - 1);
    for (size_t column = 0; column < m_inputs.m_scales.size(); ++column) {
        const bool isDerived = m_inputs.m_derived[column] >= 0;
        const bool isKnown = m_inputs.m_regressors.columns[column].isKnownAhead;
        inputs.push_back(m_inputs.scaled(column, isDerived ? m_ahead[ahead][column] : m_inputs.valueAt(column, isKnown ? step : m_origin)));
    }
}

} // namespace foretrail
