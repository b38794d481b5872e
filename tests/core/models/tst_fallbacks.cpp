#include "tests/core/models/ModelTest.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>
#include <random>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

/// Counts of a shop's item: a week, and chance.
V sales(size_t count)
{
    std::mt19937 generator(11);
    V values;
    for (size_t t = 0; t < count; ++t)
        values.push_back(double(t % 7 == 6 ? 0 : 3 + t % 3 + generator() % 5));
    return values;
}

V then(V values, size_t count, double value)
{
    values.insert(values.end(), count, value);
    return values;
}

struct Case {
    const char *name;
    V values;
};

std::vector<Case> cases()
{
    std::vector<Case> all{{"one observation", {4}}, {"one of zero", {0}}, {"two observations", {4, 7}}, {"two alike", {4, 4}}, {"three observations", {4, 7, 2}},
                          {"three, one sale", {0, 0, 5}}, {"three zeros", {0, 0, 0}},
                          {"dead after forty", then(sales(40), 200, 0)}, {"dead after a week", then({5, 3, 4, 6, 2, 7, 1}, 120, 0)},
                          {"dead after one sale", then({5}, 90, 0)}, {"born at the end", then(V(90, 0), 1, 5)}, {"alive for three days", then(V(90, 0), 3, 5)},
                          {"all zeros", V(60, 0)}, {"twelve zeros", V(12, 0)}, {"constant", V(60, 5)}, {"constant with a fraction", V(60, 0.1)},
                          {"large constant", V(60, 1e12)}, {"small constant", V(60, 1e-9)}, {"negative constant", V(60, -3)}, {"constant but for one", then(V(50, 5), 1, 6)}};
    for (size_t count = 4; count <= 24; ++count)
        all.push_back({"", sales(count)});
    return all;
}

/// "... needs at least 8. ...": the number, or 0.
int neededOf(const Error &error)
{
    const auto match = QRegularExpression(QStringLiteral("at least (\\d+)")).match(error.message);
    return match.hasMatch() ? match.captured(1).toInt() : 0;
}

bool isFinite(const V &values)
{
    return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

bool isSentence(const QString &text)
{
    static const QRegularExpression unfilled(QStringLiteral("%\\d|nan|inf\\b"));
    return text.size() > 4 && text.front().isLetterOrNumber() && text.endsWith(QLatin1Char('.')) && !text.contains(unfilled);
}

} // namespace

/// Series that give little to learn from: each classical model says a forecast and what it did, or how much it needs.
class TestFallbacks : public QObject {
    Q_OBJECT

    static void addEveryModel()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOriginalScale");
        for (const ModelInfo &info : ModelRegistry::classical().models()) {
            QTest::newRow(qPrintable(info.name)) << info.name << true;
            QTest::newRow(qPrintable(info.name + QStringLiteral(" on another scale"))) << info.name << false;
        }
    }

    static void checkOrderly(const Forecast &forecast, int horizon)
    {
        QCOMPARE(forecast.horizon(), horizon);
        QVERIFY(isFinite(forecast.mean));
        for (const Band &band : forecast.bands)
            QVERIFY(isFinite(band.low) && isFinite(band.high));
        for (size_t h = 0; h < forecast.mean.size(); ++h) {
            QVERIFY(forecast.band(95)->low[h] <= forecast.band(80)->low[h] && forecast.band(80)->low[h] <= forecast.mean[h]);
            QVERIFY(forecast.mean[h] <= forecast.band(80)->high[h] && forecast.band(80)->high[h] <= forecast.band(95)->high[h]);
        }
    }

    static void checkCase(const QString &name, const FitOptions &options, const Series &train)
    {
        JobContext job;
        const auto model = made(name);
        if (const auto fitted = model->fit(train, options, job); !fitted) {
            QCOMPARE(fitted.error().code, ErrorCode::TooShort);
            QVERIFY2(neededOf(fitted.error()) > train.size(), qPrintable(fitted.error().message));
            return;
        }
        const auto forecast = model->forecast(train, 21, levels);
        VERIFY_RESULT(forecast);
        checkOrderly(*forecast, 21);
        QVERIFY2(isSentence(model->explanation()), qPrintable(model->explanation()));
        const auto fits = model->oneStep(train);
        VERIFY_RESULT(fits);
        QCOMPARE(fits->size(), train.values.size());
        QVERIFY(std::none_of(fits->begin(), fits->end(), [](double value) { return std::isinf(value); }));
        const auto restored = made(name);
        VERIFY_RESULT(restored->restore({QJsonDocument::fromJson(QJsonDocument(model->save()->state).toJson()).object(), {}}));
        QCOMPARE(restored->explanation(), model->explanation());
        QCOMPARE(restored->forecast(train, 21, levels)->mean, forecast->mean);
    }

