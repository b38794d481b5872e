#include "ui/pages/ForecastBeside.h"

#include <algorithm>

namespace foretrail {

namespace {

/// The same model on the same data with the same settings.
const BesideForecast *knownOf(const QList<BesideForecast> &known, const BesideChoice &choice, const ShownForecast &shown)
{
    TrainingSpec spec = shown.spec;
    spec.model.model = choice.model;
    const auto found = std::find_if(known.begin(), known.end(), [&](const BesideForecast &one) {
        return one.choice == choice && one.problem.isEmpty() && one.fingerprint == shown.outcome.fingerprint && one.spec == spec;
    });
    return found == known.end() ? nullptr : &*found;
}

Result<BesideForecast> computed(Workspace &workspace, const BesideChoice &choice, const ShownForecast &shown, const QList<BesideForecast> &known, JobContext &job)
{
    if (choice.model.isEmpty())
        return besideRun(workspace, choice.run, shown.spec, shown.outcome);
    const BesideForecast *one = knownOf(known, choice, shown);
    if (!one)
        return besideModel(workspace, shown.spec, choice.model, shown.outcome, job);
    BesideForecast again = *one;
    again.mae = errorOnTest(shown.outcome, shown.spec, again.testStart, again.test);
    return again;
}

Result<BesideSet> setOf(Workspace &workspace, const QList<BesideChoice> &choices, const ShownForecast &shown, const QList<BesideForecast> &known, JobContext &job)
{
    BesideSet set;
    set.model = shown.runName.isEmpty() ? shown.spec.model.model : shown.runName;
    set.mae = errorOnTest(shown.outcome, shown.spec, shown.outcome.trainLength, shown.outcome.test);
    for (const BesideChoice &choice : choices) {
        job.report(set.others.size(), choices.size(), choice.model);
        Result<BesideForecast> one = computed(workspace, choice, shown, known, job);
        if (!one)
            return fail(one.error());
        set.others += std::move(*one);
    }
    return set;
}

bool isOfSeries(const RunSummary &run, const SeriesQuery &query, const QString &key)
{
    if (run.seriesKey != key)
        return false;
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    return spec && spec->query.measure == query.measure && groupName(spec->query) == groupName(query)
        && (query.by == GroupBy::Series || spec->query.step == query.step);
}

} // namespace

ForecastBeside::ForecastBeside(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_job(session.jobs()), m_runsJob(session.jobs())
{
}

void ForecastBeside::forget()
{
    m_job.cancel();
    m_set = {};
}

void ForecastBeside::clear()
{
    forget();
    m_runsJob.cancel();
    m_known.clear();
}

void ForecastBeside::show(const std::shared_ptr<const ShownForecast> &shown, const QList<BesideChoice> &choices)
{
    if (choices.isEmpty() || !shown->hasFuture()) {
        m_job.cancel();
        const bool wasEmpty = m_set.others.isEmpty();
        m_set = {};
        if (!wasEmpty)
            Q_EMIT changed();
        return;
    }
    m_session.runLatestOnWorkspace<BesideSet>(m_job, {tr("Forecasting with other models"), Lane::Read, true},
        [shown, choices, known = m_known](Workspace &workspace, JobContext &job) { return setOf(workspace, choices, *shown, known, job); }, this,
        [this](Result<BesideSet> set) {
            if (set)
                take(std::move(*set));
            else if (!set.error().isCancelled())
                m_session.report(set.error(), tr("Forecasting with other models"));
        });
}

void ForecastBeside::take(BesideSet set)
{
    m_set = std::move(set);
    m_known.clear(); // of what is not shown beside it any more nothing is kept
    for (const BesideForecast &one : m_set.others)
        if (!one.choice.model.isEmpty())
            m_known += one;
    Q_EMIT changed();
}

void ForecastBeside::readRuns(const ShownForecast &shown)
{
    m_session.runLatestOnWorkspace<QList<RunSummary>>(m_runsJob, {tr("Reading the runs"), Lane::Read, false},
        [query = shown.spec.query, key = shown.outcome.history.key](Workspace &workspace, JobContext &) -> Result<QList<RunSummary>> {
            Result<QList<RunSummary>> runs = RunStore(workspace).list();
            if (runs)
                runs->removeIf([&](const RunSummary &run) { return !isOfSeries(run, query, key); });
            return runs;
        }, this,
        [this](Result<QList<RunSummary>> runs) {
            if (runs)
                Q_EMIT runsRead(*runs);
        });
}

} // namespace foretrail
