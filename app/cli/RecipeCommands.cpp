#include "app/cli/Command.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/data/RecipeStore.h"
#include "core/preparation/Presets.h"
#include "core/preparation/RecipeSchema.h"
#include "core/preparation/StepRegistry.h"
#include "core/report/PreparedTable.h"
#include "core/training/FindRecipe.h"
#include "core/training/TriedSuggestion.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace foretrail::cli {

namespace {

struct RecipeCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Recipes)
};

struct RecipeOptions {
    std::string workspace, save, name, remove, exported, out;
    QueryOptions query; ///< of the series that a recipe is suggested for
    bool json = false;
    bool schema = false;
    bool suggests = false;
};

QString stepsOf(const Recipe &recipe)
{
    QStringList kinds;
    for (const RecipeStep &step : recipe.steps)
        kinds << (step.isOn ? step.kind : QStringLiteral("(%1)").arg(step.kind));
    return kinds.join(QStringLiteral(", "));
}

Result<void> list(Workspace &workspace, bool json)
{
    const Result<QList<StoredRecipe>> stored = RecipeStore(workspace).list();
    if (!stored)
        return fail(stored.error());
    QJsonArray own, brought;
    for (const StoredRecipe &one : *stored) {
        own.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("created"), one.created.toString(Qt::ISODate)},
                               {QStringLiteral("changed"), one.changed.toString(Qt::ISODate)}, {QStringLiteral("recipe"), one.json}});
        const Result<Recipe> recipe = Recipe::fromJson(one.json);
        if (!json)
            print(QStringLiteral("%1\t%2\t%3").arg(one.name, one.changed.toString(Qt::ISODate), recipe ? stepsOf(*recipe) : recipe.error().message));
    }
    for (const Preset &preset : presets()) {
        brought.append(QJsonObject{{QStringLiteral("name"), preset.id}, {QStringLiteral("explanation"), preset.explanation},
                                   {QStringLiteral("recipe"), preset.recipe.toJson()}});
        if (!json)
            print(QStringLiteral("%1\t%2\t%3").arg(preset.id, RecipeCommandsText::tr("comes with the program"), stepsOf(preset.recipe)));
    }
    if (json)
        printJson({{QStringLiteral("recipes"), own}, {QStringLiteral("presets"), brought}});
    return {};
}

Result<void> save(Workspace &workspace, const RecipeOptions &options, JobContext &job)
{
    const Result<Recipe> recipe = Recipe::fromFile(text(options.save));
    if (!recipe)
        return fail(recipe.error());
    const QString said = options.name.empty() ? recipe->name : text(options.name);
    const QString name = said.isEmpty() ? QFileInfo(text(options.save)).completeBaseName() : said;
    if (const Result<void> usable = checkRecipeName(name); !usable)
        return usable;
    const Result<RecipeId> id = RecipeStore(workspace).save(name, recipe->toJson(), job);
    if (!id)
        return fail(id.error());
    note(RecipeCommandsText::tr("Recipe %1 is saved.").arg(name));
    return {};
}

Result<void> exportTo(Workspace &workspace, const RecipeOptions &options)
{
    const Result<Recipe> recipe = findRecipe(workspace, text(options.exported));
    return recipe ? recipe->writeTo(options.out.empty() ? QStringLiteral("-") : text(options.out)) : fail(recipe.error());
}

/// The recipe goes to --out, the reason of each step to people.
Result<void> suggest(Workspace &workspace, const RecipeOptions &options, JobContext &job)
{
    const Result<SeriesQuery> query = options.query.query(workspace.data(), true);
    if (!query)
        return fail(query.error());
    const Result<SeriesQuery> known = withUsers(workspace, *query, job);
    if (!known)
        return fail(known.error());
    const Result<QList<Series>> series = workspace.data().series(*known, job);
    if (!series)
        return fail(series.error());
    if (series->size() != 1)
        return fail(ErrorCode::InvalidInput, RecipeCommandsText::tr("A recipe is suggested for one series. Choose it with --series."));
    const Result<Suggestion> suggestion = suggestTriedRecipe(series->front(), job);
    if (!suggestion)
        return fail(suggestion.error());
    for (qsizetype i = 0; i < suggestion->reasons.size(); ++i)
        note(QStringLiteral("%1: %2").arg(suggestion->recipe.steps[i].kind, suggestion->reasons[i]));
    return suggestion->recipe.writeTo(options.out.empty() ? QStringLiteral("-") : text(options.out));
}

