#include "core/online/UpdateTask.h"

#include "core/data/VersionStore.h"
#include "core/training/ReadyModel.h"
#include "core/training/ReopenedRun.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {

namespace {

struct UpdateTaskText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::UpdateLadder)
};

/// Behind what the run as it was trained learnt from: all there was, or what lay before its test part where the model is too dear to fit twice.
WallMs seenByRun(const ReopenedRun &reopened)
{
    const QJsonObject &outcome = reopened.run.outcome;
    const Series &history = reopened.prepared.history();
    const ModelInfo *info = modelRegistry().find(reopened.spec.model.model);
    const bool learntAll = reopened.spec.split.test == 0 || !info || info->refitsForFuture;
    const QJsonValue until = outcome[QStringLiteral("futureFrom")];
    if (learntAll && until.isDouble())
        return until.toInteger();
    return history.timeAt(std::min<qint64>(outcome[QStringLiteral("trainLength")].toInteger(history.size()), history.size()));
}

Result<LadderModel> currentModel(Workspace &workspace, const ReopenedRun &reopened)
{
    LadderModel model{{reopened.run.modelState, reopened.run.weights}, reopened.boundary, seenByRun(reopened), reopened.version};
    if (reopened.version == 0)
        return model;
    return VersionStore(workspace).load(reopened.run.summary.id, reopened.version).map([&model](const StoredVersion &version) {
        model.seenUntil = version.facts.seenUntil;
        return model;
    });
}

Series closedPart(Series series, std::optional<WallMs> until)
{
    const qint64 closed = until && series.axis.hasCalendar() ? series.axis.indexOf(*until) : series.size();
    if (closed > 0 && closed < series.size())
        return series.part(0, closed);
    return series;
}

} // namespace

Result<UpdateTask> UpdateTask::read(Workspace &workspace, RunId run, JobContext &job, std::optional<WallMs> until)
{
    Result<ReopenedRun> reopened = reopenedRun(workspace, run, {}, job);
    if (!reopened)
        return fail(reopened.error());
    Result<LadderModel> current = currentModel(workspace, *reopened);
    if (!current)
        return fail(current.error());
    Result<ModelData> data = ModelData::read(workspace, {reopened->spec, current->boundary, {}}, job);
    if (!data)
        return fail(data.error());
    auto companions = Companions::ofWorkspace(workspace.data(), reopened->spec, {reopened->spec.model.model}, job);
    if (!companions)
        return fail(companions.error());
    UpdateTask task{reopened->spec, closedPart(std::move(data->series), until), std::move(data->surroundings), std::move(*companions), {}, std::move(*current),
                    reopened->run.summary.name, reopened->prepared.frame().season};
    Result<Series> aligned = PreparationTask{task.series, task.spec, task.surroundings, job}.aligned();
    if (!aligned)
        return fail(aligned.error());
    task.aligned = std::move(*aligned);
    return task;
}

WallMs lastUpdate(const UpdateTask &task, const QList<RunVersion> &versions)
{
    if (versions.isEmpty())
        return task.current.seenUntil;
    const RunVersion &last = versions.front();
    return std::max(task.current.seenUntil, WallMs(last.change[QStringLiteral("until")].toInteger(last.seenUntil)));
}

LastBlock UpdateTask::lastBlock() const
{
    const qint64 fresh = newSteps();
    for (const qint64 steps : std::array<qint64, 2>{spec.horizon, season})
        if (steps > 0 && fresh >= 2 * steps)
            return {steps, true};
    if (fresh >= 2)
        return {fresh / 2, true};
    return {std::min<qint64>(spec.horizon, aligned.size() - 1), false};
}

Result<PreparedSeries> UpdateTask::prepared(WallMs boundary, qint64 heldBack, JobContext &job) const
{
    const std::optional<WallMs> until = heldBack > 0 ? std::optional<WallMs>(aligned.timeAt(aligned.size() - heldBack)) : std::nullopt;
    return PreparationTask{series, spec, surroundings, job}.prepared(boundary, until, std::max<qint64>(spec.horizon, heldBack));
}

Result<Forecast> UpdateTask::forecast(const LadderModel &model, const PreparedSeries &prepared, int horizon, const QList<double> &levels) const
{
    auto made = makeForecaster(spec.model);
    if (!made)
        return fail(made.error());
    if (const Result<void> restored = (*made)->restore(model.saved); !restored)
        return fail(restored.error());
    (*made)->setRegressors(prepared.regressors());
    return (*made)->forecast(prepared.series(), horizon, levels).map([&prepared](Forecast forecast) { return prepared.ledBack(std::move(forecast)); });
}

Result<double> UpdateTask::errorOn(const LastBlock &block, const LadderModel &model, JobContext &job) const
{
    const Result<PreparedSeries> before = prepared(model.boundary, block.steps, job);
    if (!before)
        return fail(before.error());
    const Result<Forecast> said = forecast(model, *before, int(block.steps), {});
    if (!said)
        return fail(said.error());
    double sum = 0;
    int count = 0;
    for (qint64 h = 0; h < block.steps; ++h) {
        const double actual = aligned.values[size_t(aligned.size() - block.steps + h)];
        if (std::isnan(actual))
            continue;
        sum += std::abs(actual - said->mean[size_t(h)]);
        ++count;
    }
    if (count == 0)
        return fail(ErrorCode::Degenerate, UpdateTaskText::tr("The last %n steps have no observation to judge a model by.", nullptr, int(block.steps)));
    return sum / count;
}

} // namespace foretrail
