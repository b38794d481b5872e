#include "app/cli/Command.h"
#include "core/data/Import.h"
#include "core/data/ImportHistory.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace foretrail::cli {

namespace {

struct HistoryCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::History)
};

QJsonObject entryJson(const ImportReport &report)
{
    QJsonObject json = report.toJson();
    json.insert(QStringLiteral("started"), report.started.toString(Qt::ISODate));
    json.insert(QStringLiteral("undone"), report.undone ? QJsonValue(report.undone->toString(Qt::ISODate)) : QJsonValue());
    return json;
}

QString stateOf(const ImportGroup &group)
{
    const ImportReport sum = group.total();
    if (sum.undone)
        return HistoryCommandsText::tr("taken back %1").arg(sum.undone->toString(Qt::ISODate));
    return group.undone() > 0 ? HistoryCommandsText::tr("%1 of %2 taken back").arg(group.undone()).arg(group.imports.size()) : HistoryCommandsText::tr("counts");
}

void printSum(const ImportReport &report)
{
    print(HistoryCommandsText::tr("\tread %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5").arg(report.read).arg(report.stored)
              .arg(report.duplicate).arg(report.rejected).arg(report.filtered));
}

void printEntry(const ImportReport &report)
{
    const QString state = report.undone ? HistoryCommandsText::tr("taken back %1").arg(report.undone->toString(Qt::ISODate)) : HistoryCommandsText::tr("counts");
    print(QStringLiteral("%1\t%2\t%3\t%4").arg(report.importId).arg(report.started.toString(Qt::ISODate), shownFile(report), state));
    printSum(report);
}

/// A file that was imported alone as it is; others under a line of their own, latest first.
void printGroup(const ImportGroup &group)
{
    if (!group.isSingle()) {
        print(HistoryCommandsText::tr("group %1\t%2\t%3 files\t%4").arg(group.id).arg(group.total().started.toString(Qt::ISODate))
                  .arg(group.imports.size()).arg(stateOf(group)));
        printSum(group.total());
    }
    for (auto report = group.imports.crbegin(); report != group.imports.crend(); ++report)
        printEntry(*report);
    for (const QString &line : group.total().notes) // each once
        note(line);
}

Result<void> runImports(const std::string &path, bool json)
{
    Result<Workspace> workspace = Workspace::open(text(path), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<QList<ImportReport>> imports = listImports(*workspace);
    if (!imports)
        return fail(imports.error());
    QJsonArray all, groups;
    for (const ImportReport &report : *imports)
        all.append(entryJson(report));
    for (const ImportGroup &group : groupsOf(*imports)) {
        groups.append(group.toJson());
        if (!json)
            printGroup(group);
    }
    if (json)
        printJson({{QStringLiteral("imports"), all}, {QStringLiteral("groups"), groups}});
    else if (imports->isEmpty())
        note(HistoryCommandsText::tr("Nothing was imported yet."));
    return {};
}

/// What undo and redo do, with one import or with a group of them.
struct Change {
    Result<ImportReport> (*import)(Workspace &, qint64, JobContext &);
    Result<ImportGroup> (*group)(Workspace &, qint64, JobContext &);
};

struct Options {
    std::string workspace;
    std::int64_t import = 0, group = 0;
    bool json = false;
};

Result<void> changeImport(Workspace &workspace, const Options &options, const Change &change, JobContext &job)
{
    const Result<ImportReport> report = change.import(workspace, options.import, job);
    if (!report)
        return fail(report.error());
    if (options.json)
        printJson(entryJson(*report));
    else
        printGroup({report->group, {*report}});
    return {};
}

Result<void> changeGroup(Workspace &workspace, const Options &options, const Change &change, JobContext &job)
{
    const Result<ImportGroup> group = change.group(workspace, options.group, job);
    if (!group)
        return fail(group.error());
    if (options.json)
        printJson(group->toJson());
    else
        printGroup(*group);
    return {};
}

Result<void> runChange(const Options &options, const Change &change, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace));
    if (!workspace)
        return fail(workspace.error());
    return options.group > 0 ? changeGroup(*workspace, options, change, job) : changeImport(*workspace, options, change, job);
}

void addChange(CLI::App &app, Action &action, const char *name, const char *description, const Change &change)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand(name, description);
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    auto *import = verb->add_option("--import", options->import, "Number of the import, as `imports` lists it");
    auto *group = verb->add_option("--group", options->group, "Number of a group, as `imports` lists it: all its files in one step")
                      ->check(CLI::PositiveNumber);
    import->excludes(group);
    verb->add_flag("--json", options->json, "The ledger entry, or that of the group, as one JSON object on standard output");
    verb->callback([options, change, import, group, &action] {
        if (import->empty() && group->empty())
            throw CLI::RequiredError("--import or --group");
        action = [options, change](JobContext &job) { return runChange(*options, change, job); };
    });
}

} // namespace

void addImports(CLI::App &app, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("imports", "List the imports of a workspace with what became of their rows, newest first; files of one go as a group");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &) { return runImports(options->workspace, options->json); }; });
}

void addUndo(CLI::App &app, Action &action)
{
    addChange(app, action, "undo", "Take an import, or a group of them, back: its rows no longer count, what it replaced counts again",
              {undoImport, undoGroup});
}

void addRedo(CLI::App &app, Action &action)
{
    addChange(app, action, "redo", "Bring an import, or a group of them, back that was taken back", {redoImport, redoGroup});
}

} // namespace foretrail::cli
