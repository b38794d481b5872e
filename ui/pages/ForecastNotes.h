#pragma once

#include "core/data/AnnotationStore.h"
#include "ui/AppSession.h"

#include <QUndoStack>

#include <atomic>
#include <memory>
#include <optional>

class QAction;

namespace foretrail {

/// The notes of the series that page Forecast shows, with undo. What is changed goes into the workspace as a job, and is read again from there.
class ForecastNotes : public QObject {
    Q_OBJECT
public:
    ForecastNotes(AppSession &session, QWidget *page);

    /// The notes of this series, and those of all.
    void show(const QString &grouping, const QString &series, const QString &name);
    void clear(); ///< another workspace, or none
    const QList<Annotation> &notes() const { return m_notes; }

    void add(WallMs at, const QString &moment);
    void edit(qint64 id, const QString &moment);
    void remove(qint64 id);
    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void changed();

private:
    class Change;
    /// The id that a note has or will have: known once the job that keeps it first has run. Jobs that write run one after the other.
    using SharedId = std::shared_ptr<std::atomic<qint64>>;

    void load();
    void write(const SharedId &id, const std::optional<Annotation> &note); ///< nothing: away with it
    void ask(const Annotation &note, const QString &moment);
    const Annotation *find(qint64 id) const;

    AppSession &m_session;
    QWidget *m_page;
    LatestJob m_reading;
    QString m_grouping;
    QString m_series;
    QString m_name;
    QList<Annotation> m_notes;
    QUndoStack m_undo;
};

} // namespace foretrail
