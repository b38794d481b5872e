#include "app/cli/ForecastOptions.h"
#include "core/data/ScenarioStore.h"
#include "core/report/WhyReport.h"

#include <QCoreApplication>

namespace foretrail::cli {

namespace {

struct WhyCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Why)
};

struct WhyOptions : ForecastOptions {
    std::int64_t run = 0;
    bool importance = false;
    std::vector<std::string> changes;
    std::string scenario, save;
};

/// What is asked: the models behind the forecasts, and the workspace they are of.
struct WhyRequest {
    Workspace workspace;
    QList<FittedForecast> fitted;
};

Result<WhyRequest> ofRun(const WhyOptions &options, Workspace::Mode mode, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), mode);
    if (!workspace)
        return fail(workspace.error());
    const RunId id{options.run};
    const Result<RunRecord> run = RunStore(*workspace).load(id);
    if (!run)
        return fail(run.error());
    Result<TrainingSpec> spec = TrainingSpec::fromJson(run->summary.spec);
    if (!spec)
        return fail(spec.error().within(run->summary.name));
    if (options.model.horizon > 0)
        spec->horizon = options.model.horizon;
    const Result<ForecastOutcome> outcome = reopenRun(*workspace, id, job);
    if (!outcome)
        return fail(outcome.error());
    return WhyRequest{std::move(*workspace), {FittedForecast::of(*outcome, *spec)}};
}

/// Fitted here, on all observations unless a spec file splits, as the verb forecast does.
Result<WhyRequest> ofModel(const WhyOptions &options, JobContext &job)
{
    Result<ForecastRequest> request = forecastRequest(options, job);
    if (!request)
        return fail(request.error());
    if (options.model.spec.empty())
        request->spec.split.test = 0;
    const Result<QList<ForecastOutcome>> outcomes = forecastFromWorkspace(request->workspace, request->spec, job, {}, options.workers);
    if (!outcomes)
        return fail(outcomes.error());
    QList<FittedForecast> fitted;
    for (const ForecastOutcome &outcome : *outcomes)
        fitted.append(FittedForecast::of(outcome, request->spec));
    return WhyRequest{std::move(request->workspace), std::move(fitted)};
}

Result<WhyRequest> whyRequest(const WhyOptions &options, JobContext &job)
{
    Result<WhyRequest> request = options.run > 0 ? ofRun(options, Workspace::Mode::ReadOnly, job) : ofModel(options, job);
    if (request && request->fitted.isEmpty())
        return fail(ErrorCode::NotFound, WhyCommandsText::tr("No series answers to this. Choose others."));
    return request;
}

Result<void> tellImportance(WhyRequest &request, bool asJson, JobContext &job)
{
    QJsonArray all;
    for (const FittedForecast &fitted : request.fitted) {
        const QString key = fitted.spec.query.keys.value(0);
        ImportanceRequest asked;
        asked.seed = fitted.spec.model.seed;
        const Result<ImportanceReport> report = inputImportance(request.workspace, fitted, asked, job);
        if (!report)
            return fail(report.error().isCancelled() ? report.error() : report.error().within(key));
        all.append(importanceJson(key, *report));
        for (const InputImportance &input : report->inputs)
            if (!asJson)
                print(QStringLiteral("%1\t%2\t%3\t%4").arg(key, input.name(), CsvWriter::number(input.error), CsvWriter::number(input.rise)));
    }
    if (asJson)
        printJson({{QStringLiteral("importance"), all}});
    return {};
}

Result<void> runExplain(const WhyOptions &options, JobContext &job)
{
    Result<WhyRequest> request = whyRequest(options, job);
    if (!request)
        return fail(request.error());
    if (options.importance)
        return tellImportance(*request, options.json, job);
    QList<ExplainedForecast> all;
    QJsonArray json;
    for (const FittedForecast &fitted : request->fitted) {
        Result<ExplainedForecast> explained = explainForecast(request->workspace, fitted, job);
        if (!explained)
            return fail(explained.error().isCancelled() || request->fitted.size() == 1 ? explained.error() : explained.error().within(fitted.spec.query.keys.value(0)));
        json.append(explanationJson(*explained));
        all.append(std::move(*explained));
    }
    if (!options.out.empty())
        if (const Result<void> written = writeExplanations(all, text(options.out)); !written)
            return written;
    if (options.json)
        printJson({{QStringLiteral("explanations"), json}});
    else
        note(all.front().sentence(0));
    return {};
}

