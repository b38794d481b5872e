#pragma once

#include "ui/models/DateDays.h"

#include <QPushButton>

class QLabel;

namespace foretrail {

class CalendarStrip;

/// One way to read the dates of a file, to be chosen: what a date of the file would be, its format, the days that would have
/// rows, the first, the last and how many there are.
class DateReadingButton : public QPushButton {
    Q_OBJECT
public:
    explicit DateReadingButton(int number, QWidget *parent = nullptr);
    struct Shown {
        QString title; ///< "3 April 2011"
        DateReading reading;
        qint64 first = 0, last = 0; ///< of all readings
    };
    void setReading(const Shown &shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

private:
    QLabel *m_title;
    QLabel *m_format;
    CalendarStrip *m_strip;
    QLabel *m_span;
};

} // namespace foretrail
