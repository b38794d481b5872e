// Levels that follow what became of the intervals before. Closed forms of Gibbs & Candes, Adaptive conformal inference under distribution
// shift (2021), sections 2 and 4.
#include "core/evaluation/AdaptiveLevel.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

double after(double promised, int hits, int misses)
{
    AdaptiveLevel level(promised);
    for (int i = 0; i < hits; ++i)
        level.tell(false);
    for (int i = 0; i < misses; ++i)
        level.tell(true);
    return level.level();
}

} // namespace

class TestAdaptive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void beginsAtThePromise()
    {
        for (const double level : {1.0, 50.0, 80.0, 95.0, 99.9})
            QCOMPARE(AdaptiveLevel(level).level(), level);
    }
    // Misses .2: a hit adds .02 x .2 = .004, a miss takes .02 x .8 = .016.
    void oneStepByHand()
    {
        QVERIFY(near(after(80, 1, 0), 79.6));
        QVERIFY(near(after(80, 0, 1), 81.6));
        QVERIFY(near(after(80, 4, 1), 80));
        AdaptiveLevel quick(80, 0.5);
        quick.tell(true); // .2 - .4 is below .001
        QVERIFY(near(quick.level(), 99.9));
    }
    void hitsAddUp() { QVERIFY(near(after(95, 30, 0), 100 * (1 - 0.05 * (1 + 30 * 0.02)))); }
    void staysWithinItsBounds()
    {
        QVERIFY(near(after(80, 1000, 0), 50));
        QVERIFY(near(after(80, 0, 1000), 99.9));
        QVERIFY(near(after(99.9, 0, 10), 99.9));
        QVERIFY(near(after(20, 0, 5), 20 + 5 * 0.4)); // a promise of less than half is not lifted to it
        QVERIFY(near(after(20, 100, 0), 20));
    }
    // Without a bound in the way the misses are a - (a_{T+1} - a_1) / (gamma T), whatever happens (their proposition 4.1).
    void theShareOfMissesFollows()
    {
        std::minstd_rand random(4);
        AdaptiveLevel level(80);
        double misses = 0;
        const int steps = 500;
        for (int t = 0; t < steps; ++t) {
            const bool isMissed = double(random()) / 2147483647 > level.level() / 100; // an honest interval
            misses += isMissed ? 1 : 0;
            level.tell(isMissed);
        }
        const double last = 1 - level.level() / 100;
        QVERIFY(near(misses / steps, 0.2 - (last - 0.2) / (AdaptiveLevel::usualGamma * steps)));
    }
};

FORETRAIL_TEST_MAIN(TestAdaptive, QCoreApplication)
#include "tst_adaptive.moc"
