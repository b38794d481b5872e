#include "core/series/Hampel.h"
#include "tests/support/ReferenceTable.h"

#include <random>

using namespace foretrail;

namespace {

double medianBySorting(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return 0.5 * (values[(values.size() - 1) / 2] + values[values.size() / 2]);
}

} // namespace

class TestHampel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Window 3: around the 90 the values 2 90 3 have the median 3 and the distances 0 1 87, so a scale of 1.4826.
    void marksASpike()
    {
        const std::vector<double> values{1, 4, 2, 90, 3, 5};
        const HampelMarks marks = hampel(values, {1, 3});
        QCOMPARE(marks.median[3], 3.0);
        QCOMPARE(marks.scale[3], 1.4826);
        QCOMPARE(marks.outliers, std::vector<qint64>{3});
        QVERIFY(hampel(values, {1, 59}).outliers.empty()); // 87 / 1.4826 = 58.7
        QCOMPARE(hampel(values, {1, 58}).outliers, std::vector<qint64>{3});
        QCOMPARE(marks.median.front(), 2.5); // of 1 and 4
        QCOMPARE(marks.median.back(), 4.0);  // of 3 and 5
    }
    /// R 4.2.2: median(w) and mad(w) of w = x[max(1, i - 3):min(40, i + 3)], and which are beyond 3 of them.
    void equalsR()
    {
        const std::vector<double> values{8.32, 12.77, 7.49, 10.14, 13.42, 8.79, 40, 8.73, 9.43, 10.28, 12.46, 8.4, 7.84, 9.68,
                                         7.86, 9.72, 8.81, 5.63, 10.48, 9.48, 11.8, 11.88, -15, 11.41, 11.64, 9.41, 12.84, 13,
                                         8.69, 8.29, 10.63, 12.22, 14.43, 12.43, 12.96, 11.9, 7.98, 6, 6.48, 9.71};
        const HampelMarks marks = hampel(values, {3, 3});
        QCOMPARE(marks.outliers, (std::vector<qint64>{6, 22}));
        const std::vector<double> medians{9.23, 10.14, 9.465, 10.14, 10.14, 9.43, 10.14, 10.28};
        const std::vector<double> scales{1.964445, 3.899238, 2.312856, 3.899238, 3.899238, 1.052646, 2.00151, 2.29803};
        QVERIFY(test::farthest({marks.median.begin(), marks.median.begin() + 8}, medians) < 1e-12);
        QVERIFY(test::farthest({marks.scale.begin(), marks.scale.begin() + 8}, scales) < 1e-12);
        QVERIFY(std::abs(marks.median.back() - 7.23) < 1e-12);
        QVERIFY(std::abs(marks.scale.back() - 1.467774) < 1e-12);
    }
    void equalsSortingEveryWindow()
    {
        std::mt19937_64 random(3);
        std::vector<double> values(400);
        for (double &value : values)
            value = random() % 9 == 0 ? missing : double(random() % 40); // with ties and gaps
        const qint64 half = 6;
        const HampelMarks marks = hampel(values, {int(half), 3});
        for (qint64 i = 0; i < qint64(values.size()); ++i) {
            std::vector<double> window;
            for (qint64 j = std::max<qint64>(0, i - half); j <= std::min<qint64>(qint64(values.size()) - 1, i + half); ++j)
                if (!std::isnan(values[size_t(j)]))
                    window.push_back(values[size_t(j)]);
            const double median = medianBySorting(window);
            for (double &value : window)
                value = std::abs(value - median);
            QCOMPARE(marks.median[size_t(i)], median);
            QCOMPARE(marks.scale[size_t(i)], 1.4826 * medianBySorting(window));
        }
    }
    void marksNothingWhereMostIsEqual()
    {
        const std::vector<double> sales{0, 0, 0, 5, 0, 0, 0, 0, 3, 0};
        const HampelMarks marks = hampel(sales, {3, 3});
        QVERIFY(marks.outliers.empty());
        QCOMPARE(marks.scale[3], 0.0);
    }
    void missingValuesAreNeitherSeenNorMarked()
    {
        const std::vector<double> values{missing, missing, missing, 4, 6};
        const HampelMarks marks = hampel(values, {1, 3});
        QVERIFY(std::isnan(marks.median[0]));
        QVERIFY(std::isnan(marks.scale[1]));
        QCOMPARE(marks.median[2], 4.0);
        QVERIFY(marks.outliers.empty());
    }
    void takesAnySize()
    {
        QVERIFY(hampel({}).median.empty());
        const std::vector<double> values{1, 2, 3};
        QCOMPARE(hampel(values, {100, 3}).median, (std::vector<double>{2, 2, 2}));
        QCOMPARE(hampel(values, {0, 3}).median, values);
        QCOMPARE(hampel(values, {-4, 3}).median, values);
    }
};

FORETRAIL_TEST_MAIN(TestHampel, QCoreApplication)
#include "tst_hampel.moc"
