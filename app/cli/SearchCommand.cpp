#include "app/cli/Command.h"
#include "core/base/JsonNumber.h"
#include "core/base/OutputFile.h"
#include "core/training/Search.h"
#include "core/training/SpecPath.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace foretrail::cli {

namespace {

struct SearchCommandText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Search)
};

struct SearchOptions {
    std::string workspace;
    QueryOptions query;
    ModelOptions model;
    std::string method = "halving";
    std::string name = "search";
    std::string space, best;
    double minutes = 0;
    int trials = 0;
    bool json = false;
};

Result<TrainingSpec> readStart(const SearchOptions &options, Workspace &workspace)
{
    Result<TrainingSpec> start = options.model.read();
    if (!start)
        return start;
    if (const Result<void> recipe = options.model.readRecipe(*start, workspace); !recipe)
        return fail(recipe.error());
    if (const Result<void> read = options.query.readInto(*start, !options.model.spec.empty(), workspace.data()); !read)
        return fail(read.error());
    return start;
}

Result<SearchPlan> readPlan(const SearchOptions &options, Workspace &workspace)
{
    Result<TrainingSpec> start = readStart(options, workspace);
    if (!start)
        return fail(start.error());
    const Result<SearchMethod> method = searchMethodFromName(text(options.method));
    if (!method)
        return fail(method.error());
    SearchPlan plan;
    plan.name = text(options.name);
    plan.method = *method;
    plan.minutes = options.minutes;
    plan.trials = options.trials > 0 || options.minutes > 0 ? options.trials : plan.trials;
    plan.seed = start->model.seed;
    plan.start = std::move(*start);
    const Result<SearchSpace> space = options.space.empty() ? SearchSpace::usual(plan.start) : SearchSpace::fromFile(text(options.space));
    if (!space)
        return fail(space.error());
    plan.space = *space;
    return plan;
}

QStringList varied(const SearchPlan &plan) { return plan.space.toJson().keys(); }

QJsonObject trialJson(const SearchTrial &trial, const SearchPlan &plan)
{
    QJsonObject settings;
    for (const QString &path : varied(plan))
        settings.insert(path, specValue(trial.spec.toJson(), path));
    QJsonObject json{{QStringLiteral("trial"), trial.trial}, {QStringLiteral("epochs"), trial.epochs}, {QStringLiteral("MAE"), jsonNumber(trial.mae)},
                     {QStringLiteral("WAPE"), jsonNumber(trial.wape)}, {QStringLiteral("seconds"), trial.seconds}, {QStringLiteral("settings"), settings}};
    if (trial.run.isValid())
        json.insert(QStringLiteral("run"), trial.run.value);
    else
        json.insert(QStringLiteral("problem"), trial.problem);
    return json;
}

void printSearch(const SearchReport &report)
{
    QJsonArray trials;
    for (const SearchTrial &trial : report.trials)
        trials.append(trialJson(trial, report.plan));
    const SearchTrial *best = report.best();
    QJsonObject json{{QStringLiteral("search"), report.plan.name}, {QStringLiteral("method"), searchMethodName(report.plan.method)}, {QStringLiteral("seed"), qint64(report.plan.seed)},
               {QStringLiteral("space"), report.plan.space.toJson()}, {QStringLiteral("trials"), trials},
               {QStringLiteral("best"), best ? QJsonValue(trialJson(*best, report.plan)) : QJsonValue(QJsonValue::Null)},
               {QStringLiteral("gain"), jsonNumber(report.gain())}, {QStringLiteral("sentence"), report.sentence()}, {QStringLiteral("seconds"), report.seconds()},
               {QStringLiteral("spec"), best ? QJsonValue(best->spec.toJson()) : QJsonValue(QJsonValue::Null)}};
    tellSegment(report.plan.start.query, json);
    printJson(json);
}

void printTable(const SearchReport &report)
{
    print(QStringLiteral("trial\tepochs\trun\tMAE\tWAPE\tseconds\t") + varied(report.plan).join(QLatin1Char('\t')));
    for (const SearchTrial &trial : report.trials) {
        QStringList row{QString::number(trial.trial), QString::number(trial.epochs), trial.run.isValid() ? QString::number(trial.run.value) : trial.problem,
                        QString::number(trial.mae, 'g', 6), QString::number(trial.wape, 'g', 4), QString::number(trial.seconds, 'f', 1)};
        for (const QString &path : varied(report.plan))
            row += specValue(trial.spec.toJson(), path).toVariant().toString();
        print(row.join(QLatin1Char('\t')));
    }
    print(report.sentence());
    noteSegment(report.plan.start.query);
}

Result<void> saveBest(const SearchReport &report, const std::string &path)
{
    const SearchTrial *best = report.best();
    if (path.empty() || !best)
        return {};
    Result<OutputFile> file = OutputFile::open(text(path));
    if (!file)
        return fail(file.error());
    file->write(QJsonDocument(best->spec.toJson()).toJson());
    return file->commit();
}

Result<void> runSearchVerb(const SearchOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace));
    if (!workspace)
        return fail(workspace.error());
    const Result<SearchPlan> plan = readPlan(options, *workspace);
    if (!plan)
        return fail(plan.error());
    SearchHooks hooks;
    qsizetype done = 0;
    hooks.onTrial = [&done](const SearchReport &report) { done = report.trials.size(); };
    const Result<SearchReport> report = runSearch(*workspace, *plan, job, hooks);
    if (!report) {
        if (report.error().isCancelled())
            note(SearchCommandText::tr("%n trainings of the search are stored. The same command goes on with it.", nullptr, int(done)));
        return fail(report.error());
    }
    options.json ? printSearch(*report) : printTable(*report);
    return saveBest(*report, options.best);
}

} // namespace

void addSearch(CLI::App &app, Action &action)
{
    auto options = std::make_shared<SearchOptions>();
    CLI::App *verb = app.add_subcommand("search", "Search for better settings of a network: each trial is stored as a run and judged by its forecasts of the validation part");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->query.addTo(*verb);
    options->model.addTo(*verb, false);
    verb->add_option("--method", options->method, "halving: many settings learn for few epochs and the best third goes on; random: all learn to the end")
        ->check(CLI::IsMember({"halving", "random"}))->capture_default_str();
    verb->add_option("--trials", options->trials, "Settings that are drawn (default 9, or as many as the minutes allow)")->check(CLI::Range(1, 10'000));
    verb->add_option("--budget", options->minutes, "Minutes of training, those of earlier calls counted too (default: no limit)")->check(CLI::Range(0.01, 43'200.0));
    verb->add_option("--space", options->space, "JSON file with what is varied, one object such as {\"units\": {\"from\": 8, \"to\": 64, \"scale\": \"log\"}, \"loss\": [\"mse\", \"mae\"]}; "
                                                "keys are those of a spec (default: learning rate, units, layers, lookback, dropout, batch, loss)");
    verb->add_option("--name", options->name, "Of the search: the same name and settings go on with one that was stopped")->capture_default_str();
    verb->add_option("--best", options->best, "File to write the best settings to, for --spec");
    verb->add_flag("--json", options->json, "One JSON object on standard output");
    verb->callback([options, &action] {
        if (options->model.spec.empty() && options->model.model.empty())
            throw CLI::RequiredError("--spec or --model");
        action = [options](JobContext &job) { return runSearchVerb(*options, job); };
    });
}

} // namespace foretrail::cli
