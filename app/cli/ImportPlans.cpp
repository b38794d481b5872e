#include "app/cli/ImportPlans.h"

#include "app/cli/Command.h"
#include "core/base/NameList.h"
#include "core/data/DateAgreement.h"
#include "core/data/Import.h"
#include "core/data/ImportFiles.h"
#include "core/data/ImportTemplates.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <optional>

namespace foretrail::cli {

namespace {

struct ImportPlansText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Import)
};

QChar signNamed(const std::string &name)
{
    return name == "comma" ? u',' : name == "point" ? u'.' : name == "space" ? u' ' : name == "apostrophe" ? u'\'' : QChar();
}

Result<void> amendNumbers(ImportPlan &plan, const ImportOptions &options)
{
    if (!options.decimal.empty())
        plan.decimalSign = signNamed(options.decimal);
    if (!options.thousands.empty())
        plan.groupSign = signNamed(options.thousands);
    if (plan.groupSign != plan.decimalSign)
        return {};
    if (!options.decimal.empty() && !options.thousands.empty())
        return fail(ErrorCode::InvalidInput, ImportPlansText::tr("--decimal and --thousands cannot be the same sign."));
    if (!options.thousands.empty())
        return fail(ErrorCode::InvalidInput, ImportPlansText::tr("--thousands: that sign is the decimal sign of these numbers. Say another with --decimal."));
    plan.groupSign = QChar();
    return {};
}

/// Puts what was said over what was guessed.
Result<void> amend(ImportPlan &plan, const ImportOptions &options)
{
    if (!options.kind.empty())
        plan.setKind(sourceKindFromName(text(options.kind)).value_or(SourceKind::Series));
    if (!options.layout.empty()) {
        plan.setKind(SourceKind::Series);
        plan.setLayout(options.layout == "wide" ? SeriesLayout::Wide : SeriesLayout::Long);
    }
    if (!options.map.empty()) {
        if (Result<void> mapped = applyMap(plan, namesIn(text(options.map))); !mapped)
            return mapped;
    }
    if (!options.dateFormat.empty()) {
        plan.dateFormat = text(options.dateFormat);
        plan.isDateFormatSaid = true;
    }
    if (!options.timeZone.empty()) {
        if (!isKnownZone(text(options.timeZone)))
            return fail(ErrorCode::InvalidInput, ImportPlansText::tr("--time-zone: %1 is not a time zone. Write for example Europe/London or UTC.")
                                                     .arg(text(options.timeZone)));
        plan.timeZone = text(options.timeZone);
    }
    if (Result<void> signs = amendNumbers(plan, options); !signs)
        return signs;
    if (!options.step.empty())
        plan.step = stepFromName(text(options.step)).value_or(Step::None);
    if (!options.start.empty()) {
        const Result<WallMs> start = parseWallTime(text(options.start));
        if (!start)
            return fail(start.error().within(QStringLiteral("--start")));
        plan.start = *start;
    }
    if (!options.onConflict.empty())
        plan.conflict = options.onConflict == "replace" ? ConflictPolicy::Replace
            : options.onConflict == "abort"             ? ConflictPolicy::Abort
                                                        : ConflictPolicy::Skip;
    plan.leavesOutNonProducts = plan.leavesOutNonProducts || options.leavesOutNonProducts;
    if (options.duplicates == "none")
        plan.duplicates = DuplicateRule::None;
    if (options.duplicates == "whole-row")
        plan.duplicates = DuplicateRule::WholeRow;
    return options.key.empty() ? Result<void>() : applyKeys(plan, namesIn(text(options.key)));
}

/// Files, folders and archives as the tables in them; with --part only those of that name.
Result<QList<SourceFile>> findFiles(const ImportOptions &options, JobContext &job)
{
    QStringList paths;
    for (const std::string &file : options.files)
        paths.append(text(file));
    Result<QList<SourceFile>> found = findSources(paths, job);
    if (found && options.skipRows >= 0)
        for (SourceFile &source : *found)
            source.skipRows = options.skipRows;
    if (!found || options.part.empty())
        return found;
    QStringList parts;
    QList<SourceFile> chosen;
    for (const SourceFile &source : *found) {
        parts.append(source.part.isEmpty() ? source.shown() : source.part);
        if (source.part == text(options.part))
            chosen.append(source);
    }
    if (chosen.isEmpty())
        return fail(ErrorCode::InvalidInput, ImportPlansText::tr("--part: there is no %1. There are: %2.")
                                                 .arg(text(options.part), parts.join(QStringLiteral(", "))));
    return chosen;
}

bool hasColumnsOf(const ImportPreview &preview, const ImportPlan &saved)
{
    ImportPlan plan = preview.plan;
    return plan.hasHeader == saved.hasHeader && applyTemplate(plan, saved).has_value();
}

/// What the file says of itself. A template knows where the header lies where the guess does not find its columns.
Result<ImportPreview> guessFile(const SourceFile &source, const std::optional<ImportPlan> &saved, JobContext &job)
{
    Result<ImportPreview> guessed = previewFile(source, job);
    if (!guessed || !saved || source.skipRows || guessed->plan.skipRows == saved->skipRows || hasColumnsOf(*guessed, *saved))
        return guessed;
    SourceFile asSaved = source;
    asSaved.skipRows = saved->skipRows;
    Result<ImportPreview> known = previewFile(asSaved, job);
    return known && hasColumnsOf(*known, *saved) ? known : guessed;
}

