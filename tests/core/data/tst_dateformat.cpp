// Dates and numbers as people write them. Moments are from `date -u -d ... +%s`.
#include "core/data/import/ColumnFacts.h"
#include "core/data/import/DateFormat.h"
#include "core/data/import/NumberText.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestDateFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void badFormats();
    void amountsAreNoTimes();
    void everyDayOfFourCenturies();
    void numbers_data();
    void numbers();
    void ids();
};

void TestDateFormat::reads_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<bool>("isUtc");
    constexpr qint64 sample = 1'291'191'960'000; // 2010-12-01 08:26:00
    QTest::newRow("ISO") << "yyyy-MM-dd HH:mm:ss" << "2010-12-01 08:26:00" << sample << false;
    QTest::newRow("American") << "M/d/yyyy H:mm" << "12/1/2010 8:26" << sample << false;
    QTest::newRow("British") << "d/M/yyyy H:mm" << "1/12/2010 8:26" << sample << false;
    QTest::newRow("half day") << "M/d/yy h:mm AP" << "12/1/10 8:26 am" << sample << false;
    QTest::newRow("noon") << "yyyy-MM-dd h:mm AP" << "2010-12-01 12:26 AM" << sample - 8 * 3'600'000 << false;
    QTest::newRow("named month") << "d-MMM-yyyy HH:mm:ss" << "01-Dec-2010 08:26:00" << sample << false;
    QTest::newRow("long month") << "MMM d, yyyy" << "December 1, 2010" << qint64(1'291'161'600'000) << false;
    QTest::newRow("Chinese") << QString::fromUtf8("yyyy年M月d日 H:mm") << QString::fromUtf8("2010年12月1日 8:26") << sample << false;
    QTest::newRow("suffix") << "yyyy-MM-dd HH:mm:ss 'UTC'" << "2010-12-01 08:26:00 UTC" << sample << true;
    QTest::newRow("offset") << "yyyy-MM-ddTHH:mm:sst" << "2010-12-01T16:26:00+08:00" << sample << true;
    QTest::newRow("zulu") << "yyyy-MM-ddTHH:mm:ss.zzzt" << "2010-12-01T08:26:00.250Z" << sample + 250 << true;
    QTest::newRow("Unix seconds") << "unix-s" << "1291191960" << sample << true;
    QTest::newRow("Unix seconds with a fraction") << "unix-s" << "1291191960.2504" << sample + 250 << true;
    QTest::newRow("before 1970") << "unix-s" << "-0.5" << qint64(-500) << true;
    QTest::newRow("Unix seconds with an empty fraction") << "unix-s" << "1291191960." << sample << true;
    QTest::newRow("Unix milliseconds with a fraction") << "unix-ms" << "1291191960250.75" << sample + 250 << true;
    QTest::newRow("Unix milliseconds") << "unix-ms" << "1291191960250" << sample + 250 << true;
    QTest::newRow("Unix microseconds") << "unix-us" << "1291191960250000" << sample + 250 << true;
    QTest::newRow("one digit for two") << "yyyy-MM-dd HH:mm:ss" << "2010-12-1 8:26:00" << sample << false;
    QTest::newRow("eight digits") << "yyyyMMdd" << "19970101" << qint64(852'076'800'000) << false;
    QTest::newRow("leap day") << "yyyy-MM-dd" << "2000-02-29" << qint64(951'782'400'000) << false;
    QTest::newRow("index") << "index" << "17" << qint64(17) << false;
}

void TestDateFormat::reads()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QFETCH(bool, isUtc);
    const auto compiled = DateFormat::compile(format);
    VERIFY_RESULT(compiled);
    const auto moment = compiled->read(text.toStdString());
    QVERIFY(moment.has_value());
    QCOMPARE(moment->ms, ms);
    QCOMPARE(moment->isUtc, isUtc);
}

void TestDateFormat::refuses_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::newRow("month 13") << "yyyy-MM-dd" << "2023-13-01";
    QTest::newRow("30 February") << "yyyy-MM-dd" << "2023-02-30";
    QTest::newRow("29 February of a common year") << "yyyy-MM-dd" << "1900-02-29";
    QTest::newRow("hour 24") << "yyyy-MM-dd HH:mm:ss" << "2023-01-01 24:00:00";
    QTest::newRow("minute 60") << "yyyy-MM-dd HH:mm:ss" << "2023-01-01 23:60:00";
    QTest::newRow("rest") << "yyyy-MM-dd" << "2023-01-01 10:00:00";
    QTest::newRow("short") << "yyyy-MM-dd" << "2023-01";
    QTest::newRow("empty") << "yyyy-MM-dd" << "";
    QTest::newRow("words") << "unix-s" << "yesterday";
    QTest::newRow("seven digits") << "yyyyMMdd" << "1997011";
    QTest::newRow("two points") << "unix-s" << "1291191960.2.5";
    QTest::newRow("far future") << "unix-s" << "9223372036854775807";
    QTest::newRow("hour 13 of twelve") << "yyyy-MM-dd h:mm AP" << "2023-01-01 13:00 PM";
    QTest::newRow("fraction of an index") << "index" << "1.5";
}

