#include "ui/models/EmptyLastProxy.h"

#include <cmath>

namespace foretrail {

bool EmptyLastProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole()), b = right.data(sortRole());
    if (a.typeId() != QMetaType::Double || b.typeId() != QMetaType::Double)
        return QSortFilterProxyModel::lessThan(left, right);
    const bool isEmptyA = std::isnan(a.toDouble()), isEmptyB = std::isnan(b.toDouble());
    if (isEmptyA || isEmptyB) // the order of the view turns the answer round
        return sortOrder() == Qt::AscendingOrder ? !isEmptyA && isEmptyB : isEmptyA && !isEmptyB;
    return a.toDouble() < b.toDouble();
}

} // namespace foretrail
