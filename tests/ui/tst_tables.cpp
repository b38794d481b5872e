// What all tables of the window have in common: copying, columns that are hidden, moved and sorted, and kept for the next start.
#include "tests/ui/UiTest.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/TableDialog.h"
#include "ui/models/EmptyLastProxy.h"
#include "ui/models/SortedRows.h"
#include "ui/models/TableHabits.h"
#include "ui/models/TextTableModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableFilter.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCalendarWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableWidget>
#include <QTimeZone>
#include <QTreeView>

#include <cmath>
#include <memory>

using namespace foretrail;
using namespace foretrail::test;

namespace {

QList<QAbstractItemView *> tablesIn(const QWidget &where)
{
    QList<QAbstractItemView *> tables;
    for (auto *view : where.findChildren<QAbstractItemView *>())
        if ((qobject_cast<QTableView *>(view) || qobject_cast<QTreeView *>(view)) && !qobject_cast<QCalendarWidget *>(view->parentWidget()))
            tables << view;
    return tables;
}

QList<QAction *> copyingOf(const QAbstractItemView &table)
{
    QList<QAction *> actions = table.actions();
    actions.removeIf([](const QAction *action) { return !action->shortcuts().contains(QKeySequence(QKeySequence::Copy)); });
    return actions;
}

/// The menu key, then the entry of that text, of the menu inside where one is named; false where it is not offered.
bool chooseInMenu(QWidget &table, const QString &text, const QString &inside = {})
{
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&table, &wanted);
    const std::unique_ptr<QMenu> menu(table.findChild<QMenu *>(QStringLiteral("tableMenu")));
    const QMenu *from = menu && !inside.isEmpty() ? menu->findChild<QMenu *>(inside) : menu.get();
    for (QAction *entry : from ? from->actions() : QList<QAction *>())
        if (entry->text().remove(QLatin1Char('&')) == text && entry->isEnabled()) {
            entry->trigger();
            return true;
        }
    return false;
}

bool isSortingOn(const QAbstractItemView &table)
{
    const auto *view = qobject_cast<const QTableView *>(&table);
    const auto *tree = qobject_cast<const QTreeView *>(&table);
    return view ? view->isSortingEnabled() : tree && tree->isSortingEnabled();
}

/// In the middle of the title, where a person clicks.
void clickTitle(QAbstractItemView &table, int column)
{
    QHeaderView &header = *columnHeader(table);
    table.scrollTo(table.model()->index(0, column));
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) / 2, header.height() / 2));
}

/// All texts of a column, of rows that stand below no other.
QStringList columnOf(const QAbstractItemView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

/// Whether each row stands where the one after it need not stand before it.
bool isInOrder(const QAbstractItemView &table, const EmptyLastProxy &rows, int column, Qt::SortOrder order)
{
    for (int row = 1; row < rows.rowCount(); ++row)
        if (CellOrder::isBefore(CellOrder::of(table.model()->index(row, column), rows.sortRole()), CellOrder::of(table.model()->index(row - 1, column), rows.sortRole()), order))
            return false;
    return true;
}

const QString columnsMenu = QStringLiteral("shownColumns"), sortMenu = QStringLiteral("sortBy");

QStringList seenTitles(const QTableView &table)
{
    QStringList titles;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place)
        if (const int column = table.horizontalHeader()->logicalIndex(place); !table.isColumnHidden(column))
            titles << table.model()->headerData(column, Qt::Horizontal).toString();
    return titles;
}

QString clip() { return QApplication::clipboard()->text(); }

} // namespace

class TestTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTableOfEveryPageCopies();
    void everyTableOfEveryPageSorts();
    void cellsHaveTheirOrder_data();
    void cellsHaveTheirOrder();
    void textsAreSortedByWhatTheyTell();
    void rowsAreFoundBelowTheirOrder();
    void partsOfATreeAreSortedAndFiltered();
    void aLongTableIsFiltered();
    void tablesOfOtherColumnsAreKeptApart();
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

