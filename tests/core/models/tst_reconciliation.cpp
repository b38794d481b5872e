// Forecasts of a hierarchy that add up.
// Sources: by hand where said; the larger case is S (S' W^-1 S)^-1 S' W^-1 y of Wickramasuriya et al. (2019) by numpy 1.24:
//   S = np.array([[1,1,1,1,1],[1,1,0,0,0],[0,0,1,1,1]] + np.eye(5).tolist()); W = np.diag([9,4,5,1,2,3,1,2])
//   y = np.array([100,45,60,20,21,30,15,17]); S @ np.linalg.solve(S.T @ np.linalg.inv(W) @ S, S.T @ np.linalg.inv(W) @ y)
#include "core/models/Reconciliation.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <rapidcheck.h>

using namespace foretrail;

class ReconciliationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void byHand();
    void asNumpySays();
    void topDownByShares();
    void negativesAreSharedOut();
    void alwaysAddsUp();
    void names();
};

namespace {

const HierarchyShape twoLeaves{{-1, 0, 0}};
const HierarchyShape twoGroups{{-1, 0, 0, 1, 1, 2, 2, 2}};

void compareAll(const std::vector<double> &actual, const std::vector<double> &expected)
{
    QCOMPARE(actual.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(actual[i] - expected[i]) < 1e-9, qPrintable(QStringLiteral("node %1: %2 v %3").arg(i).arg(actual[i], 0, 'g', 15).arg(expected[i], 0, 'g', 15)));
}

} // namespace

/// 10 and 3 + 4 are 3 apart: with equal weights each takes a third of it.
void ReconciliationTest::byHand()
{
    const std::vector<double> base{10, 3, 4}, equal{1, 1, 1};
    compareAll(Reconciler(twoLeaves, ReconcileMethod::MinTrace, equal, {}).reconciled(base, false), {9, 4, 5});
    compareAll(Reconciler(twoLeaves, ReconcileMethod::BottomUp, equal, {}).reconciled(base, false), {7, 3, 4});
    // The top moves twice as easily as all others: weights 2, 1, 1 of 4.
    compareAll(Reconciler(twoLeaves, ReconcileMethod::MinTrace, {2, 1, 1}, {}).reconciled(base, false), {8.5, 3.75, 4.75});
    // One without variance stands.
    const std::vector<double> fixed = Reconciler(twoLeaves, ReconcileMethod::MinTrace, {0, 1, 1}, {}).reconciled(base, false);
    QVERIFY(std::abs(fixed[0] - 10) < 1e-6);
    QCOMPARE(incoherence(twoLeaves, base), 3.0);
}

void ReconciliationTest::asNumpySays()
{
    const std::vector<double> base{100, 45, 60, 20, 21, 30, 15, 17};
    const std::vector<double> values = Reconciler(twoGroups, ReconcileMethod::MinTrace, {9, 4, 5, 1, 2, 3, 1, 2}, {}).reconciled(base, false);
    compareAll(values, {102.4260869565, 42.25217391304, 60.17391304348, 20.41739130435, 21.8347826087, 29.08695652174, 14.69565217391, 16.39130434783});
    QVERIFY(incoherence(twoGroups, values) < 1e-9);
}

void ReconciliationTest::topDownByShares()
{
    const std::vector<double> values = Reconciler(twoGroups, ReconcileMethod::TopDown, {}, {10, 6, 4, 4, 2, 1, 1, 2}).reconciled({100, 0, 0, 0, 0, 0, 0, 0}, false);
    compareAll(values, {100, 60, 40, 40, 20, 10, 10, 20});
    compareAll(Reconciler(twoLeaves, ReconcileMethod::TopDown, {}, {0, 0, 0}).reconciled({8, 0, 0}, false), {8, 4, 4}); // nothing is known of their shares
}

void ReconciliationTest::negativesAreSharedOut()
{
    const HierarchyShape shape{{-1, 0, 0, 0}};
    compareAll(Reconciler(shape, ReconcileMethod::BottomUp, {}, {}).reconciled({0, -2, 4, 6}, true), {8, 0, 3.2, 4.8});
    compareAll(Reconciler(shape, ReconcileMethod::BottomUp, {}, {}).reconciled({0, -20, 4, 6}, true), {0, 0, 0, 0});
}

void ReconciliationTest::alwaysAddsUp()
{
    const bool holds = rc::check("any tree, any method, any forecasts", [] {
        HierarchyShape shape{{-1}};
        const int nodes = *rc::gen::inRange(1, 40);
        for (int node = 1; node < nodes; ++node)
            shape.parents.push_back(*rc::gen::inRange(0, node));
        std::vector<double> base, variances, shares;
        for (int node = 0; node < nodes; ++node) {
            base.push_back(*rc::gen::inRange(-1000, 1000));
            variances.push_back(*rc::gen::inRange(0, 50));
            shares.push_back(*rc::gen::inRange(0, 50));
        }
        for (const ReconcileMethod method : {ReconcileMethod::MinTrace, ReconcileMethod::BottomUp, ReconcileMethod::TopDown}) {
            const Reconciler reconciler(shape, method, variances, shares);
            const std::vector<double> once = reconciler.reconciled(base, false);
            RC_ASSERT(incoherence(shape, once) < 1e-9);
            const std::vector<double> twice = reconciler.reconciled(once, false);
            for (size_t node = 0; node < once.size() && method == ReconcileMethod::MinTrace; ++node)
                RC_ASSERT(std::abs(once[node] - twice[node]) < 1e-6); // a projection
        }
    });
    QVERIFY(holds);
}

void ReconciliationTest::names()
{
    for (const QString &name : reconcileMethodNames())
        QCOMPARE(reconcileMethodName(*reconcileMethodFromName(name)), name);
    QVERIFY(!reconcileMethodFromName(QStringLiteral("up")));
}

FORETRAIL_TEST_MAIN(ReconciliationTest, QCoreApplication)
#include "tst_reconciliation.moc"
