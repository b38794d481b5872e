#include "core/series/Loess.h"
#include "tests/support/ReferenceTable.h"

using namespace foretrail;

/// Expected values follow from the definition unless a test says otherwise.
class TestLoess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsAStraightLine()
    {
        std::vector<double> line;
        for (int t = 0; t < 40; ++t)
            line.push_back(3 - 0.7 * t);
        for (const int window : {5, 39, 41, 101})
            for (const int jump : {1, 4, 100})
                QVERIFY(test::farthest(loess(line, {window, 1, jump}), line) < 1e-12);
    }
    /// Window 5: the reach is 2, tricube weights 1 at the place and (1 - 1/8)^3 = 343/512 beside it.
    void weighsByTricube()
    {
        const std::vector<double> spike{0, 0, 0, 0, 1, 0, 0, 0, 0};
        const std::vector<double> smoothed = loess(spike, {5, 0, 1});
        const double sum = 1 + 2 * 343.0 / 512;
        QVERIFY(std::abs(smoothed[4] - 1 / sum) < 1e-15);
        QVERIFY(std::abs(smoothed[3] - 343.0 / 512 / sum) < 1e-15);
        QCOMPARE(smoothed[2], 0.0);
    }
    void weightsTakeObservationsOut()
    {
        const std::vector<double> values{1, 2, 3, 1000, 5, 6, 7, 8};
        const std::vector<double> weights{1, 1, 1, 0, 1, 1, 1, 1};
        std::vector<double> smoothed(values.size());
        Loess({7, 1, 1}).smooth(values, weights, smoothed);
        const std::vector<double> line{1, 2, 3, 4, 5, 6, 7, 8};
        QVERIFY(test::farthest(smoothed, line) < 1e-12);
    }
    void keepsTheObservationWhereNothingWeighs()
    {
        const std::vector<double> values{1, 2, 4, 8, 16};
        const std::vector<double> none(values.size(), 0.0);
        std::vector<double> smoothed(values.size());
        const Loess local({3, 1, 1});
        local.smooth(values, none, smoothed);
        QCOMPARE(smoothed, values);
        QVERIFY(!local.at(values, none, 5));
    }
    void carriesALineOnBeyondTheEnds()
    {
        const std::vector<double> line{2, 4, 6, 8, 10};
        const Loess local({3, 1, 1});
        QVERIFY(std::abs(*local.at(line, {}, -1) - 0) < 1e-12);
        QVERIFY(std::abs(*local.at(line, {}, 5) - 12) < 1e-12);
    }
    /// R 4.2.2: loess(y ~ t, span = 9 / 20, degree = 1, control = loess.control(surface = "direct")) on
    /// y = c(5, 3, 8, 6, 9, 7, 12, 10, 9, 14, 13, 11, 16, 18, 15, 17, 20, 19, 23, 21), t = 1:20.
    void equalsRsLoess()
    {
        const std::vector<double> values{5, 3, 8, 6, 9, 7, 12, 10, 9, 14, 13, 11, 16, 18, 15, 17, 20, 19, 23, 21};
        const std::vector<double> expected{4.159711690695, 5.106624335465,  6.04086246631, 6.996081114812, 8.051456400192, 8.855090979736, 9.524945339717, 10.43379931773, 11.24699368443, 11.75300631557, 12.73299027969, 13.96992614276, 14.76252247328, 15.68918549593, 16.89658916541,  17.8480246564, 18.94499946444, 19.98330540507,  21.0497774271,  22.1383383256};
        QVERIFY(test::farthest(loess(values, {9, 1, 1}), expected) < 1e-10);
    }
    void takesShortSeriesAsTheyAre()
    {
        const std::vector<double> single{4};
        QCOMPARE(loess(single, {}), single);
        QVERIFY(loess({}, {}).empty());
    }
};

FORETRAIL_TEST_MAIN(TestLoess, QCoreApplication)
#include "tst_loess.moc"
