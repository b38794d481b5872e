#include "ui/pages/ImportReading.h"

#include "core/data/DateAgreement.h"
#include "core/data/Import.h"
#include "ui/models/StoredTemplates.h"

#include <QCoreApplication>

#include <set>

namespace foretrail {

namespace {

struct ImportReadingText { Q_DECLARE_TR_FUNCTIONS(foretrail::ImportReading) };

/// What one who remembers the settings kept for such files has to know.
QString unfitNote(const QString &name, const QString &why)
{
    return ImportReadingText::tr("The settings kept for such files (%1) do not fit this one, so it is read by its looks: %2").arg(name, why);
}

QString whyUnfit(const Result<ImportPreview> &preview)
{
    if (!preview)
        return preview.error().message;
    return preview->blocker.isEmpty() ? ImportReadingText::tr("%1 of the %2 rows shown could not be read.")
                                            .arg(preview->unreadableRows()).arg(preview->rows.size())
                                      : preview->blocker;
}

/// Notes in `guessed` where settings are kept that do not fit.
std::optional<ReadFile> readByTemplate(const ReadRequest &request, ImportPreview &guessed, JobContext &job)
{
    const ImportTemplates templates(request.templates);
    const std::optional<ImportTemplates::Template> saved = templates.find(guessed.header, guessed.plan.hasHeader);
    ImportPlan plan = guessed.plan;
    if (!saved)
        return {};
    if (const Result<void> applied = applyTemplate(plan, saved->plan); !applied) {
        guessed.notes.append(unfitNote(saved->name, applied.error().message));
        return {};
    }
    if (request.isAmongOthers) {
        plan.dateFormat.clear();
        plan.isDateFormatSaid = false;
    }
    Result<ImportPreview> preview = previewFile(request.source.path, plan, job);
    // What was right for another file gives way where this one shows that it is wrong.
    if (!preview || !preview->blocker.isEmpty() || preview->unreadableRows() > guessed.unreadableRows()) {
        guessed.notes.append(unfitNote(saved->name, whyUnfit(preview)));
        return {};
    }
    preview->encodingConfidence = guessed.encodingConfidence;
    preview->parts = guessed.parts;
    preview->templateName = saved->name;
    return ReadFile{std::move(*preview), PlanOrigin::Template, StoredTemplates::savedOn(request.templates, *saved)};
}

/// A person may have said for another file where the header lies when the guess does not find it.
std::optional<ReadFile> readBelowSaidLines(const ReadRequest &request, const ImportPreview &guessed, JobContext &job)
{
    if (request.source.skipRows || guessed.plan.format == SourceFormat::JsonLines)
        return {};
    std::set<int> said;
    for (const StoredTemplate &stored : StoredTemplates::list(request.templates))
        said.insert(stored.plan.skipRows);
    said.erase(guessed.plan.skipRows);
    for (const int skipRows : said)
        // Without a header any rows of that many columns would do.
        if (Result<ImportPreview> below = previewFile(SourceFile{request.source.path, request.source.part, skipRows, request.source.timeZone}, job);
            below && below->plan.hasHeader)
            if (std::optional<ReadFile> known = readByTemplate(request, *below, job))
                return known;
    return {};
}

std::optional<ReadFile> readAsKept(const ReadRequest &request, ImportPreview &guessed, JobContext &job)
{
    if (request.templates.isEmpty())
        return {};
    std::optional<ReadFile> known = readByTemplate(request, guessed, job);
    return known ? known : readBelowSaidLines(request, guessed, job);
}

/// A question that was settled for files of this shape is not asked again.
Result<ReadFile> withKnownDates(ReadFile &&read, const ReadRequest &request, JobContext &job)
{
    ImportPlan plan = read.preview.plan;
    const bool isOpen = !plan.isDateFormatSaid && read.preview.fittingDates.size() > 1;
    if (!request.dates || !isOpen || !isOneShape(plan, *request.dates) || !read.preview.fittingDates.contains(request.dates->dateFormat))
        return std::move(read);
    plan.dateFormat = request.dates->dateFormat;
    plan.isDateFormatSaid = true;
    Result<ImportPreview> preview = previewFile(request.source.path, plan, job);
    if (!preview)
        return fail(preview.error());
    keepWhatWasKnown(*preview, read.preview);
    read.preview = std::move(*preview);
    return std::move(read);
}

} // namespace

void askAboutDates(ImportPreview &preview, const QList<DateReading> &readings)
{
    if (preview.dateQuestion.isEmpty())
        preview.notes.prepend(QString()); // in the place of the note that goes with a question
    preview.dateQuestion = readings;
}

void keepWhatWasKnown(ImportPreview &preview, const ImportPreview &before)
{
    const ImportPlan &plan = preview.plan;
    const bool isSameTime = plan.columnOf(Role::Time) == before.plan.columnOf(Role::Time) && plan.dateFormat == before.plan.dateFormat;
    if (!before.dateQuestion.isEmpty() && !plan.isDateFormatSaid && isSameTime)
        askAboutDates(preview, before.dateQuestion);
    if (preview.parts.isEmpty())
        preview.parts = before.parts;
    if (plan.encoding == before.plan.encoding)
        preview.encodingConfidence = before.encodingConfidence;
    preview.templateName = before.templateName;
}

Result<ReadFile> readFirstRows(const ReadRequest &request, JobContext &job)
{
    const QString &path = request.source.path;
    if (request.given) {
        ImportPlan plan = *request.given;
        if (!request.source.part.isEmpty())
            plan.part = request.source.part;
        return previewFile(path, plan, job).map([&](ImportPreview &&preview) { return ReadFile{std::move(preview), request.givenBy}; });
    }
    Result<ImportPreview> preview = previewFile(request.source, job);
    if (!preview)
        return fail(preview.error());
    if (std::optional<ReadFile> known = readAsKept(request, *preview, job))
        return withKnownDates(std::move(*known), request, job);
    return withKnownDates({std::move(*preview)}, request, job);
}

} // namespace foretrail
