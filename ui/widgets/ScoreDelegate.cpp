#include "ui/widgets/ScoreDelegate.h"

#include "ui/models/RecommendListModel.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace foretrail {

namespace {

constexpr int scoreBarHeight = 3;

} // namespace

void ScoreDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const double share = index.data(RecommendListModel::ShareRole).toDouble();
    if (!(share > 0))
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

} // namespace foretrail
