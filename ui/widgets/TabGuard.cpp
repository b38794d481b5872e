#include "ui/widgets/TabGuard.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace foretrail {

TabGuard::TabGuard(QObject *parent) : QObject(parent) { qApp->installEventFilter(this); }

bool TabGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Polish)
        return false;
    if (auto *view = qobject_cast<QAbstractItemView *>(watched))
        view->setTabKeyNavigation(false);
    else if (auto *text = qobject_cast<QTextEdit *>(watched))
        text->setTabChangesFocus(true);
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(watched))
        plain->setTabChangesFocus(true);
    return false;
}

} // namespace foretrail
