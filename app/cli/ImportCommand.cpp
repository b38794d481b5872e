#include "app/cli/Command.h"
#include "app/cli/ImportPlans.h"
#include "core/data/FileProgress.h"
#include "core/data/Import.h"
#include "core/data/ImportFiles.h"
#include "core/data/ImportGroup.h"
#include "core/data/ImportTemplates.h"
#include "core/report/RejectsReport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

namespace foretrail::cli {

namespace {

struct ImportCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Import)
};

struct Totals {
    QJsonArray files;
    QList<qint64> importIds;
    ImportGroup group;
    QList<FailedFile> failed;
    qint64 read = 0, stored = 0, duplicate = 0, rejected = 0, filtered = 0;
    double netRead = 0, netStored = 0;

    void add(const ImportReport &report)
    {
        files.append(report.toJson());
        importIds.append(report.importId);
        group.id = report.group;
        group.imports.append(report);
        read += report.read;
        stored += report.stored;
        duplicate += report.duplicate;
        rejected += report.rejected;
        filtered += report.filtered;
        netRead += report.netRevenueRead;
        netStored += report.netRevenueStored;
    }
    QJsonArray failedJson() const
    {
        QJsonArray list;
        for (const FailedFile &file : failed)
            list.append(QJsonObject{{QStringLiteral("file"), file.source.path}, {QStringLiteral("part"), file.source.part},
                                    {QStringLiteral("problem"), file.problem}});
        return list;
    }
    QJsonObject toJson(double seconds) const
    {
        return {{QStringLiteral("read"), read}, {QStringLiteral("stored"), stored},
                {QStringLiteral("duplicate"), duplicate}, {QStringLiteral("rejected"), rejected},
                {QStringLiteral("filtered"), filtered}, {QStringLiteral("net_revenue_read"), netRead},
                {QStringLiteral("net_revenue_stored"), netStored}, {QStringLiteral("seconds"), seconds},
                {QStringLiteral("group"), group.id}, {QStringLiteral("files"), files},
                {QStringLiteral("failed"), failedJson()}};
    }
};

/// What is to be said of many files is said once.
void tellNotes(const Totals &totals)
{
    for (const QString &line : totals.group.total().notes)
        note(line);
}

/// Each file is a transaction of its own: what came before a failure stays, and is said.
Error withDone(Error error, const Totals &totals)
{
    if (!totals.files.isEmpty())
        error.message += QLatin1Char(' ') + ImportCommandText::tr("The %n file(s) before it are imported.", nullptr, int(totals.files.size()));
    return error;
}

/// A file that cannot be stored does not hold up the others, unless they would meet the same.
Result<Totals> importAll(Workspace &workspace, const PlannedFiles &planned, JobContext &job)
{
    Totals totals;
    totals.failed = planned.failed;
    const FileProgress progress(sourcesOf(planned.files), job);
    for (qsizetype at = 0; at < planned.files.size(); ++at) {
        const PlannedFile &file = planned.files.at(at);
        JobContext part = progress.partOf(at);
        const Result<ImportReport> report = importFile(workspace, file.source.path, file.plan, part, totals.group.id);
        if (report) {
            totals.add(*report);
            continue;
        }
        const Error error = report.error().isCancelled() ? report.error() : report.error().within(file.source.shown());
        if (endsAllImports(report.error())) {
            tellNotes(totals);
            return fail(error.isCancelled() ? error : withDone(error, totals));
        }
        totals.failed.append({file.source, error.message});
    }
    tellNotes(totals);
    if (totals.files.isEmpty())
        return fail(ErrorCode::InvalidInput, problemsOf(totals.failed));
    return totals;
}

/// What could be imported is there, and yet this is no success.
Result<void> judged(const Totals &totals)
{
    if (totals.failed.isEmpty())
        return {};
    return fail(ErrorCode::InvalidInput, problemsOf(totals.failed) + QLatin1Char('\n')
                                             + ImportCommandText::tr("The other %n file(s) are imported.", nullptr, int(totals.files.size())));
}

/// A workspace made for an import that stored nothing goes away with it.
Result<Totals> importInto(const QString &path, const PlannedFiles &files, const ImportOptions &options, JobContext &job)
{
    const bool isNew = !QFileInfo::exists(path);
    Result<Workspace> workspace = isNew ? Workspace::create(path) : Workspace::open(path);
    if (!workspace)
        return fail(workspace.error());
    workspace->setUsedAlone(isNew);
    Result<Totals> imported = importAll(*workspace, files, job);
    if (!imported && isNew)
        Workspace::discardUnused(std::move(*workspace));
    if (!imported || options.rejects.empty())
        return imported;
    if (Result<void> written = writeRejects(*workspace, imported->importIds, text(options.rejects)); !written)
        return fail(written.error());
    return imported;
}

