// Handing a forecast on: the dialog that exports it in several formats at once, and the one that makes a report of many series. What is
// written is what is seen; the numbers are those of the forecast on the page, whose shop is made by a rule (makeShop).
#include "core/base/NumberText.h"
#include "tests/support/SheetReader.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/TableDialog.h"
#include "ui/pages/ForecastPage.h"
#include "ui/report/ExportPack.h"
#include "ui/report/ReportFile.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QXmlStreamReader>

#include <sys/resource.h>

#include <csignal>

using namespace foretrail;
using namespace foretrail::test;

class TestExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void writesAllFormatsTogether();
    void remembersTheChoice();
    void asksBeforeItReplaces();
    void needsAPlaceAndAName();
    void copiesPictureAndNumbers();
    void sizesAndDots();
    void printIsTheSameInTheDark();
    void drawnAsTheNumbersSay();
    void tellsInWords();
    void nothingHalf();
    void exportsAWorkbookAlone();
    void makesAReport();
    void reportOfTheOneOnScreen();
    void reportPages_data();
    void reportPages();
    void reportStopsAndFails();

    void takeUrl(const QUrl &url) { m_opened = url; } // stands in for the file manager

private:
    Desk &desk() { return *m_desk; }
    ForecastPage &page() { return desk().part<ForecastPage>("forecastPage"); }
    LineChart &chart() { return desk().part<LineChart>("forecastChart"); }
    QString folder() { return desk().path(QStringLiteral("out")); }
    QStringList files() { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    bool openShop(const char *by = "By item");
    void choose(const char *action);
    void set(const char *box, bool isOn);
    void openDialog(const QStringList &formats);
    void go();
    std::shared_ptr<const ShownForecast> shown() { return std::make_shared<const ShownForecast>(page().shown()); }
    ExportChoice choiceOf(const QStringList &formats)
    {
        ExportChoice choice;
        choice.formats = formats;
        choice.folder = folder();
        choice.name = QStringLiteral("tea");
        return choice;
    }
    QByteArray rendered(const QString &format)
    {
        const ShownForecast &one = page().shown();
        const auto bytes = renderForecast({one.outcome, one.spec, one.provenance, one.chart, {}, {}, one.adjustments.forecast}, format);
        return bytes ? *bytes : QByteArray();
    }

    std::unique_ptr<Desk> m_desk;
    QUrl m_opened;
};

void TestExport::init()
{
    m_desk = std::make_unique<Desk>();
    QVERIFY(QDir().mkpath(folder()));
    desk().window().showPage(QStringLiteral("forecast"));
}

bool TestExport::openShop(const char *by)
{
    const QString shop = desk().path(QStringLiteral("shop.foretrail"));
    if (!makeShop(shop, 84))
        return false;
    desk().session().openWorkspace(shop);
    const auto isShown = [&] { return page().shown().hasFuture() && desk().isIdle(); };
    if (!QTest::qWaitFor(isShown, 30000) || !desk().choose("by", QString::fromLatin1(by)))
        return false;
    return QTest::qWaitFor([&] { return isShown() && page().shown().outcome.history.key == QStringLiteral("tea"); }, 30000);
}

/// The button of the page, then an entry of its menu.
void TestExport::choose(const char *action)
{
    desk().click("primaryAction");
    auto &menu = desk().part<QMenu>("exportMenu");
    QVERIFY(menu.isVisible());
    menu.setActiveAction(menu.findChild<QAction *>(QLatin1String(action)));
    QTest::keyClick(&menu, Qt::Key_Return);
}

void TestExport::set(const char *box, bool isOn)
{
    auto &check = desk().part<QCheckBox>(box);
    if (check.isChecked() != isOn)
        QTest::mouseClick(&check, Qt::LeftButton, {}, QPoint(8, check.height() / 2));
    QCOMPARE(check.isChecked(), isOn);
}

void TestExport::openDialog(const QStringList &formats)
{
    choose("exportSeveral");
    QVERIFY(desk().part<QDialog>("exportDialog").isVisible());
    for (const QString &format : ExportChoice::allFormats())
        set(("exportFormat_" + format.toLatin1()).constData(), formats.contains(format));
    set("exportReportToo", false);
    desk().part<QLineEdit>("exportFolder").setText(folder());
    auto &name = desk().part<QLineEdit>("exportName");
    name.selectAll();
    QTest::keyClicks(&name, QStringLiteral("tea"));
}

