#include "ui/AppSession.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/jobs/CoreBudget.h"
#include "core/training/TrainingSpec.h"

#include <QDir>
#include <QFileInfo>

namespace foretrail {

AppSession::AppSession(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    connect(&settings, &Settings::trainingQueueChanged, this, &AppSession::shareCores);
    shareCores();
}

AppSession::~AppSession() { m_jobs.shutDown(); }

void AppSession::shareCores()
{
    const CoreBudget budget = coreBudget(machineCores(), m_settings.trainingsAtATime(), m_settings.leavesCoreFree());
    m_jobs.setPlaces(Lane::Train, budget.trainings);
    limitTrainingWorkers(budget.workers);
}

QString AppSession::workspaceName() const
{
    return QFileInfo(m_path).completeBaseName();
}

bool AppSession::isOpen(const QString &path) const
{
    return hasWorkspace() && !path.isEmpty() && QFileInfo(path).absoluteFilePath() == QFileInfo(m_path).absoluteFilePath();
}

Result<Workspace> AppSession::openForJob(const QString &path, bool isReadOnly)
{
    if (path.isEmpty())
        return fail(ErrorCode::NotFound, tr("No workspace is open. Open one on the Start page."));
    return Workspace::open(path, isReadOnly ? Workspace::Mode::ReadOnly : Workspace::Mode::ReadWrite);
}

namespace {

struct Opened {
    QString path;
    bool isReadOnly = false;
    DataSummary summary;
};

Result<Opened> summarised(Result<Workspace> workspace)
{
    if (!workspace)
        return fail(workspace.error());
    Result<DataSummary> summary = workspace->data().summary();
    if (!summary)
        return fail(summary.error());
    return Opened{workspace->path(), workspace->isReadOnly(), *summary};
}

Result<Workspace> openWritableElseReadOnly(const QString &path)
{
    Result<Workspace> workspace = Workspace::open(path);
    if (!workspace && workspace.error().code == ErrorCode::Permission)
        return Workspace::open(path, Workspace::Mode::ReadOnly);
    return workspace;
}

} // namespace

void AppSession::createWorkspace(const QString &path, const QStringList &thenImport)
{
    m_opening.start<Opened>({tr("Creating %1").arg(QFileInfo(path).fileName()), Lane::Write, false},
        [path](JobContext &) { return summarised(Workspace::create(path)); }, this,
        [this, thenImport](Result<Opened> opened) {
            if (!opened)
                return report(opened.error());
            adopt(opened->path, opened->isReadOnly, opened->summary);
            if (!thenImport.isEmpty())
                requestImport(thenImport);
        });
}

void AppSession::openWorkspace(const QString &path, const QStringList &thenImport)
{
    m_opening.start<Opened>({tr("Opening %1").arg(QFileInfo(path).fileName()), Lane::Read, false},
        [path](JobContext &) { return summarised(openWritableElseReadOnly(path)); }, this,
        [this, path, thenImport](Result<Opened> opened) {
            if (!opened) {
                if (opened.error().code == ErrorCode::NotFound)
                    m_settings.removeRecentWorkspace(path);
                return report(opened.error());
            }
            adopt(opened->path, opened->isReadOnly, opened->summary);
            if (m_isReadOnly)
                Q_EMIT problem(tr("%1 is open for reading only, since it or its folder cannot be written. Everything can be looked at and exported. To train, correct or "
                                  "import, copy the file to a folder of yours and open the copy.").arg(QFileInfo(path).fileName()), QDir::toNativeSeparators(path));
            if (!thenImport.isEmpty())
                requestImport(thenImport);
        });
}

void AppSession::openSample(SampleKind kind)
{
    const QString path = sampleWorkspacePath(kind);
    const QString title = kind == SampleKind::Shop ? tr("Making the sample shop") : tr("Making the teaching series");
    m_opening.start<Opened>({title, Lane::Write, true},
        [path, kind](JobContext &job) -> Result<Opened> {
            const Result<void> made = ensureSampleWorkspace(path, job, kind);
            if (!made)
                return fail(made.error());
            return summarised(openWritableElseReadOnly(path));
        }, this,
        [this](Result<Opened> opened) {
            if (!opened)
                return report(opened.error());
            adopt(opened->path, opened->isReadOnly, opened->summary);
        });
}

void AppSession::closeWorkspace()
{
    adopt({}, false, {});
}

void AppSession::reloadData(bool renamesUsers)
{
    runLatestOnWorkspace<DataSummary>(m_reload, {tr("Reading the workspace"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return workspace.data().summary(); }, this,
        [this, renamesUsers](Result<DataSummary> summary) {
            if (!summary)
                return report(summary.error());
            m_summary = *summary;
            if (renamesUsers)
                m_selection.setUser({});
            Q_EMIT dataChanged();
        });
}

void AppSession::chooseSegment(const SegmentChoice &segment)
{
    m_segment.cancel();
    if (segment.isEverybody())
        return m_selection.setSegment({});
    if (segment == m_selection.segment().choice)
        return;
    runLatestOnWorkspace<SegmentUsers>(m_segment, {tr("Looking up a segment"), Lane::Read, false},
        [segment](Workspace &workspace, JobContext &job) { return usersOfSegment(workspace, segment, job); }, this,
        [this](const Result<SegmentUsers> &found) {
            if (found)
                m_selection.setSegment({segmentTitle(found->segment), found->users, found->segment});
            else
                report(found.error());
        });
}

void AppSession::requestImport(const QStringList &files)
{
    Q_EMIT pageRequested(QStringLiteral("data")); // which may be made only now
    Q_EMIT importRequested(files);
}

void AppSession::requestStep(const QString &kind)
{
    Q_EMIT pageRequested(QStringLiteral("prepare")); // which may be made only now
    Q_EMIT stepRequested(kind);
}

void AppSession::requestForecast(const TrainingSpec &spec)
{
    m_selection.setRun({});
    Q_EMIT pageRequested(QStringLiteral("forecast")); // which may be made only now
    Q_EMIT forecastRequested(spec);
}

void AppSession::requestRecommendations(const QString &user, const QString &sessionKey)
{
    m_selection.setUser(user);
    Q_EMIT pageRequested(QStringLiteral("recommend"));
    Q_EMIT sessionRequested(sessionKey);
}

void AppSession::save(const QString &title, const QString &path, std::function<Result<void>()> write)
{
    m_jobs.start<bool>({title, Lane::Read, true},
        [write = std::move(write)](JobContext &) { return write().map([] { return true; }); }, this,
        [this, title, path](Result<bool> done) {
            if (!done)
                return report(done.error(), title);
            tellSaved(path);
        });
}

void AppSession::tellSaved(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names << QFileInfo(path).fileName();
    const QString first = QDir::toNativeSeparators(paths.front());
    Q_EMIT said(paths.size() == 1 ? tr("Saved %1").arg(first)
                                  : tr("Saved %1 in %2", "names of files, folder").arg(names.join(QStringLiteral(", ")), QFileInfo(first).path()));
    Q_EMIT saved(paths.front());
}

void AppSession::report(const Error &error, const QString &during)
{
    if (error.isCancelled())
        return;
    const Error shown = during.isEmpty() ? error : error.within(during);
    Q_EMIT problem(shown.message, shown.detail);
}

void AppSession::adopt(const QString &path, bool isReadOnly, const DataSummary &summary)
{
    m_reload.cancel();
    m_segment.cancel();
    if (!isOpen(path))
        m_corrections.clear();
    m_path = path;
    m_isReadOnly = isReadOnly;
    m_summary = summary;
    m_lastView.open({}); // what is forgotten now is not what was looked at last
    m_selection.clear();
    m_lastView.open(path);
    if (!path.isEmpty())
        m_settings.addRecentWorkspace(path);
    Q_EMIT workspaceChanged();
}

} // namespace foretrail
