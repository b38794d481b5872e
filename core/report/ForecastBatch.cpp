#include "core/report/ForecastBatch.h"

#include "core/jobs/ParallelInOrder.h"
#include "core/report/OutcomeExceptions.h"
#include "core/training/Companions.h"
#include "core/training/EarlierOrigins.h"
#include "core/training/PreparedSeries.h"
#include "core/training/SeriesAtHand.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct ForecastBatchText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ForecastBatch)
};

/// `run`: runExperiment or runConfirmedExperiment.
Result<ForecastOutcome> forecastOne(decltype(runExperiment) run, const Series &series, TrainingSpec spec, int holdout, const Surroundings &surroundings,
                                    const Companions *companions, JobContext &job)
{
    if (holdout == 0)
        return run(series, spec, job, {}, surroundings, companions);
    // What lies behind the last step forecast from the origin can neither train nor judge.
    const int judged = std::min(holdout, spec.horizon);
    spec.split.test = judged;
    if (judged == holdout)
        return run(series, spec, job, {}, surroundings, companions);
    const Result<Series> aligned = PreparationTask{series, spec, surroundings, job}.aligned();
    if (!aligned)
        return fail(aligned.error());
    const qint64 length = aligned->size() - (holdout - judged);
    if (length < judged + 2)
        return fail(ErrorCode::TooShort, ForecastBatchText::tr("It has %1 observations and %2 are held out. Choose a shorter holdout.")
                                             .arg(aligned->size()).arg(holdout));
    // The series beside would have to end as early: it learns from itself.
    return run(series.part(0, series.axis.indexOf(aligned->timeAt(length))), spec, job, {}, surroundings, nullptr);
}

/// A forecast, and what asks for eyes in it.
struct JudgedForecast {
    ForecastOutcome outcome;
    QList<SeriesException> exceptions;
};

/// Whether a model can be fitted once more for one series alone, without long training.
bool canBeFittedAgain(const ModelSpec &model)
{
    const ModelInfo *info = modelRegistry().find(model.model);
    return info && !info->isNeural && !info->learnsFromPanel;
}

Result<JudgedForecast> judged(Result<ForecastOutcome> &&outcome, const Series &series, const TrainingSpec &spec, const Surroundings &surroundings, bool asksExceptions, JobContext &job)
{
    if (!outcome)
        return fail(outcome.error());
    if (!asksExceptions)
        return JudgedForecast{std::move(*outcome), {}};
    const Result<std::vector<double>> earlier = canBeFittedAgain(spec.model) ? earlierForecast(series, spec, surroundings, *outcome, job) : std::vector<double>();
    if (!earlier)
        return fail(earlier.error());
    QList<SeriesException> exceptions = exceptionsOf(*outcome, *earlier);
    return JudgedForecast{std::move(*outcome), std::move(exceptions)};
}

} // namespace

Result<ForecastBatch> forecastBatch(const QList<Series> &series, const TrainingSpec &spec, int holdout, JobContext &job,
                                    const SurroundingsSource &surroundings, int workers, const Companions *companions, bool asksExceptions)
{
    if (series.isEmpty())
        return fail(ErrorCode::NotFound, ForecastBatchText::tr("There is no series to forecast. Import data first."));
    ForecastBatch batch;
    batch.threads = workersFor({spec.model.model}, workers, series.size());
    Error last;
    const auto keep = [&](const Series &one, Result<JudgedForecast> &&outcome) -> Result<void> {
        if (outcome) {
            batch.outcomes.append(std::move(outcome->outcome));
            if (asksExceptions)
                batch.exceptions.append(std::move(outcome->exceptions));
        } else if (series.size() > 1 && concernsOneSeries(outcome.error())) {
            last = outcome.error().within(one.key);
            batch.skipped << last.message;
        } else {
            return fail(outcome.error().isCancelled() ? outcome.error() : outcome.error().within(one.key));
        }
        if (series.size() > 1)
            job.report(batch.outcomes.size() + batch.skipped.size(), series.size(), one.name);
        return {};
    };
    const Result<void> done = parallelInOrder(series.size(), batch.threads, job, [&](qint64 i) -> Result<OrderedWork> {
        const Series &one = series.at(i);
        const Result<Surroundings> beside = surroundings ? surroundings(one.key) : Surroundings();
        if (!beside)
            return fail(beside.error());
        return [&, beside = *beside]() -> Result<OrderedKeep> {
            const auto run = series.size() == 1 ? runConfirmedExperiment : runExperiment;
            Result<JudgedForecast> made = judged(forecastOne(run, one, spec, holdout, beside, companions, job), one, spec, beside, asksExceptions, job);
            return [&, made = std::move(made)]() mutable { return keep(one, std::move(made)); };
        };
    });
    if (!done)
        return fail(done.error());
    if (batch.outcomes.isEmpty())
        return fail(last);
    return batch;
}

Result<ForecastBatch> forecastBatchFrom(Workspace &workspace, const TrainingSpec &asked, int holdout, JobContext &job, int workers, bool asksExceptions)
{
    const Result<SeriesAtHand> read = seriesAtHand(workspace, asked, job);
    if (!read)
        return fail(read.error());
    const TrainingSpec &spec = read->spec;
    SurroundingsReader reader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes);
    Result<ForecastBatch> batch = forecastBatch(read->series, spec, holdout, job, [&](const QString &key) { return reader.read(key, job); }, workers, read->companions.get(), asksExceptions);
    if (batch)
        for (ForecastOutcome &outcome : batch->outcomes)
            outcome.fingerprint = read->prepared;
    return batch;
}

} // namespace foretrail