void TestExport::go()
{
    desk().click("exportGo");
    TRY_IDLE(desk());
}

void TestExport::writesAllFormatsTogether()
{
    QVERIFY(openShop());
    openDialog(ExportChoice::allFormats());
    QTRY_VERIFY(!desk().part<QLabel>("exportPreview").pixmap().isNull());
    QCOMPARE(desk().part<QLabel>("exportPreview").accessibleDescription(), page().shown().chart.description);
    go();
    QTRY_COMPARE(files(), QStringList({QStringLiteral("tea.csv"), QStringLiteral("tea.pdf"), QStringLiteral("tea.png"), QStringLiteral("tea.svg"), QStringLiteral("tea.xlsx")}));
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
    const QString said = desk().part<QPushButton>("statusJob").accessibleName();
    QVERIFY2(said.contains(QStringLiteral("tea.png, tea.svg, tea.pdf, tea.xlsx, tea.csv")) && said.contains(QDir::toNativeSeparators(folder())), qPrintable(said));
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeUrl");
    desk().click("statusFolder");
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(m_opened.toLocalFile(), folder());
    // Table, workbook and page hold the same numbers.
    const std::vector<double> &mean = page().shown().outcome.future.mean;
    const QList<QStringList> csv = parsedCsv(readAll(folder() + QStringLiteral("/tea.csv")));
    const QList<QStringList> sheet = sheetRows(folder() + QStringLiteral("/tea.xlsx"), QStringLiteral("Forecast"));
    QCOMPARE(csv.size(), 1 + qsizetype(mean.size()));
    QCOMPARE(sheet.size(), csv.size());
    for (size_t h = 0; h < mean.size(); ++h) {
        QCOMPARE(csv[qsizetype(h) + 1][4].toDouble(), mean[h]); // every digit
        QVERIFY2(isSameNumber(sheet[qsizetype(h) + 1][4], mean[h]), qPrintable(sheet[qsizetype(h) + 1][4]));
    }
    QCOMPARE(pdfPages(readAll(folder() + QStringLiteral("/tea.pdf"))), 1);
}

void TestExport::remembersTheChoice()
{
    QVERIFY(openShop());
    openDialog({QStringLiteral("csv")});
    QVERIFY(desk().choose("exportPreset", QStringLiteral("Half a page")));
    desk().part<QSpinBox>("exportDpi").setValue(96);
    go();
    QTRY_COMPARE(files(), QStringList{QStringLiteral("tea.csv")});
    choose("exportSeveral");
    QVERIFY(desk().part<QCheckBox>("exportFormat_csv").isChecked());
    QVERIFY(!desk().part<QCheckBox>("exportFormat_png").isChecked());
    QCOMPARE(desk().part<QComboBox>("exportPreset").currentText(), QStringLiteral("Half a page"));
    QCOMPARE(desk().part<QSpinBox>("exportDpi").value(), 96);
    QCOMPARE(desk().part<QLineEdit>("exportFolder").text(), folder());
    QCOMPARE(desk().part<QLineEdit>("exportName").text(), QStringLiteral("daily-revenue-of-tea")); // named after what is shown
    desk().click("exportCancel");
}

void TestExport::asksBeforeItReplaces()
{
    QVERIFY(openShop());
    writeAll(folder() + QStringLiteral("/tea.csv"), "older\n");
    openDialog({QStringLiteral("csv"), QStringLiteral("svg")});
    go();
    QTRY_VERIFY(!desk().window().findChildren<QDialog *>(QStringLiteral("confirm")).isEmpty());
    QVERIFY2(desk().text("confirmText").contains(QStringLiteral("tea.csv")) && !desk().text("confirmText").contains(QStringLiteral("tea.svg")), qPrintable(desk().text("confirmText")));
    desk().click("confirmNo");
    TRY_IDLE(desk());
    QCOMPARE(readAll(folder() + QStringLiteral("/tea.csv")), QByteArray("older\n"));
    QCOMPARE(files().size(), 1);
    openDialog({QStringLiteral("csv"), QStringLiteral("svg")});
    go();
    QTRY_VERIFY(desk().window().findChild<QPushButton *>(QStringLiteral("confirmYes")) && desk().part("confirmYes").isVisible());
    desk().click("confirmYes");
    QTRY_COMPARE(files().size(), 2);
    TRY_IDLE(desk());
    QVERIFY(readAll(folder() + QStringLiteral("/tea.csv")).startsWith("series,h,time"));
}

