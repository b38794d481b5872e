// Page Live as a person uses it: a log is played again, watched, paused, goes on, is stopped; what stands on screen is what the log says.
#include "core/live/FeedSpec.h"
#include "core/online/FollowedRuns.h"
#include "core/training/Experiment.h"
#include "tests/ui/UiTest.h"
#include "ui/charts/FunnelStrip.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/TodayChart.h"
#include "ui/models/LiveUsersModel.h"
#include "ui/pages/Page.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTimeZone>
#include <QToolButton>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Three shoppers on one morning: ann looks, puts into the cart and buys, bob puts, cyd looks; then dan comes an hour later.
QByteArray morning()
{
    return "time,user,item,event,price\n"
           "2024-03-04 10:00:00,ann,tea,view,\n"
           "2024-03-04 10:01:00,ann,tea,cart,4\n"
           "2024-03-04 10:02:00,bob,mug,view,\n"
           "2024-03-04 10:03:00,ann,tea,purchase,4\n"
           "2024-03-04 10:04:00,bob,mug,cart,9\n"
           "2024-03-04 10:05:00,cyd,tea,view,\n";
}

const QByteArray later = "2024-03-04 11:10:00,dan,jam,view,\n";

} // namespace

class TestLivePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutWorkspace();
    void watchesAGrowingFile();
    void pausesAndGoesOn();
    void knownLinesGoIntoANewWorkspace();
    void closedWhileItRuns();
    void wrongFeeds();
    void kindsOfFeeds();
    void rowsMoveWithTheirUsers();
    void chartOfToday();
    void modelsFollow();
    void modelsFollowByThemselves();
    void noModelYet();
    void inChinese();

private:
    void openPage();
    void follow(const QString &kind, const QString &place);
    QString number(const char *name) { return m_desk->text(name); }
    QAction *action(const char *name) { return m_desk->window().findChild<QAction *>(QLatin1String(name)); }

    std::unique_ptr<Desk> m_desk;
};

void TestLivePage::init()
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>();
}

void TestLivePage::openPage()
{
    m_desk->click("rail_live");
    QVERIFY(m_desk->part("feedKind").isVisible());
}

void TestLivePage::follow(const QString &kind, const QString &place)
{
    QVERIFY(m_desk->choose("feedKind", kind));
    auto &field = m_desk->part<QLineEdit>("feedPlace");
    field.setFocus();
    field.selectAll();
    QTest::keyClicks(&field, place);
    QTest::keyClick(&field, Qt::Key_Return);
}

void TestLivePage::withoutWorkspace()
{
    openPage();
    QVERIFY(!action("liveMain")->isEnabled());
    auto &empty = m_desk->part("liveEmpty");
    QVERIFY(empty.findChild<QLabel *>()->text().contains(QStringLiteral("No workspace")));
}

