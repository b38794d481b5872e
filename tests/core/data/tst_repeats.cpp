// Fields that say what they said in the row above are not read again, and texts are looked up once a number: the same is stored.
#include "core/data/import/RowParser.h"
#include "core/data/import/TextCodes.h"
#include "tests/core/data/HistoryTest.h"

#include <random>
#include <set>

using namespace foretrail;
using namespace foretrail::test;

class TestRepeats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersMeanTexts();
    void textsThatNeverComeAgainGetNone();
    void cellsPointIntoTheirOwnRow();
    void aBadRowBetweenEqualOnes();
    void everyRowOfATwofoldHourCounts();
    void manyUsersKeepTheirRows();

private:
    static RowParser parserOf(HistoryShop &shop, const QByteArray &content)
    {
        return RowParser::make(previewFile(shop.write(content), shop.job).value().plan).value();
    }
};

namespace {

Record recordOf(const std::vector<std::string> &fields)
{
    Record record;
    record.line = 2;
    record.fields.assign(fields.begin(), fields.end());
    return record;
}

} // namespace

// More texts than are remembered: a number never means two texts.
void TestRepeats::numbersMeanTexts()
{
    TextCodes codes;
    std::mt19937_64 random(11);
    std::map<quint32, std::string> meaning;
    qint64 again = 0;
    for (int i = 0; i < 400'000; ++i) {
        const std::string text = "text " + std::to_string(random() % 3 ? random() % 1000 : random() % 200'000);
        const quint32 code = codes.of(text);
        QVERIFY(code != 0);
        const auto [known, isNew] = meaning.try_emplace(code, text);
        QCOMPARE(known->second, text);
        again += isNew ? 0 : 1;
    }
    QVERIFY(again > 200'000);
}

void TestRepeats::textsThatNeverComeAgainGetNone()
{
    TextCodes codes;
    quint32 code = 1;
    for (int i = 0; i < 100'000; ++i)
        code = codes.of("unique " + std::to_string(i));
    QCOMPARE(code, quint32(0));
    QCOMPARE(codes.of(std::string(1000, 'x')), quint32(0));
}

void TestRepeats::cellsPointIntoTheirOwnRow()
{
    HistoryShop shop;
    RowParser parser = parserOf(shop, salesHeader + "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n1,B,CUP,3,2011-01-10 08:00:00,5,u1\n");
    std::vector<std::string> first{"1", " A", "LAMP", "2", "2011-01-10 08:00:00", "5", "u1"};
    QVERIFY(parser.parse(recordOf(first)));
    const std::vector<std::string> second{"1", " A", "CUP", "3", "2011-01-10 08:00:00", "5", "u1"};
    const Record record = recordOf(second);
    QVERIFY(parser.parse(record));
    first.assign(first.size(), "gone");
    for (size_t column = 0; column < second.size(); ++column) {
        const std::string_view text = parser.cells()[column].text;
        QVERIFY(text.data() >= record.fields[column].data() && text.data() + text.size() <= record.fields[column].data() + record.fields[column].size());
    }
    QCOMPARE(std::string(parser.cells()[1].text), std::string("A"));
    QCOMPARE(parser.cells()[3].number, 3.0);
}

void TestRepeats::aBadRowBetweenEqualOnes()
{
    HistoryShop shop;
    const QByteArray good = "1,A,LAMP,2,2011-01-10 08:00:00,5,u1\n", other = "1,B,LAMP,2,2011-01-10 08:00:00,5,u1\n";
    const ImportReport report = shop.import(salesHeader + good + "1,A,LAMP,2,2011-01-45 08:00:00,5,u1\n" + other + "1,C,LAMP,two,2011-01-10 08:00:00,5,u1\n"
                                            + good.mid(0) + "1,D,LAMP,2,2011-01-10 08:00:00,,\n");
    QCOMPARE(report.stored, qint64(3));
    QCOMPARE(report.duplicate, qint64(1));
    QCOMPARE(report.rejected, qint64(2));
    QCOMPARE(report.withoutUser, qint64(1));
    QCOMPARE(report.netRevenueStored, 20.0);
}

// In London 2011-10-30 01:30 came twice; each row that says so counts.
void TestRepeats::everyRowOfATwofoldHourCounts()
{
    HistoryShop shop;
    QByteArray rows;
    for (const char *item : {"A", "B", "C"})
        rows += QByteArray("1,") + item + ",LAMP,2,2011-10-30 01:30:00,5,u1\n";
    rows += "2,A,LAMP,2,2011-10-30 12:00:00,5,u1\n2,B,LAMP,2,2011-10-30 12:00:00,5,u1\n";
    const ImportReport report = shop.import(salesHeader + rows, [](ImportPlan &plan) { plan.timeZone = QStringLiteral("Europe/London"); });
    QCOMPARE(report.clockOverlaps, qint64(3));
}

// More users than have numbers at a time, each with rows far apart.
void TestRepeats::manyUsersKeepTheirRows()
{
    constexpr int users = 90'000;
    QByteArray rows;
    for (int round = 0; round < 2; ++round)
        for (int user = 0; user < users; ++user)
            rows += QByteArray::number(round) + ",A,LAMP,1,2011-01-10 08:00:00,5,u" + QByteArray::number(user % 7 ? user : user % 1000) + '\n';
    HistoryShop shop;
    shop.import(salesHeader + rows, [](ImportPlan &plan) { plan.duplicates = DuplicateRule::None; });
    QCOMPARE(shop.count("SELECT count(*) FROM events"), qint64(users) * 2);
    QCOMPARE(shop.count("SELECT count(*) FROM users WHERE events <> 2 AND CAST(substr(key, 2) AS INTEGER) >= 1000"), qint64(0));
    QCOMPARE(shop.count("SELECT count(*) FROM (SELECT key FROM users GROUP BY key HAVING count(*) > 1)"), qint64(0));
}

FORETRAIL_TEST_MAIN(TestRepeats, QCoreApplication)
#include "tst_repeats.moc"
