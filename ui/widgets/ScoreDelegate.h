#pragma once

#include <QStyledItemDelegate>

namespace foretrail {

/// A number with a bar under it, as long as its share of the largest (RecommendListModel::ShareRole).
class ScoreDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace foretrail
