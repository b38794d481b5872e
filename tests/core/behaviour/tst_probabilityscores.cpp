// Ten probabilities with ties, and what was computed of them by hand and by a program of its own (numpy: pairs for the area under the
// ROC curve, one threshold after the other for the average precision).
#include "core/behaviour/intent/ProbabilityScores.h"
#include "tests/support/TestSupport.h"

#include <cmath>

using namespace foretrail;

namespace {

const std::vector<double> said{.1, .4, .35, .8, .35, .6, .35, .9, .05, .7};
const std::vector<bool> happened{false, false, true, true, false, true, false, true, false, false};

bool isClose(double a, double b) { return std::abs(a - b) < 1e-12; }

} // namespace

class TestProbabilityScores : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figures();
    void bins();
    void alike();
    void oneClassAndNothing();
    void orderDoesNotMatter();
};

void TestProbabilityScores::figures()
{
    const ProbabilityScores scores = probabilityScores(said, happened);
    QCOMPARE(scores.count, 10);
    QCOMPARE(scores.positives, 4);
    QVERIFY(isClose(scores.auc, 20.0 / 24)); // 24 pairs: 19 won, two ties count as half
    QVERIFY(std::abs(scores.aucError - 0.146354) < 1e-6); // Hanley and McNeil: sqrt((5/36 + 3 (5/7 - 25/36) + 5 (25/33 - 25/36)) / 24)
    QVERIFY(isClose(scores.prAuc, 0.8125));
    QVERIFY(isClose(scores.logLoss, 0.46221698855589166));
    QVERIFY(isClose(scores.brier, 0.154));
    QVERIFY(isClose(scores.lift, 1 / 0.4)); // the highest one of ten did
}

// Ten bins of one each, but for the three that were said alike.
void TestProbabilityScores::bins()
{
    const ProbabilityScores scores = probabilityScores(said, happened);
    QCOMPARE(scores.bins.size(), size_t(8));
    QCOMPARE(scores.bins[2].count, 3);
    QVERIFY(isClose(scores.bins[2].said, 0.35) && isClose(scores.bins[2].happened, 1.0 / 3));
    // |said - happened| of each: .05 + .1 + 3 |.35 - 1/3| + .4 + .4 + .7 + .2 + .1
    QVERIFY(isClose(scores.ece, (0.05 + 0.1 + 3 * (0.35 - 1.0 / 3) + 0.4 + 0.4 + 0.7 + 0.2 + 0.1) / 10));
}

// The share for everybody: nothing is told apart, and nothing is wrong on the whole.
void TestProbabilityScores::alike()
{
    const ProbabilityScores scores = probabilityScores(std::vector<double>(10, 0.4), happened);
    QVERIFY(isClose(scores.auc, 0.5) && isClose(scores.prAuc, 0.4) && isClose(scores.ece, 0) && isClose(scores.brier, 0.24));
    QCOMPARE(scores.bins.size(), size_t(1));
}

void TestProbabilityScores::oneClassAndNothing()
{
    const ProbabilityScores none = probabilityScores({.2, .3}, {false, false});
    QVERIFY(std::isnan(none.auc) && std::isnan(none.prAuc) && std::isnan(none.lift));
    QVERIFY(isClose(none.logLoss, -(std::log(0.8) + std::log(0.7)) / 2));
    const ProbabilityScores empty = probabilityScores({}, {});
    QVERIFY(empty.count == 0 && std::isnan(empty.logLoss) && empty.bins.empty());
    QVERIFY(std::isfinite(probabilityScores({0, 1}, {true, false}).logLoss));
}

void TestProbabilityScores::orderDoesNotMatter()
{
    const std::vector<double> turned(said.rbegin(), said.rend());
    const std::vector<bool> turnedToo(happened.rbegin(), happened.rend());
    const ProbabilityScores one = probabilityScores(said, happened), other = probabilityScores(turned, turnedToo);
    QVERIFY(isClose(one.auc, other.auc) && isClose(one.prAuc, other.prAuc) && isClose(one.ece, other.ece) && isClose(one.logLoss, other.logLoss));
}

FORETRAIL_TEST_MAIN(TestProbabilityScores, QCoreApplication)
#include "tst_probabilityscores.moc"
