#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace foretrail {

/// How forecasts of a hierarchy are made to add up.
/// bottom-up: the leaves stand, the others are their sums. top-down: the top stands and is shared out by the leaves' shares of the history
/// (average of past values; Gross and Sohl 1990, form F). mint: every forecast moves, by weighted least squares with the variances of
/// one-step errors as weights (Wickramasuriya, Athanasopoulos, Hyndman 2019, with a diagonal W).
enum class ReconcileMethod { BottomUp, TopDown, MinTrace };
QString reconcileMethodName(ReconcileMethod method); ///< "bottom-up", "top-down", "mint"
Result<ReconcileMethod> reconcileMethodFromName(const QString &name);
QStringList reconcileMethodNames();

/// A tree of series: parents stand before their children; node 0 is the top.
struct HierarchyShape {
    std::vector<int> parents; ///< of each node; -1 for the top

    int size() const { return int(parents.size()); }
    std::vector<std::vector<int>> children() const;
    std::vector<int> leaves() const;
};

/// How far the worst node is from the sum of its children.
double incoherence(const HierarchyShape &shape, const std::vector<double> &values);

/// Makes forecasts of one step after another add up. Made once for a hierarchy and method.
class Reconciler {
public:
    /// variances: one a node, of one-step errors; a node whose variance is not above zero moves next to nothing (mint). shares: one a node, of its history
    /// in its parent's; used by top-down.
    Reconciler(HierarchyShape shape, ReconcileMethod method, const std::vector<double> &variances, std::vector<double> shares);
    ~Reconciler();
    Reconciler(Reconciler &&) noexcept;

    /// One value a node in and out. With `nonNegative` leaves below zero become zero and what they took off is shared by the other leaves of their
    /// parent as far as they go; sums follow.
    std::vector<double> reconciled(const std::vector<double> &base, bool nonNegative) const;

private:
    void addUp(std::vector<double> &values) const;
    std::vector<double> topDown(const std::vector<double> &base) const;
    std::vector<double> minTrace(const std::vector<double> &base) const;

    struct Solver;
    HierarchyShape m_shape;
    ReconcileMethod m_method;
    std::vector<std::vector<int>> m_children;
    std::vector<double> m_weights; ///< W of mint
    std::vector<double> m_shares;
    std::unique_ptr<Solver> m_solver;
};

} // namespace foretrail
