#include "core/series/Gaps.h"
#include "core/series/Mstl.h"
#include "tests/support/ReferenceTable.h"

using namespace foretrail;

/// tests/data/decomposition/mstl_hourly.csv holds figures of forecast 8.20 under R 4.2.2; asked for within 1e-6.
class TestMstl : public QObject {
    Q_OBJECT

    static std::map<QByteArray, std::vector<double>> hourly()
    {
        return test::referenceTable(QStringLiteral("decomposition/mstl_hourly.csv"));
    }

private Q_SLOTS:
    void equalsRWithTwoSeasons()
    {
        auto table = hourly();
        const auto parts = mstl(table["value"], {168, 24});
        VERIFY_RESULT(parts);
        QCOMPARE(parts->seasons, (std::vector<int>{24, 168}));
        QVERIFY(test::farthest(parts->trend, table["trend"]) < 1e-9);
        QVERIFY(test::farthest(parts->seasonal[0], table["seasonal24"]) < 1e-9);
        QVERIFY(test::farthest(parts->seasonal[1], table["seasonal168"]) < 1e-9);
    }
    void equalsRWithOneSeason()
    {
        auto table = hourly();
        const auto parts = mstl(table["value"], {24});
        VERIFY_RESULT(parts);
        QVERIFY(test::farthest(parts->trend, table["single.trend"]) < 1e-9);
        QVERIFY(test::farthest(parts->seasonal[0], table["single.seasonal24"]) < 1e-9);
    }
    void bridgesGapsByLines()
    {
        auto table = hourly();
        std::vector<double> values = table["value"];
        for (const size_t gone : {49, 50, 51, 199, 410})
            values[gone] = missing;
        const auto parts = mstl(values, {24, 168});
        VERIFY_RESULT(parts);
        QVERIFY(test::farthest(parts->trend, table["gaps.trend"]) < 1e-9);
        QVERIFY(test::farthest(parts->seasonal[0], table["gaps.seasonal24"]) < 1e-9);
        QVERIFY(test::farthest(parts->seasonal[1], table["gaps.seasonal168"]) < 1e-9);
        for (size_t i = 0; i < values.size(); ++i)
            QCOMPARE(std::isnan(parts->remainder[i]), std::isnan(values[i]));
    }
    void partsSumToTheSeries()
    {
        auto table = hourly();
        const std::vector<double> &values = table["value"];
        const auto parts = mstl(values, {24, 168}, {.robust = true});
        VERIFY_RESULT(parts);
        for (size_t i = 0; i < values.size(); ++i)
            QCOMPARE(parts->trend[i] + parts->seasonal[0][i] + parts->seasonal[1][i] + parts->remainder[i], values[i]);
        QVERIFY(*std::min_element(parts->weights.begin(), parts->weights.end()) < 0.5);
    }
    void leavesOutSeasonsThatDoNotFit()
    {
        auto table = hourly();
        const auto parts = mstl(table["value"], {1, 24, 215, 24});
        VERIFY_RESULT(parts);
        QCOMPARE(parts->seasons, std::vector<int>{24});
        QCOMPARE(parts->seasonal.size(), size_t(1));
    }
    void keepsALineWithoutASeason()
    {
        std::vector<double> line;
        for (int t = 0; t < 90; ++t)
            line.push_back(4 + 0.5 * t);
        const auto parts = mstl(line, {});
        VERIFY_RESULT(parts);
        QVERIFY(parts->seasonal.empty());
        QVERIFY(test::farthest(parts->trend, line) < 1e-10);
        const std::vector<double> single{3};
        const auto alone = mstl(single, {7});
        VERIFY_RESULT(alone);
        QCOMPARE(alone->trend, single);
        QCOMPARE(alone->remainder, std::vector<double>{0});
    }
    void refusesNothingAndBadOptions()
    {
        const std::vector<double> nothing{missing, missing};
        QCOMPARE(mstl(nothing, {}).error().code, ErrorCode::Degenerate);
        QCOMPARE(mstl({}, {}).error().code, ErrorCode::Degenerate);
        const std::vector<double> values(60, 1.0);
        QCOMPARE(mstl(values, {7}, {.passes = 0}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(mstl(values, {7}, {.seasonalWindows = {8}}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(mstl(values, {}, {.trendWindow = 4}).error().code, ErrorCode::InvalidInput);
    }
    void fillsGapsLinearly()
    {
        const std::vector<double> values{missing, 2, missing, missing, 8, std::numeric_limits<double>::infinity()};
        const auto filled = filledLinearly(values);
        VERIFY_RESULT(filled);
        QCOMPARE(*filled, (std::vector<double>{2, 2, 4, 6, 8, 8}));
    }
    /// R 4.2.2: max(0, 1 - var(r) / var(s + r)) of stl(nottem, s.window = "periodic"), and the same for its trend.
    void strengthsEqualR()
    {
        auto table = test::referenceTable(QStringLiteral("decomposition/stl_nottem.csv"));
        const auto parts = stl(table["value"], {.season = 12});
        VERIFY_RESULT(parts);
        QVERIFY(std::abs(seasonalStrength(*parts, 0) - 0.9438334229693) < 1e-10);
        QVERIFY(std::abs(trendStrength(*parts) - 0.2054880024239) < 1e-10);
    }
    /// Var(remainder) = 1 of Var(seasonal + remainder) = 5; the missing place does not count.
    void strengthByHand()
    {
        const std::vector<double> seasonal{2, 2, -2, -2, 50};
        const std::vector<double> remainder{1, -1, 1, -1, missing};
        QCOMPARE(seasonalStrength(seasonal, remainder), 0.8);
        const std::vector<double> still(5, 0.0);
        QCOMPARE(seasonalStrength(still, still), 0.0);
    }
    void repeatsTheLastSeason()
    {
        const std::vector<double> seasonal{9, 9, 1, 2, 3};
        QCOMPARE(continueSeason(seasonal, 3, 5), (std::vector<double>{1, 2, 3, 1, 2}));
        QVERIFY(continueSeason(seasonal, 6, 5).empty());
        QVERIFY(continueSeason(seasonal, 3, 0).empty());
    }
};

FORETRAIL_TEST_MAIN(TestMstl, QCoreApplication)
#include "tst_mstl.moc"
