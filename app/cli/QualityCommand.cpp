#include "app/cli/Command.h"
#include "core/data/ImportGroup.h"
#include "core/data/Quality.h"
#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>
#include <QMap>

#include <limits>

namespace foretrail::cli {

namespace {

struct QualityCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Quality)
};

struct QualityOptions {
    std::string workspace, rows, out;
    std::int64_t importId = 0, group = 0;
    bool json = false;
};

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Problem: return QualityCommandText::tr("problem");
    case Severity::Warning: return QualityCommandText::tr("warning");
    case Severity::Note: break;
    }
    return QualityCommandText::tr("note");
}

/// Of the findings about single series a few; --json has all.
void printReport(const QualityReport &report)
{
    const QLocale locale;
    print(QualityCommandText::tr("Rows: %1, users: %2, items: %3, series: %4.")
              .arg(locale.toString(report.rows), locale.toString(report.users), locale.toString(report.items), locale.toString(report.series)));
    constexpr int severityWidth = 8, kindWidth = 17, singlesShown = 3;
    QMap<std::pair<FindingKind, FindingSubject>, int> singles;
    for (const Finding &finding : report.findings)
        if (finding.series.isEmpty() || singles[{finding.kind, finding.subject}]++ < singlesShown)
            print(severityText(finding.severity).leftJustified(severityWidth) + findingName(finding.kind).leftJustified(kindWidth) + finding.sentence);
}

/// Findings of the kind that speak of many: those about single series are part of them.
QList<Finding> findingsOf(const QualityReport &report, FindingKind kind)
{
    QList<Finding> found;
    for (const Finding &finding : report.findings)
        if (finding.kind == kind && finding.series.isEmpty())
            found.append(finding);
    return found;
}

Result<void> writeRows(Workspace &workspace, const QList<Finding> &findings, const QString &path, JobContext &job)
{
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    QStringList header;
    for (const Finding &finding : findings) {
        const Result<FindingRows> table = rowsOf(workspace, finding, 0, std::numeric_limits<int>::max(), job);
        if (!table)
            return fail(table.error());
        if (header != table->header)
            (*writer)->row(table->header);
        header = table->header;
        for (const QStringList &row : table->rows)
            (*writer)->row(row);
    }
    return (*writer)->commit();
}

Result<QList<qint64>> importsOf(Workspace &workspace, const QualityOptions &options)
{
    if (options.group > 0)
        return importGroup(workspace, options.group).map([](const ImportGroup &group) { return group.importIds(); });
    return options.importId > 0 ? QList<qint64>{options.importId} : QList<qint64>();
}

Result<void> runQuality(const QualityOptions &options, JobContext &job)
{
    const Result<FindingKind> kind = options.rows.empty() ? Result<FindingKind>(FindingKind::Gap) : findingFromName(text(options.rows));
    if (!kind)
        return fail(kind.error());
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<QList<qint64>> imports = importsOf(*workspace, options);
    if (!imports)
        return fail(imports.error());
    const Result<QualityReport> report = assessQuality(*workspace, *imports, job);
    if (!report)
        return fail(report.error());
    if (options.rows.empty()) {
        if (options.json)
            printJson(report->toJson());
        else
            printReport(*report);
        return {};
    }
    const QList<Finding> findings = findingsOf(*report, *kind);
    if (findings.isEmpty())
        note(QualityCommandText::tr("Nothing of this kind was found."));
    return writeRows(*workspace, findings, text(options.out), job);
}

} // namespace

void addQuality(CLI::App &app, Action &action)
{
    auto options = std::make_shared<QualityOptions>();
    CLI::App *verb = app.add_subcommand("quality", "Say what is odd about the data: gaps, negatives, outliers, robots ...");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    auto *import = verb->add_option("--import", options->importId, "Only the rows of this import (default: all that count)")
                       ->check(CLI::PositiveNumber);
    verb->add_option("--group", options->group, "Only the rows of this group of imports, as `imports` lists it")
        ->check(CLI::PositiveNumber)->excludes(import);
    auto *json = verb->add_flag("--json", options->json, "One JSON object on standard output");
    auto *rows = verb->add_option("--rows", options->rows, "Write the rows behind a kind of finding, such as negative, to --out");
    auto *out = verb->add_option("--out", options->out, "CSV file of --rows; - is standard output");
    rows->needs(out)->excludes(json);
    out->needs(rows);
    verb->callback([options, &action] { action = [options](JobContext &job) { return runQuality(*options, job); }; });
}

} // namespace foretrail::cli
