#include "core/models/CombinationForecaster.h"
#include "core/models/OriginTrials.h"
#include "core/models/CombinationMembers.h"
#include "tests/core/models/KnownSeries.h"
#include "tests/core/models/SomeSeries.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

using V = std::vector<double>;

QStringList labelsOf(const Candidates &candidates)
{
    QStringList labels;
    for (const CombinationMember &member : candidates.members)
        labels << member.label();
    return labels;
}

V noise(size_t count)
{
    Shares shares(2);
    V values;
    for (size_t t = 0; t < count; ++t)
        values.push_back(20 + shares.next());
    return values;
}

/// Hours of which each day and each week is alike.
V hours(size_t count)
{
    Shares shares(12);
    V values;
    for (size_t t = 0; t < count; ++t)
        values.push_back(20 + double(t % 24) + 5 * double(t / 24 % 7) + shares.next());
    return values;
}

} // namespace

/// Which models "auto" tries on what, and at which origins.
class TestCandidates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void models_data()
    {
        QTest::addColumn<V>("values");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("horizon");
        QTest::addColumn<QString>("labels");
        QTest::addColumn<bool>("isSquared");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const V &values, Step step, int horizon, const char *labels, const char *reason, bool isSquared = false) {
            QTest::newRow(name) << values << int(step) << horizon << QString::fromLatin1(labels) << isSquared << QString::fromUtf8(reason);
        };
        row("zeros", V(60, 0), Step::Day, 7, "naive", "Nothing but zeros");
        row("constant", V(60, 4), Step::Day, 7, "naive", "All values are equal");
        row("one", {3}, Step::Day, 7, "naive", "tell no more than");
        row("two", {3, 4}, Step::Day, 7, "naive", "tell no more than their last");
        row("five", {3, 4, 2, 5, 3}, Step::Day, 1, "naive ses mean", "too few for more than their level");
        row("horizon beyond the history", walk(1, 20), Step::Day, 21, "snaive naive ses mean", "too few for more than their level and season");
        row("seldom", seldomDays(1, 90), Step::Day, 7, "pooled tsb sba imapa ses mean", "Demand comes every", true);
        V over = noise(60);
        over.insert(over.end(), 14, 0.0);
        row("over", over, Step::Day, 7, "naive", "No demand for 14 steps");
        over.pop_back();
        row("perhaps over", over, Step::Day, 7, "ar-diff otheta pooled ar-fourier theta ar-seasonal naive", "");
        row("seldom, with returns", {0, -1, 0, 0, 2, 0, 0, 0, 1, 0, 0, 3}, Step::None, 3, "pooled ses mean", "Demand comes every", true);
        row("years", nile(), Step::Year, 5, "ar-diff otheta pooled ar-fourier theta naive", "A series without a season");
        row("months", airPassengers(), Step::Month, 12, "ar-diff otheta pooled ar-fourier theta ar-seasonal snaive", "with a season of 12 steps");
        row("days without a week", noise(120), Step::Day, 7, "ar-diff otheta pooled ar-fourier theta ar-seasonal naive", "7 steps does not stand out");
        row("two years of weeks, a year ahead", walk(3, 104), Step::Week, 39, "profile snaive ar-fourier pooled otheta", "seen less than three times");
        row("two years of weeks, a month ahead", walk(3, 106), Step::Week, 4, "ar-diff otheta pooled ar-fourier theta profile ar-seasonal ar-auto naive", "");
        row("hours", hours(24 * 7 * 4), Step::Hour, 24,
            "ar-diff otheta pooled ar-fourier theta ar-seasonal ar-auto snaive|ar-seasonal 168|snaive 168|ar", "seasons of 24 and 168 steps");
    }
    void models()
    {
        QFETCH(V, values);
        QFETCH(int, step);
        QFETCH(int, horizon);
        QFETCH(QString, labels);
        QFETCH(bool, isSquared);
        QFETCH(QString, reason);
        const Candidates candidates = candidatesFor(seriesOf(values, Step(step)), {}, horizon);
        QCOMPARE(labelsOf(candidates).join(QLatin1Char(' ')), labels.replace(QLatin1Char('|'), QLatin1Char(' ')));
        QCOMPARE(candidates.loss == Loss::Mse, isSquared);
        QVERIFY2(candidates.reason.contains(reason), qPrintable(candidates.reason));
    }
    void anyRegisteredModelCanBeAMember()
    {
        const QStringList possible = possibleMembers();
        for (const ModelInfo &info : ModelRegistry::classical().models()) {
            const bool combines = info.name == QLatin1String("auto") || info.name == QLatin1String("combination");
            QCOMPARE(possible.contains(info.name), !combines);
            QCOMPARE(makeMember({info.name, 0}, {}) == nullptr, combines);
        }
        QVERIFY(!makeMember({QStringLiteral("oracle"), 0}, {}));
    }
    // A member's own season goes before that of all.
    void aMemberHasItsSeason()
    {
        ModelSpec spec;
        spec.season = 4;
        const Series train = seriesOf({1, 2, 3, 4, 5, 6, 7, 8});
        const auto usual = fitAndForecast(*makeMember({QStringLiteral("snaive"), 0}, spec), train, 2);
        const auto own = fitAndForecast(*makeMember({QStringLiteral("snaive"), 2}, spec), train, 2);
        VERIFY_RESULT(usual);
        VERIFY_RESULT(own);
        QCOMPARE(usual->mean, (V{5, 6}));
        QCOMPARE(own->mean, (V{7, 8}));
    }
    void origins_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("season");
        QTest::addColumn<int>("horizon");
        QTest::addColumn<std::vector<int>>("cuts");
        using C = std::vector<int>;
        QTest::newRow("a third of the horizon apart") << 200 << 7 << 12 << C{4, 8, 12, 16, 20, 24};
        QTest::newRow("rounded up") << 200 << 7 << 13 << C{5, 10, 15, 20, 25, 30};
        QTest::newRow("two seasons and two are left") << 40 << 12 << 12 << C{4, 8, 12};
        QTest::newRow("three horizons are, of a long season") << 100 << 52 << 12 << C{4, 8, 12, 16, 20, 24};
        QTest::newRow("ten at least") << 13 << 1 << 1 << C{1, 2, 3};
        QTest::newRow("none") << 10 << 1 << 1 << C{};
        QTest::newRow("none of a short season") << 10 << 4 << 1 << C{};
        QTest::newRow("one value") << 1 << 7 << 7 << C{};
        QTest::newRow("five quarters of a season seen twice") << 104 << 52 << 39 << C{13, 26, 39};
    }
    void origins()
    {
        QFETCH(int, length);
        QFETCH(int, season);
        QFETCH(int, horizon);
        QTEST(trialCuts(length, season, horizon), "cuts");
    }
};

FORETRAIL_TEST_MAIN(TestCandidates, QCoreApplication)
#include "tst_candidates.moc"
