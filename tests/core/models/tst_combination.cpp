#include "core/models/CombinationForecaster.h"
#include "core/models/OriginTrials.h"
#include "core/models/CombinationWeights.h"
#include "core/models/ErrorSpread.h"
#include "core/models/Panel.h"
#include "tests/core/models/SomeSeries.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

constexpr int steps = 6;
const QStringList three{QStringLiteral("naive"), QStringLiteral("drift"), QStringLiteral("mean")};

std::unique_ptr<Forecaster> combination(const QStringList &members, Weighing weighing, int season = 7)
{
    ModelSpec spec;
    spec.model = QStringLiteral("combination");
    spec.members = members;
    spec.weighing = weighing;
    spec.season = season;
    return made(spec);
}

FitOptions sixAhead()
{
    FitOptions options;
    options.horizon = steps;
    return options;
}

Result<Forecast> forecastOf(Forecaster &model, const Series &train)
{
    JobContext job;
    if (const auto fitted = model.fit(train, sixAhead(), job); !fitted)
        return fail(fitted.error());
    return model.forecast(train, steps, levels);
}

V alone(const QString &name, const Series &train)
{
    const auto forecast = forecastOf(*made(name, 7), train);
    return forecast ? forecast->mean : V();
}

/// What each missed by at each origin, told by what lies before it alone.
TrialErrors errorsOf(const QStringList &names, const Series &train)
{
    TrialErrors errors;
    for (const QString &name : names) {
        errors.emplace_back();
        for (const int cut : trialCuts(train.size(), 7, steps)) {
            const V forecast = alone(name, train.part(0, train.size() - cut));
            errors.back().emplace_back();
            for (int h = 0; h < std::min(cut, steps); ++h)
                errors.back().back().push_back(train.values[train.values.size() - size_t(cut - h)] - forecast[size_t(h)]);
        }
    }
    return errors;
}

double medianOfThree(double a, double b, double c) { return std::max(std::min(a, b), std::min(std::max(a, b), c)); }

} // namespace

