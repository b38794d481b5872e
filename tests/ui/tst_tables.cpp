// What all tables of the window have in common: copying, columns that are hidden and moved, and kept for the next start.
#include "tests/ui/TableHands.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTableWidget>

using namespace foretrail;
using namespace foretrail::test;

namespace {

QList<QAction *> copyingOf(const QAbstractItemView &table)
{
    QList<QAction *> actions = table.actions();
    actions.removeIf([](const QAction *action) { return !action->shortcuts().contains(QKeySequence(QKeySequence::Copy)); });
    return actions;
}

QString clip() { return QApplication::clipboard()->text(); }

} // namespace

class TestTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTableOfEveryPageCopies();
    void rowsAreCopiedAsTheyAreSeen();
    void aCellAloneIsCopiedWithoutItsTitle();
    void numbersAreCopiedAsTheyAreAndFormulasHarmless();
    void columnsAreHiddenMovedAndPutBack();
    void columnsAndOrderAreKeptForTheNextStart();
    void whatTheProgramHidesIsNotOffered();
    void whatComesLateStaysHidden_data();
    void whatComesLateStaysHidden();
};

void TestTables::everyTableOfEveryPageCopies()
{
    Desk desk;
    VERIFY_RESULT(makeShop(desk.path(QStringLiteral("shop.foretrail"))));
    QVERIFY(desk.openAndWait(desk.path(QStringLiteral("shop.foretrail"))));
    for (const QString &page : desk.window().pageNames()) {
        desk.window().showPage(page);
        TRY_IDLE(desk);
    }
    const QList<QAbstractItemView *> tables = tablesIn(desk.window());
    QVERIFY(tables.size() > 20);
    QSet<QString> kept;
    for (QAbstractItemView *table : tables) {
        const QByteArray name = table->objectName().toUtf8();
        QVERIFY2(!name.isEmpty(), table->metaObject()->className());
        table->ensurePolished(); // as when it comes on screen
        QVERIFY2(table->property("hasHabits").toBool(), name.constData());
        QVERIFY2(copyingOf(*table).size() == 1, name.constData());
        if (hasColumnsInPlace(*table))
            continue;
        QVERIFY2(columnHeader(*table)->sectionsMovable(), name.constData());
        QVERIFY2(!kept.contains(table->objectName()), name.constData()); // two tables would share what is kept
        kept.insert(table->objectName());
    }
    QVERIFY(kept.contains(QStringLiteral("findingsTable")) && kept.contains(QStringLiteral("runsTable")) && kept.contains(QStringLiteral("userTable")));
}

void TestTables::rowsAreCopiedAsTheyAreSeen()
{
    QTableWidget table(3, 3);
    table.setHorizontalHeaderLabels({QStringLiteral("Item"), QStringLiteral("Sold"), QStringLiteral("Note")});
    table.verticalHeader()->hide();
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            table.setItem(row, column, new QTableWidgetItem(QStringLiteral("%1%2").arg(QLatin1Char(char('a' + row))).arg(column)));
    QCOMPARE(copiedText(table), QStringLiteral("Item\tSold\tNote\na0\ta1\ta2\nb0\tb1\tb2\nc0\tc1\tc2\n")); // none is chosen: all
    table.setColumnHidden(1, true);
    table.horizontalHeader()->moveSection(2, 0);
    table.selectRow(1);
    QCOMPARE(copiedText(table), QStringLiteral("Note\tItem\nb2\tb0\n"));
    QCOMPARE(wholeText(table), QStringLiteral("Note\tItem\na2\ta0\nb2\tb0\nc2\tc0\n"));
}

void TestTables::aCellAloneIsCopiedWithoutItsTitle()
{
    QTableWidget table(2, 2);
    table.setHorizontalHeaderLabels({QStringLiteral("Day"), QStringLiteral("Value")});
    table.verticalHeader()->hide();
    table.setSelectionBehavior(QAbstractItemView::SelectItems);
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 2; ++column)
            table.setItem(row, column, new QTableWidgetItem(QString::number(10 * row + column)));
    table.item(1, 1)->setSelected(true);
    QCOMPARE(copiedText(table), QStringLiteral("11"));
    table.item(0, 1)->setSelected(true);
    QCOMPARE(copiedText(table), QStringLiteral("Value\n1\n11\n"));
}