/// Each page and each of its tabs, as far as the shop fills them: a table sorts, or its rows have their place.
void TestTables::everyTableOfEveryPageSorts()
{
    Desk desk;
    VERIFY_RESULT(makeShop(desk.path(QStringLiteral("shop.foretrail"))));
    QVERIFY(desk.openAndWait(desk.path(QStringLiteral("shop.foretrail"))));
    QSet<QString> clicked;
    const auto clickAll = [&] {
        for (QAbstractItemView *table : tablesIn(desk.window())) {
            const auto *rows = qobject_cast<const EmptyLastProxy *>(table->model());
            QHeaderView &header = *columnHeader(*table);
            if (!table->isVisible() || header.isHidden() || !isSortingOn(*table) || table->model()->rowCount() < 2 || clicked.contains(table->objectName()))
                continue;
            clicked.insert(table->objectName());
            for (int column = 0; column < header.count(); ++column) {
                if (header.isSectionHidden(column) || header.sectionSize(column) < 24)
                    continue;
                const QByteArray where = (table->objectName() + QLatin1Char(' ') + columnTitle(*table, column)).toUtf8();
                const QStringList before = columnOf(*table, column);
                clickTitle(*table, column);
                QVERIFY2(header.sortIndicatorSection() == column, where.constData());
                const Qt::SortOrder order = header.sortIndicatorOrder();
                QVERIFY2(!rows || isInOrder(*table, *rows, column, order), where.constData());
                clickTitle(*table, column);
                QVERIFY2(header.sortIndicatorOrder() != order, where.constData());
                QVERIFY2(!rows || isInOrder(*table, *rows, column, header.sortIndicatorOrder()), where.constData());
                TRY_IDLE(desk);
                if (!rows || !header.isSortIndicatorClearable())
                    continue;
                clickTitle(*table, column);
                QVERIFY2(header.sortIndicatorSection() == -1, where.constData());
                QVERIFY2(columnOf(*table, column) == before, where.constData());
            }
        }
    };
    for (const QString &page : desk.window().pageNames()) {
        desk.window().showPage(page);
        TRY_IDLE(desk);
        if (page == QStringLiteral("forecast"))
            QTRY_VERIFY_WITH_TIMEOUT(!desk.part<LineChart>("forecastChart").content().isEmpty() && desk.isIdle(), 30000);
        if (page == QStringLiteral("customers"))
            QTRY_VERIFY_WITH_TIMEOUT(desk.part<QTableView>("sessionTable").model()->rowCount() > 1 && desk.isIdle(), 30000);
        clickAll();
        for (QTabWidget *tabs : desk.window().findChildren<QTabWidget *>())
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                if (!Desk::goToTab(*tabs, tabs->tabText(tab)))
                    continue;
                TRY_IDLE(desk);
                clickAll();
            }
        if (QTest::currentTestFailed())
            return;
    }
    for (const char *table : {"userTable", "sessionTable", "shopperTable", "forecastTable"})
        QVERIFY2(clicked.contains(QLatin1String(table)), table);
    for (QAbstractItemView *table : tablesIn(desk.window()))
        QVERIFY2(isSortingOn(*table) != hasRowsInPlace(*table), qPrintable(table->objectName()));
}

void TestTables::cellsHaveTheirOrder_data()
{
    QTest::addColumn<QVariant>("less");
    QTest::addColumn<QVariant>("more");
    const auto row = [](const char *name, const QVariant &less, const QVariant &more) { QTest::newRow(name) << less << more; };
    row("numbers", QStringLiteral("900"), QStringLiteral("1,234.5"));
    row("shares", QStringLiteral("9.1 %"), QStringLiteral("12.3 %"));
    row("below zero", QStringLiteral("-12.3 %"), QStringLiteral("+0.5 %"));
    row("marked", QStringLiteral("2"), QString::fromUtf8("★ 10*"));
    row("as files have them", QStringLiteral("1e-05"), QStringLiteral("0.25"));
    row("numbers and texts", QStringLiteral("12"), QStringLiteral("11 of 12"));
    row("texts", QStringLiteral("apple"), QStringLiteral("Banana"));
    row("days", QStringLiteral("2024-01-31"), QStringLiteral("2024-02-01"));
    row("values", 2.5, qint64(10));
    row("times", QDateTime(QDate(2024, 1, 2), QTime(0, 0), QTimeZone::utc()), QDateTime(QDate(2024, 1, 2), QTime(9, 0), QTimeZone::utc()));
    row("a name like a number", 1e300, QStringLiteral("Infinity"));
}

