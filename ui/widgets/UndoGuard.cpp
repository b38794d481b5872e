#include "ui/widgets/UndoGuard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace foretrail {

UndoGuard::UndoGuard(QWidget &where) : QObject(&where), m_where(where) { qApp->installEventFilter(this); }

bool UndoGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *line = qobject_cast<QLineEdit *>(watched);
    if (!line || !m_where.isAncestorOf(line))
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isIdle = (key->matches(QKeySequence::Undo) && !line->isUndoAvailable()) || (key->matches(QKeySequence::Redo) && !line->isRedoAvailable());
    if (isIdle)
        event->ignore(); // a shortcut may take it
    return isIdle;
}

} // namespace foretrail
