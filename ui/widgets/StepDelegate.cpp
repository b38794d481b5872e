#include "ui/widgets/StepDelegate.h"

#include "ui/models/RecipeModel.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace foretrail {

namespace {

constexpr int cardGap = 4;       ///< between cards, half of it on either side
constexpr int pad = Theme::space;
constexpr int checkSize = 14;
constexpr int textLeft = pad + checkSize + Theme::space;

QRect cardRect(const QRect &row) { return row.adjusted(cardGap, cardGap / 2, -cardGap, -cardGap / 2); }

struct StepLine {
    QString text;
    QColor color;
    QString icon{};
};

/// What stands below the title.
QList<StepLine> linesOf(const QModelIndex &index)
{
    const ThemeColors &colors = Theme::colors();
    QList<StepLine> lines;
    if (const QString words = index.data(RecipeModel::WordsRole).toString(); !words.isEmpty())
        lines.append({words, colors.text});
    lines.append({index.data(RecipeModel::CountsRole).toString(), colors.secondary});
    if (const QString reason = index.data(RecipeModel::ReasonRole).toString(); !reason.isEmpty())
        lines.append({reason, colors.secondary, QStringLiteral("note")});
    if (const QString problem = index.data(RecipeModel::ProblemRole).toString(); !problem.isEmpty())
        lines.append({problem, colors.text, QStringLiteral("warning")});
    return lines;
}

void drawCard(QPainter &painter, const QRect &card, bool isSelected, bool isFocused)
{
    const ThemeColors &colors = Theme::colors();
    painter.setPen(QPen(isSelected ? colors.accent : colors.line, isSelected && isFocused ? 1.6 : 1));
    painter.setBrush(isSelected ? colors.selection : colors.surface);
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

void drawCheck(QPainter &painter, const QRect &box, bool isOn)
{
    const ThemeColors &colors = Theme::colors();
    painter.setPen(QPen(isOn ? colors.accent : colors.secondary, 1));
    painter.setBrush(isOn ? colors.accent : colors.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (!isOn)
        return;
    painter.setPen(QPen(colors.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF at = box.topLeft();
    painter.drawPolyline(QPolygonF{at + QPointF(3.5, 7.5), at + QPointF(6, 10), at + QPointF(10.5, 4.5)});
}

void drawLine(QPainter &painter, QRect place, const StepLine &line)
{
    if (!line.icon.isEmpty()) {
        Theme::icon(line.icon).paint(&painter, QRect(place.left(), place.center().y() - 6, 13, 13));
        place.setLeft(place.left() + 17);
    }
    painter.setPen(line.color);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(line.text, Qt::ElideRight, place.width()));
}

} // namespace

QRect StepDelegate::checkRect(const QRect &row)
{
    const QRect card = cardRect(row);
    return {card.left() + pad, card.top() + pad + 1, checkSize, checkSize};
}

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = cardRect(option.rect);
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    drawCard(*painter, card, option.state & QStyle::State_Selected, option.state & QStyle::State_HasFocus);
    drawCheck(*painter, checkRect(option.rect), isOn);
    QFont title = option.font;
    title.setWeight(QFont::DemiBold);
    painter->setFont(title);
    const int height = QFontMetrics(title).height();
    QRect place(card.left() + textLeft, card.top() + pad - 1, card.width() - textLeft - pad, height);
    drawLine(*painter, place, {index.data().toString(), isOn ? Theme::colors().text : Theme::colors().secondary});
    painter->setFont(Theme::tableFont());
    const int lineHeight = painter->fontMetrics().height() + 1;
    place.setTop(place.bottom() + 2);
    for (const StepLine &line : linesOf(index)) {
        place.setHeight(lineHeight);
        drawLine(*painter, place, line);
        place.moveTop(place.bottom() + 1);
    }
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lineHeight = QFontMetrics(Theme::tableFont()).height() + 1;
    return {120, 2 * pad + cardGap + QFontMetrics(option.font).height() + int(linesOf(index).size()) * lineHeight};
}

bool StepDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    bool switches = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        switches = mouse->button() == Qt::LeftButton && checkRect(option.rect).adjusted(-6, -6, 6, 6).contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        switches = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    }
    return switches && model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace foretrail
