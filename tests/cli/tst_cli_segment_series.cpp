// --segment of the verbs that read series, of the real program on the sample shop: groups add up to the whole, every verb is of the same users,
// and what is refused says what there is.
#include "tests/cli/CliRun.h"

#include <algorithm>
#include <cmath>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliSegmentSeries : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void groupsAddUp_data();
    void groupsAddUp();
    void aForecastIsOfTheSeries();
    void aSpecNamesASegment();
    void backtestsTell();
    void preparedRowsAreOfTheUsers();
    void runsKeepIt();
    void aSearchIsOfTheUsers();
    void nextItemsOfTheUsers();
    void refusals_data();
    void refusals();
    void aLogWithoutUsers();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// verb WORKSPACE options...
    CliRun run(const QString &verb, const QString &options) const { return runCli(verb + u' ' + m_shop + u' ' + options); }
    std::vector<double> series(const QString &options) const;
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliSegmentSeries::initTestCase()
{
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli(QStringLiteral("sample %1 --size small").arg(m_shop)), 0);
}

std::vector<double> TestCliSegmentSeries::series(const QString &options) const
{
    std::vector<double> values;
    for (const QStringList &row : CliRun::table(run(QStringLiteral("series"), options).out).mid(1))
        values.push_back(row[2].toDouble());
    return values;
}

void TestCliSegmentSeries::groupsAddUp_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::newRow("names of RFM") << QStringLiteral("rfm:");
    QTest::newRow("states") << QStringLiteral("state:");
}

// Who never bought has neither a name nor a state, and no revenue.
void TestCliSegmentSeries::groupsAddUp()
{
    QFETCH(QString, prefix);
    const std::vector<double> total = series(QStringLiteral("--measure revenue"));
    QVERIFY(total.size() > 100);
    std::vector<double> sum(total.size(), 0);
    const CliRun listed = run(QStringLiteral("segments"), QStringLiteral("--json"));
    VERIFY_CODE(listed, 0);
    for (const QJsonValue &segment : listed.json()[QStringLiteral("segments")].toArray()) {
        const QString key = segment[QStringLiteral("key")].toString();
        if (!key.startsWith(prefix))
            continue;
        const std::vector<double> part = series(QStringLiteral("--measure revenue --segment ") + key);
        QCOMPARE(part.size(), total.size());
        double all = 0;
        for (size_t step = 0; step < part.size(); ++step) {
            sum[step] += part[step];
            all += part[step];
        }
        QVERIFY2(std::abs(all - segment[QStringLiteral("value")].toDouble()) < 0.01, qPrintable(key)); // what the verb segments says they bought for
    }
    double bought = 0;
    for (size_t step = 0; step < total.size(); ++step)
        bought += std::abs(sum[step] - total[step]);
    QVERIFY2(bought < 0.01, qPrintable(QString::number(bought)));
}

// A seasonal naive forecast is the last week of the series that the verb series writes.
void TestCliSegmentSeries::aForecastIsOfTheSeries()
{
    const QString options = QStringLiteral("--measure revenue --segment rfm:champions");
    const std::vector<double> history = series(options);
    const CliRun made = run(QStringLiteral("forecast"), options + QStringLiteral(" --model snaive --season 7 --horizon 7 --json --out ") + path(QStringLiteral("f.csv")));
    VERIFY_CODE(made, 0);
    const QList<QStringList> rows = CliRun::table(test::readAll(path(QStringLiteral("f.csv"))));
    QCOMPARE(rows.size(), 8);
    for (int h = 0; h < 7; ++h)
        QVERIFY(std::abs(rows[h + 1][4].toDouble() - history[history.size() - 7 + size_t(h)]) < 1e-6);
    const QJsonObject segment = made.json()[QStringLiteral("segment")].toObject();
    QCOMPARE(segment[QStringLiteral("key")].toString(), QStringLiteral("rfm:champions"));
    QVERIFY(segment[QStringLiteral("users")].toInteger() > 0);
    QVERIFY2(segment[QStringLiteral("note")].toString().contains(QStringLiteral("chosen by all that is known by now")), qPrintable(segment[QStringLiteral("note")].toString()));
    const CliRun all = run(QStringLiteral("forecast"), QStringLiteral("--measure revenue --model snaive --season 7 --horizon 7 --json"));
    VERIFY_CODE(all, 0);
    QVERIFY(!all.json().contains(QStringLiteral("segment")));
    QVERIFY(all.json()[QStringLiteral("prepared")] != made.json()[QStringLiteral("prepared")]);
    const CliRun said = run(QStringLiteral("forecast"), options + QStringLiteral(" --model snaive --horizon 7"));
    QVERIFY2(said.message().contains(QStringLiteral("Champions")), qPrintable(said.message()));
}

