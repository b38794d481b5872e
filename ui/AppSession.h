#pragma once

#include "core/data/Workspace.h"
#include "core/jobs/JobRunner.h"
#include "core/preparation/Recipe.h"
#include "ui/SampleWorkspace.h"
#include "ui/LastView.h"
#include "ui/Selection.h"
#include "ui/UnfedCorrections.h"
#include "ui/settings/Settings.h"

namespace foretrail {

/// What every page needs: the jobs, the settings, the selection and the open workspace. Lives in the GUI thread and
/// touches no disk there: work on the workspace opens its own connection in the job's thread.
class AppSession : public QObject {
    Q_OBJECT
public:
    explicit AppSession(Settings &settings, QObject *parent = nullptr);
    ~AppSession() override; ///< what has just ended is told while there is somebody to tell

    JobRunner &jobs() { return m_jobs; }
    Settings &settings() { return m_settings; }
    Selection &selection() { return m_selection; }
    LastView &lastView() { return m_lastView; }
    UnfedCorrections &corrections() { return m_corrections; }
    const UnfedCorrections &corrections() const { return m_corrections; }

    bool hasWorkspace() const { return !m_path.isEmpty(); }
    QString workspacePath() const { return m_path; }
    QString workspaceName() const; ///< file name without suffix
    bool isOpen(const QString &path) const; ///< whether the open workspace is that file
    bool isReadOnly() const { return m_isReadOnly; }
    const DataSummary &summary() const { return m_summary; }

    /// Each runs as a job and ends in workspaceChanged() or problem().
    /// `thenImport` is asked for by importRequested() once the workspace is open.
    void createWorkspace(const QString &path, const QStringList &thenImport = {});
    void openWorkspace(const QString &path, const QStringList &thenImport = {});
    /// Makes the sample shop, or another of its kind, in the user's data folder when it is not there yet, then opens it.
    void openSample(SampleKind kind = SampleKind::Shop);
    void closeWorkspace();

    /// Reads the summary again and tells all pages; call after rows came or went.
    /// `renamesUsers`: nobody is chosen any more, for users are called otherwise from now on.
    void reloadData(bool renamesUsers = false);
    void tellRunsChanged() { Q_EMIT runsChanged(); }

    /// The selection's segment becomes this one, once its users are known: what stored runs and findings are of.
    void chooseSegment(const SegmentChoice &segment);

    /// The Data page comes up and takes the files.
    void requestImport(const QStringList &files);
    /// The Prepare page comes up with another step of this kind in its recipe.
    void requestStep(const QString &kind);
    /// The Forecast page comes up with the series of the selection and these settings.
    void requestForecast(const TrainingSpec &spec);

    /// The page Recommend comes up with what comes next in this session, or for this user where the session is empty.
    void requestRecommendations(const QString &user, const QString &sessionKey);

    /// Runs `work` on a connection of its own to the open workspace; NotFound when none is open. JobRunner's promises
    /// hold: exactly one `done` in the GUI thread, none for a destroyed receiver. Lane::Write opens for writing,
    /// the others too unless the workspace is read-only.
    template<class T>
    JobId runOnWorkspace(const JobOptions &options, std::function<Result<T>(Workspace &, JobContext &)> work,
                         QObject *receiver, std::function<void(Result<T>)> done)
    {
        return m_jobs.start<T>(options, onWorkspace<T>(std::move(work)), receiver, std::move(done));
    }
    /// The same, where only the newest request counts.
    template<class T>
    void runLatestOnWorkspace(LatestJob &latest, const JobOptions &options,
                              std::function<Result<T>(Workspace &, JobContext &)> work, QObject *receiver,
                              std::function<void(Result<T>)> done)
    {
        latest.start<T>(options, onWorkspace<T>(std::move(work)), receiver, std::move(done));
    }

    /// Writes a file as a job and tells where it is, or what went wrong.
    void save(const QString &title, const QString &path, std::function<Result<void>()> write);
    void tellSaved(const QString &path) { tellSaved(QStringList{path}); }
    void tellSaved(const QStringList &paths); ///< files of one folder

    /// Shows an error in the window's message bar; cancelled ones are silent.
    void report(const Error &error, const QString &during = {});

Q_SIGNALS:
    void workspaceChanged(); ///< another one, or none; the summary is read
    void dataChanged();      ///< rows came or went; the summary is new
    void runsChanged();
    void problem(const QString &message, const QString &detail);
    void said(const QString &sentence); ///< good news for the status line
    void saved(const QString &path);    ///< follows what is said of it: where a person may look
    void importRequested(const QStringList &files);             ///< the Data page takes them
    void recipeChosen(const foretrail::Recipe &recipe);         ///< the next trainings are to use it
    void stepRequested(const QString &kind);                    ///< the Prepare page adds it
    void forecastRequested(const foretrail::TrainingSpec &spec); ///< the Forecast page takes them
    void sessionRequested(const QString &key);                   ///< the page Recommend asks for this session
    void pageRequested(const QString &name);                    ///< "data", "prepare", "train", "forecast", "backtest", "customers", "start"

private:
    template<class T>
    std::function<Result<T>(JobContext &)> onWorkspace(std::function<Result<T>(Workspace &, JobContext &)> work) const
    {
        return [path = m_path, isReadOnly = m_isReadOnly, work = std::move(work)](JobContext &job) -> Result<T> {
            Result<Workspace> workspace = openForJob(path, isReadOnly);
            if (!workspace)
                return fail(workspace.error());
            return work(*workspace, job);
        };
    }
    static Result<Workspace> openForJob(const QString &path, bool isReadOnly);
    void shareCores(); ///< among trainings, as the settings say
    void adopt(const QString &path, bool isReadOnly, const DataSummary &summary);

    Settings &m_settings;
    Selection m_selection;
    LastView m_lastView{m_settings, m_selection};
    UnfedCorrections m_corrections;
    JobRunner m_jobs;
    LatestJob m_opening{m_jobs}; ///< of two wishes the later one counts, whichever is done first
    LatestJob m_reload{m_jobs};
    LatestJob m_segment{m_jobs};
    QString m_path;
    bool m_isReadOnly = false;
    DataSummary m_summary;
};

} // namespace foretrail
