#include "core/models/Reconciliation.h"

#include <QCoreApplication>

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct ReconciliationText { Q_DECLARE_TR_FUNCTIONS(foretrail::Reconciliation) };

constexpr std::pair<ReconcileMethod, const char *> methodNames[] = {
    {ReconcileMethod::MinTrace, "mint"}, {ReconcileMethod::BottomUp, "bottom-up"}, {ReconcileMethod::TopDown, "top-down"}};

double sumOver(const std::vector<int> &nodes, const std::vector<double> &values)
{
    return std::accumulate(nodes.begin(), nodes.end(), 0.0, [&](double sum, int node) { return sum + values[size_t(node)]; });
}

/// Weights that can be divided by: what has no variance gets a very small one.
std::vector<double> positiveWeights(const std::vector<double> &variances)
{
    double largest = 0;
    for (const double variance : variances)
        if (std::isfinite(variance))
            largest = std::max(largest, variance);
    const double least = largest > 0 ? 1e-9 * largest : 1;
    std::vector<double> weights;
    for (const double variance : variances)
        weights.push_back(std::isfinite(variance) ? std::max(variance, least) : std::max(largest, least));
    return weights;
}

/// Children below zero become zero; the others give up what these took off, in proportion, as far as they reach.
void shareOutNegatives(const std::vector<int> &children, std::vector<double> &values)
{
    double excess = 0, positive = 0;
    for (const int child : children)
        (values[size_t(child)] < 0 ? excess : positive) += std::abs(values[size_t(child)]);
    if (excess == 0)
        return;
    const double kept = positive > 0 ? std::max(0.0, 1 - excess / positive) : 0;
    for (const int child : children)
        values[size_t(child)] = values[size_t(child)] < 0 ? 0 : values[size_t(child)] * kept;
}

} // namespace

QString reconcileMethodName(ReconcileMethod method)
{
    for (const auto &[known, name] : methodNames)
        if (known == method)
            return QLatin1String(name);
    return {};
}

QStringList reconcileMethodNames()
{
    QStringList names;
    for (const auto &known : methodNames)
        names << QLatin1String(known.second);
    return names;
}

Result<ReconcileMethod> reconcileMethodFromName(const QString &name)
{
    for (const auto &[method, known] : methodNames)
        if (name == QLatin1String(known))
            return method;
    return fail(ErrorCode::InvalidInput, ReconciliationText::tr("There is no way %1 to make forecasts add up. There are: %2.").arg(name, reconcileMethodNames().join(QStringLiteral(", "))));
}

std::vector<std::vector<int>> HierarchyShape::children() const
{
    std::vector<std::vector<int>> all(parents.size());
    for (int node = 1; node < size(); ++node)
        all[size_t(parents[size_t(node)])].push_back(node);
    return all;
}

std::vector<int> HierarchyShape::leaves() const
{
    const auto all = children();
    std::vector<int> found;
    for (int node = 0; node < size(); ++node)
        if (all[size_t(node)].empty())
            found.push_back(node);
    return found;
}

double incoherence(const HierarchyShape &shape, const std::vector<double> &values)
{
    const auto children = shape.children();
    double worst = 0;
    for (size_t node = 0; node < children.size(); ++node)
        if (!children[node].empty())
            worst = std::max(worst, std::abs(values[node] - sumOver(children[node], values)));
    return worst;
}

/// With a row of C for each node that has children (itself less their sum), S'W^-1 form and this one give the same:
/// y - W C' (C W C')^-1 C y. The matrix is as small as there are parents.
struct Reconciler::Solver {
    std::vector<int> parents;
    std::vector<int> rowOf; ///< of a node; -1: a leaf
    Eigen::LDLT<Eigen::MatrixXd> factor;
};

Reconciler::Reconciler(HierarchyShape shape, ReconcileMethod method, const std::vector<double> &variances, std::vector<double> shares)
    : m_shape(std::move(shape)), m_method(method), m_children(m_shape.children()), m_weights(positiveWeights(variances)), m_shares(std::move(shares))
{
    if (method != ReconcileMethod::MinTrace)
        return;
    m_solver = std::make_unique<Solver>();
    m_solver->rowOf.assign(size_t(m_shape.size()), -1);
    for (int node = 0; node < m_shape.size(); ++node) {
        if (m_children[size_t(node)].empty())
            continue;
        m_solver->rowOf[size_t(node)] = int(m_solver->parents.size());
        m_solver->parents.push_back(node);
    }
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(Eigen::Index(m_solver->parents.size()), Eigen::Index(m_solver->parents.size()));
    for (size_t row = 0; row < m_solver->parents.size(); ++row) {
        const int node = m_solver->parents[row];
        matrix(Eigen::Index(row), Eigen::Index(row)) = m_weights[size_t(node)] + sumOver(m_children[size_t(node)], m_weights);
        const int above = m_shape.parents[size_t(node)];
        if (above < 0)
            continue;
        const Eigen::Index other = m_solver->rowOf[size_t(above)];
        matrix(Eigen::Index(row), other) = matrix(other, Eigen::Index(row)) = -m_weights[size_t(node)];
    }
    m_solver->factor.compute(matrix);
}

Reconciler::~Reconciler() = default;
Reconciler::Reconciler(Reconciler &&) noexcept = default;

void Reconciler::addUp(std::vector<double> &values) const
{
    for (size_t node = m_children.size(); node-- > 0;)
        if (!m_children[node].empty())
            values[node] = sumOver(m_children[node], values);
}

std::vector<double> Reconciler::topDown(const std::vector<double> &base) const
{
    std::vector<double> values = base;
    for (size_t node = 0; node < m_children.size(); ++node) {
        const auto &children = m_children[node];
        const double all = sumOver(children, m_shares);
        for (const int child : children)
            values[size_t(child)] = values[node] * (all != 0 ? m_shares[size_t(child)] / all : 1.0 / double(children.size()));
    }
    return values;
}

std::vector<double> Reconciler::minTrace(const std::vector<double> &base) const
{
    if (m_solver->parents.empty())
        return base;
    Eigen::VectorXd gaps(Eigen::Index(m_solver->parents.size()));
    for (size_t row = 0; row < m_solver->parents.size(); ++row) {
        const size_t node = size_t(m_solver->parents[row]);
        gaps[Eigen::Index(row)] = base[node] - sumOver(m_children[node], base);
    }
    const Eigen::VectorXd moves = m_solver->factor.solve(gaps);
    std::vector<double> values = base;
    for (size_t node = 0; node < values.size(); ++node) {
        const int row = m_solver->rowOf[node], above = m_shape.parents[node];
        const double own = row >= 0 ? moves[row] : 0, ofParent = above >= 0 ? moves[m_solver->rowOf[size_t(above)]] : 0;
        values[node] -= m_weights[node] * (own - ofParent);
    }
    return values;
}

std::vector<double> Reconciler::reconciled(const std::vector<double> &base, bool nonNegative) const
{
    std::vector<double> values = m_method == ReconcileMethod::MinTrace ? minTrace(base) : m_method == ReconcileMethod::TopDown ? topDown(base) : base;
    if (nonNegative) {
        for (const auto &children : m_children)
            if (std::all_of(children.begin(), children.end(), [this](int child) { return m_children[size_t(child)].empty(); }))
                shareOutNegatives(children, values);
    }
    addUp(values); // to the last bit
    return values;
}

} // namespace foretrail
