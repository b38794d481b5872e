// `train --from-run`: a training that begins with the weights of another one, as a person types it.
#include "tests/cli/CliRun.h"

using namespace foretrail;
using namespace foretrail::test;

class TestCliBranches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void trainBranches();

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        writeAll(path, content);
        return path;
    }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliBranches::initTestCase()
{
    QVERIFY2(QFile::exists(cliProgram()), "the command line is not built");
    m_shop = m_folder.filePath(QStringLiteral("shop.foretrail"));
    VERIFY_CODE(runCli({QStringLiteral("sample"), m_shop}), 0);
}

// From an epoch of a run, by its number and by its name, with what the file says over the settings of the run.
void TestCliBranches::trainBranches()
{
    const QString spec = write(QStringLiteral("gru.json"), R"({"model": "gru", "measure": "revenue", "by": "total", "step": "day", "horizon": 7,
        "split": {"test": 7}, "lookback": 7, "units": 3, "epochs": 4, "patience": 0})");
    const CliRun origin = runCli(QStringLiteral("train %1 --spec %2 --json").arg(m_shop, spec));
    VERIFY_CODE(origin, 0);
    QVERIFY(origin.json()[QStringLiteral("origin")].isNull());
    const int id = origin.json()[QStringLiteral("run")].toInt();
    const QString over = write(QStringLiteral("over.json"), R"({"learningRate": 0.0005, "epochs": 3})");
    const CliRun branch = runCli(QStringLiteral("train %1 --from-run %2 --from-epoch 2 --spec %3 --seed 5 --json").arg(m_shop).arg(id).arg(over));
    VERIFY_CODE(branch, 0);
    const QJsonObject json = branch.json();
    QCOMPARE(json[QStringLiteral("origin")][QStringLiteral("run")].toInt(), id);
    QCOMPARE(json[QStringLiteral("origin")][QStringLiteral("epoch")].toInt(), 2);
    QCOMPARE(json[QStringLiteral("name")].toString(), origin.json()[QStringLiteral("name")].toString() + QStringLiteral(", from epoch 2"));
    QCOMPARE(json[QStringLiteral("spec")][QStringLiteral("learningRate")].toDouble(), 0.0005);
    QCOMPARE(json[QStringLiteral("spec")][QStringLiteral("units")].toInt(), 3);
    QCOMPARE(json[QStringLiteral("seed")].toInt(), 5);
    const CliRun named = runCli({QStringLiteral("train"), m_shop, QStringLiteral("--from-run"), origin.json()[QStringLiteral("name")].toString(),
                                 QStringLiteral("--from-epoch"), QStringLiteral("0"), QStringLiteral("--json")});
    VERIFY_CODE(named, 0);
    QCOMPARE(named.json()[QStringLiteral("metrics")], origin.json()[QStringLiteral("metrics")]); // from its beginning it repeats it
    const CliRun wide = runCli(QStringLiteral("train %1 --from-run %2 --from-epoch 2 --spec %3").arg(m_shop).arg(id).arg(write(QStringLiteral("wide.json"), R"({"units": 9})")));
    VERIFY_CODE(wide, 1);
    QVERIFY2(wide.err.contains("units"), wide.err.constData());
    const CliRun late = runCli(QStringLiteral("train %1 --from-run %2 --from-epoch 9").arg(m_shop).arg(id));
    VERIFY_CODE(late, 1);
    QVERIFY2(late.err.contains("0, 1, 2, 3, 4"), late.err.constData());
    VERIFY_CODE(runCli(QStringLiteral("train %1 --from-run nobody --from-epoch 1").arg(m_shop)), 1);
    VERIFY_CODE(runCli(QStringLiteral("train %1 --from-run %2").arg(m_shop).arg(id)), 2);
    VERIFY_CODE(runCli(QStringLiteral("train %1 --from-run %2 --from-epoch 1 --horizon 3").arg(m_shop).arg(id)), 2);
}

FORETRAIL_TEST_MAIN(TestCliBranches, QCoreApplication)
#include "tst_cli_branches.moc"
