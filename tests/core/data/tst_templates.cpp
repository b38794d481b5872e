// Settings of imports kept for the next file of the same shape, and plans that come back from JSON as they were.
#include "core/data/Import.h"
#include "core/data/ImportTemplates.h"
#include "tests/support/TestSupport.h"

#include <QJsonDocument>

using namespace foretrail;

namespace {

ImportPlan fullPlan()
{
    ImportPlan plan;
    plan.kind = SourceKind::Events;
    plan.format = SourceFormat::Workbook;
    plan.part = QStringLiteral("Sheet 2");
    plan.delimiter = ';';
    plan.encoding = QStringLiteral("GB18030");
    plan.decimalSign = QLatin1Char(',');
    plan.groupSign = QLatin1Char('.');
    plan.currency = QStringLiteral("EUR");
    plan.nullWords = QStringList{QStringLiteral("-"), QStringLiteral("k. A.")};
    plan.columns = {{QStringLiteral("when"), Role::Time}, {QStringLiteral("who"), Role::User, true},
                    {QStringLiteral("what"), Role::Kind}, {QStringLiteral("Land"), Role::Attribute}};
    plan.dateFormat = QStringLiteral("d.M.yyyy H:mm");
    plan.isDateFormatSaid = true;
    plan.timeZone = QStringLiteral("Europe/Berlin");
    plan.conflict = ConflictPolicy::Replace;
    plan.duplicates = DuplicateRule::KeyColumns;
    plan.kindMeanings = {{QStringLiteral("kauf"), QStringLiteral("purchase")}};
    plan.leavesOutNonProducts = true;
    return plan;
}

} // namespace

class TestTemplates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void plansComeBack();
    void seriesPlansComeBack();
    void brokenPlansAreRefused_data();
    void brokenPlansAreRefused();
    void foundByHeader();
    void removed();
    void appliedByName();
    void missingColumnIsNamed();
    void attributesKeepTheirNames();
    void withoutHeaderTheWidthCounts();
    void noTemplates_data();
    void noTemplates();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    ImportTemplates store() const { return ImportTemplates(path("templates")); }
    std::unique_ptr<QTemporaryDir> m_folder;
    JobContext m_job;
};

void TestTemplates::plansComeBack()
{
    const ImportPlan plan = fullPlan();
    const auto back = ImportPlan::fromJson(plan.toJson());
    VERIFY_RESULT(back);
    QCOMPARE(back->toJson(), plan.toJson());
    QCOMPARE(back->columns[1].isKey, true);
    QCOMPARE(back->groupSign, plan.groupSign);
    QCOMPARE(back->nullWords, plan.nullWords);
    QCOMPARE(back->kindMeanings, plan.kindMeanings);
    QVERIFY(back->leavesOutNonProducts && back->isDateFormatSaid);
}

void TestTemplates::seriesPlansComeBack()
{
    ImportPlan plan = fullPlan();
    plan.setKind(SourceKind::Series);
    plan.layout = SeriesLayout::Wide;
    plan.step = Step::Month;
    plan.start = 1'577'836'800'000; // 2020-01-01
    const auto back = ImportPlan::fromJson(plan.toJson());
    VERIFY_RESULT(back);
    QCOMPARE(back->toJson(), plan.toJson());
    QCOMPARE(back->start, plan.start);
    QCOMPARE(back->layout, SeriesLayout::Wide);
    QVERIFY(ImportPlan::fromJson({})->columns.isEmpty());
}

void TestTemplates::brokenPlansAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("kind") << QByteArray(R"({"kind":"weather"})") << "kind";
    QTest::newRow("header") << QByteArray(R"({"header":"yes"})") << "header";
    QTest::newRow("sign") << QByteArray(R"({"decimal_sign":",."})") << "decimal_sign";
    QTest::newRow("role") << QByteArray(R"({"columns":[{"name":"a","role":"colour"}]})") << "columns";
    QTest::newRow("step") << QByteArray(R"({"step":"fortnight"})") << "fortnight";
    QTest::newRow("start") << QByteArray(R"({"start":"soon"})") << "soon";
}

void TestTemplates::brokenPlansAreRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto plan = ImportPlan::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(says), qPrintable(plan.error().message));
}

void TestTemplates::foundByHeader()
{
    const QStringList header{QStringLiteral("when"), QStringLiteral("who"), QStringLiteral("what"), QStringLiteral("Land")};
    QVERIFY(!store().find(header, true));
    VERIFY_RESULT(store().save(QStringLiteral("march.csv"), header, fullPlan()));
    const auto found = store().find({QStringLiteral(" When"), QStringLiteral("WHO"), QStringLiteral("what"), QStringLiteral("land")}, true);
    QVERIFY(found.has_value());
    QCOMPARE(found->name, QStringLiteral("march.csv"));
    QCOMPARE(found->plan.toJson(), fullPlan().toJson());
    QVERIFY(!store().find({QStringLiteral("who"), QStringLiteral("when"), QStringLiteral("what"), QStringLiteral("Land")}, true));
    // The newest import of a shape wins.
    ImportPlan later = fullPlan();
    later.currency = QStringLiteral("CHF");
    VERIFY_RESULT(store().save(QStringLiteral("april.csv"), header, later));
    QCOMPARE(store().find(header, true)->name, QStringLiteral("april.csv"));
    QCOMPARE(store().find(header, true)->plan.currency, QStringLiteral("CHF"));
}