/// Nothing for a file without rows that is one of many.
Result<std::optional<PlannedFile>> planFile(const SourceFile &source, const std::optional<ImportPlan> &saved, const ImportOptions &options,
                                            bool isOneOfMany, JobContext &job)
{
    if (isOneOfMany && isEmptyFile(source)) {
        note(ImportPlansText::tr("%1 has no rows: there is nothing to import.").arg(source.shown()));
        return std::optional<PlannedFile>();
    }
    const Result<ImportPreview> guessed = guessFile(source, saved, job);
    if (!guessed)
        return fail(guessed.error());
    ImportPlan plan = guessed->plan;
    if (saved)
        if (const Result<void> applied = applyTemplate(plan, *saved); !applied)
            return fail(applied.error().within(source.shown()));
    if (const Result<void> amended = amend(plan, options); !amended)
        return fail(amended.error());
    const Result<ImportPreview> preview = previewFile(source.path, plan, job);
    if (!preview)
        return fail(preview.error());
    if (isOneOfMany && preview->rows.isEmpty() && guessed->rows.isEmpty()) {
        note(preview->blocker); // a day without rows
        return std::optional<PlannedFile>();
    }
    if (!preview->blocker.isEmpty()) {
        const Error blocked{ErrorCode::InvalidInput, preview->blocker, {}};
        return fail(preview->blocker.startsWith(source.shown()) ? blocked : blocked.within(source.shown()));
    }
    const qsizetype unreadable = preview->unreadableRows() - guessed->unreadableRows();
    if (saved && options.dateFormat.empty() && unreadable * 2 > preview->rows.size())
        return fail(ErrorCode::InvalidInput,
                    ImportPlansText::tr("%1: the template does not fit. %2 of the first %3 rows cannot be read with it, and %4 without it. Leave it out, "
                             "or give --date-format.")
                        .arg(source.shown()).arg(preview->unreadableRows()).arg(preview->rows.size()).arg(guessed->unreadableRows()));
    // What the choice of a date format rests on is known only to the guess; the rest is in each report.
    if (plan.toJson() == guessed->plan.toJson())
        for (const QString &line : guessed->notes)
            if (!preview->notes.contains(line))
                note(line);
    return std::optional(PlannedFile(source, *preview));
}

Result<PlannedFiles> planAll(const QList<SourceFile> &sources, const std::optional<ImportPlan> &saved, const ImportOptions &options,
                             JobContext &job)
{
    PlannedFiles planned;
    for (const SourceFile &source : sources) {
        Result<std::optional<PlannedFile>> file = planFile(source, saved, options, sources.size() > 1, job);
        if (!file && file.error().isCancelled())
            return fail(file.error());
        if (!file)
            planned.failed.append({source, namedError(file.error(), source).message});
        else if (*file)
            planned.files.append(std::move(**file));
    }
    return planned;
}

/// That of the workspace, if it is there and has logs.
QString zoneToJoin(const QString &workspace)
{
    if (!QFileInfo::exists(workspace))
        return {};
    Result<Workspace> opened = Workspace::open(workspace, Workspace::Mode::ReadOnly);
    const Result<DataSummary> summary = opened ? opened->data().summary() : fail(opened.error());
    return summary ? summary->sharedZone() : QString(); // what is wrong with it is said when it is written to
}

} // namespace

QString problemsOf(const QList<FailedFile> &failed)
{
    constexpr qsizetype most = 20;
    QStringList lines;
    for (const FailedFile &file : failed.mid(0, most))
        lines.append(file.problem);
    if (failed.size() > most)
        lines.append(ImportPlansText::tr("The same or the like of %n more file(s).", nullptr, int(failed.size() - most)));
    return lines.join(QLatin1Char('\n'));
}

Error namedError(const Error &error, const SourceFile &source)
{
    return error.message.contains(source.shown()) ? error : error.within(source.shown());
}

Result<PlannedFiles> planFiles(const ImportOptions &options, JobContext &job)
{
    std::optional<ImportPlan> saved;
    if (!options.templateFile.empty()) {
        const Result<ImportTemplates::Template> read = ImportTemplates::read(text(options.templateFile));
        if (!read)
            return fail(read.error().within(QStringLiteral("--template")));
        saved = read->plan;
    }
    Result<QList<SourceFile>> sources = findFiles(options, job);
    if (!sources)
        return fail(sources.error());
    const QString zone = zoneToJoin(text(options.workspace));
    for (SourceFile &source : *sources)
        source.timeZone = zone;
    Result<PlannedFiles> planned = planAll(*sources, saved, options, job);
    if (!planned)
        return planned;
    if (planned->files.isEmpty())
        return fail(ErrorCode::InvalidInput, planned->failed.isEmpty() ? ImportPlansText::tr("None of the files has rows: there is nothing to import.")
                                                                       : problemsOf(planned->failed));
    const Result<QStringList> settled = settleOpenDates(planned->files, job);
    if (!settled)
        return fail(settled.error());
    for (const QString &line : *settled)
        note(line);
    return planned;
}

} // namespace foretrail::cli
