#include "core/models/PooledRegression.h"

#include "core/models/Autoregression.h"
#include "core/series/Statistics.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

constexpr qint64 mostWindows = 60'000;
constexpr qint64 mostWindowsOfSeries = 600;
constexpr Eigen::Index rowsAtOnce = 1024;
constexpr double farthest = 5; ///< widths from the centre: a single large order must not rule the fit, nor a forecast
constexpr double penalties[] = {1e-4, 1e-2, 1e-1};

bool isGiven(const PooledShape &shape) { return shape.centre != WindowCentre::Automatic; }
/// What is forecast again and again keeps its level.
bool hasOffsets(const PooledShape &shape) { return isGiven(shape) && shape.horizon > 1; }
double farthestOf(const PooledShape &shape) { return isGiven(shape) ? std::numeric_limits<double>::infinity() : farthest; }

/// Less `centre`, over `width`.
struct WindowView {
    double centre = 0;
    double width = 0; ///< 0: nothing happens in the window
};

WindowView viewOf(Values input, bool isCentredOnLast)
{
    const double size = double(input.size());
    const double absolute = std::accumulate(input.begin(), input.end(), 0.0, [](double sum, double value) { return sum + std::abs(value); }) / size;
    const double mean = std::accumulate(input.begin(), input.end(), 0.0) / size;
    return {isCentredOnLast ? input.back() : mean, absolute};
}

/// Where the windows of one series begin: every `stride`-th, counted back from the last.
std::vector<size_t> windowStarts(Values series, const PooledShape &shape, qint64 stride)
{
    std::vector<size_t> starts;
    const qint64 last = qint64(series.size()) - shape.lookback - shape.horizon;
    const qint64 most = isGiven(shape) ? shape.windows : mostWindowsOfSeries;
    for (qint64 start = last; start >= 0 && qint64(starts.size()) < most; start -= stride)
        starts.push_back(size_t(start));
    return starts;
}

qint64 strideFor(const std::vector<Values> &series, const PooledShape &shape)
{
    qint64 windows = 0;
    if (isGiven(shape))
        return 1;
    for (const Values one : series)
        windows += std::clamp<qint64>(qint64(one.size()) - shape.lookback - shape.horizon + 1, 0, mostWindowsOfSeries);
    return std::max<qint64>(1, (windows + mostWindows - 1) / mostWindows);
}

/// Sums over windows: inputs by inputs, inputs by outputs.
class Gram {
public:
    Gram(const PooledShape &shape, bool isCentredOnLast)
        : m_shape(shape), m_isCentredOnLast(isCentredOnLast), m_columns(shape.lookback + (hasOffsets(shape) ? 1 : 0)),
          m_inputs(Eigen::MatrixXd::Zero(m_columns, m_columns)), m_outputs(Eigen::MatrixXd::Zero(m_columns, shape.horizon)),
          m_rows(rowsAtOnce, m_columns + shape.horizon)
    {
        m_rows.col(m_columns - 1).setOnes(); // of the values of windows where there are no offsets
    }

    void add(Values window)
    {
        const WindowView view = viewOf(window.first(size_t(m_shape.lookback)), m_isCentredOnLast);
        if (!(view.width > 0))
            return;
        const Eigen::Map<const Eigen::RowVectorXd> values(window.data(), Eigen::Index(window.size()));
        const Eigen::Array<double, 1, Eigen::Dynamic> seen = ((values.array() - view.centre) / view.width).max(-farthestOf(m_shape)).min(farthestOf(m_shape));
        m_rows.row(m_filled).head(m_shape.lookback) = seen.head(m_shape.lookback);
        m_rows.row(m_filled).tail(m_shape.horizon) = seen.tail(m_shape.horizon);
        ++m_windows;
        if (++m_filled == rowsAtOnce)
            flush();
    }

    qint64 windows() const { return m_windows; }

    /// lookback x horizon, below them the offsets where there are any; zeros where nothing was added.
    Eigen::MatrixXd solved(double penalty)
    {
        flush();
        Eigen::MatrixXd held = m_inputs.selfadjointView<Eigen::Lower>();
        const auto lags = held.diagonal().head(m_shape.lookback);
        held.diagonal().head(m_shape.lookback).array() += penalty * std::max(lags.mean(), 1e-12);
        const Eigen::LLT<Eigen::MatrixXd> solver(held);
        if (m_windows == 0 || solver.info() != Eigen::Success)
            return Eigen::MatrixXd::Zero(m_columns, m_shape.horizon);
        return solver.solve(m_outputs);
    }

private:
    void flush()
    {
        if (m_filled == 0)
            return;
        const auto inputs = m_rows.topLeftCorner(m_filled, m_columns);
        m_inputs.selfadjointView<Eigen::Lower>().rankUpdate(inputs.transpose());
        m_outputs.noalias() += inputs.transpose() * m_rows.topRightCorner(m_filled, m_shape.horizon);
        m_filled = 0;
    }

