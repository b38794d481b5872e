#include "ui/models/EmptyLastProxy.h"

namespace foretrail {

EmptyLastProxy::EmptyLastProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(orderRole);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setRecursiveFilteringEnabled(true);
}

void EmptyLastProxy::sort(int column, Qt::SortOrder order)
{
    const QAbstractItemModel *rows = sourceModel();
    const int count = rows && column >= 0 && column < rows->columnCount() ? rows->rowCount() : 0;
    m_orders.reserve(size_t(count));
    for (int row = 0; row < count; ++row)
        m_orders.push_back(CellOrder::of(rows->index(row, column), sortRole()));
    QSortFilterProxyModel::sort(column, order);
    m_orders.clear();
}

CellOrder EmptyLastProxy::orderOf(const QModelIndex &cell) const
{
    const auto row = size_t(cell.row());
    return row < m_orders.size() && !cell.parent().isValid() ? m_orders[row] : CellOrder::of(cell, sortRole());
}

bool EmptyLastProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return CellOrder::isLess(orderOf(left), orderOf(right), sortOrder());
}

} // namespace foretrail
