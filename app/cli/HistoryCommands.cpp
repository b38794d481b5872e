#include "app/cli/Command.h"
#include "core/data/Import.h"
#include "core/data/ImportHistory.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace foretrail::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::History)
};

QJsonObject entryJson(const ImportReport &report)
{
    QJsonObject json = report.toJson();
    json.insert(QStringLiteral("started"), report.started.toString(Qt::ISODate));
    json.insert(QStringLiteral("undone"), report.undone ? QJsonValue(report.undone->toString(Qt::ISODate)) : QJsonValue());
    return json;
}

QString nameOf(const ImportReport &report)
{
    const QString file = QFileInfo(report.file).fileName();
    return report.part.isEmpty() ? file : file + QStringLiteral(" › ") + report.part;
}

void printEntry(const ImportReport &report)
{
    const QString state = report.undone ? Text::tr("taken back %1").arg(report.undone->toString(Qt::ISODate)) : Text::tr("counts");
    print(QStringLiteral("%1\t%2\t%3\t%4").arg(report.importId).arg(report.started.toString(Qt::ISODate), nameOf(report), state));
    print(Text::tr("\tread %1 = stored %2 + duplicate %3 + rejected %4 + filtered %5").arg(report.read).arg(report.stored)
              .arg(report.duplicate).arg(report.rejected).arg(report.filtered));
    for (const QString &line : report.notes)
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
    QJsonArray all;
    for (const ImportReport &report : *imports) {
        all.append(entryJson(report));
        if (!json)
            printEntry(report);
    }
    if (json)
        printJson({{QStringLiteral("imports"), all}});
    else if (imports->isEmpty())
        note(Text::tr("Nothing was imported yet."));
    return {};
}

using Change = Result<ImportReport> (*)(Workspace &, qint64, JobContext &);

Result<void> runChange(const std::string &path, std::int64_t id, bool json, Change change, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(path));
    if (!workspace)
        return fail(workspace.error());
    const Result<ImportReport> report = change(*workspace, id, job);
    if (!report)
        return fail(report.error());
    if (json)
        printJson(entryJson(*report));
    else
        printEntry(*report);
    return {};
}

struct Options {
    std::string workspace;
    std::int64_t import = 0;
    bool json = false;
};

void addChange(CLI::App &app, Action &action, const char *name, const char *description, Change change)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand(name, description);
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--import", options->import, "Number of the import, as `imports` lists it")->required();
    verb->add_flag("--json", options->json, "The ledger entry as one JSON object on standard output");
    verb->callback([options, change, &action] {
        action = [options, change](JobContext &job) { return runChange(options->workspace, options->import, options->json, change, job); };
    });
}

} // namespace

void addImports(CLI::App &app, Action &action)
{
    auto options = std::make_shared<Options>();
    CLI::App *verb = app.add_subcommand("imports", "List the imports of a workspace with what became of their rows, newest first");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &) { return runImports(options->workspace, options->json); }; });
}

void addUndo(CLI::App &app, Action &action)
{
    addChange(app, action, "undo", "Take an import back: its rows no longer count, what it replaced counts again", undoImport);
}

void addRedo(CLI::App &app, Action &action)
{
    addChange(app, action, "redo", "Bring an import back that was taken back", redoImport);
}

} // namespace foretrail::cli
