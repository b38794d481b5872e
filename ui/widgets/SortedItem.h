#pragma once

#include <QTableWidgetItem>

namespace foretrail {

/// A cell of a QTableWidget that is sorted as CellOrder tells, by its orderRole or its text.
class SortedItem : public QTableWidgetItem {
public:
    using QTableWidgetItem::QTableWidgetItem;
    bool operator<(const QTableWidgetItem &other) const override;
};

} // namespace foretrail
