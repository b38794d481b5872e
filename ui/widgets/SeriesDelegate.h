#pragma once

#include <QStyledItemDelegate>

namespace foretrail {

/// A row of the item browser: name, size and change below it, a small line at the right.
class SeriesDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foretrail
