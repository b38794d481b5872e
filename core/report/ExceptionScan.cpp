#include "core/report/ExceptionScan.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/report/OutcomeExceptions.h"
#include "core/training/PreparedSeries.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace foretrail {

namespace {

struct ExceptionScanText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ExceptionScan)
};

constexpr std::array quickModels{"naive", "snaive", "naive2", "drift", "mean", "moving-average", "ses", "holt", "damped", "theta",
                                 "ar", "ar-fourier", "croston", "sba", "tsb", "adida"};

/// One series on its way through a check.
struct CheckTask {
    const Series &series;
    const TrainingSpec &spec;
    const Surroundings &surroundings;
    JobContext &job;
};

void take(SeriesCheck &check, const ForecastOutcome &outcome, const std::vector<double> &earlier)
{
    check.mae = outcome.metrics.mae;
    check.wape = outcome.metrics.wape;
    check.bias = outcome.metrics.bias;
    check.skill = outcome.metrics.skill;
    check.exceptions = exceptionsOf(outcome, earlier);
}

/// What is too short to be forecast is one of the exceptions.
void takeProblem(SeriesCheck &check, const CheckTask &task, const Error &error)
{
    check.problem = error.message;
    const int season = task.spec.model.season > 0 ? task.spec.model.season : usualSeason(task.series.axis);
    check.exceptions = findExceptions({task.series.values, season, {}, {}, {}, {}, {}});
}

Result<SeriesCheck> checkOne(const CheckTask &task)
{
    SeriesCheck check;
    check.key = task.series.key;
    check.name = task.series.name;
    TrainingSpec spec = task.spec;
    spec.split.test = int(std::clamp<qint64>(task.series.size() / 4, 1, spec.horizon));
    const Result<ForecastOutcome> outcome = runExperiment(task.series, spec, task.job, {}, task.surroundings);
    if (!outcome && !concernsOneSeries(outcome.error()))
        return fail(outcome.error());
    if (!outcome) {
        takeProblem(check, task, outcome.error());
        return check;
    }
    const Result<std::vector<double>> earlier = earlierForecast(task.series, task.spec, task.surroundings, *outcome, task.job);
    if (!earlier)
        return fail(earlier.error());
    take(check, *outcome, *earlier);
    return check;
}

} // namespace

qsizetype SeriesChecks::exceptionCount() const { return std::count_if(checks.begin(), checks.end(), [](const SeriesCheck &check) { return check.isException(); }); }

bool isQuickModel(const QString &name)
{
    return std::any_of(quickModels.begin(), quickModels.end(), [&name](const char *quick) { return name == QLatin1String(quick); });
}

TrainingSpec checkingSpec(TrainingSpec spec)
{
    if (!isQuickModel(spec.model.model))
        spec.model.model = QLatin1String(usualCheckModel);
    spec.model.intervals = IntervalKind::Model; // bands are not asked for
    return spec;
}

Result<SeriesChecks> checkSeries(Workspace &workspace, const TrainingSpec &asked, JobContext &job, int workers)
{
    QElapsedTimer timer;
    timer.start();
    TrainingSpec spec = checkingSpec(asked);
    Result<SeriesQuery> query = withUsers(workspace, asked.query, job);
    if (!query)
        return fail(query.error());
    spec.query = std::move(*query);
    const Result<QList<Series>> series = workspace.data().series(spec.query, job);
    if (!series)
        return fail(series.error());
    if (series->isEmpty())
        return fail(ErrorCode::NotFound, ExceptionScanText::tr("There is no series to check. Import data first."));
    SurroundingsReader reader(workspace.data(), spec.recipe, spec.query, spec.model.global.attributes);
    SeriesChecks found{spec.model.model, spec.horizon, series->front().unit, {}, 0, workersFor({spec.model.model}, workers, series->size())};
    const Result<void> done = parallelInOrder(series->size(), found.threads, job, [&](qint64 i) -> Result<OrderedWork> {
        if (job.stopRequested())
            return fail(Error::cancelled());
        Result<Surroundings> beside = reader.read(series->at(i).key, job);
        if (!beside)
            return fail(beside.error());
        return [&, i, beside = std::move(*beside)]() -> Result<OrderedKeep> {
            Result<SeriesCheck> check = checkOne({series->at(i), spec, beside, job});
            if (!check)
                return fail(check.error());
            return [&, check = std::move(*check)]() mutable -> Result<void> {
                found.checks.append(std::move(check));
                job.report(found.checks.size(), series->size(), found.checks.constLast().name);
                return {};
            };
        };
    });
    if (!done)
        return fail(done.error());
    found.seconds = double(timer.nsecsElapsed()) * 1e-9;
    return found;
}

} // namespace foretrail
