#include "core/training/RunAccuracy.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/evaluation/MetricsPool.h"
#include "core/training/ForecastScore.h"
#include "core/training/OutcomeJson.h"
#include "core/training/PreparedSeries.h"
#include "core/training/SurroundingsReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace foretrail {

namespace {

struct RunAccuracyText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RunAccuracy)
};

/// A run as it is stored, read.
struct StoredForecast {
    RunSummary summary;
    TrainingSpec spec;
    ForecastOutcome outcome;
    std::optional<WallMs> futureFrom; ///< not in runs of older versions
};

Result<StoredForecast> storedForecast(Workspace &workspace, const RunSummary &summary)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(summary.spec);
    if (!spec)
        return fail(spec.error());
    const Result<RunRecord> record = RunStore(workspace).load(summary.id);
    if (!record)
        return fail(record.error());
    Result<ForecastOutcome> outcome = outcomeFromJson(record->outcome);
    if (!outcome)
        return fail(outcome.error());
    const QJsonValue from = record->outcome[QStringLiteral("futureFrom")];
    return StoredForecast{summary, *spec, std::move(*outcome), from.isDouble() ? std::optional<WallMs>(from.toInteger()) : std::nullopt};
}

RunAccuracy named(const RunSummary &summary)
{
    RunAccuracy accuracy;
    accuracy.run = summary.id;
    accuracy.name = summary.name;
    accuracy.model = summary.model;
    accuracy.created = summary.created;
    return accuracy;
}

/// "2024-03-01"; the number of the step where there is no calendar.
QString momentText(const TimeAxis &axis, WallMs time) { return axis.hasCalendar() ? formatTime(time, axis.step) : QString::number(time); }

QString lastStepText(const Series &actual) { return actual.size() > 0 ? momentText(actual.axis, actual.timeAt(actual.size() - 1)) : QString(); }

void tellWhy(RunAccuracy &accuracy, const Series &actual)
{
    if (accuracy.steps.empty())
        accuracy.why = RunAccuracyText::tr("This run kept no forecast of the time after its data. Train it again.");
    else
        accuracy.why = RunAccuracyText::tr("The data end at %1, and this forecast begins at %2. Import what happened since, then look again.")
                           .arg(lastStepText(actual), momentText(actual.axis, accuracy.origin));
}

/// `actual`: the whole series of now on the axis of the run.
RunAccuracy compared(const StoredForecast &run, const Series &actual)
{
    RunAccuracy accuracy = named(run.summary);
    const Forecast &future = run.outcome.future;
    // Runs of older versions know how long their history was; it began where the series begins now.
    const qint64 first = run.futureFrom ? actual.axis.indexOf(*run.futureFrom) : qint64(run.outcome.fitted.size());
    accuracy.origin = actual.timeAt(first);
    std::vector<double> happened;
    for (qint64 i = 0; i < qint64(future.mean.size()); ++i) {
        const qint64 at = first + i;
        const double value = at >= 0 && at < actual.size() ? actual.values[size_t(at)] : missing;
        accuracy.steps.push_back({int(i) + 1, actual.timeAt(at), future.mean[size_t(i)], value});
        happened.push_back(value);
    }
    const auto known = size_t(std::clamp<qint64>(first, 0, actual.size()));
    accuracy.metrics = scoreOf(future, happened, errorScales(Values(actual.values).first(known), run.outcome.season));
    if (!accuracy.isComparable())
        tellWhy(accuracy, actual);
    return accuracy;
}

/// Reads each series once, however many runs are about it.
class SeriesOfRuns {
public:
    SeriesOfRuns(Workspace &workspace, JobContext &job) : m_workspace(workspace), m_job(job) {}

    Result<Series> aligned(const TrainingSpec &asked, WallMs boundary)
    {
        Result<SeriesQuery> query = withUsers(m_workspace, asked.query, m_job);
        if (!query)
            return fail(query.error());
        TrainingSpec spec = asked;
        spec.query = std::move(*query);
        const Result<Series> series = read(spec.query);
        if (!series)
            return series;
        const Result<Surroundings> surroundings = SurroundingsReader(m_workspace.data(), spec.recipe, spec.query, spec.model.global.attributes).read(series->key, m_job);
        if (!surroundings)
            return fail(surroundings.error());
        return PreparationTask{*series, spec, *surroundings, m_job}.aligned(boundary);
    }

private:
    Result<Series> read(const SeriesQuery &query)
    {
        for (const auto &[asked, series] : m_read)
            if (asked == query)
                return series;
        Result<QList<Series>> series = m_workspace.data().series(query, m_job);
        if (!series)
            return fail(series.error());
        if (series->isEmpty())
            return fail(ErrorCode::NotFound, RunAccuracyText::tr("The series of this run is no longer in the workspace."));
        m_read.append({query, series->front()});
        return series->front();
    }