Result<void> runRecipes(const RecipeOptions &options, JobContext &job)
{
    if (options.schema) {
        printJson(recipeSchema());
        return {};
    }
    const bool writes = !options.save.empty() || !options.remove.empty();
    Result<Workspace> workspace = Workspace::open(text(options.workspace), writes ? Workspace::Mode::ReadWrite : Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    if (!options.save.empty())
        return save(*workspace, options, job);
    if (options.suggests)
        return suggest(*workspace, options, job);
    if (!options.remove.empty())
        return RecipeStore(*workspace).remove(text(options.remove), job);
    return options.exported.empty() ? list(*workspace, options.json) : exportTo(*workspace, options);
}

struct PrepareOptions {
    std::string workspace, recipe, out;
    QueryOptions query;
    bool json = false;
    bool proves = false;
};

void printReport(const PreparedTableReport &report, bool proves)
{
    const QLocale locale;
    note(RecipeCommandsText::tr("Series: %1, rows: %2, fingerprint %3.").arg(locale.toString(report.series), locale.toString(report.rows), report.fingerprint));
    for (const StageReport &stage : report.stages)
        note(RecipeCommandsText::tr("%1: %2 rows in, %3 changed, %4 out.")
                 .arg(stage.title, locale.toString(stage.rowsIn), locale.toString(stage.changed), locale.toString(stage.rowsOut)));
    if (report.each.size() == 1)
        for (const StageReport &stage : report.each.front().stages)
            if (!stage.finding.isEmpty())
                note(QStringLiteral("%1: %2").arg(stage.title, stage.finding));
    constexpr qsizetype mostNamed = 5;
    if (!report.skipped.isEmpty())
        note(RecipeCommandsText::tr("%n series left out:", nullptr, int(report.skipped.size())));
    for (const QString &why : report.skipped.mid(0, mostNamed))
        note(QStringLiteral("  ") + why);
    if (!report.origin.isEmpty())
        note(RecipeCommandsText::tr("The recipe and the fingerprint of data and recipe stand in %1.").arg(report.origin));
    if (proves && report.proof.holds())
        note(report.proof.sentence());
    noteSegment(report.query);
}

Result<void> runPrepare(const PrepareOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<Recipe> recipe = findRecipe(*workspace, text(options.recipe));
    if (!recipe)
        return fail(recipe.error());
    const Result<SeriesQuery> query = options.query.query(workspace->data(), true);
    if (!query)
        return fail(query.error());
    const Result<PreparedTableReport> report = writePreparedTable(*workspace, {*query, *recipe, text(options.out), options.proves}, job);
    if (!report)
        return fail(report.error());
    if (options.json)
        printJson(report->toJson(options.proves));
    else
        printReport(*report, options.proves);
    return report->proof.holds() ? Result<void>() : fail(ErrorCode::Degenerate, report->proof.sentence());
}

void settleOut(PrepareOptions &options)
{
    if (options.json && options.out == "-")
        throw CLI::ValidationError("--out", "standard output cannot hold both the table and --json; name a file");
    if (!options.json && !options.proves && options.out.empty())
        options.out = "-";
}

} // namespace

void addPrepare(CLI::App &app, Action &action)
{
    auto options = std::make_shared<PrepareOptions>();
    CLI::App *verb = app.add_subcommand("prepare", "Prepare series by a recipe; columns series,time,part,value,actual,mark and those of the recipe");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    verb->add_option("--recipe", options->recipe, "A file of JSON, a recipe of the workspace, or standard, article, retail-daily, retail-weekly, hourly, "
                                                  "intermittent")->required();
    options->query.addTo(*verb);
    verb->add_option("--out", options->out, "CSV file; - is standard output (default, unless --json or --prove is given). FILE.json beside it tells recipe and fingerprint");
    verb->add_flag("--json", options->json, "Counts of each step, what was learnt and the fingerprint, as one JSON object on standard output");
    verb->add_flag("--prove", options->proves, "Prove that nothing leaks: replace what lies behind the training part and compare; fails where something changed");
    verb->callback([options, &action] {
        settleOut(*options);
        action = [options](JobContext &job) { return runPrepare(*options, job); };
    });
}

void addRecipes(CLI::App &app, Action &action)
{
    auto options = std::make_shared<RecipeOptions>();
    CLI::App *verb = app.add_subcommand("recipes", "List, suggest, save, remove or export the recipes of a workspace");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail); --schema alone needs none");
    CLI::Option *save = verb->add_option("--save", options->save, "File of JSON to keep in the workspace; one of the same name is replaced");
    verb->add_option("--name", options->name, "The name to keep it under (default: its own, or that of the file)")->needs(save);
    CLI::Option *remove = verb->add_option("--remove", options->remove, "Name of the recipe to remove")->excludes(save);
    CLI::Option *exported = verb->add_option("--export", options->exported, "Name of the recipe to write as JSON")->excludes(save)->excludes(remove);
    verb->add_option("--out", options->out, "File to write; - is standard output (default)");
    CLI::Option *suggests = verb->add_flag("--suggest", options->suggests, "Look at a series and write a recipe for it, with a reason for each step")
                                ->excludes(save)->excludes(remove)->excludes(exported);
    options->query.addTo(*verb);
    verb->add_flag("--schema", options->schema, "Print the JSON Schema of recipes: every step, its parameters, ranges and usual values");
    verb->add_flag("--json", options->json, "One JSON object on standard output")->excludes(save)->excludes(remove)->excludes(exported)->excludes(suggests);
    verb->callback([options, &action] {
        if (options->workspace.empty() && !options->schema)
            throw CLI::RequiredError("workspace");
        action = [options](JobContext &job) { return runRecipes(*options, job); };
    });
}

} // namespace foretrail::cli
