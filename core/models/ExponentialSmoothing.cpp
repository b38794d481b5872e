#include "core/models/ExponentialSmoothing.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

// Errors of an exact fit: their logarithm must stay a number.
constexpr double smallestSquare = 1e-20;

double shareOf(double value, double whole)
{
    return whole != 0 ? value / whole : 0.0;
}

} // namespace

QString EtsForm::name() const
{
    const QString errorName = error == EtsError::Additive ? QStringLiteral("A") : QStringLiteral("M");
    const QString trendName = trend == EtsTrend::None ? QStringLiteral("N") : trend == EtsTrend::Additive ? QStringLiteral("A") : QStringLiteral("Ad");
    const QString seasonName = season == EtsSeason::None ? QStringLiteral("N") : season == EtsSeason::Additive ? QStringLiteral("A") : QStringLiteral("M");
    return QStringLiteral("ETS(%1,%2,%3)").arg(errorName, trendName, seasonName);
}

double etsNext(const EtsForm &form, const EtsWeights &weights, const EtsState &state)
{
    const double base = state.level + weights.phi * state.slope;
    if (!form.hasSeason())
        return base;
    return form.season == EtsSeason::Additive ? base + state.nextSeason() : base * state.nextSeason();
}

void etsObserve(const EtsForm &form, const EtsWeights &weights, EtsState &state, double value)
{
    const double base = state.level + weights.phi * state.slope;
    const double error = value - etsNext(form, weights, state);
    const bool isProduct = form.season == EtsSeason::Multiplicative;
    const double inLevel = isProduct ? shareOf(error, state.nextSeason()) : error;
    state.level = base + weights.alpha * inLevel;
    state.slope = weights.phi * state.slope + weights.beta * inLevel;
    if (!form.hasSeason())
        return;
    const double whole = form.error == EtsError::Additive ? state.level : base;
    state.season[state.place] += weights.gamma * (isProduct ? shareOf(error, whole) : error);
    state.place = (state.place + 1) % state.season.size();
}

bool EtsRecursion::forward(const EtsWeights &weights, const EtsState &start, EtsLikelihood &result)
{
    const bool isRelative = m_form.error == EtsError::Multiplicative;
    const bool isProduct = m_form.season == EtsSeason::Multiplicative;
    m_state = start;
    double squared = 0;
    double logs = 0;
    for (size_t t = 0; t < m_values.size(); ++t) {
        Step &step = m_steps[t];
        step.season = m_state.nextSeason();
        step.slope = m_state.slope;
        step.base = m_state.level + weights.phi * m_state.slope;
        step.predicted = isProduct ? step.base * step.season : step.base + step.season;
        step.error = m_values[t] - step.predicted;
        if ((isRelative && !(step.predicted > 0)) || (isProduct && !(step.season > 0 && step.base > 0)))
            return false;
        const double inLevel = isProduct ? step.error / step.season : step.error;
        m_state.level = step.base + weights.alpha * inLevel;
        m_state.slope = weights.phi * m_state.slope + weights.beta * inLevel;
        step.divisor = !isProduct ? 1.0 : isRelative ? step.base : m_state.level;
        if (!m_state.season.empty()) {
            if (!(std::abs(step.divisor) > 0))
                return false;
            m_state.season[m_state.place] += weights.gamma * step.error / step.divisor;
            m_state.place = m_state.place + 1 == m_state.season.size() ? 0 : m_state.place + 1;
        }
        const double error = isRelative ? step.error / step.predicted : step.error;
        squared += error * error;
        logs += isRelative ? std::log(step.predicted) : 0.0;
    }
    const auto n = double(m_values.size());
    result.squared = squared;
    result.value = n * std::log((squared + smallestSquare) / n) + 2 * logs;
    return std::isfinite(result.value);
}

/// How the likelihood changes with this one prediction alone.
double EtsRecursion::byPrediction(const Step &step, double value, double squared) const
{
    const double factor = 2 * double(m_values.size()) / (squared + smallestSquare);
    if (m_form.error == EtsError::Additive)
        return -factor * step.error;
    return -factor * step.error / step.predicted * value / (step.predicted * step.predicted) + 2 / step.predicted;
}

// The chain rule backwards in time: dLevel, dSlope and dSeason are derivatives by the state after a step.
void EtsRecursion::backward(const EtsWeights &weights, EtsLikelihood &result)
{
    const bool isProduct = m_form.season == EtsSeason::Multiplicative;
    const bool isOfNewLevel = isProduct && m_form.error == EtsError::Additive;
    const bool hasSeason = m_form.hasSeason();
    EtsWeights by{0, 0, 0, 0};
    EtsState &d = result.byStart;
    size_t place = m_state.place;
    for (size_t t = m_steps.size(); t-- > 0;) {
        const Step &step = m_steps[t];
        double dBase = 0, dError = 0, dSeason = 0;
        if (hasSeason) {
            place = place == 0 ? d.season.size() - 1 : place - 1;
            dSeason = d.season[place];
            dError = weights.gamma * dSeason / step.divisor;
            by.gamma += dSeason * step.error / step.divisor;
            if (isProduct)
                (isOfNewLevel ? d.level : dBase) -= dError * step.error / step.divisor;
        }
        const double inLevel = isProduct ? step.error / step.season : step.error;
        const double dInLevel = weights.alpha * d.level + weights.beta * d.slope;
        by.alpha += inLevel * d.level;
        by.beta += inLevel * d.slope;
        dError += isProduct ? dInLevel / step.season : dInLevel;
        const double dPredicted = byPrediction(step, m_values[t], result.squared) - dError;
        dBase += d.level + (isProduct ? dPredicted * step.season : dPredicted);
        if (isProduct)
            dSeason += dPredicted * step.base - dInLevel * inLevel / step.season;
        else
            dSeason += dPredicted;
        if (hasSeason)
            d.season[place] = dSeason;
        by.phi += step.slope * (d.slope + dBase);
        d.slope = weights.phi * (d.slope + dBase);
        d.level = dBase;
    }
    result.byWeights = by;
}

void EtsRecursion::evaluate(const EtsWeights &weights, const EtsState &start, EtsLikelihood &result)
{
    result.byStart.level = result.byStart.slope = 0;
    result.byStart.season.assign(start.season.size(), 0.0);
    result.byStart.place = start.place;
    if (forward(weights, start, result))
        backward(weights, result);
    else
        result.value = std::numeric_limits<double>::infinity();
}

} // namespace foretrail