void TestTables::numbersAreCopiedAsTheyAreAndFormulasHarmless()
{
    QTableWidget table(1, 4);
    table.setHorizontalHeaderLabels({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    table.verticalHeader()->hide();
    const QString texts[] = {QStringLiteral("-1,234.5"), QStringLiteral("+12.0 %"), QStringLiteral("=1+1"), QStringLiteral("two\nlines\tand a tab")};
    for (int column = 0; column < 4; ++column)
        table.setItem(0, column, new QTableWidgetItem(texts[column]));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(wholeText(table).section(QLatin1Char('\n'), 1, 1), QStringLiteral("-1,234.5\t+12.0 %\t'=1+1\ttwo lines and a tab"));
}

void TestTables::columnsAreHiddenMovedAndPutBack()
{
    Desk desk;
    VERIFY_RESULT(makeShop(desk.path(QStringLiteral("shop.foretrail"))));
    QVERIFY(desk.openAndWait(desk.path(QStringLiteral("shop.foretrail"))));
    desk.window().showPage(QStringLiteral("customers"));
    TRY_IDLE(desk);
    auto &table = desk.part<QTableView>("userTable");
    const QStringList before = seenTitles(table);
    QVERIFY(before.size() >= 3);
    table.setCurrentIndex(table.model()->index(0, table.horizontalHeader()->logicalIndex(0)));
    QVERIFY(chooseInMenu(table, QStringLiteral("Move \"%1\" to the right").arg(before[0])));
    QCOMPARE(seenTitles(table).mid(0, 2), QStringList({before[1], before[0]}));
    QVERIFY(chooseInMenu(table, before[1], columnsMenu));
    QVERIFY(!seenTitles(table).contains(before[1]));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clip().section(QLatin1Char('\n'), 0, 0), seenTitles(table).join(QLatin1Char('\t')));
    QVERIFY(chooseInMenu(table, QStringLiteral("Columns as they were")));
    QCOMPARE(seenTitles(table), before);
    QVERIFY(!chooseInMenu(table, QStringLiteral("Columns as they were"))); // nothing to put back
}

void TestTables::columnsAndOrderAreKeptForTheNextStart()
{
    const QTemporaryDir folder;
    const QString shop = folder.filePath(QStringLiteral("shop.foretrail"));
    VERIFY_RESULT(makeShop(shop));
    QStringList seen;
    QVariant first;
    for (const bool isFirstStart : {true, false}) {
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        const Language language(settings);
        Theme::apply(*qApp, Scheme::Light);
        AppSession session(settings);
        MainWindow window(session);
        window.show();
        session.openWorkspace(shop);
        QTRY_VERIFY(session.hasWorkspace() && session.jobs().jobs().isEmpty());
        window.showPage(QStringLiteral("customers"));
        QTRY_VERIFY(session.jobs().jobs().isEmpty());
        auto &table = Desk::child<QTableView>(window, "userTable");
        if (isFirstStart) {
            const QStringList titles = seenTitles(table);
            table.setCurrentIndex(table.model()->index(0, table.horizontalHeader()->logicalIndex(0)));
            QVERIFY(chooseInMenu(table, titles[2], columnsMenu));
            QVERIFY(chooseInMenu(table, QStringLiteral("Move \"%1\" to the right").arg(titles[0])));
            QVERIFY(chooseInMenu(table, titles[0], sortMenu));
            seen = seenTitles(table);
            QTRY_VERIFY(session.jobs().jobs().isEmpty());
            first = table.model()->index(0, 0).data();
            QVERIFY(seen.size() == titles.size() - 1 && seen[1] == titles[0]);
        } else {
            QCOMPARE(seenTitles(table), seen);
            QCOMPARE(table.model()->index(0, 0).data(), first);
        }
        window.close();
    }
}

void TestTables::whatTheProgramHidesIsNotOffered()
{
    Desk desk;
    QTableWidget table(1, 4);
    table.setObjectName(QStringLiteral("four"));
    table.setHorizontalHeaderLabels({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    leaveOutColumn(table, 3);
    table.show();
    QVERIFY(!chooseInMenu(table, QStringLiteral("d"), columnsMenu));
    QVERIFY(chooseInMenu(table, QStringLiteral("c"), columnsMenu));
    QVERIFY(table.isColumnHidden(2));
    leaveOutColumn(table, 2, false); // as a page does when other data comes
    QVERIFY(table.isColumnHidden(2));
    leaveOutColumn(table, 2); // and when it goes
    QVERIFY(!chooseInMenu(table, QStringLiteral("c"), columnsMenu));
    leaveOutColumn(table, 2, false);
    QVERIFY(chooseInMenu(table, QStringLiteral("c"), columnsMenu));
    QVERIFY(!table.isColumnHidden(2));
    const QJsonObject kept = QJsonDocument::fromJson(desk.settings().layout(QStringLiteral("columns/four"))).object();
    QCOMPARE(kept[QLatin1String("hidden")].toArray().size(), 0);
}

void TestTables::whatComesLateStaysHidden_data()
{
    QTest::addColumn<bool>("isStretched");
    QTest::newRow("last column stretched") << true;
    QTest::newRow("not") << false;
}

/// As the page Customers does with what users are worth: hidden until it is known, which is after the next start.
void TestTables::whatComesLateStaysHidden()
{
    QFETCH(bool, isStretched);
    Desk desk;
    const QByteArray kept = R"({"order":[0,1,2,3],"hidden":[2]})";
    desk.settings().setLayout(QStringLiteral("columns/four"), kept);
    QTableWidget table(1, 4);
    table.setObjectName(QStringLiteral("four"));
    table.setHorizontalHeaderLabels({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    table.horizontalHeader()->setStretchLastSection(isStretched);
    leaveOutColumn(table, 2);
    table.show();
    for (int time = 0; time < 3; ++time) {
        leaveOutColumn(table, 2, time == 1);
        QVERIFY(table.isColumnHidden(2)); // at once, not when its header is painted
        table.horizontalHeader()->viewport()->repaint();
        QVERIFY(table.isColumnHidden(2));
        table.resizeColumnToContents(1);
        leaveOutColumn(table, 2, false);
        QVERIFY(table.isColumnHidden(2));
        table.horizontalHeader()->viewport()->repaint();
        QVERIFY(table.isColumnHidden(2));
    }
    QCOMPARE(desk.settings().layout(QStringLiteral("columns/four")), kept);
    QVERIFY(chooseInMenu(table, QStringLiteral("c"), columnsMenu)); // the person shows it
    QVERIFY(!table.isColumnHidden(2));
}

FORETRAIL_TEST_MAIN(TestTables, QApplication)
#include "tst_tables.moc"
