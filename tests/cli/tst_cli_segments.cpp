// The verb segments of the real program on the sample shop: its lists against each other and against the table of users, rules kept and
// removed, and what it refuses.
#include "tests/cli/CliRun.h"

#include <QSet>

using namespace foretrail;
using test::CliRun;
using test::runCli;

class TestCliSegments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesAndStatesAddUp();
    void clustersAddUp();
    void rulesAreKept();
    void usersOfASegment();
    void compares();
    void smallGroupsAreWithheld();
    void sampleTellsTheUsersOfTheWorkspace();
    void profileSaysWhereAUserStands();
    void secondTimeNothingIsCounted();
    void refusals_data();
    void refusals();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    CliRun segments(const QStringList &options) const { return runCli(QStringList{QStringLiteral("segments"), m_shop} + options); }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliSegments::initTestCase()
{
    m_shop = path(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli(QStringLiteral("sample %1 --size small").arg(m_shop)), 0);
}

namespace {

qint64 sumOf(const QJsonObject &json, const QString &prefix, const QString &key)
{
    double sum = 0;
    for (const QJsonValue &segment : json[QStringLiteral("segments")].toArray())
        if (segment[QStringLiteral("key")].toString().startsWith(prefix))
            sum += segment[key].toDouble();
    return qint64(std::round(sum));
}

} // namespace

