#include "ui/widgets/CalendarStrip.h"

#include "ui/theme/Theme.h"

#include <QDate>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int barHeight = 22;

QDate epoch() { return {1970, 1, 1}; }

} // namespace

CalendarStrip::CalendarStrip(QWidget *parent) : QWidget(parent)
{
    setFont(Theme::tableFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CalendarStrip::setDays(const DateDays::Days &days, qint64 first, qint64 last)
{
    m_days = days;
    m_first = first;
    m_last = std::max(first, last);
    update();
}

QSize CalendarStrip::sizeHint() const
{
    return {240, barHeight + fontMetrics().height() + 6};
}

double CalendarStrip::xOf(qint64 day) const
{
    return double(width()) * double(day - m_first) / double(m_last - m_first + 1);
}

void CalendarStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = Theme::colors();
    painter.setPen(colors.line);
    painter.drawLine(0, barHeight, width(), barHeight);
    paintMonths(painter, barHeight);
    const double wide = std::max(2.0, xOf(m_first + 1) - 1);
    for (const qint64 day : m_days)
        painter.fillRect(QRectF(xOf(day), 2, wide, barHeight - 2), colors.accent);
}

/// The first of each month as a line; names in an even rhythm that leaves them room.
void CalendarStrip::paintMonths(QPainter &painter, int bottom) const
{
    const QLocale locale;
    const QFontMetrics metrics = fontMetrics();
    const double monthWidth = xOf(m_first + 30);
    const int rhythm = std::max(1, int(std::ceil((metrics.horizontalAdvance(QStringLiteral("Mmm 0000")) + 10) / monthWidth)));
    int number = 0;
    for (QDate month = epoch().addDays(m_first); month <= epoch().addDays(m_last); month = QDate(month.year(), month.month(), 1).addMonths(1)) {
        const int x = int(xOf(epoch().daysTo(month)));
        painter.setPen(Theme::colors().line);
        if (month.day() == 1)
            painter.drawLine(x, 0, x, bottom + 3);
        const QString name = number == 0 || month.month() <= rhythm ? locale.toString(month, QStringLiteral("MMM yyyy"))
                                                                    : locale.standaloneMonthName(month.month(), QLocale::ShortFormat);
        if (number++ % rhythm != 0 || x + metrics.horizontalAdvance(name) > width())
            continue;
        painter.setPen(Theme::colors().secondary);
        painter.drawText(x, bottom + 3 + metrics.ascent(), name);
    }
}

} // namespace foretrail
