#include "app/cli/ForecastOptions.h"
#include "core/report/ExceptionScan.h"
#include "core/report/FlowTables.h"

#include <QCoreApplication>

namespace foretrail::cli {

namespace {

struct ExceptionCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Exceptions)
};

/// Items where nothing else is said and the log names some; else all there is.
Result<SeriesQuery> askedQuestion(QueryOptions options, bool isGroupSaid, ShopData &data)
{
    const Result<DataSummary> summary = data.summary();
    if (!summary)
        return fail(summary.error());
    if (!isGroupSaid && summary->items > 0)
        options.by = "item";
    return options.query(data, false);
}

Result<void> runExceptions(const ForecastOptions &options, bool isGroupSaid, JobContext &job)
{
    Result<TrainingSpec> spec = options.model.read();
    if (!spec)
        return fail(spec.error());
    if (!options.model.model.empty() && !isQuickModel(spec->model.model))
        return fail(ErrorCode::InvalidInput, ExceptionCommandsText::tr("%1 takes too long for all series. Choose a quick model, such as theta, ses, ar or snaive.").arg(spec->model.model));
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    if (const Result<void> recipe = options.model.readRecipe(*spec, *workspace); !recipe)
        return fail(recipe.error());
    const Result<SeriesQuery> question = askedQuestion(options.query, isGroupSaid, workspace->data());
    if (!question)
        return fail(question.error());
    spec->query = *question;
    const Result<SeriesChecks> checks = checkSeries(*workspace, *spec, job, options.workers);
    if (!checks)
        return fail(checks.error());
    if (!options.out.empty())
        if (Result<void> written = writeTable(checksTable(*checks), text(options.out)); !written)
            return written;
    if (options.json)
        printJson(checksJson(*checks));
    else
        note(checksSentence(*checks));
    if (const QString rules = rulesOf(*checks); !options.json && !rules.isEmpty())
        note(rules);
    return {};
}

} // namespace

void addExceptions(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("exceptions", "Forecast each series with a quick model and say which ask for a person's eyes, and why; columns series,name,MAE,WAPE,bias,skill,exceptions,reason");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->model.addTo(*verb, false);
    options->query.addTo(*verb);
    options->addWorkersTo(*verb);
    options->addOutTo(*verb);
    verb->add_flag("--json", options->json, "All figures, sentences and thresholds, as one JSON object on standard output");
    verb->callback([options, verb, &action] {
        options->settleOut();
        const bool isGroupSaid = verb->count("--by") > 0;
        action = [options, isGroupSaid](JobContext &job) { return runExceptions(*options, isGroupSaid, job); };
    });
}

} // namespace foretrail::cli
