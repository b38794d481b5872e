#pragma once

#include "ui/models/DateDays.h"

#include <QWidget>

namespace foretrail {

/// A line of days: a bar for each that has rows, months below. Several readings of the same dates stand under each other on
/// the same stretch of time, so that an eye sees which of them is a calendar.
class CalendarStrip : public QWidget {
    Q_OBJECT
public:
    explicit CalendarStrip(QWidget *parent = nullptr);
    /// Bars for `days` between `first` and `last` (days since 1970-01-01).
    void setDays(const DateDays::Days &days, qint64 first, qint64 last);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double xOf(qint64 day) const;
    void paintMonths(QPainter &painter, int bottom) const;

    DateDays::Days m_days;
    qint64 m_first = 0;
    qint64 m_last = 0;
};

} // namespace foretrail