Result<Scenario> scenarioOf(const WhyOptions &options, Workspace &workspace)
{
    Scenario scenario;
    if (!options.scenario.empty()) {
        const Result<StoredScenario> stored = ScenarioStore(workspace).load(text(options.scenario));
        if (!stored)
            return fail(stored.error());
        Result<Scenario> read = Scenario::fromJson(stored->name, stored->definition);
        if (!read)
            return read;
        scenario = std::move(*read);
    }
    for (const std::string &change : options.changes) {
        const Result<ScenarioChange> read = ScenarioChange::fromText(text(change));
        if (!read)
            return fail(read.error());
        scenario.changes.append(*read);
    }
    return scenario;
}

Result<void> saveScenario(const WhyOptions &options, const Scenario &scenario, JobContext &job)
{
    if (options.save.empty())
        return {};
    Result<Workspace> workspace = Workspace::open(text(options.workspace));
    if (!workspace)
        return fail(workspace.error());
    return ScenarioStore(*workspace).save(text(options.save), scenario.toJson(), job);
}

Result<void> runWhatIf(const WhyOptions &options, JobContext &job)
{
    Result<WhyRequest> request = whyRequest(options, job);
    if (!request)
        return fail(request.error());
    if (request->fitted.size() > 1)
        return fail(ErrorCode::InvalidInput, WhyCommandsText::tr("Scenarios are for one series at a time. Choose one with --series KEY."));
    const Result<Scenario> scenario = scenarioOf(options, request->workspace);
    if (!scenario)
        return fail(scenario.error());
    const FittedForecast &fitted = request->fitted.constFirst();
    const Result<ModelData> data = ModelData::read(request->workspace, fitted, job);
    if (!data)
        return fail(data.error());
    const Result<ScenarioForecast> base = forecastUnder(*data, fitted, {}, job);
    if (!base)
        return fail(base.error());
    const Result<ScenarioForecast> changed = forecastUnder(*data, fitted, *scenario, job);
    if (!changed)
        return fail(changed.error());
    if (const Result<void> saved = saveScenario(options, *scenario, job); !saved)
        return saved;
    if (!options.out.empty())
        if (const Result<void> written = writeScenario(*base, *changed, text(options.out)); !written)
            return written;
    if (options.json)
        printJson(scenarioJson(*base, *changed));
    else
        note(differenceText(differenceOf(*base, *changed), base->history.unit, base->history.axis.step, base->forecast.horizon()));
    return {};
}

CLI::App *whyVerb(CLI::App &app, const std::string &name, const std::string &help, WhyOptions &options)
{
    CLI::App *verb = app.add_subcommand(name, help);
    verb->add_option("workspace", options.workspace, "Workspace file (*.foretrail)")->required();
    options.model.addTo(*verb, false);
    options.query.addTo(*verb);
    verb->add_option("--run", options.run, "A stored run by its number, in place of a model that is fitted here")->check(CLI::PositiveNumber);
    options.addWorkersTo(*verb);
    options.addOutTo(*verb);
    return verb;
}

} // namespace

void addExplain(CLI::App &app, Action &action)
{
    auto options = std::make_shared<WhyOptions>();
    CLI::App *verb = whyVerb(app, "explain", "What a forecast is made of; columns series,h,time,part,contribution,forecast", *options);
    verb->add_flag("--importance", options->importance, "How much the test error rises where each group of inputs is shuffled: series, input, error, rise in percent");
    verb->add_flag("--json", options->json, "The parts of each step, as one JSON object on standard output");
    verb->callback([options, &action] {
        options->settleOut();
        action = [options](JobContext &job) { return runExplain(*options, job); };
    });
}

void addWhatIf(CLI::App &app, Action &action)
{
    auto options = std::make_shared<WhyOptions>();
    CLI::App *verb = whyVerb(app, "what-if", "Forecast under changed inputs without fitting again; columns series,h,time,base,scenario,difference", *options);
    verb->add_option("--change", options->changes, "column=NAME or history=yes, then from=DATE, to=DATE, and by=-10%, by=+5 or value=3, with commas between (may be repeated)");
    verb->add_option("--scenario", options->scenario, "A scenario of the workspace; changes are made on top of it");
    verb->add_option("--save", options->save, "Keep the changes in the workspace under this name");
    verb->add_flag("--json", options->json, "Both forecasts and their difference, as one JSON object on standard output");
    verb->callback([options, &action] {
        options->settleOut();
        action = [options](JobContext &job) { return runWhatIf(*options, job); };
    });
}

} // namespace foretrail::cli
