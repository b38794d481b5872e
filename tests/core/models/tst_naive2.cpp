#include "core/evaluation/Metrics.h"
#include "core/models/SeasonalIndices.h"
#include "tests/core/models/KnownSeries.h"
#include "tests/core/models/ModelTest.h"

#include <QJsonDocument>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

Series monthly(std::vector<double> values) { return seriesOf(std::move(values), Step::Month); }

/// Air temperatures at Nottingham (R's data set `nottem`): the first column of a table that has them.
std::vector<double> nottingham()
{
    std::vector<double> values;
    for (const QByteArray &line : readAll(dataFile(QStringLiteral("decomposition/stl_nottem.csv"))).split('\n').mid(1))
        if (!line.isEmpty())
            values.push_back(line.split(',').first().toDouble());
    return values;
}

std::unique_ptr<Forecaster> naive2() { return made(QStringLiteral("naive2"), 12); }

} // namespace

/// Figures of R 4.2.2 (forecast) on the series named.
class TestNaive2 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void testsSeasonsAsTheCompetitionDid()
    {
        const std::vector<double> air = test::airPassengers();
        const SeasonTest whole = testSeason(air, 12);
        QVERIFY(std::abs(whole.correlation - 0.760395) < 1e-6 && std::abs(whole.limit - 0.502649) < 1e-6 && whole.isSeasonal());
        const SeasonTest part = testSeason(Values(air).first(120), 12);
        QVERIFY(std::abs(part.correlation - 0.742877) < 1e-6 && std::abs(part.limit - 0.537788) < 1e-6 && part.isSeasonal());
        const SeasonTest nile = testSeason(test::nile(), 12); // years read as months
        QVERIFY(std::abs(nile.correlation - 0.212922) < 1e-6 && std::abs(nile.limit - 0.273161) < 1e-6 && !nile.isSeasonal());
        const std::vector<double> temperatures = nottingham();
        QCOMPARE(temperatures.size(), size_t(240));
        const SeasonTest warmth = testSeason(temperatures, 12);
        QVERIFY(std::abs(warmth.correlation - 0.884306) < 1e-6 && std::abs(warmth.limit - 0.317568) < 1e-6 && warmth.isSeasonal());
        QVERIFY(!testSeason(Values(air).first(35), 12).isSeasonal()); // fewer than three seasons
        QVERIFY(!testSeason(air, 1).isSeasonal());
        QVERIFY(!testSeason(std::vector<double>(60, 7.1), 12).isSeasonal());
    }
    void decomposesAsR()
    {
        const std::vector<double> air = test::airPassengers();
        const double expected[] = {.91156, .89247, 1.02160, .97791, .97749, 1.11161, 1.21479, 1.20191, 1.06243, .92180, .80169, .90473};
        const std::vector<double> indices = classicalIndices(Values(air).first(120), 12, true).index;
        for (size_t i = 0; i < 12; ++i)
            QVERIFY2(std::abs(indices[i] - expected[i]) < 6e-6, qPrintable(QString::number(indices[i], 'f', 6)));
    }
    // An odd season without noise: 2 4 6 again and again has the indices .5 1 1.5.
    void oddSeasonsAreFoundExactly()
    {
        const std::vector<double> indices = classicalIndices(std::vector<double>{2, 4, 6, 2, 4, 6, 2, 4, 6}, 3, true).index;
        for (size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(indices[i] - 0.5 * double(i + 1)) < 1e-12);
    }
    void forecastsPassengersAsR()
    {
        const std::vector<double> air = test::airPassengers();
        const Series train = monthly({air.begin(), air.begin() + 120});
        const auto model = naive2();
        const auto forecast = fitAndForecast(*model, train, 24);
        VERIFY_RESULT(forecast);
        const Metrics metrics = pointMetrics(Values(air).last(24), forecast->mean, train.values, 12);
        QVERIFY2(std::abs(metrics.rmse - 89.332) < 5e-4, qPrintable(QString::number(metrics.rmse)));
        QVERIFY2(std::abs(metrics.smape - 18.757) < 5e-4, qPrintable(QString::number(metrics.smape)));
        QVERIFY2(std::abs(metrics.mase - 2.7915) < 5e-5, qPrintable(QString::number(metrics.mase)));
        QVERIFY(model->explanation().contains(QStringLiteral("12 steps")));
    }
    void bandsGrowWithRootAndSeason()
    {
        const Series train = monthly(test::airPassengers());
        const auto forecast = fitAndForecast(*naive2(), train, 13);
        VERIFY_RESULT(forecast);
        const auto width = [&](size_t h) { return forecast->band(80)->high[h] - forecast->mean[h]; };
        QVERIFY(std::abs(width(12) / width(0) - std::sqrt(13.0)) < 1e-9); // a year on: the same index
        QVERIFY(std::abs(width(6) / width(0) - std::sqrt(7.0) * forecast->mean[6] / forecast->mean[0]) < 1e-9);
    }
    void seasonKeepsItsPlaceInAPart()
    {
        const Series all = monthly(test::airPassengers());
        const auto model = naive2();
        const auto whole = fitAndForecast(*model, all, 12);
        VERIFY_RESULT(whole);
        const auto part = model->forecast(all.part(101, 43), 12, levels);
        VERIFY_RESULT(part);
        QVERIFY(part->mean == whole->mean);
        const auto restored = naive2();
        VERIFY_RESULT(restored->restore({QJsonDocument::fromJson(QJsonDocument(model->save()->state).toJson()).object(), {}}));
        QVERIFY(restored->forecast(all.part(101, 43), 12, levels)->mean == whole->mean);
        QCOMPARE(restored->explanation(), model->explanation());
        QCOMPARE(restored->restore({{{QStringLiteral("indices"), QJsonArray()}}, {}}).error().code, ErrorCode::Format);
    }
    void isNaiveWhereThereIsNoSeason_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<QString>("why");
        const std::vector<double> nile = test::nile();
        QTest::newRow("the test says no") << QList<double>(nile.begin(), nile.end()) << QStringLiteral("no season of 12");
        std::vector<double> air = test::airPassengers();
        air[50] = 0;
        QTest::newRow("a zero") << QList<double>(air.begin(), air.end()) << QStringLiteral("above zero");
        QTest::newRow("short") << QList<double>{3, 5, 4} << QStringLiteral("no season of 12");
    }
    void isNaiveWhereThereIsNoSeason()
    {
        QFETCH(QList<double>, values);
        QFETCH(QString, why);
        const auto model = naive2();
        const auto forecast = fitAndForecast(*model, monthly({values.begin(), values.end()}), 3);
        VERIFY_RESULT(forecast);
        QVERIFY((forecast->mean == std::vector<double>(3, values.back())));
        QVERIFY2(model->explanation().contains(why), qPrintable(model->explanation()));
    }
};

FORETRAIL_TEST_MAIN(TestNaive2, QCoreApplication)
#include "tst_naive2.moc"
