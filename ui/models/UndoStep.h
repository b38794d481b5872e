#pragma once

#include <QUndoCommand>

#include <functional>
#include <utility>

namespace foretrail {

/// An edit told by what does it and what takes it back. Where these start jobs that write, the jobs run one after the other; the owner of
/// the stack clears it where one fails, since it no longer tells what is kept.
class UndoStep : public QUndoCommand {
public:
    UndoStep(const QString &text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace foretrail
