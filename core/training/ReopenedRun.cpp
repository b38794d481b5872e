#include "core/training/ReopenedRun.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/data/VersionStore.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct ReopenedRunText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Runs)
};

/// Runs stored before there were recipes say how many observations limits were taken from.
WallMs boundaryOf(const QJsonObject &outcome, const Series &series)
{
    const QJsonValue boundary = outcome[QStringLiteral("boundary")];
    return boundary.isDouble() ? boundary.toInteger() : series.timeAt(outcome[QStringLiteral("fitLength")].toInteger());
}

void takeModel(RunRecord &run, StoredVersion &&version)
{
    run.modelState = std::move(version.modelState);
    run.weights = std::move(version.weights);
}

} // namespace

Result<Series> singleSeries(Workspace &workspace, const SeriesQuery &query, JobContext &job)
{
    Result<QList<Series>> series = workspace.data().series(query, job);
    if (!series)
        return fail(series.error());
    if (series->size() == 1)
        return std::move(series->front());
    return fail(ErrorCode::InvalidInput,
                series->isEmpty() ? ReopenedRunText::tr("There is no such series. Import data first.")
                                  : ReopenedRunText::tr("%1 series answer to this. Name the one to train on.").arg(series->size()));
}

Result<ReopenedRun> reopenedRun(Workspace &workspace, RunId id, const QString &seriesKey, JobContext &job)
{
    Result<RunRecord> run = RunStore(workspace).load(id);
    if (!run)
        return fail(run.error());
    Result<TrainingSpec> spec = TrainingSpec::fromJson(run->summary.spec);
    if (!spec)
        return fail(spec.error().within(run->summary.name));
    if (!seriesKey.isEmpty())
        spec->query.keys = {seriesKey};
    Result<SeriesQuery> query = withUsers(workspace, spec->query, job);
    if (!query)
        return fail(query.error().isCancelled() ? query.error() : query.error().within(run->summary.name));
    spec->query = std::move(*query);
    const Result<Series> series = singleSeries(workspace, spec->query, job);
    if (!series)
        return fail(series.error());
    const Result<Surroundings> surroundings = SurroundingsReader(workspace.data(), spec->recipe, spec->query, spec->model.global.attributes).read(series->key, job);
    if (!surroundings)
        return fail(surroundings.error());
    Result<std::optional<StoredVersion>> version = VersionStore(workspace).current(id);
    if (!version)
        return fail(version.error());
    const WallMs boundary = *version ? (*version)->facts.boundary : boundaryOf(run->outcome, *series);
    if (*version)
        takeModel(*run, std::move(**version));
    Result<PreparedSeries> prepared = PreparationTask{*series, *spec, *surroundings, job}.prepared(boundary, {}, spec->horizon);
    if (!prepared)
        return fail(prepared.error().within(run->summary.name));
    return ReopenedRun{std::move(*run), std::move(*spec), boundary, std::move(*prepared), *version ? (*version)->facts.number : 0};
}

} // namespace foretrail
