// The verb intent of the real program: a log of shoppers who buy what they put into the cart the day before, its table and its object
// against each other, and that what is planted behind the cut-off changes no probability.
#include "tests/cli/CliRun.h"
#include "tests/core/behaviour/ShopperLogs.h"

using namespace foretrail;
using namespace foretrail::test;

class TestCliIntent : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tableAndObject();
    void nothingBehindTheCutOffCounts();
    void reasonsOfEach();
    void summaryInWords();
    void refusals_data();
    void refusals();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString imported(const QString &name, const QByteArray &log) const;
    QTemporaryDir m_folder;
    QByteArray m_log;
    QString m_shop;
};

QString TestCliIntent::imported(const QString &name, const QByteArray &log) const
{
    writeAll(path(name + QStringLiteral(".csv")), log);
    const QString workspace = path(name + QStringLiteral(".foretrail"));
    const CliRun run = runCli(QStringLiteral("import %1 %2 --kind events --map user=user,item=item,kind=kind,time=time").arg(workspace, path(name + QStringLiteral(".csv"))));
    return run.code == 0 ? workspace : run.message();
}

void TestCliIntent::initTestCase()
{
    const auto users = cartShoppers(31, 120, 24);
    m_log = "user,item,kind,time\n";
    static const char *const kinds[] = {"view", "cart", "favourite", "purchase"};
    for (size_t user = 0; user < users.size(); ++user)
        for (const ShopperEvent &event : users[user])
            m_log += "u" + QByteArray::number(quint64(user)) + ",i" + QByteArray::number(event.item) + ',' + kinds[int(event.action)] + ','
                     + QDateTime::fromMSecsSinceEpoch(event.time, QTimeZone::utc()).toString(Qt::ISODate).toUtf8() + '\n';
    m_shop = imported(QStringLiteral("shop"), m_log);
    QVERIFY2(m_shop.endsWith(QStringLiteral(".foretrail")), qPrintable(m_shop));
}

void TestCliIntent::tableAndObject()
{
    const CliRun run = runCli(QStringLiteral("intent %1 --horizon 1 --test-since 2024-01-22 --model logistic --json --out %2").arg(m_shop, path(QStringLiteral("i.csv"))));
    VERIFY_CODE(run, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("task")].toString(), QStringLiteral("purchase"));
    QCOMPARE(json[QStringLiteral("model")].toString(), QStringLiteral("logistic"));
    QCOMPARE(json[QStringLiteral("horizon_days")].toInt(), 1);
    const QJsonObject test = json[QStringLiteral("test")].toObject();
    for (const char *model : {"rate", "recency", "purchases", "logistic"})
        for (const char *figure : {"auc", "pr_auc", "log_loss", "brier", "ece"}) {
            QVERIFY2(test[QLatin1String(model)][QLatin1String(figure)].isDouble(), model);
            QVERIFY2(json[QStringLiteral("validation")][QLatin1String(model)][QLatin1String(figure)].isDouble(), model);
            QVERIFY2(test[QLatin1String(model)][QStringLiteral("bins")].isArray() && test[QLatin1String(model)][QStringLiteral("auc_error")].isDouble(), model);
        }
    const QJsonObject logistic = test[QStringLiteral("logistic")].toObject();
    QVERIFY(logistic[QStringLiteral("auc")].toDouble() > 0.85);
    const QList<QStringList> table = CliRun::table(readAll(path(QStringLiteral("i.csv"))));
    QCOMPARE(table[0].join(u' '), QStringLiteral("user known_until events probability happened"));
    QCOMPARE(table.size() - 1, json[QStringLiteral("users")].toInt());
    double brier = 0, positives = 0; // once more from the table
    for (const QStringList &row : table.mid(1)) {
        brier += (row[3].toDouble() - row[4].toDouble()) * (row[3].toDouble() - row[4].toDouble()) / double(table.size() - 1);
        positives += row[4].toDouble();
        QCOMPARE(row[1], QStringLiteral("2024-01-22T00:00:00"));
    }
    QVERIFY(std::abs(brier - logistic[QStringLiteral("brier")].toDouble()) < 1e-6);
    QCOMPARE(positives, logistic[QStringLiteral("positives")].toDouble());
}

