#pragma once

#include <QStyledItemDelegate>

namespace foretrail {

/// Draws a step of a recipe as a card: check box, title, what differs from the usual, counts, what is wrong, why it is there.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    static QRect checkRect(const QRect &row); ///< where a click switches the step
};

} // namespace foretrail