void TestTemplates::removed()
{
    const QStringList header{QStringLiteral("a"), QStringLiteral("b")};
    VERIFY_RESULT(store().save(QStringLiteral("x"), header, fullPlan()));
    VERIFY_RESULT(store().remove(header, true));
    QVERIFY(!store().find(header, true));
    VERIFY_RESULT(store().remove(header, true));
}

// Another order of columns, one more of them, another delimiter: what a person chose still holds.
void TestTemplates::appliedByName()
{
    test::writeAll(path("second.csv"), "note,what,who,when,Land\nx,kauf,ann,3.4.2024 10:00,DE\ny,kauf,bob,4.4.2024 11:30,AT\n");
    const auto shown = previewFile(path("second.csv"), m_job);
    VERIFY_RESULT(shown);
    ImportPlan plan = shown->plan;
    VERIFY_RESULT(applyTemplate(plan, fullPlan()));
    QCOMPARE(plan.delimiter, ',');
    QCOMPARE(plan.encoding, QStringLiteral("UTF-8"));
    QCOMPARE(plan.columnOf(Role::Time), 3);
    QCOMPARE(plan.columnOf(Role::User), 2);
    QVERIFY(plan.columns[2].isKey);
    QCOMPARE(plan.columns[0].role, Role::Ignore);
    QCOMPARE(plan.dateFormat, QStringLiteral("d.M.yyyy H:mm"));
    QCOMPARE(plan.timeZone, QStringLiteral("Europe/Berlin"));
    const auto applied = previewFile(path("second.csv"), plan, m_job);
    VERIFY_RESULT(applied);
    QVERIFY2(applied->blocker.isEmpty(), qPrintable(applied->blocker));
    QVERIFY(applied->dateQuestion.isEmpty());
    QCOMPARE(applied->parsed[0][3], QStringLiteral("2024-04-03 10:00:00"));
}

void TestTemplates::missingColumnIsNamed()
{
    ImportPlan plan = fullPlan();
    plan.columns.removeAt(1);
    const ImportPlan before = plan;
    const auto applied = applyTemplate(plan, fullPlan());
    QVERIFY(!applied);
    QVERIFY2(applied.error().message.contains(QStringLiteral("who")), qPrintable(applied.error().message));
    QCOMPARE(plan.toJson(), before.toJson());
}

void TestTemplates::attributesKeepTheirNames()
{
    ImportPlan plan = fullPlan();
    plan.columns[3].name = QStringLiteral("Country");
    VERIFY_RESULT(applyTemplate(plan, fullPlan()));
    QCOMPARE(plan.columns[3].name, QStringLiteral("Land"));
}

void TestTemplates::withoutHeaderTheWidthCounts()
{
    ImportPlan plan = fullPlan();
    plan.hasHeader = false;
    const QStringList header{QStringLiteral("column 1"), QStringLiteral("column 2"), QStringLiteral("column 3"), QStringLiteral("column 4")};
    VERIFY_RESULT(store().save(QStringLiteral("log"), header, plan));
    QVERIFY(store().find(header, false));
    QVERIFY(!store().find(header, true));
    QVERIFY(!store().find(header.mid(1), false));
    ImportPlan narrow = plan;
    narrow.columns.removeLast();
    QVERIFY(!applyTemplate(narrow, plan));
}

void TestTemplates::noTemplates_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("when;who;what") << "byte";
    QTest::newRow("other JSON") << QByteArray("{\"name\": \"x\"}") << "format";
    QTest::newRow("no columns") << QByteArray(R"({"format":"foretrail-import-template","plan":{}})") << "columns";
    QTest::newRow("wrong kind") << QByteArray(R"({"format":"foretrail-import-template","plan":{"kind":"rain"}})") << "kind";
}

void TestTemplates::noTemplates()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    test::writeAll(path("t.json"), content);
    const auto read = ImportTemplates::read(path("t.json"));
    QVERIFY(!read);
    QCOMPARE(int(read.error().code), int(ErrorCode::Format));
    QVERIFY2(read.error().message.contains(says) && read.error().message.contains(QStringLiteral("t.json")), qPrintable(read.error().message));
    QCOMPARE(int(ImportTemplates::read(path("absent.json")).error().code), int(ErrorCode::NotFound));
}

FORETRAIL_TEST_MAIN(TestTemplates, QCoreApplication)
#include "tst_templates.moc"
