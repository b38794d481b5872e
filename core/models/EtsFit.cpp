#include "core/models/EtsFit.h"

#include "core/models/SeasonalIndices.h"
#include "core/models/SmoothSearch.h"
#include "core/series/Statistics.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr int longestFreeSeason = 24;

/// Each weight as a share of the room it has: beta of alpha, gamma of what alpha leaves.
struct WeightRoom {
    double low;
    double high;
    double at(double logit) const { return low + (high - low) / (1 + std::exp(-logit)); }
    double slopeAt(double logit) const { return (at(logit) - low) * (high - at(logit)) / (high - low); }
    double logitOf(double share) const { return std::log((share - low) / (high - share)); }
};

constexpr WeightRoom shareRoom{1e-4, 0.9999};
constexpr WeightRoom dampingRoom{0.8, 0.98};

struct ShareGuess {
    double alpha;
    double beta;
    double gamma;
    double phi;
};

/// -2 log L as a function of plain numbers: logits of the shares, then the starting state in units of the series' spread.
class EtsProblem {
public:
    EtsProblem(Values values, const EtsForm &form, const EtsState &start, bool isStartFree)
        : m_form(form), m_origin(start), m_isStartFree(isStartFree), m_recursion(values, form)
    {
        m_isSeasonFree = isStartFree && form.hasSeason() && int(start.season.size()) <= longestFreeSeason;
        double squares = 0;
        for (size_t t = 1; t < values.size(); ++t)
            squares += std::pow(values[t] - values[t - 1], 2);
        m_unit = std::max(std::sqrt(squares / double(std::max<size_t>(values.size() - 1, 1))), 1e-12);
        m_seasonUnit = form.season == EtsSeason::Multiplicative ? m_unit / std::max(std::abs(meanOf(values)), m_unit) : m_unit;
    }

    std::vector<double> variables(const ShareGuess &guess) const
    {
        std::vector<double> x{shareRoom.logitOf(guess.alpha)};
        if (m_form.hasTrend())
            x.push_back(shareRoom.logitOf(guess.beta));
        if (m_form.isDamped())
            x.push_back(dampingRoom.logitOf(guess.phi));
        if (m_form.hasSeason())
            x.push_back(shareRoom.logitOf(guess.gamma));
        const size_t states = !m_isStartFree ? 0 : 1 + size_t(m_form.hasTrend()) + (m_isSeasonFree ? m_origin.season.size() : 0);
        x.resize(x.size() + states, 0.0);
        return x;
    }

    EtsWeights weightsAt(Values x) const
    {
        size_t i = 0;
        EtsWeights weights;
        weights.alpha = shareRoom.at(x[i++]);
        if (m_form.hasTrend())
            weights.beta = weights.alpha * shareRoom.at(x[i++]);
        if (m_form.isDamped())
            weights.phi = dampingRoom.at(x[i++]);
        if (m_form.hasSeason())
            weights.gamma = (1 - weights.alpha) * shareRoom.at(x[i++]);
        return weights;
    }

    EtsState startAt(Values x) const
    {
        EtsState start = m_origin;
        if (!m_isStartFree)
            return start;
        size_t i = shares();
        start.level += m_unit * x[i++];
        if (m_form.hasTrend())
            start.slope += slopeUnit() * x[i++];
        if (m_isSeasonFree)
            for (double &value : start.season)
                value += m_seasonUnit * x[i++];
        return start;
    }

    double evaluate(Values x, std::vector<double> &gradient)
    {
        m_recursion.evaluate(weightsAt(x), startAt(x), m_likelihood);
        if (std::isfinite(m_likelihood.value))
            chain(x, gradient);
        return m_likelihood.value;
    }

    double squared() const { return m_likelihood.squared; }

private:
    size_t shares() const { return 1 + size_t(m_form.hasTrend()) + size_t(m_form.isDamped()) + size_t(m_form.hasSeason()); }
    double slopeUnit() const { return m_unit / 10; }

    /// From derivatives by weights and state to those by the variables.
    void chain(Values x, std::vector<double> &gradient) const
    {
        const EtsWeights &by = m_likelihood.byWeights;
        const EtsState &byStart = m_likelihood.byStart;
        const double alpha = shareRoom.at(x[0]);
        double byAlpha = by.alpha;
        size_t i = 1;
        if (m_form.hasTrend()) {
            byAlpha += by.beta * shareRoom.at(x[i]);
            gradient[i] = by.beta * alpha * shareRoom.slopeAt(x[i]);
            ++i;
        }
        if (m_form.isDamped()) {
            gradient[i] = by.phi * dampingRoom.slopeAt(x[i]);
            ++i;
        }
        if (m_form.hasSeason()) {
            byAlpha -= by.gamma * shareRoom.at(x[i]);
            gradient[i] = by.gamma * (1 - alpha) * shareRoom.slopeAt(x[i]);
            ++i;
        }
        gradient[0] = byAlpha * shareRoom.slopeAt(x[0]);
        if (!m_isStartFree)
            return;
        gradient[i++] = byStart.level * m_unit;
        if (m_form.hasTrend())
            gradient[i++] = byStart.slope * slopeUnit();
        if (m_isSeasonFree)
            for (double value : byStart.season)
                gradient[i++] = value * m_seasonUnit;
    }