void TestCliSegmentSeries::aSpecNamesASegment()
{
    test::writeAll(path(QStringLiteral("spec.json")), R"({"model": "snaive", "horizon": 7, "measure": "revenue", "segment": "rfm:champions"})");
    const QString spec = QStringLiteral("--spec ") + path(QStringLiteral("spec.json")) + QStringLiteral(" --json --out ");
    const CliRun named = run(QStringLiteral("forecast"), spec + path(QStringLiteral("named.csv")));
    VERIFY_CODE(named, 0);
    test::writeAll(path(QStringLiteral("plain.json")), R"({"model": "snaive", "horizon": 7, "measure": "revenue"})");
    VERIFY_CODE(run(QStringLiteral("forecast"), QStringLiteral("--spec %1 --segment rfm:champions --json --out %2").arg(path(QStringLiteral("plain.json")), path(QStringLiteral("said.csv")))), 0);
    QCOMPARE(test::readAll(path(QStringLiteral("named.csv"))), test::readAll(path(QStringLiteral("said.csv"))));
    // The command line goes over the file.
    const CliRun other = run(QStringLiteral("forecast"), QStringLiteral("--segment state:lapsed ") + spec + path(QStringLiteral("other.csv")));
    VERIFY_CODE(other, 0);
    QCOMPARE(other.json()[QStringLiteral("segment")][QStringLiteral("key")].toString(), QStringLiteral("state:lapsed"));
}

void TestCliSegmentSeries::backtestsTell()
{
    const CliRun tested = run(QStringLiteral("backtest"), QStringLiteral("--model snaive --horizon 7 --folds 2 --measure revenue --segment rfm:champions --json"));
    VERIFY_CODE(tested, 0);
    QCOMPARE(tested.json()[QStringLiteral("segment")][QStringLiteral("name")].toString(), QStringLiteral("Champions"));
    const CliRun all = run(QStringLiteral("backtest"), QStringLiteral("--model snaive --horizon 7 --folds 2 --measure revenue --json"));
    VERIFY_CODE(all, 0);
    QVERIFY(tested.json()[QStringLiteral("models")][0][QStringLiteral("MAE")].toDouble() < all.json()[QStringLiteral("models")][0][QStringLiteral("MAE")].toDouble());
}

void TestCliSegmentSeries::preparedRowsAreOfTheUsers()
{
    const CliRun prepared = run(QStringLiteral("prepare"), QStringLiteral("--recipe standard --measure revenue --segment rfm:champions --json --out ") + path(QStringLiteral("p.csv")));
    VERIFY_CODE(prepared, 0);
    QVERIFY(prepared.json()[QStringLiteral("segment")][QStringLiteral("users")].toInteger() > 0);
    const std::vector<double> values = series(QStringLiteral("--measure revenue --segment rfm:champions"));
    const QList<QStringList> rows = CliRun::table(test::readAll(path(QStringLiteral("p.csv"))));
    const qsizetype actual = rows[0].indexOf(QStringLiteral("actual"));
    QCOMPARE(rows.size() - 1, qsizetype(values.size()));
    for (qsizetype row = 1; row < rows.size(); ++row)
        QVERIFY(std::abs(rows[row][actual].toDouble() - values[size_t(row - 1)]) < 1e-6);
    QVERIFY(test::readAll(path(QStringLiteral("p.csv.origin.json"))).contains("rfm:champions"));
}