void TestLivePage::watchesAGrowingFile()
{
    VERIFY_RESULT(makeEmpty(m_desk->path(QStringLiteral("shop.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    const QString file = m_desk->path(QStringLiteral("log.csv"));
    writeAll(file, morning());
    openPage();
    follow(QStringLiteral("File that grows"), file);
    QTRY_COMPARE(number("liveOnlineNumber"), QStringLiteral("3"));
    QCOMPARE(number("liveBoughtNumber"), QStringLiteral("1"));
    QCOMPARE(number("liveTodayNumber"), QStringLiteral("4"));
    QCOMPARE(m_desk->part<FunnelStrip>("liveFunnel").texts(), (QStringList{QStringLiteral("✓ Looked 3"), QStringLiteral("✓ Cart 2"), QStringLiteral("✓ Bought 1")}));
    QTRY_VERIFY(m_desk->session().summary().events > 0); // other pages hear of the first rows at once
    auto &users = m_desk->part<QTableView>("liveUsers");
    QCOMPARE(users.model()->rowCount(), 3);
    QCOMPARE(users.model()->index(0, int(LiveUsersModel::Column::User)).data().toString(), QStringLiteral("ann"));
    QCOMPARE(users.model()->index(0, int(LiveUsersModel::Column::Intent)).data().toString(), QStringLiteral("has bought"));

    // Who is chosen is told at the right, and stays chosen.
    QTest::mouseClick(users.viewport(), Qt::LeftButton, {}, users.visualRect(users.model()->index(0, 0)).center());
    QCOMPARE(m_desk->text("liveUserKey"), QStringLiteral("ann"));
    QTRY_VERIFY(m_desk->text("liveUserFigures").contains(QStringLiteral("3 events in this visit")));
    QVERIFY(m_desk->text("liveUserFigures").contains(QStringLiteral("Value 4.00")));
    QVERIFY(m_desk->text("liveUserIntent").contains(QStringLiteral("Has bought")));

    // An hour later they are gone, and dan is there; nothing was read anew.
    QFile more(file);
    QVERIFY(more.open(QIODevice::Append));
    more.write(later);
    more.close();
    QTRY_COMPARE(number("liveOnlineNumber"), QStringLiteral("1"));
    QTRY_COMPARE(users.model()->rowCount(), 1);
    QCOMPARE(users.model()->index(0, 0).data().toString(), QStringLiteral("dan"));
    QCOMPARE(m_desk->text("liveUserKey"), QStringLiteral("ann"));
    QVERIFY(!m_desk->part("liveUserFigures").isVisible()); // the visit is over

    action("liveStop")->trigger();
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(m_desk->session().summary().events, 7);
    QVERIFY(m_desk->part<QLineEdit>("feedPlace").isEnabled());
    QVERIFY(action("liveMain")->text() == QStringLiteral("Follow"));
}

void TestLivePage::pausesAndGoesOn()
{
    VERIFY_RESULT(makeEmpty(m_desk->path(QStringLiteral("shop.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    const QString file = m_desk->path(QStringLiteral("log.csv"));
    writeAll(file, morning());
    openPage();
    follow(QStringLiteral("File that grows"), file);
    QTRY_COMPARE(number("liveOnlineNumber"), QStringLiteral("3"));
    action("liveMain")->trigger();
    QCOMPARE(action("liveMain")->text(), QStringLiteral("Go on"));
    QTRY_VERIFY(m_desk->window().findChild<QLabel *>(QStringLiteral("pageSentence"))->text().startsWith(QStringLiteral("Paused")));
    QFile more(file);
    QVERIFY(more.open(QIODevice::Append));
    more.write(later);
    more.close();
    action("liveMain")->trigger();
    QCOMPARE(action("liveMain")->text(), QStringLiteral("Pause"));
    QTRY_COMPARE(number("liveOnlineNumber"), QStringLiteral("1"));
    // Another workspace ends it; what came is in the one before.
    VERIFY_RESULT(makeEmpty(m_desk->path(QStringLiteral("other.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("other.foretrail"))));
    TRY_IDLE(*m_desk);
    QVERIFY(m_desk->part("liveEmpty").isVisible());
    Result<Workspace> before = Workspace::open(m_desk->path(QStringLiteral("shop.foretrail")));
    VERIFY_RESULT(before);
    QCOMPARE(before->data().summary()->events, 7);
    QCOMPARE(m_desk->session().summary().events, 0);
}

void TestLivePage::knownLinesGoIntoANewWorkspace()
{
    FileAnswers answers;
    VERIFY_RESULT(makeEmpty(m_desk->path(QStringLiteral("shop.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    const QString file = m_desk->path(QStringLiteral("log.csv"));
    writeAll(file, morning());
    openPage();
    QVERIFY(m_desk->choose("feedSpeed", QStringLiteral("as fast as can be")));
    follow(QStringLiteral("Replay of a log"), file);
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(m_desk->session().summary().events, 6);
    // The same under another name: nothing new.
    QVERIFY(QFile::copy(file, m_desk->path(QStringLiteral("again.csv"))));
    follow(QStringLiteral("Replay of a log"), m_desk->path(QStringLiteral("again.csv")));
    TRY_IDLE(*m_desk);
    auto &empty = m_desk->part("liveEmpty");
    QTRY_VERIFY(empty.isVisible());
    QVERIFY(empty.findChild<QLabel *>()->text().contains(QStringLiteral("already")));
    answers.save = m_desk->path(QStringLiteral("new.foretrail"));
    Desk::click(*empty.findChild<QPushButton *>());
    QTRY_COMPARE(m_desk->session().workspacePath(), answers.save);
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(m_desk->session().summary().events, 6);
    QCOMPARE(number("liveBoughtNumber"), QStringLiteral("1"));
}

// The window goes while a feed is followed: what came is stored, nothing is told to a page that is gone.
void TestLivePage::closedWhileItRuns()
{
    VERIFY_RESULT(makeEmpty(m_desk->path(QStringLiteral("shop.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    const QString file = m_desk->path(QStringLiteral("log.csv")), path = m_desk->path(QStringLiteral("shop.foretrail"));
    writeAll(file, morning());
    openPage();
    follow(QStringLiteral("File that grows"), file);
    QTRY_COMPARE(number("liveOnlineNumber"), QStringLiteral("3"));
    m_desk->putAway();
    QFile more(file);
    QVERIFY(more.open(QIODevice::Append));
    more.write(later);
    more.close();
    m_desk->session().jobs().cancelAll();
    TRY_IDLE(*m_desk);
    Result<Workspace> workspace = Workspace::open(path);
    VERIFY_RESULT(workspace);
    QVERIFY(workspace->data().summary()->events >= 6);
    VERIFY_RESULT(workspace->checkIntegrity());
}

void TestLivePage::wrongFeeds()
{
    VERIFY_RESULT(makeEmpty(m_desk->path(QStringLiteral("shop.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    openPage();
    follow(QStringLiteral("Replay of a log"), QStringLiteral("/none/log.csv"));
    QTRY_VERIFY(m_desk->part("liveProblem").isVisible());
    QVERIFY(m_desk->text("liveProblem").contains(QStringLiteral("/none/log.csv")));
    follow(QStringLiteral("TCP port"), QStringLiteral("shop"));
    QTRY_VERIFY(m_desk->text("liveProblem").contains(QStringLiteral("tcp:9000")));
    // Nothing says what lines look like.
    follow(QStringLiteral("TCP port"), QStringLiteral("39471"));
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(m_desk->text("liveProblem").contains(QStringLiteral("look like")));
    QVERIFY(action("liveMain")->isEnabled());
    m_desk->part<QLineEdit>("feedPlace").clear();
    QVERIFY(!m_desk->part("liveProblem").isVisible());
}

void TestLivePage::kindsOfFeeds()
{
    openPage();
    QVERIFY(m_desk->choose("feedKind", QStringLiteral("Replay of a log")));
    QVERIFY(m_desk->part("feedSpeed").isVisible() && m_desk->part("feedBrowse").isVisible() && !m_desk->part("feedLike").isVisible());
    QVERIFY(m_desk->choose("feedKind", QStringLiteral("Local socket")));
    QVERIFY(!m_desk->part("feedSpeed").isVisible() && !m_desk->part("feedBrowse").isVisible() && m_desk->part("feedLike").isVisible());
    FileAnswers answers;
    answers.open = {m_desk->path(QStringLiteral("like.csv"))};
    m_desk->click("feedBrowseLike");
    QCOMPARE(m_desk->part<QLineEdit>("feedLike").text(), answers.open.front());
}

void TestLivePage::rowsMoveWithTheirUsers()
{
    const auto user = [](qint64 id, double intent) {
        ToldUser told;
        told.user.id = {id};
        told.key = QString::number(id);
        told.user.intent = intent;
        return told;
    };
    LiveUsersModel model;
    model.setUsers({user(1, .9), user(2, .5), user(3, .1)}, 0);
    const QPersistentModelIndex second(model.index(1, 0));
    model.setUsers({user(2, .95), user(1, .9), user(3, .1), user(4, .05)}, 0);
    QCOMPARE(second.row(), 0);
    QCOMPARE(model.rowCount(), 4);
    model.setUsers({user(4, .99), user(2, .95)}, 0);
    QCOMPARE(second.row(), 1);
    QCOMPARE(second.data().toString(), QStringLiteral("2"));
    model.setUsers({user(4, .99)}, 0);
    QVERIFY(!second.isValid());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, int(LiveUsersModel::Column::Intent)).data().toString(), QStringLiteral("99\u202f%"));
}

// So far to the hour, then from the sum of now to what is expected at midnight, with a band that begins without width.
void TestLivePage::chartOfToday()
{
    TodayReading today;
    today.soFar = 60;
    today.share = 0.5;
    today.forecast = 240;
    today.expected = 150;
    today.low = 120;
    today.high = 200;
    for (size_t hour = 0; hour < 24; ++hour)
        today.usual[hour] = 10.0 * double(hour + 1);
    for (int hour = 1; hour <= 12; ++hour)
        today.actual.push_back(5.0 * hour);
    const ChartContent content = todayContent(today);
    QCOMPARE(content.curves.size(), 3);
    QCOMPARE(content.curves[0].values->back(), 60.0);
    QCOMPARE(content.curves[1].values->size(), size_t(24));
    const Curve &ahead = content.curves[2];
    QCOMPARE(ahead.offset, 11);
    QCOMPARE(ahead.values->front(), 60.0);
    QCOMPARE(ahead.values->back(), 150.0);
    QCOMPARE(content.bands.size(), 1);
    QCOMPARE(content.bands[0].low.front(), content.bands[0].high.front());
    QCOMPARE(content.bands[0].low.back(), 120.0);
    QCOMPARE(content.bands[0].high.back(), 200.0);
    QVERIFY(content.sentence.contains(QStringLiteral("150")));
}

// A stored model is asked with newer data, goes on, is undone, and a kept version is put back; the line of before stays in sight.
void TestLivePage::modelsFollow()
{
    VERIFY_RESULT(makeShop(m_desk->path(QStringLiteral("shop.foretrail"))));
    {
        Result<Workspace> workspace = Workspace::open(m_desk->path(QStringLiteral("shop.foretrail")));
        TrainingSpec spec;
        spec.model.model = QStringLiteral("ar");
        spec.horizon = 7;
        JobContext job;
        VERIFY_RESULT(trainAndStore(*workspace, spec, job));
    }
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    openPage();
    m_desk->part<QTabWidget>("liveTabs").setCurrentIndex(1);
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(m_desk->text("updateStatus"), QStringLiteral("The run forecasts as it was trained."));
    auto &undo = m_desk->part<QPushButton>("updateUndo");
    auto &versions = m_desk->part<QTableView>("updateVersions");
    auto &chart = m_desk->part<LineChart>("updateChart");
    QVERIFY(!undo.isEnabled());
    QCOMPARE(chart.content().curves.size(), 2); // history and forecast
    const std::vector<double> asTrained = *chart.content().curves.last().values;

    QVERIFY(m_desk->choose("updateHow", QStringLiteral("learn anew (refit)")));
    m_desk->click("updateNow");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(versions.model()->rowCount(), 1);
    const QString words = m_desk->part<QComboBox>("updateHow").currentText(); // the status says what was chosen, and so does the table
    QVERIFY2(m_desk->text("updateStatus").startsWith(words), qPrintable(m_desk->text("updateStatus")));
    QCOMPARE(versions.model()->index(0, 2).data().toString(), words);
    QTRY_VERIFY(undo.isEnabled());
    QCOMPARE(chart.content().curves.size(), 3); // and what was said before
    QCOMPARE(versions.model()->index(0, 5).data().toString(), QStringLiteral("forecasts"));

    Desk::click(undo);
    TRY_IDLE(*m_desk);
    QTRY_VERIFY(!undo.isEnabled());
    QTRY_COMPARE(m_desk->text("updateStatus"), QStringLiteral("The run forecasts as it was trained."));
    QCOMPARE(*chart.content().curves.last().values, asTrained);
    QCOMPARE(versions.model()->index(0, 5).data().toString(), QStringLiteral("kept"));

    QTest::mouseClick(versions.viewport(), Qt::LeftButton, {}, versions.visualRect(versions.model()->index(0, 0)).center());
    QTRY_VERIFY(m_desk->part<QPushButton>("updateRestore").isEnabled());
    m_desk->click("updateRestore");
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(versions.model()->index(0, 5).data().toString(), QStringLiteral("forecasts"));
    QTRY_COMPARE(m_desk->text("updateStatus"), QStringLiteral("The run forecasts by version 1."));
}

// A schedule is chosen and remembered; days come in by a feed, and the model follows without a hand.
void TestLivePage::modelsFollowByThemselves()
{
    const QString path = m_desk->path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(path));
    RunId run;
    QDateTime lastDay;
    {
        Result<Workspace> workspace = Workspace::open(path);
        TrainingSpec spec;
        spec.model.model = QStringLiteral("ar");
        spec.horizon = 7;
        JobContext job;
        run = trainAndStore(*workspace, spec, job).value();
        lastDay = QDateTime::fromMSecsSinceEpoch(*workspace->data().summary()->lastEvent, QTimeZone::utc());
    }
    QVERIFY(m_desk->openAndWait(path));
    openPage();
    auto &tabs = m_desk->part<QTabWidget>("liveTabs");
    tabs.setCurrentIndex(1);
    TRY_IDLE(*m_desk);
    auto &when = m_desk->part<QComboBox>("updateWhen");
    QTRY_VERIFY(when.isEnabled());
    QCOMPARE(when.currentText(), QStringLiteral("by hand alone"));
    QVERIFY(m_desk->choose("updateWhen", QStringLiteral("at each closed step")));
    TRY_IDLE(*m_desk);
    {
        Result<Workspace> workspace = Workspace::open(path);
        VERIFY_RESULT(workspace);
        QVERIFY(chosenSchedules(*workspace)->value(run) == UpdateSchedule::EachStep);
    }

    QByteArray lines = "time,user,item,event,price\n";
    for (int day = 1; day <= 3; ++day)
        lines += lastDay.addDays(day).toString(QStringLiteral("yyyy-MM-dd")).toUtf8() + " 09:00:00,ann,tea,purchase,12\n";
    const QString file = m_desk->path(QStringLiteral("log.csv"));
    writeAll(file, lines);
    tabs.setCurrentIndex(0);
    follow(QStringLiteral("File that grows"), file);
    tabs.setCurrentIndex(1);
    auto &status = m_desk->part<QLabel>("updateStatus");
    const QRegularExpression done(QStringLiteral("^[a-z ]+ \\((roll|rls|refit)\\): .*drift score|^[a-z ]+ \\((rls|refit)\\): "));
    QTRY_VERIFY2(done.match(status.text()).hasMatch(), qPrintable(status.text()));
    QCOMPARE(when.currentText(), QStringLiteral("at each closed step"));
    action("liveStop")->trigger();
    TRY_IDLE(*m_desk);

    // Another window, another day.
    m_desk.reset();
    m_desk = std::make_unique<Desk>();
    const QString copy = m_desk->path(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(copy));
    {
        Result<Workspace> workspace = Workspace::open(copy);
        TrainingSpec spec;
        JobContext job;
        VERIFY_RESULT(chooseSchedule(*workspace, trainAndStore(*workspace, spec, job).value(), UpdateSchedule::OnDrift));
    }
    QVERIFY(m_desk->openAndWait(copy));
    openPage();
    m_desk->part<QTabWidget>("liveTabs").setCurrentIndex(1);
    TRY_IDLE(*m_desk);
    QTRY_COMPARE(m_desk->part<QComboBox>("updateWhen").currentText(), QStringLiteral("on drift"));
}

void TestLivePage::noModelYet()
{
    VERIFY_RESULT(makeShop(m_desk->path(QStringLiteral("shop.foretrail"))));
    QVERIFY(m_desk->openAndWait(m_desk->path(QStringLiteral("shop.foretrail"))));
    openPage();
    m_desk->part<QTabWidget>("liveTabs").setCurrentIndex(1);
    TRY_IDLE(*m_desk);
    auto &empty = m_desk->part("updateEmpty");
    QVERIFY(empty.isVisible());
    QVERIFY(empty.findChild<QLabel *>()->text().contains(QStringLiteral("No model is stored yet")));
}

void TestLivePage::inChinese()
{
    m_desk.reset();
    m_desk = std::make_unique<Desk>(QStringLiteral("zh_CN"));
    openPage();
    QVERIFY(!action("liveMain")->text().contains(QStringLiteral("Follow")));
    auto &kind = m_desk->part<QComboBox>("feedKind");
    for (int i = 0; i < kind.count(); ++i)
        QVERIFY2(!kind.itemText(i).contains(QRegularExpression(QStringLiteral("[a-z]{4}"))), qPrintable(kind.itemText(i)));
}

QTEST_MAIN(TestLivePage)
#include "tst_livepage.moc"
