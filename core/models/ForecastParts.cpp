#include "core/models/ForecastParts.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr double partRounding = 1e-10; ///< of the size of a forecast

} // namespace

std::vector<double> &ForecastParts::of(PartKind kind, int number, const QString &name)
{
    const Contribution wanted{kind, number, name, {}};
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Contribution &part) { return part.isSame(wanted); });
    if (found != m_parts.end())
        return found->values;
    m_parts.push_back(wanted);
    m_parts.back().values.assign(size_t(m_horizon), 0.0);
    return m_parts.back().values;
}

const Contribution *ForecastParts::find(PartKind kind, int number, const QString &name) const
{
    const Contribution wanted{kind, number, name, {}};
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const Contribution &part) { return part.isSame(wanted); });
    return found == m_parts.end() ? nullptr : &*found;
}

double ForecastParts::sumAt(size_t step) const
{
    double sum = 0;
    for (const Contribution &part : m_parts)
        sum += part.values[step];
    return sum;
}

std::vector<double> ForecastParts::sum() const
{
    std::vector<double> sums;
    for (size_t step = 0; step < size_t(m_horizon); ++step)
        sums.push_back(sumAt(step));
    return sums;
}

void ForecastParts::addAt(const ForecastParts &other, size_t step, double weight)
{
    for (const Contribution &part : other.m_parts)
        of(part.kind, part.number, part.name)[step] += weight * part.values[step];
}

void ForecastParts::add(const ForecastParts &other, double weight)
{
    for (size_t step = 0; step < size_t(m_horizon); ++step)
        addAt(other, step, weight);
}

void ForecastParts::closeOn(Values mean, PartKind kind)
{
    for (size_t step = 0; step < size_t(m_horizon); ++step) {
        double size = std::abs(mean[step]);
        for (const Contribution &part : m_parts)
            size = std::max(size, std::abs(part.values[step]));
        if (const double rest = mean[step] - sumAt(step); std::abs(rest) > partRounding * size)
            of(kind)[step] += rest;
    }
}

void ForecastParts::bend(const std::function<double(double)> &function)
{
    constexpr double barely = 1e-7;
    std::vector<double> &level = of(PartKind::Level);
    for (size_t step = 0; step < size_t(m_horizon); ++step) {
        const double from = level[step], to = sumAt(step);
        const double reach = barely * (1 + std::abs(from));
        const bool isFlat = std::abs(to - from) < reach; // the slope there, by a central difference
        const double share = isFlat ? (function(from + reach) - function(from - reach)) / (2 * reach) : (function(to) - function(from)) / (to - from);
        for (Contribution &part : m_parts)
            part.values[step] *= share;
        of(PartKind::Level)[step] = function(from);
    }
}

} // namespace foretrail
