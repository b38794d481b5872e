// Logs that would lose rows or change them in silence: columns of one name, rows without a key, one bad byte or quote,
// members that come late, corrections of tables whose rows are steps.
#include "core/data/import/DateFormat.h"
#include "tests/core/data/HistoryTest.h"

using namespace foretrail;

class TestImportTraps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void columnsOfOneName();
    void rowsWithoutKey();
    void badQuoteAmongCarriageReturns();
    void memberThatComesLate();
    void memberThatComesTooLate();
    void membersThatThePlanDoesNotKnow();
    void badByteInUtf8();
    void correctedStepKeepsItsTime();
    void manyBadCellsOfOneRow();
    void badCellsOfAVeryWideRow();
    void pagesOfWideRejects();
    void farthestUnixTime();
    void wordThatIsNoZone();
    void fewDatesInARow();
    void traditionalHeaders();
    void twoCurrencies();

private:
    QString write(const QByteArray &content, const char *name = "log.csv") const
    {
        const QString path = m_shop->folder.filePath(QString::fromLatin1(name));
        test::writeAll(path, content);
        return path;
    }
    ImportReport import(const QString &path, const test::HistoryShop::Amend &amend = {})
    {
        const auto report = m_shop->tryFile(path, amend);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return *report;
    }

    std::optional<test::HistoryShop> m_shop;
    JobContext m_job;
};

void TestImportTraps::init() { m_shop.emplace(); }

void TestImportTraps::columnsOfOneName()
{
    const QString path = write("time,user,item,tag,tag\n2024-01-02 10:00:00,u1,a,x,y\n2024-01-02 10:00:00,u1,a,y,x\n");
    const auto preview = previewFile(path, m_job);
    QVERIFY(preview);
    QCOMPARE(preview->header.mid(3), (QStringList{QStringLiteral("tag"), QStringLiteral("tag (2)")}));
    const ImportReport report = import(path);
    QCOMPARE(report.stored, 2);
    QCOMPARE(report.duplicate, 0);
}

void TestImportTraps::rowsWithoutKey()
{
    const QString path = write("order,time,user,item,quantity,price\n,2024-01-02 10:00:00,u1,a,1,1\n,2024-01-02 11:00:00,u2,a,1,1\n"
                               "7,2024-01-02 12:00:00,u3,a,1,1\n7,2024-01-02 13:00:00,u3,a,1,1\n");
    const ImportReport report = import(path, [](ImportPlan &plan) {
        plan.duplicates = DuplicateRule::KeyColumns;
        plan.columns[0].isKey = true;
    });
    QCOMPARE(report.stored, 3);
    QCOMPARE(report.duplicate, 1);
}

void TestImportTraps::badQuoteAmongCarriageReturns()
{
    QByteArray csv = "time,user,item,quantity,price\r";
    for (int i = 0; i < 100; ++i)
        csv += "2024-01-02 10:00:" + QByteArray::number(i % 60).rightJustified(2, '0') + (i == 10 ? ",\"u" : ",u") + QByteArray::number(i)
             + ",a,1,1\r";
    const ImportReport report = import(write(csv));
    QCOMPARE(report.read, 100);
    QCOMPARE(report.rejected, 1);
    QCOMPARE(report.stored, 99);
}

void TestImportTraps::memberThatComesLate()
{
    QByteArray lines;
    for (int i = 0; i < 3000; ++i)
        lines += R"({"time":"2024-01-02 10:00:00","user":"u1","item":"a")" + (i < 2000 ? QByteArray() : ",\"order\":" + QByteArray::number(i))
               + "}\n";
    const ImportReport report = import(write(lines, "log.jsonl"));
    QCOMPARE(report.read, 3000);
    QCOMPARE(report.stored, 1001); // the first 2,000 say the same
    QCOMPARE(report.duplicate, 1999);
}

