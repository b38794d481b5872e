#include "core/models/SmoothSearch.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace foretrail {
namespace {

double innerOf(Values a, Values b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double largestOf(Values a)
{
    double largest = 0;
    for (double value : a)
        largest = std::max(largest, std::abs(value));
    return largest;
}

/// What the last steps told about the curvature.
class CurvatureMemory {
public:
    void add(std::vector<double> moved, std::vector<double> turned)
    {
        constexpr size_t most = 10;
        const double product = innerOf(moved, turned);
        if (product <= 1e-12 * innerOf(turned, turned))
            return;
        m_pairs.push_back({std::move(moved), std::move(turned), product});
        if (m_pairs.size() > most)
            m_pairs.pop_front();
    }

    void clear() { m_pairs.clear(); }
    bool isEmpty() const { return m_pairs.empty(); }

    /// The quasi-Newton direction downhill: the two loops over the pairs.
    std::vector<double> direction(const std::vector<double> &gradient) const
    {
        std::vector<double> d = gradient;
        std::vector<double> shares(m_pairs.size());
        for (size_t i = m_pairs.size(); i-- > 0;) {
            shares[i] = innerOf(m_pairs[i].moved, d) / m_pairs[i].product;
            addTimes(d, -shares[i], m_pairs[i].turned);
        }
        const Pair &last = m_pairs.back();
        for (double &value : d)
            value *= last.product / innerOf(last.turned, last.turned);
        for (size_t i = 0; i < m_pairs.size(); ++i)
            addTimes(d, shares[i] - innerOf(m_pairs[i].turned, d) / m_pairs[i].product, m_pairs[i].moved);
        for (double &value : d)
            value = -value;
        return d;
    }

private:
    struct Pair {
        std::vector<double> moved;
        std::vector<double> turned; ///< change of the gradient
        double product = 0;
    };

    static void addTimes(std::vector<double> &to, double factor, const std::vector<double> &other)
    {
        for (size_t i = 0; i < to.size(); ++i)
            to[i] += factor * other[i];
    }

    std::deque<Pair> m_pairs;
};

std::vector<double> steepestDown(const std::vector<double> &gradient)
{
    const double factor = -0.5 / std::max(largestOf(gradient), 1e-12);
    std::vector<double> direction = gradient;
    for (double &value : direction)
        value *= factor;
    return direction;
}

struct Point {
    std::vector<double> x;
    std::vector<double> gradient;
    double value = std::numeric_limits<double>::infinity();
};

/// A point along `direction` that is enough below `from`; none when no step is short enough.
bool stepDown(const SmoothFunction &function, const Point &from, const std::vector<double> &direction, Point &next)
{
    constexpr double longest = 2; // weights are searched as logits: further is where they no longer change
    const double slope = innerOf(from.gradient, direction);
    double length = std::min(1.0, longest / std::max(largestOf(direction), 1e-300));
    for (int tries = 0; slope < 0 && tries < 30; ++tries, length *= 0.4) {
        for (size_t i = 0; i < next.x.size(); ++i)
            next.x[i] = from.x[i] + length * direction[i];
        next.value = function(next.x, next.gradient);
        if (next.value <= from.value + 1e-4 * length * slope)
            return true;
    }
    return false;
}

std::vector<double> differenceOf(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> result(a.size());
    std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::minus<>());
    return result;
}

} // namespace

SmoothMinimum minimiseSmooth(const SmoothFunction &function, std::vector<double> start, int mostSteps)
{
    const size_t count = start.size();
    Point here{std::move(start), std::vector<double>(count), 0};
    here.value = function(here.x, here.gradient);
    Point next = here;
    CurvatureMemory memory;
    int idle = 0;
    for (int step = 0; step < mostSteps && std::isfinite(here.value) && idle < 2; ++step) {
        const bool isFirst = memory.isEmpty();
        if (!stepDown(function, here, isFirst ? steepestDown(here.gradient) : memory.direction(here.gradient), next)) {
            if (isFirst)
                break;
            memory.clear();
            continue;
        }
        idle = here.value - next.value < 1e-8 * (1 + std::abs(here.value)) ? idle + 1 : 0;
        memory.add(differenceOf(next.x, here.x), differenceOf(next.gradient, here.gradient));
        std::swap(here, next);
    }
    return {std::move(here.x), here.value};
}

double minimiseBetween(const std::function<double(double)> &function, double low, double high)
{
    constexpr int points = 24;
    const double width = (high - low) / points;
    int best = 0;
    double smallest = std::numeric_limits<double>::infinity();
    for (int i = 0; i <= points; ++i)
        if (const double value = function(low + i * width); value < smallest) {
            smallest = value;
            best = i;
        }
    double a = low + std::max(best - 1, 0) * width;
    double b = low + std::min(best + 1, points) * width;
    const double golden = (std::sqrt(5.0) - 1) / 2;
    double x1 = b - golden * (b - a), x2 = a + golden * (b - a);
    double f1 = function(x1), f2 = function(x2);
    while (b - a > 1e-9 * (high - low)) {
        if (f1 <= f2) {
            b = std::exchange(x2, x1);
            f2 = f1;
            f1 = function(x1 = b - golden * (b - a));
        } else {
            a = std::exchange(x1, x2);
            f1 = f2;
            f2 = function(x2 = a + golden * (b - a));
        }
    }
    const double found = (a + b) / 2;
    const double onGrid = low + best * width;
    return function(found) <= smallest ? found : onGrid;
}

} // namespace foretrail