    const PooledShape m_shape;
    const bool m_isCentredOnLast;
    const Eigen::Index m_columns;
    Eigen::MatrixXd m_inputs;
    Eigen::MatrixXd m_outputs;
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> m_rows;
    Eigen::Index m_filled = 0;
    qint64 m_windows = 0;
};

Gram gramOf(const std::vector<Values> &series, const PooledShape &shape, bool isCentredOnLast)
{
    Gram gram(shape, isCentredOnLast);
    const qint64 stride = strideFor(series, shape);
    for (const Values one : series)
        for (const size_t start : windowStarts(one, shape, stride))
            gram.add(one.subspan(start, size_t(shape.lookback + shape.horizon)));
    return gram;
}

PooledFit fitOf(const Eigen::MatrixXd &coefficients, const PooledShape &shape, bool isCentredOnLast)
{
    PooledFit fit{shape, isCentredOnLast, {}, {}, 0, 0};
    const Eigen::MatrixXd lags = coefficients.topRows(shape.lookback);
    fit.coefficients.assign(lags.data(), lags.data() + lags.size());
    for (Eigen::Index h = 0; h < coefficients.cols() && hasOffsets(shape); ++h)
        fit.offsets.push_back(coefficients(shape.lookback, h));
    return fit;
}

/// How many values of a series the fits to choose from have not seen: one window, or of windows of one step up to twenty.
size_t heldBack(Values one, const PooledShape &shape)
{
    return shape.horizon > 1 ? size_t(shape.horizon) : std::clamp<size_t>(one.size() / 5, 1, 20);
}

/// The mean scaled absolute error over the values of each series that were held back.
double errorOf(const PooledFit &fit, const std::vector<Values> &series)
{
    const auto lookback = size_t(fit.shape.lookback), horizon = size_t(fit.shape.horizon);
    double sum = 0;
    qint64 count = 0;
    for (const Values one : series) {
        const size_t held = heldBack(one, fit.shape);
        for (size_t begin = one.size() - std::min(held, one.size()); begin >= lookback && begin + horizon <= one.size(); begin += horizon) {
            const Values input = one.subspan(begin - lookback, lookback);
            const double width = viewOf(input, false).width;
            const std::vector<double> forecast = fit.forecast(input);
            for (size_t h = 0; width > 0 && h < horizon; ++h, ++count)
                sum += std::abs(one[begin + h] - forecast[h]) / width;
        }
    }
    return count > 0 ? sum / double(count) : std::numeric_limits<double>::infinity();
}

struct Choice {
    bool isCentredOnLast = false;
    double penalty = penalties[0];
};

Choice chooseBy(const std::vector<Values> &series, const PooledShape &shape)
{
    std::vector<Values> earlier;
    for (const Values one : series)
        if (const size_t held = heldBack(one, shape); one.size() > held)
            earlier.push_back(one.first(one.size() - held));
    Choice best;
    double least = std::numeric_limits<double>::infinity();
    for (const bool isCentredOnLast : {false, true}) {
        Gram gram = gramOf(earlier, shape, isCentredOnLast);
        for (const double penalty : penalties)
            if (const double error = errorOf(fitOf(gram.solved(penalty), shape, isCentredOnLast), series); error < least) {
                least = error;
                best = {isCentredOnLast, penalty};
            }
    }
    return best;
}

/// What a step is made of, from what the values of its window are made of.
std::vector<double> combinedParts(const std::vector<std::vector<double>> &window, bool isCentredOnLast, const std::vector<double> &weights, double gain)
{
    const size_t count = window.front().size();
    std::vector<double> centre = window.back(), result;
    if (!isCentredOnLast)
        for (size_t part = 0; part < count; ++part) {
            centre[part] = 0;
            for (const std::vector<double> &value : window)
                centre[part] += value[part] / double(window.size());
        }
    result = centre;
    for (size_t i = 0; i < window.size(); ++i)
        for (size_t part = 0; part < count; ++part)
            result[part] += weights[i] * (window[i][part] - centre[part]);
    result.back() += gain;
    return result;
}

} // namespace

std::vector<double> PooledFit::forecast(Values history) const
{
    if (history.size() < size_t(shape.lookback))
        return {};
    const Values input = history.last(size_t(shape.lookback));
    const WindowView view = viewOf(input, isCentredOnLast);
    const double reach = isGiven(shape) ? std::numeric_limits<double>::infinity() : farthest * view.width;
    std::vector<double> values;
    for (int h = 0; h < shape.horizon; ++h) {
        const Values weights = Values(coefficients).subspan(size_t(h) * size_t(shape.lookback), size_t(shape.lookback));
        double sum = 0;
        for (size_t i = 0; i < input.size(); ++i)
            sum += weights[i] * std::clamp(input[i] - view.centre, -reach, reach);
        if (!offsets.empty())
            sum += offsets[size_t(h)] * view.width;
        values.push_back(view.centre + sum); // the width cancels: inputs are over it, outputs times it
    }
    return values;
}