/// Columns are looked for in the first 16 MB; what comes later is at least told of.
void TestImportTraps::memberThatComesTooLate()
{
    QByteArray lines;
    const auto add = [&lines](int i, const QByteArray &more) {
        lines += R"({"time":"2024-01-02 10:00:00","user":"u)" + QByteArray::number(i) + R"(","item":"a","pad":")" + QByteArray(100'000, 'x')
               + "\"" + more + "}\n";
    };
    for (int i = 0; i < 170; ++i)
        add(i, {});
    for (int i = 170; i < 173; ++i)
        add(i, R"(,"coupon":"SPRING","gift":{"note":)" + QByteArray(i < 172 ? "null" : "\"for ann\"") + "}");
    const ImportReport report = import(write(lines, "log.jsonl"));
    QCOMPARE(report.stored, 173);
    const QStringList notes = report.notes.filter(QStringLiteral("coupon"));
    QCOMPARE(notes.size(), 1);
    QVERIFY2(notes.front().contains(QStringLiteral("left out: coupon (rows: 3), gift.note (rows: 1). ")), qPrintable(notes.front()));
    QCOMPARE(m_shop->import("time,user,item\n2024-01-02 10:00:00,u1,a\n2024-01-03 10:00:00,u1,a\n").notes.filter(QStringLiteral("left out")),
             QStringList());
}

/// An object may have a new member for each id; of a plan for another file, its columns count.
void TestImportTraps::membersThatThePlanDoesNotKnow()
{
    QByteArray lines;
    for (int i = 0; i < 1500; ++i)
        lines += R"({"time":"2024-01-02 10:00:00","user":"u)" + QByteArray::number(i) + R"(","item":"a","seen)" + QByteArray::number(i) + "\":1}\n";
    const QString path = write(lines, "log.jsonl");
    ImportPlan plan = previewFile(write(lines.left(lines.indexOf(",\"seen")) + "}\n", "other.jsonl"), m_job)->plan;
    QCOMPARE(plan.columns.size(), 3);
    const auto report = importFile(m_shop->workspace, path, plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 1500);
    const QString note = report->notes.filter(QStringLiteral("left out")).join(QLatin1Char(' '));
    QCOMPARE(note.count(QStringLiteral(" (rows: 1), ")), 10);
    QVERIFY2(note.contains(QStringLiteral("and others. ")), qPrintable(note));
}

void TestImportTraps::badByteInUtf8()
{
    QByteArray csv = "time,user,item,quantity,price\n";
    for (int i = 0; i < 200; ++i)
        csv += "2024-01-02 10:00:00,u" + QByteArray::number(i) + (i == 150 ? ",\xff" : ",\xe5\x95\x86\xe5\x93\x81") + ",1,1\n";
    const ImportReport report = import(write(csv));
    QCOMPARE(report.stored, 199);
    QCOMPARE(report.rejected, 1);
    QCOMPARE(report.firstRejects.front().line, 152);
}

void TestImportTraps::correctedStepKeepsItsTime()
{
    const QString path = write("a,b\n1,2\n3,x\n5,6\n");
    const ImportReport report = import(path, [](ImportPlan &plan) {
        plan.setKind(SourceKind::Series);
        plan.layout = SeriesLayout::Wide;
        for (ColumnPlan &column : plan.columns)
            column.role = Role::Value;
        plan.step = Step::Day;
        plan.start = parseWallTime(QStringLiteral("2020-01-01")).value();
    });
    QCOMPARE(report.stored, 5);
    QCOMPARE(report.rejected, 1);
    const auto rejects = listRejects(m_shop->workspace, report.importId, 0, 10);
    QVERIFY(rejects);
    QStringList fields = rejects->front().fields;
    fields[1] = QStringLiteral("4");
    const auto fed = feedAgain(m_shop->workspace, report.importId, {{rejects->front().id, fields}}, m_job);
    QVERIFY(fed);
    QCOMPARE(fed->stored, 6);
    QCOMPARE(fed->read, fed->stored + fed->duplicate + fed->rejected + fed->filtered);
    SeriesQuery query;
    query.measure = Measure::Value;
    query.by = GroupBy::Series;
    query.keys = {QStringLiteral("b")};
    const auto series = m_shop->workspace.data().series(query, m_job);
    QVERIFY(series);
    QCOMPARE(series->front().values, (std::vector<double>{2, 4, 6}));
}

