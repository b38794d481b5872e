// Where rows come from: folders, archives, samples of large files, encodings told from parts, and what is refused.
#include "core/data/Import.h"
#include "core/data/import/DelimitedReader.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/DelimiterGuess.h"
#include "core/data/import/SampleRows.h"
#include "core/data/import/SourceShape.h"
#include "tests/core/data/ZipBuilder.h"

#include <QRegularExpression>

using namespace foretrail;

class TestSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void folder();
    void folderWithoutTables();
    void archive();
    void archiveMembersAreImported();
    void lockedArchive();
    void chineseNamesInArchives();
    void otherArchives_data();
    void otherArchives();
    void sampleOfSmallFile();
    void sampleOfLargeFile_data();
    void sampleOfLargeFile();
    void sampleSkipsBrokenRows();
    void sampleOfPackedFile();
    void delimiterOfLongRows();
    void encodingOfParts_data();
    void encodingOfParts();
    void utf16WithoutMark();
    void widest();
    void tooWide();
    void longestRow();
    void fromMemory();
    void stops();

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        test::writeAll(path, content);
        return path;
    }
    QStringList names(const Result<QList<SourceFile>> &found) const
    {
        QStringList shown;
        for (const SourceFile &file : found.value_or(QList<SourceFile>{}))
            shown.append(QDir(m_folder->path()).relativeFilePath(file.path) + (file.part.isEmpty() ? QString() : QStringLiteral("#") + file.part));
        return shown;
    }
    /// So many rows "number,text".
    static QByteArray rows(int count, const char *text = "x")
    {
        QByteArray csv = "id,name\n";
        for (int i = 1; i <= count; ++i)
            csv += QByteArray::number(i) + ',' + text + '\n';
        return csv;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

void TestSources::folder()
{
    write(QStringLiteral("logs/2024-02.csv"), rows(2));
    write(QStringLiteral("logs/2024-01.csv"), rows(2));
    write(QStringLiteral("logs/deep/2023.jsonl"), "{\"a\":1}\n");
    for (const char *other : {".hidden.csv", "empty.csv", "picture.PNG", "~$book.xlsx", "README.txt", "notes.md", "Thumbs.db", "_SUCCESS"})
        write(QStringLiteral("logs/") + QString::fromLatin1(other), QByteArray(other).startsWith("empty") ? "" : "a,b\n1,2\n");
    write(QStringLiteral("logs/.git/config.csv"), "a,b\n");
    QCOMPARE(names(findSources({m_folder->filePath(QStringLiteral("logs"))}, m_job)),
             QStringList({QStringLiteral("logs/2024-01.csv"), QStringLiteral("logs/2024-02.csv"), QStringLiteral("logs/deep/2023.jsonl"),
                          QStringLiteral("logs/empty.csv")})); // last, for others to be looked at first
    // What is named is taken as it is, as often as it is named.
    const QString notes = m_folder->filePath(QStringLiteral("logs/notes.md"));
    QCOMPARE(names(findSources({notes, notes}, m_job)),
             QStringList({QStringLiteral("logs/notes.md"), QStringLiteral("logs/notes.md")}));
}

void TestSources::folderWithoutTables()
{
    write(QStringLiteral("pictures/a.png"), "x");
    const auto none = findSources({m_folder->filePath(QStringLiteral("pictures"))}, m_job);
    QVERIFY(!none && none.error().code == ErrorCode::InvalidInput);
    QVERIFY2(none.error().message.contains(QStringLiteral("pictures")), qPrintable(none.error().message));
    const auto absent = findSources({m_folder->filePath(QStringLiteral("absent"))}, m_job);
    QVERIFY(!absent && absent.error().code == ErrorCode::NotFound);
}

void TestSources::archive()
{
    const QString path = m_folder->filePath(QStringLiteral("logs.zip"));
    test::writeZip(path, {{QStringLiteral("b.csv"), rows(3)}, {QStringLiteral("__MACOSX/._b.csv"), "x"}, {QStringLiteral("a/a.csv"), rows(2)},
                          {QStringLiteral("photo.jpg"), "x"}, {QStringLiteral("empty.csv"), ""}});
    const QStringList members{QStringLiteral("a/a.csv"), QStringLiteral("b.csv"), QStringLiteral("empty.csv")}; // its message names it
    QCOMPARE(names(findSources({path}, m_job)), QStringList(members).replaceInStrings(QRegularExpression(QStringLiteral("^")), QStringLiteral("logs.zip#")));
    const auto shape = sniffFormat(path, QStringLiteral("b.csv"), m_job);
    VERIFY_RESULT(shape);
    QCOMPARE(shape->parts, members);
    QCOMPARE(shape->part, QStringLiteral("b.csv"));
    const QString single = m_folder->filePath(QStringLiteral("single.zip"));
    test::writeZip(single, {{QStringLiteral("license.txt"), "x"}, {QStringLiteral("b.csv"), rows(3)}});
    QCOMPARE(names(findSources({single}, m_job)), QStringList{QStringLiteral("single.zip")});
}

void TestSources::archiveMembersAreImported()
{
    QByteArray csv = "date,customer,product,quantity,price\n", json;
    for (int i = 1; i <= 9; ++i) {
        csv += "2024-01-0" + QByteArray::number(i) + " 10:00:00,ann,A,2,1.50\n";
        json += "{\"date\":\"2024-02-0" + QByteArray::number(i) + " 10:00:00\",\"customer\":\"bob\",\"product\":\"B\",\"quantity\":1,\"price\":2}\n";
    }
    const QString path = m_folder->filePath(QStringLiteral("logs.zip"));
    test::writeZip(path, {{QStringLiteral("one.csv"), csv}, {QStringLiteral("two.jsonl"), json}});
    auto workspace = Workspace::create(m_folder->filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(workspace);
    double revenue = 0;
    const QList<SourceFile> sources = findSources({path}, m_job).value_or(QList<SourceFile>{});
    QCOMPARE(sources.size(), 2);
    for (const SourceFile &source : sources) {
        const auto shown = previewFile(source, m_job);
        VERIFY_RESULT(shown);
        const auto report = importFile(*workspace, path, shown->plan, m_job);
        VERIFY_RESULT(report);
        QCOMPARE(report->stored, 9);
        QCOMPARE(report->part, source.part);
        revenue += report->netRevenueStored;
    }
    QCOMPARE(revenue, 9 * 2 * 1.5 + 9 * 2.0);
}

void TestSources::lockedArchive()
{
    const QString path = m_folder->filePath(QStringLiteral("locked.zip"));
    test::writeZip(path, {{QStringLiteral("b.csv"), rows(3)}}, "secret");
    const auto shown = previewFile(path, m_job);
    QVERIFY(!shown);
    QVERIFY2(shown.error().message.contains(QStringLiteral("locked.zip › b.csv is locked with a password")), qPrintable(shown.error().message));
}

// Windows in China writes names in its own encoding: 日志.csv.
void TestSources::chineseNamesInArchives()
{
    const QString path = m_folder->filePath(QStringLiteral("logs.zip"));
    test::writeZip(path, {{QStringLiteral("1234.csv"), rows(2)}, {QStringLiteral("other.csv"), rows(3)}});
    test::writeAll(path, test::readAll(path).replace("1234.csv", "\xc8\xd5\xd6\xbe.csv"));
    QCOMPARE(names(findSources({path}, m_job)), QStringList({QStringLiteral("logs.zip#other.csv"), QStringLiteral("logs.zip#") + QString::fromUtf8("日志.csv")}));
    ImportPlan plan;
    plan.part = QString::fromUtf8("日志.csv");
    const auto sample = readSample(path, plan, 100, m_job);
    VERIFY_RESULT(sample);
    QCOMPARE(sample->rows.size(), size_t(3));
}

void TestSources::otherArchives_data()
{
    QTest::addColumn<QStringList>("members");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QStringList{QStringLiteral("a.png")} << "holds no tables";
    QTest::newRow("binary workbook") << QStringList{QStringLiteral("xl/workbook.bin")} << "a workbook of a kind that Foretrail does not read";
    QTest::newRow("OpenDocument") << QStringList{QStringLiteral("mimetype"), QStringLiteral("content.xml")} << "Save it as .xlsx";
    QTest::newRow("letter") << QStringList{QStringLiteral("word/document.xml")} << "is a document, not a table";
    QTest::newRow("workbook without relations") << QStringList{QStringLiteral("xl/workbook.xml")} << "_rels/.rels";
}

void TestSources::otherArchives()
{
    QFETCH(QStringList, members);
    QFETCH(QString, says);
    test::Members content;
    for (const QString &name : members)
        content.append({name, "<x/>"});
    const QString path = m_folder->filePath(QStringLiteral("other.zip"));
    test::writeZip(path, content);
    const auto shape = sniffFormat(path, {}, m_job);
    QVERIFY(!shape);
    QVERIFY2(shape.error().message.contains(says) && shape.error().message.contains(QStringLiteral("other.zip")), qPrintable(shape.error().message));
}

void TestSources::sampleOfSmallFile()
{
    const auto sample = readSample(write(QStringLiteral("a.csv"), rows(5)), {}, 100, m_job);
    VERIFY_RESULT(sample);
    QVERIFY(sample->isWhole);
    QCOMPARE(sample->rows.size(), size_t(6));
    QCOMPARE(sample->middle, size_t(6));
    QCOMPARE(sample->tail, size_t(6));
}

void TestSources::sampleOfLargeFile_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("UTF-8") << QByteArray("UTF-8") << false;
    QTest::newRow("UTF-16") << QByteArray("UTF-16LE") << false;
    QTest::newRow("GB18030") << QByteArray("GB18030") << false;
    QTest::newRow("JSON lines") << QByteArray("UTF-8") << true;
}

// 100,000 numbered rows: 100 of the head, 25 about the 50,000th, and the last 25.
void TestSources::sampleOfLargeFile()
{
    QFETCH(QByteArray, encoding);
    QFETCH(bool, isJson);
    QString text = isJson ? QString() : QStringLiteral("id,name\n");
    for (int i = 1; i <= 100'000; ++i)
        text += (isJson ? QStringLiteral("{\"id\":%1,\"name\":\"红色\"}\n") : QStringLiteral("%1,红色\n")).arg(i, 6, 10, QLatin1Char('0'));
    ImportPlan plan;
    plan.format = isJson ? SourceFormat::JsonLines : SourceFormat::Delimited;
    plan.encoding = QString::fromLatin1(encoding);
    QStringEncoder encoder(encoding.constData());
    const QString path = write(QStringLiteral("large.csv"), encoder(text));
    const auto sample = readSample(path, plan, 100, m_job);
    VERIFY_RESULT(sample);
    QVERIFY(!sample->isWhole);
    QCOMPARE(sample->rows.size(), size_t(150));
    QCOMPARE(sample->middle, size_t(100));
    QCOMPARE(sample->tail, size_t(125));
    const auto number = [&](size_t row) { return std::atoi(sample->rows[row][0].c_str()); };
    QCOMPARE(number(1), 1);
    QVERIFY2(number(100) > 49'000 && number(100) < 52'000, sample->rows[100][0].c_str());
    QCOMPARE(number(124), number(100) + 24);
    QCOMPARE(number(125), 99'976);
    QCOMPARE(number(149), 100'000);
    QCOMPARE(QString::fromStdString(sample->rows[149][1]), QStringLiteral("红色"));
}

// A look into the middle meets fields with line breaks: their pieces are no rows.
void TestSources::sampleSkipsBrokenRows()
{
    QByteArray csv = "id,name,more\n";
    for (int i = 1; i <= 20'000; ++i)
        csv += QByteArray::number(i) + ",\"two\nlines, and\nthree\",x\n";
    const auto sample = readSample(write(QStringLiteral("quoted.csv"), csv), {}, 100, m_job);
    VERIFY_RESULT(sample);
    for (const auto &row : sample->rows)
        QCOMPARE(row.size(), size_t(3));
    QVERIFY(sample->tail > sample->middle);
    QCOMPARE(sample->rows.back()[0], std::string("20000"));
}

void TestSources::sampleOfPackedFile()
{
    const QString path = m_folder->filePath(QStringLiteral("large.zip"));
    test::writeZip(path, {{QStringLiteral("large.csv"), rows(20'000)}});
    const auto sample = readSample(path, {}, 100, m_job);
    VERIFY_RESULT(sample);
    QCOMPARE(sample->middle, size_t(100));
    QCOMPARE(sample->tail, size_t(125));
    QCOMPARE(sample->rows[sample->tail][0], std::string("19976"));
    QCOMPARE(sample->rows.back()[0], std::string("20000"));
}

// Rows of 5,000 numbers: the head that the delimiter is guessed from ends in the middle of one.
void TestSources::delimiterOfLongRows()
{
    QByteArray csv;
    for (int row = 0; row < 60; ++row)
        csv += "id" + QByteArray(";1,5").repeated(5000) + "\n";
    const auto delimiter = guessDelimiter(write(QStringLiteral("wide.csv"), csv), {}, m_job);
    VERIFY_RESULT(delimiter);
    QCOMPARE(*delimiter, ';');
}

void TestSources::encodingOfParts_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<double>("confidence");
    QTest::newRow("only ASCII seen") << QByteArray("1,x\n") << "UTF-8" << 0.9;
    QTest::newRow("UTF-8 at the tail") << QByteArray("1,é\n") << "UTF-8" << 0.98;
    QTest::newRow("Windows at the tail") << QByteArray("1,caf\xe9 \xa3 5 pi\xe8" "ce\n") << "Windows-1252" << 0.7;
}

void TestSources::encodingOfParts()
{
    QFETCH(QByteArray, tail);
    QFETCH(QString, encoding);
    QFETCH(double, confidence);
    const QByteArray head = QByteArray("123,abcdefghijk\n").repeated(20 << 16);
    const auto guess = guessEncoding(write(QStringLiteral("large.csv"), head + tail.repeated(50)), {}, m_job);
    VERIFY_RESULT(guess);
    QCOMPARE(guess->encoding, encoding);
    QCOMPARE(guess->confidence, confidence);
    // A file that is seen as a whole proves it.
    const auto small = guessEncoding(write(QStringLiteral("small.csv"), tail.repeated(50)), {}, m_job);
    VERIFY_RESULT(small);
    QCOMPARE(small->confidence, encoding == QStringLiteral("UTF-8") ? 1.0 : confidence);
}

void TestSources::utf16WithoutMark()
{
    QStringEncoder encoder("UTF-16BE");
    const auto guess = guessEncoding(write(QStringLiteral("a.csv"), encoder(QString::fromUtf8("用户ID,数量\n1,2\n3,4\n红色,5\n"))), {}, m_job);
    VERIFY_RESULT(guess);
    QCOMPARE(guess->encoding, QStringLiteral("UTF-16BE"));
    QCOMPARE(guess->confidence, 0.9);
}

void TestSources::widest()
{
    const QByteArray csv = "1" + QByteArray(",1").repeated(19'999) + "\n";
    const auto sample = readSample(write(QStringLiteral("wide.csv"), csv), {}, 5, m_job);
    VERIFY_RESULT(sample);
    QCOMPARE(sample->rows.at(0).size(), size_t(20'000));
}

void TestSources::tooWide()
{
    const QByteArray csv = "a,b\n1" + QByteArray(",1").repeated(20'000) + "\n";
    const auto sample = readSample(write(QStringLiteral("wide.csv"), csv), {}, 5, m_job);
    QVERIFY(!sample);
    QVERIFY2(sample.error().message.contains(QStringLiteral("wide.csv, line 2: the row has more than 20000 columns")), qPrintable(sample.error().message));
}

// 100 MB of blanks pack to 100 kB.
void TestSources::longestRow()
{
    const QString path = m_folder->filePath(QStringLiteral("bomb.zip"));
    test::writeZip(path, {{QStringLiteral("a.csv"), "a,b\n" + QByteArray(100 << 20, ' ')}});
    const auto sample = readSample(path, {}, 5, m_job);
    QVERIFY(!sample);
    QVERIFY2(sample.error().message.contains(QStringLiteral("bomb.zip › a.csv, line 2: the row is longer than 32 MiB")), qPrintable(sample.error().message));
}

void TestSources::fromMemory()
{
    auto bytes = ByteSource::ofMemory("a;b\n1;\"x;y\"\n", QStringLiteral("clipboard"));
    VERIFY_RESULT(bytes);
    auto text = TextSource::over(std::move(*bytes), QStringLiteral("UTF-8"));
    VERIFY_RESULT(text);
    DelimitedReader reader(**text, ';');
    Record record;
    QVERIFY(*reader.next(record));
    QVERIFY(*reader.next(record));
    QCOMPARE(record.fields[1], std::string_view("x;y"));
    QVERIFY(!*reader.next(record));
}

void TestSources::stops()
{
    const QString path = write(QStringLiteral("a.csv"), rows(500'000));
    auto source = RecordSource::open(path, {}, &m_job);
    VERIFY_RESULT(source);
    Record record;
    QVERIFY(*(*source)->next(record));
    m_job.requestStop();
    Result<bool> more = true;
    while (more && *more)
        more = (*source)->next(record);
    QVERIFY(!more && more.error().isCancelled());
}

FORETRAIL_TEST_MAIN(TestSources, QCoreApplication)
#include "tst_sources.moc"
