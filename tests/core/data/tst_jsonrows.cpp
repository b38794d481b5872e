// JSON as rows: what each value becomes, how a broken line is told, and that no row is lost.
#include "core/base/Phrase.h"
#include "core/data/Import.h"
#include "core/data/import/JsonObject.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/SourceShape.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;

class TestJsonRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void problems_data();
    void problems();
    void lines();
    void array();
    void spreadObjects();
    void brokenElements_data();
    void brokenElements();
    void columns();
    void longestLine();
    void imported();
    void lateMembersWithoutRole();
    void formats_data();
    void formats();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("log.jsonl"));
        test::writeAll(path, content);
        return path;
    }
    /// "line: field|field", or "line! problem" for each record.
    QStringList read(const QByteArray &content, const QStringList &names = {}, bool hasHeader = false)
    {
        ImportPlan plan;
        plan.format = SourceFormat::JsonLines;
        plan.hasHeader = hasHeader;
        for (const QString &name : names)
            plan.columns.append({name, Role::Ignore});
        auto source = RecordSource::open(write(content), plan);
        QStringList rows;
        Record record;
        Result<bool> more = source ? (*source)->next(record) : fail(source.error());
        for (; more && *more; more = (*source)->next(record)) {
            QStringList fields;
            for (const std::string_view field : record.fields)
                fields.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
            rows.append(QStringLiteral("%1%2 %3").arg(record.line).arg(record.problem.isEmpty() ? QStringLiteral(":") : QStringLiteral("!"),
                                                       record.problem.isEmpty() ? fields.join(QLatin1Char('|')) : Phrase::shown(record.problem)));
        }
        if (!more)
            rows.append(more.error().message);
        return rows;
    }
    QTemporaryDir m_folder;
    JobContext m_job;
};

void TestJsonRows::values_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("members");
    const auto row = [](const char *name, const char *json, const char *members) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(members);
    };
    row("none", "{ }", "");
    row("numbers keep their digits", R"({"a":2053013555631882655,"b":-1.50,"c":1e3})", "a=2053013555631882655 b=-1.50 c=1e3");
    row("words", R"({"a":true,"b":false,"c":null})", "a=true b=false c=");
    row("inner objects", R"({"user":{"id":7,"place":{"town":"Ulm"}},"n":1})", "user.id=7 user.place.town=Ulm n=1");
    row("array", R"({"tags":["a",{"b":[1]}],"n":1})", R"(tags=["a",{"b":[1]}] n=1)");
    row("escapes", R"({"a":"\"\\\/\u00e9\u7ea2\ud83d\ude00"})", "a=\"\\/é红😀");
    row("half a pair", R"({"a":"\ud83dx"})", "a=\xef\xbf\xbdx");
    row("spaces", "\t{ \"a\" :\t1 ,\r\n \"b\" : \"x y\" } ", "a=1 b=x y");
    row("comma behind", R"({"a":1},)", "a=1");
    row("as Python writes", R"({"a":NaN,"b":-Infinity})", "a=NaN b=-Infinity");
    row("a name twice", R"({"a":1,"a":2})", "a=1 a=2");
}

void TestJsonRows::values()
{
    QFETCH(QString, json);
    QFETCH(QString, members);
    JsonObject object;
    const std::string text = json.toStdString();
    QCOMPARE(object.read(text), QString());
    QStringList found;
    for (size_t i = 0; i < object.size(); ++i)
        found.append(QString::fromStdString(std::string(object.name(i)) + '=' + std::string(object.value(i))));
    QCOMPARE(found.join(QLatin1Char(' ')), members);
}

void TestJsonRows::problems_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *json, const char *says) { QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(says); };
    row("[1]", "is not a JSON object");
    row("", "is not a JSON object");
    row("{\"a\":1", "is not valid JSON at character 7");
    row("{\"a\" 1}", "at character 6");
    row("{\"a\":1.}", "at character 6");
    row("{\"a\":\"x\\q\"}", "at character 8");
    row("{\"a\":tru}", "at character 6");
    row("{a:1}", "at character 2");
    row("{\"a\":[1,]}", "at character 9");
    row("{\"a\":1}{\"a\":2}", "goes on behind the JSON object, at character 8");
    QTest::newRow("deep") << QByteArray("{\"a\":").repeated(100) << "64 deep";
    QTest::newRow("deep arrays") << "{\"a\":" + QByteArray("[").repeated(100'000) << "64 deep";
    QTest::newRow("long name") << "{\"" + QByteArray(1500, 'n') + "\":1}" << "longer than 1000";
}