Result<void> run(const ImportOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const Result<PlannedFiles> files = planFiles(options, job);
    if (!files)
        return fail(files.error());
    const Result<Totals> totals = importInto(text(options.workspace), *files, options, job);
    if (!totals)
        return fail(totals.error());
    if (!options.saveTemplate.empty()) {
        const PlannedFile &first = files->files.front();
        if (const Result<void> written = ImportTemplates::write(text(options.saveTemplate), {first.source.shown(), first.plan}); !written)
            return fail(written.error().within(QStringLiteral("--save-template")));
    }
    const double seconds = double(timer.elapsed()) / 1000;
    if (options.json)
        printJson(totals->toJson(seconds));
    else
        print(ImportCommandText::tr("Read %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5, in %6 s.")
                  .arg(totals->read).arg(totals->stored).arg(totals->duplicate).arg(totals->rejected).arg(totals->filtered)
                  .arg(seconds, 0, 'f', 1));
    return judged(*totals);
}

} // namespace

void addImport(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ImportOptions>();
    CLI::App *verb = app.add_subcommand("import", "Import logs or series into a workspace, which is made when it is not there");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("files", options->files, "Delimited text, JSON lines, workbooks (xlsx), plain or packed (gzip, zip, zstd, xz, bzip2), or folders of them")->required();
    verb->add_option("--kind", options->kind, "What a row is (default: guessed)")->check(CLI::IsMember({"sales", "events", "series", "attributes"}));
    verb->add_option("--layout", options->layout, "Of series: one row a value, or one row a series")->check(CLI::IsMember({"long", "wide"}));
    verb->add_option("--skip-rows", options->skipRows,
                     "Lines of a text, or rows of a sheet, that stand above the header: titles, comments (default: guessed)")
        ->check(CLI::Range(0, 1'000'000));
    verb->add_option("--map", options->map,
                     "role=column,... Roles: time clock user item item-name kind quantity price amount session position category series "
                     "value ignore attr:NAME. clock: the time of day, where another column has the date. A column is named by its "
                     "header, or by its number from 1; a header that has a comma stands in quotes: user=\"Name, first\"");
    verb->add_option("--date-format", options->dateFormat, "yyyy-MM-dd HH:mm:ss, M/d/yyyy H:mm, unix-s, unix-ms ...");
    verb->add_option("--decimal", options->decimal, "Decimal sign of the numbers: 1234.56 or 1234,56 (default: guessed)")
        ->check(CLI::IsMember({"point", "comma"}));
    verb->add_option("--thousands", options->thousands, "Sign between groups of digits; any: each that is clear (default: guessed)")
        ->check(CLI::IsMember({"comma", "point", "space", "apostrophe", "any"}));
    verb->add_option("--time-zone", options->timeZone,
                     "Of the source's clock, such as Europe/London (default: that of the workspace; for its first log UTC, in Chinese locales the machine's or Asia/Shanghai)");
    auto *start = verb->add_option("--start", options->start, "Date of the first value of wide series without dates");
    auto *step = verb->add_option("--step", options->step, "Step of imported series")
                     ->check(CLI::IsMember({"hour", "day", "week", "month", "quarter", "year"}));
    start->needs(step);
    verb->add_option("--on-conflict", options->onConflict, "When a row, or another value for its series and time, is there already (default skip)")
        ->check(CLI::IsMember({"skip", "replace", "abort"}));
    auto *duplicates = verb->add_option("--duplicates", options->duplicates,
                                        "Which rows of a log are the same: equal as a whole (default), in the columns of --key, or none")
                           ->check(CLI::IsMember({"whole-row", "key", "none"}));
    auto *key = verb->add_option("--key", options->key, "COLUMN,... that tell rows apart, for --duplicates key; a header that has a comma stands in quotes");
    key->needs(duplicates);
    verb->add_flag("--leave-out-non-products", options->leavesOutNonProducts, "Do not store rows of postage, fees and the like");
    verb->add_option("--part", options->part, "Of a workbook or an archive: this sheet or file alone");
    verb->add_option("--template", options->templateFile, "JSON: read the files as --save-template or the window kept it");
    verb->add_option("--save-template", options->saveTemplate, "Write how the first file was read to this JSON");
    verb->add_option("--rejects", options->rejects, "Write rejected rows to this CSV: line, column, value, reason");
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] {
        if ((options->duplicates == "key") != !options->key.empty())
            throw CLI::ValidationError("--duplicates key and --key COLUMN,... go together");
        action = [options](JobContext &job) { return run(*options, job); };
    });
}

} // namespace foretrail::cli
