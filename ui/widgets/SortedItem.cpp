#include "ui/widgets/SortedItem.h"

#include "ui/models/CellOrder.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QVariant>

namespace foretrail {

namespace {

CellOrder orderOfItem(const QTableWidgetItem &item)
{
    const QVariant own = item.data(orderRole);
    return CellOrder(own.isValid() ? own : item.data(Qt::DisplayRole));
}

} // namespace

bool SortedItem::operator<(const QTableWidgetItem &other) const
{
    const bool isDown = tableWidget() && tableWidget()->horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder;
    if (isDown) // the table turns the answer round
        return CellOrder::isBefore(orderOfItem(other), orderOfItem(*this), Qt::DescendingOrder);
    return CellOrder::isBefore(orderOfItem(*this), orderOfItem(other), Qt::AscendingOrder);
}

} // namespace foretrail
