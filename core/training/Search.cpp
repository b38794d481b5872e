#include "core/training/Search.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/models/TrainingControl.h"
#include "core/training/KeptTraining.h"
#include "core/training/ReopenedRun.h"
#include "core/training/SearchTrials.h"
#include "core/training/StoredTraining.h"
#include "core/training/SurroundingsReader.h"
#include "core/training/ValidationErrors.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace foretrail {

namespace {

struct SearchText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Search)
};

constexpr qint64 wholeProgress = 100'000;

/// These settings failed, others may do.
bool concernsOneTrial(const Error &error)
{
    return error.code == ErrorCode::Diverged || error.code == ErrorCode::TooShort || error.code == ErrorCode::Degenerate;
}

/// A search on its way, on one thread.
class SearchUnderWay {
public:
    SearchUnderWay(Workspace &workspace, const SearchPlan &plan, JobContext &job, const SearchHooks &hooks)
        : m_workspace(workspace), m_job(job), m_hooks(hooks), m_control(hooks.control ? hooks.control : &m_ownControl)
    {
        m_report.plan = plan;
    }
    Result<SearchReport> run();

private:
    /// The end of a training that another with more epochs may go on from.
    struct Learnt {
        QByteArray state;
        QList<EpochRecord> epochs;
    };

    const SearchPlan &plan() const { return m_report.plan; }
    Result<void> open();
    Result<void> readEarlierTrials();
    Result<void> train(const NextTraining &next);
    Result<RunId> trainOne(SearchTrial &trial);
    Result<TrainingTask> taskFor(SearchTrial &trial);
    TrainingHooks hooksFor(SearchTrial &trial);
    Result<void> complete(SearchTrial &trial, RunRecord &run);
    Result<UnfinishedTraining> begunAs(const QString &name, const TrainingSpec &spec);
    double spentSeconds() const { return double(m_clock.nsecsElapsed()) * 1e-9 - (m_control->waitedSeconds() - m_waitedBefore) + m_earlierSeconds; }
    std::map<int, int> epochsLearnt(double *all = nullptr) const;
    double shareDone() const;
    double shareOf(const SearchTrial &trial) const;

    Workspace &m_workspace;
    JobContext &m_job;
    const SearchHooks &m_hooks;
    TrainingControl m_ownControl;
    TrainingControl *m_control;
    SearchReport m_report;
    Series m_series;
    Surroundings m_surroundings;
    std::map<int, Learnt> m_learnt; ///< by trial
    QElapsedTimer m_clock;          ///< of the training under way
    double m_waitedBefore = 0;
    double m_earlierSeconds = 0; ///< that the training under way took before the search was stopped
};

QString trialName(const SearchTrial &trial, const SearchPlan &plan, const Series &series)
{
    const QString name = trial.trial == 0 ? SearchText::tr("%1, the start", "name of a search").arg(plan.name)
                                          : SearchText::tr("%1, trial %2", "name of a search").arg(plan.name).arg(trial.trial);
    return QStringLiteral("%1 · %2 · %3").arg(name, trial.spec.model.model, series.name.isEmpty() ? series.key : series.name);
}

Result<void> SearchUnderWay::open()
{
    if (const Result<void> fine = plan().check(); !fine)
        return fine;
    Result<SeriesQuery> query = withUsers(m_workspace, plan().start.query, m_job);
    if (!query)
        return fail(query.error());
    m_report.plan.start.query = std::move(*query);
    Result<Series> series = singleSeries(m_workspace, plan().start.query, m_job);
    if (!series)
        return fail(series.error());
    m_series = std::move(*series);
    m_report.plan.start.query.keys = {m_series.key};
    Result<Surroundings> surroundings = SurroundingsReader(m_workspace.data(), plan().start.recipe, plan().start.query).read(m_series.key, m_job);
    if (!surroundings)
        return fail(surroundings.error());
    m_surroundings = std::move(*surroundings);
    const Result<QString> fingerprint = fingerprintOf(m_workspace.data(), plan().start.query);
    if (!fingerprint)
        return fail(fingerprint.error());
    m_report.dataFingerprint = *fingerprint;
    return readEarlierTrials();
}

Result<void> SearchUnderWay::readEarlierTrials()
{
    const auto runs = RunStore(m_workspace).list();
    if (!runs)
        return fail(runs.error());
    for (auto run = runs->rbegin(); run != runs->rend(); ++run) {
        const std::optional<MarkedTrial> marked = markedTrial(*run);
        if (!marked || marked->plan.name != plan().name)
            continue;
        if (!marked->plan.isSameSearch(plan()))
            return fail(ErrorCode::InvalidInput, SearchText::tr("name: there is a search %1 with other settings. Choose another name.").arg(plan().name));
        if (run->dataFingerprint == m_report.dataFingerprint)
            m_report.trials.append(marked->trial);
    }
    return {};
}

