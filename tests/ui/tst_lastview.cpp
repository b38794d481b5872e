// The next start goes on where a person stopped: page, question, series and settings of the forecast, for each workspace its own.
#include "tests/ui/UiTest.h"
#include "ui/pages/Page.h"
#include "ui/theme/Theme.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// One start of the program, on settings that outlive it.
struct Start {
    explicit Start(const QTemporaryDir &folder) : settings(folder.filePath(QStringLiteral("settings.ini"))), language(settings), session(settings), window(session)
    {
        settings.setLanguage(QStringLiteral("en"));
        Theme::apply(*qApp, Scheme::Light);
        window.show();
        window.activateWindow();
    }
    ~Start() { window.close(); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.jobs().jobs().isEmpty(); }, 30000);
    }
    bool open(const QString &path)
    {
        session.openWorkspace(path);
        return QTest::qWaitFor([&] { return session.isOpen(path); }, 30000) && settle();
    }
    template<class T>
    T &part(const char *name) { return Desk::child<T>(window, name); }

    Settings settings;
    Language language;
    AppSession session;
    MainWindow window;
};

bool chooseSeries(Start &start, const QString &name)
{
    auto &list = start.part<QListView>("seriesList");
    for (int row = 0; row < list.model()->rowCount(); ++row)
        if (const QModelIndex index = list.model()->index(row, 0); index.data().toString() == name) {
            list.setCurrentIndex(index);
            return true;
        }
    return false;
}

} // namespace

class TestLastView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        VERIFY_RESULT(makeShop(shop()));
    }
    void theNextStartGoesOn();
    void eachWorkspaceHasItsOwn();
    void brokenSettingsAreAsNone();
    void anEmptyWorkspaceOpensOnData();

private:
    QString shop() const { return m_folder->filePath(QStringLiteral("shop.foretrail")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLastView::theNextStartGoesOn()
{
    {
        Start start(*m_folder);
        QVERIFY(start.open(shop()));
        QCOMPARE(start.window.currentPage()->name(), QStringLiteral("forecast")); // the first time
        QVERIFY(Desk::choose(start.part<QComboBox>("by"), QStringLiteral("By item")));
        QVERIFY(start.settle());
        QVERIFY(Desk::choose(start.part<QComboBox>("measure"), QStringLiteral("Orders")));
        QVERIFY(start.settle());
        QVERIFY(chooseSeries(start, QStringLiteral("mug")));
        QVERIFY(Desk::choose(start.part<QComboBox>("model"), QStringLiteral("theta")));
        start.part<QSpinBox>("horizon").setValue(9);
        QTRY_VERIFY(start.session.lastView().forecast() && start.session.lastView().forecast()->horizon == 9);
        QVERIFY(start.settle());
        start.window.showPage(QStringLiteral("train"));
        QVERIFY(start.settle());
    }
    Start again(*m_folder);
    QCOMPARE(again.window.currentPage()->name(), QStringLiteral("start"));
    auto &recent = again.part<QPushButton>("recentRow");
    QTest::mouseClick(&recent, Qt::LeftButton);
    QTRY_VERIFY(again.session.isOpen(shop()));
    QVERIFY(again.settle());
    QCOMPARE(again.window.currentPage()->name(), QStringLiteral("train"));
    QCOMPARE(again.part<QComboBox>("by").currentText(), QStringLiteral("By item"));
    again.window.showPage(QStringLiteral("forecast"));
    QVERIFY(again.settle());
    QCOMPARE(again.session.selection().seriesKey(), QStringLiteral("mug"));
    QCOMPARE(again.part<QListView>("seriesList").currentIndex().data().toString(), QStringLiteral("mug"));
    QCOMPARE(again.part<QComboBox>("measure").currentText(), QStringLiteral("Orders"));
    QCOMPARE(again.part<QComboBox>("model").currentText(), QStringLiteral("theta"));
    QCOMPARE(again.part<QSpinBox>("horizon").value(), 9);
}

void TestLastView::eachWorkspaceHasItsOwn()
{
    const QString other = m_folder->filePath(QStringLiteral("other.foretrail"));
    VERIFY_RESULT(makeShop(other, 60));
    Start start(*m_folder);
    QVERIFY(start.open(shop()));
    start.session.selection().setSeries(QStringLiteral("total"), {});
    SeriesQuery byItem = start.session.selection().question();
    byItem.by = GroupBy::Item;
    start.session.selection().setQuestion(byItem);
    start.session.selection().setSeries(QStringLiteral("jam"), QStringLiteral("jam"));
    QVERIFY(start.settle());
    QVERIFY(start.open(other));
    SeriesQuery byCategory = byItem;
    byCategory.by = GroupBy::Category;
    start.session.selection().setQuestion(byCategory);
    start.session.selection().setSeries(QStringLiteral("kitchen"), QStringLiteral("kitchen"));
    QVERIFY(start.settle());
    QVERIFY(start.open(shop()));
    QCOMPARE(start.session.selection().seriesKey(), QStringLiteral("jam"));
    QCOMPARE(start.session.selection().question().by, GroupBy::Item);
    QVERIFY(start.open(other));
    QCOMPARE(start.session.selection().seriesKey(), QStringLiteral("kitchen"));
    QCOMPARE(start.session.selection().question().by, GroupBy::Category);
}

void TestLastView::brokenSettingsAreAsNone()
{
    {
        Start start(*m_folder);
        start.settings.setWorkspaceView(shop(), R"({"page":"nowhere","question":{"measure":"love"},"forecast":7})");
    }
    Start start(*m_folder);
    QVERIFY(start.open(shop()));
    QCOMPARE(start.window.currentPage()->name(), QStringLiteral("forecast"));
    QCOMPARE(start.session.selection().seriesKey(), QStringLiteral("total"));
    QVERIFY(!start.session.lastView().forecast() || start.session.lastView().forecast()->horizon > 0);
}

void TestLastView::anEmptyWorkspaceOpensOnData()
{
    const QString empty = m_folder->filePath(QStringLiteral("empty.foretrail"));
    VERIFY_RESULT(makeEmpty(empty));
    Start start(*m_folder);
    start.settings.setWorkspaceView(empty, R"({"page":"train"})");
    QVERIFY(start.open(empty));
    QCOMPARE(start.window.currentPage()->name(), QStringLiteral("data"));
}

FORETRAIL_TEST_MAIN(TestLastView, QApplication)
#include "tst_lastview.moc"
