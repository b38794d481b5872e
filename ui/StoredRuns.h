#pragma once

#include "core/data/UnfinishedTrainings.h"
#include "core/training/Search.h"
#include "ui/AppSession.h"

#include <QUndoStack>

namespace foretrail {

/// The runs of the open workspace as the window reads and changes them: every wish is a job, its answer a signal. Problems
/// go to the session; who changes runs tells everyone by AppSession::runsChanged(). GUI thread only.
class StoredRuns : public QObject {
    Q_OBJECT
public:
    explicit StoredRuns(AppSession &session, QObject *parent = nullptr);

    void markStale() { m_isStale = true; }
    bool isStale() const { return m_isStale; }
    void loadList(); ///< answered by unfinishedListed(), listed() and searchesListed()
    void load(RunId run); ///< answered by loaded(), the newest wish only
    /// All of them, without their weights unless they are asked for, in this order.
    void loadTogether(const QList<RunId> &runs, bool withWeights, QObject *receiver, std::function<void(const QList<RunRecord> &)> done);
    void rename(RunId run, const QString &name); ///< can be undone, as the next
    void note(RunId run, const QString &note);
    QUndoStack &undoStack() { return m_undo; }
    void exportTo(RunId run, const QString &path);
    void importFrom(const QStringList &paths);
    void remove(const QList<RunId> &runs);
    void discard(qint64 unfinished);

Q_SIGNALS:
    void listed(const QList<foretrail::RunSummary> &runs); ///< newest first
    void unfinishedListed(const QList<foretrail::UnfinishedTraining> &trainings);
    void searchesListed(const QList<foretrail::SearchReport> &searches); ///< that left trials among them, the newest first
    void loaded(const foretrail::RunRecord &run);          ///< without its weights

private:
    void writeName(RunId run, const QString &name);
    void writeNote(RunId run, const QString &note);
    const RunSummary *find(RunId run) const; ///< among those that were listed; none: nullptr
    void change(const QString &title, std::function<Result<bool>(Workspace &)> work);

    AppSession &m_session;
    LatestJob m_listJob;
    LatestJob m_runJob;
    QString m_listedPath;         ///< the workspace that is read
    QList<RunSummary> m_listed;   ///< what it had: only new ones are read whole
    bool m_isWantedAgain = false; ///< runs changed while it is read
    bool m_isStale = true;
    QUndoStack m_undo;
};

} // namespace foretrail