void TestDateFormat::refuses()
{
    QFETCH(QString, format);
    QFETCH(QString, text);
    const auto compiled = DateFormat::compile(format);
    VERIFY_RESULT(compiled);
    QVERIFY(!compiled->read(text.toStdString()));
}

void TestDateFormat::badFormats()
{
    for (const char *format : {"", "HH:mm", "dd", "nonsense"})
        QVERIFY2(!DateFormat::compile(QString::fromLatin1(format)), format);
}

/// Amounts of a large country in a wide table, a third of which would do as seconds since 1970.
void TestDateFormat::amountsAreNoTimes()
{
    SampleRows sample;
    for (int i = 0; i < 30; ++i)
        sample.rows.push_back({i % 3 == 0 ? "1511544070.5" : i % 3 == 1 ? "25115440.25" : "9911544070.75"});
    QCOMPARE(factsOf(sample, 0, 0).type, ColumnFacts::Type::Decimal);
    for (auto &row : sample.rows)
        row.front() = "1511544070.123";
    QCOMPARE(factsOf(sample, 0, 0).type, ColumnFacts::Type::Date);
}

// Against Qt's calendar.
void TestDateFormat::everyDayOfFourCenturies()
{
    const auto format = DateFormat::compile(QStringLiteral("yyyy-MM-dd"));
    VERIFY_RESULT(format);
    for (QDate day(1850, 1, 1); day < QDate(2250, 1, 1); day = day.addDays(1)) {
        const auto moment = format->read(day.toString(Qt::ISODate).toStdString());
        QVERIFY(moment && moment->ms == QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    }
}

void TestDateFormat::numbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("sign");
    QTest::addColumn<bool>("isNumber");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << "2.55" << '.' << true << 2.55;
    QTest::newRow("negative") << "-74215" << '.' << true << -74215.0;
    QTest::newRow("plus") << "+1.5" << '.' << true << 1.5;
    QTest::newRow("exponent") << "1e3" << '.' << true << 1000.0;
    QTest::newRow("groups") << "1,234,567.5" << '.' << true << 1234567.5;
    QTest::newRow("wrong groups") << "1,23,4" << '.' << false << 0.0;
    QTest::newRow("comma") << "12,50" << ',' << true << 12.5;
    QTest::newRow("points between groups") << "1.234,50" << ',' << true << 1234.5;
    QTest::newRow("spaces between groups") << "1 234,5" << ',' << true << 1234.5;
    QTest::newRow("comma as point") << "12,50" << '.' << false << 0.0;
    QTest::newRow("two points") << "1.2.3" << '.' << false << 0.0;
    QTest::newRow("word") << "twelve" << '.' << false << 0.0;
    QTest::newRow("unit") << "12 kg" << '.' << false << 0.0;
    QTest::newRow("infinity") << "inf" << '.' << false << 0.0;
    QTest::newRow("not a number") << "nan" << '.' << false << 0.0;
    QTest::newRow("huge") << "1e300" << '.' << false << 0.0;
    QTest::newRow("beyond double") << "1e999" << '.' << false << 0.0;
    QTest::newRow("empty") << "" << '.' << false << 0.0;
}

void TestDateFormat::numbers()
{
    QFETCH(QString, text);
    QFETCH(char, sign);
    QFETCH(bool, isNumber);
    QFETCH(double, value);
    double read = 0;
    const NumberProblem problem = readNumber(text.toStdString(), sign, read);
    QCOMPARE(problem == NumberProblem::None, isNumber);
    if (isNumber)
        QCOMPARE(read, value);
}

void TestDateFormat::ids()
{
    QCOMPARE(withoutZeroFraction("17850.0"), std::string_view("17850"));
    QCOMPARE(withoutZeroFraction("2103807459595387724"), std::string_view("2103807459595387724"));
    QCOMPARE(withoutZeroFraction("00042"), std::string_view("00042"));
    QCOMPARE(withoutZeroFraction("1.5"), std::string_view("1.5"));
    QCOMPARE(withoutZeroFraction("85123A"), std::string_view("85123A"));
    QVERIFY(isNullWord("") && isNullWord("NULL") && isNullWord("\\N") && !isNullWord("0"));
}

FORETRAIL_TEST_MAIN(TestDateFormat, QCoreApplication)
#include "tst_dateformat.moc"
