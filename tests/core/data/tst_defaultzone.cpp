#include "core/data/Import.h"
#include "core/data/import/DefaultZone.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using namespace foretrail::test;

/// The zone of a file that nobody has named one for, by locale and machine.
class TestDefaultZone : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void cleanup() { QLocale::setDefault(m_locale); }

    void byLocaleAndMachine_data();
    void byLocaleAndMachine();
    void aFileIsReadInIt();

private:
    const QLocale m_locale;
};

void TestDefaultZone::byLocaleAndMachine_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<QString>("zone");
    const QString shanghai = QStringLiteral("Asia/Shanghai"), utc = QStringLiteral("UTC");
    QTest::newRow("Chinese, UTC") << "zh_CN" << QByteArray("UTC") << shanghai;
    QTest::newRow("Chinese, Etc/UTC") << "zh_CN" << QByteArray("Etc/UTC") << shanghai;
    QTest::newRow("Chinese, GMT") << "zh_CN" << QByteArray("GMT") << shanghai;
    QTest::newRow("Chinese, unknown") << "zh_CN" << QByteArray() << shanghai;
    QTest::newRow("Chinese, no zone's name") << "zh_CN" << QByteArray("Local/Time") << shanghai;
    QTest::newRow("Chinese, Shanghai") << "zh_CN" << QByteArray("Asia/Shanghai") << shanghai;
    QTest::newRow("Chinese, Urumqi") << "zh_CN" << QByteArray("Asia/Urumqi") << "Asia/Urumqi";
    QTest::newRow("Chinese, London") << "zh_CN" << QByteArray("Europe/London") << "Europe/London"; // UTC in winter only
    QTest::newRow("English, UTC") << "en_GB" << QByteArray("UTC") << utc;
    QTest::newRow("English, Shanghai") << "en_GB" << QByteArray("Asia/Shanghai") << utc;
    QTest::newRow("no locale") << "C" << QByteArray() << utc;
}

void TestDefaultZone::byLocaleAndMachine()
{
    QFETCH(QString, locale);
    QFETCH(QByteArray, machine);
    QFETCH(QString, zone);
    QCOMPARE(defaultTimeZone(QLocale(locale), machine), zone);
}

// Midnight in Shanghai is 16:00 UTC of the day before.
void TestDefaultZone::aFileIsReadInIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log.csv"));
    writeAll(path, "user_id,item_id,behavior,time\n1,1,pv,2017-11-25 00:00:00\n1,2,buy,2017-11-25 00:01:00\n2,2,pv,2017-11-25 23:59:59\n");
    JobContext job;
    QCOMPARE(previewFile(path, job)->plan.timeZone, QStringLiteral("UTC"));
    QLocale::setDefault(QLocale(QStringLiteral("zh_CN")));
    const auto preview = previewFile(path, job);
    VERIFY_RESULT(preview);
    QCOMPARE(preview->plan.timeZone, QStringLiteral("Asia/Shanghai"));
    auto workspace = Workspace::create(folder.filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(importFile(*workspace, path, preview->plan, job));
    const auto summary = workspace->data().summary();
    VERIFY_RESULT(summary);
    QCOMPARE(summary->timeZone, QStringLiteral("Asia/Shanghai"));
    QCOMPARE(*summary->firstEvent, parseWallTime(QStringLiteral("2017-11-24 16:00:00")).value());
    // Another log joins the clock of the first, whatever the locale: the same date is the same day.
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    QCOMPARE(summary->sharedZone(), summary->timeZone);
    QCOMPARE(previewFile(SourceFile{path, {}, {}, summary->sharedZone()}, job)->plan.timeZone, QStringLiteral("Asia/Shanghai"));
    // What a person has chosen stays.
    ImportPlan chosen = preview->plan;
    chosen.timeZone = QStringLiteral("Europe/London");
    QCOMPARE(previewFile(path, chosen, job)->plan.timeZone, chosen.timeZone);
}

FORETRAIL_TEST_MAIN(TestDefaultZone, QCoreApplication)
#include "tst_defaultzone.moc"
