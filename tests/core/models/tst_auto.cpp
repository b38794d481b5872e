#include "tests/core/models/KnownSeries.h"
#include "tests/core/models/SomeSeries.h"

#include <QJsonArray>

#include <cmath>
#include <map>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

struct Outcome {
    Forecast forecast;
    std::map<QString, double> weights; ///< "ar-seasonal 7" or "naive": what the members have
    QString explanation;
};

Result<Outcome> automatic(const Series &train, int horizon)
{
    const auto model = made(QStringLiteral("auto"));
    FitOptions options;
    options.horizon = horizon;
    JobContext job;
    if (const auto fitted = model->fit(train, options, job); !fitted)
        return fail(fitted.error());
    const auto forecast = model->forecast(train, horizon, levels);
    if (!forecast)
        return fail(forecast.error());
    Outcome outcome{*forecast, {}, model->explanation()};
    const QJsonArray members = model->save()->state[QStringLiteral("members")].toArray();
    for (const QJsonValue &member : members) {
        const int season = member[QStringLiteral("season")].toInt();
        const QString name = member[QStringLiteral("model")].toString();
        outcome.weights[season > 0 ? QStringLiteral("%1 %2").arg(name).arg(season) : name] = member[QStringLiteral("weight")].toDouble();
    }
    return outcome;
}

double errorOf(const V &forecast, Values actual)
{
    double sum = 0;
    for (size_t h = 0; h < actual.size(); ++h)
        sum += std::abs(actual[h] - forecast[h]);
    return sum / double(actual.size());
}

double naiveError(double last, Values actual) { return errorOf(V(actual.size(), last), actual); }

QString heaviest(const Outcome &outcome)
{
    return std::max_element(outcome.weights.begin(), outcome.weights.end(), [](const auto &a, const auto &b) { return a.second < b.second; })->first;
}

} // namespace

