#pragma once

#include <QSortFilterProxyModel>

namespace foretrail {

/// Sorts by numbers or texts of its sort role; what is not a number stays last in either direction.
class EmptyLastProxy : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace foretrail
