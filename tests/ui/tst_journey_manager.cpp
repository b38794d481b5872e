// Two ways through the program, as a person goes them. A manager opens what an analyst made, on another machine: reads the sentences that matter and
// takes picture, report and workbook along. A shopkeeper asks who is about to leave, what to show them, and on what evidence.
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/data/AnnotationStore.h"
#include "core/data/FactWriter.h"
#include "core/data/OverrideStore.h"
#include "core/report/ReportContent.h"
#include "core/training/Experiment.h"
#include "tests/support/SheetReader.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/models/UsersModel.h"
#include "ui/pages/ForecastPage.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 84; ///< of the shop, from 1 January 2024 on; its last day is 24 March

/// What an analyst leaves behind: a stored run, a correction of the total and a note.
void makeAnalystsWorkspace(const QString &path)
{
    VERIFY_RESULT(makeShop(path, days));
    auto workspace = Workspace::open(path);
    VERIFY_RESULT(workspace);
    TrainingSpec spec;
    spec.model.model = QStringLiteral("drift");
    spec.horizon = spec.split.test = 7;
    JobContext job;
    VERIFY_RESULT(trainAndStore(*workspace, spec, job));
    Override promotion;
    promotion.time = momentOf(days, 0);
    promotion.amount = 40;
    promotion.reason = QStringLiteral("promotion");
    VERIFY_RESULT(OverrideStore(*workspace).replace(overrideQuestion(spec.query, QStringLiteral("total"), Step::Day), {promotion.time}, {promotion}, job));
    VERIFY_RESULT(AnnotationStore(*workspace).save({0, momentOf(40, 0), {}, {}, QStringLiteral("new window")}, job));
}

/// Thirty users who buy on four days each. Of the ninety gaps eighty are of 7 days and ten of 30, so that four in five are no longer than 7 and
/// nineteen in twenty no longer than 30. Ten bought on the last day, ten 20 days before it and ten 40 days before it: user n spends n + 1 a time.
Result<void> makeLeaving(const QString &path)
{
    return makeFilled(path, [](FactWriter &writer) -> Result<void> {
        quint64 number = 0;
        for (int user = 0; user < 30; ++user) {
            const int last = 100 - 20 * (user / 10), longest = user < 10 ? 30 : 7;
            const int bought[] = {last - 14 - longest, last - 14, last - 7, last};
            for (int visit = 0; visit < 4; ++visit) {
                const std::string key = "user" + std::to_string(user), item = "item" + std::to_string((user + visit) % 6), session = key + "-" + std::to_string(visit);
                EventRow row;
                row.time = momentOf(bought[visit], 9);
                row.user = key;
                row.item = item;
                row.category = "things";
                row.kind = "purchase";
                row.session = session;
                row.amount = user + 1;
                row.quantity = 1;
                row.fingerprint = ++number;
                if (const auto stored = writer.addEvent(row); !stored)
                    return fail(stored.error());
            }
        }
        return {};
    });
}

} // namespace

class TestJourneyManager : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); } // with settings that nobody has made anything of
    void cleanup() { m_desk.reset(); }
    void opensOnWhatMatters();
    void sentencesFollowTheQuestion();
    void correctionsCount();
    void takesAllAlongAtOnce();
    void reportSpeaksOfTheParts();
    void showsWhoIsAboutToLeave();
    void writesWhatToShowThem();

private:
    Desk &desk() { return *m_desk; }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    QString shop() { return desk().path(QStringLiteral("from-the-analyst.foretrail")); }
    QString folder() { return desk().path(QStringLiteral("slides")); }
    /// Spaces that do not break are plain ones there.
    QString inShort() { return desk().part<QTextBrowser>("inShortText").toPlainText(); }
    static QString plain(QString text) { return text.replace(QChar::Nbsp, u' '); }
    bool openAnalysts();
    bool openLeaving();
    Result<ReportContent> told();
    QStringList listed();
    void choose(const char *action);

    std::unique_ptr<Desk> m_desk;
};

/// From the page that the program opens on, as by the button there.
bool TestJourneyManager::openAnalysts()
{
    makeAnalystsWorkspace(shop());
    FileAnswers answers;
    answers.open = {shop()};
    desk().click("openFile");
    return QTest::qWaitFor([&] { return desk().session().hasWorkspace() && desk().window().findChild<ForecastPage *>() && page().shown().hasFuture() && desk().isIdle(); }, 30000);
}

/// By the function that the first page of a report is made with.
Result<ReportContent> TestJourneyManager::told()
{
    auto workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    JobContext job;
    return reportFromWorkspace(*workspace, usualReport(page().shown().spec, desk().session().summary()), job);
}

void TestJourneyManager::choose(const char *action)
{
    desk().click("primaryAction");
    auto &menu = desk().part<QMenu>("exportMenu");
    menu.setActiveAction(menu.findChild<QAction *>(QLatin1String(action)));
    QTest::keyClick(&menu, Qt::Key_Return);
}

