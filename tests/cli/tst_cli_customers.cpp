// The verb customers of the real program on the sample shop: its table and its object against each other, and what it refuses.
#include "tests/cli/CliRun.h"

#include <QJsonArray>

#include <cmath>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliCustomers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tableAndObject_data();
    void tableAndObject();
    void holdoutFromTheTable();
    void oneTimeBuyersOfBgNbd();
    void workersDoNotMatter();
    void refusals_data();
    void refusals();
    void profileSaysWhetherTheUserStays();
    void profileSaysWhatTheListSays();
    void statesAreCountedOneWay();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QList<QStringList> rows(const QString &name) const { return CliRun::table(test::readAll(path(name))); }
    QTemporaryDir m_folder;
    QString m_shop;
    QString m_end;
};

void TestCliCustomers::initTestCase()
{
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli(QStringLiteral("sample %1 --size small").arg(m_shop)), 0);
    const CliRun series = runCli(QStringLiteral("series %1 --by total --step day --measure orders").arg(m_shop));
    VERIFY_CODE(series, 0);
    const QList<QStringList> days = CliRun::table(series.out);
    m_end = days[days.size() * 2 / 3][1]; // two thirds of the days to learn from
}

void TestCliCustomers::tableAndObject_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("mbgnbd") << QStringLiteral("mbgnbd") << QStringList{QStringLiteral("r"), QStringLiteral("alpha"), QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("bg-nbd") << QStringLiteral("bgnbd") << QStringList{QStringLiteral("r"), QStringLiteral("alpha"), QStringLiteral("a"), QStringLiteral("b")};
    QTest::newRow("pareto-nbd") << QStringLiteral("pareto-nbd")
                                << QStringList{QStringLiteral("r"), QStringLiteral("alpha"), QStringLiteral("s"), QStringLiteral("beta")};
}

void TestCliCustomers::tableAndObject()
{
    QFETCH(QString, model);
    QFETCH(QStringList, names);
    const CliRun run = runCli(QStringLiteral("customers %1 --model %2 --calibration-end %3 --json --out %4")
                                  .arg(m_shop, QString::fromLatin1(QTest::currentDataTag()), m_end, path(QStringLiteral("c.csv"))));
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("model")].toString(), model);
    QCOMPARE(json[QStringLiteral("unit")].toString(), QStringLiteral("week"));
    for (const QString &name : names)
        QVERIFY2(json[QStringLiteral("parameters")][name].toDouble() > 0, qPrintable(name));
    QVERIFY(json[QStringLiteral("log_likelihood")].toDouble() < 0);
    const QJsonObject holdout = json[QStringLiteral("holdout")].toObject();
    for (const char *key : {"predicted", "actual", "MAE", "RMSE", "correlation", "AUC"})
        QVERIFY2(holdout[QLatin1String(key)].isDouble(), key);
    const QList<QStringList> table = rows(QStringLiteral("c.csv"));
    QCOMPARE(table.size() - 1, json[QStringLiteral("users")].toInt());
    QCOMPARE(table[0].first(7).join(u' '), QStringLiteral("user x t_x T mean_spend p_active p_active_lo95"));
    for (const QStringList &row : table.mid(1)) {
        QVERIFY(row[2].toDouble() <= row[3].toDouble());
        QVERIFY(row[8].toDouble() >= 0 && !row[20].isEmpty());
        if (!row[6].isEmpty())
            QVERIFY(row[6].toDouble() <= row[5].toDouble() && row[5].toDouble() <= row[7].toDouble());
    }
}