    const EtsForm m_form;
    const EtsState m_origin;
    const bool m_isStartFree;
    bool m_isSeasonFree = false;
    double m_unit = 1;
    double m_seasonUnit = 1;
    EtsRecursion m_recursion;
    EtsLikelihood m_likelihood;
};

/// Level and slope at the first value of the straight line of least squares.
std::pair<double, double> lineThrough(Values values)
{
    const auto n = double(values.size());
    const double mean = meanOf(values);
    double product = 0;
    for (size_t t = 0; t < values.size(); ++t)
        product += (double(t) - (n - 1) / 2) * (values[t] - mean);
    const double slope = n > 1 ? product / (n * (n * n - 1) / 12) : 0.0;
    return {mean - slope * (n - 1) / 2, slope};
}

} // namespace

int etsParameters(const EtsForm &form, int season)
{
    return 3 + (form.hasTrend() ? 2 : 0) + (form.isDamped() ? 1 : 0) + (form.hasSeason() ? season : 0);
}

bool isAdmissible(const EtsForm &form, Values values, int season)
{
    const auto n = qint64(values.size());
    if (form.hasSeason() && (season < 2 || n < 2 * qint64(season)))
        return false;
    if (n < etsParameters(form, season) + 3)
        return false;
    return !form.needsPositive() || *std::min_element(values.begin(), values.end()) > 0;
}

EtsState etsStart(Values values, const EtsForm &form, int season)
{
    constexpr qint64 seasonsLookedAt = 5;
    EtsState start;
    std::vector<double> rest(values.begin(), values.end());
    if (form.hasSeason()) {
        const Values first = values.first(size_t(std::min(seasonsLookedAt * season, qint64(values.size()))));
        const SeasonalIndices indices = classicalIndices(first, season, form.season == EtsSeason::Multiplicative);
        for (size_t t = 0; t < rest.size(); ++t)
            rest[t] = indices.without(rest[t], qint64(t));
        start.season = indices.index;
    }
    const size_t looked = std::min(rest.size(), size_t(std::max(10, form.hasSeason() ? 2 * season : 0)));
    const Values first = Values(rest).first(looked);
    if (!form.hasTrend()) {
        start.level = meanOf(first);
        return start;
    }
    const auto [level, slope] = lineThrough(first);
    start.level = level - slope;
    start.slope = slope;
    // A line that falls below zero before the first value is no start for shares of a level.
    if (form.needsPositive() && !(start.level > 0 && level > 0)) {
        start.level = rest.front();
        start.slope = 0;
    }
    return start;
}

std::optional<EtsFit> fitEts(Values values, const EtsForm &form, const EtsState &start, bool isStartFree)
{
    EtsProblem problem(values, form, start, isStartFree);
    const SmoothFunction function = [&](Values x, std::vector<double> &gradient) { return problem.evaluate(x, gradient); };
    SmoothMinimum best{{}, std::numeric_limits<double>::infinity()};
    for (const ShareGuess &guess : {ShareGuess{0.3, 0.1, 0.1, 0.95}, ShareGuess{0.8, 0.1, 0.3, 0.9}}) {
        SmoothMinimum found = minimiseSmooth(function, problem.variables(guess));
        if (found.value < best.value)
            best = std::move(found);
    }
    if (best.x.empty())
        return std::nullopt;
    std::vector<double> gradient(best.x.size());
    const double value = problem.evaluate(best.x, gradient);
    EtsFit fit{form, problem.weightsAt(best.x), problem.startAt(best.x), problem.squared(), 0, 0};
    const auto n = double(values.size());
    const double k = etsParameters(form, int(start.season.size()));
    fit.variance = fit.squared / std::max(n - (k - 1), 1.0);
    fit.aicc = value + 2 * k + 2 * k * (k + 1) / std::max(n - k - 1, 1.0);
    return fit;
}

std::optional<EtsFit> bestEts(Values values, std::span<const EtsForm> forms, int season)
{
    std::optional<EtsFit> best;
    for (const EtsForm &form : forms) {
        if (!isAdmissible(form, values, season))
            continue;
        auto fit = fitEts(values, form, etsStart(values, form, season), true);
        if (fit && (!best || fit->aicc < best->aicc))
            best = std::move(fit);
    }
    return best;
}

std::vector<EtsForm> automaticEtsForms()
{
    std::vector<EtsForm> forms;
    for (EtsError error : {EtsError::Additive, EtsError::Multiplicative})
        for (EtsTrend trend : {EtsTrend::None, EtsTrend::Additive, EtsTrend::Damped})
            for (EtsSeason season : {EtsSeason::None, EtsSeason::Additive, EtsSeason::Multiplicative})
                if (error == EtsError::Multiplicative || season != EtsSeason::Multiplicative)
                    forms.push_back({error, trend, season});
    return forms;
}

} // namespace foretrail