    Workspace &m_workspace;
    JobContext &m_job;
    QList<std::pair<SeriesQuery, Series>> m_read;
};

/// The group of a run: its series on its axis.
SeriesAccuracy &groupOf(QList<SeriesAccuracy> &all, const SeriesQuery &query, const Series &actual)
{
    for (SeriesAccuracy &one : all)
        if (one.query == query && one.actual.axis.step == actual.axis.step && one.actual.axis.closed == actual.axis.closed)
            return one;
    all.append({query, actual, {}, lastStepText(actual)});
    return all.back();
}

bool isAbout(const RunSummary &run, const SeriesQuery &question)
{
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    return spec && spec->query.measure == question.measure && groupName(spec->query) == groupName(question)
        && (question.by == GroupBy::Series || spec->query.step == question.step) && run.seriesKey == question.keys.value(0);
}

Result<void> addRun(QList<SeriesAccuracy> &all, Workspace &workspace, const RunSummary &summary, SeriesOfRuns &series)
{
    Result<StoredForecast> run = storedForecast(workspace, summary);
    Result<Series> actual = run ? series.aligned(run->spec, run->outcome.boundary) : Result<Series>(fail(run.error()));
    if (actual) {
        groupOf(all, run->spec.query, *actual).runs.append(compared(*run, *actual));
        return {};
    }
    if (actual.error().isCancelled())
        return fail(actual.error());
    RunAccuracy accuracy = named(summary);
    accuracy.why = actual.error().message;
    Series none;
    none.key = summary.seriesKey;
    none.name = summary.seriesName;
    groupOf(all, run ? run->spec.query : SeriesQuery{}, none).runs.append(accuracy);
    return {};
}

} // namespace

Result<QList<SeriesAccuracy>> accuracyOfRuns(Workspace &workspace, const std::optional<SeriesQuery> &only, JobContext &job)
{
    Result<QList<RunSummary>> runs = RunStore(workspace).list();
    if (!runs)
        return fail(runs.error());
    if (only)
        runs->removeIf([&only](const RunSummary &run) { return !isAbout(run, *only); });
    SeriesOfRuns series(workspace, job);
    QList<SeriesAccuracy> all;
    for (qsizetype i = 0; i < runs->size(); ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(i, runs->size(), runs->at(i).name);
        if (const Result<void> added = addRun(all, workspace, runs->at(i), series); !added)
            return fail(added.error());
    }
    for (SeriesAccuracy &one : all)
        std::stable_sort(one.runs.begin(), one.runs.end(), [](const RunAccuracy &a, const RunAccuracy &b) { return a.origin > b.origin; });
    return all;
}

std::vector<StepAccuracy> accuracyBySteps(const QList<RunAccuracy> &runs)
{
    struct Sums { double absolute = 0, plain = 0, size = 0; qint64 count = 0; };
    std::vector<Sums> sums;
    for (const RunAccuracy &run : runs)
        for (const ThenAndNow &step : run.steps) {
            if (std::isnan(step.actual) || std::isnan(step.forecast))
                continue;
            sums.resize(std::max(sums.size(), size_t(step.h)));
            Sums &at = sums[size_t(step.h) - 1];
            at.absolute += std::abs(step.actual - step.forecast);
            at.plain += step.actual - step.forecast;
            at.size += std::abs(step.actual);
            ++at.count;
        }
    std::vector<StepAccuracy> all;
    for (const Sums &at : sums) {
        all.push_back({int(all.size()) + 1, missing, missing, missing, at.count});
        if (at.count > 0)
            all.back().mae = at.absolute / double(at.count);
        if (at.size > 0) {
            all.back().wape = at.absolute / at.size;
            all.back().bias = at.plain / at.size;
        }
    }
    return all;
}

Metrics accuracyOfAll(const QList<RunAccuracy> &runs)
{
    MetricsPool pool;
    for (const RunAccuracy &run : runs) {
        std::vector<double> actual;
        for (const ThenAndNow &step : run.steps)
            actual.push_back(step.actual);
        pool.add(run.metrics, actual);
    }
    return pool.pooled();
}

} // namespace foretrail
