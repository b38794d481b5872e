#include "core/series/Stl.h"
#include "tests/support/ReferenceTable.h"

using namespace foretrail;

namespace {

using Table = std::map<QByteArray, std::vector<double>>;

struct ReferenceCase {
    const char *file;
    const char *variant; ///< as the columns of the file begin; the calls stand in tests/data/README.md
    StlOptions options;
};

StlOptions tuned()
{
    StlOptions options{.season = 12, .seasonalWindow = 35, .trendWindow = 101, .lowPassWindow = 25};
    options.trendDegree = 0;
    options.inner = 3;
    return options;
}

StlOptions unevenJumps()
{
    StlOptions options = tuned();
    options.seasonalJump = 4;
    options.trendJump = 7;
    options.lowPassJump = 5;
    return options;
}

StlOptions everyObservation()
{
    StlOptions options = tuned();
    options.seasonalJump = options.trendJump = options.lowPassJump = 1;
    options.outer = 2;
    return options;
}

StlOptions jumpsOfStatsmodels()
{
    StlOptions options{.season = 12, .seasonalWindow = 7, .robust = true};
    options.seasonalJump = 1;
    options.trendJump = 3;
    options.lowPassJump = 2;
    return options;
}

std::vector<double> wave(size_t length, int season)
{
    std::vector<double> values(length);
    for (size_t t = 0; t < length; ++t)
        values[t] = 10 + 0.5 * double(t) + double((t * t) % size_t(season));
    return values;
}

} // namespace

Q_DECLARE_METATYPE(StlOptions)