// Nothing is chosen and nothing is pressed after the workspace: page, chart and sentences are there.
void TestJourneyManager::opensOnWhatMatters()
{
    QVERIFY(openAnalysts());
    QVERIFY(page().isVisible());
    QVERIFY(desk().part("inShortText").isVisible());
    const auto content = told();
    VERIFY_RESULT(content);
    QCOMPARE(content->series.size(), 3); // tea, mug and jam: not their sum alone
    QTRY_VERIFY2(inShort().contains(plain(content->subtitle)), qPrintable(inShort()));
    for (const ReportFinding &finding : content->findings)
        QVERIFY2(inShort().contains(plain(finding.heading + QLatin1Char('\n') + finding.text)), qPrintable(finding.text + QStringLiteral("\nin\n") + inShort()));
    for (const QString &heading : {QStringLiteral("Overall"), QStringLiteral("What needs a look"), QStringLiteral("How good the forecasts were")})
        QVERIFY2(inShort().contains(heading), qPrintable(heading));
    // Range of the data, how far ahead and by which model.
    for (const QString &part : {QStringLiteral("3 series"), QStringLiteral("data from 2024-01-01 to 2024-03-24 (84 days)"), QStringLiteral("28 days ahead"), page().shown().spec.model.model})
        QVERIFY2(inShort().contains(part), qPrintable(part));
}

void TestJourneyManager::sentencesFollowTheQuestion()
{
    QVERIFY(openAnalysts());
    QTRY_VERIFY(inShort().contains(QStringLiteral("3 series")));
    QVERIFY(desk().choose("by", QStringLiteral("By category")));
    QTRY_VERIFY2(inShort().contains(QStringLiteral("by category")), qPrintable(inShort()));
    TRY_IDLE(desk());
    const auto content = told();
    VERIFY_RESULT(content);
    QVERIFY(inShort().contains(plain(content->findings.front().text)));
    desk().settings().setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY_WITH_TIMEOUT(!inShort().contains(QStringLiteral("Overall")) && desk().isIdle() && !desk().part<QTextBrowser>("inShortText").toPlainText().isEmpty(), 30000);
}

// What the analyst corrected stands on the chart that the manager sees, with the reason.
void TestJourneyManager::correctionsCount()
{
    QVERIFY(openAnalysts());
    QCOMPARE(page().shown().adjustments.forecast.values().front(), 40.0);
    QVERIFY(page().shown().adjustments.forecast.isAdjusted());
    bool isNoted = false;
    for (const EventMark &event : desk().part<LineChart>("forecastChart").content().events)
        isNoted = isNoted || event.text.contains(QStringLiteral("new window"));
    QVERIFY(isNoted);
}

// Three clicks: the button, the first entry of its menu, the button of the dialog. Picture for a slide, workbook with a chart that can be edited, report.
void TestJourneyManager::takesAllAlongAtOnce()
{
    QVERIFY(openAnalysts());
    QVERIFY(QDir().mkpath(folder()));
    choose("exportSeveral");
    QVERIFY(desk().part<QDialog>("exportDialog").isVisible());
    for (const char *box : {"exportFormat_png", "exportFormat_xlsx", "exportReportToo"})
        QVERIFY2(desk().part<QCheckBox>(box).isChecked(), box);
    desk().part<QLineEdit>("exportFolder").setText(folder());
    desk().click("exportGo");
    const auto files = [&] { return QDir(folder()).entryList(QDir::Files, QDir::Name); };
    QTRY_COMPARE_WITH_TIMEOUT(files(), (QStringList{QStringLiteral("daily-revenue-report.pdf"), QStringLiteral("daily-revenue.png"), QStringLiteral("daily-revenue.xlsx")}), 30000);
    TRY_IDLE(desk());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
    QVERIFY(desk().part("statusFolder").isVisible()); // leads to them
    const QImage picture(folder() + QStringLiteral("/daily-revenue.png"));
    QCOMPARE(picture.size(), QSize(2000, 1125)); // 13.333 by 7.5 inches of 150 dots
    for (const QString &part : {QStringLiteral("data from 2024-01-01 to 2024-03-24"), QStringLiteral("model ") + page().shown().spec.model.model, QStringLiteral("baseline "), QStringLiteral("corrected by hand")})
        QVERIFY2(picture.text(QStringLiteral("Source")).contains(part), qPrintable(picture.text(QStringLiteral("Source"))));
    QCOMPARE(pdfPages(readAll(folder() + QStringLiteral("/daily-revenue-report.pdf"))), 1 + 3);
    const QString book = folder() + QStringLiteral("/daily-revenue.xlsx");
    QVERIFY(zipMember(book, QStringLiteral("xl/charts/chart1.xml")).contains("lineChart"));
    const std::vector<double> &mean = page().shown().outcome.future.mean;
    QCOMPARE(sheetRows(book, QStringLiteral("Forecast")).size(), 1 + qsizetype(mean.size()));
    QCOMPARE(sheetRows(book, QStringLiteral("History")).size(), 1 + days);
    QVERIFY(sheetRows(book, QStringLiteral("Provenance")).size() > 3);
    QVERIFY(sheetRows(book, QStringLiteral("Corrections")).size() >= 2);
}

