#include "ui/charts/HeatMap.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/ChartMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace foretrail {

HeatMap::HeatMap(QWidget *parent)
    : QWidget(parent), m_menu(new ChartMenu({[this] { return m_content.title; }, [this] { return chartImage(m_content, {900, 600}, 2); },
                                             [this] { return chartTable(m_content); }},
                                            this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_menu, &ChartMenu::exportRequested, this, &HeatMap::exportRequested);
}

QSize HeatMap::minimumSizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {std::max(240, metrics.averageCharWidth() * 30), metrics.height() * 8};
}

void HeatMap::setContent(const HeatContent &content)
{
    m_content = content;
    m_pointer = {-1, -1};
    if (!content.isEmpty())
        setChosen(m_chosen.y(), m_chosen.x());
    setAccessibleName(content.title);
    m_menu->button()->setVisible(!content.isEmpty());
    update();
}

void HeatMap::setChosen(int row, int column)
{
    m_chosen = {std::clamp(column, 0, std::max(0, int(m_content.columns.size()) - 1)), std::clamp(row, 0, std::max(0, int(m_content.rows.size()) - 1))};
    setAccessibleDescription(painterOf().text(m_chosen));
    update();
}

QString HeatMap::cursorText() const { return painterOf().text(m_pointer.x() >= 0 ? m_pointer : m_chosen); }

QRectF HeatMap::cellRect(int row, int column) const { return painterOf().cellRect(rect(), {column, row}); }

void HeatMap::choose(QPoint place)
{
    setChosen(place.y(), place.x());
    Q_EMIT chosen(chosenRow(), chosenColumn());
}

void HeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colors().surface);
    if (m_content.isEmpty())
        return;
    painterOf().draw(painter, rect(), m_chosen);
    drawPointer(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::colors().accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

/// What the cell under the pointer says, at its free side.
void HeatMap::drawPointer(QPainter &painter) const
{
    const QString text = painterOf().text(m_pointer);
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(font());
    const QRectF cell = painterOf().cellRect(rect(), m_pointer);
    QRectF box(0, cell.bottom() + 4, metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
    box.moveLeft(cell.center().x() < width() / 2.0 ? cell.right() + 4 : cell.left() - 4 - box.width());
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - box.width() - 1)));
    if (box.bottom() > height() - 1)
        box.moveBottom(cell.top() - 4);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::colors().line);
    painter.setBrush(Theme::colors().surface);
    painter.drawRoundedRect(box, Theme::radius, Theme::radius);
    painter.setPen(Theme::colors().text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void HeatMap::resizeEvent(QResizeEvent *) { m_menu->button()->move(width() - m_menu->button()->width() - 2, 0); }

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = painterOf().cellAt(rect(), event->position());
    update();
}

void HeatMap::leaveEvent(QEvent *)
{
    m_pointer = {-1, -1};
    update();
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = painterOf().cellAt(rect(), event->position());
    if (event->button() == Qt::LeftButton && place.x() >= 0)
        choose(place);
    else
        QWidget::mousePressEvent(event);
}

/// Where a key leads from the chosen cell, also beyond the edge; (-2, -2) for keys that lead nowhere.
QPoint HeatMap::moved(int key) const
{
    switch (key) {
    case Qt::Key_Left: return m_chosen - QPoint(1, 0);
    case Qt::Key_Right: return m_chosen + QPoint(1, 0);
    case Qt::Key_Up: return m_chosen - QPoint(0, 1);
    case Qt::Key_Down: return m_chosen + QPoint(0, 1);
    case Qt::Key_Home: return {0, m_chosen.y()};
    case Qt::Key_End: return {int(m_content.columns.size()) - 1, m_chosen.y()};
    case Qt::Key_PageUp: return {m_chosen.x(), 0};
    case Qt::Key_PageDown: return {m_chosen.x(), int(m_content.rows.size()) - 1};
    default: return {-2, -2};
    }
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    const QPoint to = moved(event->key());
    if (m_content.isEmpty() || to.x() < -1)
        QWidget::keyPressEvent(event);
    else
        choose(to); // setChosen keeps it inside
}

void HeatMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_menu->retranslate();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

} // namespace foretrail
