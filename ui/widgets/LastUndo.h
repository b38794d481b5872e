#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QUndoStack;

namespace foretrail {

/// Undo and redo over several stacks by the same keys: the one that was changed last, else another one that can.
class LastUndo : public QObject {
    Q_OBJECT
public:
    /// The actions are named by the stack that they act on.
    LastUndo(QList<QUndoStack *> stacks, QAction &undo, QAction &redo, QObject *parent);

private:
    QUndoStack *undoable() const;
    QUndoStack *redoable() const;
    void showState();

    QList<QUndoStack *> m_stacks; ///< changed last first
    QPointer<QAction> m_undo;
    QPointer<QAction> m_redo;
};

} // namespace foretrail
