#include "app/cli/ForecastOptions.h"
#include "core/behaviour/segments/SegmentUsers.h"
#include "core/report/ForecastBatch.h"
#include "core/report/ForecastReport.h"
#include "core/training/AdjustFromWorkspace.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>

namespace foretrail::cli {

namespace {

struct ForecastCommandsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::cli::Forecast)
};

Result<void> runSeries(const ForecastOptions &options, JobContext &job)
{
    Result<Workspace> workspace = Workspace::open(text(options.workspace), Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    const Result<SeriesQuery> query = options.query.query(workspace->data(), false);
    if (!query)
        return fail(query.error());
    const Result<SeriesQuery> known = withUsers(*workspace, *query, job);
    if (!known)
        return fail(known.error());
    const Result<QList<Series>> series = workspace->data().series(*known, job);
    return series ? writeSeries(*series, text(options.out)) : fail(series.error());
}

/// Of several series that of the first, which is named: others may be fitted otherwise.
QString explanationOf(const ForecastBatch &batch)
{
    const ForecastOutcome &first = batch.outcomes.front();
    return batch.outcomes.size() == 1 ? first.explanation : QStringLiteral("%1: %2").arg(first.history.key, first.explanation);
}

/// By key, where there are several.
QJsonObject explanationsOf(const ForecastBatch &batch)
{
    QJsonObject all;
    for (const ForecastOutcome &outcome : batch.outcomes)
        all.insert(outcome.history.key, outcome.explanation);
    return all;
}

/// Each series has its own; "mixed" where they are not all the same.
QString baselineOf(const ForecastBatch &batch)
{
    const QString first = batch.outcomes.front().baseline;
    const bool isOne = std::all_of(batch.outcomes.begin(), batch.outcomes.end(), [&first](const ForecastOutcome &outcome) { return outcome.baseline == first; });
    return isOne ? first : QStringLiteral("mixed");
}

QJsonObject forecastJson(const TrainingSpec &spec, const ForecastBatch &batch, const QString &sentence, const QString &fingerprint, double seconds)
{
    const PooledMetrics pooled = pooledMetrics(batch.outcomes);
    QJsonObject json{{QStringLiteral("models"), QJsonArray{metricsJson(spec.model.model, pooled.model)}},
                     {QStringLiteral("baseline"), metricsJson(baselineOf(batch), pooled.baseline)},
                     {QStringLiteral("sentence"), sentence},
                     {QStringLiteral("explanation"), explanationOf(batch)},
                     {QStringLiteral("explanations"), explanationsOf(batch)},
                     {QStringLiteral("series"), batch.outcomes.size()},
                     {QStringLiteral("skipped"), batch.skipped.size()},
                     {QStringLiteral("prepared"), fingerprint},
                     {QStringLiteral("seconds"), seconds},
                     {QStringLiteral("threads"), threadsUsed({spec.model.model}, spec, batch.threads)}};
    tellSegment(spec.query, json);
    return json;
}

QString sentenceOf(const ForecastBatch &batch, quint64 seed)
{
    const ForecastOutcome &first = batch.outcomes.front();
    if (batch.outcomes.size() == 1)
        return first.sentence;
    const PooledMetrics pooled = pooledMetrics(batch.outcomes);
    return comparisonSentence(pooled.model, pooled.baseline, baselineOf(batch), first.history.axis.step, first.season,
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

/// One an outcome where they are wished.
Result<QList<AdjustedForecast>> adjustmentsOf(const ForecastOptions &options, const ForecastBatch &batch, ForecastRequest &request)
{
    QList<AdjustedForecast> all;
    if (!options.withOverrides)
        return all;
    if (options.holdout > 0)
        return fail(ErrorCode::InvalidInput, ForecastCommandsText::tr("Corrections belong to what is ahead: --overrides and --holdout do not go together."));
    for (const ForecastOutcome &outcome : batch.outcomes) {
        Result<KeptAdjustments> kept = keptAdjustments(request.workspace, request.spec, outcome);
        if (!kept)
            return fail(kept.error());
        all.append(std::move(kept->forecast));
    }
    return all;
}

Result<void> runForecast(const ForecastOptions &options, JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    Result<ForecastRequest> request = forecastRequest(options, job);
    if (!request)
        return fail(request.error());
    // Without a holdout the model learns from everything, unless a spec file splits.
    if (options.model.spec.empty())
        request->spec.split.test = 0;
    const TrainingSpec &spec = request->spec;
    const Result<ForecastBatch> batch = forecastBatchFrom(request->workspace, spec, options.holdout, job, options.workers);
    if (!batch)
        return fail(batch.error());
    noteSkipped(batch->skipped);
    const ForecastPart part = options.holdout > 0 ? ForecastPart::Test : ForecastPart::Future;
    if (!options.out.empty()) {
        const Result<QList<AdjustedForecast>> adjustments = adjustmentsOf(options, *batch, *request);
        if (!adjustments)
            return fail(adjustments.error());
        if (Result<void> written = writeForecasts(batch->outcomes, part, spec.model.model, spec.levels, text(options.out), *adjustments); !written)
            return written;
    }
    const QString sentence = sentenceOf(*batch, spec.model.seed);
    if (options.json) {
        printJson(forecastJson(spec, *batch, sentence, batch->outcomes.front().fingerprint, double(timer.elapsed()) / 1000));
        return {};
    }
    note(sentence.isEmpty() ? explanationOf(*batch) : sentence);
    noteSegment(spec.query);
    return {};
}

} // namespace

void addSeries(CLI::App &app, Action &action)
{
    auto options = std::make_shared<ForecastOptions>();
    CLI::App *verb = app.add_subcommand("series", "Write series as CSV: series,time,value");
    verb->add_option("workspace", options->workspace, "Workspace file (*.foretrail)")->required();
    options->query.addTo(*verb);
    options->addOutTo(*verb);
    verb->callback([options, &action] {
        options->settleOut();
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
    verb->add_flag("--overrides", options->withOverrides, "Columns analyst, manager and adjusted: what the corrections kept in the workspace make of it");
    options->addWorkersTo(*verb);
    options->addOutTo(*verb);
    verb->add_flag("--json", options->json, "Errors beside the baseline's, as one JSON object on standard output");
    verb->callback([options, &action] {
        options->settleOut();
        action = [options](JobContext &job) { return runForecast(*options, job); };
    });
}

} // namespace foretrail::cli