void TestTables::cellsHaveTheirOrder()
{
    QFETCH(QVariant, less);
    QFETCH(QVariant, more);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const CellOrder first(less), second(more);
    QVERIFY(CellOrder::isBefore(first, second, Qt::AscendingOrder) && !CellOrder::isBefore(second, first, Qt::AscendingOrder));
    QVERIFY(CellOrder::isBefore(second, first, Qt::DescendingOrder) && !CellOrder::isBefore(first, second, Qt::DescendingOrder));
    for (const QVariant &nothing : {QVariant(), QVariant(QString()), QVariant(QString::fromUtf8("–")), QVariant(std::nan(""))})
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
            QVERIFY(CellOrder::isBefore(second, CellOrder(nothing), order) && !CellOrder::isBefore(CellOrder(nothing), second, order));
}

/// Numbers as they were before they were written in the language of the person, and what is said beside texts that do not tell.
void TestTables::textsAreSortedByWhatTheyTell()
{
    const Desk desk;
    TextTableModel model;
    model.setTable({{QStringLiteral("Name"), QStringLiteral("Sold"), QStringLiteral("When")},
                    {QStringLiteral("tea"), QStringLiteral("1000"), QStringLiteral("2 Jan 2024")},
                    {QStringLiteral("Jam"), QStringLiteral("20.5"), QStringLiteral("10 Dec 2023")},
                    {QStringLiteral("mug"), QString(), QStringLiteral("1 Feb 2024")}},
                   {{2, {20240102, 20231210, 20240201}}});
    const std::unique_ptr<QTableView> table(plainTable(QStringLiteral("sold"), &model));
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto names = [&] { return columnOf(*table, 0).join(QLatin1Char(' ')); };
    table->resize(600, 300);
    table->show();
    QCOMPARE(names(), QStringLiteral("tea Jam mug")); // as it comes
    clickTitle(*table, 0);
    QCOMPARE(names(), QStringLiteral("Jam mug tea"));
    clickTitle(*table, 1);
    QCOMPARE(names(), QStringLiteral("Jam tea mug"));
    clickTitle(*table, 1);
    QCOMPARE(names(), QStringLiteral("tea Jam mug")); // what is empty stays last
    clickTitle(*table, 2);
    QCOMPARE(names(), QStringLiteral("Jam tea mug"));
    model.setTable({{QStringLiteral("Name"), QStringLiteral("Sold"), QStringLiteral("When")},
                    {QStringLiteral("cup"), QStringLiteral("1"), QStringLiteral("9 Jan 2024")},
                    {QStringLiteral("pan"), QStringLiteral("2"), QStringLiteral("8 Jan 2024")}},
                   {{2, {20240109, 20240108}}});
    QCOMPARE(names(), QStringLiteral("pan cup")); // sorted as before
    QVERIFY(chooseInMenu(*table, QStringLiteral("As at first"), sortMenu));
    QCOMPARE(names(), QStringLiteral("cup pan"));
}

void TestTables::rowsAreFoundBelowTheirOrder()
{
    TextTableModel model({{QStringLiteral("Name"), QStringLiteral("Sold")}, {QStringLiteral("b"), QStringLiteral("2")}, {QStringLiteral("a"), QStringLiteral("1")}});
    const std::unique_ptr<QTableView> table(plainTable(QStringLiteral("two"), &model));
    table->resize(400, 200);
    table->show();
    table->selectRow(0);
    clickTitle(*table, 1);
    QCOMPARE(table->currentIndex().row(), 1); // the same row, which stands lower now
    QCOMPARE(inModel(table->currentIndex()).row(), 0);
    QCOMPARE(inModel(QModelIndex()).row(), -1);
    QCOMPARE(shownIn(*table, model.index(1, 0)).row(), 0);
    QCOMPARE(copiedText(*table), QStringLiteral("Name\tSold\nb\t2\n"));
    QCOMPARE(wholeText(*table), QStringLiteral("Name\tSold\na\t1\nb\t2\n"));
}