PooledWeights weightsOf(const PooledFit &fit, Values history)
{
    const Values input = history.last(size_t(fit.shape.lookback));
    const WindowView view = viewOf(input, fit.isCentredOnLast);
    const double reach = isGiven(fit.shape) ? std::numeric_limits<double>::infinity() : farthest * view.width;
    PooledWeights result;
    for (size_t h = 0; h < size_t(fit.shape.horizon); ++h) {
        std::vector<double> &weights = result.weights.emplace_back(fit.coefficients.begin() + std::ptrdiff_t(h * input.size()), fit.coefficients.begin() + std::ptrdiff_t((h + 1) * input.size()));
        for (size_t i = 0; i < input.size(); ++i)
            if (const double away = input[i] - view.centre; std::abs(away) > reach)
                weights[i] *= std::clamp(away, -reach, reach) / away;
        result.gains.push_back(fit.offsets.empty() ? 0.0 : fit.offsets[h] * view.width);
    }
    return result;
}

std::shared_ptr<const PooledFit> fitPooled(const std::vector<Values> &series, const PooledShape &shape)
{
    constexpr double barelyGrowing = 1.001, strongest = 1e6;
    const Choice choice = isGiven(shape) ? Choice{shape.centre == WindowCentre::Last, shape.penalty} : chooseBy(series, shape);
    PooledFit fit = fitPooledWith(series, shape, choice.isCentredOnLast, choice.penalty);
    for (double penalty = choice.penalty; shape.horizon == 1 && penalty < strongest && isExplosive(levelCoefficients(fit), barelyGrowing); penalty *= 10)
        fit = fitPooledWith(series, shape, choice.isCentredOnLast, 10 * penalty);
    return std::make_shared<PooledFit>(std::move(fit));
}

PooledFit fitPooledWith(const std::vector<Values> &series, const PooledShape &shape, bool isCentredOnLast, double penalty)
{
    Gram gram = gramOf(series, shape, isCentredOnLast);
    PooledFit fit = fitOf(gram.solved(penalty), shape, isCentredOnLast);
    fit.windows = gram.windows();
    fit.series = qint64(series.size());
    return fit;
}

std::vector<double> levelCoefficients(const PooledFit &fit)
{
    const auto lookback = size_t(fit.shape.lookback);
    const Values weights = Values(fit.coefficients).first(lookback); // oldest lag first
    std::vector<double> level(weights.rbegin(), weights.rend());
    const double rest = 1 - std::accumulate(weights.begin(), weights.end(), 0.0);
    if (fit.isCentredOnLast)
        level.front() += rest;
    else
        for (double &value : level)
            value += rest / double(lookback);
    return level;
}

/// Each value of the window and each step ahead as what it is made of: the centre of the window first, then how far each of its values
/// lies from that, then what all series gained. Each next step is a sum of those before.
ForecastParts pooledParts(const PooledFit &fit, Values history, int horizon)
{
    const auto lookback = size_t(fit.shape.lookback);
    const Values last = history.last(lookback);
    const double centre = fit.isCentredOnLast ? last.back() : meanOf(last);
    std::vector<double> values(last.begin(), last.end());
    std::vector<std::vector<double>> made; // [value][part]
    for (size_t i = 0; i < lookback; ++i) {
        made.emplace_back(lookback + 2, 0.0);
        made[i].front() = centre;
        made[i][i + 1] = last[i] - centre;
    }
    while (values.size() < lookback + size_t(horizon)) {
        const PooledWeights weights = weightsOf(fit, values);
        const std::vector<std::vector<double>> window(made.end() - std::ptrdiff_t(lookback), made.end());
        for (size_t h = 0; h < weights.weights.size(); ++h)
            made.push_back(combinedParts(window, fit.isCentredOnLast, weights.weights[h], weights.gains[h]));
        const std::vector<double> next = fit.forecast(values);
        values.insert(values.end(), next.begin(), next.end());
    }
    ForecastParts parts(horizon);
    for (size_t h = 0; h < size_t(horizon); ++h) {
        const std::vector<double> &step = made[lookback + h];
        parts.of(PartKind::Level)[h] = step.front();
        if (!fit.offsets.empty())
            parts.of(PartKind::Trend)[h] = step.back();
        for (size_t i = 0; i < lookback; ++i)
            parts.of(PartKind::Lag, int(lookback - i))[h] = step[i + 1];
    }
    return parts;
}

} // namespace foretrail
