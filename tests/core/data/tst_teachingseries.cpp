// The teaching series against the rules that they were made by, within what chance allows of 600 days.
#include "core/data/sample/TeachingSeries.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <numeric>

using namespace foretrail;

namespace {

constexpr int seeds = 5;

double mean(const std::vector<double> &values) { return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()); }

double deviation(const std::vector<double> &values)
{
    const double middle = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - middle) * (value - middle);
    return std::sqrt(sum / double(values.size() - 1));
}

double correlation(const std::vector<double> &values, size_t lag)
{
    const double middle = mean(values);
    double together = 0, alone = 0;
    for (size_t t = 0; t < values.size(); ++t) {
        alone += (values[t] - middle) * (values[t] - middle);
        if (t >= lag)
            together += (values[t] - middle) * (values[t - lag] - middle);
    }
    return together / alone;
}

} // namespace

class TestTeachingSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Steps of a random walk are noise: standard deviation 4, no correlation beyond 4 of its standard errors 1 / sqrt(599).
    void stepsOfTheWalkAreNoise()
    {
        for (quint64 seed = 1; seed <= seeds; ++seed) {
            const std::vector<double> walk = teachingSeries(seed)[0].values;
            QCOMPARE(int(walk.size()), teachingDays);
            std::vector<double> steps;
            for (size_t t = 1; t < walk.size(); ++t)
                steps.push_back(walk[t] - walk[t - 1]);
            QVERIFY2(std::abs(deviation(steps) - 4) < 0.5, qPrintable(QString::number(deviation(steps))));
            for (const size_t lag : {1, 2, 7})
                QVERIFY(std::abs(correlation(steps, lag)) < 4 / std::sqrt(double(steps.size())));
        }
    }
    // 86 or 85 of each weekday with a deviation of 8: a mean is within 4 * 8 / sqrt(85) of the rule.
    void weekdaysAreAsTheRuleSays()
    {
        const double levels[] = {100, 90, 95, 110, 150, 180, 60};
        for (quint64 seed = 1; seed <= seeds; ++seed) {
            const std::vector<double> week = teachingSeries(seed)[1].values;
            for (size_t weekday = 0; weekday < 7; ++weekday) {
                std::vector<double> same;
                for (size_t t = weekday; t < week.size(); t += 7)
                    same.push_back(week[t]);
                QVERIFY(std::abs(mean(same) - levels[weekday]) < 4 * 8 / std::sqrt(double(same.size())));
            }
        }
    }
    void levelShiftsOnItsDay()
    {
        const std::vector<double> values = teachingSeries(1)[2].values;
        const std::vector<double> before(values.begin(), values.begin() + shiftDay), after(values.begin() + shiftDay, values.end());
        QVERIFY(std::abs(mean(before) - 100) < 4 * 8 / std::sqrt(double(before.size())));
        QVERIFY(std::abs(mean(after) - 160) < 4 * 16 / std::sqrt(double(after.size())));
        QVERIFY(deviation(after) > 1.5 * deviation(before));
    }
    void workspaceHoldsThem()
    {
        const QTemporaryDir folder;
        auto workspace = Workspace::create(folder.filePath(QStringLiteral("teaching.foretrail")));
        VERIFY_RESULT(workspace);
        JobContext job;
        VERIFY_RESULT(createTeachingSeries(*workspace, 1, job));
        const auto summary = workspace->data().summary();
        VERIFY_RESULT(summary);
        QCOMPARE(summary->importedSeries, qint64(3));
        QCOMPARE(summary->observations, qint64(3 * teachingDays));
        SeriesQuery query;
        query.by = GroupBy::Series;
        query.measure = Measure::Value;
        query.keys = {QLatin1String(randomWalkKey)};
        const auto series = workspace->data().series(query, job);
        VERIFY_RESULT(series);
        QCOMPARE(series->front().values, teachingSeries(1)[0].values);
        const auto again = createTeachingSeries(*workspace, 1, job);
        QCOMPARE(again.error().code, ErrorCode::InvalidInput);
    }
    void anotherSeedIsAnotherWalk()
    {
        QCOMPARE(teachingSeries(7)[0].values, teachingSeries(7)[0].values);
        QVERIFY(teachingSeries(7)[0].values != teachingSeries(8)[0].values);
    }
};

FORETRAIL_TEST_MAIN(TestTeachingSeries, QCoreApplication)
#include "tst_teachingseries.moc"