// A report of a sum alone would say nothing of what rises in it.
void TestJourneyManager::reportSpeaksOfTheParts()
{
    QVERIFY(openAnalysts());
    QVERIFY(QDir().mkpath(folder()));
    FileAnswers answers;
    answers.save = folder() + QStringLiteral("/report.html");
    choose("exportReport");
    QVERIFY(desk().choose("reportFormat", QStringLiteral("HTML, one file")));
    desk().click("reportGo");
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(answers.save) && desk().isIdle(), 30000);
    const QString html = QString::fromUtf8(readAll(answers.save));
    QCOMPARE(html.count(QStringLiteral("<section>")), 3);
    const auto content = told();
    VERIFY_RESULT(content);
    for (const ReportFinding &finding : content->findings)
        QVERIFY2(html.contains(QStringLiteral("<dt>%1</dt>").arg(finding.heading.toHtmlEscaped())), qPrintable(finding.heading));
}

bool TestJourneyManager::openLeaving()
{
    const Result<void> made = makeLeaving(shop());
    if (!made || !desk().openAndWait(shop()))
        return false;
    desk().window().showPage(QStringLiteral("customers"));
    return QTest::qWaitFor([&] { return desk().isShown("showAtRisk") && desk().isIdle(); }, 120000);
}

QStringList TestJourneyManager::listed()
{
    const QAbstractItemModel &model = *desk().part<QTableView>("userTable").model();
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys << model.index(row, 0).data().toString();
    return keys;
}

// One click leads to them, those who brought the most first; the profile of the first is open, with what to show next and why.
void TestJourneyManager::showsWhoIsAboutToLeave()
{
    QVERIFY(openLeaving());
    QCOMPARE(desk().part<QPushButton>("showAtRisk").text(), QStringLiteral("At risk: 10 (33 % of revenue)")); // 11 + .. + 20 of 1 + .. + 30 is a third
    desk().click("showAtRisk");
    QStringList expected; // silent for 20 days, more than 7 and not more than 30
    for (int user = 19; user >= 10; --user)
        expected << QStringLiteral("user%1").arg(user);
    QTRY_COMPARE(listed(), expected);
    QVERIFY(!desk().part("showAtRisk").isVisible());
    auto workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    JobContext job;
    const auto found = usersOfSegment(*workspace, {QStringLiteral("state:at-risk"), {}}, job);
    VERIFY_RESULT(found);
    QCOMPARE(found->users->count(), qint64(expected.size()));
    QTRY_COMPARE(desk().session().selection().userKey(), QStringLiteral("user19"));
    TRY_IDLE(desk());
    QTRY_VERIFY(desk().part<QTableView>("nextItems").model()->rowCount() > 0);
    desk().click("clearSegment");
    QTRY_COMPARE(listed().size(), 30);
    QVERIFY(desk().isShown("showAtRisk"));
}

void TestJourneyManager::writesWhatToShowThem()
{
    QVERIFY(openLeaving());
    desk().click("showAtRisk");
    QTRY_COMPARE(listed().size(), 10);
    TRY_IDLE(desk());
    FileAnswers answers;
    answers.save = desk().path(QStringLiteral("leaving.csv"));
    desk().click("primaryAction");
    QTRY_VERIFY(QFile::exists(answers.save));
    TRY_IDLE(desk());
    const QList<QStringList> rows = parsedCsv(readAll(answers.save));
    QCOMPARE(rows.size(), 1 + 10);
    const QStringList &header = rows.front();
    const auto cell = [&](int row, const char *name) { return rows[row].value(header.indexOf(QLatin1String(name))); };
    QCOMPARE(cell(1, "user"), QStringLiteral("user19"));
    const QStringList items{QStringLiteral("item0"), QStringLiteral("item1"), QStringLiteral("item2"), QStringLiteral("item3"), QStringLiteral("item4"), QStringLiteral("item5")};
    for (int row = 1; row <= 10; ++row) {
        QCOMPARE(cell(row, "user"), QStringLiteral("user%1").arg(20 - row));
        QCOMPARE(cell(row, "value"), QString::number(4 * (21 - row))); // four times n + 1
        QCOMPARE(cell(row, "state"), QStringLiteral("at-risk"));
        QCOMPARE(cell(row, "silent_days"), QStringLiteral("20"));
        QCOMPARE(cell(row, "risk_after_days"), QStringLiteral("7"));
        QCOMPARE(cell(row, "lapsed_after_days"), QStringLiteral("30"));
        QVERIFY2(items.contains(cell(row, "next_1")), qPrintable(cell(row, "next_1")));
        QVERIFY(header.contains(QStringLiteral("why_1")));
    }
}

FORETRAIL_TEST_MAIN(TestJourneyManager, QApplication)
#include "tst_journey_manager.moc"