namespace {

/// Rows g0 to g39 of readable values, then s1, where every second one of `days` is no number.
QByteArray wideTable(int days, const QByteArray &good, const QByteArray &bad)
{
    QByteArray header = "id", last = "s1", row;
    for (int i = 1; i <= days; ++i) {
        header += ",d_" + QByteArray::number(i);
        row += "," + good;
        last += "," + (i % 2 ? good : bad);
    }
    QByteArray csv = header + "\n";
    for (int i = 0; i < 40; ++i)
        csv += "g" + QByteArray::number(i) + row + "\n";
    return csv + last + "\n";
}

QList<RejectedRow> rejectsOf(test::HistoryShop &shop, const ImportReport &report)
{
    return listRejects(shop.workspace, report.importId, 0, 100'000).value();
}

Correction corrected(const RejectedRow &row, const QString &value)
{
    Correction correction{row.id, row.fields};
    correction.fields[row.column.mid(2).toInt()] = value; // "d_7" stands behind the id
    return correction;
}

constexpr auto keptRows = "SELECT count(*) FROM rejects WHERE fields <> ''";

} // namespace

void TestImportTraps::manyBadCellsOfOneRow()
{
    const ImportReport report = import(write(wideTable(60, "1", "oops")));
    QCOMPARE(report.rejected, 30);
    const QList<RejectedRow> rejects = rejectsOf(*m_shop, report);
    QCOMPARE(rejects.size(), 30);
    for (const RejectedRow &reject : rejects)
        QCOMPARE(reject.fields, rejects.front().fields);
    QCOMPARE(rejects.front().fields.size(), 61);
    QCOMPARE(m_shop->count(keptRows), qint64(1)); // a copy of the row for each cell would be too much
    // The one that keeps the row goes; one stays wrong; one far behind goes.
    const auto half = feedAgain(m_shop->workspace, report.importId,
                                {corrected(rejects[0], QStringLiteral("2")), corrected(rejects[1], QStringLiteral("bad")),
                                 corrected(rejects[29], QStringLiteral("60"))}, m_job);
    QVERIFY(half);
    QCOMPARE(half->rejected, qint64(28));
    QList<RejectedRow> left = rejectsOf(*m_shop, report);
    QCOMPARE(left.size(), 28);
    QCOMPARE(left[0].fields[4], QStringLiteral("bad"));
    for (const RejectedRow &reject : left.mid(1))
        QCOMPARE(reject.fields, rejects.front().fields);
    QCOMPARE(m_shop->count(keptRows), qint64(2));
    QList<Correction> all;
    for (const RejectedRow &reject : left)
        all.append(corrected(reject, reject.column.mid(2)));
    const auto fed = feedAgain(m_shop->workspace, report.importId, all, m_job);
    QVERIFY(fed);
    QCOMPARE(fed->rejected, qint64(0));
    QVERIFY(test::addsUp(*fed));
    QCOMPARE(m_shop->count("SELECT count(*) FROM observations"), qint64(41 * 60));
    // Of s1: thirty ones, and each even day its own number: 2 + 4 + ... + 60 = 930.
    QCOMPARE(m_shop->count("SELECT cast(sum(value) AS INTEGER) FROM observations o JOIN source_series s ON s.id = o.series_id "
                           "WHERE s.key = 's1'"), qint64(960));
}

/// Rows of 90 kB, more than is kept of a row that is no series.
void TestImportTraps::badCellsOfAVeryWideRow()
{
    const ImportReport report = import(write(wideTable(60, "1" + QByteArray(3000, ' '), "oops")));
    const QList<RejectedRow> rejects = rejectsOf(*m_shop, report);
    QCOMPARE(rejects.size(), 30);
    QCOMPARE(rejects.back().fields.size(), 61);
    QCOMPARE(rejects.back().fields.constData(), rejects[1].fields.constData()); // one list in memory for all of them
    const auto fed = feedAgain(m_shop->workspace, report.importId, {corrected(rejects.back(), QStringLiteral("7"))}, m_job);
    QVERIFY(fed);
    QCOMPARE(fed->rejected, qint64(29));
}

/// Pages are cut where rows are wide, and together they are all of them.
void TestImportTraps::pagesOfWideRejects()
{
    const QByteArray value = "1" + QByteArray(1000, ' ');
    QByteArray csv = wideTable(60, value, value);
    for (int i = 0; i < 100; ++i)
        csv += "b" + QByteArray::number(i) + ",oops" + ("," + value).repeated(59) + "\n";
    const ImportReport report = import(write(csv), [](ImportPlan &plan) {
        plan.setKind(SourceKind::Series); // a column of words alone would be guessed to be something else
        plan.layout = SeriesLayout::Wide;
        plan.columns.front().role = Role::Series;
        for (qsizetype column = 1; column < plan.columns.size(); ++column)
            plan.columns[column].role = Role::Value;
    });
    QCOMPARE(report.rejected, 100);
    QList<RejectedRow> all;
    int pages = 0;
    for (QList<RejectedRow> page = rejectsOf(*m_shop, report); !page.isEmpty(); ++pages) {
        all += page;
        page = listRejects(m_shop->workspace, report.importId, all.size(), 1000).value();
    }
    QCOMPARE(all.size(), 100);
    QVERIFY2(pages > 1, "hundred rows of 60 kB are more than one page");
    QCOMPARE(all.back().fields.front(), QStringLiteral("b99"));
}

void TestImportTraps::farthestUnixTime()
{
    const auto format = DateFormat::compile(QStringLiteral("unix-s"));
    QVERIFY(format);
    QVERIFY(!format->read("-9223372036854775808"));
    QVERIFY(!format->read("9223372036854775807"));
    QCOMPARE(format->read("86400")->ms, qint64(86'400'000));
}

void TestImportTraps::wordThatIsNoZone()
{
    QVERIFY(isKnownZone(QStringLiteral("Europe/London")));
    QVERIFY(isKnownZone(QStringLiteral("UTC")));
    for (const char *word : {"Shanghai", "China", "Mars", "Europe/Londn", ""})
        QVERIFY2(!isKnownZone(QString::fromLatin1(word)), word);
}

void TestImportTraps::fewDatesInARow()
{
    const ImportReport report = import(write("sku,2024-01-01,2024-01-02,2024-01-03\na,1,2,3\nb,4,5,6\n"));
    QCOMPARE(report.kind, QStringLiteral("series"));
    QCOMPARE(report.stored, 6);
    QCOMPARE(report.series, 2);
}

void TestImportTraps::traditionalHeaders()
{
    const auto preview = previewFile(write("時間,用戶ID,商品ID,行為類型,數量,單價\n2024-01-02 10:00:00,u1,a,購買,1,5\n2024-01-03 10:00:00,u2,b,瀏覽,1,6\n"), m_job);
    QVERIFY(preview);
    QStringList roles;
    for (const ColumnPlan &column : preview->plan.columns)
        roles.append(roleName(column.role));
    QCOMPARE(roles.join(QLatin1Char(' ')), QStringLiteral("time user item kind quantity price"));
}

void TestImportTraps::twoCurrencies()
{
    import(write("time,user,item,quantity,price\n2024-01-02 10:00:00,u1,a,1,$5.00\n2024-01-03 10:00:00,u2,a,1,$6.00\n", "a.csv"));
    const ImportReport report
        = import(write("time,user,item,quantity,price\n2024-02-02 10:00:00,u1,a,1,\xe2\x82\xac" "5.00\n2024-02-03 10:00:00,u2,a,1,\xe2\x82\xac" "6.00\n", "b.csv"));
    QVERIFY2(report.notes.join(QLatin1Char(' ')).contains(QStringLiteral("EUR")) && report.notes.join(QLatin1Char(' ')).contains(QStringLiteral("USD")),
             qPrintable(report.notes.join(QLatin1Char(' '))));
}

FORETRAIL_TEST_MAIN(TestImportTraps, QCoreApplication)
#include "tst_import_traps.moc"
