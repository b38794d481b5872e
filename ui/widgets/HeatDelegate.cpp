#include "ui/widgets/HeatDelegate.h"

#include "ui/theme/Theme.h"

#include <QColor>
#include <QPainter>

namespace foretrail {

void HeatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant background = index.data(Qt::BackgroundRole);
    if (!background.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    painter->fillRect(option.rect.adjusted(0, 0, -1, -1), background.value<QColor>());
    if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(Theme::colors().text, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->setFont(option.font);
    painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
    painter->drawText(option.rect.adjusted(6, 0, -8, 0), index.data(Qt::TextAlignmentRole).toInt(), index.data().toString());
    painter->restore();
}

} // namespace foretrail
