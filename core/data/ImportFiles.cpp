#include "core/data/ImportFiles.h"

#include "core/data/FileProgress.h"
#include "core/data/Import.h"
#include "core/data/PlannedFile.h"

#include <QFileInfo>

namespace foretrail {
namespace {

/// What keeps a file from being read like the others; nothing where it can be.
Result<std::optional<FileOutcome>> lookAt(const SourceFile &source, const Result<ImportPlan> &plan, const QStringList &header,
                                          JobContext &job)
{
    const Result<ImportPreview> preview = plan ? previewFile(source.path, *plan, job) : fail(plan.error());
    if (!preview && preview.error().isCancelled())
        return fail(preview.error());
    if (!preview)
        return FileOutcome{FileOutcome::State::Failed, {}, preview.error().message};
    if (preview->header != header)
        return FileOutcome{FileOutcome::State::Differs};
    if (preview->rows.isEmpty())
        return FileOutcome{FileOutcome::State::Empty};
    if (!preview->blocker.isEmpty() || preview->unreadableRows() * 2 > preview->rows.size())
        return FileOutcome{FileOutcome::State::Differs};
    return std::optional<FileOutcome>();
}

Result<FileOutcome> importOne(Workspace &workspace, const AlikeFiles &all, qsizetype at, qint64 group, JobContext &job)
{
    const SourceFile &source = all.files.at(at);
    if (isEmptyFile(source))
        return FileOutcome{FileOutcome::State::Empty};
    const Result<ImportPlan> plan = planFor(source, all.plan, job);
    const Result<std::optional<FileOutcome>> hindrance = lookAt(source, plan, all.header, job);
    if (!hindrance)
        return fail(hindrance.error());
    if (*hindrance)
        return **hindrance;
    const Result<ImportReport> report = importFile(workspace, source.path, *plan, job, group);
    if (report)
        return FileOutcome{FileOutcome::State::Done, *report};
    if (endsAllImports(report.error()) || at == 0)
        return fail(report.error());
    return FileOutcome{FileOutcome::State::Failed, {}, report.error().message};
}

} // namespace

bool endsAllImports(const Error &error)
{
    return error.code != ErrorCode::InvalidInput && error.code != ErrorCode::NotFound && error.code != ErrorCode::Format;
}

bool isEmptyFile(const SourceFile &source)
{
    const QFileInfo file(source.path);
    return file.isFile() && file.size() == 0;
}

Result<void> importAlike(Workspace &workspace, const AlikeFiles &files, const std::function<void(qsizetype, const FileOutcome &)> &tell,
                         JobContext &job)
{
    const FileProgress progress(files.files, job);
    qint64 group = files.group;
    for (qsizetype at = 0; at < files.files.size(); ++at) {
        tell(at, {});
        JobContext part = progress.partOf(at);
        const Result<FileOutcome> outcome = importOne(workspace, files, at, group, part);
        if (!outcome)
            return fail(outcome.error());
        if (group == 0)
            group = outcome->report.group;
        tell(at, *outcome);
    }
    return {};
}

} // namespace foretrail