void TestExport::needsAPlaceAndAName()
{
    QVERIFY(openShop());
    openDialog({QStringLiteral("png")});
    auto &go = desk().part<QPushButton>("exportGo");
    auto &name = desk().part<QLineEdit>("exportName");
    QVERIFY(go.isEnabled());
    for (const char *bad : {"", "  ", "a/b"}) {
        name.setText(QString::fromLatin1(bad));
        QVERIFY2(!go.isEnabled(), bad);
    }
    name.setText(QStringLiteral("tea"));
    set("exportFormat_png", false);
    QVERIFY(!go.isEnabled()); // nothing to do
    set("exportCopyNumbers", true);
    QVERIFY(go.isEnabled()); // which needs no file
    set("exportCopyNumbers", false);
    set("exportFormat_png", true);
    desk().part<QLineEdit>("exportFolder").setText(desk().path(QStringLiteral("nowhere")));
    desk().click("exportGo");
    QTRY_VERIFY2(desk().problem().contains(QStringLiteral("nowhere/tea.png")), qPrintable(desk().problem()));
}

void TestExport::copiesPictureAndNumbers()
{
    QVERIFY(openShop());
    chart().setVisibleRange(80, 90);
    openDialog({});
    set("exportCopyPicture", true);
    set("exportCopyNumbers", true);
    go();
    QTRY_COMPARE(desk().part<QPushButton>("statusJob").accessibleName(), QStringLiteral("Copied the forecast."));
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    const QList<QStringList> &table = page().shown().table;
    QCOMPARE(lines.size(), 1 + 11); // the steps 80 to 90, as they are seen
    for (int i = 0; i <= 10; ++i)
        QCOMPARE(lines[i + 1], table[81 + i].join(u'\t'));
    QVERIFY(!QApplication::clipboard()->image().isNull());
    QVERIFY(files().isEmpty());
    // Both at once are both told.
    openDialog({QStringLiteral("csv")});
    set("exportCopyNumbers", true);
    go();
    QTRY_COMPARE(files(), QStringList(QStringLiteral("tea.csv")));
    QTRY_VERIFY2(desk().part<QPushButton>("statusJob").accessibleName().startsWith(QStringLiteral("Saved 1 file in ")), qPrintable(desk().part<QPushButton>("statusJob").accessibleName()));
    QVERIFY(desk().part<QPushButton>("statusJob").accessibleName().endsWith(QStringLiteral("and copied the forecast.")));
}

void TestExport::sizesAndDots()
{
    QVERIFY(openShop());
    openDialog({QStringLiteral("png")});
    QVERIFY(desk().choose("exportPreset", QStringLiteral("Slide, 16:9")));
    desk().part<QSpinBox>("exportDpi").setValue(96);
    QCOMPARE(desk().part<QLabel>("exportDots").text(), QStringLiteral("1,280 × 720 dots")); // 13.333 by 7.5 inches
    desk().part<QDoubleSpinBox>("exportWidth").setValue(254);
    desk().part<QDoubleSpinBox>("exportHeight").setValue(127);
    QCOMPARE(desk().part<QComboBox>("exportPreset").currentText(), QStringLiteral("Other"));
    desk().part<QDoubleSpinBox>("exportWidth").setValue(1200);
    desk().part<QDoubleSpinBox>("exportHeight").setValue(1200);
    desk().part<QSpinBox>("exportDpi").setValue(600); // 28,346 dots a side
    QVERIFY(!desk().part<QPushButton>("exportGo").isEnabled());
    desk().part<QDoubleSpinBox>("exportWidth").setValue(254);
    desk().part<QDoubleSpinBox>("exportHeight").setValue(127);
    desk().part<QSpinBox>("exportDpi").setValue(200);
    go();
    QTRY_COMPARE(files(), QStringList{QStringLiteral("tea.png")});
    const QImage image(folder() + QStringLiteral("/tea.png"));
    QCOMPARE(image.size(), QSize(2000, 1000)); // 10 by 5 inches
    QCOMPARE(image.dotsPerMeterX(), 7874);     // 200 over 0.0254
}

void TestExport::printIsTheSameInTheDark()
{
    QVERIFY(openShop());
    const QByteArray png = rendered(QStringLiteral("png")), svg = rendered(QStringLiteral("svg"));
    QVERIFY(!png.isEmpty() && !svg.isEmpty());
    desk().settings().setScheme(Scheme::Dark);
    QTest::qWait(0);
    TRY_IDLE(desk());
    QVERIFY(Theme::colors().isDark);
    QCOMPARE(rendered(QStringLiteral("svg")), svg);
    QVERIFY(rendered(QStringLiteral("png")) == png);
    QCOMPARE(QImage::fromData(png).pixelColor(2, 2), QColor(Qt::white));
}

