#include "core/models/Autoregression.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

// What is left of the variance after an exact prediction is rounding.
constexpr double exactShare = 1e-12;

std::vector<double> centred(Values values, double mean)
{
    std::vector<double> result(values.begin(), values.end());
    for (double &value : result)
        value -= mean;
    return result;
}

double dot(Values a, Values b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// Levinson and Durbin's step from one order to the next, given the reflection coefficient.
ArFit nextOrder(const ArFit &fit, double reflection)
{
    ArFit next = fit;
    const size_t order = fit.coefficients.size();
    for (size_t i = 0; i < order; ++i)
        next.coefficients[i] -= reflection * fit.coefficients[order - 1 - i];
    next.coefficients.push_back(reflection);
    next.variance *= 1.0 - reflection * reflection;
    return next;
}

std::vector<ArFit> yuleWalkerPath(const std::vector<double> &y, double mean, int maxOrder)
{
    const auto n = y.size();
    std::vector<double> covariance;
    for (size_t lag = 0; lag <= size_t(maxOrder); ++lag)
        covariance.push_back(dot(Values(y).subspan(lag), Values(y).first(n - lag)) / double(n));
    std::vector<ArFit> path{{mean, {}, covariance[0]}};
    while (path.back().order() < maxOrder && path.back().variance > exactShare * covariance[0]) {
        const ArFit &fit = path.back();
        const auto order = size_t(fit.order());
        double numerator = covariance[order + 1];
        for (size_t j = 0; j < order; ++j)
            numerator -= fit.coefficients[j] * covariance[order - j];
        path.push_back(nextOrder(fit, numerator / fit.variance));
    }
    return path;
}

// The energy of the errors of one order follows from that of the order before and the two that fall out (Andersen 1978); it is
// summed up anew where little of it is left.
std::vector<ArFit> burgPath(const std::vector<double> &y, double mean, int maxOrder)
{
    using Eigen::VectorXd;
    VectorXd forward = Eigen::Map<const VectorXd>(y.data(), Eigen::Index(y.size()));
    VectorXd backward = forward, next(forward.size());
    std::vector<ArFit> path{{mean, {}, forward.squaredNorm() / double(y.size())}};
    const double exact = exactShare * path[0].variance;
    const double whole = 2 * forward.squaredNorm();
    double energy = whole;
    Eigen::Index left = forward.size();
    while (path.back().order() < maxOrder && path.back().variance > exact) {
        const Eigen::Index first = forward.size() - left; // forward errors stand at the end, backward ones at the beginning
        energy -= forward(first) * forward(first) + backward(left - 1) * backward(left - 1);
        --left;
        auto f = forward.tail(left);
        auto b = backward.head(left);
        if (energy < 1e-6 * whole)
            energy = f.squaredNorm() + b.squaredNorm();
        const double reflection = energy > 0 ? 2.0 * f.dot(b) / energy : 0.0;
        next.head(left).noalias() = b - reflection * f;
        f -= reflection * b;
        backward.swap(next);
        energy *= 1 - reflection * reflection;
        path.push_back(nextOrder(path.back(), reflection));
    }
    return path;
}

/// Products of the columns [1, lag 1, lag 2, ...] and the target (lag 0, at place 0 of `lagged`) over the rows t = maxOrder + 1 .. n. Those of
/// both lags one further gain a product at the beginning and lose one at the end.
struct LagProducts {
    Eigen::MatrixXd lagged; ///< lag 0 .. maxOrder by the same
    Eigen::VectorXd sums;   ///< of each

    LagProducts(const std::vector<double> &y, int maxOrder) : lagged(maxOrder + 1, maxOrder + 1), sums(maxOrder + 1)
    {
        const auto rows = Eigen::Index(y.size()) - maxOrder;
        const auto column = [&](int lag) { return Eigen::Map<const Eigen::VectorXd>(y.data() + maxOrder - lag, rows); };
        const auto before = [&](int lag) { return y[size_t(maxOrder - lag)]; };
        const auto behind = [&](int lag) { return y[size_t(maxOrder - lag + rows)]; };
        for (int j = 0; j <= maxOrder; ++j) {
            sums(j) = column(j).sum();
            lagged(0, j) = lagged(j, 0) = column(0).dot(column(j));
        }
        for (int i = 1; i <= maxOrder; ++i)
            for (int j = i; j <= maxOrder; ++j)
                lagged(i, j) = lagged(j, i) = lagged(i - 1, j - 1) + before(i) * before(j) - behind(i) * behind(j);
    }
};

/// The mean of squared residuals by themselves, where the difference of sums has lost its digits.
double residualVariance(const std::vector<double> &y, const Eigen::VectorXd &beta, int maxOrder)
{
    double sum = 0;
    for (size_t t = size_t(maxOrder); t < y.size(); ++t) {
        double error = y[t] - beta(0);
        for (Eigen::Index lag = 1; lag < beta.size(); ++lag)
            error -= beta(lag) * y[t - size_t(lag)];
        sum += error * error;
    }
    return sum / double(y.size() - size_t(maxOrder));
}

// Rows t = maxOrder + 1 .. n for every order. Cholesky's factor of a lower order is a part of the one of the highest, so it grows by a row an
// order; it ends where the next lag is told by the lower ones but for rounding.
std::vector<ArFit> leastSquaresPath(const std::vector<double> &y, double mean, int maxOrder)
{
    constexpr double dependent = 1e-12, lostDigits = 1e-6;
    const auto rows = double(y.size()) - maxOrder;
    const LagProducts products(y, maxOrder);
    Eigen::MatrixXd factor = Eigen::MatrixXd::Zero(maxOrder + 1, maxOrder + 1);
    Eigen::VectorXd solved(maxOrder + 1); // factor * solved = moments
    std::vector<ArFit> path;
    double left = products.lagged(0, 0); // of the target's squares
    for (Eigen::Index order = 0; order <= maxOrder; ++order) {
        Eigen::VectorXd row(order + 1);
        row(0) = order == 0 ? rows : products.sums(order);
        row.tail(order) = products.lagged.row(order).segment(1, order);
        if (order > 0)
            factor.topLeftCorner(order, order).triangularView<Eigen::Lower>().solveInPlace(row.head(order));
        const double pivot = row(order) - row.head(order).squaredNorm();
        if (!(pivot > dependent * row(order)) || (order > 0 && path[0].variance <= 0))
            break;
        factor.row(order).head(order) = row.head(order);
        factor(order, order) = std::sqrt(pivot);
        const double moment = order == 0 ? products.sums(0) : products.lagged(0, order);
        solved(order) = (moment - row.head(order).dot(solved.head(order))) / factor(order, order);
        left -= solved(order) * solved(order);
        const Eigen::VectorXd beta = factor.topLeftCorner(order + 1, order + 1).triangularView<Eigen::Lower>().adjoint().solve(solved.head(order + 1));
        const double variance = left > lostDigits * products.lagged(0, 0) ? left / rows : residualVariance(y, beta, maxOrder);
        ArFit fit{mean, {beta.data() + 1, beta.data() + order + 1}, variance};
        const double gain = 1.0 - std::accumulate(fit.coefficients.begin(), fit.coefficients.end(), 0.0);
        if (std::abs(gain) > 1e-8) // the intercept of the regression, told as a mean
            fit.mean += beta(0) / gain;
        path.push_back(std::move(fit));
    }
    return path;
}

} // namespace

