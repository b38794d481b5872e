#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/Branch.h"
#include "core/training/EarlierOrigins.h"
#include "core/training/FindRecipe.h"
#include "core/training/OutcomeJson.h"
#include "core/training/PreparedSeries.h"
#include "core/training/ReopenedRun.h"
#include "core/training/RunawayRun.h"
#include "core/training/StoredTraining.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct RunsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Runs)
};

/// The stored model on the data as it is now.
Result<void> lookAhead(ForecastOutcome &outcome, const TrainingSpec &spec, const PreparedSeries &prepared)
{
    auto model = makeForecaster(spec.model);
    if (!model)
        return fail(model.error());
    if (const Result<void> restored = (*model)->restore(outcome.saved); !restored)
        return restored;
    (*model)->setRegressors(prepared.regressors());
    Result<Forecast> future = (*model)->forecast(prepared.series(), spec.horizon, spec.levels);
    if (!future)
        return fail(future.error());
    outcome.future = prepared.ledBack(std::move(*future));
    outcome.history = prepared.history();
    outcome.filled = prepared.filled();
    outcome.stages = prepared.stages();
    outcome.fitted.resize(size_t(outcome.history.size()), missing); // later imports may have made the series longer
    outcome.explanation = (*model)->explanation(); // in the language of now
    outcome.sentence = outcomeSentence(outcome);
    return {};
}

/// A training that begins with the weights of the hooks.
Result<RunId> trainFrom(Workspace &workspace, const TrainingSpec &spec, const BranchOrigin &origin, const TrainingHooks &hooks, JobContext &job)
{
    UnfinishedTraining begun;
    begun.name = branchName(origin.name, origin.epoch);
    begun.origin = origin.toJson();
    return trainAndStore(workspace, TrainingTask{spec, std::move(begun), {}, true}, job, hooks);
}

/// The same hooks, to begin with what a run keeps of an epoch.
Result<TrainingHooks> hooksFrom(Workspace &workspace, RunId run, int epoch, bool hasSameOptimiser, const TrainingHooks &hooks)
{
    TrailStore store(workspace);
    const Result<QByteArray> weights = store.weights(run, epoch);
    if (!weights)
        return fail(weights.error());
    const Result<QByteArray> memory = hasSameOptimiser ? store.memory(run, epoch) : QByteArray();
    if (!memory)
        return fail(memory.error());
    TrainingHooks from = hooks;
    from.firstWeights = *weights;
    from.firstMemory = *memory;
    return from;
}

} // namespace

Result<RunId> trainAndStore(Workspace &workspace, const TrainingSpec &spec, JobContext &job, const TrainingHooks &hooks)
{
    return trainAndStore(workspace, TrainingTask{spec, {}, {}, true}, job, hooks);
}

Result<RunId> branchAndStore(Workspace &workspace, const Branch &branch, JobContext &job, const TrainingHooks &hooks)
{
    const Result<RunRecord> origin = RunStore(workspace).load(branch.run);
    if (!origin)
        return fail(origin.error());
    const QString name = origin->summary.name;
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(origin->summary.spec);
    if (!spec)
        return fail(spec.error().within(name));
    if (const Result<void> checked = checkBranch(*spec, branch.spec); !checked)
        return fail(checked.error());
    const Result<SeriesQuery> query = withUsers(workspace, spec->query, job);
    if (!query)
        return fail(query.error());
    const Result<QString> fingerprint = fingerprintOf(workspace.data(), *query);
    if (!fingerprint)
        return fail(fingerprint.error());
    if (origin->summary.dataFingerprint != *fingerprint)
        return fail(ErrorCode::InvalidInput, RunsText::tr("The data has changed since %1 was trained, so nothing can branch from it. Train anew with its settings.").arg(name));
    const bool hasSameOptimiser = branch.spec.model.optimiser == spec->model.optimiser;
    const Result<TrainingHooks> from = hooksFrom(workspace, branch.run, branch.epoch, hasSameOptimiser, hooks);
    if (!from)
        return fail(from.error());
    return trainFrom(workspace, branch.spec, {branch.run, name, branch.epoch}, *from, job);
}

// A branch began with what its own trail holds before its first epoch, so its origin need not be there any more.
Result<RunId> trainAgainAndStore(Workspace &workspace, RunId id, JobContext &job, const TrainingHooks &hooks)
{
    const Result<RunRecord> run = RunStore(workspace).load(id);
    if (!run)
        return fail(run.error());
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run->summary.spec);
    if (!spec)
        return fail(spec.error().within(run->summary.name));
    const std::optional<BranchOrigin> origin = originOf(run->summary);
    if (!origin)
        return trainAndStore(workspace, *spec, job, hooks);
    const Result<TrainingHooks> from = hooksFrom(workspace, id, 0, true, hooks);
    return from ? trainFrom(workspace, *spec, *origin, *from, job) : Result<RunId>(fail(from.error()));
}

Result<RunId> resumeAndStore(Workspace &workspace, qint64 unfinished, JobContext &job, const TrainingHooks &hooks)
{
    Result<UnfinishedTraining> begun = UnfinishedTrainings(workspace).load(unfinished);
    if (!begun)
        return fail(begun.error());
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(begun->spec);
    if (!spec)
        return fail(spec.error().within(begun->name));
    return trainAndStore(workspace, TrainingTask{*spec, std::move(*begun), {}, true}, job, hooks);
}

Result<ForecastOutcome> reopenRun(Workspace &workspace, RunId id, JobContext &job)
{
    const Result<ReopenedRun> reopened = reopenedRun(workspace, id, {}, job);
    if (!reopened)
        return fail(reopened.error());
    const RunRecord &run = reopened->run;
    Result<ForecastOutcome> outcome = outcomeFromJson(run.outcome);
    if (!outcome)
        return fail(outcome.error().within(run.summary.name));
    const Result<QString> fingerprint = fingerprintOf(workspace.data(), reopened->spec.query);
    if (!fingerprint)
        return fail(fingerprint.error());
    outcome->fingerprint = preparedFingerprint(*fingerprint, reopened->spec.recipe); // the future is forecast from the data of now
    outcome->boundary = reopened->boundary;
    outcome->version = reopened->version;
    outcome->saved = {run.modelState, run.weights};
    outcome->epochs = run.epochs;
    if (const Result<void> done = lookAhead(*outcome, reopened->spec, reopened->prepared); !done)
        return fail(done.error().within(run.summary.name));
    if (const std::optional<Runaway> runaway = runawayOf(run.summary))
        outcome->sentence.prepend(runawaySentence(*runaway) + QLatin1Char(' '));
    return outcome;
}

} // namespace foretrail
