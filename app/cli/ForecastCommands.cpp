#include "app/cli/Command.h"
#include "core/report/ForecastReport.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace foretrail::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Forecast)
};

struct ForecastOptions {
    std::string workspace, out;
    QueryOptions query;
    ModelOptions model;
    int holdout = 0;
    int folds = 4;
    bool json = false;
};

QJsonObject named(const QString &model, const Metrics &metrics)
{
    QJsonObject json = metrics.toJson();
    json.insert(QStringLiteral("model"), model);
    return json;
}

Result<void> runSeries(const ForecastOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<SeriesQuery> query = options.query.query(workspace->data(), false);
    if (!query)
        return fail(query.error());
    const Result<QList<Series>> series = workspace->data().series(*query, job);
    return series ? writeSeries(*series, text(options.out)) : fail(series.error());
}

/// Opens, reads the options against the data, and gives both.
struct Request {
    Workspace workspace;
    TrainingSpec spec;
};

Result<Request> prepare(const ForecastOptions &options)
{
    Result<TrainingSpec> spec = options.model.read();
    if (!spec)
        return fail(spec.error());
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    // Series named in a spec file stand unless the command line says others.
    const bool saysSeries = !options.query.series.empty() || options.query.top > 0 || options.query.all
        || !options.query.measure.empty() || options.query.by != "total" || options.model.spec.empty();
    if (saysSeries) {
        const Result<SeriesQuery> query = options.query.query(workspace->data(), true);
        if (!query)
            return fail(query.error());
        spec->query = *query;
    }
    return Request{std::move(*workspace), *spec};
}

void printForecast(const ForecastOptions &options, const TrainingSpec &spec, const QList<ForecastOutcome> &outcomes, double seconds)
{
    const PooledMetrics pooled = pooledMetrics(outcomes);
    const ForecastOutcome &first = outcomes.front();
    const QString sentence = outcomes.size() == 1
        ? first.sentence
        : comparisonSentence(pooled.model, pooled.baseline, first.baseline, first.history.axis.step, first.season);
    if (!options.json)
        return note(sentence.isEmpty() ? first.explanation : sentence);
    printJson({{QStringLiteral("models"), QJsonArray{named(spec.model.model, pooled.model)}},
               {QStringLiteral("baseline"), named(first.baseline, pooled.baseline)},
               {QStringLiteral("sentence"), sentence},
               {QStringLiteral("explanation"), first.explanation},
               {QStringLiteral("series"), outcomes.size()},
               {QStringLiteral("seconds"), seconds},
               {QStringLiteral("threads"), spec.model.threads}});
}

Result<void> runForecast(const ForecastOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<Request> request = prepare(options);
    if (!request)
        return fail(request.error());
    request->spec.split.test = options.holdout;
    const TrainingSpec &spec = request->spec;
    const Result<QList<ForecastOutcome>> outcomes = forecastFromWorkspace(request->workspace, spec, job);
    if (!outcomes)
        return fail(outcomes.error());
    if (outcomes->isEmpty())
        return fail(ErrorCode::NotFound, Text::tr("There is no series to forecast. Import data first."));
    const ForecastPart part = options.holdout > 0 ? ForecastPart::Test : ForecastPart::Future;
    if (Result<void> written = writeForecasts(*outcomes, part, spec.model.model, spec.levels, text(options.out)); !written)
        return written;
    printForecast(options, spec, *outcomes, double(timer.elapsed()) / 1000);
    return {};
}

Result<void> runBacktest(const ForecastOptions &options, JobContext &job)
{
    ForecastOptions single = options;
    const QStringList models = text(options.model.model).split(QLatin1Char(','), Qt::SkipEmptyParts);
    single.model.model = models.isEmpty() ? std::string() : models.front().toStdString();
    Result<Request> request = prepare(single);
    if (!request)
        return fail(request.error());
    const Result<QList<Series>> series = request->workspace.data().series(request->spec.query, job);
    if (!series)
        return fail(series.error());
    const Result<BacktestReport> report = backtest(*series, request->spec, models, options.folds, job);
    if (!report)
        return fail(report.error());
    if (Result<void> written = writeBacktest(*report, text(options.out)); !written)
        return written;
    if (report->skippedSeries > 0)
        note(Text::tr("%1 series were too short for %2 folds and are left out.").arg(report->skippedSeries).arg(options.folds));
    if (!options.json) {
        note(report->sentence);
        return {};
    }
    QJsonArray all;
    for (const QString &model : models)
        all.append(named(model, report->byModel.value(model)));
    printJson({{QStringLiteral("models"), all},
               {QStringLiteral("baseline"), named(report->baseline, report->byModel.value(report->baseline))},
               {QStringLiteral("sentence"), report->sentence},
               {QStringLiteral("series"), series->size() - report->skippedSeries},
               {QStringLiteral("seconds"), report->seconds},
               {QStringLiteral("threads"), request->spec.model.threads}});
    return {};
}

/// --out of CSV; with --json the object has standard output for itself.
void addOut(CLI::App &verb, ForecastOptions &options, const char *what)
{
    verb.add_option("--out", options.out, what)->required();
}

} // namespace

void addSeries(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("series", "Write series as CSV: series,time,value");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->query.addTo(*verb);
    addOut(*verb, *options, "CSV file, - for standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runSeries(*options, job); }; });
}

void addForecast(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("forecast", "Forecast series; columns series,h,time,model,mean and limits of each level");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->model.addTo(*verb, false);
    options->query.addTo(*verb);
    verb->add_option("--holdout", options->holdout, "Keep the last H observations back, forecast them and measure the error")
        ->check(CLI::NonNegativeNumber);
    addOut(*verb, *options, "CSV file, - for standard output");
    verb->add_flag("--json", options->json, "Errors beside the baseline's, as one JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runForecast(*options, job); }; });
}

void addBacktest(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("backtest", "Test models at several origins; columns series,model,fold,h and errors");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->model.addTo(*verb, true);
    options->query.addTo(*verb);
    verb->add_option("--folds", options->folds, "Origins, --horizon apart")->check(CLI::PositiveNumber)->capture_default_str();
    addOut(*verb, *options, "CSV file, - for standard output");
    verb->add_flag("--json", options->json, "Errors of each model as one JSON object on standard output");
    verb->callback([options, &action] { action = [options](JobContext &job) { return runBacktest(*options, job); }; });
}

} // namespace foretrail::cli
