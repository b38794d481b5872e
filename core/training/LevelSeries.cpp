#include "core/training/LevelSeries.h"

#include "core/models/StateReader.h"
#include "core/training/SeasonInputs.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

LevelScale::LevelScale(const Series &known, int seasonLength, bool takesSeason, bool isOriginalScale)
    : isLog(isOriginalScale && !known.values.empty() && std::all_of(known.values.begin(), known.values.end(), [](double value) { return value > 0; }))
{
    if (takesSeason && seasonLength > 1)
        season = indicesToRemove(known.values, seasonLength, isOriginalScale);
    if (isLog)
        least = *std::min_element(known.values.begin(), known.values.end()) / 10;
}

void LevelScale::saveTo(QJsonObject &state) const
{
    state.insert(QStringLiteral("isLog"), isLog);
    state.insert(QStringLiteral("least"), least);
    state.insert(QStringLiteral("medians"), toJsonArray(medians));
    state.insert(QStringLiteral("isMultiplicative"), season.isMultiplicative);
    state.insert(QStringLiteral("indices"), toJsonArray(season.index));
}

LevelScale LevelScale::restored(const QJsonObject &state, StateReader &reader)
{
    LevelScale scale;
    scale.isLog = reader.boolean("isLog");
    scale.least = reader.number("least");
    if (state.contains(QStringLiteral("medians"))) // models stored before had none
        scale.medians = reader.numbers("medians");
    scale.season = {reader.boolean("isMultiplicative"), reader.numbers("indices")};
    return scale;
}

LevelSeries::LevelSeries(const Series &series, const LevelScale &scale) : m_scale(scale), m_place(placeOfStart(series.axis))
{
    m_values.reserve(series.values.size());
    for (const double value : series.values)
        m_values.push_back(float(seen(value, size())));
}

void LevelSeries::setBase(std::shared_ptr<const PooledFit> fit, Values values)
{
    m_base = std::move(fit);
    m_own = values;
}

std::vector<double> LevelSeries::base(int origin, int horizon) const
{
    std::vector<double> ahead = pooledAhead(*m_base, m_own, origin, horizon);
    for (size_t h = 0; h < ahead.size(); ++h)
        ahead[h] = seen(ahead[h], origin + int(h));
    return ahead;
}

double LevelSeries::restored(double value, int index) const
{
    const double level = m_scale.isLog ? std::exp(std::min(value, 700.0)) : value;
    return m_scale.season.season() > 0 ? m_scale.season.with(level, index) : level;
}

double LevelSeries::seen(double value, int index) const
{
    const double there = m_scale.isLog ? std::max(value, m_scale.least) : value;
    const double level = m_scale.season.season() > 0 ? m_scale.season.without(there, index) : there;
    return m_scale.isLog ? std::log(level) : level;
}

} // namespace foretrail