// The dashed line of the drawing goes through the numbers: its heights are a straight function of them.
void TestExport::drawnAsTheNumbersSay()
{
    QVERIFY(openShop());
    const QString svg = QString::fromUtf8(rendered(QStringLiteral("svg")));
    const std::vector<double> &mean = page().shown().outcome.future.mean;
    QList<QPointF> drawn;
    static const QRegularExpression lines(QStringLiteral("<polyline[^>]*points=\"([^\"]*)\""));
    for (auto match = lines.globalMatch(svg); match.hasNext();) {
        QList<QPointF> points;
        for (const QString &pair : match.next().captured(1).split(u' ', Qt::SkipEmptyParts))
            points.append({pair.section(u',', 0, 0).toDouble(), pair.section(u',', 1, 1).toDouble()});
        if (points.size() == qsizetype(mean.size()))
            drawn = points; // the forecast is drawn behind the test forecast of the same length
    }
    QCOMPARE(drawn.size(), qsizetype(mean.size()));
    const auto [low, high] = std::minmax_element(mean.begin(), mean.end());
    QVERIFY(*high > *low);
    const double scale = (drawn[high - mean.begin()].y() - drawn[low - mean.begin()].y()) / (*high - *low);
    QVERIFY(scale < 0); // more is higher up
    for (size_t h = 0; h < mean.size(); ++h) {
        const double expected = drawn[low - mean.begin()].y() + scale * (mean[h] - *low);
        QVERIFY2(std::abs(drawn[qsizetype(h)].y() - expected) < 0.05, qPrintable(QString::number(h)));
    }
    const double width = (drawn.back().x() - drawn.front().x()) / double(mean.size() - 1);
    for (qsizetype h = 1; h < drawn.size(); ++h)
        QVERIFY(std::abs(drawn[h].x() - drawn[h - 1].x() - width) < 0.05);
}

// Range of the data, model, error beside the baseline's, coverage, fingerprint and date; and words for those who cannot see it.
void TestExport::tellsInWords()
{
    QVERIFY(openShop());
    const ShownForecast &one = page().shown();
    const QString small = one.chart.provenance;
    for (const QString &part : {QStringLiteral("data from 2024-01-01 to 2024-03-24"), QStringLiteral("model ") + one.spec.model.model, QStringLiteral("WAPE"),
                                QStringLiteral("baseline ") + one.outcome.baseline, QStringLiteral("80 % promised"), QStringLiteral("95 % promised"),
                                one.outcome.fingerprint, one.provenance.created.toString(Qt::ISODate), QStringLiteral("shop.foretrail"), QStringLiteral("seed 1")})
        QVERIFY2(!part.isEmpty() && small.contains(part), qPrintable(part + QStringLiteral(" in ") + small));
    const QString words = one.chart.description;
    QVERIFY2(words.contains(QStringLiteral("Daily revenue of tea")) && words.contains(QStringLiteral("to 2024-04-21")), qPrintable(words)); // 28 days on
    const QImage image = QImage::fromData(rendered(QStringLiteral("png")));
    QCOMPARE(image.text(QStringLiteral("Description")), words);
    QCOMPARE(image.text(QStringLiteral("Source")), small);
    const QString svg = QString::fromUtf8(rendered(QStringLiteral("svg")));
    QVERIFY(svg.contains(QStringLiteral("<title>Daily revenue of tea</title>")) && svg.contains(QStringLiteral("<desc>Line chart")));
    QVERIFY(svg.contains(QStringLiteral(">Daily revenue of tea<")) && svg.count(QStringLiteral("<text")) > 10); // text stays text
}

