#include "ui/widgets/SeriesDelegate.h"

#include "ui/models/SeriesListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SketchLine.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int starSize = 14;

void drawStar(QPainter &painter, const QRectF &place, const QColor &color, bool isFilled)
{
    QPainterPath star;
    const QPointF centre = place.center();
    for (int i = 0; i < 10; ++i) {
        const double radius = (i % 2 == 0 ? 0.5 : 0.21) * place.width();
        const double angle = M_PI * (i / 5.0 - 0.5);
        const QPointF at = centre + radius * QPointF(std::cos(angle), std::sin(angle));
        i == 0 ? star.moveTo(at) : star.lineTo(at);
    }
    star.closeSubpath();
    painter.setPen(QPen(color, 1));
    painter.setBrush(isFilled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPath(star);
}

/// A triangle and, where all of it fits beside `kept` pixels, a word; returns the room that they take.
int drawException(QPainter &painter, const QRect &line, const QString &word, int kept, const QFontMetrics &metrics, const QColor &color)
{
    const double height = metrics.ascent() * 0.72, top = line.bottom() - metrics.descent() - height;
    const QPolygonF triangle{QPointF(line.left() + height / 2, top), QPointF(line.left() + height, top + height), QPointF(line.left(), top + height)};
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(triangle);
    painter.setPen(color);
    const int left = int(height) + 4;
    const int width = metrics.horizontalAdvance(word);
    if (left + width + kept > line.width())
        return left + 2;
    painter.drawText(line.adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom, word);
    return left + width + 6;
}

/// A third of the row, less where the figures need more: what a list is sorted by is read in them.
int sketchRoom(int width, int figures)
{
    return std::min(width / 3, std::max(width / 6, width - figures - Theme::space));
}

} // namespace

QRect SeriesDelegate::starPlace(const QRect &row)
{
    return {row.right() - 8 - starSize, row.top() + 5, starSize, starSize};
}

bool SeriesDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    const auto *mouse = isPress ? static_cast<QMouseEvent *>(event) : nullptr;
    if (!m_hasStars || !mouse || mouse->button() != Qt::LeftButton || !starPlace(option.rect).adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint()))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    if (event->type() == QEvent::MouseButtonPress)
        Q_EMIT starClicked(index);
    return true; // the row itself is not chosen
}

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
    QFont font = option.font;
    font.setBold(isSelected);
    painter->setFont(font);
    painter->setPen(colors.text);
    const bool isFavourite = index.data(SeriesListModel::FavouriteRole).toBool();
    const int nameWidth = inner.width() - (m_hasStars ? starSize + 4 : 0);
    const QString name = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, nameWidth);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, name);
    painter->setFont(Theme::tableFont());
    painter->setPen(colors.secondary);
    const QFontMetrics small(Theme::tableFont());
    const bool isTall = index.data(SeriesListModel::TallRole).toBool();
    const QString figures = index.data(SeriesListModel::SizeRole).toString();
    const QString word = index.data(SeriesListModel::ExceptionRole).toString();
    const int triangle = word.isEmpty() || isTall ? 0 : int(small.ascent() * 0.72) + 6;
    const int sketchWidth = sketchRoom(inner.width(), triangle + small.horizontalAdvance(figures));
    QRect line = inner.adjusted(0, 0, -sketchWidth - Theme::space, isTall ? -small.height() : 0);
    if (!word.isEmpty()) {
        const int used = isTall ? drawException(*painter, inner, word, 0, small, colors.warning)
                                : drawException(*painter, line, word, small.horizontalAdvance(figures) + 6, small, colors.warning);
        line.setLeft(line.left() + (isTall ? 0 : used));
        painter->setPen(colors.secondary);
    }
    const QString size = small.elidedText(figures, Qt::ElideRight, line.width());
    if (line.width() > small.averageCharWidth() * 3)
        painter->drawText(line, Qt::AlignLeft | Qt::AlignBottom, size);
    const QRectF place(inner.right() - sketchWidth, line.bottom() - small.height() + 1, sketchWidth, small.height() - 1);
    if (const auto *sketch = index.data(SeriesListModel::SketchRole).value<const std::vector<float> *>())
        SketchLine::draw(*painter, place, *sketch, isSelected ? colors.accent : colors.secondary);
    if (m_hasStars && (isFavourite || isSelected || (option.state & QStyle::State_MouseOver)))
        drawStar(*painter, starPlace(option.rect), isFavourite ? colors.accent : colors.secondary, isFavourite);
    painter->restore();
}

QSize SeriesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = index.data(SeriesListModel::TallRole).toBool() ? 2 : 1; // below the name
    return {160, option.fontMetrics.height() + lines * QFontMetrics(Theme::tableFont()).height() + 12};
}

} // namespace foretrail
