#include "ui/widgets/EnterPresses.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace foretrail {

namespace {

bool isPlainEnter(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && !(key.modifiers() & ~Qt::KeypadModifier);
}

} // namespace

EnterPresses::EnterPresses(QObject *parent) : QObject(parent) { qApp->installEventFilter(this); }

bool EnterPresses::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    if (!isPlainEnter(key) || (!qobject_cast<QPushButton *>(watched) && !qobject_cast<QToolButton *>(watched)))
        return false;
    QKeyEvent space(event->type(), Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), key.isAutoRepeat());
    QApplication::sendEvent(watched, &space); // after which the button may be gone
    return true;
}

} // namespace foretrail