// A file that may not grow fails as a full disk does; a folder that takes no files says so. In neither is anything left.
void TestExport::nothingHalf()
{
    QVERIFY(openShop());
    JobContext job;
    const auto forecast = shown();
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{20'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto full = writePack(*forecast, {}, choiceOf({QStringLiteral("csv"), QStringLiteral("png")}), {}, job); // the table fits, the picture does not
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!full);
    QVERIFY2(full.error().message.contains(QStringLiteral("tea.png")), qPrintable(full.error().message));
    QVERIFY2(files().isEmpty(), qPrintable(files().join(u' ')));
    writeAll(folder() + QStringLiteral("/tea.csv"), "older\n");
    const auto there = writePack(*forecast, {}, choiceOf({QStringLiteral("csv")}), {}, job);
    QVERIFY(!there && there.error().message.contains(QStringLiteral("tea.csv")));
    QCOMPARE(readAll(folder() + QStringLiteral("/tea.csv")), QByteArray("older\n"));
    ExportChoice nowhere = choiceOf({QStringLiteral("csv"), QStringLiteral("svg")});
    nowhere.folder = folder() + QStringLiteral("/tea.csv"); // a file is no folder
    QVERIFY(!writePack(*forecast, {}, nowhere, {}, job));
    job.requestStop();
    const auto stopped = writePack(*forecast, {}, choiceOf({QStringLiteral("svg")}), {}, job);
    QVERIFY(!stopped && stopped.error().isCancelled());
    QCOMPARE(files(), QStringList{QStringLiteral("tea.csv")});
}

void TestExport::exportsAWorkbookAlone()
{
    QVERIFY(openShop());
    FileAnswers answers;
    answers.save = folder() + QStringLiteral("/one");
    choose("export_xlsx");
    QTRY_COMPARE(files(), QStringList{QStringLiteral("one.xlsx")});
    TRY_IDLE(desk());
    QCOMPARE(sheetRows(folder() + QStringLiteral("/one.xlsx"), QStringLiteral("History")).size(), 1 + 84);
}

void TestExport::makesAReport()
{
    QVERIFY(openShop());
    FileAnswers answers;
    answers.save = folder() + QStringLiteral("/report.pdf");
    choose("exportReport");
    QVERIFY(desk().part<QDialog>("reportDialog").isVisible());
    QCOMPARE(desk().part<QSpinBox>("reportCount").maximum(), 3); // tea, mug, jam
    desk().part<QSpinBox>("reportCount").setValue(2);
    QTest::keyClicks(&desk().part<QLineEdit>("reportCompany"), QStringLiteral("Tea & Co"));
    desk().click("reportGo");
    QCOMPARE(QFileInfo(answers.asked.path).suffix(), QStringLiteral("pdf"));
    QTRY_COMPARE(files(), QStringList{QStringLiteral("report.pdf")});
    TRY_IDLE(desk());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
    QCOMPARE(pdfPages(readAll(answers.save)), 1 + 2);
    QVERIFY(desk().part("statusFolder").isVisible());
    answers.save = folder() + QStringLiteral("/report.html"); // the other choices are remembered
    choose("exportReport");
    QCOMPARE(desk().part<QSpinBox>("reportCount").value(), 2);
    QCOMPARE(desk().part<QLineEdit>("reportCompany").text(), QStringLiteral("Tea & Co"));
    QVERIFY(desk().choose("reportFormat", QStringLiteral("HTML, one file")));
    QVERIFY(desk().choose("reportTemplate", QStringLiteral("First page and small charts")));
    desk().click("reportGo");
    QTRY_COMPARE(files().size(), 2);
    TRY_IDLE(desk());
    const QByteArray html = readAll(answers.save);
    QCOMPARE(html.count("<article>"), 2);
    QVERIFY(html.contains("Tea &amp; Co"));
}

void TestExport::reportOfTheOneOnScreen()
{
    QVERIFY(openShop());
    FileAnswers answers;
    answers.save = folder() + QStringLiteral("/one.html");
    choose("exportReport");
    QVERIFY(desk().choose("reportWhich", QStringLiteral("The one on screen: tea")));
    QVERIFY(!desk().part("reportCount").isVisible());
    QVERIFY(desk().choose("reportFormat", QStringLiteral("HTML, one file")));
    desk().click("reportGo");
    QTRY_COMPARE(files(), QStringList{QStringLiteral("one.html")});
    TRY_IDLE(desk());
    const QString html = QString::fromUtf8(readAll(answers.save));
    QCOMPARE(html.count(QStringLiteral("<section>")), 1);
    // The page, its sentence and its numbers are those of the forecast on screen.
    const ShownForecast &one = page().shown();
    QVERIFY(html.contains(one.chart.sentence.toHtmlEscaped()));
    QVERIFY(html.contains(QStringLiteral("<td>%1</td>").arg(plainNumber(one.outcome.future.mean.front()))));
}

