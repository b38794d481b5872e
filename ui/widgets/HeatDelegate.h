#pragma once

#include <QStyledItemDelegate>

namespace foretrail {

/// Cells on the colour that their model gives as Qt::BackgroundRole, which style sheets leave out; the current one has a frame.
class HeatDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foretrail
