#include "ui/widgets/RowTitles.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace foretrail {

RowTitles::RowTitles(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

QString RowTitles::title(int section) const { return model()->headerData(section, Qt::Vertical).toString(); }

void RowTitles::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->setFont(Theme::tableFont());
    painter->setPen(Theme::colors().text);
    const QRect inner = rect.adjusted(Theme::space, 0, -Theme::space, 0);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(title(section), Qt::ElideRight, inner.width()));
}

QSize RowTitles::sectionSizeFromContents(int section) const
{
    const QFontMetrics metrics(Theme::tableFont());
    return {metrics.horizontalAdvance(title(section)) + 2 * Theme::space + 2, metrics.height() + 10};
}

} // namespace foretrail
