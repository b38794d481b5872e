#include "app/cli/Command.h"
#include "core/report/ForecastBatch.h"
#include "core/report/ForecastReport.h"
#include "core/training/Companions.h"
#include "core/training/FindRecipe.h"
#include "core/training/Sentence.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace foretrail::cli {

namespace {

struct ForecastCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Forecast)
};

struct ForecastOptions {
    std::string workspace, out;
    QueryOptions query;
    ModelOptions model;
    int holdout = 0;
    BacktestOptions backtest;
    int workers = 0;
    bool json = false;
};

QJsonObject named(const QString &model, const Metrics &metrics)
{
    QJsonObject json = metrics.toJson();
    json.insert(QStringLiteral("model"), model);
    return json;
}

QJsonValue orNull(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null); }

QJsonObject comparisonJson(const LossComparison &comparison)
{
    return {{QStringLiteral("better_share"), orNull(comparison.betterShare)}, {QStringLiteral("difference"), orNull(comparison.difference)},
            {QStringLiteral("p"), orNull(comparison.pValue)}, {QStringLiteral("series"), comparison.series},
            {QStringLiteral("folds"), comparison.folds}};
}

/// With the comparison with the baseline, and the OWA where Naive 2 was tested too.
QJsonObject testedJson(const BacktestReport &report, const QString &model)
{
    QJsonObject json = named(model, report.byModel.value(model));
    if (!report.owa.isEmpty())
        json.insert(QStringLiteral("OWA"), orNull(report.owa.value(model, missing)));
    if (const auto compared = report.comparisons.constFind(model); compared != report.comparisons.cend())
        json.insert(QStringLiteral("comparison"), comparisonJson(*compared));
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
    if (const Result<void> recipe = options.model.readRecipe(*spec, *workspace); !recipe)
        return fail(recipe.error());
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

/// A network uses threads of its own, the other models those that series are shared among.
int threadsUsed(const QStringList &models, const TrainingSpec &spec, int workers)
{
    const bool isNeural = std::any_of(models.begin(), models.end(), [](const QString &name) {
        const ModelInfo *info = modelRegistry().find(name);
        return info && info->isNeural;
    });
    return isNeural ? spec.model.threads : workers;
}

QJsonObject forecastJson(const TrainingSpec &spec, const ForecastBatch &batch, const QString &sentence, const QString &fingerprint, double seconds)
{
    const PooledMetrics pooled = pooledMetrics(batch.outcomes);
    const ForecastOutcome &first = batch.outcomes.front();
    return {{QStringLiteral("models"), QJsonArray{named(spec.model.model, pooled.model)}},
            {QStringLiteral("baseline"), named(first.baseline, pooled.baseline)},
            {QStringLiteral("sentence"), sentence},
            {QStringLiteral("explanation"), first.explanation},
            {QStringLiteral("series"), batch.outcomes.size()},
            {QStringLiteral("skipped"), batch.skipped.size()},
            {QStringLiteral("prepared"), fingerprint},
            {QStringLiteral("seconds"), seconds},
            {QStringLiteral("threads"), threadsUsed({spec.model.model}, spec, batch.threads)}};
}

QString sentenceOf(const ForecastBatch &batch, quint64 seed)
{
    const ForecastOutcome &first = batch.outcomes.front();
    if (batch.outcomes.size() == 1)
        return first.sentence;
    const PooledMetrics pooled = pooledMetrics(batch.outcomes);
    return comparisonSentence(pooled.model, pooled.baseline, first.baseline, first.history.axis.step, first.season,
                              comparisonOf(batch.outcomes, seed));
}

void noteSkipped(const QStringList &skipped)
{
    constexpr qsizetype mostNamed = 5;
    if (skipped.isEmpty())
        return;
    note(ForecastCommandsText::tr("%n series left out:", nullptr, int(skipped.size())));
    for (const QString &why : skipped.mid(0, mostNamed))
        note(QStringLiteral("  ") + why);
    if (skipped.size() > mostNamed)
        note(ForecastCommandsText::tr("  and %1 more").arg(skipped.size() - mostNamed));
}

Result<void> runForecast(const ForecastOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<Request> request = prepare(options);
    if (!request)
        return fail(request.error());
    // Without a holdout the model learns from everything, unless a spec file splits.
    if (options.model.spec.empty())
        request->spec.split.test = 0;
    const TrainingSpec &spec = request->spec;
    const Result<QList<Series>> series = request->workspace.data().series(spec.query, job);
    if (!series)
        return fail(series.error());
    const auto companions = Companions::ofWorkspace(request->workspace.data(), spec, {spec.model.model}, job);
    if (!companions)
        return fail(companions.error());
    SurroundingsReader reader(request->workspace.data(), spec.recipe, spec.query);
    const Result<ForecastBatch> batch = forecastBatch(*series, spec, options.holdout, job,
                                                      [&](const QString &key) { return reader.read(key, job); }, options.workers, companions->get());
    if (!batch)
        return fail(batch.error());
    noteSkipped(batch->skipped);
    const ForecastPart part = options.holdout > 0 ? ForecastPart::Test : ForecastPart::Future;
    if (!options.out.empty()) {
        if (Result<void> written = writeForecasts(batch->outcomes, part, spec.model.model, spec.levels, text(options.out)); !written)
            return written;
    }
    const QString sentence = sentenceOf(*batch, spec.model.seed);
    const Result<QString> data = request->workspace.data().fingerprint();
    if (!data)
        return fail(data.error());
    if (options.json)
        printJson(forecastJson(spec, *batch, sentence, preparedFingerprint(*data, spec.recipe), double(timer.elapsed()) / 1000));
    else
        note(sentence.isEmpty() ? batch->outcomes.front().explanation : sentence);
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
    SurroundingsReader reader(request->workspace.data(), request->spec.recipe, request->spec.query);
    BacktestOptions how = options.backtest;
    how.workers = options.workers;
    const Result<BacktestReport> report = backtest(*series, request->spec, models, how, job,
                                                   [&](const QString &key) { return reader.read(key, job); });
    if (!report)
        return fail(report.error());
    if (!options.out.empty()) {
        if (Result<void> written = writeBacktest(*report, text(options.out)); !written)
            return written;
    }
    if (report->skippedSeries > 0)
        note(ForecastCommandsText::tr("%1 series were too short for %2 folds and are left out.").arg(report->skippedSeries).arg(how.folds));
    if (!options.json) {
        note(report->sentence);
        return {};
    }
    QJsonArray all;
    for (const QString &model : models)
        all.append(testedJson(*report, model));
    const Result<QString> data = request->workspace.data().fingerprint();
    if (!data)
        return fail(data.error());
    printJson({{QStringLiteral("models"), all}, {QStringLiteral("prepared"), preparedFingerprint(*data, request->spec.recipe)},
               {QStringLiteral("baseline"), testedJson(*report, report->baseline)},
               {QStringLiteral("sentence"), report->sentence},
               {QStringLiteral("series"), series->size() - report->skippedSeries},
               {QStringLiteral("seconds"), report->seconds},
               {QStringLiteral("threads"), threadsUsed(models, request->spec, report->threads)}});
    return {};
}

void addWorkers(CLI::App &verb, ForecastOptions &options)
{
    verb.add_option("--workers", options.workers, "Threads that share the series; 0 is one for each core (neural models train one series at a time)")
        ->check(CLI::Range(0, 1024))->capture_default_str();
}

/// --out of a CSV. Standard output is for one thing: with --json that is the object, otherwise the table.
void addOut(CLI::App &verb, ForecastOptions &options)
{
    verb.add_option("--out", options.out, "CSV file; - is standard output (default, unless --json is given)");
}

void settleOut(ForecastOptions &options)
{
    if (options.json && options.out == "-")
        throw CLI::ValidationError("--out", "standard output cannot hold both the table and --json; name a file");
    if (!options.json && options.out.empty())
        options.out = "-";
}

} // namespace

