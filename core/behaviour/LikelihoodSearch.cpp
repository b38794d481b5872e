#include "core/behaviour/LikelihoodSearch.h"

#include <Eigen/Dense>

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct LikelihoodSearchText { Q_DECLARE_TR_FUNCTIONS(foretrail::LikelihoodSearch) };

constexpr int mostSteps = 300;
constexpr double longestStep = 2;       ///< of any parameter
constexpr int mostShortened = 20;       ///< times a step is cut to a third before the search ends, then below 1e-9 of it
constexpr double smallSlope = 1e-9;     ///< as a share of the likelihood

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

Vector vectorOf(const std::vector<double> &values) { return Eigen::Map<const Vector>(values.data(), Eigen::Index(values.size())); }
std::vector<double> valuesOf(const Vector &vector) { return {vector.data(), vector.data() + vector.size()}; }

/// Where a search stands. Slopes and moves that lead out of the box count as none.
class Climber {
public:
    Climber(const SlopedLikelihood &likelihood, const SearchBox &box, const std::vector<double> &start)
        : m_likelihood(likelihood), m_low(vectorOf(box.centre).array() - box.reach), m_high(vectorOf(box.centre).array() + box.reach),
          m_point(inside(vectorOf(start)))
    {
        m_value = valueAt(m_point, m_slopes);
    }
    bool isDefined() const { return std::isfinite(m_value) && m_slopes.allFinite(); }
    const Vector &point() const { return m_point; }
    double value() const { return m_value; }
    Vector freeSlopes() const
    {
        Vector free = m_slopes;
        for (Eigen::Index i = 0; i < free.size(); ++i)
            if ((m_point[i] <= m_low[i] && free[i] < 0) || (m_point[i] >= m_high[i] && free[i] > 0))
                free[i] = 0;
        return free;
    }
    bool isAtEdge() const { return (m_point.array() <= m_low.array()).any() || (m_point.array() >= m_high.array()).any(); }

    /// Goes along `direction` as far as it climbs; false where it does not.
    bool move(Vector direction, Vector &step, Vector &change)
    {
        const double longest = direction.cwiseAbs().maxCoeff();
        if (longest > longestStep)
            direction *= longestStep / longest;
        double length = 1;
        for (int shortened = 0; shortened <= mostShortened; ++shortened, length /= 3) {
            const Vector next = inside(m_point + length * direction);
            Vector slopes;
            const double value = valueAt(next, slopes);
            if (!std::isfinite(value) || !slopes.allFinite() || value < m_value + 1e-4 * m_slopes.dot(next - m_point))
                continue;
            step = next - m_point;
            change = slopes - m_slopes;
            m_point = next, m_value = value, m_slopes = slopes;
            return step.cwiseAbs().maxCoeff() > 0;
        }
        return false;
    }

private:
    Vector inside(const Vector &point) const { return point.cwiseMax(m_low).cwiseMin(m_high); }
    double valueAt(const Vector &point, Vector &slopes) const
    {
        std::vector<double> raw(size_t(point.size()));
        const double value = m_likelihood(valuesOf(point), raw);
        slopes = vectorOf(raw);
        return value;
    }
    const SlopedLikelihood &m_likelihood;
    Vector m_low, m_high, m_point, m_slopes;
    double m_value = 0;
};

/// The update of the inverse curvature; `change` is that of the slopes of what climbs.
void learn(Matrix &inverse, const Vector &step, const Vector &change)
{
    const double along = -step.dot(change);
    if (along <= 1e-12 * step.norm() * change.norm())
        return;
    const Matrix one = Matrix::Identity(inverse.rows(), inverse.cols());
    const Matrix left = one + step * change.transpose() / along;
    inverse = left * inverse * left.transpose() + step * step.transpose() / along;
}

Matrix firstInverse(const Vector &slopes, const std::vector<double> &spread)
{
    const Eigen::Index size = slopes.size();
    if (!spread.empty() && Eigen::Map<const Matrix>(spread.data(), size, size).determinant() > 0)
        return Eigen::Map<const Matrix>(spread.data(), size, size);
    return Matrix::Identity(size, size) / std::max(1.0, slopes.cwiseAbs().maxCoeff());
}

} // namespace

Result<LikelihoodPeak> climb(const SlopedLikelihood &likelihood, const SearchBox &box, const std::vector<double> &start,
                             const std::vector<double> &spread, JobContext &job)
{
    Climber climber(likelihood, box, start);
    if (!climber.isDefined())
        return fail(ErrorCode::Degenerate, LikelihoodSearchText::tr("The likelihood of the purchases cannot be told."));
    Matrix inverse = firstInverse(climber.freeSlopes(), spread);
    bool isFresh = false;
    for (int i = 0; i < mostSteps; ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Vector slopes = climber.freeSlopes();
        if (slopes.cwiseAbs().maxCoeff() < smallSlope * std::max(1.0, std::abs(climber.value())))
            break;
        const double before = climber.value();
        Vector step, change;
        Vector direction = inverse * slopes;
        if (direction.dot(slopes) <= 0)
            direction = slopes;
        const bool hasMoved = climber.move(direction, step, change);
        const bool hasGained = hasMoved && climber.value() - before > box.smallestGain * std::max(1.0, std::abs(before));
        if (!hasGained && isFresh)
            break;
        isFresh = !hasGained;
        if (hasGained)
            learn(inverse, step, change);
        else // what was learnt leads nowhere: once more without it
            inverse = firstInverse(climber.freeSlopes(), {});
    }
    return LikelihoodPeak{valuesOf(climber.point()), climber.value(), {}, {}, climber.isAtEdge()};
}

void addCurvature(const SlopedLikelihood &likelihood, LikelihoodPeak &peak)
{
    constexpr double step = 1e-4;
    const size_t size = peak.point.size();
    Matrix curvature(size, size);
    for (size_t i = 0; i < size; ++i) {
        std::vector<double> above(size), below(size);
        std::vector<double> point = peak.point;
        point[i] = peak.point[i] + step;
        likelihood(point, above);
        point[i] = peak.point[i] - step;
        likelihood(point, below);
        curvature.col(Eigen::Index(i)) = -(vectorOf(above) - vectorOf(below)) / (2 * step);
    }
    peak.covariance.clear();
    peak.open.clear();
    if (!curvature.allFinite())
        return;
    constexpr double flat = 0.05; // a standard error of more than 4 of a logarithm: the parameter may be anything
    const Eigen::SelfAdjointEigenSolver<Matrix> solver((curvature + curvature.transpose()) / 2);
    Matrix inverse = Matrix::Zero(curvature.rows(), curvature.cols());
    for (Eigen::Index i = 0; i < curvature.rows(); ++i) {
        const Vector direction = solver.eigenvectors().col(i);
        if (const double steepness = solver.eigenvalues()[i]; steepness >= flat)
            inverse += direction * direction.transpose() / steepness;
        else
            peak.open.insert(peak.open.end(), direction.data(), direction.data() + direction.size());
    }
    peak.covariance.assign(inverse.data(), inverse.data() + inverse.size());
}

bool isFixedAlong(std::span<const double> slopes, const std::vector<double> &open)
{
    constexpr double little = 0.01;
    for (size_t first = 0; first < open.size(); first += slopes.size()) {
        double along = 0;
        for (size_t i = 0; i < slopes.size(); ++i)
            along += slopes[i] * open[first + i];
        if (!(std::abs(along) < little))
            return false;
    }
    return true;
}

} // namespace foretrail
