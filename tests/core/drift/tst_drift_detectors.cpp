// The detectors against closed forms and hand-computed sequences, and Adwin against one that keeps every value and adds it all up again.
#include "core/drift/Adwin.h"
#include "core/drift/Ddm.h"
#include "core/drift/PageHinkley.h"
#include "core/series/Series.h"
#include "tests/core/drift/Noise.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <deque>
#include <numeric>

using namespace foretrail;
using foretrail::test::Noise;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

double average(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()); }

/// Adwin by its paper with values kept in lists: the same buckets, every figure from the values themselves.
class PlainAdwin {
public:
    PlainAdwin(double delta, size_t perSize) : m_delta(delta), m_perSize(perSize) {}

    bool add(double value)
    {
        m_buckets.push_back({value});
        for (size_t size = 1; std::count_if(m_buckets.begin(), m_buckets.end(), [&](const auto &one) { return one.size() == size; }) > std::ptrdiff_t(m_perSize); size *= 2) {
            const auto first = std::find_if(m_buckets.begin(), m_buckets.end(), [&](const auto &one) { return one.size() == size; });
            first->insert(first->end(), (first + 1)->begin(), (first + 1)->end());
            m_buckets.erase(first + 1);
        }
        bool hasDropped = false;
        while (differs(false)) {
            m_buckets.pop_front();
            hasDropped = true;
        }
        return hasDropped;
    }
    std::vector<double> values() const
    {
        std::vector<double> all;
        for (const auto &bucket : m_buckets)
            all.insert(all.end(), bucket.begin(), bucket.end());
        return all;
    }
    /// Whether some two parts of the window differ; `anywhere`: not only between buckets.
    bool differs(bool anywhere) const
    {
        const std::vector<double> all = values();
        size_t cut = 0;
        for (const auto &bucket : m_buckets)
            for (size_t i = 0; i < bucket.size(); ++i)
                if (++cut; (anywhere || i + 1 == bucket.size()) && isDifferent(all, cut))
                    return true;
        return false;
    }

private:
    bool isDifferent(const std::vector<double> &all, size_t cut) const
    {
        if (cut < 5 || all.size() - cut < 5)
            return false;
        const std::vector<double> old(all.begin(), all.begin() + std::ptrdiff_t(cut)), recent(all.begin() + std::ptrdiff_t(cut), all.end());
        double variance = 0;
        for (const double value : all)
            variance += std::pow(value - average(all), 2) / double(all.size());
        const double m = 1 / (1.0 / double(old.size()) + 1.0 / double(recent.size())), d = m_delta / std::log(double(all.size()));
        return std::abs(average(old) - average(recent)) >= std::sqrt(2 / m * variance * std::log(2 / d)) + 2 / (3 * m) * std::log(2 / d);
    }

    const double m_delta;
    const size_t m_perSize;
    std::deque<std::vector<double>> m_buckets;
};

/// Uniform around a level that changes every `every` values.
double levelled(Noise &noise, int i, int every) { return (i / every) % 2 ? 0.4 + 0.6 * noise.uniform() : 0.6 * noise.uniform(); }

} // namespace

