#include "ui/widgets/SeriesDelegate.h"

#include "ui/models/SeriesListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SketchLine.h"

#include <QPainter>

namespace foretrail {

void SeriesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeColors &colors = Theme::colors();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? colors.selection : colors.grid);
        painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), Theme::radius, Theme::radius);
    }
    const QRect inner = option.rect.adjusted(10, 4, -10, -4);
    const int sketchWidth = inner.width() / 3;
    QFont font = option.font;
    font.setBold(isSelected);
    painter->setFont(font);
    painter->setPen(colors.text);
    const QString name = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, inner.width());
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, name);
    painter->setFont(Theme::tableFont());
    painter->setPen(colors.secondary);
    const QFontMetrics small(Theme::tableFont());
    const QString size = small.elidedText(index.data(SeriesListModel::SizeRole).toString(), Qt::ElideRight, inner.width() - sketchWidth - Theme::space);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom, size);
    const QRectF place(inner.right() - sketchWidth, inner.bottom() - small.height() + 1, sketchWidth, small.height() - 1);
    if (const auto *sketch = index.data(SeriesListModel::SketchRole).value<const std::vector<float> *>())
        SketchLine::draw(*painter, place, *sketch, isSelected ? colors.accent : colors.secondary);
    painter->restore();
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, option.fontMetrics.height() + QFontMetrics(Theme::tableFont()).height() + 12};
}

} // namespace foretrail
