#include "core/live/FeedPlan.h"

#include "core/data/Import.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace foretrail {
namespace {

struct FeedPlanText { Q_DECLARE_TR_FUNCTIONS(foretrail::FeedPlan) };

} // namespace

QString exampleOf(const FeedSpec &spec, const QString &like)
{
    if (!like.isEmpty())
        return like;
    if (spec.kind == FeedKind::File || spec.kind == FeedKind::Replay)
        return QFileInfo(spec.path).size() > 0 ? spec.path : QString();
    if (spec.kind != FeedKind::Folder)
        return {};
    const QFileInfoList files = QDir(spec.path).entryInfoList(QDir::Files, QDir::Name);
    const auto first = std::find_if(files.begin(), files.end(), [](const QFileInfo &file) { return file.size() > 0; });
    return first == files.end() ? QString() : first->filePath();
}

Result<std::optional<ImportPlan>> planOfLatestLog(Workspace &workspace, const FeedSpec &spec)
{
    Result<std::optional<ImportPlan>> latest = latestPlan(workspace);
    if (latest && !*latest)
        return fail(ErrorCode::InvalidInput, FeedPlanText::tr("What the lines of %1 look like is not known: the workspace has no log yet. Name a file that looks like them (on the command line: --like FILE), "
                                                              "or import a log first.").arg(spec.text()));
    return latest;
}

Result<std::optional<ImportPlan>> guessedFeedPlan(Workspace &workspace, const FeedSpec &spec, const QString &like, JobContext &job)
{
    const Result<QList<FeedState>> known = feedsOf(workspace);
    if (!known)
        return fail(known.error());
    const bool isKnown = std::any_of(known->begin(), known->end(), [&](const FeedState &feed) { return feed.source == spec.text(); });
    if (isKnown && like.isEmpty())
        return std::optional<ImportPlan>();
    const QString example = exampleOf(spec, like);
    if (example.isEmpty())
        return planOfLatestLog(workspace, spec);
    const Result<ImportPreview> first = previewFile(example, job);
    if (!first)
        return fail(first.error().within(example));
    const Result<ImportPreview> preview = settledPreview(example, first->plan, job);
    if (!preview)
        return fail(preview.error().within(example));
    return std::optional(preview->plan);
}

} // namespace foretrail
