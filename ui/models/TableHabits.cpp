#include "ui/models/TableHabits.h"

#include "core/report/CsvWriter.h"
#include "ui/models/TableColumns.h"

#include <QAction>
#include <QActionEvent>
#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QSet>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace foretrail {

namespace {

constexpr auto inPlaceProperty = "columnsInPlace", byTitlesProperty = "columnsByTitles", rowsProperty = "rowsInPlace", leftOutProperty = "columnsLeftOut";
constexpr QLatin1String copyName("copyRows");

bool isTable(const QAbstractItemView *view) { return qobject_cast<const QTableView *>(view) || qobject_cast<const QTreeView *>(view); }

/// Qt's own dialogs keep their habits.
bool isOurTable(const QAbstractItemView &view)
{
    if (view.objectName().isEmpty())
        return false;
    for (const QWidget *above = view.parentWidget(); above; above = above->parentWidget())
        if (qobject_cast<const QFileDialog *>(above) || qobject_cast<const QCalendarWidget *>(above))
            return false;
    return true;
}

/// One line of a spreadsheet, and no formula. A number with the separators of the language is none either.
QString copiedCell(QString text)
{
    for (QChar &c : text)
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    bool isNumber = false;
    QLocale().toDouble(text.endsWith(QLatin1String(" %")) ? text.chopped(2) : text, &isNumber);
    return isNumber ? text : CsvWriter::harmless(text);
}

QList<int> seenColumns(const QAbstractItemView &table)
{
    QList<int> columns;
    const QHeaderView *header = columnHeader(table);
    for (int place = 0; header && place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns << column;
    return columns;
}

/// As they stand, one below the other; of a tree those whose parents are open.
QModelIndexList tableRows(const QAbstractItemView &table)
{
    QModelIndexList rows;
    const QAbstractItemModel *model = table.model();
    if (const auto *tree = qobject_cast<const QTreeView *>(&table)) {
        for (QModelIndex row = model->index(0, 0); row.isValid(); row = tree->indexBelow(row))
            rows << row.siblingAtColumn(0);
        return rows;
    }
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0);
    return rows;
}

const QHeaderView *rowTitles(const QAbstractItemView &table)
{
    const auto *view = qobject_cast<const QTableView *>(&table);
    return view && !view->verticalHeader()->isHidden() ? view->verticalHeader() : nullptr;
}

QString tableLines(const QAbstractItemView &table, const QModelIndexList &rows, const QList<int> &columns)
{
    const QAbstractItemModel *model = table.model();
    const bool hasTitles = rowTitles(table) != nullptr;
    QStringList line(hasTitles ? 1 : 0);
    for (const int column : columns)
        line << copiedCell(columnTitle(table, column));
    QString text = line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const QModelIndex &row : rows) {
        line = hasTitles ? QStringList{copiedCell(model->headerData(row.row(), Qt::Vertical).toString())} : QStringList();
        for (const int column : columns)
            line << copiedCell(row.siblingAtColumn(column).data().toString());
        text += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

bool isCopying(const QAction *action) { return action->shortcuts().contains(QKeySequence(QKeySequence::Copy)); }

/// A table that has a way of its own keeps it; two would shut each other out.
void giveWay(QAbstractItemView &table, const QAction *added)
{
    if (added->objectName() == copyName || !isCopying(added))
        return;
    for (QAction *action : table.actions())
        if (action->objectName() == copyName)
            table.removeAction(action);
}

void giveHabits(QAbstractItemView &table, Settings &settings)
{
    if (table.property("hasHabits").toBool())
        return;
    table.setProperty("hasHabits", true);
    const QList<QAction *> own = table.actions();
    if (std::none_of(own.begin(), own.end(), isCopying)) {
        auto *copy = new QAction(&table);
        copy->setObjectName(copyName);
        copy->setShortcut(QKeySequence::Copy);
        copy->setShortcutContext(Qt::WidgetShortcut);
        QObject::connect(copy, &QAction::triggered, &table, [&table] { copyRows(table); });
        table.addAction(copy);
    }
    new TableColumns(table, settings);
}

} // namespace

TableHabits::TableHabits(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings) { qApp->installEventFilter(this); }

bool TableHabits::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Polish && event->type() != QEvent::ActionAdded)
        return false;
    auto *view = qobject_cast<QAbstractItemView *>(watched);
    if (!view || !isTable(view) || !isOurTable(*view))
        return false;
    if (event->type() == QEvent::Polish)
        giveHabits(*view, m_settings);
    else
        giveWay(*view, static_cast<QActionEvent *>(event)->action());
    return false;
}

void keepColumnsInPlace(QAbstractItemView &table) { table.setProperty(inPlaceProperty, true); }

bool hasColumnsInPlace(const QAbstractItemView &table) { return table.property(inPlaceProperty).toBool(); }

void keepColumnsByTitles(QAbstractItemView &table) { table.setProperty(byTitlesProperty, true); }

bool hasColumnsByTitles(const QAbstractItemView &table) { return table.property(byTitlesProperty).toBool(); }

void keepRowsInPlace(QAbstractItemView &table) { table.setProperty(rowsProperty, true); }

bool hasRowsInPlace(const QAbstractItemView &table) { return table.property(rowsProperty).toBool(); }

void leaveOutColumn(QAbstractItemView &table, int column, bool isOut)
{
    auto columns = table.property(leftOutProperty).value<QSet<int>>();
    if (isOut)
        columns.insert(column);
    else
        columns.remove(column);
    table.setProperty(leftOutProperty, QVariant::fromValue(columns));
    const auto *chosen = table.findChild<TableColumns *>(QString(), Qt::FindDirectChildrenOnly);
    columnHeader(table)->setSectionHidden(column, isOut || (chosen && chosen->isHidden(column)));
}

bool isLeftOut(const QAbstractItemView &table, int column) { return table.property(leftOutProperty).value<QSet<int>>().contains(column); }

QHeaderView *columnHeader(const QAbstractItemView &table)
{
    if (const auto *view = qobject_cast<const QTableView *>(&table))
        return view->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(&table);
    return tree ? tree->header() : nullptr;
}

QString columnTitle(const QAbstractItemView &table, int column)
{
    return table.model() ? table.model()->headerData(column, Qt::Horizontal).toString() : QString();
}

QString wholeText(const QAbstractItemView &table)
{
    if (!table.model())
        return {};
    const QModelIndexList rows = tableRows(table);
    return rows.isEmpty() ? QString() : tableLines(table, rows, seenColumns(table));
}

QString copiedText(const QAbstractItemView &table)
{
    const QModelIndexList chosen = table.selectionModel() ? table.selectionModel()->selectedIndexes() : QModelIndexList();
    if (chosen.isEmpty())
        return wholeText(table);
    QList<int> columns = seenColumns(table);
    if (table.selectionBehavior() == QAbstractItemView::SelectItems) {
        if (chosen.size() == 1)
            return chosen.front().data().toString();
        columns.removeIf([&](int column) { return std::none_of(chosen.begin(), chosen.end(), [column](const QModelIndex &cell) { return cell.column() == column; }); });
    }
    QSet<QModelIndex> chosenRows;
    for (const QModelIndex &cell : chosen)
        chosenRows.insert(cell.siblingAtColumn(0));
    QModelIndexList rows = tableRows(table);
    rows.removeIf([&](const QModelIndex &row) { return !chosenRows.contains(row); });
    return tableLines(table, rows, columns);
}

void copyRows(const QAbstractItemView &table)
{
    if (const QString text = copiedText(table); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

} // namespace foretrail
