#include "ui/SampleWorkspace.h"

#include "core/data/sample/SampleShop.h"
#include "core/data/sample/TeachingSeries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace foretrail {

namespace {

struct SampleWorkspaceText {
    Q_DECLARE_TR_FUNCTIONS(SampleWorkspace)
};

void removeWorkspace(const QString &path)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(ending));
}

Result<void> makeSample(const QString &path, JobContext &job, SampleKind kind)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    if (kind == SampleKind::TeachingSeries)
        return createTeachingSeries(*workspace, usualTeachingSeed, job);
    return createSampleShop(*workspace, SampleSize::Small, 1, job).map([](const auto &) {});
}

} // namespace

QString sampleWorkspacePath(SampleKind kind)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return QDir(folder).filePath(kind == SampleKind::Shop ? QStringLiteral("sample-shop.foretrail") : QStringLiteral("teaching-series.foretrail"));
}

Result<void> ensureSampleWorkspace(const QString &path, JobContext &job, SampleKind kind)
{
    if (QFile::exists(path))
        return {};
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Permission, SampleWorkspaceText::tr("The folder %1 cannot be made. Check who may write there.").arg(folder));
    const QString partial = QDir(folder).filePath(QFileInfo(path).completeBaseName() + QStringLiteral("-unfinished.foretrail"));
    removeWorkspace(partial);
    const Result<void> made = makeSample(partial, job, kind);
    if (!made) {
        removeWorkspace(partial);
        return made;
    }
    if (!QFile::rename(partial, path))
        return fail(ErrorCode::Io, SampleWorkspaceText::tr("What was made could not be put at %1. Check who may write there.").arg(path));
    return {};
}

} // namespace foretrail
