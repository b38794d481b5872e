// Each kind of exception on a series that is made for it; figures by hand from the thresholds of ExceptionLimits.
#include "core/evaluation/Exceptions.h"
#include "tests/support/TestSupport.h"

#include <cmath>
#include <set>

using namespace foretrail;

namespace {

/// Nine and eleven in turn: repeating the last value misses by 2, the mean of any even stretch is 10.
std::vector<double> inTurn(int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(i % 2 == 0 ? 9 : 11);
    return values;
}

bool isOnly(const QList<SeriesException> &found, const SeriesException &expected)
{
    const auto same = [](double a, double b) { return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) < 1e-9; };
    return found.size() == 1 && found[0].kind == expected.kind && same(found[0].value, expected.value) && same(found[0].limit, expected.limit)
        && same(found[0].low, expected.low) && same(found[0].high, expected.high) && found[0].steps == expected.steps;
}

} // namespace

class TestExceptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCalmSeriesIsNone()
    {
        const std::vector<double> history = inTurn(250), ten(8, 10.0), recent = inTurn(8);
        std::vector<double> errors;
        for (const double value : history)
            errors.push_back(value - 10);
        QVERIFY(findExceptions({history, 1, ten, recent, ten, errors, ten}).isEmpty());
    }
    void tooShort()
    {
        const std::vector<double> history = inTurn(19);
        QVERIFY(isOnly(findExceptions({history, 1, {}, {}, {}, {}, {}}), {ExceptionKind::TooShort, 19, 20, missing, missing, 19}));
        // Two seasons of twelve; a value that is missing is none.
        std::vector<double> gaps = inTurn(24);
        gaps[3] = missing;
        QVERIFY(isOnly(findExceptions({gaps, 12, {}, {}, {}, {}, {}}), {ExceptionKind::TooShort, 23, 24, missing, missing, 23}));
        const std::vector<double> enough = inTurn(24);
        QVERIFY(findExceptions({enough, 12, {}, {}, {}, {}, {}}).isEmpty());
        QVERIFY(findExceptions({enough, 52, {}, {}, {}, {}, {}}).isEmpty()); // less than a year of weeks can be judged without it
    }
    void farFromTheHistory()
    {
        // Weeks of 10 to 16 have a mean of 13 wherever they begin, and the values a mean size of 13: 1.3 is let pass.
        std::vector<double> history;
        for (int i = 0; i < 70; ++i)
            history.push_back(10 + i % 7);
        const std::vector<double> far(7, 15.0), low(7, 11.0), near(7, 14.0);
        QVERIFY(isOnly(findExceptions({history, 7, far, {}, {}, {}, {}}), {ExceptionKind::FarForecast, 15, 14.3, 13, 13, 7}));
        QVERIFY(isOnly(findExceptions({history, 7, low, {}, {}, {}, {}}), {ExceptionKind::FarForecast, 11, 11.7, 13, 13, 7}));
        QVERIFY(findExceptions({history, 7, near, {}, {}, {}, {}}).isEmpty());
        // A rise from 0 to 99: stretches of ten have means of 4.5 to 94.5, their span above is 184.5.
        std::vector<double> rise;
        for (int i = 0; i < 100; ++i)
            rise.push_back(i);
        const std::vector<double> higher(10, 184.0), highest(10, 185.0);
        QVERIFY(findExceptions({rise, 1, higher, {}, {}, {}, {}}).isEmpty());
        QVERIFY(isOnly(findExceptions({rise, 1, highest, {}, {}, {}, {}}), {ExceptionKind::FarForecast, 185, 184.5, 4.5, 94.5, 10}));
        // Fewer than two stretches tell nothing.
        const std::vector<double> wide(51, 1000.0);
        QVERIFY(findExceptions({rise, 1, wide, {}, {}, {}, {}}).isEmpty());
    }
    void largeError()
    {
        // 9 11 9 11 were forecast as 15: errors 6 4 6 4, 5 on average; twice 2 are let pass. Four steps are too few for a bias.
        const std::vector<double> history = inTurn(60), actual = inTurn(4), forecast(4, 15.0), nearer(4, 13.5);
        QVERIFY(isOnly(findExceptions({history, 1, {}, actual, forecast, {}, {}}), {ExceptionKind::LargeError, 5, 4, 2, missing, 4}));
        QVERIFY(findExceptions({history, 1, {}, actual, nearer, {}, {}}).isEmpty());
        // One day that nobody could foresee: 100 of four steps, without it 1.
        const std::vector<double> spike{9, 11, 109, 11}, ten(4, 10.0);
        QVERIFY(findExceptions({history, 1, {}, spike, ten, {}, {}}).isEmpty());
        // Where repeating the last value is exact, nothing is to be had by comparing with it.
        const std::vector<double> flat(60, 3.0), four(4, 3.0);
        QVERIFY(findExceptions({flat, 1, {}, four, forecast, {}, {}}).isEmpty());
    }
    void bias()
    {
        // 9 11 ... were forecast as 8.5: always too low, by 1.5 on average, 24 of 160 in sum; signal 1 * sqrt(16).
        const std::vector<double> history = inTurn(64), actual = inTurn(16), low(16, 8.5), high(16, 11.5), level(16, 10.2);
        QVERIFY(isOnly(findExceptions({history, 1, {}, actual, low, {}, {}}), {ExceptionKind::Bias, 0.15, 0.1, missing, missing, 16}));
        QVERIFY(isOnly(findExceptions({history, 1, {}, actual, high, {}, {}}), {ExceptionKind::Bias, -0.15, 0.1, missing, missing, 16}));
        QVERIFY(findExceptions({history, 1, {}, actual, level, {}, {}}).isEmpty()); // errors -1.2 0.8: the signal is 0.2 * 4
        // Nine steps cannot pass a signal of 3, however one-sided they are.
        const std::vector<double> nine = inTurn(9), lowNine(9, 8.5);
        QVERIFY(findExceptions({history, 1, {}, nine, lowNine, {}, {}}).isEmpty());
        // Where sixteen steps are 160 and 128 in turn anyway, 24 are nothing.
        std::vector<double> waves = inTurn(80);
        for (size_t i = 0; i < waves.size(); ++i)
            waves[i] -= i / 16 % 2 == 1 ? 2 : 0;
        QVERIFY(findExceptions({waves, 1, {}, actual, low, {}, {}}).isEmpty());
    }
    void largeBiasOfFewSteps()
    {
        // A week of 9 11 ..., 69 in sum, forecast as 15: 105, 36 too much. Repeating the last value misses by 2, so 36 over 2 sqrt(7) is 6.8.
        const std::vector<double> history = inTurn(60), week = inTurn(7), high(7, 15.0);
        const QList<SeriesException> found = findExceptions({history, 1, {}, week, high, {}, {}});
        QVERIFY(found.size() == 2 && found[0].kind == ExceptionKind::LargeError && found[1].kind == ExceptionKind::Bias);
        QVERIFY(std::abs(found[1].value + 36.0 / 69) < 1e-9);
        // Where the history tells nothing of the usual error, more than half off to one side: 7 |e| over 7 |e| times sqrt(7) is 2.6.
        const std::vector<double> flat(60, 10.0), ten(7, 10.0), sixteen(7, 16.0), fourteen(7, 14.0);
        QVERIFY(isOnly(findExceptions({flat, 1, {}, ten, sixteen, {}, {}}), {ExceptionKind::Bias, -0.6, 0.1, missing, missing, 7}));
        QVERIFY(findExceptions({flat, 1, {}, ten, fourteen, {}, {}}).isEmpty());
    }
    void biasWhereNothingHappened()
    {
        // 28 days of nothing, forecast as 4 a day: 112 over 2 sqrt(28) is 10.6. A tenth of that, 11.2, is 1.06: chance.
        const std::vector<double> history = inTurn(60), none(28, 0.0), four(28, 4.0), little(28, 0.4);
        const QList<SeriesException> found = findExceptions({history, 1, {}, none, four, {}, {}});
        QVERIFY(found.size() == 1 && found[0].kind == ExceptionKind::Bias && found[0].low == 112 && found[0].high == 0 && found[0].steps == 28);
        QVERIFY2(exceptionSentence(found[0], {}).contains(QStringLiteral("expected 112 in sum, and nothing happened")), qPrintable(exceptionSentence(found[0], {})));
        QVERIFY(findExceptions({history, 1, {}, none, little, {}, {}}).isEmpty());
    }
    // One sale of 50 in four weeks, forecast as half a piece a day: 36 too low in sum, of errors whose squares sum to 2,457. And which of two
    // models is closer to one sale says nothing.
    void fewSalesAreChance()
    {
        std::vector<double> history(84, 0.0), month(28, 0.0);
        for (size_t i = 20; i < history.size(); i += 23)
            history[i] = 50;
        month[10] = 50;
        const std::vector<double> half(28, 0.5), one(28, 1.8);
        QVERIFY(findExceptions({history, 1, {}, month, half, {}, {}, -0.5}).isEmpty());
        std::vector<double> none(28, 0.0);
        QVERIFY(findExceptions({history, 1, {}, none, one, {}, {}}).isEmpty()); // 50 expected: one sale
        std::vector<double> busy(28, 1.0);
        const QList<SeriesException> found = findExceptions({history, 1, {}, busy, half, {}, {}, -0.5});
        QVERIFY(std::any_of(found.begin(), found.end(), [](const SeriesException &exception) { return exception.kind == ExceptionKind::Behind; }));
    }
    void silent()
    {
        std::vector<double> history = inTurn(60);
        std::fill(history.end() - 7, history.end(), 0.0);
        QVERIFY(isOnly(findExceptions({history, 1, {}, {}, {}, {}, {}}), {ExceptionKind::Silent, 7, 7, missing, missing, 7}));
        QVERIFY(findExceptions({history, 12, {}, {}, {}, {}, {}}).isEmpty()); // less than a season
        std::fill(history.begin() + 20, history.begin() + 27, 0.0);
        QVERIFY(findExceptions({history, 1, {}, {}, {}, {}, {}}).isEmpty()); // as long as before
        std::vector<double> ended = inTurn(60); // long ago: no news
        std::fill(ended.end() - 16, ended.end(), 0.0);
        QVERIFY(findExceptions({ended, 1, {}, {}, {}, {}, {}}).isEmpty());
        std::vector<double> seldom(60, 0.0); // seven of 51 steps had something: nine without are (44/51)^9, a quarter
        for (const size_t at : {0, 8, 16, 24, 32, 40, 50})
            seldom[at] = 5;
        QVERIFY(findExceptions({seldom, 1, {}, {}, {}, {}, {}}).isEmpty());
        const std::vector<double> never(60, 0.0);
        QVERIFY(findExceptions({never, 1, {}, {}, {}, {}, {}}).isEmpty());
    }
    void behindTheBaseline()
    {
        const std::vector<double> history = inTurn(60), four = inTurn(4), ten(4, 10.0);
        QVERIFY(isOnly(findExceptions({history, 1, {}, four, ten, {}, {}, -0.06}), {ExceptionKind::Behind, -0.06, -0.05, missing, missing, 4}));
        QVERIFY(findExceptions({history, 1, {}, four, ten, {}, {}, -0.04}).isEmpty());
        // Misses of 0 2 0 2, 4 in sum with a standard deviation of 2: a share of 0.06 / 1.06 of 4 is chance.
        const std::vector<double> nine(4, 9.0);
        QVERIFY(findExceptions({history, 1, {}, four, nine, {}, {}, -0.06}).isEmpty());
        const QList<SeriesException> exact = findExceptions({history, 1, {}, four, ten, {}, {}, -HUGE_VAL});
        QVERIFY(exact.size() == 1 && exceptionSentence(exact[0], {}).contains(QStringLiteral("exactly")));
    }
    void drift()
    {
        // Errors of 1 to either side for 200 steps, then of 6 for 50.
        const std::vector<double> history = inTurn(250);
        std::vector<double> errors;
        for (int i = 0; i < 250; ++i)
            errors.push_back((i % 2 == 0 ? 1 : -1) * (i < 200 ? 1 : 6));
        QVERIFY(isOnly(findExceptions({history, 1, {}, {}, {}, errors, {}}), {ExceptionKind::Drift, 6, 1, 1, missing, 50}));
        // The same long ago is how it is by now.
        std::vector<double> before(errors.begin() + 150, errors.end());
        before.resize(400, 6.0);
        const std::vector<double> longer = inTurn(400);
        QVERIFY(findExceptions({longer, 1, {}, {}, {}, before, {}}).isEmpty());
        // Errors that shrink are no drift.
        std::vector<double> shrinking(errors.rbegin(), errors.rend());
        QVERIFY(findExceptions({history, 1, {}, {}, {}, shrinking, {}}).isEmpty());
    }
    void unstable()
    {
        const std::vector<double> history = inTurn(60), now(4, 10.0), before(4, 15.0), alike(4, 14.0);
        QVERIFY(isOnly(findExceptions({history, 1, now, {}, {}, {}, before}), {ExceptionKind::Unstable, 0.5, 0.25, missing, missing, 4}));
        QVERIFY(findExceptions({history, 1, now, {}, {}, {}, alike}).isEmpty());
    }
    void severalAtOnceInOrder()
    {
        const std::vector<double> history = inTurn(60), actual = inTurn(16), low(16, 5.0), far(16, 40.0), before(16, 10.0);
        QList<ExceptionKind> kinds;
        const QList<SeriesException> found = findExceptions({history, 1, far, actual, low, {}, before});
        for (const SeriesException &one : found)
            kinds << one.kind;
        QCOMPARE(kinds, (QList{ExceptionKind::FarForecast, ExceptionKind::LargeError, ExceptionKind::Bias, ExceptionKind::Unstable}));
    }
    // Ten times the money weighs ten times as much; and the further beyond the limit the surer.
    void weighsByMoneyAndByHowSureItIs()
    {
        const std::vector<double> history = inTurn(60), now(4, 10.0), before(4, 15.0), further(4, 20.0);
        const auto weight = [](const std::vector<double> &values, const std::vector<double> &next, const std::vector<double> &last, double factor) {
            std::vector<double> all[] = {values, next, last};
            for (std::vector<double> &one : all)
                for (double &value : one)
                    value *= factor;
            return exceptionWeight(findExceptions({all[0], 1, all[1], {}, {}, {}, all[2]}));
        };
        const double small = weight(history, now, before, 1); // 4 steps by 5, which is 1.25 of the limit of 4: 20 * (1 - 0.5 / 1.25)
        QVERIFY2(std::abs(small - 12) < 1e-9, qPrintable(QString::number(small)));
        QVERIFY(std::abs(weight(history, now, before, 10) - 120) < 1e-9);
        QVERIFY(weight(history, now, further, 1) > 2 * small);
        QCOMPARE(exceptionWeight({}), 0.0);
    }
    void everyKindHasANameAWordAndASentence()
    {
        std::set<QString> names, words, sentences;
        std::set<QString> rules;
        for (const ExceptionKind kind : exceptionKinds) {
            bool isKnown = false;
            QCOMPARE(exceptionFromName(exceptionName(kind), &isKnown), kind);
            QVERIFY(isKnown);
            names.insert(exceptionName(kind));
            words.insert(exceptionWord(kind));
            QVERIFY2(exceptionRule(kind).startsWith(exceptionWord(kind) + QStringLiteral(": ")) && !exceptionRule(kind).contains(QLatin1String("%1")), qPrintable(exceptionRule(kind)));
            rules.insert(exceptionRule(kind));
            sentences.insert(exceptionSentence({kind, 4, 3, 2, 5, 28}, QStringLiteral("GBP")));
        }
        QCOMPARE(names.size(), size_t(8));
        QCOMPARE(words.size(), size_t(8));
        QCOMPARE(sentences.size(), size_t(8));
        QCOMPARE(rules.size(), size_t(8));
        QCOMPARE(exceptionRule(ExceptionKind::Bias), QStringLiteral("bias: at least 7 steps, in sum off by more than 10 % with a signal above 3.0, or by more than 50 % with one above 1.5, and by more than 3.0 times what such sums usually change by"));
        bool isKnown = true;
        exceptionFromName(QStringLiteral("other"), &isKnown);
        QVERIFY(!isKnown);
        QVERIFY(exceptionSentence({ExceptionKind::LargeError, 34, 28.5, 19, missing, 28}, QStringLiteral("GBP")).contains(QStringLiteral("34.0 GBP on average, 1.8 times")));
        QVERIFY(exceptionSentence({ExceptionKind::Bias, -0.25, 0.1, missing, missing, 28}, {}).contains(QStringLiteral("too high, in sum by 25 %")));
    }
};

FORETRAIL_TEST_MAIN(TestExceptions, QCoreApplication)
#include "tst_exceptions.moc"
