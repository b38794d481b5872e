#include "core/models/CombinationWeights.h"
#include "tests/core/models/SomeSeries.h"

#include <rapidcheck.h>

#include <cmath>
#include <numeric>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

bool isNear(const V &values, const V &expected, double tolerance)
{
    bool isNear = values.size() == expected.size();
    for (size_t i = 0; isNear && i < values.size(); ++i)
        isNear = std::abs(values[i] - expected[i]) <= tolerance;
    if (!isNear)
        for (const double value : values)
            qInfo("%.12g", value);
    return isNear;
}

/// One step at each of `origins` origins, missed by the same everywhere.
TrialErrors alike(const V &errors, int origins)
{
    TrialErrors trials;
    for (const double error : errors)
        trials.emplace_back(size_t(origins), V{error});
    return trials;
}

struct NormalEquations {
    V gram, moments;

    /// Of rows with one unknown a column, and what they should give last.
    explicit NormalEquations(const std::vector<V> &rows) : gram((rows[0].size() - 1) * (rows[0].size() - 1), 0.0), moments(rows[0].size() - 1, 0.0)
    {
        const size_t n = moments.size();
        for (const V &row : rows)
            for (size_t i = 0; i < n; ++i) {
                moments[i] += row[i] * row[n];
                for (size_t j = 0; j < n; ++j)
                    gram[i * n + j] += row[i] * row[j];
            }
    }
};

} // namespace