// Without an end of its own the horizon is the holdout, so that the expected purchases of the table add up to what was predicted.
void TestCliCustomers::holdoutFromTheTable()
{
    const CliRun run = runCli(QStringLiteral("customers %1 --calibration-end %2 --json --out %3").arg(m_shop, m_end, path(QStringLiteral("h.csv"))));
    VERIFY_CODE(run, 0);
    double expected = 0;
    for (const QStringList &row : rows(QStringLiteral("h.csv")).mid(1))
        expected += row[8].toDouble();
    const QJsonObject holdout = run.json()[QStringLiteral("holdout")].toObject();
    QVERIFY2(std::abs(expected / holdout[QStringLiteral("predicted")].toDouble() - 1) < 1e-4, QByteArray::number(expected));
    QCOMPARE(run.json()[QStringLiteral("horizon_days")].toInt(), holdout[QStringLiteral("days")].toInt());
    const CliRun whole = runCli(QStringLiteral("customers %1 --json").arg(m_shop));
    VERIFY_CODE(whole, 0);
    QVERIFY(whole.json()[QStringLiteral("holdout")].isNull());
    QCOMPARE(whole.json()[QStringLiteral("horizon_days")].toInt(), 91);
}

void TestCliCustomers::oneTimeBuyersOfBgNbd()
{
    const CliRun few = runCli(QStringLiteral("customers %1 --min-group 100000 --out %2").arg(m_shop, path(QStringLiteral("few.csv"))));
    VERIFY_CODE(few, 1);
    QVERIFY(few.message().contains(QStringLiteral("not handed on")) && !QFile::exists(path(QStringLiteral("few.csv"))));
    VERIFY_CODE(runCli(QStringLiteral("customers %1 --model bgnbd --out %2").arg(m_shop, path(QStringLiteral("b.csv")))), 0);
    int once = 0;
    for (const QStringList &row : rows(QStringLiteral("b.csv")).mid(1)) {
        QCOMPARE(row[5].isEmpty(), row[1] == QStringLiteral("0"));
        once += row[5].isEmpty() ? 1 : 0;
    }
    QVERIFY(once > 0);
}

void TestCliCustomers::workersDoNotMatter()
{
    for (const char *workers : {"1", "3"})
        VERIFY_CODE(runCli(QStringLiteral("customers %1 --workers %2 --out %3").arg(m_shop, QLatin1String(workers), path(QLatin1String(workers)))), 0);
    QCOMPARE(test::readAll(path(QStringLiteral("1"))), test::readAll(path(QStringLiteral("3"))));
}

void TestCliCustomers::refusals_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("model") << QStringLiteral("--model crystal") << 1 << QStringLiteral("pareto-nbd");
    QTest::newRow("end before the data") << QStringLiteral("--calibration-end 1999-01-01") << 1 << QStringLiteral("outside of the data");
    QTest::newRow("no date") << QStringLiteral("--calibration-end soon") << 1 << QStringLiteral("calibration-end");
    QTest::newRow("unit") << QStringLiteral("--unit fortnight") << 1 << QStringLiteral("week");
    QTest::newRow("margin") << QStringLiteral("--margin 7") << 2 << QStringLiteral("margin");
    QTest::newRow("horizon") << QStringLiteral("--horizon 0") << 2 << QStringLiteral("horizon");
}

void TestCliCustomers::refusals()
{
    QFETCH(QString, options);
    QFETCH(int, code);
    QFETCH(QString, says);
    const CliRun run = runCli(QStringLiteral("customers %1 %2 --out %3").arg(m_shop, options, path(QStringLiteral("no.csv"))));
    VERIFY_CODE(run, code);
    QVERIFY2(run.message().contains(says), qPrintable(run.message()));
    QVERIFY(!QFile::exists(path(QStringLiteral("no.csv"))));
}

void TestCliCustomers::profileSaysWhetherTheUserStays()
{
    for (int time = 0; time < 2; ++time) { // the second one reads what the first has kept
        const CliRun run = runCli(QStringLiteral("profile %1 --user U000010 --json").arg(m_shop));
        VERIFY_CODE(run, 0);
        const QJsonObject outlook = run.json()[QStringLiteral("outlook")].toObject();
        QVERIFY2(!outlook[QStringLiteral("sentence")].toString().isEmpty(), run.out);
        if (outlook[QStringLiteral("model")].isNull())
            QSKIP("the user bought nothing");
        const double active = outlook[QStringLiteral("p_active")][QStringLiteral("value")].toDouble();
        QVERIFY(active > 0 && active < 1);
        QVERIFY(!outlook[QStringLiteral("curve")][QStringLiteral("p_active")].toArray().isEmpty());
    }
}