/// By trial, where what one has learnt is not learnt again; `all`: the sum of what was learnt.
std::map<int, int> SearchUnderWay::epochsLearnt(double *all) const
{
    std::map<int, int> learnt;
    for (const SearchTrial &done : m_report.trials) {
        if (all)
            *all += done.epochs - learnt[done.trial];
        learnt[done.trial] = learnsOn(done.spec) ? done.epochs : 0;
    }
    return learnt;
}

/// By trials or by time, whichever is more.
double SearchUnderWay::shareDone() const
{
    double all = 0;
    epochsLearnt(&all);
    const double planned = double(plannedEpochs(plan()));
    const double byTime = plan().minutes > 0 ? m_report.seconds() / (60 * plan().minutes) : 0;
    return std::clamp(std::max(planned > 0 ? all / planned : 0, byTime), 0.0, 1.0);
}

/// Of a training that begins: what it is expected to add.
double SearchUnderWay::shareOf(const SearchTrial &trial) const
{
    const double planned = double(plannedEpochs(plan()));
    const double byTrials = planned > 0 ? double(trial.epochs - epochsLearnt()[trial.trial]) / planned : 0;
    const double seconds = m_report.trials.isEmpty() ? 0 : m_report.seconds() / double(m_report.trials.size());
    const double byTime = plan().minutes > 0 ? seconds / (60 * plan().minutes) : 0;
    return std::clamp(std::max(byTrials, byTime), 0.0, 1 - shareDone());
}

TrainingHooks SearchUnderWay::hooksFor(SearchTrial &trial)
{
    TrainingHooks hooks([this, &trial](const EpochLosses &losses) {
        if (m_hooks.onEpoch)
            m_hooks.onEpoch(losses);
        if (plan().minutes > 0 && m_report.seconds() + spentSeconds() >= 60 * plan().minutes && losses.epoch < losses.epochs) {
            trial.isCut = true;
            m_control->keepBest();
        }
    });
    hooks.control = m_control;
    return hooks;
}

/// A trial of this search that was stopped half-way.
Result<UnfinishedTraining> SearchUnderWay::begunAs(const QString &name, const TrainingSpec &spec)
{
    UnfinishedTrainings store(m_workspace);
    const auto unfinished = store.list();
    if (!unfinished)
        return fail(unfinished.error());
    for (const UnfinishedTraining &one : *unfinished)
        if (one.name == name && one.spec == spec.toJson() && one.dataFingerprint == m_report.dataFingerprint)
            return store.load(one.id);
    return UnfinishedTraining();
}

Result<TrainingTask> SearchUnderWay::taskFor(SearchTrial &trial)
{
    const QString name = trialName(trial, plan(), m_series);
    Result<UnfinishedTraining> begun = begunAs(name, trial.spec);
    if (!begun)
        return fail(begun.error());
    m_earlierSeconds = secondsOf(begun->epochs);
    const auto learnt = m_learnt.find(trial.trial);
    if (begun->id == 0 && learnt != m_learnt.end() && learnsOn(trial.spec)) {
        begun->state = std::move(learnt->second.state);
        begun->epochs = std::move(learnt->second.epochs);
        m_learnt.erase(learnt);
    }
    begun->name = name;
    return TrainingTask{trial.spec, std::move(*begun), [this, &trial](RunRecord &run) { return complete(trial, run); }};
}

Result<void> SearchUnderWay::complete(SearchTrial &trial, RunRecord &run)
{
    const Result<Metrics> errors = validationErrors(PreparationTask{m_series, trial.spec, m_surroundings, m_job}, {run.modelState, run.weights});
    if (!errors)
        return fail(errors.error());
    trial.mae = errors->mae;
    trial.wape = errors->wape;
    trial.hasEndedEarly = !trial.isCut && run.epochs.size() < trial.epochs;
    trial.seconds = spentSeconds();
    run.summary.metrics.insert(QStringLiteral("search"), toJson(trial, plan()));
    return {};
}

Result<RunId> SearchUnderWay::trainOne(SearchTrial &trial)
{
    m_waitedBefore = m_control->waitedSeconds();
    m_clock.start();
    Result<TrainingTask> task = taskFor(trial);
    if (!task)
        return fail(task.error());
    const auto part = [](double share) { return qint64(share * double(wholeProgress)); };
    JobContext job = m_job.part(part(shareDone()), part(shareOf(trial)), wholeProgress,
                                trial.trial == 0 ? SearchText::tr("the start") : SearchText::tr("trial %1").arg(trial.trial));
    Learnt learnt{{}, task->begun.epochs};
    if (m_hooks.onBegin)
        m_hooks.onBegin(trial.spec, learnt.epochs);
    TrainingHooks hooks = hooksFor(trial);
    hooks.onEpoch = [&learnt, told = hooks.onEpoch](const EpochLosses &losses) {
        learnt.epochs.append(epochRecord(losses));
        told(losses);
    };
    hooks.onState = [&](const TrainingHooks::MakeState &state) {
        if (plan().method == SearchMethod::Halving && learnt.epochs.size() == trial.epochs && learnsOn(trial.spec))
            learnt.state = state();
    };
    Result<RunId> run = trainAndStore(m_workspace, std::move(*task), job, hooks);
    if (run && !learnt.state.isEmpty() && trial.trial > 0 && trial.epochs < plan().start.model.epochs)
        m_learnt[trial.trial] = std::move(learnt);
    return run;
}

