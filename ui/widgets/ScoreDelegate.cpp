#include "ui/widgets/ScoreDelegate.h"

#include "ui/models/RecommendListModel.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QTableView>

namespace foretrail {

namespace {

constexpr int scoreBarHeight = 3;
constexpr int cellPadding = 8;

} // namespace

void ScoreDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const double share = index.data(RecommendListModel::ShareRole).toDouble();
    if (!(share > 0) || index.column() != int(RecommendListModel::Column::Score))
        return;
    QRect inner = option.rect.adjusted(6, 0, -6, 0);
    inner.setBottom(option.rect.center().y() + option.fontMetrics.height() / 2 + scoreBarHeight + 1);
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::colors().accent);
    const double length = std::max(2.0, share * inner.width());
    painter->drawRect(QRectF(inner.right() + 1 - length, inner.bottom() - scoreBarHeight + 1, length, scoreBarHeight));
    painter->restore();
}

void ScoreDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == int(RecommendListModel::Column::Score) || index.column() == int(RecommendListModel::Column::Rank))
        option->features.setFlag(QStyleOptionViewItem::WrapText, false);
}

/// The style counts lines as if cells had no padding.
QSize ScoreDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const int width = (table ? table->columnWidth(index.column()) : option.rect.width()) - 2 * cellPadding;
    const QRect lines = option.fontMetrics.boundingRect(QRect(0, 0, std::max(1, width), 1 << 14), Qt::TextWordWrap, index.data().toString());
    return {lines.width() + 2 * cellPadding, std::max(lines.height(), option.fontMetrics.height()) + 2 * scoreBarHeight + 4};
}

} // namespace foretrail
