// The verbs that list imports, take them back and bring them back; and the options of import that go with them.
#include "tests/cli/CliRun.h"

using namespace foretrail::test;

class TestCliHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void importsUndoRedo();
    void filesOfOneGoAreAGroup();
    void refusals();
    void duplicatesByKey();
    void leavesOutNonProducts();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    CliRun cli(const QString &line) const { return runCli(QString(line).replace(QStringLiteral("@"), m_folder->path() + QLatin1Char('/'))); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray header = "Invoice,Item,Description,Quantity,Date,UnitPrice,Customer\n";
const QByteArray rows = "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n2,POST,POSTAGE,1,2011-01-11 08:00:00,3,u2\n";

} // namespace

void TestCliHistory::importsUndoRedo()
{
    writeAll(path("a.csv"), header + rows);
    QCOMPARE(cli(QStringLiteral("import @w.foretrail @a.csv --json")).code, 0);
    CliRun run = cli(QStringLiteral("undo @w.foretrail --import 1 --json"));
    VERIFY_CODE(run, 0);
    QVERIFY(run.json()[QStringLiteral("undone")].isString());
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 2);
    run = cli(QStringLiteral("imports @w.foretrail --json"));
    VERIFY_CODE(run, 0);
    const QJsonArray imports = run.json()[QStringLiteral("imports")].toArray();
    QCOMPARE(imports.size(), 1);
    QVERIFY(imports[0][QStringLiteral("undone")].isString());
    QCOMPARE(imports[0][QStringLiteral("import")].toInt(), 1);
    QVERIFY(cli(QStringLiteral("series @w.foretrail --out @s.csv")).code != 0);
    run = cli(QStringLiteral("redo @w.foretrail --import 1"));
    VERIFY_CODE(run, 0);
    QVERIFY(run.out.contains("read 2 = stored 2 + duplicate 0 + rejected 0 + filtered 0"));
    QCOMPARE(cli(QStringLiteral("series @w.foretrail --out @s.csv")).code, 0);
    run = cli(QStringLiteral("imports @w.foretrail"));
    QVERIFY(run.out.contains("a.csv"));
}

void TestCliHistory::filesOfOneGoAreAGroup()
{
    writeAll(path("a.csv"), header + rows);
    writeAll(path("b.csv"), header + "3,A,LAMP,2,2011-01-12 08:00:00,5,u1\n");
    writeAll(path("c.csv"), header + "4,A,LAMP,2,2011-01-13 08:00:00,5,u1\n1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n");
    CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("group")].toInt(), 1);
    run = cli(QStringLiteral("import @w.foretrail @b.csv @c.csv --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("group")].toInt(), 2);
    QCOMPARE(run.json()[QStringLiteral("files")].toArray()[1][QStringLiteral("group")].toInt(), 2);
    // What is said of both files is said once.
    writeAll(path("d.csv"), header + "5,A,LAMP,2,2011-01-14 08:00:00,5,17850.0\n");
    writeAll(path("e.csv"), header + "6,A,LAMP,2,2011-01-15 08:00:00,5,17850.0\n");
    run = cli(QStringLiteral("import @v.foretrail @d.csv @e.csv"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.err.count("17850.0"), 1);
    run = cli(QStringLiteral("imports @w.foretrail --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("imports")].toArray().size(), 3);
    const QJsonArray groups = run.json()[QStringLiteral("groups")].toArray();
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0][QStringLiteral("group")].toInt(), 2);
    QCOMPARE(groups[0][QStringLiteral("imports")].toArray(), (QJsonArray{2, 3}));
    QCOMPARE(groups[0][QStringLiteral("read")].toInt(), 3);
    QCOMPARE(groups[0][QStringLiteral("stored")].toInt(), 2);
    QCOMPARE(groups[0][QStringLiteral("duplicate")].toInt(), 1);
    run = cli(QStringLiteral("imports @w.foretrail"));
    QVERIFY2(run.out.contains("group 2\t") && run.out.contains("\t2 files\tcounts"), run.out.constData());
    QVERIFY(!run.out.contains("group 1\t"));

    run = cli(QStringLiteral("undo @w.foretrail --group 2 --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("taken_back")].toInt(), 2);
    QVERIFY(run.json()[QStringLiteral("undone")].isString());
    run = cli(QStringLiteral("redo @w.foretrail --import 3"));
    VERIFY_CODE(run, 0);
    run = cli(QStringLiteral("imports @w.foretrail"));
    QVERIFY2(run.out.contains("1 of 2 taken back"), run.out.constData());
    run = cli(QStringLiteral("redo @w.foretrail --group 2 --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("taken_back")].toInt(), 0);
    run = cli(QStringLiteral("undo @w.foretrail --group 3"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("group 2")), qPrintable(run.message()));
    QCOMPARE(cli(QStringLiteral("undo @w.foretrail --group 2 --import 2")).code, 2);
}

void TestCliHistory::refusals()
{
    writeAll(path("a.csv"), header + rows);
    QCOMPARE(cli(QStringLiteral("import @w.foretrail @a.csv")).code, 0);
    CliRun run = cli(QStringLiteral("undo @w.foretrail --import 9"));
    VERIFY_CODE(run, 1);
    QVERIFY(run.message().contains(QStringLiteral("There is no import 9")));
    QCOMPARE(cli(QStringLiteral("redo @w.foretrail --import 1")).code, 1);
    QCOMPARE(cli(QStringLiteral("undo @w.foretrail")).code, 2);
    QCOMPARE(cli(QStringLiteral("imports @none.foretrail")).code, 1);
    QCOMPARE(cli(QStringLiteral("import @w.foretrail @a.csv --duplicates key")).code, 2);
    QCOMPARE(cli(QStringLiteral("import @w.foretrail @a.csv --key Invoice")).code, 2);
    run = cli(QStringLiteral("import @w.foretrail @a.csv --on-conflict abort"));
    VERIFY_CODE(run, 1);
    QVERIFY2(run.message().contains(QStringLiteral("import 1")), qPrintable(run.message()));
}

void TestCliHistory::duplicatesByKey()
{
    writeAll(path("a.csv"), header + rows);
    writeAll(path("b.csv"), header + "1,A,LAMP,7,2011-01-10 08:00:00,5,u1\n3,C,CUP,1,2011-01-12 08:00:00,7,u3\n");
    QCOMPARE(cli(QStringLiteral("import @w.foretrail @a.csv --duplicates key --key Invoice,Item")).code, 0);
    const CliRun run = cli(QStringLiteral("import @w.foretrail @b.csv --duplicates key --key Invoice,Item --on-conflict replace --json"));
    VERIFY_CODE(run, 0);
    const QJsonObject file = run.json()[QStringLiteral("files")].toArray()[0].toObject();
    QCOMPARE(file[QStringLiteral("replaced")].toInt(), 1);
    QCOMPARE(file[QStringLiteral("stored")].toInt(), 2);
}

void TestCliHistory::leavesOutNonProducts()
{
    writeAll(path("a.csv"), header + rows);
    const CliRun run = cli(QStringLiteral("import @w.foretrail @a.csv --leave-out-non-products --json"));
    VERIFY_CODE(run, 0);
    QCOMPARE(run.json()[QStringLiteral("filtered")].toInt(), 1);
    QCOMPARE(run.json()[QStringLiteral("stored")].toInt(), 1);
}

FORETRAIL_TEST_MAIN(TestCliHistory, QCoreApplication)
#include "tst_cli_history.moc"