void TestCliSegmentSeries::runsKeepIt()
{
    test::writeAll(path(QStringLiteral("train.json")), R"({"model": "ets", "horizon": 7, "measure": "revenue"})");
    const CliRun trained = run(QStringLiteral("train"), QStringLiteral("--spec %1 --segment rfm:champions --json").arg(path(QStringLiteral("train.json"))));
    VERIFY_CODE(trained, 0);
    const QJsonObject json = trained.json();
    QVERIFY2(json[QStringLiteral("name")].toString().endsWith(QStringLiteral("Champions")), qPrintable(json[QStringLiteral("name")].toString()));
    QCOMPARE(json[QStringLiteral("spec")][QStringLiteral("segment")][QStringLiteral("key")].toString(), QStringLiteral("rfm:champions"));
    QCOMPARE(json[QStringLiteral("segment")][QStringLiteral("name")].toString(), QStringLiteral("Champions"));
    // Exported, the run gives what the same forecast gives.
    VERIFY_CODE(run(QStringLiteral("export"), QStringLiteral("--run %1 --format csv --out %2").arg(json[QStringLiteral("run")].toInteger()).arg(path(QStringLiteral("run.csv")))), 0);
    VERIFY_CODE(run(QStringLiteral("forecast"), QStringLiteral("--spec %1 --segment rfm:champions --json --out %2").arg(path(QStringLiteral("train.json")), path(QStringLiteral("same.csv")))), 0);
    const QList<QStringList> stored = CliRun::table(test::readAll(path(QStringLiteral("run.csv")))), made = CliRun::table(test::readAll(path(QStringLiteral("same.csv"))));
    QCOMPARE(stored.size(), 8);
    QCOMPARE(made.size(), 8);
    for (int h = 1; h < 8; ++h)
        QVERIFY(std::abs(stored[h][4].toDouble() - made[h][4].toDouble()) < 1e-6 * std::max(1.0, std::abs(made[h][4].toDouble())));
}

void TestCliSegmentSeries::aSearchIsOfTheUsers()
{
    test::writeAll(path(QStringLiteral("net.json")), R"({"model": "lstm", "horizon": 7, "measure": "revenue", "step": "week", "units": 2, "lookback": 4, "epochs": 1, "split": {"test": 8}})");
    const CliRun found = run(QStringLiteral("search"), QStringLiteral("--spec %1 --segment rfm:champions --trials 1 --method random --json").arg(path(QStringLiteral("net.json"))));
    VERIFY_CODE(found, 0);
    QCOMPARE(found.json()[QStringLiteral("segment")][QStringLiteral("key")].toString(), QStringLiteral("rfm:champions"));
    QCOMPARE(found.json()[QStringLiteral("spec")][QStringLiteral("segment")][QStringLiteral("key")].toString(), QStringLiteral("rfm:champions"));
    QVERIFY(found.json()[QStringLiteral("trials")].toArray().size() > 0);
    const CliRun again = run(QStringLiteral("search"), QStringLiteral("--spec %1 --segment rfm:champions --trials 1 --method random --json").arg(path(QStringLiteral("net.json"))));
    VERIFY_CODE(again, 0);
    QVERIFY(found.json()[QStringLiteral("trials")][0][QStringLiteral("run")].toInteger() > 0);
    QCOMPARE(again.json()[QStringLiteral("trials")][0][QStringLiteral("run")], found.json()[QStringLiteral("trials")][0][QStringLiteral("run")]); // stored, not a new one
}