std::vector<ArFit> arPath(Values values, double mean, int maxOrder, ArEstimator estimator)
{
    const std::vector<double> y = centred(values, mean);
    maxOrder = std::clamp(maxOrder, 0, std::max(int(y.size()) - 1, 0));
    switch (estimator) {
    case ArEstimator::YuleWalker: return yuleWalkerPath(y, mean, maxOrder);
    case ArEstimator::LeastSquares: return leastSquaresPath(y, mean, maxOrder);
    case ArEstimator::Burg: break;
    }
    return burgPath(y, mean, maxOrder);
}

double aicc(double variance, qint64 n, int parameters)
{
    const auto k = double(parameters);
    const double left = double(n) - k - 1.0;
    if (left <= 0)
        return std::numeric_limits<double>::infinity();
    // An exact fit has no logarithm; the smallest number keeps exact fits ordered by their parameters.
    return double(n) * std::log(std::max(variance, std::numeric_limits<double>::min())) + 2.0 * k
           + 2.0 * k * (k + 1.0) / left;
}

double aic(double variance, qint64 n, int parameters)
{
    return double(n) * std::log(std::max(variance, std::numeric_limits<double>::min())) + 2.0 * double(parameters);
}

double bic(double variance, qint64 n, int parameters)
{
    return double(n) * std::log(std::max(variance, std::numeric_limits<double>::min())) + double(parameters) * std::log(double(n));
}

const ArFit &bestBy(ArCriterion criterion, const std::vector<ArFit> &path, qint64 n, int otherParameters)
{
    const auto measure = criterion == ArCriterion::Bic ? bic : criterion == ArCriterion::Aic ? aic : aicc;
    const auto of = [&](const ArFit &fit) { return measure(fit.variance, n, fit.order() + 1 + otherParameters); };
    return *std::min_element(path.begin(), path.end(), [&](const ArFit &a, const ArFit &b) { return of(a) < of(b); });
}