void TestCliIntent::nothingBehindTheCutOffCounts()
{
    QByteArray planted = m_log;
    for (int user = 0; user < 120; user += 3)
        planted += "u" + QByteArray::number(user) + ",i7,purchase,2024-01-22T08:00:00\nu" + QByteArray::number(user) + ",i9,cart,2024-01-22T00:00:00\n";
    const QString other = imported(QStringLiteral("planted"), planted);
    QVERIFY2(other.endsWith(QStringLiteral(".foretrail")), qPrintable(other));
    const auto probabilities = [this](const QString &workspace, const char *model) {
        const CliRun run = runCli(QStringLiteral("intent %1 --horizon 1 --test-since 2024-01-22 --model %2 --out %3").arg(workspace, QLatin1String(model), path(QStringLiteral("p.csv"))));
        QStringList said{QString::number(run.code)};
        for (const QStringList &row : CliRun::table(readAll(path(QStringLiteral("p.csv")))))
            said << row[0] + QLatin1Char(' ') + row[3];
        return said;
    };
    for (const char *model : {"logistic", "gru"}) {
        const QStringList before = probabilities(m_shop, model);
        QVERIFY(before.size() > 50 && before[0] == QStringLiteral("0"));
        QCOMPARE(probabilities(other, model), before);
    }
}

// Who has a cart of yesterday is told of it first, and for it; who has none never is.
void TestCliIntent::reasonsOfEach()
{
    const CliRun run = runCli(QStringLiteral("intent %1 --horizon 1 --test-since 2024-01-22 --model logistic --reasons").arg(m_shop));
    VERIFY_CODE(run, 0);
    const QList<QStringList> table = CliRun::table(run.out);
    QCOMPARE(table[0].join(u' '), QStringLiteral("user known_until events probability happened reasons"));
    int carts = 0;
    for (const QStringList &row : table.mid(1)) {
        const bool hasCart = row[3].toDouble() > 0.25;
        QVERIFY2(row[5].startsWith(QStringLiteral("for: things put into the cart in the last day: 1 (typical: ")) == hasCart, qPrintable(row.join(u' ')));
        carts += hasCart ? 1 : 0;
    }
    QVERIFY(carts > 5);
}

void TestCliIntent::summaryInWords()
{
    const CliRun few = runCli(QStringLiteral("intent %1 --task churn --model logistic --min-group 100000 --out %2").arg(m_shop, path(QStringLiteral("few.csv"))));
    VERIFY_CODE(few, 1);
    QVERIFY(few.message().contains(QStringLiteral("not handed on")) && !QFile::exists(path(QStringLiteral("few.csv"))));
    const CliRun run = runCli(QStringLiteral("intent %1 --task churn --model logistic").arg(m_shop));
    VERIFY_CODE(run, 0);
    QVERIFY2(run.message().contains(QStringLiteral("Asked: no purchase for ")) && run.message().contains(QStringLiteral("logistic: ROC AUC 0.")), qPrintable(run.message()));
    QVERIFY(CliRun::table(run.out).size() > 50);
}

void TestCliIntent::refusals_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("a task that is none") << QStringLiteral("--task buy") << 2 << QStringLiteral("purchase");
    QTest::newRow("a model that is none") << QStringLiteral("--model oracle") << 2 << QStringLiteral("logistic");
    QTest::newRow("no time") << QStringLiteral("--test-since soon") << 1 << QStringLiteral("--test-since");
    QTest::newRow("a test behind the log") << QStringLiteral("--test-since 2025-01-01") << 1 << QStringLiteral("outside of the log");
    QTest::newRow("too long a horizon") << QStringLiteral("--horizon 60") << 1 << QStringLiteral("fewer days");
}

void TestCliIntent::refusals()
{
    QFETCH(QString, options);
    QFETCH(int, code);
    QFETCH(QString, words);
    const CliRun run = runCli(QStringLiteral("intent %1 %2").arg(m_shop, options));
    VERIFY_CODE(run, code);
    QVERIFY2(QString::fromUtf8(run.err + run.out).contains(words), qPrintable(run.message()));
}

FORETRAIL_TEST_MAIN(TestCliIntent, QCoreApplication)
#include "tst_cli_intent.moc"
