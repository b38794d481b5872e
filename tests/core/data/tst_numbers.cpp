// Numbers as people and their programs write them, and how a preview says what it makes of them.
#include "core/data/Import.h"
#include "core/data/import/NumberText.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestNumbers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void marks();
    void signsOfAPlan();
    void lostDigits();
    void booleans();
    void currencyIsFound();
    void otherCurrenciesAreRejected();
    void percentsAndBrackets();
    void decimalCommaInQuotes();
    void indianGroups();
    void unclearSignIsSaid();
    void clearSignIsNotSaid();
    void nullWords();
    void idsStayText();
    void wideTablesSayItOnce();

private:
    ImportPreview preview(const QByteArray &csv)
    {
        test::writeAll(path(), csv);
        const auto made = previewFile(path(), m_job);
        if (!made)
            qWarning("%s", qPrintable(made.error().message));
        return made.value_or(ImportPreview{});
    }
    QString path() const { return m_folder->filePath(QStringLiteral("log.csv")); }
    static QString notes(const ImportPreview &preview) { return preview.notes.join(QLatin1Char('|')); }

    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

namespace {

const QByteArray header = "date,customer,product,quantity,price\n";

/// Three sales at these prices.
QByteArray sales(const QList<QByteArray> &prices)
{
    QByteArray csv = header;
    for (int i = 0; i < prices.size(); ++i)
        csv += "2024-01-" + QByteArray::number(10 + i) + ",ann,A,1,\"" + prices[i] + "\"\n";
    return csv;
}

} // namespace

void TestNumbers::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<char>("group");
    QTest::addColumn<double>("value");
    QTest::newRow("pound") << QString::fromUtf8("£2.55") << '.' << '\0' << 2.55;
    QTest::newRow("negative pound") << QString::fromUtf8("-£2.55") << '.' << '\0' << -2.55;
    QTest::newRow("minus behind the sign") << QString::fromUtf8("£-2.55") << '.' << '\0' << -2.55;
    QTest::newRow("euro behind") << QString::fromUtf8("1.234,50 €") << ',' << '\0' << 1234.5;
    QTest::newRow("code in front") << "USD 1,234.50" << '.' << '\0' << 1234.5;
    QTest::newRow("code behind") << "1,234.50CNY" << '.' << '\0' << 1234.5;
    QTest::newRow("yuan") << QString::fromUtf8("￥1,234.50") << '.' << '\0' << 1234.5;
    QTest::newRow("yuan in words") << QString::fromUtf8("12.5元") << '.' << '\0' << 12.5;
    QTest::newRow("brackets") << "(12.50)" << '.' << '\0' << -12.5;
    QTest::newRow("brackets and sign") << "($1,012.50)" << '.' << '\0' << -1012.5;
    QTest::newRow("sign and brackets") << "$(12.50)" << '.' << '\0' << -12.5;
    QTest::newRow("minus behind") << "12.50-" << '.' << '\0' << -12.5;
    QTest::newRow("real minus") << QString::fromUtf8("−12.50") << '.' << '\0' << -12.5;
    QTest::newRow("percent") << "12 %" << '.' << '\0' << 0.12;
    QTest::newRow("negative percent") << "-12.5%" << '.' << '\0' << -0.125;
    QTest::newRow("full width") << QString::fromUtf8("１２３４．５") << '.' << '\0' << 1234.5;
    QTest::newRow("no-break space") << QString::fromUtf8("1\u00a0234,5") << ',' << '\0' << 1234.5;
    QTest::newRow("thin space") << QString::fromUtf8("1\u202f234\u202f567,5") << ',' << ' ' << 1234567.5;
    QTest::newRow("Swiss") << QString::fromUtf8("1’234.50") << '.' << '\'' << 1234.5;
    QTest::newRow("Indian") << "12,34,567.50" << '.' << ',' << 1234567.5;
    QTest::newRow("Indian lakh") << "1,23,456" << '.' << ',' << 123456.0;
    QTest::newRow("groups said") << "1,234,567" << '.' << ',' << 1234567.0;
    QTest::newRow("plain under a comma") << "1234" << ',' << '.' << 1234.0;
    QTest::newRow("no whole") << ".5" << '.' << '\0' << 0.5;
    QTest::newRow("no fraction") << "5." << '.' << '\0' << 5.0;
    QTest::newRow("power of ten") << "1,5e3" << ',' << '\0' << 1500.0;
}

void TestNumbers::reads()
{
    QFETCH(QString, text);
    QFETCH(char, decimal);
    QFETCH(char, group);
    QFETCH(double, value);
    double read = 0;
    QVERIFY(readNumber(text.toStdString(), NumberStyle{decimal, group}, read) == NumberProblem::None);
    QCOMPARE(read, value);
}

