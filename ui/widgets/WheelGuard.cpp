#include "ui/widgets/WheelGuard.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>

namespace foretrail {

namespace {

/// What the wheel would set to another value.
QWidget *fieldOf(QObject *watched)
{
    if (auto *spin = qobject_cast<QAbstractSpinBox *>(watched))
        return spin;
    if (auto *combo = qobject_cast<QComboBox *>(watched))
        return combo;
    auto *slider = qobject_cast<QAbstractSlider *>(watched);
    return qobject_cast<QScrollBar *>(slider) ? nullptr : slider;
}

} // namespace

WheelGuard::WheelGuard(QObject *parent) : QObject(parent) { qApp->installEventFilter(this); }

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
        return false;
    QWidget *field = fieldOf(watched);
    if (!field)
        return false;
    if (event->type() == QEvent::Polish && field->focusPolicy() == Qt::WheelFocus)
        field->setFocusPolicy(Qt::StrongFocus);
    if (event->type() != QEvent::Wheel || field->hasFocus())
        return false;
    event->ignore(); // so that what it lies in scrolls
    return true;
}

} // namespace foretrail