void TestJsonRows::problems()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    JsonObject object;
    const QString problem = Phrase::shown(object.read({json.constData(), size_t(json.size())}));
    QVERIFY2(problem.contains(says), qPrintable(problem));
}

void TestJsonRows::lines()
{
    QCOMPARE(read("\xef\xbb\xbf{\"a\":1,\"b\":\"x\"}\r\n\n{\"b\":\"y\",\"a\":2,\"new\":3}\n{\"a\":3\n7\n{\"a\":4}", {QStringLiteral("a"), QStringLiteral("b")}),
             QStringList({QStringLiteral("1: 1|x"), QStringLiteral("3: 2|y"), QStringLiteral("4! is not valid JSON at character 7"),
                          QStringLiteral("5! is not a JSON object"), QStringLiteral("6: 4|")}));
}

void TestJsonRows::array()
{
    QCOMPARE(read("[{\"a\":1},\n {\"a\":\"}],[{\"} , {\"a\":3,\n\"b\":[1,\n2]}\n]\n", {QStringLiteral("a")}),
             QStringList({QStringLiteral("1: 1"), QStringLiteral("2: }],[{"), QStringLiteral("2: 3")}));
}

void TestJsonRows::spreadObjects()
{
    QCOMPARE(read("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n", {QStringLiteral("a")}), QStringList({QStringLiteral("1: 1"), QStringLiteral("4: 2")}));
}

void TestJsonRows::brokenElements_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("in one line") << QByteArray("[{\"a\":1},{\"a\":x},{\"a\":3}]")
                                 << QStringList{QStringLiteral("1: 1"), QStringLiteral("1! is not valid JSON at character 6"), QStringLiteral("1: 3")};
    QTest::newRow("no closing brace") << QByteArray("[{\"a\":1},\n{\"a\":2,\n{\"a\":3}]")
                                      << QStringList{QStringLiteral("1: 1"), QStringLiteral("2! is not valid JSON at character 8"), QStringLiteral("3: 3")};
    QTest::newRow("open string") << QByteArray("[{\"a\":1},\n{\"a\":\"2},\n{\"a\":3}]")
                                 << QStringList{QStringLiteral("1: 1"), QStringLiteral("2! is not valid JSON at character 9"), QStringLiteral("3: 3")};
    QTest::newRow("other values") << QByteArray("[{\"a\":1}, 5, \"x\", [1]]")
                                  << QStringList{QStringLiteral("1: 1"), QStringLiteral("1! is not a JSON object"), QStringLiteral("1! is not a JSON object"),
                                                 QStringLiteral("1! is not a JSON object")};
    QTest::newRow("never closed") << QByteArray("[{\"a\":1}") << QStringList{QStringLiteral("1: 1")};
}

void TestJsonRows::brokenElements()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, rows);
    QCOMPARE(read(json, {QStringLiteral("a")}), rows);
}

// Columns are found in the first objects; a person may call one of them otherwise.
void TestJsonRows::columns()
{
    const QByteArray json = "{\"a\":1,\"u\":{\"id\":5}}\n{\"c\":2,\"a\":3}\n";
    QCOMPARE(read(json, {}, true), QStringList({QStringLiteral("0: a|u.id|c"), QStringLiteral("1: 1|5|"), QStringLiteral("2: 3||2")}));
    QCOMPARE(read(json, {QStringLiteral("a"), QStringLiteral("customer"), QStringLiteral("c")}),
             QStringList({QStringLiteral("1: 1|5|"), QStringLiteral("2: 3||2")}));
    QCOMPARE(read(json, {QStringLiteral("c"), QStringLiteral("a")}), QStringList({QStringLiteral("1: |1"), QStringLiteral("2: 2|3")}));
    QVERIFY(read("[1,2,3]").value(0).contains(QStringLiteral("holds no JSON objects")));
}

