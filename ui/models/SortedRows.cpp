#include "ui/models/SortedRows.h"

#include "ui/models/EmptyLastProxy.h"

#include <QHeaderView>
#include <QTableView>
#include <QTreeView>

namespace foretrail {

namespace {

/// Views begin with their first column, the other way round.
void beginUnsorted(QHeaderView &header)
{
    header.setSortIndicator(-1, Qt::AscendingOrder);
    header.setSortIndicatorClearable(true);
}

EmptyLastProxy *proxyBelow(QAbstractItemView &view, QAbstractItemModel *model)
{
    auto *rows = new EmptyLastProxy(&view);
    rows->setSourceModel(model);
    view.setModel(rows);
    return rows;
}

} // namespace

void sortOnClick(QTableView &table)
{
    beginUnsorted(*table.horizontalHeader());
    table.setSortingEnabled(true);
}

EmptyLastProxy *sortRows(QTableView &table, QAbstractItemModel *model)
{
    EmptyLastProxy *rows = proxyBelow(table, model);
    sortOnClick(table);
    return rows;
}

EmptyLastProxy *sortRows(QTreeView &tree, QAbstractItemModel *model)
{
    EmptyLastProxy *rows = proxyBelow(tree, model);
    beginUnsorted(*tree.header());
    tree.setSortingEnabled(true);
    return rows;
}

QModelIndex inModel(const QModelIndex &shown)
{
    const auto *rows = qobject_cast<const QAbstractProxyModel *>(shown.model());
    return rows ? rows->mapToSource(shown) : shown;
}

QModelIndex shownIn(const QAbstractItemView &table, const QModelIndex &index)
{
    const auto *rows = qobject_cast<const QAbstractProxyModel *>(table.model());
    return rows ? rows->mapFromSource(index) : index;
}

} // namespace foretrail