void TestNumbers::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<char>("group");
    QTest::newRow("two minuses") << "-(12.50)" << '.' << '\0';
    QTest::newRow("two currencies") << QString::fromUtf8("£5 $") << '.' << '\0';
    QTest::newRow("currency alone") << "USD" << '.' << '\0';
    QTest::newRow("unit") << "12 kg" << '.' << '\0';
    QTest::newRow("group that is not the sign") << "1'234" << '.' << ',';
    QTest::newRow("mixed groups") << "1,234 567" << '.' << '\0';
    QTest::newRow("zero and a group") << "0,123" << '.' << '\0';
    QTest::newRow("Indian unsaid") << "12,34,567" << '.' << '\0';
    QTest::newRow("Indian and western") << "1,234,56,789" << '.' << ',';
    QTest::newRow("short last group") << "1,23" << '.' << ',';
    QTest::newRow("version") << "1.2.3" << '.' << '\0';
    QTest::newRow("date") << "2024-01-02" << '.' << '\0';
    QTest::newRow("day of the year") << "01.02.2024" << ',' << '\0';
    QTest::newRow("percent of percent") << "5%%" << '.' << '\0';
    QTest::newRow("open bracket") << "(5" << '.' << '\0';
    QTest::newRow("very long") << QString(200, QLatin1Char('1')) << '.' << '\0';
}

void TestNumbers::refuses()
{
    QFETCH(QString, text);
    QFETCH(char, decimal);
    QFETCH(char, group);
    double read = 0;
    QVERIFY(readNumber(text.toStdString(), NumberStyle{decimal, group}, read) != NumberProblem::None);
}

void TestNumbers::marks()
{
    const auto currency = [](const char *text) {
        double ignored = 0;
        NumberMarks marks;
        readNumber(text, NumberStyle{}, ignored, &marks);
        return marks.currency;
    };
    QCOMPARE(currency("£5"), std::string_view("GBP"));
    QCOMPARE(currency("5 €"), std::string_view("EUR"));
    QCOMPARE(currency("$5"), std::string_view("USD"));
    QCOMPARE(currency("HK$5"), std::string_view("HKD"));
    QCOMPARE(currency("¥5"), std::string_view("CNY"));
    QCOMPARE(currency("RMB 5"), std::string_view("CNY"));
    QCOMPARE(currency("JPY 5"), std::string_view("JPY"));
    QCOMPARE(currency("5"), std::string_view());
}

void TestNumbers::signsOfAPlan()
{
    QCOMPARE(numberStyle(QLatin1Char(','), QChar(0x202f)).groupSign, ' ');
    QCOMPARE(numberStyle(QLatin1Char('.'), QChar(0x2019)).groupSign, '\'');
    QCOMPARE(numberStyle(QLatin1Char('.'), QChar()).groupSign, '\0');
    QCOMPARE(numberStyle(QLatin1Char(','), QLatin1Char('.')).decimalSign, ',');
}

void TestNumbers::lostDigits()
{
    QVERIFY(hasLostDigits("1.23E+15") && hasLostDigits("2,1E+18") && hasLostDigits("5e+12"));
    QVERIFY(!hasLostDigits("2103807459595387724") && !hasLostDigits("E+15") && !hasLostDigits("85123E") && !hasLostDigits("1.2E"));
}

void TestNumbers::booleans()
{
    double value = 7;
    QVERIFY(readBoolean("TRUE", value) && value == 1);
    QVERIFY(readBoolean("no", value) && value == 0);
    QVERIFY(!readBoolean("1", value) && !readBoolean("", value));
}

void TestNumbers::currencyIsFound()
{
    const ImportPreview shown = preview(sales({"£2.55", "£1,012.00", "£0.85"}));
    QCOMPARE(shown.plan.currency, QStringLiteral("GBP"));
    QCOMPARE(shown.plan.groupSign, QLatin1Char(','));
    QCOMPARE(shown.plan.columnOf(Role::Price), 4);
    QCOMPARE(shown.parsed[1][4], QStringLiteral("1012"));
    QVERIFY2(notes(shown).contains(QStringLiteral("price: £2.55 is read as an amount in GBP")), qPrintable(notes(shown)));
    QVERIFY(shown.problems.isEmpty());
}

void TestNumbers::otherCurrenciesAreRejected()
{
    const ImportPreview shown = preview(sales({"$2.55", "$1.00", "€ 1.00", "$3.00"}));
    QCOMPARE(shown.plan.currency, QStringLiteral("USD"));
    QCOMPARE(shown.problems.size(), 1);
    QCOMPARE(shown.problems[0].row, 2);
    QVERIFY(shown.problems[0].reason.contains(QStringLiteral("EUR")));
    QVERIFY2(notes(shown).contains(QStringLiteral("EUR")), qPrintable(notes(shown)));
}

