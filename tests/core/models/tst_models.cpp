#include "core/models/HarmonicRegression.h"
#include "tests/core/models/ModelTest.h"

#include <QJsonDocument>

#include <cmath>
#include <numbers>
#include <random>

using namespace foretrail;
using namespace foretrail::test;

namespace {

// A week with a closed day, a trend and noise: what daily revenue of a shop looks like.
Series shop(size_t count)
{
    const double week[] = {10, 12, 11, 14, 15, 0, 6};
    std::mt19937 generator(3);
    std::normal_distribution<double> noise(0, 0.5);
    std::vector<double> values;
    for (size_t t = 0; t < count; ++t)
        values.push_back(t % 7 == 5 ? 0 : week[t % 7] + 0.01 * double(t) + noise(generator));
    return seriesOf(std::move(values), Step::Day);
}

void addEveryModel()
{
    QTest::addColumn<QString>("name");
    for (const ModelInfo &info : ModelRegistry::classical().models())
        QTest::newRow(qPrintable(info.name)) << info.name;
}

} // namespace

/// Means and widths by hand from the formulas of Hyndman & Athanasopoulos, Forecasting (3rd ed.), section 5.5.
class TestModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // A trading week of six days: a stored model finds its place in it also where a series begins later.
    void weekdaysLeftOutKeepTheirPlace()
    {
        std::vector<double> values;
        for (int t = 0; t < 120; ++t)
            values.push_back(20 + 5 * (t % 6) + 0.3 * ((t * 37) % 11));
        Series series = seriesOf(std::move(values), Step::Day);
        series.axis.start = *parseWallTime(QStringLiteral("2024-01-01"));
        series.axis.closed = 1 << 5;
        const auto model = made(QStringLiteral("ar-fourier"));
        const auto whole = fitAndForecast(*model, series, 12);
        VERIFY_RESULT(whole);
        const Series part = series.part(21, 99); // begins on a Thursday
        const auto later = model->forecast(part, 12, levels);
        VERIFY_RESULT(later);
        const auto restored = made(QStringLiteral("ar-fourier"));
        VERIFY_RESULT(restored->restore(*model->save()));
        const auto again = restored->forecast(part, 12, levels);
        VERIFY_RESULT(again);
        for (size_t h = 0; h < 12; ++h) {
            QVERIFY(std::abs(later->mean[h] - whole->mean[h]) < 1e-9);
            QCOMPARE(again->mean[h], later->mean[h]);
        }
    }
    void baselinesEqualTheirFormulas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<double>>("mean");
        QTest::addColumn<QList<double>>("deviation");
        // 2 4 3 7 5 9: steps 2 -1 4 -2 4, sum of squares 41, five of them.
        const double naive = std::sqrt(41.0 / 5);
        QTest::newRow("naive") << "naive" << QList<double>{9, 9, 9}
                               << QList<double>{naive, naive * std::sqrt(2.0), naive * std::sqrt(3.0)};
        // Season 2: differences 1 3 2 2, squares 18 of four.
        const double seasonal = std::sqrt(18.0 / 4);
        QTest::newRow("snaive") << "snaive" << QList<double>{5, 9, 5}
                                << QList<double>{seasonal, seasonal, seasonal * std::sqrt(2.0)};
        // Slope 7/5; errors .6 -2.4 2.6 -3.4 2.6, squares 31.2 over 5 - 1.
        const double drift = std::sqrt(31.2 / 4);
        QTest::newRow("drift") << "drift" << QList<double>{10.4, 11.8, 13.2}
                               << QList<double>{drift * std::sqrt(1.2), drift * std::sqrt(2 * 1.4),
                                                drift * std::sqrt(3 * 1.6)};
        // Mean 5, squares 9 1 4 4 0 16 = 34 over 5.
        const double mean = std::sqrt(34.0 / 5 * 7 / 6);
        QTest::newRow("mean") << "mean" << QList<double>{5, 5, 5} << QList<double>{mean, mean, mean};
    }
    void baselinesEqualTheirFormulas()
    {
        QFETCH(QString, name);
        QFETCH(QList<double>, mean);
        QFETCH(QList<double>, deviation);
        // A value below zero would change nothing but the clamping: shift the whole series.
        for (double shift : {0.0, -100.0}) {
            const auto model = made(name, 2);
            const auto forecast = fitAndForecast(
                *model, seriesOf({2 + shift, 4 + shift, 3 + shift, 7 + shift, 5 + shift, 9 + shift}), 3);
            VERIFY_RESULT(forecast);
            for (int k = 0; k < 3; ++k) {
                QVERIFY(std::abs(forecast->mean[size_t(k)] - mean[k] - shift) < 1e-9);
                const double width = forecast->band(95)->high[size_t(k)] - forecast->mean[size_t(k)];
                QVERIFY(std::abs(width - 1.959963984540054 * deviation[k]) < 1e-9);
                QVERIFY(forecast->band(80)->low[size_t(k)] >= (shift == 0.0 ? 0.0 : -200.0));
            }
        }
    }
    void movingAverageFollowsItsOwnForecasts()
    {
        ModelSpec spec;
        spec.model = QStringLiteral("moving-average");
        spec.lookback = 2;
        const auto model = ModelRegistry::classical().create(spec);
        VERIFY_RESULT(model);
        const auto forecast = fitAndForecast(**model, seriesOf({1, 5, 3, 5}), 3);
        VERIFY_RESULT(forecast);
        QVERIFY((forecast->mean == std::vector<double>{4, 4.5, 4.25}));
    }
    void everyModelIsOrderlyOnAShop_data() { addEveryModel(); }
    void everyModelIsOrderlyOnAShop()
    {
        QFETCH(QString, name);
        const auto model = made(name);
        const Series train = shop(200);
        const auto forecast = fitAndForecast(*model, train, 28);
        VERIFY_RESULT(forecast);
        QCOMPARE(forecast->horizon(), 28);
        QVERIFY(forecast->band(50) == nullptr);
        for (size_t k = 0; k < 28; ++k) {
            QVERIFY(forecast->band(95)->low[k] <= forecast->band(80)->low[k]);
            QVERIFY(forecast->band(80)->low[k] <= forecast->mean[k] && forecast->mean[k] <= forecast->band(80)->high[k]);
            QVERIFY(forecast->band(80)->high[k] <= forecast->band(95)->high[k]);
            QVERIFY(forecast->band(95)->low[k] >= 0 && std::isfinite(forecast->band(95)->high[k]));
        }
        QVERIFY(!model->explanation().isEmpty());
    }
    void oneStepIsTheForecastOfOneStep_data() { addEveryModel(); }
    void oneStepIsTheForecastOfOneStep()
    {
        QFETCH(QString, name);
        const auto model = made(name);
        JobContext job;
        VERIFY_RESULT(model->fit(shop(150), {}, job));
        const Series longer = shop(180);
        const auto predicted = model->oneStep(longer);
        VERIFY_RESULT(predicted);
        QCOMPARE(predicted->size(), size_t(180));
        for (qint64 t : {qint64(140), qint64(150), qint64(179)}) {
            const auto forecast = model->forecast(longer.part(0, t), 1, levels);
            VERIFY_RESULT(forecast);
            QVERIFY(std::abs((*predicted)[size_t(t)] - forecast->mean[0]) < 1e-9
                    || forecast->mean[0] == 0.0); // a mean below zero is shown as zero
        }
    }
    void aRestoredModelForecastsTheSame_data() { addEveryModel(); }
    void aRestoredModelForecastsTheSame()
    {
        QFETCH(QString, name);
        const auto model = made(name);
        const Series train = shop(120);
        const auto before = fitAndForecast(*model, train, 14);
        VERIFY_RESULT(before);
        const auto saved = model->save();
        VERIFY_RESULT(saved);
        const QByteArray text = QJsonDocument(saved->state).toJson();
        const auto restored = made(name);
        VERIFY_RESULT(restored->restore({QJsonDocument::fromJson(text).object(), saved->weights}));
        const auto after = restored->forecast(train, 14, levels);
        VERIFY_RESULT(after);
        QVERIFY(after->mean == before->mean);
        QVERIFY(after->band(95)->high == before->band(95)->high);
        QCOMPARE(restored->explanation(), model->explanation());
        QCOMPARE(restored->restore({}).error().code, ErrorCode::Format);
    }
    void aConstantSeriesStaysConstant_data() { addEveryModel(); }
    void aConstantSeriesStaysConstant()
    {
        QFETCH(QString, name);
        for (double value : {5.0, 0.0, -3.0}) {
            const auto model = made(name);
            const auto forecast = fitAndForecast(*model, seriesOf(std::vector<double>(60, value), Step::Day), 10);
            VERIFY_RESULT(forecast);
            for (size_t k = 0; k < 10; ++k) {
                QVERIFY(std::abs(forecast->mean[k] - value) < 1e-9);
                QVERIFY(std::abs(forecast->band(95)->high[k] - value) < 1e-9);
            }
        }
    }
    void refusesWhatItCannotUse_data() { addEveryModel(); }
    void refusesWhatItCannotUse()
    {
        QFETCH(QString, name);
        const auto model = made(name);
        const bool bearsOne = QStringList{QStringLiteral("auto"), QStringLiteral("combination"), QStringLiteral("naive")}.contains(name);
        QCOMPARE(fitAndForecast(*model, seriesOf(bearsOne ? std::vector<double>() : std::vector<double>{1}), 3).error().code, ErrorCode::TooShort);
        Series gap = shop(60);
        gap.values[30] = missing;
        QCOMPARE(fitAndForecast(*model, gap, 3).error().code, ErrorCode::InvalidInput);
        QCOMPARE(fitAndForecast(*model, shop(60), 0).error().code, ErrorCode::InvalidInput);
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(model->fit(shop(60), {}, stopped).error().isCancelled());
    }
    void knowsItsModels()
    {
        ModelSpec spec;
        spec.model = QStringLiteral("oracle");
        const auto none = ModelRegistry::classical().create(spec);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY(none.error().message.contains(QStringLiteral("ar-fourier")));
        const QJsonObject json = spec.toJson();
        for (const ModelInfo &info : ModelRegistry::classical().models())
            for (const QString &field : info.reads)
                QVERIFY2(json.contains(field), qPrintable(field));
    }
    void harmonicsRecoverExactTerms()
    {
        // y = 3 + 2 cos(2 pi t / 12) - sin(4 pi t / 12) and nothing else.
        std::vector<double> y;
        for (int t = 0; t < 96; ++t)
            y.push_back(3 + 2 * std::cos(std::numbers::pi * t / 6) - std::sin(std::numbers::pi * t / 3));
        HarmonicChoice choice;
        choice.season = 12;
        choice.pairs = {2};
        choice.mayTrend = false;
        const HarmonicFit fit = fitHarmonics(y, choice);
        QVERIFY(!fit.terms.isDifferenced);
        const double expected[] = {3, 2, 0, 0, -1};
        for (size_t i = 0; i < 5; ++i)
            QVERIFY(std::abs(fit.beta[i] - expected[i]) < 1e-9);
    }
    // 50, or 80 where the column says so: on the logarithm, a sum. The column does not follow from the past.
    void arFourierLearnsFromAKnownColumn()
    {
        std::mt19937 random(3);
        Regressors regressors{{Step::Day, 0}, {{QStringLiteral("promotion"), {}, true}, {QStringLiteral("always"), {}, true}, {QStringLiteral("views"), {}, false}}, {}, {}};
        Series train{QStringLiteral("s"), {}, {}, {Step::Day, 0}, {}};
        for (int t = 0; t < 114; ++t) {
            const bool isOn = (random() >> 16) & 1;
            regressors.columns[0].values.push_back(isOn ? 1 : 0);
            regressors.columns[1].values.push_back(7);
            regressors.columns[2].values.push_back(isOn ? 80 : 50); // would tell, but is not known ahead
            if (t < 100)
                train.values.push_back(isOn ? 80 : 50);
        }
        const auto model = made(QStringLiteral("ar-fourier"));
        model->setRegressors(regressors);
        const auto forecast = fitAndForecast(*model, train, 14);
        VERIFY_RESULT(forecast);
        for (size_t h = 0; h < 14; ++h)
            QVERIFY2(std::abs(forecast->mean[h] - (regressors.columns[0].values[100 + h] > 0 ? 80 : 50)) < 1e-5, qPrintable(QString::number(forecast->mean[h])));
        QVERIFY2(model->explanation().contains(QStringLiteral("1 column")), qPrintable(model->explanation()));
        const auto again = made(QStringLiteral("ar-fourier"));
        VERIFY_RESULT(again->restore(model->save().value()));
        QVERIFY(!again->forecast(train, 14, levels));
        again->setRegressors(regressors);
        QCOMPARE(again->forecast(train, 14, levels)->mean, forecast->mean);
    }
    void columnsThatTellNothingAreLeftOut()
    {
        std::mt19937 random(5);
        const Series train = shop(120);
        Regressors regressors{train.axis, {{QStringLiteral("dice"), {}, true}, {QStringLiteral("waves"), {}, true}}, {}, {}};
        for (int t = 0; t < 148; ++t) {
            regressors.columns[0].values.push_back(double(random() >> 16 & 7));
            regressors.columns[1].values.push_back(std::cos(2 * std::numbers::pi * t / 7)); // what the model has anyway
        }
        const auto model = made(QStringLiteral("ar-fourier"));
        const auto plain = fitAndForecast(*model, train, 28);
        const auto other = made(QStringLiteral("ar-fourier"));
        other->setRegressors(regressors);
        const auto forecast = fitAndForecast(*other, train, 28);
        VERIFY_RESULT(plain);
        VERIFY_RESULT(forecast);
        QCOMPARE(forecast->mean, plain->mean);
    }
    void arFourierKeepsTheClosedDayAndBeatsRepeating()
    {
        const Series all = shop(230);
        const Series train = all.part(0, 202);
        const auto better = fitAndForecast(*made(QStringLiteral("ar-fourier")), train, 28);
        const auto repeating = fitAndForecast(*made(QStringLiteral("snaive")), train, 28);
        VERIFY_RESULT(better);
        VERIFY_RESULT(repeating);
        double errorBetter = 0, errorRepeating = 0;
        for (size_t k = 0; k < 28; ++k) {
            const double actual = all.values[202 + k];
            errorBetter += std::abs(better->mean[k] - actual);
            errorRepeating += std::abs(repeating->mean[k] - actual);
            if ((202 + k) % 7 == 5)
                QCOMPARE(better->mean[k], 0.0);
        }
        QVERIFY(errorBetter < errorRepeating);
    }
    void arFourierTakesNoMoreTermsThanTheLengthBears()
    {
        ModelSpec spec;
        spec.season = 24;
        spec.arOrder = 10;
        spec.fourierPairs = 25;
        const auto model = ModelRegistry::classical().create(spec);
        VERIFY_RESULT(model);
        const auto forecast = fitAndForecast(**model, shop(59), 30);
        VERIFY_RESULT(forecast);
        for (double value : forecast->mean)
            QVERIFY(std::isfinite(value));
    }
    void arFourierFollowsAPartThatBeginsLater()
    {
        const auto model = made(QStringLiteral("ar-fourier"));
        JobContext job;
        const Series all = shop(150);
        VERIFY_RESULT(model->fit(all, {}, job));
        const auto whole = model->forecast(all, 14, levels);
        const auto part = model->forecast(all.part(40, 110), 14, levels);
        VERIFY_RESULT(whole);
        VERIFY_RESULT(part);
        for (size_t k = 0; k < 14; ++k)
            QVERIFY(std::abs(whole->mean[k] - part->mean[k]) < 1e-9);
    }
};

FORETRAIL_TEST_MAIN(TestModels, QCoreApplication)
#include "tst_models.moc"