void addSeries(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("series", "Write series as CSV: series,time,value");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->query.addTo(*verb);
    addOut(*verb, *options);
    verb->callback([options, &action] {
        settleOut(*options);
        action = [options](JobContext &job) { return runSeries(*options, job); };
    });
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
    addWorkers(*verb, *options);
    addOut(*verb, *options);
    verb->add_flag("--json", options->json, "Errors beside the baseline's, as one JSON object on standard output");
    verb->callback([options, &action] {
        settleOut(*options);
        action = [options](JobContext &job) { return runForecast(*options, job); };
    });
}

void addBacktest(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("backtest", "Test models at several origins; columns series,model,fold,h and errors");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->model.addTo(*verb, true);
    options->query.addTo(*verb);
    verb->add_option("--folds", options->backtest.folds, "Origins, --horizon apart")->check(CLI::Range(1, 100'000))->capture_default_str();
    verb->add_flag("--owa", options->backtest.owa, "Test naive2 as well and tell the OWA of each model (mean of sMAPE and MASE over those of naive2)");
    addWorkers(*verb, *options);
    addOut(*verb, *options);
    verb->add_flag("--json", options->json, "Errors of each model as one JSON object on standard output");
    verb->callback([options, &action] {
        settleOut(*options);
        action = [options](JobContext &job) { return runBacktest(*options, job); };
    });
}

} // namespace foretrail::cli
