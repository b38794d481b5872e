#include "core/series/Fourier.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace foretrail {
namespace {

int usablePairs(double period, int pairs) { return std::clamp(pairs, 0, int(std::min(period / 2.0, 1e6))); }

struct Regression {
    Eigen::MatrixXd design; ///< a row for each value that is there: intercept, line, terms
    Eigen::VectorXd target;
};

Regression regressionOf(Values y, double period, int pairs)
{
    std::vector<size_t> places;
    for (size_t i = 0; i < y.size(); ++i)
        if (std::isfinite(y[i]))
            places.push_back(i);
    const auto rows = Eigen::Index(places.size());
    Regression regression{Eigen::MatrixXd(rows, 2 + fourierTermCount(period, pairs)), Eigen::VectorXd(rows)};
    for (Eigen::Index row = 0; row < rows; ++row) {
        const size_t place = places[size_t(row)];
        const std::vector<double> terms = fourierTerms(period, pairs, double(place));
        regression.design(row, 0) = 1.0;
        regression.design(row, 1) = double(place) / double(y.size());
        std::copy(terms.begin(), terms.end(), regression.design.row(row).tail(Eigen::Index(terms.size())).begin());
        regression.target(row) = y[place];
    }
    return regression;
}

double aicc(double squares, double count, double parameters)
{
    return count * std::log(squares / count) + 2 * parameters + 2 * parameters * (parameters + 1) / (count - parameters - 1);
}

/// Half a turn has no sine: what rounding leaves of it is no value to show or to learn from.
double snapped(double value) { return std::abs(value) < 1e-15 ? 0 : value; }

} // namespace

std::vector<double> fourierTerms(double period, int pairs, double place)
{
    std::vector<double> terms;
    for (int k = 1; k <= usablePairs(period, pairs); ++k) {
        const double angle = 2.0 * std::numbers::pi * std::fmod(k * place, period) / period; // small, so exact far out
        if (2.0 * k != period)
            terms.push_back(snapped(std::sin(angle)));
        terms.push_back(snapped(std::cos(angle)));
    }
    return terms;
}

int fourierTermCount(double period, int pairs)
{
    const int usable = usablePairs(period, pairs);
    return 2 * usable - (usable > 0 && 2.0 * usable == period ? 1 : 0);
}

int fourierPairsByAicc(Values y, double period, int most)
{
    // n - k - 1 > 0 with k = terms + intercept, line and variance.
    const auto there = std::count_if(y.begin(), y.end(), [](double value) { return std::isfinite(value); });
    most = std::min<int>(usablePairs(period, most), int(std::max<std::ptrdiff_t>(0, (there - 5) / 2)));
    if (most == 0)
        return 0;
    const Regression regression = regressionOf(y, period, most);
    // One orthogonal basis in the order of the columns: what lies beyond the first p of it is the rest of that regression.
    const Eigen::HouseholderQR<Eigen::MatrixXd> basis(regression.design);
    const Eigen::VectorXd shares = basis.householderQ().adjoint() * regression.target;
    const double rounding = 1e-24 * regression.target.squaredNorm();
    int best = 0;
    double bestCriterion = std::numeric_limits<double>::infinity();
    for (int pairs = 0; pairs <= most; ++pairs) {
        const int columns = 2 + fourierTermCount(period, pairs);
        const double squares = std::max(shares.tail(shares.size() - columns).squaredNorm(), rounding);
        const double criterion = squares > 0 ? aicc(squares, double(shares.size()), columns + 1) : 0.0;
        if (criterion < bestCriterion) {
            best = pairs;
            bestCriterion = criterion;
        }
    }
    return best;
}

} // namespace foretrail
