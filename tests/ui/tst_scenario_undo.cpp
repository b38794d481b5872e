// What a person does with scenarios of tab What if, taken back and done again by the keys of the page: what is shown and what the workspace
// holds follow.
#include "core/data/ScenarioStore.h"
#include "tests/ui/WhatIfDesk.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>

#include <future>

using namespace foretrail;
using namespace foretrail::test;

class TestScenarioUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void savingAndDuplicating();
    void savingAgain();
    void beforeTheJobsHaveEnded();

private:
    Desk &desk() { return *m_desk; }
    QString shop() { return desk().path(QStringLiteral("shop.foretrail")); }
    const Scenario &shown() { return whatIfOf(desk()).scenario(); }
    QListWidget &list() { return desk().part<QListWidget>("scenarioList"); }
    void changePrice(const QString &by);
    void nameIt(const QString &name);
    void clickAndName(const char *button, const QString &name);
    void saveAgain();
    void undo();
    void redo();
    QStringList storedNames();
    Result<Scenario> stored(const QString &name);
    qsizetype changesKept(const QString &name) { return stored(name) ? stored(name)->changes.size() : -1; }

    const QString m_sale = QStringLiteral("Sale"), m_winter = QStringLiteral("Winter");
    std::unique_ptr<Desk> m_desk;
};

void TestScenarioUndo::init()
{
    m_desk = std::make_unique<Desk>();
    desk().window().showPage(QStringLiteral("forecast"));
    QVERIFY(openWhatIf(desk(), shop()));
    QVERIFY(desk().choose("whatIfShow", QStringLiteral("Scenarios")));
}

void TestScenarioUndo::changePrice(const QString &by)
{
    QVERIFY(desk().choose("changeWhat", QStringLiteral("price")));
    auto &field = desk().part<QLineEdit>("changeBy");
    field.clear();
    QTest::keyClicks(&field, by);
    desk().click("addChange");
}

/// An answer to what the dialog asks.
void TestScenarioUndo::nameIt(const QString &name)
{
    auto &field = desk().part<QLineEdit>("nameField");
    field.selectAll();
    QTest::keyClicks(&field, name);
    desk().click("nameYes");
}

void TestScenarioUndo::clickAndName(const char *button, const QString &name)
{
    desk().click(button);
    nameIt(name);
    TRY_IDLE(desk());
}

/// What has its name already.
void TestScenarioUndo::saveAgain()
{
    desk().click("saveScenario");
    TRY_IDLE(desk());
}

void TestScenarioUndo::undo()
{
    desk().window().activateWindow(); // without a window manager the dialog stays the active window
    QVERIFY(QTest::qWaitForWindowActive(&desk().window()));
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Z, Qt::ControlModifier);
    TRY_IDLE(desk());
}

void TestScenarioUndo::redo()
{
    desk().window().findChild<QAction *>(QStringLiteral("redoNote"))->trigger(); // the one redo of the page
    TRY_IDLE(desk());
}

/// In the workspace, by name.
QStringList TestScenarioUndo::storedNames()
{
    auto workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    if (!workspace)
        return {workspace.error().message};
    const auto all = ScenarioStore(*workspace).list();
    if (!all)
        return {all.error().message};
    QStringList names;
    for (const StoredScenario &one : *all)
        names << one.name;
    return names;
}

Result<Scenario> TestScenarioUndo::stored(const QString &name)
{
    auto workspace = Workspace::open(shop(), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const auto one = ScenarioStore(*workspace).load(name);
    return one ? Scenario::fromJson(one->name, one->definition) : fail(one.error());
}

void TestScenarioUndo::savingAndDuplicating()
{
    changePrice(QStringLiteral("-10%"));
    const Scenario draft = shown();
    QCOMPARE(draft.changes.size(), 1);
    clickAndName("saveScenario", m_sale);
    QCOMPARE(list().count(), 1);
    clickAndName("duplicateScenario", m_winter);
    QCOMPARE(list().count(), 2);
    QCOMPARE(shown().name, m_winter);
    QCOMPARE(storedNames(), (QStringList{m_sale, m_winter}));

    undo(); // of the duplicate
    QCOMPARE(storedNames(), QStringList{m_sale});
    QCOMPARE(list().count(), 1);
    QVERIFY(list().item(0)->isSelected());
    QCOMPARE(shown().name, m_sale);
    undo(); // of saving: it is a draft again
    QCOMPARE(storedNames(), QStringList());
    QCOMPARE(list().count(), 0);
    QVERIFY(shown() == draft);
    QVERIFY(desk().part("saveScenario").isEnabled());

    redo();
    QCOMPARE(storedNames(), QStringList{m_sale});
    QCOMPARE(shown().name, m_sale);
    redo();
    QCOMPARE(storedNames(), (QStringList{m_sale, m_winter}));
    QCOMPARE(list().count(), 2);
    QCOMPARE(shown().name, m_winter);
    for (const QString &name : {m_sale, m_winter}) {
        const auto kept = stored(name);
        VERIFY_RESULT(kept);
        QVERIFY(kept->changes == draft.changes);
    }
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
}

/// In place of what the workspace had under the name, which comes back.
void TestScenarioUndo::savingAgain()
{
    changePrice(QStringLiteral("-10%"));
    clickAndName("saveScenario", m_sale);
    QCOMPARE(changesKept(m_sale), 1);
    changePrice(QStringLiteral("+5"));
    saveAgain();
    QCOMPARE(changesKept(m_sale), 2);
    saveAgain(); // which changes nothing, so nothing is there to be taken back

    undo(); // of saving: the change is still there
    QCOMPARE(changesKept(m_sale), 1);
    QCOMPARE(shown().changes.size(), 2);
    undo(); // of the change
    QCOMPARE(changesKept(m_sale), 1);
    QCOMPARE(shown().changes.size(), 1);
    redo();
    redo();
    QCOMPARE(changesKept(m_sale), 2);
    QCOMPARE(shown().changes.size(), 2);
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
}

/// Another job keeps the workspace, so that what is stored waits behind it: each step counts at once all the same.
void TestScenarioUndo::beforeTheJobsHaveEnded()
{
    std::promise<void> end;
    desk().session().runOnWorkspace<bool>({QStringLiteral("Importing"), Lane::Write, true},
        [waiting = end.get_future().share()](Workspace &, JobContext &) -> Result<bool> {
            waiting.wait();
            return true;
        }, this, [](const Result<bool> &) {});
    changePrice(QStringLiteral("-10%"));
    desk().click("saveScenario");
    nameIt(m_sale);
    changePrice(QStringLiteral("+5"));
    desk().click("saveScenario");
    changePrice(QStringLiteral("-1"));
    for (int step = 0; step < 2; ++step)
        desk().click("undoScenario"); // of the change and of saving again
    QCOMPARE(storedNames(), QStringList());
    end.set_value();
    TRY_IDLE(desk());
    QCOMPARE(changesKept(m_sale), 1);
    undo(); // of the change before that
    undo(); // of saving
    QCOMPARE(storedNames(), QStringList());
    QVERIFY2(desk().problem().isEmpty(), qPrintable(desk().problem()));
}

FORETRAIL_TEST_MAIN(TestScenarioUndo, QApplication)
#include "tst_scenario_undo.moc"