class TestDriftDetectors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Means 0, 0, 0, 1, 1.6; m = -0.5, -1, -1.5, 1, 2.9, so m - min m = 0, 0, 0, 2.5, 4.4 against 3.
    void pageHinkleyByHand()
    {
        for (const double sign : {1.0, -1.0}) {
            PageHinkley test({0.5, 3, 1, 1});
            for (int i = 0; i < 3; ++i)
                QCOMPARE(test.add(0), DriftState::Stable);
            QCOMPARE(test.sinceChange(), 0);
            QCOMPARE(test.add(4 * sign), DriftState::Warning);
            QVERIFY(near(test.score(), 2.5 / 3));
            QCOMPARE(test.sinceChange(), 1);
            QCOMPARE(test.add(4 * sign), DriftState::Drift);
            QCOMPARE(test.score(), 1.0);
            QCOMPARE(test.sinceChange(), 2);
            QCOMPARE(test.isRise(), sign > 0);
            QCOMPARE(test.add(4 * sign), DriftState::Stable); // anew
            QCOMPARE(test.sinceChange(), 0);
        }
    }
    // n values 0, then of height d: the j-th of them is d n / (n + j) above the mean.
    void pageHinkleyOfAStep()
    {
        const double d = 2, delta = 0.3;
        for (const int n : {30, 100, 1000}) {
            PageHinkley test({delta, 1e6, 1, 30});
            for (int i = 0; i < n; ++i)
                test.add(0);
            double excess = 0;
            for (int j = 1; j <= 50; ++j) {
                test.add(d);
                excess += d * n / (n + j) - delta;
                QVERIFY(near(test.score(), excess / 1e6));
            }
        }
    }
    // With the sums written out: m_t = sum over i of a^(t-i) (x_i - mean_i - delta), on both sides.
    void pageHinkleyForgets()
    {
        Noise noise(3);
        const double delta = 0.005, lambda = 50, forgetting = 0.99;
        PageHinkley test({delta, lambda, forgetting, 30});
        std::vector<double> values, rises, falls;
        double leastRise = 0, leastFall = 0;
        for (int t = 0; t < 300; ++t) {
            values.push_back(noise.normal());
            rises.push_back(values.back() - average(values) - delta);
            falls.push_back(average(values) - values.back() - delta);
            double rise = 0, fall = 0;
            for (int i = 0; i <= t; ++i) {
                rise += std::pow(forgetting, t - i) * rises[size_t(i)];
                fall += std::pow(forgetting, t - i) * falls[size_t(i)];
            }
            leastRise = std::min(leastRise, rise);
            leastFall = std::min(leastFall, fall);
            const DriftState state = test.add(values.back());
            QCOMPARE(state == DriftState::Learning, t < 29);
            QVERIFY(near(test.score(), t < 29 ? 0 : std::max(rise - leastRise, fall - leastFall) / lambda));
        }
    }
    // Lag 2: the mean of all but the last two, so a step of height 4 does not lower its own first two excesses.
    void pageHinkleyLags()
    {
        PageHinkley test({0, 1e6, 1, 1, 0.5, 2});
        for (int i = 0; i < 6; ++i)
            test.add(0);
        double excess = 0;
        for (int j = 1; j <= 5; ++j) {
            test.add(4);
            excess += 4 - 4.0 * std::max(j - 2, 0) / (6 + j - 2);
            QVERIFY(near(test.score(), excess / 1e6));
        }
    }
    void adwinAgainstEveryValue()
    {
        for (const int every : {150, 250, 100'000}) {
            Noise noise(unsigned(every) + 1);
            Adwin window;
            PlainAdwin plain(0.002, 5);
            int drifts = 0;
            for (int i = 0; i < 600; ++i) {
                const double value = levelled(noise, i, every);
                const bool isDrift = window.add(value) == DriftState::Drift;
                QCOMPARE(isDrift, plain.add(value));
                QCOMPARE(window.size(), qint64(plain.values().size()));
                QVERIFY(near(window.mean(), average(plain.values())));
                QVERIFY(!isDrift || window.sinceChange() == window.size());
                drifts += isDrift ? 1 : 0;
            }
            QCOMPARE(drifts > 0, every < 600);
        }
    }
    // With a cut after every value it could only alarm sooner: at a plain step by less than a bucket.
    void adwinIsHardlyLaterForItsBuckets()
    {
        Noise noise(8);
        Adwin window;
        PlainAdwin plain(0.002, 1'000'000);
        int found = -1, atBest = -1;
        for (int i = 0; i < 260; ++i) {
            const double value = i < 200 ? 0.3 * noise.uniform() : 0.5 + 0.3 * noise.uniform();
            if (window.add(value) == DriftState::Drift && found < 0)
                found = i;
            if (plain.add(value) && atBest < 0)
                atBest = i;
        }
        QVERIFY(atBest >= 200 && found >= atBest && found <= atBest + 8);
        QVERIFY(window.size() >= 60 && window.size() < 260 && window.mean() > 0.5); // most of what is kept lies behind the step
    }
    // At most 5 buckets of each size: of 100,000 values at most 5 (log2(100,000 / 5) + 1).
    void adwinIsSmall()
    {
        Adwin window;
        for (int i = 0; i < 100'000; ++i)
            window.add(i % 2);
        QCOMPARE(window.size(), 100'000);
        QVERIFY(window.bucketCount() <= 5 * (std::log2(20'000) + 1));
    }
    // 3 errors of 30: p .1, s .0548, so warning from .2095 and alarm from .2643 on. Then errors: p + s = .1892, .2204, .2489, .2752.
    void ddmByHand()
    {
        Ddm ddm;
        for (int i = 0; i < 30; ++i)
            QCOMPARE(ddm.add(i % 10 == 0), i < 29 ? DriftState::Learning : DriftState::Stable);
        QCOMPARE(ddm.score(), 0.0);
        QCOMPARE(ddm.add(1), DriftState::Stable);
        const double p = 4.0 / 31, s = std::sqrt(p * (1 - p) / 31), least = std::sqrt(0.09 / 30);
        QVERIFY(near(ddm.score(), (p + s - 0.1 - least) / (2 * least)));
        QCOMPARE(ddm.add(1), DriftState::Warning);
        QCOMPARE(ddm.sinceChange(), 1);
        QCOMPARE(ddm.add(1), DriftState::Warning);
        QCOMPARE(ddm.add(1), DriftState::Drift);
        QCOMPARE(ddm.sinceChange(), 3);
        QCOMPARE(ddm.score(), 1.0);
        QCOMPARE(ddm.add(1), DriftState::Learning);
    }
    void nothingIsSaidOfNoErrors()
    {
        Ddm ddm;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(ddm.add(0), i < 29 ? DriftState::Learning : DriftState::Stable);
        QCOMPARE(ddm.add(1), DriftState::Drift); // what never happened
    }
    void missingIsPassedOver()
    {
        Noise noise(5);
        PageHinkley withGaps, without;
        Adwin windowWithGaps, window;
        Ddm ddmWithGaps, ddm;
        for (int i = 0; i < 200; ++i) {
            const double value = levelled(noise, i, 70);
            for (DriftDetector *one : {static_cast<DriftDetector *>(&withGaps), static_cast<DriftDetector *>(&windowWithGaps), static_cast<DriftDetector *>(&ddmWithGaps)})
                one->add(missing);
            QCOMPARE(withGaps.add(value), without.add(value));
            QCOMPARE(windowWithGaps.add(value), window.add(value));
            QCOMPARE(ddmWithGaps.add(value > 0.5), ddm.add(value > 0.5));
        }
    }
    void resetIsABeginning()
    {
        Noise noise(6);
        PageHinkley page;
        Adwin window;
        Ddm ddm;
        for (int i = 0; i < 100; ++i)
            for (DriftDetector *one : {static_cast<DriftDetector *>(&page), static_cast<DriftDetector *>(&window), static_cast<DriftDetector *>(&ddm)})
                one->add(noise.uniform() > 0.9);
        for (DriftDetector *one : {static_cast<DriftDetector *>(&page), static_cast<DriftDetector *>(&window), static_cast<DriftDetector *>(&ddm)}) {
            one->reset();
            QCOMPARE(one->score(), 0.0);
            QCOMPARE(one->sinceChange(), 0);
            QCOMPARE(one->add(0), DriftState::Learning);
        }
    }
};

FORETRAIL_TEST_MAIN(TestDriftDetectors, QCoreApplication)
#include "tst_drift_detectors.moc"
