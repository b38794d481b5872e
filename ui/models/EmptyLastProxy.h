#pragma once

#include "ui/models/CellOrder.h"

#include <QSortFilterProxyModel>

#include <vector>

namespace foretrail {

/// Sorts as CellOrder tells, by orderRole where no other role is set: what is empty stays last in either direction. Its filter, a text, lets
/// rows through that contain it in one of their columns, and those above them in a tree.
class EmptyLastProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit EmptyLastProxy(QObject *parent = nullptr);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    CellOrder orderOf(const QModelIndex &cell) const;
    std::vector<CellOrder> m_orders; ///< of the rows that stand below no other, while they are sorted: cells are asked once
};

} // namespace foretrail