// Models learn from all, whoever is asked about: the steps learnt from are the same, and the cases of disjoint groups add up.
void TestCliSegmentSeries::nextItemsOfTheUsers()
{
    const QString options = QStringLiteral("--model recent-popularity --protocol leave-one-out --json");
    const CliRun all = run(QStringLiteral("recommend-eval"), options);
    VERIFY_CODE(all, 0);
    qint64 cases = 0;
    for (const char *state : {"new", "active", "at-risk", "lapsed", "returned"}) {
        const CliRun some = run(QStringLiteral("recommend-eval"), options + QStringLiteral(" --segment state:") + QLatin1String(state));
        if (some.code != 0) { // nobody of them has three steps
            QVERIFY2(some.message().contains(QStringLiteral("No user of the segment")), qPrintable(some.message()));
            continue;
        }
        QCOMPARE(some.json()[QStringLiteral("steps")], all.json()[QStringLiteral("steps")]);
        QCOMPARE(some.json()[QStringLiteral("segment")][QStringLiteral("key")].toString(), QStringLiteral("state:") + QLatin1String(state));
        cases += some.json()[QStringLiteral("cases")].toInteger();
    }
    // Those who only look have no state.
    QVERIFY(cases > 0 && cases <= all.json()[QStringLiteral("cases")].toInteger());
    const CliRun buyers = runCli(QStringList{QStringLiteral("segments"), m_shop, QStringLiteral("--rule"), QStringLiteral("{\"what\": \"state\", \"is\": \"=\", \"value\": \"none\"}"),
                                             QStringLiteral("--save"), QStringLiteral("Lookers")});
    VERIFY_CODE(buyers, 0);
    const CliRun lookers = run(QStringLiteral("recommend-eval"), options + QStringLiteral(" --segment Lookers"));
    const qint64 others = lookers.code == 0 ? lookers.json()[QStringLiteral("cases")].toInteger() : 0;
    QCOMPARE(cases + others, all.json()[QStringLiteral("cases")].toInteger());
}

void TestCliSegmentSeries::refusals_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("options");
    const QString train = path(QStringLiteral("refused.json"));
    test::writeAll(train, R"({"model": "ets", "horizon": 7, "measure": "revenue"})");
    QTest::newRow("series") << QStringLiteral("series") << QString();
    QTest::newRow("forecast") << QStringLiteral("forecast") << QStringLiteral("--model ets --horizon 7");
    QTest::newRow("backtest") << QStringLiteral("backtest") << QStringLiteral("--model ets --horizon 7");
    QTest::newRow("prepare") << QStringLiteral("prepare") << QStringLiteral("--recipe standard");
    QTest::newRow("train") << QStringLiteral("train") << QStringLiteral("--spec ") + train;
    QTest::newRow("search") << QStringLiteral("search") << QStringLiteral("--model lstm");
    QTest::newRow("recommend-eval") << QStringLiteral("recommend-eval") << QStringLiteral("--model markov --protocol leave-one-out");
}

void TestCliSegmentSeries::refusals()
{
    QFETCH(QString, verb);
    QFETCH(QString, options);
    const CliRun refused = run(verb, options + QStringLiteral(" --segment rfm:kings"));
    QCOMPARE(refused.code, 1);
    for (const char *there : {"rfm:kings", "rfm:champions", "state:lapsed"})
        QVERIFY2(refused.message().contains(QLatin1String(there)), qPrintable(refused.message()));
}

void TestCliSegmentSeries::aLogWithoutUsers()
{
    test::writeAll(path(QStringLiteral("log.csv")), "time,item,amount\n2024-01-01,tea,3\n2024-01-02,tea,4\n");
    const QString shop = path(QStringLiteral("nobody.foretrail"));
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind sales --map time=time,item=item,amount=amount").arg(shop, path(QStringLiteral("log.csv")))), 0);
    const CliRun refused = runCli(QStringLiteral("series %1 --segment rfm:loyal").arg(shop));
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.message().contains(QStringLiteral("names no users")), qPrintable(refused.message()));
    test::writeAll(path(QStringLiteral("table.csv")), "series,time,value\nlamps,2024-01-01,3\nlamps,2024-01-02,4\n");
    const QString table = path(QStringLiteral("table.foretrail"));
    VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind series --layout long").arg(table, path(QStringLiteral("table.csv")))), 0);
    const CliRun imported = runCli(QStringLiteral("series %1 --segment rfm:loyal").arg(table));
    QCOMPARE(imported.code, 1);
    QVERIFY2(imported.message().contains(QStringLiteral("no users")), qPrintable(imported.message()));
}

FORETRAIL_TEST_MAIN(TestCliSegmentSeries, QCoreApplication)
#include "tst_cli_segment_series.moc"
