#pragma once

#include <QObject>

namespace foretrail {

/// Lets Ctrl+Z and Ctrl+Shift+Z of a line of text pass to the undo of its page where the line itself has nothing to undo or redo: a
/// line takes these keys for itself always. Filters the events of the application while it lives, for lines inside `where`.
class UndoGuard : public QObject {
    Q_OBJECT
public:
    /// `where` is its parent, too.
    explicit UndoGuard(QWidget &where);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_where;
};

} // namespace foretrail
