#include "ui/widgets/LastUndo.h"

#include <QAction>
#include <QUndoStack>

#include <algorithm>

namespace foretrail {

LastUndo::LastUndo(QList<QUndoStack *> stacks, QAction &undo, QAction &redo, QObject *parent)
    : QObject(parent), m_stacks(std::move(stacks)), m_undo(&undo), m_redo(&redo)
{
    for (QUndoStack *stack : QList<QUndoStack *>(m_stacks)) {
        connect(stack, &QObject::destroyed, this, [this, stack] { m_stacks.removeOne(stack); });
        connect(stack, &QUndoStack::indexChanged, this, [this, stack] {
            m_stacks.move(m_stacks.indexOf(stack), 0);
            showState();
        });
        for (const auto changed : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
            connect(stack, changed, this, &LastUndo::showState);
    }
    connect(m_undo, &QAction::triggered, this, [this] {
        if (QUndoStack *stack = undoable())
            stack->undo();
    });
    connect(m_redo, &QAction::triggered, this, [this] {
        if (QUndoStack *stack = redoable())
            stack->redo();
    });
    showState();
}

QUndoStack *LastUndo::undoable() const
{
    const auto found = std::find_if(m_stacks.begin(), m_stacks.end(), [](const QUndoStack *stack) { return stack->canUndo(); });
    return found == m_stacks.end() ? nullptr : *found;
}

QUndoStack *LastUndo::redoable() const
{
    const auto found = std::find_if(m_stacks.begin(), m_stacks.end(), [](const QUndoStack *stack) { return stack->canRedo(); });
    return found == m_stacks.end() ? nullptr : *found;
}

void LastUndo::showState()
{
    if (!m_undo || !m_redo)
        return;
    const QUndoStack *undo = undoable(), *redo = redoable();
    m_undo->setEnabled(undo);
    m_redo->setEnabled(redo);
    const QString taken = undo ? undo->undoText() : QString(), given = redo ? redo->redoText() : QString();
    m_undo->setText(taken.isEmpty() ? tr("Undo") : tr("Undo: %1", "add note").arg(taken));
    m_redo->setText(given.isEmpty() ? tr("Redo") : tr("Redo: %1", "add note").arg(given));
}

} // namespace foretrail
