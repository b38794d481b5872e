#pragma once

#include <QStyledItemDelegate>

namespace foretrail {

/// Cells of a list of recommendations: texts in as many lines as they need, and under a score a bar as long as its share of the largest
/// (RecommendListModel::ShareRole).
class ScoreDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override; ///< a number is never broken into lines
};

} // namespace foretrail
