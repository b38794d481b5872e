// Every page fits on a screen of 1280 x 800 with the system's font at 150 %, in both languages.
#include "core/training/Branch.h"
#include "core/training/Experiment.h"
#include "tests/ui/CutTexts.h"
#include "tests/ui/DataDesk.h"
#include "tests/ui/DialogWays.h"
#include "tests/ui/VisitorShop.h"
#include "ui/pages/Page.h"
#include "ui/widgets/ItemBrowser.h"

#include <QLayout>
#include <QSpinBox>
#include <QTabWidget>

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr QSize screenSize(1280, 800);
constexpr QSize frame(16, 48); ///< as MainWindow::fitToScreen leaves
constexpr int usualPixels = 13; ///< Theme's own size, where the system's font is no larger

/// What the layout of the window needs now; its own minimum is a number that would hide it.
QSize needed(const QWidget &window)
{
    constexpr int deepest = 12; // each level of layouts tells the next one by an event
    for (int i = 0; i < deepest; ++i)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return window.layout()->totalMinimumSize();
}

/// The widest parts of a page, for a person who has to mend it.
QString widest(QWidget &page)
{
    QStringList parts;
    for (const QWidget *part : page.findChildren<QWidget *>())
        if (part->isVisible() && part->minimumSizeHint().width() > 400)
            parts << QStringLiteral("%1 %2 %3").arg(QLatin1String(part->metaObject()->className()), part->objectName())
                         .arg(part->minimumSizeHint().width());
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestLargeFont : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pagesFit_data();
    void pagesFit();
    void importFits_data() { pagesFit_data(); }
    void importFits();
    void trainingsFit_data() { pagesFit_data(); }
    void trainingsFit();
    void emptyPagesFit_data() { pagesFit_data(); }
    void emptyPagesFit();
    void nothingIsCut_data() { pagesFit_data(); }
    void nothingIsCut();
    void dialogsFit_data() { pagesFit_data(); }
    void dialogsFit();
    void checkingAllIsNotCut_data() { pagesFit_data(); }
    void checkingAllIsNotCut();

private:
    void verifyFits(DataDesk &desk, const QString &what);
};

void TestLargeFont::initTestCase()
{
    QFont font = QApplication::font();
    font.setPixelSize(usualPixels * 3 / 2 + 1);
    QApplication::setFont(font); // the theme takes it for the system's
}

void TestLargeFont::pagesFit_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh_CN";
}

void TestLargeFont::verifyFits(DataDesk &desk, const QString &what)
{
    const QSize size = needed(desk.window());
    const QSize room = screenSize - frame;
    const QString text = QStringLiteral("%1 needs %2 x %3 of %4 x %5: %6").arg(what).arg(size.width()).arg(size.height())
                             .arg(room.width()).arg(room.height()).arg(widest(desk.window()));
    QVERIFY2(size.width() <= room.width() && size.height() <= room.height(), qPrintable(text));
}

void TestLargeFont::pagesFit()
{
    QFETCH(QString, language);
    DataDesk desk(language);
    const QString shop = desk.path(QStringLiteral("a shop with a rather long name.foretrail"));
    VERIFY_RESULT(makeShop(shop));
    QVERIFY(desk.openAndWait(shop));
    desk.window().resize(screenSize - frame);
    for (const QString &page : desk.window().pageNames()) {
        desk.window().showPage(page);
        TRY_IDLE(desk);
        QTRY_VERIFY(desk.window().currentPage()->isVisible());
        verifyFits(desk, page);
    }
}

/// The preview with its settings beside it, and then each tab of the import.
void TestLargeFont::importFits()
{
    QFETCH(QString, language);
    DataDesk desk(language);
    QVERIFY(desk.open());
    desk.window().resize(screenSize - frame);
    const QByteArray bad = "6,A1,Tea,1,3.50,2011-13-01 12:00,13047,Spain\n7,A1,Tea,many,3.50,2011-04-16 12:00,13047,Spain\n";
    QVERIFY(desk.preview({desk.write("sales-of-a-whole-year-and-some-more-of-another.csv", longSales() + bad)}));
    verifyFits(desk, QStringLiteral("preview"));
    QVERIFY(desk.import());
    for (const DataDesk::Tab tab : {DataDesk::Ledger, DataDesk::Rejects, DataDesk::Quality}) {
        desk.showTab(tab);
        QVERIFY(desk.settle());
        verifyFits(desk, QStringLiteral("tab %1").arg(tab));
    }
}

namespace {

/// A run of two layers, and one that branched from it, which is listed first.
void addRuns(const QString &path)
{
    auto workspace = Workspace::open(path);
    VERIFY_RESULT(workspace);
    TrainingSpec spec = TrainingSpec::quickPreset();
    spec.model.layers = 2;
    spec.model.epochs = 3;
    spec.horizon = spec.split.test = 7;
    JobContext job;
    const auto origin = trainAndStore(*workspace, spec, job);
    VERIFY_RESULT(origin);
    spec = TrainingSpec::fromJson(RunStore(*workspace).load(*origin)->summary.spec).value();
    VERIFY_RESULT(branchAndStore(*workspace, {*origin, 2, spec}, job));
}

} // namespace

