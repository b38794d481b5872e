#include "core/models/CombinationWeights.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

constexpr double farWorse = 1.5;        ///< times the best error
constexpr double power = 4;
constexpr int fewOrigins = 3;
constexpr double cautionOfFew = 0.75;   ///< of the way to equal weights

double memberError(const std::vector<std::vector<double>> &origins, Loss loss, int without)
{
    double sum = 0;
    int count = 0;
    for (size_t k = 0; k < origins.size(); ++k) {
        if (int(k) == without || origins[k].empty())
            continue;
        double atOrigin = 0;
        for (const double error : origins[k])
            atOrigin += loss == Loss::Mse ? error * error : std::abs(error);
        sum += atOrigin / double(origins[k].size());
        ++count;
    }
    const double mean = count > 0 ? sum / count : 0.0;
    return loss == Loss::Mse ? std::sqrt(mean) : mean;
}

std::vector<double> normalised(std::vector<double> weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight = sum > 0 ? weight / sum : 1.0 / double(weights.size());
    return weights;
}

std::vector<double> byErrors(const std::vector<double> &errors, int origins)
{
    const double best = *std::min_element(errors.begin(), errors.end());
    const double largest = *std::max_element(errors.begin(), errors.end());
    if (!(largest > 0))
        return normalised(std::vector<double>(errors.size(), 1.0));
    const double least = 1e-6 * largest; // one that never missed must not rule alone for rounding
    std::vector<double> weights, alike;
    for (const double error : errors) {
        const bool isKept = error <= std::max(farWorse * best, least);
        weights.push_back(isKept ? std::pow(std::max(best, least) / std::max(error, least), power) : 0.0);
        alike.push_back(isKept ? 1.0 : 0.0);
    }
    weights = normalised(std::move(weights));
    if (origins >= fewOrigins)
        return weights;
    alike = normalised(std::move(alike));
    for (size_t i = 0; i < weights.size(); ++i)
        weights[i] = (1 - cautionOfFew) * weights[i] + cautionOfFew * alike[i];
    return weights;
}

/// As all weights add up to 1, the error of a combination is the combination of the errors: w'Ew is least.
std::vector<double> stacked(const TrialErrors &errors, int without)
{
    const size_t members = errors.size();
    std::vector<double> gram(members * members, 0.0);
    double size = 0;
    for (size_t k = 0; k < errors.front().size(); ++k)
        for (size_t h = 0; int(k) != without && h < errors.front()[k].size(); ++h)
            for (size_t i = 0; i < members; ++i)
                for (size_t j = 0; j < members; ++j) {
                    gram[i * members + j] += errors[i][k][h] * errors[j][k][h];
                    size += i == j ? errors[i][k][h] * errors[i][k][h] : 0.0;
                }
    // The sum of 1 as one more equation, held a thousand times as firmly as all others together.
    const double firm = std::max(1e3 * size, 1e-12);
    for (double &entry : gram)
        entry += firm;
    return nonNegativeLeastSquares(gram, std::vector<double>(members, firm));
}

} // namespace

std::vector<double> combinationWeights(const TrialErrors &errors, Weighing weighing, Loss loss, int without)
{
    const size_t members = errors.size();
    const auto origins = int(errors.front().size()) - (without >= 0 ? 1 : 0);
    if (origins < 1 || weighing == Weighing::Equal || weighing == Weighing::Median)
        return normalised(std::vector<double>(members, 1.0));
    if (weighing == Weighing::Stacking)
        return normalised(stacked(errors, without));
    std::vector<double> sizes;
    for (const auto &ofMember : errors)
        sizes.push_back(memberError(ofMember, loss, without));
    return byErrors(sizes, origins);
}

std::vector<double> nonNegativeLeastSquares(const std::vector<double> &gram, const std::vector<double> &moments)
{
    const auto n = Eigen::Index(moments.size());
    const Eigen::Map<const Eigen::MatrixXd> all(gram.data(), n, n);
    const Eigen::Map<const Eigen::VectorXd> b(moments.data(), n);
    Eigen::VectorXd x = Eigen::VectorXd::Zero(n);
    std::vector<bool> isFree(size_t(n), false);
    const double tolerance = 1e-10 * std::max(b.cwiseAbs().maxCoeff(), 1e-300);
    for (int round = 0; round < 10 * int(n); ++round) {
        const Eigen::VectorXd slope = b - all * x;
        Eigen::Index next = -1;
        for (Eigen::Index i = 0; i < n; ++i)
            if (!isFree[size_t(i)] && slope(i) > tolerance && (next < 0 || slope(i) > slope(next)))
                next = i;
        if (next < 0)
            break;
        isFree[size_t(next)] = true;
        for (;;) {
            std::vector<Eigen::Index> at;
            for (Eigen::Index i = 0; i < n; ++i)
                if (isFree[size_t(i)])
                    at.push_back(i);
            if (at.empty())
                break;
            const Eigen::VectorXd solution = Eigen::LDLT<Eigen::MatrixXd>(all(at, at)).solve(b(at));
            if (solution.minCoeff() > 0) {
                x.setZero();
                x(at) = solution;
                break;
            }
            double step = 1;
            for (size_t i = 0; i < at.size(); ++i)
                if (solution(Eigen::Index(i)) <= 0 && x(at[i]) > solution(Eigen::Index(i)))
                    step = std::min(step, x(at[i]) / (x(at[i]) - solution(Eigen::Index(i))));
            for (size_t i = 0; i < at.size(); ++i) {
                x(at[i]) += step * (solution(Eigen::Index(i)) - x(at[i]));
                if (x(at[i]) <= 1e-15)
                    isFree[size_t(at[i])] = false, x(at[i]) = 0;
            }
        }
    }
    return {x.data(), x.data() + n};
}

} // namespace foretrail
