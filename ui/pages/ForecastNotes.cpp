#include "ui/pages/ForecastNotes.h"

#include "ui/dialogs/NoteDialog.h"

#include <QUndoCommand>

#include <algorithm>
#include <atomic>

namespace foretrail {

class ForecastNotes::Change : public QUndoCommand {
public:
    Change(ForecastNotes &notes, const QString &text, qint64 id, std::optional<Annotation> before, std::optional<Annotation> after)
        : QUndoCommand(text), m_notes(notes), m_id(std::make_shared<std::atomic<qint64>>(id)), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_notes.write(m_id, m_before); }
    void redo() override { m_notes.write(m_id, m_after); }

private:
    ForecastNotes &m_notes;
    SharedId m_id;
    std::optional<Annotation> m_before;
    std::optional<Annotation> m_after;
};

ForecastNotes::ForecastNotes(AppSession &session, QWidget *page)
    : QObject(page), m_session(session), m_page(page), m_reading(session.jobs())
{
}

void ForecastNotes::clear()
{
    m_reading.cancel();
    m_undo.clear();
    m_series.clear();
    m_grouping.clear();
    m_notes.clear();
    Q_EMIT changed();
}

void ForecastNotes::show(const QString &grouping, const QString &series, const QString &name)
{
    if (grouping != m_grouping || series != m_series)
        m_notes.clear(); // those of another series
    m_grouping = grouping;
    m_series = series;
    m_name = name;
    load();
}

void ForecastNotes::load()
{
    m_session.runLatestOnWorkspace<QList<Annotation>>(m_reading, {tr("Reading notes"), Lane::Read, false},
        [grouping = m_grouping, series = m_series](Workspace &workspace, JobContext &) { return AnnotationStore(workspace).list(grouping, series); }, this,
        [this](Result<QList<Annotation>> notes) {
            if (!notes && !notes.error().isCancelled())
                m_session.report(notes.error(), tr("Reading notes"));
            if (!notes || *notes == m_notes)
                return;
            m_notes = *notes;
            Q_EMIT changed();
        });
}

void ForecastNotes::write(const SharedId &id, const std::optional<Annotation> &note)
{
    m_session.runOnWorkspace<bool>({tr("Keeping a note"), Lane::Write, false},
        [id, note](Workspace &workspace, JobContext &job) -> Result<bool> {
            AnnotationStore store(workspace);
            if (!note)
                return store.remove(*id, job).map([] { return true; });
            Annotation kept = *note;
            kept.id = *id;
            const Result<qint64> saved = store.save(kept, job);
            if (!saved)
                return fail(saved.error());
            *id = *saved;
            return true;
        }, this,
        [this](Result<bool> done) {
            if (!done) {
                m_undo.clear(); // it no longer tells what is in the workspace
                m_session.report(done.error(), tr("Keeping a note"));
            }
            load();
        });
}

const Annotation *ForecastNotes::find(qint64 id) const
{
    const auto found = std::find_if(m_notes.begin(), m_notes.end(), [id](const Annotation &note) { return note.id == id; });
    return found == m_notes.end() ? nullptr : &*found;
}

void ForecastNotes::ask(const Annotation &note, const QString &moment)
{
    NoteDialog::ask(m_page, {note, m_grouping, m_series, m_name, moment}, [this, before = note](const Annotation &after) {
        if (after == before)
            return;
        const bool isNew = before.text.isEmpty();
        m_undo.push(new Change(*this, isNew ? tr("add note") : tr("edit note"), before.id, isNew ? std::nullopt : std::optional(before), after));
    });
}

void ForecastNotes::add(WallMs at, const QString &moment)
{
    Annotation note;
    note.at = at;
    ask(note, moment);
}

void ForecastNotes::edit(qint64 id, const QString &moment)
{
    if (const Annotation *note = find(id))
        ask(*note, moment);
}

void ForecastNotes::remove(qint64 id)
{
    if (const Annotation *note = find(id))
        m_undo.push(new Change(*this, tr("delete note"), id, *note, std::nullopt));
}

} // namespace foretrail
