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
    void badByteInUtf8();
    void correctedStepKeepsItsTime();
    void manyBadCellsOfOneRow();
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

void TestImportTraps::manyBadCellsOfOneRow()
{
    QByteArray header = "id", row = "s1";
    for (int i = 1; i <= 60; ++i) {
        header += ",d_" + QByteArray::number(i);
        row += i % 2 ? ",1" : ",oops";
    }
    QByteArray good = "s0";
    for (int i = 0; i < 60; ++i)
        good += ",5";
    QByteArray csv = header + "\n";
    for (int i = 0; i < 40; ++i)
        csv += "g" + QByteArray::number(i) + good.mid(2) + "\n";
    const ImportReport report = import(write(csv + row + "\n"));
    QCOMPARE(report.rejected, 30);
    const auto rejects = listRejects(m_shop->workspace, report.importId, 0, 100);
    QVERIFY(rejects);
    const auto kept = std::ranges::count_if(*rejects, [](const RejectedRow &reject) { return !reject.fields.isEmpty(); });
    QCOMPARE(kept, 20); // enough to correct; a copy of the row for each cell would be too much
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