/// Members by name, put together again by hand.
class TestCombination : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void weighsAsItSays_data()
    {
        QTest::addColumn<int>("weighing");
        QTest::newRow("errors") << int(Weighing::Errors);
        QTest::newRow("equal") << int(Weighing::Equal);
        QTest::newRow("median") << int(Weighing::Median);
        QTest::newRow("stacking") << int(Weighing::Stacking);
    }
    // Members below 2 % are left out. Errors that were combined with weights which do not know their origin make the bands.
    void weighsAsItSays()
    {
        QFETCH(int, weighing);
        const auto how = Weighing(weighing);
        const Series train = seriesOf(walk(21, 90), Step::Day);
        const auto forecast = forecastOf(*combination(three, how), train);
        VERIFY_RESULT(forecast);
        const TrialErrors errors = errorsOf(three, train);
        V weights = combinationWeights(errors, how, Loss::Mae);
        double sum = 0;
        for (double &weight : weights)
            sum += weight = weight < 0.02 ? 0 : weight;
        const V naive = alone(three[0], train), drift = alone(three[1], train), mean = alone(three[2], train);
        std::vector<V> misses(steps);
        for (size_t k = 0; k < errors[0].size(); ++k) {
            const V without = combinationWeights(errors, how, Loss::Mae, int(k));
            for (size_t h = 0; h < errors[0][k].size(); ++h) {
                const double a = errors[0][k][h], b = errors[1][k][h], c = errors[2][k][h];
                misses[h].push_back(how == Weighing::Median ? medianOfThree(a, b, c) : without[0] * a + without[1] * b + without[2] * c);
            }
        }
        const ErrorSpread spread = ErrorSpread::ofFewOrigins(misses);
        for (size_t h = 0; h < steps; ++h) {
            const double middle = medianOfThree(naive[h], drift[h], mean[h]);
            const double reach = spread.radius(int(h) + 1, 80); // members are held so far from their median
            const auto held = [&](double value) { return std::clamp(value, middle - reach, middle + reach); };
            const double expected = how == Weighing::Median
                ? middle
                : (weights[0] * held(naive[h]) + weights[1] * held(drift[h]) + weights[2] * held(mean[h])) / sum;
            QVERIFY2(std::abs(forecast->mean[h] - expected) < 1e-9, qPrintable(QString::number(forecast->mean[h] - expected)));
            QVERIFY(std::abs(forecast->band(95)->high[h] - expected - spread.radius(int(h) + 1, 95)) < 1e-9);
        }
    }
    // At an earlier origin a member knows no more of the other series than of its own: as if each had ended there.
    void originsKnowNothingOfTheSeriesBesideBehindThem()
    {
        std::vector<V> panel;
        for (unsigned seed = 1; seed <= 8; ++seed)
            panel.push_back(shopDays(seed, 110));
        const Series train = seriesOf(panel[2], Step::Day);
        const auto fitted = [&](Forecaster &model, int cut) {
            std::vector<V> known;
            for (const V &one : panel)
                known.emplace_back(one.begin(), one.end() - cut);
            FitOptions options = sixAhead();
            options.panel = std::make_shared<const Panel>(known);
            JobContext job;
            return model.fit(train.part(0, train.size() - cut), options, job);
        };
        const QStringList names{QStringLiteral("pooled"), QStringLiteral("snaive")};
        TrialErrors errors(2);
        for (size_t i = 0; i < 2; ++i)
            for (const int cut : trialCuts(train.size(), 7, steps)) {
                const auto member = made(names[qsizetype(i)], 7);
                VERIFY_RESULT(fitted(*member, cut));
                const auto forecast = member->forecast(train.part(0, train.size() - cut), steps, {});
                VERIFY_RESULT(forecast);
                errors[i].emplace_back();
                for (int h = 0; h < std::min(cut, steps); ++h)
                    errors[i].back().push_back(train.values[size_t(train.size() - cut + h)] - forecast->mean[size_t(h)]);
            }
        const auto model = combination(names, Weighing::Errors);
        VERIFY_RESULT(fitted(*model, 0));
        const V expected = combinationWeights(errors, Weighing::Errors, Loss::Mae);
        const QJsonArray members = model->save()->state[QStringLiteral("members")].toArray();
        QCOMPARE(members.size(), 2);
        for (qsizetype i = 0; i < 2; ++i)
            QVERIFY(std::abs(members[i][QStringLiteral("weight")].toDouble() - expected[size_t(i)]) < 1e-12);
    }
    void saysWhatItCombined_data()
    {
        QTest::addColumn<int>("weighing");
        QTest::addColumn<QString>("words");
        QTest::newRow("errors") << int(Weighing::Errors) << QStringLiteral("Weighed by what they missed at");
        QTest::newRow("equal") << int(Weighing::Equal) << QStringLiteral("All alike: naive 33 %, drift 33 %, mean 33 %.");
        QTest::newRow("median") << int(Weighing::Median) << QStringLiteral("The median of 3 models: naive, drift, mean.");
        QTest::newRow("stacking") << int(Weighing::Stacking) << QStringLiteral("at 6 earlier origin");
    }
    void saysWhatItCombined()
    {
        QFETCH(int, weighing);
        QFETCH(QString, words);
        V values; // none of the three is right: up, and back half the way
        for (int t = 0; t < 90; ++t)
            values.push_back(100 + t / 10.0 + (t % 4 < 2 ? 3 : -3));
        const auto model = combination(three, Weighing(weighing));
        VERIFY_RESULT(forecastOf(*model, seriesOf(values, Step::Day)));
        QVERIFY2(model->explanation().contains(words), qPrintable(model->explanation()));
    }
    void oneMemberIsThatModel()
    {
        const Series train = seriesOf(shopDays(3, 100), Step::Day);
        for (const Weighing weighing : {Weighing::Errors, Weighing::Equal, Weighing::Median, Weighing::Stacking}) {
            const auto forecast = forecastOf(*combination({QStringLiteral("drift")}, weighing), train);
            VERIFY_RESULT(forecast);
            const V drift = alone(QStringLiteral("drift"), train);
            for (size_t h = 0; h < steps; ++h)
                QVERIFY((100 + h) % 7 == 5 ? forecast->mean[h] == 0 : std::abs(forecast->mean[h] - drift[h]) < 1e-12); // closed on Saturdays
        }
    }
    void wrongNamesAreErrorsThatListWhatThereIs_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("tried at origins") << 90;
        QTest::newRow("too short for an origin") << 8;
        QTest::newRow("one value") << 1;
    }
    // Beside good names too, and where there is nothing to try them on.
    void wrongNamesAreErrorsThatListWhatThereIs()
    {
        QFETCH(int, length);
        const Series train = seriesOf(walk(4, size_t(length)), Step::Day);
        for (const QString &wrong : {QStringLiteral("oracle"), QStringLiteral("auto"), QStringLiteral("combination"), QString()})
            for (const QStringList &members : {QStringList{wrong}, QStringList{QStringLiteral("naive"), wrong}, QStringList{wrong, QStringLiteral("naive")}})
                for (const Weighing weighing : {Weighing::Errors, Weighing::Median}) {
                    const auto forecast = forecastOf(*combination(members, weighing), train);
                    QVERIFY(!forecast);
                    QCOMPARE(forecast.error().code, ErrorCode::InvalidInput);
                    QVERIFY2(forecast.error().message.startsWith(wrong + QLatin1Char(' ')), qPrintable(forecast.error().message));
                    QVERIFY2(forecast.error().message.contains(QStringLiteral("naive, snaive")), qPrintable(forecast.error().message));
                }
    }
    // A member that a short origin does not bear is left out; if none is left, it says what is needed.
    void membersThatDoNotFitAreLeftOut()
    {
        const Series train = seriesOf(walk(5, 40), Step::Day);
        const auto both = combination({QStringLiteral("profile"), QStringLiteral("naive")}, Weighing::Equal, 35);
        VERIFY_RESULT(forecastOf(*both, train));
        QCOMPARE(both->save()->state[QStringLiteral("members")].toArray().size(), 1);
        const auto none = forecastOf(*combination({QStringLiteral("profile")}, Weighing::Equal, 50), train);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::TooShort);
        QVERIFY2(none.error().message.contains(QStringLiteral("at least")), qPrintable(none.error().message));
    }
    // Origins are too short for both, the whole is not.
    void whatNoOriginBearsIsNotTried()
    {
        const Series train = seriesOf(walk(5, 40), Step::Day);
        for (const Weighing weighing : {Weighing::Errors, Weighing::Stacking}) {
            const auto model = combination({QStringLiteral("profile"), QStringLiteral("snaive")}, weighing, 38);
            const auto forecast = forecastOf(*model, train);
            VERIFY_RESULT(forecast);
            QVERIFY2(model->explanation().contains(QStringLiteral("so alike: ")), qPrintable(model->explanation()));
            QVERIFY(forecast->band(95)->high[0] > forecast->mean[0]); // the members' own
        }
    }
    void stopsWhenAsked()
    {
        JobContext stopped;
        stopped.requestStop();
        QVERIFY(combination(three, Weighing::Equal)->fit(seriesOf(walk(6, 90), Step::Day), sixAhead(), stopped).error().isCancelled());
    }
    void damagedOnesAreRefused()
    {
        const auto model = combination(three, Weighing::Equal);
        VERIFY_RESULT(forecastOf(*model, seriesOf(walk(7, 90), Step::Day)));
        SavedModel saved = model->save().value();
        QJsonArray members = saved.state[QStringLiteral("members")].toArray();
        saved.state[QStringLiteral("members")] = QJsonArray();
        QCOMPARE(combination({}, Weighing::Equal)->restore(saved).error().code, ErrorCode::Format);
        QJsonObject first = members[0].toObject();
        first[QStringLiteral("model")] = QStringLiteral("oracle");
        members[0] = first;
        saved.state[QStringLiteral("members")] = members;
        QCOMPARE(combination({}, Weighing::Equal)->restore(saved).error().code, ErrorCode::Format);
    }
};

FORETRAIL_TEST_MAIN(TestCombination, QCoreApplication)
#include "tst_combination.moc"