/// By hand, and non-negative least squares against another program.
class TestCombinationWeights : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("RC_PARAMS", "seed=20240101"); }

    // 1, 1.25 and 2: the last is more than 1.5 times the first. 1 and .8^4 = .4096.
    void byErrors()
    {
        const double sum = 1.4096;
        QVERIFY(isNear(combinationWeights(alike({1, -1.25, 2}, 3), Weighing::Errors, Loss::Mae), {1 / sum, 0.4096 / sum, 0}, 1e-12));
        // Of two origins a quarter of that, and three quarters of all that are left alike.
        QVERIFY(isNear(combinationWeights(alike({1, -1.25, 2}, 2), Weighing::Errors, Loss::Mae), {0.25 / sum + 0.375, 0.25 * 0.4096 / sum + 0.375, 0}, 1e-12));
    }
    // Absolute errors of 1 and 1 are alike; squared ones of 0 2 and 1 1 are as 2 to 1, their roots as 1.414 to 1: (1/sqrt 2)^4 = 1/4.
    void bySquaredErrors()
    {
        const TrialErrors errors{{{0, 2}, {0, 2}, {2, 0}}, {{1, 1}, {-1, 1}, {1, 1}}};
        QVERIFY(isNear(combinationWeights(errors, Weighing::Errors, Loss::Mae), {0.5, 0.5}, 1e-12));
        QVERIFY(isNear(combinationWeights(errors, Weighing::Errors, Loss::Mse), {0.2, 0.8}, 1e-12));
    }
    // Origins count alike, whether they have one step or three.
    void originsCountAlike()
    {
        const TrialErrors errors{{{2}, {1, 1, 1}, {1, 1, 1}, {2}}, {{1}, {2, 2, 2}, {2, 2, 2}, {1}}};
        QVERIFY(isNear(combinationWeights(errors, Weighing::Errors, Loss::Mae), {0.5, 0.5}, 1e-12));
    }
    // The second was perfect but for the first origin, which must not be known there.
    void anOriginLeftOutIsNotKnown()
    {
        const TrialErrors errors{{{1}, {1}, {1}, {1}}, {{90}, {0.8}, {0.8}, {0.8}}};
        TrialErrors without = errors;
        without[0][0] = {-7};
        without[1][0] = {1e9};
        for (const Weighing weighing : {Weighing::Errors, Weighing::Stacking}) {
            const V weights = combinationWeights(errors, weighing, Loss::Mae, 0);
            QVERIFY(weights[1] > weights[0]);
            QCOMPARE(combinationWeights(without, weighing, Loss::Mae, 0), weights);
            QVERIFY(isNear(combinationWeights(errors, weighing, Loss::Mae), {1, 0}, 1e-3));
        }
    }
    void withoutOriginsAllAreAlike()
    {
        for (const Weighing weighing : {Weighing::Errors, Weighing::Equal, Weighing::Median, Weighing::Stacking}) {
            QVERIFY(isNear(combinationWeights(TrialErrors(4), weighing, Loss::Mae), {0.25, 0.25, 0.25, 0.25}, 1e-15));
            QVERIFY(isNear(combinationWeights(alike({1, 5}, 1), weighing, Loss::Mae, 0), {0.5, 0.5}, 1e-15));
        }
        QVERIFY(isNear(combinationWeights(alike({1, 5}, 4), Weighing::Equal, Loss::Mae), {0.5, 0.5}, 1e-15));
        QVERIFY(isNear(combinationWeights(alike({1, 5}, 4), Weighing::Median, Loss::Mae), {0.5, 0.5}, 1e-15));
    }
    // One that never missed has all; two that never did, half each.
    void oneThatNeverMissed()
    {
        QVERIFY(isNear(combinationWeights(alike({0, 1, 3}, 4), Weighing::Errors, Loss::Mae), {1, 0, 0}, 1e-12));
        QVERIFY(isNear(combinationWeights(alike({0, 1, 1e-9}, 4), Weighing::Errors, Loss::Mae), {0.5, 0, 0.5}, 1e-12));
        QVERIFY(isNear(combinationWeights(alike({0, 0}, 4), Weighing::Errors, Loss::Mae), {0.5, 0.5}, 1e-15));
        // Stacking may take either: their sum is what counts.
        const V stacking = combinationWeights(alike({0, 0}, 4), Weighing::Stacking, Loss::Mae);
        QVERIFY(std::abs(stacking[0] + stacking[1] - 1) < 1e-9);
    }
    // w1 2 - w2 1 = 0 with w1 + w2 = 1. Independent errors of 1 and 2: w1^2 + 4 w2^2 is least at 4/5. Errors of one sign: the smaller alone.
    // The sum is held by a weight of a thousand, so to 1e-3.
    void stacked()
    {
        QVERIFY(isNear(combinationWeights({{{2}, {-2}, {2}}, {{-1}, {1}, {-1}}}, Weighing::Stacking, Loss::Mae), {1.0 / 3, 2.0 / 3}, 1e-3));
        QVERIFY(isNear(combinationWeights({{{1, 0}}, {{0, 2}}}, Weighing::Stacking, Loss::Mae), {0.8, 0.2}, 1e-3));
        QVERIFY(isNear(combinationWeights(alike({1, 1.2, 3}, 5), Weighing::Stacking, Loss::Mae), {1, 0, 0}, 1e-3));
    }
    void weightsAreSharesWhateverTheErrors()
    {
        QVERIFY(rc::check("add up to 1, none below 0", [] {
            const int members = *rc::gen::inRange(1, 8), origins = *rc::gen::inRange(0, 7);
            TrialErrors errors;
            for (int i = 0; i < members; ++i) {
                errors.emplace_back();
                for (int k = 0; k < origins; ++k)
                    errors.back().push_back(*rc::gen::container<V>(size_t(1 + k % 3), rc::gen::map(rc::gen::inRange(-8, 9), [](int x) { return x / 4.0; })));
            }
            for (const Weighing weighing : {Weighing::Errors, Weighing::Equal, Weighing::Median, Weighing::Stacking})
                for (const Loss loss : {Loss::Mae, Loss::Mse}) {
                    const V weights = combinationWeights(errors, weighing, loss);
                    RC_ASSERT(int(weights.size()) == members);
                    RC_ASSERT(std::abs(std::accumulate(weights.begin(), weights.end(), 0.0) - 1) < 1e-9);
                    RC_ASSERT(std::all_of(weights.begin(), weights.end(), [](double weight) { return weight >= 0 && weight <= 1 + 1e-9; }));
                }
        }));
    }
    void equalsScipy_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<V>("expected");
        QTest::newRow("1") << 1 << V{0, 0, 0, 0.10738306304964, 0.15447981940002};
        QTest::newRow("2") << 2 << V{0, 0.05677477474312, 0.05853987756994, 0.29239549290681, 0.48445556557702};
        QTest::newRow("3") << 3 << V{0.68670949658051, 0.23606630733035, 0, 0, 0.01141470705700};
    }
    // scipy 1.10.1: M = 2 * RandomState(seed).randint(0, 2**32, 72) / 2**32 - 1, twelve rows of six; nnls(M[:, :5], M[:, 5]).
    void equalsScipy()
    {
        QFETCH(int, seed);
        QFETCH(V, expected);
        Shares shares(static_cast<unsigned>(seed));
        std::vector<V> rows(12, V(6));
        for (V &row : rows)
            for (double &value : row)
                value = 2 * shares.next() - 1;
        const NormalEquations problem(rows);
        QVERIFY(isNear(nonNegativeLeastSquares(problem.gram, problem.moments), expected, 1e-12));
    }
    // The conditions of Karush, Kuhn and Tucker: the slope is 0 where x is above 0, and points below 0 elsewhere.
    void theSolutionIsTheLeast()
    {
        for (unsigned seed = 10; seed < 300; ++seed) {
            Shares shares(seed);
            const size_t n = 1 + seed % 8;
            std::vector<V> rows(n + 3, V(n + 1));
            for (V &row : rows)
                for (double &value : row)
                    value = 2 * shares.next() - 1;
            const NormalEquations problem(rows);
            const V x = nonNegativeLeastSquares(problem.gram, problem.moments);
            for (size_t i = 0; i < n; ++i) {
                double slope = problem.moments[i];
                for (size_t j = 0; j < n; ++j)
                    slope -= problem.gram[i * n + j] * x[j];
                QVERIFY(x[i] >= 0 && slope < 1e-8);
                QVERIFY(x[i] == 0 || std::abs(slope) < 1e-8);
            }
        }
    }
};

FORETRAIL_TEST_MAIN(TestCombinationWeights, QCoreApplication)
#include "tst_combination_weights.moc"
