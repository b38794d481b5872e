#include "ui/widgets/SortedItem.h"

#include "ui/models/CellOrder.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVariant>

namespace foretrail {

namespace {

CellOrder orderOfItem(const QTableWidgetItem &item)
{
    return CellOrder::of(item.data(orderRole), item.data(Qt::DisplayRole));
}

} // namespace

bool SortedItem::operator<(const QTableWidgetItem &other) const
{
    const Qt::SortOrder order = tableWidget() ? tableWidget()->horizontalHeader()->sortIndicatorOrder() : Qt::AscendingOrder;
    return CellOrder::isLess(orderOfItem(*this), orderOfItem(other), order);
}

} // namespace foretrail