private Q_SLOTS:
    void forecastsOrSaysWhatItNeeds_data() { addEveryModel(); }
    void forecastsOrSaysWhatItNeeds()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOriginalScale);
        FitOptions options;
        options.isOriginalScale = isOriginalScale;
        for (const Case &one : cases()) {
            for (Step step : {Step::Day, Step::Month}) {
                checkCase(name, options, seriesOf(one.values, step));
                if (QTest::currentTestFailed()) {
                    qInfo("%s: %s of %zu, step %d", qPrintable(name), one.name, one.values.size(), int(step));
                    return;
                }
            }
        }
    }
    void whatIsNeededIsEnough_data() { addEveryModel(); }
    void whatIsNeededIsEnough()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOriginalScale);
        FitOptions options;
        options.isOriginalScale = isOriginalScale;
        for (size_t count : {size_t(1), size_t(2), size_t(3)}) {
            JobContext job;
            const auto fitted = made(name)->fit(seriesOf(sales(count), Step::Day), options, job);
            if (fitted)
                continue;
            const auto enough = seriesOf(sales(size_t(neededOf(fitted.error()))), Step::Day);
            const auto model = made(name);
            VERIFY_RESULT(model->fit(enough, options, job));
            VERIFY_RESULT(model->forecast(enough, 7, levels));
        }
    }
    // The value, for ever, without a doubt; and no words of seasons or of days without trade.
    void equalValuesAreRepeatedAndSaidSo_data() { addEveryModel(); }
    void equalValuesAreRepeatedAndSaidSo()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOriginalScale);
        FitOptions options;
        options.isOriginalScale = isOriginalScale;
        for (double value : {0.0, 0.1, 5.0, -3.0, 1e12}) {
            JobContext job;
            const Series train = seriesOf(V(60, value), Step::Day);
            const auto model = made(name);
            VERIFY_RESULT(model->fit(train, options, job));
            const auto forecast = model->forecast(train, 10, levels);
            VERIFY_RESULT(forecast);
            for (size_t h = 0; h < 10; ++h) {
                QVERIFY2(std::abs(forecast->mean[h] - value) <= 1e-9 * std::abs(value), qPrintable(QString::number(forecast->mean[h])));
                QVERIFY(forecast->band(95)->high[h] - forecast->band(95)->low[h] <= 1e-6 * std::abs(value));
            }
            QVERIFY2(!model->explanation().contains(QStringLiteral("zero at")), qPrintable(model->explanation()));
            QVERIFY2(!model->explanation().contains(QStringLiteral("AICc")), qPrintable(model->explanation()));
        }
    }
    // No sales in training is no reason to hold them at zero once there are some.
    void arFourierOfZerosFollowsWhatCame()
    {
        JobContext job;
        const auto model = made(QStringLiteral("ar-fourier"));
        VERIFY_RESULT(model->fit(seriesOf(V(60, 0), Step::Day), {}, job));
        QVERIFY2(model->explanation().startsWith(QStringLiteral("All values are equal")), qPrintable(model->explanation()));
        QVERIFY(model->save()->state[QStringLiteral("closed")].toArray().isEmpty());
    }
};

FORETRAIL_TEST_MAIN(TestFallbacks, QCoreApplication)
#include "tst_fallbacks.moc"