void TestTables::partsOfATreeAreSortedAndFiltered()
{
    QStandardItemModel model;
    model.setHorizontalHeaderLabels({QStringLiteral("Series"), QStringLiteral("Sum")});
    const auto line = [](const QString &name, int sum) { return QList<QStandardItem *>{new QStandardItem(name), new QStandardItem(QLocale().toString(sum))}; };
    const QList<QStandardItem *> total = line(QStringLiteral("all"), 1012);
    total[0]->appendRow(line(QStringLiteral("tea"), 12));
    total[0]->appendRow(line(QStringLiteral("mug"), 1000));
    model.appendRow(total);
    const std::unique_ptr<QTreeView> tree(plainTree(QStringLiteral("tree"), &model));
    TableFilter filter(*tree);
    tree->resize(400, 200);
    tree->show();
    tree->expandAll();
    const auto parts = [&] {
        QStringList names;
        const QModelIndex top = tree->model()->index(0, 0);
        for (int row = 0; row < tree->model()->rowCount(top); ++row)
            names << tree->model()->index(row, 0, top).data().toString();
        return names.join(QLatin1Char(' '));
    };
    clickTitle(*tree, 1);
    QCOMPARE(parts(), QStringLiteral("tea mug"));
    clickTitle(*tree, 1);
    QCOMPARE(parts(), QStringLiteral("mug tea"));
    filter.setText(QStringLiteral("TEA"));
    QCOMPARE(parts(), QStringLiteral("tea")); // below what it is a part of
    filter.clear();
    QCOMPARE(parts(), QStringLiteral("mug tea"));
}

void TestTables::aLongTableIsFiltered()
{
    QList<QStringList> rows{{QStringLiteral("Day"), QStringLiteral("Value")}};
    for (int day = 1; day <= 31; ++day)
        rows << QStringList{QStringLiteral("2024-01-%1").arg(day, 2, 10, QLatin1Char('0')), QString::number(day)};
    TableDialog dialog(QStringLiteral("January"), rows);
    dialog.show();
    auto &table = Desk::child<QTableView>(dialog, "chartTable");
    auto &filter = Desk::child<QLineEdit>(dialog, "chartTableFilter");
    QVERIFY(filter.isVisible() && !filter.accessibleName().isEmpty());
    QTest::keyClicks(&filter, QStringLiteral("-01-3"));
    QCOMPARE(columnOf(table, 0), (QStringList{QStringLiteral("2024-01-30"), QStringLiteral("2024-01-31")}));
    QTest::keyClick(&filter, Qt::Key_Return);
    QVERIFY(dialog.isVisible()); // no button was meant
    filter.clear();
    QCOMPARE(table.model()->rowCount(), 31);
    TableDialog small(QStringLiteral("Two days"), rows.mid(0, 3));
    small.show();
    QVERIFY(!Desk::child<QLineEdit>(small, "chartTableFilter").isVisible());
}

/// Each chart has a table of its own columns, and what a person made of them comes back with these.
void TestTables::tablesOfOtherColumnsAreKeptApart()
{
    Desk desk;
    const QList<QStringList> days{{QStringLiteral("Day"), QStringLiteral("Sold"), QStringLiteral("Sent")}, {QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("1")},
                                  {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("2")}};
    QList<QStringList> hours = days;
    hours[0][0] = QStringLiteral("Hour");
    {
        TableDialog dialog(QStringLiteral("Days"), days);
        dialog.show();
        auto &table = Desk::child<QTableView>(dialog, "chartTable");
        QVERIFY(chooseInMenu(table, QStringLiteral("Sent"), columnsMenu));
        clickTitle(table, 0);
        QCOMPARE(columnOf(table, 0), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    }
    TableDialog other(QStringLiteral("Hours"), hours);
    other.show();
    auto &ofHours = Desk::child<QTableView>(other, "chartTable");
    QCOMPARE(seenTitles(ofHours).size(), 3);
    QCOMPARE(columnOf(ofHours, 0), (QStringList{QStringLiteral("2"), QStringLiteral("1")}));
    TableDialog again(QStringLiteral("Days"), days);
    again.show();
    auto &ofDays = Desk::child<QTableView>(again, "chartTable");
    QCOMPARE(seenTitles(ofDays), (QStringList{QStringLiteral("Day"), QStringLiteral("Sold")}));
    QCOMPARE(columnOf(ofDays, 0), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    // The same view, when it is asked another question.
    auto &model = *qobject_cast<TextTableModel *>(qobject_cast<EmptyLastProxy *>(ofDays.model())->sourceModel());
    model.setTable(hours);
    QTRY_COMPARE(seenTitles(ofDays).size(), 3);
    QCOMPARE(columnOf(ofDays, 0), (QStringList{QStringLiteral("2"), QStringLiteral("1")}));
    model.setTable(days);
    QTRY_COMPARE(seenTitles(ofDays), (QStringList{QStringLiteral("Day"), QStringLiteral("Sold")}));
    QCOMPARE(columnOf(ofDays, 0), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
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