void TestExport::reportPages_data()
{
    QTest::addColumn<int>("layout");
    QTest::addColumn<QString>("format");
    for (const ReportTemplate layout : {ReportTemplate::Full, ReportTemplate::Brief})
        for (const char *format : {"pdf", "html"})
            QTest::newRow(qPrintable(reportTemplateName(layout) + QLatin1Char(' ') + QLatin1String(format))) << int(layout) << QString::fromLatin1(format);
}

// Fourteen series: a page each and one before them, or ten small charts a page. HTML is well-formed and asks for nothing from elsewhere.
void TestExport::reportPages()
{
    QFETCH(int, layout);
    QFETCH(QString, format);
    QList<std::pair<QString, std::vector<double>>> series;
    for (int i = 0; i < 14; ++i) {
        std::vector<double> values;
        for (int day = 0; day < 70; ++day)
            values.push_back(100 * (i + 1) + (i % 3 - 1) * 5 * (day / 7) + day % 7);
        series.append({QStringLiteral("<b>%1</b> & co").arg(i), values});
    }
    const QString workspacePath = desk().path(QStringLiteral("many.foretrail"));
    VERIFY_RESULT(makeSeries(workspacePath, series));
    Result<Workspace> workspace = Workspace::open(workspacePath, Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    ReportRequest request;
    request.layout = ReportTemplate(layout);
    request.company = QStringLiteral("A & B");
    request.spec.query.by = GroupBy::Series;
    request.spec.query.measure = Measure::Value;
    request.spec.model.model = QStringLiteral("drift");
    request.spec.horizon = request.spec.split.test = 14;
    QImage logo(40, 20, QImage::Format_RGB32);
    logo.fill(Qt::darkGreen);
    const QString logoPath = desk().path(QStringLiteral("logo.png"));
    QVERIFY(logo.save(logoPath));
    JobContext job;
    const QString path = folder() + QStringLiteral("/r.") + format;
    const auto content = writeReport(*workspace, request, logoPath, format, path, job);
    VERIFY_RESULT(content);
    QCOMPARE(content->series.size(), 14);
    const QByteArray bytes = readAll(path);
    if (format == QStringLiteral("pdf")) {
        QCOMPARE(pdfPages(bytes), request.layout == ReportTemplate::Full ? 1 + 14 : 1 + 2);
        return;
    }
    QXmlStreamReader xml(bytes);
    int drawings = 0;
    QStringList elsewhere, words;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QStringLiteral("svg")) {
            ++drawings;
            words << xml.attributes().value(QStringLiteral("aria-label")).toString();
        }
        for (const QXmlStreamAttribute &attribute : xml.attributes())
            if ((attribute.name() == QStringLiteral("src") || attribute.name() == QStringLiteral("href")) && !attribute.value().startsWith(QStringLiteral("data:")))
                elsewhere << attribute.value().toString();
        QVERIFY(xml.name() != QStringLiteral("script") && xml.name() != QStringLiteral("link"));
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(drawings, 14);
    QVERIFY2(elsewhere.isEmpty(), qPrintable(elsewhere.join(u' ')));
    QVERIFY(words.filter(QStringLiteral("<b>3</b> & co")).size() == 1); // a name is text
    QVERIFY(bytes.contains("data:image/png;base64,"));
}

void TestExport::reportStopsAndFails()
{
    QVERIFY(openShop());
    Result<Workspace> workspace = Workspace::open(desk().path(QStringLiteral("shop.foretrail")), Workspace::Mode::ReadOnly);
    VERIFY_RESULT(workspace);
    ReportRequest request;
    request.spec.model.model = QStringLiteral("naive");
    request.spec.query.by = GroupBy::Item;
    JobContext job;
    const QString path = folder() + QStringLiteral("/r.pdf");
    const auto logo = writeReport(*workspace, request, desk().path(QStringLiteral("shop.foretrail")), QStringLiteral("pdf"), path, job);
    QVERIFY(!logo && logo.error().message.contains(QStringLiteral("shop.foretrail")));
    const auto nowhere = writeReport(*workspace, request, {}, QStringLiteral("pdf"), desk().path(QStringLiteral("nowhere/r.pdf")), job);
    QVERIFY(!nowhere && nowhere.error().message.contains(QStringLiteral("nowhere/r.pdf")));
    job.requestStop();
    const auto stopped = writeReport(*workspace, request, {}, QStringLiteral("pdf"), path, job);
    QVERIFY(!stopped && stopped.error().isCancelled());
    QVERIFY(files().isEmpty());
}

FORETRAIL_TEST_MAIN(TestExport, QApplication)
#include "tst_export.moc"