void TestCliSegments::namesAndStatesAddUp()
{
    const CliRun run = segments({QStringLiteral("--rfm"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    const qint64 scored = json[QStringLiteral("rfm")][QStringLiteral("scored")].toInteger();
    QVERIFY(scored > 0 && scored <= json[QStringLiteral("users")].toInteger());
    QCOMPARE(sumOf(json, QStringLiteral("rfm:"), QStringLiteral("users")), scored);
    QCOMPARE(sumOf(json, QStringLiteral("state:"), QStringLiteral("users")), scored);
    QCOMPARE(json[QStringLiteral("rfm")][QStringLiteral("recency_cuts")].toArray().size(), 4);
    QVERIFY(json[QStringLiteral("states")][QStringLiteral("risk_days")].toDouble() > 0);
}

void TestCliSegments::clustersAddUp()
{
    const CliRun run = segments({QStringLiteral("--clusters"), QStringLiteral("auto"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(sumOf(json, QStringLiteral("cluster:"), QStringLiteral("users")), json[QStringLiteral("users")].toInteger());
    QCOMPARE(json[QStringLiteral("clusters")][QStringLiteral("silhouettes")].toObject().size(), 7); // 2 to 8
    const CliRun four = segments({QStringLiteral("--clusters"), QStringLiteral("4"), QStringLiteral("--json")});
    VERIFY_CODE(four, 0);
    QCOMPARE(four.json()[QStringLiteral("clusters")][QStringLiteral("k")].toInt(), 4);
}

void TestCliSegments::rulesAreKept()
{
    const QString rule = QStringLiteral("{\"all\":[{\"what\":\"orders\",\"is\":\">=\",\"value\":3},{\"not\":{\"what\":\"state\",\"value\":\"lapsed\"}}]}");
    const CliRun counted = segments({QStringLiteral("--rule"), rule, QStringLiteral("--save"), QStringLiteral("Good ones"), QStringLiteral("--json")});
    VERIFY_CODE(counted, 0);
    const qint64 users = counted.json()[QStringLiteral("segments")][0][QStringLiteral("users")].toInteger();
    QVERIFY(users > 0);
    const CliRun listed = segments({QStringLiteral("--json")});
    QCOMPARE(sumOf(listed.json(), QStringLiteral("saved:Good ones"), QStringLiteral("users")), users);
    test::writeAll(path(QStringLiteral("rule.json")), rule.toUtf8());
    VERIFY_CODE(segments({QStringLiteral("--rule-file"), path(QStringLiteral("rule.json"))}), 0);
    VERIFY_CODE(segments({QStringLiteral("--rename"), QStringLiteral("Good ones"), QStringLiteral("--to"), QStringLiteral("Best ones")}), 0);
    QCOMPARE(sumOf(segments({QStringLiteral("--json")}).json(), QStringLiteral("saved:Best ones"), QStringLiteral("users")), users);
    VERIFY_CODE(segments({QStringLiteral("--delete"), QStringLiteral("Best ones")}), 0);
    QVERIFY(!segments({}).out.contains("saved:"));
}

void TestCliSegments::usersOfASegment()
{
    const CliRun run = segments({QStringLiteral("--users"), QStringLiteral("rfm:champions"), QStringLiteral("--out"), path(QStringLiteral("c.csv"))});
    VERIFY_CODE(run, 0);
    const QList<QStringList> rows = CliRun::table(test::readAll(path(QStringLiteral("c.csv"))));
    QCOMPARE(rows[0].join(u' '), QStringLiteral("user first_seen last_seen events orders value sessions recency_days R F M rfm state"));
    QCOMPARE(rows.size() - 1, sumOf(segments({QStringLiteral("--json")}).json(), QStringLiteral("rfm:champions"), QStringLiteral("users")));
    for (const QStringList &row : rows.mid(1)) {
        QCOMPARE(row[8].toInt(), 5);
        QVERIFY(row[9].toInt() >= 4);
        QCOMPARE(row[11], QStringLiteral("champions"));
    }
}

void TestCliSegments::compares()
{
    const CliRun run = segments({QStringLiteral("--compare"), QStringLiteral("rfm:champions,rfm:lost"), QStringLiteral("--json")});
    VERIFY_CODE(run, 0);
    const QJsonArray rows = run.json()[QStringLiteral("comparison")].toArray();
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows[0][QStringLiteral("median_recency_days")].toDouble() < rows[1][QStringLiteral("median_recency_days")].toDouble());
    QVERIFY(rows[0][QStringLiteral("median_orders")].toDouble() > rows[1][QStringLiteral("median_orders")].toDouble());
}

// The smallest group is one larger than the smallest segment, so that this one is withheld.
void TestCliSegments::smallGroupsAreWithheld()
{
    const QJsonArray exact = segments({QStringLiteral("--json")}).json()[QStringLiteral("segments")].toArray();
    QString smallest;
    qint64 least = std::numeric_limits<qint64>::max();
    for (const QJsonValue &one : exact)
        if (const qint64 users = one[QStringLiteral("users")].toInteger(); users > 0 && users < least && one[QStringLiteral("key")].toString().startsWith(QStringLiteral("rfm:")))
            least = users, smallest = one[QStringLiteral("key")].toString();
    const QString floor = QString::number(least + 1);
    const QJsonObject json = segments({QStringLiteral("--json"), QStringLiteral("--min-group"), floor}).json();
    QVERIFY(json[QStringLiteral("withheld")].toString().contains(floor));
    int withheldValues = 0;
    for (const QJsonValue &one : json[QStringLiteral("segments")].toArray()) {
        if (!one[QStringLiteral("key")].toString().startsWith(QStringLiteral("rfm:")))
            continue;
        QCOMPARE(one[QStringLiteral("users")].isNull(), one[QStringLiteral("key")] == smallest);
        QVERIFY(one[QStringLiteral("users")].isNull() || one[QStringLiteral("users")].toInteger() % (least + 1) == 0);
        withheldValues += one[QStringLiteral("value")].isNull();
    }
    QVERIFY(withheldValues >= 2);
    QVERIFY(segments({QStringLiteral("--min-group"), floor}).out.contains(smallest.toUtf8() + "\t<" + floor.toUtf8() + "\t\t"));
    const CliRun list = segments({QStringLiteral("--users"), smallest, QStringLiteral("--min-group"), floor, QStringLiteral("--out"), path(QStringLiteral("few.csv"))});
    VERIFY_CODE(list, 1);
    QVERIFY(list.message().contains(QStringLiteral("not handed on")) && !QFile::exists(path(QStringLiteral("few.csv"))));
    const CliRun compared = segments({QStringLiteral("--compare"), smallest, QStringLiteral("--min-group"), floor, QStringLiteral("--json")});
    VERIFY_CODE(compared, 0);
    QVERIFY(compared.json()[QStringLiteral("comparison")][0][QStringLiteral("users")].isNull());
    QVERIFY(compared.json()[QStringLiteral("comparison")][0][QStringLiteral("value")].isNull());
}

// Planned users who never came are no users of the workspace.
void TestCliSegments::sampleTellsTheUsersOfTheWorkspace()
{
    const QString other = path(QStringLiteral("other.foretrail"));
    const CliRun made = runCli(QStringLiteral("sample %1 --size small --json").arg(other));
    VERIFY_CODE(made, 0);
    const CliRun shown = runCli(QStringLiteral("segments %1 --json").arg(other));
    QCOMPARE(made.json()[QStringLiteral("users")].toInteger(), shown.json()[QStringLiteral("users")].toInteger());
}

void TestCliSegments::profileSaysWhereAUserStands()
{
    const CliRun run = runCli(QStringLiteral("profile %1 --user U000010 --json").arg(m_shop));
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    double events = 0, byHour = 0;
    for (const QJsonValue &session : json[QStringLiteral("sessions")].toArray())
        events += session[QStringLiteral("events")].toDouble();
    for (const QJsonValue &hour : json[QStringLiteral("hours")].toArray())
        byHour += hour.toDouble();
    QCOMPARE(events, json[QStringLiteral("events")].toDouble());
    QCOMPARE(byHour, json[QStringLiteral("events")].toDouble());
    QCOMPARE(json[QStringLiteral("weekdays")].toArray().size(), 7);
    const QJsonObject standing = json[QStringLiteral("standing")].toObject();
    QVERIFY(!standing[QStringLiteral("state")].toString().isEmpty());
    QCOMPARE(standing[QStringLiteral("similar")].toArray().size(), 10);
    const QJsonArray moves = standing[QStringLiteral("moves")].toArray();
    if (!moves.isEmpty())
        QCOMPARE(moves.last()[QStringLiteral("state")], standing[QStringLiteral("state")]);
}

void TestCliSegments::secondTimeNothingIsCounted()
{
    VERIFY_CODE(segments({}), 0);
    QCOMPARE(segments({QStringLiteral("--json")}).json()[QStringLiteral("redone")].toInteger(), 0);
}

void TestCliSegments::refusals_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QStringList{QStringLiteral("--rule"), QStringLiteral("orders > 3")} << 1 << QStringLiteral("JSON");
    QTest::newRow("no figure") << QStringList{QStringLiteral("--rule"), QStringLiteral("{\"what\":\"height\",\"value\":3}")} << 1 << QStringLiteral("orders");
    QTest::newRow("no such segment") << QStringList{QStringLiteral("--users"), QStringLiteral("rfm:heroes")} << 1 << QStringLiteral("rfm:champions");
    QTest::newRow("no such kept one") << QStringList{QStringLiteral("--delete"), QStringLiteral("Nobody")} << 1 << QStringLiteral("Nobody");
    QTest::newRow("clusters") << QStringList{QStringLiteral("--clusters"), QStringLiteral("1")} << 2 << QStringLiteral("clusters");
    QTest::newRow("gap") << QStringList{QStringLiteral("--session-gap"), QStringLiteral("0")} << 2 << QStringLiteral("session-gap");
    QTest::newRow("nothing to keep") << QStringList{QStringLiteral("--save"), QStringLiteral("x")} << 1 << QStringLiteral("--rule");
}

void TestCliSegments::refusals()
{
    QFETCH(QStringList, options);
    QFETCH(int, code);
    QFETCH(QString, says);
    const CliRun run = segments(options);
    VERIFY_CODE(run, code);
    QVERIFY2(run.message().contains(says), qPrintable(run.message()));
}

FORETRAIL_TEST_MAIN(TestCliSegments, QCoreApplication)
#include "tst_cli_segments.moc"
