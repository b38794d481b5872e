// Users hidden by a choice in the settings, and one erased from the page Customers.
#include "core/data/FactWriter.h"
#include "tests/ui/UiTest.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/UsersDialog.h"
#include "ui/pages/Page.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Three users, "ann", "bob" and "cyd", who look and buy once each, bob twice.
void makeUsers(const QString &path)
{
    auto workspace = Workspace::create(path);
    VERIFY_RESULT(workspace);
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("by hand"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    VERIFY_RESULT(writer);
    EventRow row;
    for (const char *user : {"ann", "bob", "cyd", "bob"}) {
        ++row.fingerprint;
        row.user = user;
        row.item = "lamp";
        row.kind = "purchase";
        row.time = QDateTime(QDate(2024, 1, 1).addDays(int(row.fingerprint)), QTime(9, 0), QTimeZone::utc()).toMSecsSinceEpoch();
        VERIFY_RESULT((*writer)->addEvent(row));
    }
    JobContext job;
    VERIFY_RESULT((*writer)->commit({}, {}, "sha", job));
}

QStringList users(Desk &desk)
{
    const QAbstractItemModel &model = *desk.part<QTableView>("userTable").model();
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys << model.index(row, 0).data().toString();
    keys.sort();
    return keys;
}

} // namespace

class TestPrivacyWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void usersAreHiddenAndShown();
    void noNameStaysOnOtherPages();
    void aUserIsErased();
};

void TestPrivacyWindow::usersAreHiddenAndShown()
{
    Desk desk;
    const QString path = desk.path(QStringLiteral("shop.foretrail"));
    makeUsers(path);
    QVERIFY(desk.openAndWait(path));
    desk.window().showPage(QStringLiteral("customers"));
    QTRY_COMPARE(users(desk), (QStringList{QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("cyd")}));
    SettingsDialog dialog(desk.session());
    dialog.show();
    auto &hide = Desk::child<QCheckBox>(dialog, "settingsHideUsers");
    QTRY_VERIFY(hide.isEnabled());
    QVERIFY(!hide.isChecked());
    hide.click();
    QTRY_VERIFY(users(desk).size() == 3 && users(desk).front().startsWith(QStringLiteral("u-")));
    QTRY_VERIFY(desk.isIdle());
    QVERIFY(!users(desk).contains(QStringLiteral("bob")));
    QTRY_VERIFY(desk.session().selection().userKey().startsWith(QStringLiteral("u-")));
    QVERIFY(!desk.session().selection().userKey().isEmpty());
    SettingsDialog again(desk.session()); // it knows
    again.show();
    QTRY_VERIFY(Desk::child<QCheckBox>(again, "settingsHideUsers").isChecked());
    Desk::child<QCheckBox>(again, "settingsHideUsers").click();
    QTRY_COMPARE(users(desk), (QStringList{QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("cyd")}));
    QTRY_VERIFY(desk.isIdle());
}

void TestPrivacyWindow::noNameStaysOnOtherPages()
{
    Desk desk;
    const QString path = desk.path(QStringLiteral("shop.foretrail"));
    makeUsers(path);
    QVERIFY(desk.openAndWait(path));
    desk.window().showPage(QStringLiteral("customers"));
    QTRY_COMPARE(users(desk).size(), 3);
    QTRY_VERIFY(!desk.session().selection().userKey().isEmpty());
    desk.window().showPage(QStringLiteral("recommend"));
    QTRY_VERIFY(desk.isIdle());
    SettingsDialog dialog(desk.session());
    dialog.show();
    auto &hide = Desk::child<QCheckBox>(dialog, "settingsHideUsers");
    QTRY_VERIFY(hide.isEnabled());
    hide.click();
    QTRY_VERIFY(desk.session().selection().userKey().startsWith(QStringLiteral("u-")));
    QTRY_VERIFY(desk.isIdle());
    desk.window().showPage(QStringLiteral("data"));
    QVERIFY(desk.session().selection().userKey().startsWith(QStringLiteral("u-")));
}

void TestPrivacyWindow::aUserIsErased()
{
    Desk desk;
    const QString path = desk.path(QStringLiteral("shop.foretrail"));
    makeUsers(path);
    QVERIFY(desk.openAndWait(path));
    desk.window().showPage(QStringLiteral("customers"));
    QTRY_COMPARE(users(desk).size(), 3);
    desk.session().selection().setUser(QStringLiteral("bob"));
    QTRY_COMPARE(desk.text("profileKey"), QStringLiteral("bob"));
    QTRY_VERIFY(desk.isIdle());
    auto *erase = desk.window().findChild<QAction *>(QStringLiteral("eraseUser"));
    QVERIFY(erase && erase->isEnabled());
    erase->trigger();
    QTRY_VERIFY(desk.window().findChild<QPushButton *>(QStringLiteral("confirmNo")));
    desk.click("confirmNo"); // nothing happens
    QTRY_VERIFY(desk.isIdle());
    QCOMPARE(desk.session().summary().events, qint64(4));
    UsersDialog listing(desk.session(), QStringLiteral("Users"), QStringLiteral("users.csv"), [](JobContext &) -> Result<UserSet> { return UserSet({1, 2, 3}); });
    listing.show();
    auto &listed = Desk::child<QTableView>(listing, "groupUsers");
    QTRY_COMPARE(listed.model()->rowCount(), 3);
    TRY_IDLE(desk);
    erase->trigger();
    QTRY_VERIFY(desk.window().findChild<QPushButton *>(QStringLiteral("confirmYes")));
    desk.click("confirmYes");
    QTRY_COMPARE(desk.session().summary().events, qint64(2));
    QTRY_COMPARE(listed.model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        QVERIFY(listed.model()->index(row, 0).data().toString() != QStringLiteral("bob"));
    QTRY_COMPARE(users(desk), (QStringList{QStringLiteral("ann"), QStringLiteral("cyd")}));
    QTRY_VERIFY(desk.text("profileKey") != QStringLiteral("bob"));
    QTRY_VERIFY(desk.isIdle());
    QVERIFY(!readAll(path).contains("bob"));
}

FORETRAIL_TEST_MAIN(TestPrivacyWindow, QApplication)
#include "tst_privacy_window.moc"
