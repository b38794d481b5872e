#include "core/models/SeasonProfile.h"
#include "tests/core/models/SomeSeries.h"

#include <cmath>

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
            qInfo("%.10g", value);
    return isNear;
}

} // namespace

/// The shape of past seasons on the level of the last: by hand.
class TestProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 2 4 6 8 | 4 8 12 16. Smoothed by .15 .7 .15, the ends by themselves: 2.3 4 6 7.1 | 5.2 8 12 15.4. Over means 5 and 10:
    // .46 .8 1.2 1.42 and .52 .8 1.2 1.54, weighed 2/3 to 1: .496 .8 1.2 1.492. Level 10 times the root of 16 / 8.
    void twoSeasonsOfFourByHand()
    {
        const double level = 10 * std::sqrt(2.0);
        const V expected{0.496 * level, 0.8 * level, 1.2 * level, 1.492 * level, 0.496 * level};
        QVERIFY(isNear(continueProfile(V{2, 4, 6, 8, 4, 8, 12, 16}, 4, 5), expected, 1e-12));
    }
    // 1 3 | 3 5 less 100: smoothed 1.3 2.7 | 3.3 4.7, less means 2 and 4 twice -.7 .7. Level 4 + half of 5 - 3, less 100.
    void belowZeroShapesAreDifferences()
    {
        QVERIFY(isNear(continueProfile(V{-99, -97, -97, -95}, 2, 3), {-95.7, -94.3, -95.7}, 1e-12));
    }
    // One season alone: itself, smoothed, on its own level. Of 2 4 6 8: 2.3 4 6 7.7.
    void oneSeasonIsRepeatedSmoothed()
    {
        QVERIFY(isNear(continueProfile(V{2, 4, 6, 8}, 4, 4), {2.3, 4, 6, 7.7}, 1e-12));
    }
    // What lies before the whole seasons is not part of a shape, but smooths the first place: .7 * 2 + .15 * (6 + 4).
    // With a quarter before it the level is 5 times the root of 8 / 6.
    void anOddBeginningOnlySmooths()
    {
        const double growth = std::sqrt(8.0 / 6);
        QVERIFY(isNear(continueProfile(V{6, 2, 4, 6, 8}, 4, 4), {2.9 * growth, 4 * growth, 6 * growth, 7.7 * growth}, 1e-12));
    }
    // 1 1 1 1 | 9 9 9 9 grew nine times: no more than twofold is believed.
    void growthIsBounded()
    {
        const V grown = continueProfile(V{1, 1, 1, 1, 9, 9, 9, 9}, 4, 4), shrunk = continueProfile(V{9, 9, 9, 9, 1, 1, 1, 1}, 4, 4);
        // Smoothing shows where the seasons meet: .7 + .15 * (1 + 9) = 2.2 over 1, and .7 * 9 + .15 * (1 + 9) = 7.8 over 9.
        const double first = (7.8 / 9 + 2.0 / 3) / (5.0 / 3), last = (1 + 2.0 / 3 * 2.2) / (5.0 / 3);
        QVERIFY(isNear(grown, {9 * std::sqrt(2.0) * first, 9 * std::sqrt(2.0), 9 * std::sqrt(2.0), 9 * std::sqrt(2.0) * last}, 1e-12));
        QVERIFY(isNear({shrunk[1], shrunk[2]}, {std::sqrt(0.5), std::sqrt(0.5)}, 1e-12));
    }
    // The seasonal naive misses by 2 4 6 8: root of 30, and twice that in squares once a season has passed.
    void bandsAreThoseOfTheSeasonalNaive()
    {
        const auto forecast = fitAndForecast(*made(QStringLiteral("profile"), 4), seriesOf({2, 4, 6, 8, 4, 8, 12, 16}), 5);
        VERIFY_RESULT(forecast);
        const auto width = [&](size_t h) { return forecast->band(95)->high[h] - forecast->mean[h]; };
        QVERIFY(std::abs(width(0) - 1.959963984540054 * std::sqrt(30.0)) < 1e-9);
        QVERIFY(std::abs(width(3) - width(0)) < 1e-12);
        QVERIFY(std::abs(width(4) - width(0) * std::sqrt(2.0)) < 1e-9);
    }
    // A stored model follows a longer history as one that was fitted on it.
    void oneStepFollowsTheHistory()
    {
        const V values = growingMonths(3, 40);
        const auto model = made(QStringLiteral("profile"), 12);
        JobContext job;
        VERIFY_RESULT(model->fit(seriesOf(values, Step::Month).part(0, 30), {}, job));
        const auto fitted = model->oneStep(seriesOf(values, Step::Month));
        VERIFY_RESULT(fitted);
        QVERIFY(std::isnan((*fitted)[11]));
        for (size_t t = 12; t < 40; ++t)
            QCOMPARE((*fitted)[t], continueProfile(Values(values).first(t), 12, 1).front());
    }
};

FORETRAIL_TEST_MAIN(TestProfile, QCoreApplication)
#include "tst_profile.moc"