Result<void> SearchUnderWay::train(const NextTraining &next)
{
    const Result<TrainingSpec> spec = specOf(plan(), next);
    if (!spec)
        return fail(spec.error());
    SearchTrial trial;
    trial.trial = next.trial;
    trial.epochs = next.epochs;
    trial.spec = *spec;
    const Result<RunId> run = trainOne(trial);
    if (!run && (m_job.stopRequested() || trial.trial == 0 || !concernsOneTrial(run.error())))
        return fail(m_job.stopRequested() ? Error::cancelled() : run.error());
    if (run) {
        trial.run = *run;
    } else {
        trial.problem = run.error().message;
        trial.seconds = spentSeconds();
    }
    m_report.trials.append(trial);
    if (m_hooks.onTrial)
        m_hooks.onTrial(m_report);
    return {};
}

Result<SearchReport> SearchUnderWay::run()
{
    if (const Result<void> opened = open(); !opened)
        return fail(opened.error());
    while (const std::optional<NextTraining> next = nextTraining(plan(), m_report.trials)) {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        if (const Result<void> done = train(*next); !done)
            return fail(done.error());
    }
    m_report.isComplete = true;
    return m_report;
}

QString errorText(const SearchTrial &trial)
{
    const QLocale locale;
    const QString mae = locale.toString(trial.mae, 'g', 4);
    return std::isnan(trial.wape) ? SearchText::tr("MAE %1").arg(mae)
                                  : SearchText::tr("MAE %1, WAPE %2 %").arg(mae, locale.toString(100 * trial.wape, 'f', 1));
}

} // namespace

const SearchTrial *SearchReport::best() const
{
    const SearchTrial *best = nullptr;
    for (const SearchTrial &trial : trials)
        if (trial.run.isValid() && !std::isnan(trial.mae) && (!best || trial.mae < best->mae))
            best = &trial;
    return best;
}

const SearchTrial *SearchReport::start() const
{
    const auto found = std::ranges::find(trials, 0, &SearchTrial::trial);
    return found == trials.end() ? nullptr : &*found;
}

double SearchReport::seconds() const
{
    double seconds = 0;
    for (const SearchTrial &trial : trials)
        seconds += trial.seconds;
    return seconds;
}

double SearchReport::gain() const
{
    const SearchTrial *found = best(), *first = start();
    return found && first && first->mae > 0 ? 1 - found->mae / first->mae : missing;
}

QString SearchReport::sentence() const
{
    const SearchTrial *found = best();
    if (!found)
        return SearchText::tr("No trial came to an end yet.");
    if (found->trial == 0)
        return SearchText::tr("No trial forecasts the validation part better than the settings at the start (%1).").arg(errorText(*found));
    const double gained = gain();
    if (std::isnan(gained))
        return SearchText::tr("Trial %1 forecasts the validation part best (%2).").arg(QLocale().toString(found->trial), errorText(*found));
    return SearchText::tr("Trial %1 forecasts the validation part best (%2): its error is %3 % smaller than with the settings at the start.")
        .arg(QLocale().toString(found->trial), errorText(*found), QLocale().toString(100 * gained, 'f', gained < 0.1 ? 1 : 0));
}

Result<SearchReport> runSearch(Workspace &workspace, const SearchPlan &plan, JobContext &job, const SearchHooks &hooks)
{
    return SearchUnderWay(workspace, plan, job, hooks).run();
}

QList<SearchReport> searchesIn(const QList<RunSummary> &runs)
{
    QList<SearchReport> searches;
    for (const RunSummary &run : runs) {
        const std::optional<MarkedTrial> marked = markedTrial(run);
        if (!marked)
            continue;
        const auto same = [&](const SearchReport &one) { return one.plan.name == marked->plan.name && one.plan.isSameSearch(marked->plan); };
        auto known = std::ranges::find_if(searches, same);
        if (known == searches.end()) // the newest run knows the latest limits and data
            known = searches.insert(searches.end(), SearchReport{marked->plan, {}, run.dataFingerprint, false});
        if (known->dataFingerprint == run.dataFingerprint)
            known->trials.prepend(marked->trial);
    }
    for (SearchReport &search : searches)
        search.isComplete = !nextTraining(search.plan, search.trials);
    return searches;
}

} // namespace foretrail