// What a profile says of one user is what the list of all of them says.
void TestCliCustomers::profileSaysWhatTheListSays()
{
    for (const char *model : {"mbgnbd", "bgnbd", "pareto-nbd"}) {
        VERIFY_CODE(runCli(QStringLiteral("customers %1 --model %2 --horizon 60 --json --out %3").arg(m_shop, QLatin1String(model), path(QStringLiteral("l.csv")))), 0);
        const QList<QStringList> table = rows(QStringLiteral("l.csv"));
        const auto cell = [&table](qsizetype row, const char *name) { return table[row][table.front().indexOf(QLatin1String(name))]; };
        qsizetype best = 1;
        for (qsizetype row = 1; row < table.size(); ++row)
            if (cell(row, "value").toDouble() > cell(best, "value").toDouble())
                best = row;
        const CliRun run = runCli(QStringLiteral("profile %1 --user %2 --model %3 --horizon 60 --json").arg(m_shop, cell(best, "user"), QLatin1String(model)));
        VERIFY_CODE(run, 0);
        const QJsonObject outlook = run.json()[QStringLiteral("outlook")].toObject();
        QCOMPARE(outlook[QStringLiteral("model")].toString(), QLatin1String(model));
        QCOMPARE(outlook[QStringLiteral("horizon_days")].toInt(), 60);
        for (const char *figure : {"p_active", "expected_purchases", "p_no_purchase", "expected_spend", "value"}) {
            const QJsonValue told = outlook[QLatin1String(figure)];
            const double listed = cell(best, figure).toDouble(); // seven digits
            QVERIFY2(std::abs(told[QStringLiteral("value")].toDouble() - listed) <= 1e-6 * std::abs(listed), figure);
            QVERIFY2(std::abs(told[QStringLiteral("hi95")].toDouble() - cell(best, qPrintable(QLatin1String(figure) + QStringLiteral("_hi95"))).toDouble())
                         <= 1e-6 * std::abs(told[QStringLiteral("hi95")].toDouble()), figure);
        }
        QCOMPARE(run.json()[QStringLiteral("forecast")][QStringLiteral("weighted_with_p_active")].toDouble(), outlook[QStringLiteral("p_active")][QStringLiteral("value")].toDouble());
    }
    VERIFY_CODE(runCli(QStringLiteral("profile %1 --user U000010 --model nbd").arg(m_shop)), 1);
}

// The states of segments are those of page Behaviour at the end of the data.
void TestCliCustomers::statesAreCountedOneWay()
{
    const CliRun segments = runCli(QStringLiteral("segments %1 --json").arg(m_shop));
    VERIFY_CODE(segments, 0);
    QHash<QString, int> counts;
    for (const QJsonValue &segment : segments.json()[QStringLiteral("segments")].toArray())
        counts[segment[QStringLiteral("key")].toString()] = segment[QStringLiteral("users")].toInt();
    for (const char *by : {"week", "month"}) {
        const CliRun life = runCli(QStringLiteral("lifecycle %1 --by %2 --json").arg(m_shop, QLatin1String(by)));
        VERIFY_CODE(life, 0);
        const QJsonValue last = life.json()[QStringLiteral("periods")].toArray().last();
        QVERIFY(last[QStringLiteral("active")].toInt() > 0);
        QCOMPARE(last[QStringLiteral("new")].toInt(), counts[QStringLiteral("state:new")]);
        QCOMPARE(last[QStringLiteral("active")].toInt(), counts[QStringLiteral("state:active")]);
        QCOMPARE(last[QStringLiteral("returned")].toInt(), counts[QStringLiteral("state:returned")]);
        QCOMPARE(last[QStringLiteral("dormant")].toInt(), counts[QStringLiteral("state:at-risk")]);
        QCOMPARE(last[QStringLiteral("lapsed")].toInt(), counts[QStringLiteral("state:lapsed")]);
        QCOMPARE(life.json()[QStringLiteral("rule")].toObject(), segments.json()[QStringLiteral("states")].toObject());
    }
}

FORETRAIL_TEST_MAIN(TestCliCustomers, QCoreApplication)
#include "tst_cli_customers.moc"