void TestJsonRows::longestLine()
{
    const QStringList rows = read("{\"a\":1}\n{\"a\":\"" + QByteArray(40 << 20, 'x'));
    QVERIFY2(rows.last().contains(QStringLiteral("line 2: the line is longer than 32 MiB")), qPrintable(rows.last().left(200)));
}

// 40 views and a broken line; ids of 19 digits that differ in the last one only.
void TestJsonRows::imported()
{
    QByteArray json;
    for (int i = 0; i < 40; ++i)
        json += "{\"time\":\"2024-01-" + QByteArray::number(i % 28 + 1).rightJustified(2, '0') + " 10:00:00\",\"user\":{\"id\":"
              + QByteArray::number(2'053'013'555'631'882'655 + i) + "},\"product\":\"A\",\"event\":\"view\"}\n";
    json += "{\"time\":\"2024-01-02\n";
    const QString path = write(json);
    const auto shown = previewFile(path, m_job);
    VERIFY_RESULT(shown);
    QCOMPARE(shown->plan.format, SourceFormat::JsonLines);
    QCOMPARE(shown->plan.kind, SourceKind::Events);
    QCOMPARE(shown->plan.columnOf(Role::User), 1);
    auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("w.foretrail")));
    VERIFY_RESULT(workspace);
    const auto report = importFile(*workspace, path, shown->plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->read, 41);
    QCOMPARE(report->stored, 40);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->firstRejects.first().line, 41);
    QCOMPARE(report->firstRejects.first().reason, QStringLiteral("is not valid JSON at character 20"));
    QCOMPARE(workspace->data().summary()->users, 40);
}

// The rows that a person is shown have no coupon, so it has no role; some note is left out on purpose and seen from the start.
void TestJsonRows::lateMembersWithoutRole()
{
    QByteArray lines;
    for (int i = 0; i < 3000; ++i)
        lines += R"({"time":"2024-01-02 10:00:00","user":"u)" + QByteArray::number(i) + R"(","item":"A","note":"n")"
               + (i == 1502 || i == 1503 ? QByteArray(R"(,"coupon":"SPRING")") : QByteArray()) + "}\n";
    const QString path = write(lines);
    auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("late.foretrail")));
    VERIFY_RESULT(workspace);
    ImportPlan plan = previewFile(path, m_job)->plan;
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("ignore=note"), QStringLiteral("ignore=coupon")}));
    auto report = importFile(*workspace, path, plan, m_job);
    VERIFY_RESULT(report);
    QCOMPARE(report->stored, 3000);
    const QStringList notes = report->notes.filter(QStringLiteral("have no role"));
    QCOMPARE(notes.size(), 1);
    QVERIFY2(notes.front().contains(QStringLiteral("left out: coupon (rows: 2). ")), qPrintable(notes.front()));
    VERIFY_RESULT(applyMap(plan, {QStringLiteral("attr:coupon=coupon")}));
    report = importFile(*workspace, path, plan, m_job);
    VERIFY_RESULT(report);
    QVERIFY(report->notes.filter(QStringLiteral("have no role")).isEmpty());
}

void TestJsonRows::formats_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("format");
    QTest::newRow("objects") << QByteArray("{\"a\":1}\n") << int(SourceFormat::JsonLines);
    QTest::newRow("with mark") << QByteArray("\xef\xbb\xbf \n{ \"a\":1}\n") << int(SourceFormat::JsonLines);
    QTest::newRow("array") << QByteArray("[\n {\"a\":1}]") << int(SourceFormat::JsonLines);
    QTest::newRow("text in brackets") << QByteArray("[a],b\n1,2\n") << int(SourceFormat::Delimited);
    QTest::newRow("text in braces") << QByteArray("{a},b\n1,2\n") << int(SourceFormat::Delimited);
    QTest::newRow("table") << QByteArray("a,b\n1,2\n") << int(SourceFormat::Delimited);
}

void TestJsonRows::formats()
{
    QFETCH(QByteArray, content);
    QFETCH(int, format);
    const auto shape = sniffFormat(write(content), {}, m_job);
    VERIFY_RESULT(shape);
    QCOMPARE(int(shape->format), format);
}

FORETRAIL_TEST_MAIN(TestJsonRows, QCoreApplication)
#include "tst_jsonrows.moc"
