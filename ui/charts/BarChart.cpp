#include "ui/charts/BarChart.h"

#include "ui/charts/BarPainter.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/ChartMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace foretrail {

BarChart::BarChart(QWidget *parent)
    : QWidget(parent), m_menu(new ChartMenu({[this] { return m_content.title; }, [this] { return chartImage(m_content, {900, 480}, 2); },
                                             [this] { return chartTable(m_content); }},
                                            this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_menu, &ChartMenu::exportRequested, this, &BarChart::exportRequested);
}

void BarChart::setContent(const BarContent &content)
{
    m_content = content;
    m_cursor = -1;
    setAccessibleName(content.title);
    describe();
    m_menu->button()->setVisible(!content.values.empty());
    update();
}

QFont BarChart::textFont() const { return testAttribute(Qt::WA_SetFont) ? font() : Theme::tableFont(); }

QString BarChart::cursorText() const
{
    return BarPainter(m_content, Theme::colors(), textFont()).text(m_cursor);
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = Theme::colors();
    painter.fillRect(rect(), colors.surface);
    if (m_content.values.empty())
        return; // no grid without bars
    const BarPainter bars(m_content, colors, textFont());
    bars.draw(painter, rect(), m_cursor);
    if (m_cursor >= 0) {
        const QFontMetricsF metrics(textFont());
        const QString text = bars.text(m_cursor);
        const QRectF plot = bars.plot(rect());
        const double middle = plot.left() + (m_cursor + 0.5) * plot.width() / double(m_content.values.size());
        QRectF box(0, plot.top(), metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
        box.moveLeft(middle < plot.center().x() ? middle + 8 : middle - 8 - box.width());
        box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - box.width() - 1)));
        painter.setPen(colors.line);
        painter.setBrush(colors.surface);
        painter.drawRoundedRect(box, Theme::radius, Theme::radius);
        painter.setPen(colors.text);
        painter.drawText(box, Qt::AlignCenter, text);
    }
    if (hasFocus()) {
        painter.setPen(colors.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
    }
}

void BarChart::resizeEvent(QResizeEvent *)
{
    m_menu->button()->move(width() - m_menu->button()->width() - 2, 0);
}

void BarChart::setCursor(int bar)
{
    m_cursor = bar >= 0 && bar < int(m_content.values.size()) ? bar : -1;
    describe();
    update();
}

/// The bar under the cursor, else the lowest and the highest.
void BarChart::describe()
{
    const std::vector<double> &values = m_content.values;
    if (values.empty() || m_cursor >= 0)
        return setAccessibleDescription(cursorText());
    const auto isLess = [](double a, double b) { return a < b || (std::isnan(b) && !std::isnan(a)); };
    const BarPainter painter(m_content, Theme::colors(), textFont());
    const int lowest = int(std::min_element(values.begin(), values.end(), isLess) - values.begin());
    const int highest = int(std::max_element(values.begin(), values.end(), [](double a, double b) { return a < b || (std::isnan(a) && !std::isnan(b)); }) - values.begin());
    setAccessibleDescription(tr("%n bars. Lowest %1, highest %2.", "9 bars. Lowest Mon: -3, highest Fri: 12.", int(values.size())).arg(painter.text(lowest), painter.text(highest)));
}

void BarChart::setCursorBar(int bar)
{
    if (bar == m_cursor)
        return;
    setCursor(bar);
    Q_EMIT cursorMoved(m_cursor);
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    setCursorBar(BarPainter(m_content, Theme::colors(), textFont()).barAt(rect(), event->position().x()));
}

void BarChart::setOpensBars(bool opens)
{
    m_opensBars = opens;
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QPoint BarChart::placeOf(int bar) const
{
    const QRectF plot = BarPainter(m_content, Theme::colors(), textFont()).plot(rect());
    return QPointF(plot.left() + (bar + 0.5) * plot.width() / double(std::max<size_t>(1, m_content.values.size())), plot.center().y()).toPoint();
}

void BarChart::mousePressEvent(QMouseEvent *event)
{
    const int bar = m_opensBars && event->button() == Qt::LeftButton ? BarPainter(m_content, Theme::colors(), textFont()).barAt(rect(), event->position().x()) : -1;
    if (bar < 0)
        return QWidget::mousePressEvent(event);
    setCursorBar(bar);
    Q_EMIT opened(bar);
}

void BarChart::leaveEvent(QEvent *) { setCursorBar(-1); }

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_content.values.size()) - 1;
    if (event->key() == Qt::Key_Escape)
        setCursorBar(-1);
    else if (m_opensBars && m_cursor >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT opened(m_cursor);
    else if (last >= 0 && event->key() == Qt::Key_Right)
        setCursorBar(std::min(last, m_cursor + 1));
    else if (last >= 0 && event->key() == Qt::Key_Left)
        setCursorBar(m_cursor < 0 ? last : std::max(0, m_cursor - 1));
    else
        QWidget::keyPressEvent(event);
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_menu->retranslate();
        describe();
    }
    update();
}

} // namespace foretrail
