// `update`: the model of a stored run follows its data, and goes back, as a person types it.
#include "tests/cli/CliRun.h"

#include <QDate>
#include <QRegularExpression>

#include <cmath>

using namespace foretrail::test;

namespace {

/// Days of a series with a week, from day `first` on; its level rises on day 150.
QByteArray days(int first, int last)
{
    QByteArray log = "series,time,value\n";
    for (int day = first; day < last; ++day) {
        const double value = 300 + 30 * std::sin(2 * M_PI * day / 7) + 12 * std::sin(0.7 * day * day) + (day >= 150 ? 60 : 0);
        log += "tea," + QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate).toUtf8() + ',' + QByteArray::number(value, 'f', 3) + '\n';
    }
    return log;
}

} // namespace

class TestCliUpdate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void measuresDriftByItself();
    void followsAndGoesBack();
    void saysWhatIsWrong();

private:
    CliRun update(const QString &more) const { return runCli(QStringLiteral("update %1 --run 1 %2").arg(m_shop, more)); }
    QByteArray exported() const
    {
        const QString path = m_folder.filePath(QStringLiteral("f.csv"));
        return runCli(QStringLiteral("export %1 --run 1 --format csv --out %2").arg(m_shop, path)).code == 0 ? readAll(path) : QByteArray();
    }
    void add(int first, int last)
    {
        const QString path = m_folder.filePath(QStringLiteral("days%1.csv").arg(first));
        writeAll(path, days(first, last));
        VERIFY_CODE(runCli(QStringLiteral("import %1 %2 --kind series").arg(m_shop, path)), 0);
    }
    QTemporaryDir m_folder;
    QString m_shop;
};

void TestCliUpdate::initTestCase()
{
    QVERIFY2(QFile::exists(cliProgram()), "the command line is not built");
    m_shop = m_folder.filePath(QStringLiteral("shop.foretrail"));
    add(0, 150);
    VERIFY_CODE(runCli(QStringLiteral("train %1 --model ar --horizon 14").arg(m_shop)), 0);
    add(150, 190);
}

// Nobody says a score: the shift of day 150, which is 29 May, is found in what the model missed since it was trained.
void TestCliUpdate::measuresDriftByItself()
{
    const QString copy = m_folder.filePath(QStringLiteral("copy.foretrail"));
    QVERIFY(QFile::copy(m_shop, copy));
    const CliRun found = runCli(QStringLiteral("update %1 --run 1 --schedule drift --json").arg(copy));
    VERIFY_CODE(found, 0);
    const QJsonObject json = found.json();
    QVERIFY(json[QStringLiteral("score")].toDouble() >= 1);
    QCOMPARE(json[QStringLiteral("rung")].toString(), QStringLiteral("rls"));
    QVERIFY2(json[QStringLiteral("why")].toString().contains(QRegularExpression(QStringLiteral("2024-0(5-[23]|6-0)"))), found.out.constData());
    const CliRun quiet = runCli(QStringLiteral("update %1 --run 1 --schedule drift --json").arg(copy));
    VERIFY_CODE(quiet, 0);
    QVERIFY(!quiet.json()[QStringLiteral("due")].toBool());
}

void TestCliUpdate::followsAndGoesBack()
{
    const QByteArray before = exported();
    QVERIFY(!before.isEmpty());
    const CliRun stable = update(QStringLiteral("--score 0 --json"));
    VERIFY_CODE(stable, 0);
    QCOMPARE(stable.json()[QStringLiteral("rung")].toString(), QStringLiteral("roll"));
    QVERIFY(exported() == before);
    const CliRun drift = runCli({QStringLiteral("update"), m_shop, QStringLiteral("--run"), QStringLiteral("1"), QStringLiteral("--score"), QStringLiteral("1.4"),
                                 QStringLiteral("--reason"), QStringLiteral("Level up since 30 May."), QStringLiteral("--json")});
    VERIFY_CODE(drift, 0);
    const QJsonObject json = drift.json();
    QCOMPARE(json[QStringLiteral("rung")].toString(), QStringLiteral("rls"));
    QVERIFY(json[QStringLiteral("published")].toBool());
    QVERIFY(json[QStringLiteral("error_after")].toDouble() < json[QStringLiteral("error_before")].toDouble());
    QVERIFY(json[QStringLiteral("why")].toString().contains(QStringLiteral("Level up since 30 May.")));
    QCOMPARE(json[QStringLiteral("forecast")][QStringLiteral("mean")].toArray().size(), 14);
    const QByteArray after = exported();
    QVERIFY(after != before);
    const CliRun refit = update(QStringLiteral("--with refit"));
    VERIFY_CODE(refit, 0);
    QVERIFY2(refit.out.startsWith("learn anew (refit): "), refit.out.constData()); // the words of page Live
    const CliRun versions = update(QStringLiteral("--versions --json"));
    VERIFY_CODE(versions, 0);
    const QJsonArray rows = versions.json()[QStringLiteral("versions")].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.last()[QStringLiteral("rung")].toString(), QStringLiteral("rls"));
    VERIFY_CODE(update(QStringLiteral("--restore 1")), 0);
    QVERIFY(exported() == after);
    const CliRun undone = update(QStringLiteral("--undo"));
    VERIFY_CODE(undone, 0);
    QCOMPARE(undone.out.trimmed(), QByteArray("Run 1 forecasts as it was trained."));
    QVERIFY(exported() == before);
    VERIFY_CODE(update(QStringLiteral("--undo")), 1);
}

void TestCliUpdate::saysWhatIsWrong()
{
    const CliRun tune = update(QStringLiteral("--with fine-tune"));
    VERIFY_CODE(tune, 1);
    QVERIFY2(tune.err.contains("lstm and gru"), tune.err.constData());
    VERIFY_CODE(update(QStringLiteral("--with climb")), 2);
    VERIFY_CODE(update(QStringLiteral("--undo --versions")), 2);
    VERIFY_CODE(update(QStringLiteral("--undo --score 2")), 2);
    const CliRun unknown = update(QStringLiteral("--restore 9"));
    VERIFY_CODE(unknown, 1);
    QVERIFY2(unknown.err.contains("0, 1"), unknown.err.constData());
    VERIFY_CODE(runCli(QStringLiteral("update %1 --run 7 --with rls").arg(m_shop)), 1);
    VERIFY_CODE(runCli(QStringLiteral("update %1").arg(m_shop)), 2);
}

FORETRAIL_TEST_MAIN(TestCliUpdate, QCoreApplication)
#include "tst_cli_update.moc"
