#include "ui/charts/MarkChart.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/ChartMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretrail {

MarkChart::MarkChart(QWidget *parent)
    : QWidget(parent), m_menu(new ChartMenu({[this] { return m_drawing ? m_drawing->title() : QString(); },
                                             [this] { return m_drawing ? chartImage(*m_drawing, {1000, 560}, 2) : QImage(); },
                                             [this] { return m_drawing ? m_drawing->table() : QList<QStringList>(); }},
                                            this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_menu, &ChartMenu::exportRequested, this, &MarkChart::exportRequested);
    m_menu->button()->hide();
}

void MarkChart::setDrawing(std::shared_ptr<const MarkDrawing> drawing)
{
    m_drawing = std::move(drawing);
    m_pointed = -1;
    makeMarks();
    if (!markOf(m_chosen))
        m_chosen = -1;
    setAccessibleName(m_drawing ? m_drawing->title() : QString());
    describe();
    m_menu->button()->setVisible(m_drawing != nullptr);
    update();
}

void MarkChart::makeMarks() { m_marks = m_drawing ? m_drawing->marks(rect(), Theme::tableFont()) : std::vector<ChartMark>(); }

const ChartMark *MarkChart::markOf(int number) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(), [number](const ChartMark &mark) { return mark.number == number; });
    return found == m_marks.end() ? nullptr : &*found;
}

int MarkChart::markAt(QPointF at) const
{
    const auto found = std::find_if(m_marks.rbegin(), m_marks.rend(), [at](const ChartMark &mark) { return mark.shape.contains(at); });
    return found == m_marks.rend() ? -1 : found->number;
}

QPoint MarkChart::placeOf(int number) const
{
    const ChartMark *mark = markOf(number);
    if (!mark)
        return {};
    const QPointF middle = mark->shape.pointAtPercent(0.5);
    const QPointF centre = mark->shape.boundingRect().center();
    return (mark->shape.contains(centre) ? centre : middle).toPoint();
}

QString MarkChart::cursorText() const
{
    const ChartMark *mark = markOf(m_pointed >= 0 ? m_pointed : m_chosen);
    return mark ? mark->text : QString();
}

void MarkChart::setChosen(int number)
{
    m_chosen = markOf(number) ? number : -1;
    describe();
    update();
}

/// The chosen mark, else what there is.
void MarkChart::describe()
{
    const ChartMark *mark = markOf(m_chosen);
    const QString sentence = m_drawing ? m_drawing->sentence() : QString();
    const QString count = tr("%n parts. Arrow keys go from one to the next.", nullptr, int(m_marks.size()));
    setAccessibleDescription(mark ? mark->text : sentence.isEmpty() ? count : QStringLiteral("%1 %2").arg(sentence, count));
}

void MarkChart::choose(int number)
{
    setChosen(number);
    Q_EMIT chosenByPerson(number);
}

void MarkChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = Theme::colors();
    painter.fillRect(rect(), colors.surface);
    if (!m_drawing)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    m_drawing->draw(painter, rect(), colors, Theme::tableFont(), m_pointed >= 0 ? m_pointed : m_chosen);
    drawText(painter);
    if (!hasFocus())
        return;
    painter.setPen(colors.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

/// What the mark says, at its free side.
void MarkChart::drawText(QPainter &painter) const
{
    const ChartMark *mark = markOf(m_pointed >= 0 ? m_pointed : hasFocus() ? m_chosen : -1);
    if (!mark || mark->text.isEmpty())
        return;
    const QFontMetricsF metrics(Theme::tableFont());
    painter.setFont(Theme::tableFont());
    const QRectF room = QRectF(rect()).adjusted(8, 8, -8, -8);
    QRectF text = metrics.boundingRect(QRectF(0, 0, std::min(room.width() - 16, 420.0), 400), Qt::TextWordWrap, mark->text);
    QRectF box(0, 0, text.width() + 18, text.height() + 10);
    const QRectF shape = mark->shape.boundingRect();
    box.moveCenter({std::clamp(shape.center().x(), room.left() + box.width() / 2, std::max(room.left() + box.width() / 2, room.right() - box.width() / 2)), 0});
    box.moveTop(shape.top() - box.height() - 6);
    if (box.top() < room.top())
        box.moveTop(std::min(shape.bottom() + 6, room.bottom() - box.height()));
    painter.setPen(Theme::colors().line);
    painter.setBrush(Theme::colors().surface);
    painter.drawRoundedRect(box, Theme::radius, Theme::radius);
    painter.setPen(Theme::colors().text);
    painter.drawText(box.adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap, mark->text);
}

void MarkChart::resizeEvent(QResizeEvent *)
{
    m_menu->button()->move(width() - m_menu->button()->width() - 2, 0);
    makeMarks();
}

void MarkChart::mouseMoveEvent(QMouseEvent *event)
{
    const int pointed = markAt(event->position());
    if (pointed == m_pointed)
        return;
    m_pointed = pointed;
    setCursor(pointed >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void MarkChart::leaveEvent(QEvent *)
{
    m_pointed = -1;
    update();
}

void MarkChart::mousePressEvent(QMouseEvent *event)
{
    const int number = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
    if (number < 0)
        return QWidget::mousePressEvent(event);
    choose(number);
    if (m_opensAtOnce)
        Q_EMIT opened(number);
}

void MarkChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int number = event->button() == Qt::LeftButton ? markAt(event->position()) : -1;
    if (number >= 0 && !m_opensAtOnce)
        Q_EMIT opened(number);
}

int MarkChart::neighbour(int key) const
{
    if (m_marks.empty())
        return -1;
    const ChartMark *from = markOf(m_chosen);
    if (!from || key == Qt::Key_Home)
        return m_marks.front().number;
    if (key == Qt::Key_End)
        return m_marks.back().number;
    const QPointF start = from->shape.boundingRect().center();
    double nearest = std::numeric_limits<double>::infinity();
    int found = -1;
    for (const ChartMark &mark : m_marks) {
        const QPointF way = mark.shape.boundingRect().center() - start;
        const double along = key == Qt::Key_Right ? way.x() : key == Qt::Key_Left ? -way.x() : key == Qt::Key_Down ? way.y() : -way.y();
        const double across = key == Qt::Key_Right || key == Qt::Key_Left ? way.y() : way.x();
        const double distance = along + 2 * std::abs(across);
        if (along > 0.5 && distance < nearest) {
            nearest = distance;
            found = mark.number;
        }
    }
    return found;
}

void MarkChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (const int to = neighbour(event->key()); to >= 0)
            choose(to);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_chosen >= 0)
            Q_EMIT opened(m_chosen);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void MarkChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_menu->retranslate();
        describe();
    }
    if (event->type() == QEvent::FontChange)
        makeMarks();
    update();
}

} // namespace foretrail
