#include "core/models/PooledRegression.h"
#include "core/training/CrossFit.h"
#include "core/training/GlobalForecaster.h"
#include "tests/core/training/Waves.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

namespace {

constexpr int settled = 200, probed = 20;

/// Away from 100 a value is 0.3 of the one before and, as no line follows, 1.3 of the distance of that before it, less 8: the noise, 1 on
/// average, is what nobody can know.
Series bent(int number)
{
    std::mt19937 random(unsigned(number) + 1);
    Series series{QStringLiteral("b%1").arg(number), {}, {}, {Step::None, 0, 0}, {100, 103}};
    for (int t = 2; t < settled + probed; ++t) {
        const double before = series.values[size_t(t - 1)] - 100, earlier = series.values[size_t(t - 2)] - 100;
        series.values.push_back(100 + 0.3 * before + 1.3 * std::abs(earlier) - 8 + 4 * (double(random() % 1001) / 1000 - 0.5));
    }
    return series;
}

std::vector<Series> panelOfBent(int count, int length)
{
    std::vector<Series> all;
    for (int i = 0; i < count; ++i)
        all.push_back(bent(i).part(0, length));
    return all;
}

ModelSpec hybridSpec()
{
    ModelSpec spec = quickSpec("hybrid");
    spec.season = 1;
    spec.pooledLookback = 8;
    spec.global.lookback = 8;
    spec.global.segment = 1;
    spec.global.epochs = 20;
    spec.global.windows = 3000;
    return spec;
}

/// The mean error of one step over the last values of some series.
double missedInOneStep(const ModelSpec &spec, const std::shared_ptr<const Panel> &panel)
{
    double sum = 0;
    for (int i = 0; i < 5; ++i) {
        const Series whole = bent(i);
        const auto model = fitted(spec, whole.part(0, settled), panel, 1);
        const auto steps = model ? model->oneStep(whole) : Result<std::vector<double>>(fail(ErrorCode::Internal, {}));
        if (!steps)
            return missing;
        for (size_t t = settled; t < settled + probed; ++t)
            sum += std::abs((*steps)[t] - whole.values[t]) / (5 * probed);
    }
    return sum;
}

} // namespace

/// A pooled autoregression, and a network that has learnt what it misses.
class TestHybrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (const auto engine = neuralEngine(); !engine)
            QSKIP(qPrintable(engine.error().message));
    }
    void learnsWhatAutoregressionMisses()
    {
        const auto panel = std::make_shared<const Panel>(panelOfBent(12, settled));
        ModelSpec pooled = hybridSpec();
        pooled.model = QStringLiteral("pooled-ar");
        const double linear = missedInOneStep(pooled, panel), both = missedInOneStep(hybridSpec(), panel);
        QVERIFY2(linear > 1.7 && both < 0.85 * linear, qPrintable(QStringLiteral("%1 %2").arg(linear).arg(both)));
    }
    // What is learnt from is out of sample: whatever a series holds changes nothing of the autoregression that its residuals are of.
    void aSeriesHasNoPartInItsOwnAutoregression()
    {
        std::vector<Series> all = panelOfBent(12, settled);
        JobContext job;
        const auto before = CrossFit::of(all, hybridSpec(), 1, 0, job);
        VERIFY_RESULT(before);
        for (double &value : all[3].values)
            value = 500 - 3 * value;
        const auto after = CrossFit::of(all, hybridSpec(), 1, 0, job);
        VERIFY_RESULT(after);
        QCOMPARE(after->without(3)->coefficients, before->without(3)->coefficients);
        QVERIFY(after->whole()->coefficients != before->whole()->coefficients);
        QVERIFY(after->without(4)->coefficients != before->without(4)->coefficients);
        QCOMPARE(before->without(3)->series, qint64(9)); // five blocks of 12 by the order of keys: two of three series, three of two
    }
    void nothingBehindTheCutIsFitted()
    {
        std::vector<Series> all = panelOfBent(4, settled);
        JobContext job;
        const auto before = CrossFit::of(all, hybridSpec(), 1, 10, job);
        for (Series &one : all)
            std::fill(one.values.end() - 10, one.values.end(), 1e4);
        const auto after = CrossFit::of(all, hybridSpec(), 1, 10, job);
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QCOMPARE(after->whole()->coefficients, before->whole()->coefficients);
        for (size_t i = 0; i < 4; ++i)
            QCOMPARE(after->without(i)->coefficients, before->without(i)->coefficients);
    }
    // By hand: the mean of the last two values, again and again; before the beginning the first value stands.
    void forecastsStandForValues()
    {
        PooledFit fit;
        fit.shape = {2, 1};
        fit.coefficients = {0, 0};
        QCOMPARE(pooledAhead(fit, std::vector<double>{1, 3, 9}, 2, 3), (std::vector<double>{2, 2.5, 2.25}));
        QCOMPARE(pooledAhead(fit, std::vector<double>{4, 6}, 1, 1), std::vector<double>{4});
    }
    void storedModelsForecastTheSame()
    {
        const auto panel = std::make_shared<const Panel>(panelOfBent(6, 100));
        ModelSpec spec = hybridSpec();
        spec.global.epochs = 2;
        const Series known = bent(2).part(0, 100);
        const auto model = fitted(spec, known, panel, 4);
        QVERIFY(model);
        QVERIFY2(model->explanation().contains(QStringLiteral("AR on 8 values")), qPrintable(model->explanation()));
        const auto saved = model->save();
        VERIFY_RESULT(saved);
        const auto again = *makeForecaster(spec);
        VERIFY_RESULT(again->restore(*saved));
        constexpr double levels[] = {80, 95};
        const auto first = model->forecast(known, 10, levels), second = again->forecast(known, 10, levels);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(second->mean, first->mean);
        QCOMPARE(second->bands[1].low, first->bands[1].low);
        QCOMPARE(again->explanation(), model->explanation());
        SavedModel broken = *saved;
        broken.state.insert(QStringLiteral("base"), QJsonObject{{QStringLiteral("lookback"), 3}});
        QVERIFY(!(*makeForecaster(spec))->restore(broken));
    }
    void aSeriesAloneLearnsFromItself()
    {
        ModelSpec spec = hybridSpec();
        spec.global.epochs = 2;
        const auto model = fitted(spec, bent(1), nullptr, 2);
        QVERIFY(model);
        const auto forecast = model->forecast(bent(1), 2, {});
        VERIFY_RESULT(forecast);
        QVERIFY(std::abs(forecast->mean[0] - 100) < 50);
    }
    void missesAreNoCounts()
    {
        ModelSpec spec = hybridSpec();
        spec.global.loss = Loss::NegativeBinomial;
        FitOptions options;
        JobContext job;
        const auto done = (*makeForecaster(spec))->fit(bent(1), options, job);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::InvalidInput);
    }
};

FORETRAIL_TEST_MAIN(TestHybrid, QCoreApplication)
#include "tst_hybrid.moc"