void TestNumbers::percentsAndBrackets()
{
    const ImportPreview shown = preview("series,date,value\nA,2024-01-01,5 %\nA,2024-01-02,(2 %)\nA,2024-01-03,0 %\n");
    QCOMPARE(shown.plan.kind, SourceKind::Series);
    QCOMPARE(shown.parsed[0][2], QStringLiteral("0.05"));
    QCOMPARE(shown.parsed[1][2], QStringLiteral("-0.02"));
    QVERIFY2(notes(shown).contains(QStringLiteral("12 %")), qPrintable(notes(shown)));
}

void TestNumbers::decimalCommaInQuotes()
{
    const ImportPreview shown = preview(sales({"1.012,50", "2,55", "0,85"}));
    QCOMPARE(shown.plan.delimiter, ',');
    QCOMPARE(shown.plan.decimalSign, QLatin1Char(','));
    QCOMPARE(shown.parsed[0][4], QStringLiteral("1012.5"));
    QVERIFY2(shown.blocker.isEmpty(), qPrintable(shown.blocker));
}

void TestNumbers::indianGroups()
{
    const ImportPreview shown = preview(sales({"12,34,567.50", "99.00", "1,00,000.00"}));
    QCOMPARE(shown.plan.groupSign, QLatin1Char(','));
    QCOMPARE(shown.parsed[0][4], QStringLiteral("1234567.5"));
    QVERIFY(shown.problems.isEmpty());
}

void TestNumbers::unclearSignIsSaid()
{
    const ImportPreview point = preview(sales({"1.234", "2.500", "7.125"}));
    QVERIFY2(notes(point).contains(QStringLiteral("1.234 has a decimal sign")), qPrintable(notes(point)));
    QCOMPARE(point.parsed[0][4], QStringLiteral("1.234"));
    const ImportPreview comma = preview(sales({"1,234", "2,500", "7,125"}));
    QVERIFY2(notes(comma).contains(QStringLiteral("1,234")), qPrintable(notes(comma)));
    QCOMPARE(comma.parsed[0][4], QStringLiteral("1234"));
    ImportPlan other = comma.plan;
    other.decimalSign = QLatin1Char(',');
    other.groupSign = QChar();
    const auto changed = previewFile(path(), other, m_job);
    VERIFY_RESULT(changed);
    QCOMPARE(changed->parsed[0][4], QStringLiteral("1.234"));
}

void TestNumbers::clearSignIsNotSaid()
{
    QVERIFY(!notes(preview(sales({"1.234", "2.50", "7.125"}))).contains(QStringLiteral("decimal sign")));
    QVERIFY(!notes(preview(sales({"1234", "250", "7125"}))).contains(QStringLiteral("decimal sign")));
}

void TestNumbers::nullWords()
{
    const ImportPreview shown = preview("series,date,value\nA,2024-01-01,5\nA,2024-01-02,-\nA,2024-01-03,n.a.\nA,2024-01-04,7\n");
    QCOMPARE(shown.plan.nullWords, QStringList({QStringLiteral("-"), QStringLiteral("n.a.")}));
    QVERIFY(shown.problems.isEmpty());
    QVERIFY(shown.parsed[1][2].isEmpty());
    QVERIFY2(notes(shown).contains(QStringLiteral("n.a.")), qPrintable(notes(shown)));
    ImportPlan plan = shown.plan;
    plan.nullWords = QStringList{QStringLiteral("5")};
    const auto changed = previewFile(path(), plan, m_job);
    VERIFY_RESULT(changed);
    QVERIFY(changed->parsed[0][2].isEmpty());
    QCOMPARE(changed->problems.size(), 2);
}

void TestNumbers::idsStayText()
{
    const ImportPreview shown = preview("date,customer,product,quantity,price\n2024-01-02,00042,2103807459595387724,1,2.00\n"
                                        "2024-01-03,00043,1.23E+15,1,2.00\n2024-01-03,00044,2103807459595387725,1,2.00\n");
    QCOMPARE(shown.parsed[0][1], QStringLiteral("00042"));
    QCOMPARE(shown.parsed[0][2], QStringLiteral("2103807459595387724"));
    QVERIFY2(notes(shown).contains(QStringLiteral("product: some ids")), qPrintable(notes(shown)));
}

void TestNumbers::wideTablesSayItOnce()
{
    const ImportPreview shown = preview("id,V2,V3,V4,V5,V6,V7\nA,£1.50,£2,£3,£4,£5,£6\nB,£1.50,£2,£3,£4,£5,£6\n");
    QCOMPARE(shown.plan.layout, SeriesLayout::Wide);
    QCOMPARE(shown.plan.currency, QStringLiteral("GBP"));
    QCOMPARE(notes(shown).count(QStringLiteral("GBP")), 1);
}

FORETRAIL_TEST_MAIN(TestNumbers, QCoreApplication)
#include "tst_numbers.moc"
