#include "ui/models/FirstLook.h"

#include "core/data/ImportTemplates.h"
#include "ui/models/StoredTemplates.h"

#include <set>

namespace foretrail {

namespace {

using Origin = FirstLook::Origin;

/// Nothing where the file has other columns, or rows that cannot be read so.
std::optional<FirstLook> lookAsShared(const FirstLook::Request &request, int skipRows, JobContext &job)
{
    ImportPlan plan = request.shared->plan;
    plan.skipRows = skipRows;
    if (!request.source.part.isEmpty())
        plan.part = request.source.part;
    Result<ImportPreview> same = previewFile(request.source.path, plan, job);
    if (!same || same->header != request.shared->header || !same->blocker.isEmpty() || same->unreadableRows() * 2 > same->rows.size())
        return {};
    return FirstLook{std::move(*same), Origin::Shared};
}

std::optional<FirstLook> lookByTemplate(const FirstLook::Request &request, const ImportPreview &guessed, JobContext &job)
{
    const ImportTemplates templates(request.templates);
    const std::optional<ImportTemplates::Template> saved = templates.find(guessed.header, guessed.plan.hasHeader);
    ImportPlan plan = guessed.plan;
    if (!saved || !applyTemplate(plan, saved->plan))
        return {};
    Result<ImportPreview> preview = previewFile(request.source.path, plan, job);
    // What was right for another file gives way where this one shows that it is wrong.
    if (!preview || !preview->blocker.isEmpty() || preview->unreadableRows() > guessed.unreadableRows())
        return {};
    preview->encodingConfidence = guessed.encodingConfidence;
    preview->parts = guessed.parts;
    preview->templateName = saved->name;
    return FirstLook{std::move(*preview), Origin::Template, StoredTemplates::savedOn(request.templates, *saved)};
}

/// A person may have said for another file where the header lies when the guess does not find it.
std::optional<FirstLook> lookBelowSaidLines(const FirstLook::Request &request, const ImportPreview &guessed, JobContext &job)
{
    if (request.source.skipRows || guessed.plan.format == SourceFormat::JsonLines)
        return {};
    std::set<int> said;
    for (const StoredTemplate &stored : StoredTemplates::list(request.templates))
        said.insert(stored.plan.skipRows);
    said.erase(guessed.plan.skipRows);
    for (const int skipRows : said)
        // Without a header any rows of that many columns would do.
        if (const Result<ImportPreview> below = previewFile(SourceFile{request.source.path, request.source.part, skipRows}, job);
            below && below->plan.hasHeader)
            if (std::optional<FirstLook> known = lookByTemplate(request, *below, job))
                return known;
    return {};
}

std::optional<FirstLook> lookAsKept(const FirstLook::Request &request, const ImportPreview &guessed, JobContext &job)
{
    if (request.templates.isEmpty())
        return {};
    std::optional<FirstLook> known = lookByTemplate(request, guessed, job);
    return known ? known : lookBelowSaidLines(request, guessed, job);
}

} // namespace

Result<FirstLook> FirstLook::at(const Request &request, JobContext &job)
{
    if (request.given)
        return previewFile(request.source.path, *request.given, job).map([](ImportPreview &&preview) {
            return FirstLook{std::move(preview), Origin::Given};
        });
    if (request.shared)
        if (std::optional<FirstLook> same = lookAsShared(request, request.shared->plan.skipRows, job))
            return std::move(*same);
    Result<ImportPreview> preview = previewFile(request.source, job);
    if (!preview)
        return fail(preview.error());
    // One report has more lines above its header than another.
    if (request.shared && preview->plan.skipRows != request.shared->plan.skipRows)
        if (std::optional<FirstLook> same = lookAsShared(request, preview->plan.skipRows, job))
            return std::move(*same);
    if (std::optional<FirstLook> known = lookAsKept(request, *preview, job))
        return std::move(*known);
    return FirstLook{std::move(*preview), Origin::Guess};
}

} // namespace foretrail
