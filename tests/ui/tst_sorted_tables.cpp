// Tables that are sorted and filtered: what order numbers, texts and times have, and that a row stays what it is wherever it stands.
#include "tests/ui/TableHands.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/TableDialog.h"
#include "ui/models/EmptyLastProxy.h"
#include "ui/models/SortedRows.h"
#include "ui/models/TableFilter.h"
#include "ui/models/TextTableModel.h"
#include "ui/widgets/PlainTable.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTimeZone>

#include <cmath>

using namespace foretrail;
using namespace foretrail::test;

namespace {

/// Whether each row stands where the one after it need not stand before it.
bool isInOrder(const QAbstractItemView &table, const EmptyLastProxy &rows, int column, Qt::SortOrder order)
{
    for (int row = 1; row < rows.rowCount(); ++row)
        if (CellOrder::isBefore(CellOrder::of(table.model()->index(row, column), rows.sortRole()), CellOrder::of(table.model()->index(row - 1, column), rows.sortRole()), order))
            return false;
    return true;
}

} // namespace

class TestSortedTables : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTableOfEveryPageSorts();
    void cellsHaveTheirOrder_data();
    void cellsHaveTheirOrder();
    void textsAreSortedByWhatTheyTell();
    void rowsAreFoundBelowTheirOrder();
    void partsOfATreeAreSortedAndFiltered();
    void aLongTableIsFiltered();
    void tablesOfOtherColumnsAreKeptApart();
};

/// Each page and each of its tabs, as far as the shop fills them: a table sorts, or its rows have their place.
void TestSortedTables::everyTableOfEveryPageSorts()
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

void TestSortedTables::cellsHaveTheirOrder_data()
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

void TestSortedTables::cellsHaveTheirOrder()
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
void TestSortedTables::textsAreSortedByWhatTheyTell()
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

void TestSortedTables::rowsAreFoundBelowTheirOrder()
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

void TestSortedTables::partsOfATreeAreSortedAndFiltered()
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

void TestSortedTables::aLongTableIsFiltered()
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
void TestSortedTables::tablesOfOtherColumnsAreKeptApart()
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

FORETRAIL_TEST_MAIN(TestSortedTables, QApplication)
#include "tst_sorted_tables.moc"