class TestStl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Figures of R 4.2.2's stats::stl and of statsmodels 0.13.5; asked for within 1e-6, met within 1e-10.
    void equalsOtherPrograms_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("variant");
        QTest::addColumn<StlOptions>("options");
        const ReferenceCase cases[] = {
            {"stl_nottem.csv", "window7", {.season = 12, .seasonalWindow = 7, .seasonalDegree = 0}},
            {"stl_nottem.csv", "periodic", {.season = 12}},
            {"stl_nottem.csv", "robust", {.season = 12, .robust = true}},
            {"stl_co2.csv", "window21", {.season = 12, .seasonalWindow = 21, .seasonalDegree = 0}},
            {"stl_co2.csv", "jumps", unevenJumps()},
            {"stl_co2.csv", "tuned", everyObservation()},
            {"stl_airpassengers.csv", "window13", {.season = 12, .seasonalWindow = 13}},
            {"stl_airpassengers.csv", "robust7", {.season = 12, .seasonalWindow = 7, .robust = true}},
            {"stl_airpassengers.csv", "robust", {.season = 12, .robust = true}},
            {"stl_statsmodels.csv", "robust7", jumpsOfStatsmodels()},
        };
        for (const ReferenceCase &one : cases)
            QTest::addRow("%s %s", one.file, one.variant) << QString::fromLatin1(one.file) << QByteArray(one.variant) << one.options;
    }
    void equalsOtherPrograms()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, variant);
        QFETCH(StlOptions, options);
        Table table = test::referenceTable(QStringLiteral("decomposition/") + file);
        const std::vector<double> &values = table["value"];
        const auto parts = stl(values, options);
        VERIFY_RESULT(parts);
        QCOMPARE(parts->seasons, std::vector<int>{12});
        QVERIFY(test::farthest(parts->seasonal[0], table[variant + ".seasonal"]) < 1e-10);
        QVERIFY(test::farthest(parts->trend, table[variant + ".trend"]) < 1e-10);
        QVERIFY(test::farthest(parts->weights, table[variant + ".weight"]) < 1e-10);
        for (size_t i = 0; i < values.size(); ++i)
            QCOMPARE(parts->trend[i] + parts->seasonal[0][i] + parts->remainder[i], values[i]);
    }
    /// A straight line and a season that repeats are what STL fits exactly, whatever the windows.
    void findsALineAndARepeatingSeason()
    {
        const std::vector<double> shape{3, -1, -2, 4, 0, -5, 1}; // sums to zero
        std::vector<double> values;
        for (int t = 0; t < 200; ++t)
            values.push_back(20 + 0.25 * t + shape[size_t(t % 7)]);
        for (const int window : {0, 7, 21}) {
            StlOptions options{.season = 7, .seasonalWindow = window};
            options.inner = 20;
            const auto parts = stl(values, options);
            VERIFY_RESULT(parts);
            for (size_t t = 0; t < values.size(); ++t) {
                QVERIFY(std::abs(parts->trend[t] - 20 - 0.25 * double(t)) < 1e-6);
                QVERIFY(std::abs(parts->seasonal[0][t] - shape[t % 7]) < 1e-6);
            }
        }
    }
    void weighsAnOutlierDown()
    {
        std::vector<double> values = wave(100, 7);
        for (size_t t = 0; t < values.size(); ++t)
            values[t] += 0.1 * double((t * 37) % 11);
        const auto before = stl(values, {.season = 7, .robust = true});
        values[50] += 1000;
        const auto after = stl(values, {.season = 7, .robust = true});
        VERIFY_RESULT(before);
        VERIFY_RESULT(after);
        QCOMPARE(after->weights[50], 0.0);
        QVERIFY(std::abs(after->trend[50] - before->trend[50]) < 1.0);
        QVERIFY(std::abs(after->remainder[50] - 1000) < 5.0);
    }
    void oneWorkspaceServesSeriesOfAnyLength()
    {
        StlWorkspace workspace;
        const auto sameAsFresh = [&workspace](size_t length, const StlOptions &options) {
            const std::vector<double> values = wave(length, options.season);
            const auto used = workspace.decompose(values, options);
            const auto fresh = stl(values, options);
            return used && fresh && used->trend == fresh->trend && used->seasonal == fresh->seasonal;
        };
        QVERIFY(sameAsFresh(300, {.season = 7, .seasonalWindow = 11}));
        QVERIFY(sameAsFresh(40, {.season = 7}));
        QVERIFY(sameAsFresh(800, {.season = 365, .robust = true}));
        QVERIFY(sameAsFresh(15, {.season = 7, .seasonalWindow = 11}));
        QVERIFY(sameAsFresh(300, {.season = 7, .seasonalWindow = 11}));
    }
    void refusesWhatItCannotTakeApart_data()
    {
        QTest::addColumn<StlOptions>("options");
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("code");
        const int invalid = int(ErrorCode::InvalidInput);
        QTest::newRow("no season") << StlOptions{.season = 1} << 50 << invalid;
        QTest::newRow("two seasons, not more") << StlOptions{.season = 7} << 14 << int(ErrorCode::TooShort);
        QTest::newRow("nothing") << StlOptions{.season = 7} << 0 << int(ErrorCode::TooShort);
        QTest::newRow("even window") << StlOptions{.season = 7, .seasonalWindow = 8} << 50 << invalid;
        QTest::newRow("narrow window") << StlOptions{.season = 7, .trendWindow = 1} << 50 << invalid;
        QTest::newRow("degree of 2") << StlOptions{.season = 7, .trendDegree = 2} << 50 << invalid;
        QTest::newRow("no inner round") << StlOptions{.season = 7, .inner = 0} << 50 << invalid;
    }
    void refusesWhatItCannotTakeApart()
    {
        QFETCH(StlOptions, options);
        QFETCH(int, length);
        QFETCH(int, code);
        const auto parts = stl(wave(size_t(length), 7), options);
        QVERIFY(!parts);
        QCOMPARE(int(parts.error().code), code);
    }
    void namesTheMissingObservation()
    {
        std::vector<double> values = wave(50, 7);
        values[30] = missing;
        const auto parts = stl(values, {.season = 7});
        QVERIFY(!parts);
        QVERIFY(parts.error().message.contains(QStringLiteral("31")));
    }
};

FORETRAIL_TEST_MAIN(TestStl, QCoreApplication)
#include "tst_stl.moc"
