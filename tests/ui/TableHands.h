#pragma once

#include "tests/ui/UiTest.h"
#include "ui/models/TableHabits.h"

#include <QCalendarWidget>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

#include <memory>

namespace foretrail::test {

inline QList<QAbstractItemView *> tablesIn(const QWidget &where)
{
    QList<QAbstractItemView *> tables;
    for (auto *view : where.findChildren<QAbstractItemView *>())
        if ((qobject_cast<QTableView *>(view) || qobject_cast<QTreeView *>(view)) && !qobject_cast<QCalendarWidget *>(view->parentWidget()))
            tables << view;
    return tables;
}

inline bool isSortingOn(const QAbstractItemView &table)
{
    const auto *view = qobject_cast<const QTableView *>(&table);
    const auto *tree = qobject_cast<const QTreeView *>(&table);
    return view ? view->isSortingEnabled() : tree && tree->isSortingEnabled();
}

/// In the middle of the title, where a person clicks.
inline void clickTitle(QAbstractItemView &table, int column)
{
    QHeaderView &header = *columnHeader(table);
    table.scrollTo(table.model()->index(0, column));
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) / 2, header.height() / 2));
}

/// All texts of a column, of rows that stand below no other.
inline QStringList columnOf(const QAbstractItemView &table, int column)
{
    QStringList texts;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        texts << table.model()->index(row, column).data().toString();
    return texts;
}

inline QStringList seenTitles(const QTableView &table)
{
    QStringList titles;
    for (int place = 0; place < table.horizontalHeader()->count(); ++place)
        if (const int column = table.horizontalHeader()->logicalIndex(place); !table.isColumnHidden(column))
            titles << table.model()->headerData(column, Qt::Horizontal).toString();
    return titles;
}

inline const QString columnsMenu = QStringLiteral("shownColumns"), sortMenu = QStringLiteral("sortBy");

/// The menu key, then the entry of that text, of the menu inside where one is named; false where it is not offered.
inline bool chooseInMenu(QWidget &table, const QString &text, const QString &inside = {})
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

} // namespace foretrail::test