/// "auto" on series of which one knows what is right.
class TestAuto : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zerosGoOn()
    {
        const auto outcome = automatic(seriesOf(V(60, 0), Step::Day), 14);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->forecast.mean, V(14, 0));
        QCOMPARE(outcome->forecast.band(95)->high, V(14, 0));
        QVERIFY2(outcome->explanation.startsWith(QStringLiteral("Nothing but zeros")), qPrintable(outcome->explanation));
    }
    void aConstantGoesOn()
    {
        const auto outcome = automatic(seriesOf(V(60, -7.3), Step::Month), 14);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->forecast.mean, V(14, -7.3));
        QCOMPARE(outcome->forecast.band(95)->low, V(14, -7.3));
    }
    // An item's first day: it goes on, and may be away by its own size, 1.2816 deviations of a normal for 80 %.
    void oneValueGoesOn()
    {
        for (const Step step : {Step::None, Step::Day, Step::Month}) {
            const auto outcome = automatic(seriesOf({5}, step), 3);
            VERIFY_RESULT(outcome);
            QCOMPARE(outcome->forecast.mean, V(3, 5));
            QCOMPARE(outcome->forecast.band(80)->low, V(3, 0)); // never below zero, as the data
            QVERIFY(std::abs(outcome->forecast.band(80)->high[0] - (5 + 5 * 1.2816)) < 1e-3);
            QVERIFY2(outcome->explanation.contains(QStringLiteral("The only value, repeated")), qPrintable(outcome->explanation));
        }
    }
    void fewValues_data()
    {
        QTest::addColumn<V>("values");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("2") << V{5, 8} << 8.0 << 8.0; // the last
        QTest::newRow("5") << V{5, 8, 6, 9, 7} << 5.0 << 9.0; // a level
        QTest::newRow("9") << V{5, 8, 6, 9, 7, 8, 5, 6, 7} << 4.0 << 10.0;
    }
    void fewValues()
    {
        QFETCH(V, values);
        QFETCH(double, low);
        QFETCH(double, high);
        for (const Step step : {Step::None, Step::Day, Step::Week, Step::Month})
            for (const int horizon : {1, 3, 60}) {
                const auto outcome = automatic(seriesOf(values, step), horizon);
                VERIFY_RESULT(outcome);
                QCOMPARE(outcome->forecast.horizon(), horizon);
                double sum = 0;
                for (const auto &[name, weight] : outcome->weights)
                    sum += weight;
                QVERIFY(std::abs(sum - 1) < 1e-12);
                for (size_t h = 0; h < size_t(horizon); ++h) {
                    const double mean = outcome->forecast.mean[h];
                    QVERIFY2(mean >= low - 1e-9 && mean <= high + 1e-9, qPrintable(QString::number(mean)));
                    QVERIFY(outcome->forecast.band(95)->low[h] <= mean && outcome->forecast.band(95)->high[h] >= mean);
                }
            }
    }
    void theHorizonMayBeLongerThanTheSeries()
    {
        for (const int horizon : {31, 90, 400}) {
            const auto outcome = automatic(seriesOf(walk(5, 30), Step::Day), horizon);
            VERIFY_RESULT(outcome);
            QCOMPARE(outcome->forecast.horizon(), horizon);
            for (const double mean : outcome->forecast.mean)
                QVERIFY(mean > 80 && mean < 120);
        }
    }
    // A quarter of the days, 3.5 at a time: .875 a day. The median of such days is zero, and no judge of forecasts.
    void seldomDemandIsARate()
    {
        double sum = 0;
        for (unsigned seed = 1; seed <= 40; ++seed) {
            const auto outcome = automatic(seriesOf(seldomDays(seed, 200), Step::Day), 14);
            VERIFY_RESULT(outcome);
            QVERIFY2(outcome->explanation.contains(QStringLiteral("squared errors")), qPrintable(outcome->explanation));
            QVERIFY(outcome->forecast.mean[0] > 0.2 && outcome->forecast.band(95)->low[0] >= 0);
            sum += outcome->forecast.mean[6];
        }
        QVERIFY2(std::abs(sum / 40 - 0.875) < 0.1, qPrintable(QString::number(sum / 40)));
    }
    void closedWeekdaysStayZero()
    {
        for (unsigned seed = 1; seed <= 10; ++seed) {
            const Series whole = seriesOf(shopDays(seed, 170), Step::Day);
            const auto outcome = automatic(whole.part(0, 140), 30);
            VERIFY_RESULT(outcome);
            for (size_t h = 0; h < 30; ++h) {
                const bool isClosed = (140 + h) % 7 == 5;
                QCOMPARE(outcome->forecast.mean[h] == 0, isClosed);
                QVERIFY(!isClosed || (outcome->forecast.band(95)->low[h] == 0 && outcome->forecast.band(95)->high[h] == 0));
            }
        }
    }
    // Models that know no season have nothing to say, and the error is that of the noise: .03 of the size.
    void aClearSeasonIsFollowed()
    {
        const QStringList seasonal{QStringLiteral("ar-seasonal"), QStringLiteral("ar-fourier"), QStringLiteral("snaive"), QStringLiteral("otheta"), QStringLiteral("pooled")};
        for (unsigned seed = 1; seed <= 10; ++seed) {
            const V all = growingMonths(seed, 132);
            const auto outcome = automatic(seriesOf({all.begin(), all.begin() + 120}, Step::Month), 12);
            VERIFY_RESULT(outcome);
            QVERIFY2(seasonal.contains(heaviest(*outcome)), qPrintable(outcome->explanation));
            QVERIFY2(!outcome->weights.contains(QStringLiteral("theta 1")), qPrintable(outcome->explanation));
            double size = 0;
            for (size_t t = 120; t < 132; ++t)
                size += all[t] / 12;
            QVERIFY(errorOf(outcome->forecast.mean, Values(all).last(12)) < 0.06 * size);
        }
    }
    void passengersAreForecastAsByTheBest()
    {
        const V all = airPassengers();
        const auto outcome = automatic(seriesOf({all.begin(), all.begin() + 120}, Step::Month), 24);
        VERIFY_RESULT(outcome);
        double smape = 0;
        for (size_t h = 0; h < 24; ++h)
            smape += 200.0 / 24 * std::abs(all[120 + h] - outcome->forecast.mean[h]) / (all[120 + h] + outcome->forecast.mean[h]);
        // METHODS 3.8: auto.arima 8.95, ETS 14.48, Theta 14.47, the seasonal naive 17.01.
        QVERIFY2(smape < 8.95, qPrintable(QString::number(smape)));
    }
    // Nothing can be known but the last value: what is tried costs at most 5 % over 200 walks.
    void aWalkIsForecastLittleWorseThanByItsLastValue()
    {
        double ours = 0, theirs = 0;
        int inside = 0;
        for (unsigned seed = 1; seed <= 200; ++seed) {
            const V all = walk(1000 + seed, 127);
            const auto outcome = automatic(seriesOf({all.begin(), all.begin() + 120}, Step::Day), 7);
            VERIFY_RESULT(outcome);
            ours += errorOf(outcome->forecast.mean, Values(all).last(7));
            theirs += naiveError(all[119], Values(all).last(7));
            for (size_t h = 0; h < 7; ++h)
                inside += all[120 + h] >= outcome->forecast.band(80)->low[h] && all[120 + h] <= outcome->forecast.band(80)->high[h] ? 1 : 0;
        }
        QVERIFY2(ours <= 1.05 * theirs, qPrintable(QString::number(ours / theirs)));
        QVERIFY2(std::abs(inside / 1400.0 - 0.8) < 0.1, qPrintable(QString::number(inside / 1400.0)));
    }
    // 1.5 a step, with noise of 1: the last value falls behind by 1.5, 3, ... 18.
    void aTrendLeads()
    {
        double ours = 0, theirs = 0;
        for (unsigned seed = 1; seed <= 20; ++seed) {
            Shares shares(seed);
            V all;
            for (int t = 0; t < 112; ++t)
                all.push_back(50 + 1.5 * t + shares.shock());
            const auto outcome = automatic(seriesOf({all.begin(), all.begin() + 100}), 12);
            VERIFY_RESULT(outcome);
            ours += errorOf(outcome->forecast.mean, Values(all).last(12));
            theirs += naiveError(all[99], Values(all).last(12));
        }
        QVERIFY2(ours < 0.25 * theirs, qPrintable(QString::number(ours / theirs)));
    }
};

FORETRAIL_TEST_MAIN(TestAuto, QCoreApplication)
#include "tst_auto.moc"