const ArFit &bestByAicc(const std::vector<ArFit> &path, qint64 n, int otherParameters)
{
    return bestBy(ArCriterion::Aicc, path, n, otherParameters);
}

bool isExplosive(Values coefficients, double radius)
{
    std::vector<double> phi(coefficients.begin(), coefficients.end());
    double power = 1;
    for (double &value : phi)
        value /= power *= radius;
    // Levinson and Durbin's recursion backwards: each order's last coefficient is its reflection.
    while (!phi.empty()) {
        const double reflection = phi.back();
        if (!(std::abs(reflection) < 1))
            return true;
        phi.pop_back();
        const std::vector<double> higher = phi;
        for (size_t i = 0; i < phi.size(); ++i)
            phi[i] = (higher[i] + reflection * higher[phi.size() - 1 - i]) / (1 - reflection * reflection);
    }
    return false;
}

std::vector<double> changesOf(Values values, int lag)
{
    std::vector<double> changes;
    for (size_t t = size_t(lag); t < values.size(); ++t)
        changes.push_back(values[t] - values[t - size_t(lag)]);
    return changes;
}

std::vector<double> integratedCoefficients(Values coefficients, int lag)
{
    std::vector<double> whole(coefficients.begin(), coefficients.end());
    whole.resize(coefficients.size() + size_t(lag), 0.0);
    whole[size_t(lag) - 1] += 1.0;
    for (size_t i = 0; i < coefficients.size(); ++i)
        whole[i + size_t(lag)] -= coefficients[i];
    return whole;
}

std::vector<double> psiWeights(Values coefficients, int count)
{
    std::vector<double> psi;
    for (int j = 0; j < count; ++j) {
        double weight = j == 0 ? 1.0 : 0.0;
        for (int i = 1; i <= std::min(j, int(coefficients.size())); ++i)
            weight += coefficients[size_t(i - 1)] * psi[size_t(j - i)];
        psi.push_back(weight);
    }
    return psi;
}

std::vector<double> arContinue(Values past, Values coefficients, int horizon)
{
    const size_t order = coefficients.size();
    std::vector<double> path(order, 0.0);
    const size_t known = std::min(order, past.size());
    std::copy(past.end() - std::ptrdiff_t(known), past.end(), path.end() - std::ptrdiff_t(known));
    for (int h = 0; h < horizon; ++h)
        path.push_back(arNext(path, coefficients));
    path.erase(path.begin(), path.begin() + std::ptrdiff_t(order));
    return path;
}

std::vector<std::vector<double>> arLagWeights(Values coefficients, int horizon)
{
    const size_t order = coefficients.size();
    std::vector<std::vector<double>> weights;
    for (size_t h = 0; h < size_t(horizon); ++h) {
        std::vector<double> row(order, 0.0);
        for (size_t lag = 0; lag + h < order; ++lag) // what is still of the past
            row[lag] = coefficients[lag + h];
        for (size_t i = 0; i < std::min(h, order); ++i) // what was forecast
            for (size_t lag = 0; lag < order; ++lag)
                row[lag] += coefficients[i] * weights[h - 1 - i][lag];
        weights.push_back(std::move(row));
    }
    return weights;
}

void addLags(ForecastParts &parts, PartKind kind, Values past, double centre, Values coefficients)
{
    const auto weights = arLagWeights(coefficients, parts.horizon());
    for (size_t lag = 0; lag < std::min(coefficients.size(), past.size()); ++lag) {
        std::vector<double> &values = parts.of(kind, int(lag) + 1);
        for (size_t h = 0; h < values.size(); ++h)
            values[h] += weights[h][lag] * (past[past.size() - 1 - lag] - centre);
    }
}

void addLastSeason(Values past, int season, ForecastParts &parts)
{
    const Values last = past.last(size_t(season));
    const double level = std::accumulate(last.begin(), last.end(), 0.0) / season;
    for (size_t h = 0; h < size_t(parts.horizon()); ++h) {
        parts.of(PartKind::Level)[h] += level;
        parts.of(PartKind::Season, season)[h] += last[h % size_t(season)] - level;
    }
}

double arNext(Values past, Values coefficients)
{
    double value = 0;
    for (size_t i = 1; i <= coefficients.size(); ++i)
        value += coefficients[i - 1] * past[past.size() - i];
    return value;
}

int usualMaxArOrder(qint64 n, int season)
{
    const int byLength = int(10.0 * std::log10(double(std::max<qint64>(n, 1))));
    const int bySeason = season <= 28 ? 2 * season + 2 : season <= 58 ? season + 2 : 0;
    return int(std::min<qint64>(std::max(byLength, bySeason), n / 4));
}

} // namespace foretrail