/// Each tab of a branch, and with a training that runs above it.
void TestLargeFont::trainingsFit()
{
    QFETCH(QString, language);
    DataDesk desk(language);
    const QString shop = desk.path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop));
    addRuns(shop);
    QVERIFY(desk.openAndWait(shop));
    desk.window().resize(screenSize - frame);
    desk.window().showPage(QStringLiteral("train"));
    TRY_IDLE(desk);
    QTRY_VERIFY(desk.isShown("epochSlider"));
    for (int tab = 0; tab < 4; ++tab) {
        desk.part<QTabWidget>("trainTabs").setCurrentIndex(tab);
        TRY_IDLE(desk);
        verifyFits(desk, QStringLiteral("tab %1 of a run").arg(tab));
    }
    desk.click("presetArticle");
    desk.part<QSpinBox>("trainEpochs").setValue(100'000);
    desk.click("primaryAction");
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("trainingControls"), 30000);
    for (int tab = 0; tab < 4; ++tab) {
        desk.part<QTabWidget>("trainTabs").setCurrentIndex(tab);
        verifyFits(desk, QStringLiteral("tab %1 of a training").arg(tab));
    }
    QTRY_VERIFY_WITH_TIMEOUT(desk.isShown("jobStop"), 30000);
    desk.click("jobStop");
    TRY_IDLE(desk);
}

void TestLargeFont::emptyPagesFit()
{
    QFETCH(QString, language);
    DataDesk desk(language);
    desk.window().resize(screenSize - frame);
    for (const QString &page : desk.window().pageNames()) {
        desk.window().showPage(page);
        TRY_IDLE(desk);
        verifyFits(desk, page);
    }
}

/// Labels and buttons of each page and each of its tabs, of a shop and of visitors.
void TestLargeFont::nothingIsCut()
{
    QFETCH(QString, language);
    QStringList cut;
    for (const bool isVisitors : {false, true}) {
        DataDesk desk(language);
        const QString shop = desk.path(QStringLiteral("shop.foretrail"));
        VERIFY_RESULT(isVisitors ? makeVisitors(shop) : makeShop(shop));
        QVERIFY(desk.openAndWait(shop));
        desk.window().resize(screenSize - frame);
        const auto look = [&](const QString &where) {
            needed(desk.window()); // lays out what is waiting
            for (const QString &text : cutTexts(desk.window()))
                cut << QStringLiteral("%1: %2").arg(where, text);
        };
        for (const QString &page : desk.window().pageNames()) {
            desk.window().showPage(page);
            TRY_IDLE(desk);
            look(page);
            for (QTabWidget *tabs : desk.window().currentPage()->findChildren<QTabWidget *>())
                for (int tab = 0; tab < tabs->count(); ++tab) {
                    if (!tabs->isVisible() || !tabs->isTabEnabled(tab))
                        continue;
                    tabs->setCurrentIndex(tab);
                    TRY_IDLE(desk);
                    look(QStringLiteral("%1, tab %2").arg(page, tabs->tabText(tab)));
                }
            desk.session().jobs().cancelAll();
        }
    }
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

/// On the same screen, and nothing in them is cut.
void TestLargeFont::dialogsFit()
{
    QFETCH(QString, language);
    DataDesk desk(language);
    const QString shop = desk.path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop));
    addRuns(shop);
    const auto run = firstRun(shop);
    VERIFY_RESULT(run);
    QVERIFY(desk.openAndWait(shop));
    desk.window().showPage(QStringLiteral("forecast"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.part<ForecastPage>("forecastPage").shown().hasFuture() && desk.isIdle(), 30000);
    QStringList problems;
    for (const auto &[what, open] : dialogWays(desk, *run)) {
        open();
        TRY_IDLE(desk);
        QVERIFY2(!openDialogs().isEmpty(), qPrintable(what));
        for (QDialog *dialog : openDialogs()) {
            QVERIFY(QTest::qWaitForWindowExposed(dialog));
            if (const QSize least = dialog->minimumSizeHint(), room = screenSize - frame; least.width() > room.width() || least.height() > room.height())
                problems << QStringLiteral("%1 needs %2 x %3").arg(what).arg(least.width()).arg(least.height());
            for (const QString &text : cutTexts(*dialog))
                problems << QStringLiteral("%1: %2").arg(what, text);
            dialog->reject();
            QTRY_VERIFY(!openDialogs().contains(dialog));
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

namespace {

std::shared_ptr<const SeriesList> someSeries(int count)
{
    QList<SeriesInfo> all(count);
    for (int i = 0; i < count; ++i)
        all[i].key = all[i].name = QStringLiteral("series %1").arg(i);
    return SeriesList::of(std::move(all));
}

} // namespace

/// In a column of any width the button has room for what it says, with the margins of its style, and says all as soon as there is room for it.
void TestLargeFont::checkingAllIsNotCut()
{
    QFETCH(QString, language);
    const DataDesk desk(language); // with the look and the language of the program
    constexpr int broad = 700, narrow = 200, height = 700;
    QWidget holder;
    holder.resize(broad, height);
    ItemBrowser browser(&holder);
    browser.setHasChecks();
    browser.setList(someSeries(1234));
    holder.show();
    QVERIFY(QTest::qWaitForWindowExposed(&holder));
    auto &button = Desk::child<QPushButton>(browser, "checkSeries");
    for (const qint64 toCheck : {0, 1'234'567}) {
        browser.resize(broad, height);
        browser.setCheckProgress(toCheck / 2, toCheck);
        needed(browser); // lays out what is waiting
        const QString whole = button.text();
        const int room = button.sizeHint().width();
        for (int width = broad; width >= narrow; --width) {
            browser.resize(width, height);
            needed(browser);
            QCOMPARE(button.text() == whole, room <= button.width());
            const QPushButton usual(button.text(), &browser); // says how much room the style wants
            QVERIFY2(usual.sizeHint().width() <= button.width(), qPrintable(QStringLiteral("\"%1\" in %2 px").arg(button.text()).arg(button.width())));
        }
        QVERIFY(toCheck == 0 || button.text() != whole);
    }
}

FORETRAIL_TEST_MAIN(TestLargeFont, QApplication)
#include "tst_largefont.moc"
