#include "ui/dialogs/WorkspaceFiles.h"

#include "core/data/WorkspaceFile.h"
#include "ui/AppSession.h"
#include "ui/asking/FileDialogs.h"
#include "ui/dialogs/Leaving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace foretrail::WorkspaceFiles {

namespace {

struct WorkspaceFilesText {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceFiles)
};

QString workspaceFilter()
{
    return WorkspaceFilesText::tr("Workspaces (*.foretrail)");
}

/// "online_retail_2011.csv.gz" suggests a workspace "online_retail_2011".
QString suggestedName(const QStringList &files)
{
    return files.isEmpty() ? WorkspaceFilesText::tr("shop") : QFileInfo(files.front()).baseName();
}

bool isNamedWorkspace(const QString &file)
{
    return QFileInfo(file).suffix().compare(QLatin1String(suffix), Qt::CaseInsensitive) == 0;
}

void open(AppSession &session, QWidget *parent, const QString &path, const QStringList &thenImport = {})
{
    Leaving::workspace(session, parent, path, [&session, path, thenImport] { session.openWorkspace(path, thenImport); });
}

void take(AppSession &session, QWidget *parent, const QString &workspace, const QStringList &logs)
{
    if (!workspace.isEmpty())
        return open(session, parent, workspace, logs);
    if (logs.isEmpty())
        return;
    if (session.hasWorkspace() && !session.isReadOnly())
        session.requestImport(logs);
    else
        askNew(session, parent, logs);
}

struct Seen {
    QString workspace;
    QStringList logs;
    QStringList missing;
};

/// Asks the disk what the files are. A workspace that is not there is left to whoever opens it.
Seen look(const QStringList &files)
{
    Seen seen;
    for (const QString &file : files) {
        if (isNamedWorkspace(file) || isWorkspaceFile(file))
            seen.workspace = seen.workspace.isEmpty() ? file : seen.workspace;
        else
            (QFileInfo::exists(file) ? seen.logs : seen.missing).append(file);
    }
    return seen;
}

/// A name on a command line counts from the folder that the program was started in; what is kept of it has to stand alone.
QStringList absolute(const QStringList &files)
{
    QStringList whole;
    for (const QString &file : files)
        whole << QDir::cleanPath(QFileInfo(file).absoluteFilePath());
    return whole;
}

} // namespace

void askNew(AppSession &session, QWidget *parent, const QStringList &thenImport)
{
    const QString folder = session.settings().lastFolder();
    const QString name = QDir(folder).filePath(suggestedName(thenImport) + QLatin1Char('.') + QLatin1String(suffix));
    const QString title = thenImport.isEmpty() ? WorkspaceFilesText::tr("New workspace") : WorkspaceFilesText::tr("Where the imported rows are kept: a new workspace");
    const QString path = FileDialogs::saveFile(parent, title, name, workspaceFilter());
    if (path.isEmpty())
        return;
    session.settings().setLastFolder(QFileInfo(path).absolutePath());
    Leaving::workspace(session, parent, {}, [&session, path, thenImport] { session.createWorkspace(path, thenImport); });
}

void askOpen(AppSession &session, QWidget *parent)
{
    const QString path = FileDialogs::openFile(parent, WorkspaceFilesText::tr("Open a workspace"), session.settings().lastFolder(),
                                               workspaceFilter());
    if (path.isEmpty())
        return;
    session.settings().setLastFolder(QFileInfo(path).absolutePath());
    open(session, parent, path);
}

void openSample(AppSession &session, QWidget *parent, SampleKind kind)
{
    Leaving::workspace(session, parent, {}, [&session, kind] { session.openSample(kind); });
}

void askImport(AppSession &session, QWidget *parent)
{
    const QStringList files = FileDialogs::openFiles(
        parent, WorkspaceFilesText::tr("Import logs"), session.settings().lastFolder(),
        WorkspaceFilesText::tr("Logs and tables (*.csv *.tsv *.txt *.dat *.log *.xlsx *.jsonl *.ndjson *.json *.gz *.zip *.xz *.bz2 *.zst);;"
                  "Workbooks (*.xlsx);;JSON lines (*.jsonl *.ndjson *.json);;All files (*)"));
    if (files.isEmpty())
        return;
    session.settings().setLastFolder(QFileInfo(files.front()).absolutePath());
    take(session, parent, files);
}

void askImportFolder(AppSession &session, QWidget *parent)
{
    const QString folder = FileDialogs::openFolder(parent, WorkspaceFilesText::tr("Import a folder"), session.settings().lastFolder());
    if (folder.isEmpty())
        return;
    session.settings().setLastFolder(folder);
    take(session, parent, {folder});
}

void take(AppSession &session, QWidget *parent, const QStringList &files)
{
    const auto workspace = std::find_if(files.begin(), files.end(), isNamedWorkspace);
    QStringList logs = files;
    logs.removeIf(isNamedWorkspace);
    take(session, parent, workspace != files.end() ? *workspace : QString(), logs);
}

void takeUnseen(AppSession &session, QWidget *parent, const QStringList &files)
{
    if (files.isEmpty())
        return;
    const QStringList whole = absolute(files);
    session.jobs().start<Seen>({WorkspaceFilesText::tr("Looking at %1").arg(QFileInfo(whole.front()).fileName()), Lane::Read, false},
        [whole](JobContext &) -> Result<Seen> { return look(whole); }, parent,
        [&session, parent](const Result<Seen> &seen) {
            if (!seen)
                return session.report(seen.error());
            for (const QString &file : seen->missing)
                session.report({ErrorCode::NotFound, WorkspaceFilesText::tr("There is no file or folder %1. Check its name and place.").arg(file), {}});
            // The job is over before a dialog may come up.
            QTimer::singleShot(0, parent, [&session, parent, seen = *seen] { take(session, parent, seen.workspace, seen.logs); });
        });
}

} // namespace foretrail::WorkspaceFiles
