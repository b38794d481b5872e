#include "ui/dialogs/WorkspaceFiles.h"

#include "ui/AppSession.h"
#include "ui/dialogs/FileDialogs.h"
#include "ui/dialogs/Leaving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

bool isWorkspace(const QString &file)
{
    return QFileInfo(file).suffix().compare(QLatin1String(suffix), Qt::CaseInsensitive) == 0;
}

void open(AppSession &session, QWidget *parent, const QString &path, const QStringList &thenImport = {})
{
    Leaving::workspace(session, parent, path, [&session, path, thenImport] { session.openWorkspace(path, thenImport); });
}

} // namespace

void askNew(AppSession &session, QWidget *parent, const QStringList &thenImport)
{
    const QString folder = session.settings().lastFolder();
    const QString name = QDir(folder).filePath(suggestedName(thenImport) + QLatin1Char('.') + QLatin1String(suffix));
    const QString path = FileDialogs::saveFile(parent, WorkspaceFilesText::tr("New workspace"), name, workspaceFilter());
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

void openSample(AppSession &session, QWidget *parent)
{
    Leaving::workspace(session, parent, {}, [&session] { session.openSample(); });
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
    const auto workspace = std::find_if(files.begin(), files.end(), isWorkspace);
    QStringList logs = files;
    logs.removeIf(isWorkspace);
    if (workspace != files.end())
        return open(session, parent, *workspace, logs);
    if (logs.isEmpty())
        return;
    if (session.hasWorkspace() && !session.isReadOnly())
        session.requestImport(logs);
    else
        askNew(session, parent, logs);
}

} // namespace foretrail::WorkspaceFiles
