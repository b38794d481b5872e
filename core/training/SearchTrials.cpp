#include "core/training/SearchTrials.h"

#include "core/base/JsonNumber.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace foretrail {

namespace {

constexpr int usualRound = 9; ///< settings of a round of halving that the minutes alone limit
constexpr int mostDrawn = 10'000;

/// Of the trial with these epochs; nullptr: it is not done.
const SearchTrial *resultOf(const QList<SearchTrial> &done, int trial, int epochs)
{
    const auto found = std::ranges::find_if(done, [&](const SearchTrial &one) { return one.trial == trial && one.epochs == epochs; });
    return found == done.end() ? nullptr : &*found;
}

/// One of the settings in a round, with what it has come to.
struct Contestant {
    int trial = 0;
    const SearchTrial *last = nullptr;
};

/// The best first; equal ones and those without a result by their number.
bool isAhead(const Contestant &one, const Contestant &other)
{
    const double a = one.last ? one.last->mae : missing, b = other.last ? other.last->mae : missing;
    if (std::isnan(a) || std::isnan(b) || a == b)
        return !std::isnan(a) && std::isnan(b) ? true : std::isnan(a) == std::isnan(b) && one.trial < other.trial;
    return a < b;
}

/// More epochs would change nothing, since its patience had run out, or it has failed.
bool isSettled(const SearchTrial *last) { return last && (!last->run.isValid() || (last->hasEndedEarly && learnsOn(last->spec))); }

std::optional<NextTraining> nextInRound(const QList<SearchTrial> &done, int first, const QList<SearchRung> &rungs)
{
    std::vector<Contestant> round;
    for (int trial = first; trial < first + rungs.front().settings; ++trial)
        round.push_back({trial, nullptr});
    for (const SearchRung &rung : rungs) {
        std::ranges::sort(round, isAhead);
        round.resize(size_t(std::min<qsizetype>(rung.settings, std::ssize(round))));
        std::ranges::sort(round, {}, &Contestant::trial);
        for (Contestant &contestant : round) {
            const SearchTrial *result = resultOf(done, contestant.trial, rung.epochs);
            if (!result && !isSettled(contestant.last))
                return NextTraining{contestant.trial, rung.epochs};
            contestant.last = result ? result : contestant.last;
        }
    }
    return {};
}

std::optional<NextTraining> nextOfHalving(const SearchPlan &plan, const QList<SearchTrial> &done)
{
    const QList<SearchRung> rungs = halvingRungs(plan.trials > 0 ? plan.trials : usualRound, plan.start.model.epochs);
    const int last = plan.trials > 0 ? 1 : mostDrawn;
    for (int first = 1; first <= last; first += rungs.front().settings)
        if (const auto next = nextInRound(done, first, rungs))
            return next;
    return {};
}

std::optional<NextTraining> nextOfRandom(const SearchPlan &plan, const QList<SearchTrial> &done)
{
    std::set<int> trained;
    for (const SearchTrial &trial : done)
        trained.insert(trial.trial);
    for (int trial = 1; trial <= (plan.trials > 0 ? plan.trials : mostDrawn); ++trial) {
        if (trained.contains(trial))
            continue;
        const Result<TrainingSpec> spec = plan.space.drawn(plan.start, plan.seed, trial);
        return NextTraining{trial, spec ? spec->model.epochs : plan.start.model.epochs};
    }
    return {};
}

double secondsOfAll(const QList<SearchTrial> &trials)
{
    double seconds = 0;
    for (const SearchTrial &trial : trials)
        seconds += trial.seconds;
    return seconds;
}

} // namespace

bool learnsOn(const TrainingSpec &spec) { return spec.model.schedule != Schedule::Cosine && spec.model.engine == EngineKind::Own; }

std::optional<NextTraining> nextTraining(const SearchPlan &plan, const QList<SearchTrial> &done)
{
    if (plan.minutes > 0 && secondsOfAll(done) >= 60 * plan.minutes)
        return {};
    if (!resultOf(done, 0, plan.start.model.epochs))
        return NextTraining{0, plan.start.model.epochs};
    return plan.method == SearchMethod::Halving ? nextOfHalving(plan, done) : nextOfRandom(plan, done);
}

qint64 plannedEpochs(const SearchPlan &plan)
{
    if (plan.trials == 0)
        return 0;
    const qint64 all = plan.start.model.epochs;
    if (plan.method == SearchMethod::Random)
        return all * (1 + plan.trials);
    qint64 epochs = all;
    int before = 0;
    for (const SearchRung &rung : halvingRungs(plan.trials, plan.start.model.epochs)) {
        epochs += qint64(rung.settings) * (rung.epochs - (learnsOn(plan.start) ? std::exchange(before, rung.epochs) : 0));
    }
    return epochs;
}

Result<TrainingSpec> specOf(const SearchPlan &plan, const NextTraining &next)
{
    Result<TrainingSpec> spec = next.trial == 0 ? Result<TrainingSpec>(plan.start) : plan.space.drawn(plan.start, plan.seed, next.trial);
    if (spec)
        spec->model.epochs = next.epochs;
    return spec;
}

QJsonObject toJson(const SearchTrial &trial, const SearchPlan &plan)
{
    return {{QStringLiteral("plan"), plan.toJson()}, {QStringLiteral("trial"), trial.trial}, {QStringLiteral("MAE"), jsonNumber(trial.mae)},
            {QStringLiteral("WAPE"), jsonNumber(trial.wape)}, {QStringLiteral("seconds"), trial.seconds}, {QStringLiteral("isCut"), trial.isCut},
            {QStringLiteral("hasEndedEarly"), trial.hasEndedEarly}};
}

std::optional<MarkedTrial> markedTrial(const RunSummary &run)
{
    const QJsonObject mark = run.metrics.value(u"search").toObject();
    if (mark.isEmpty())
        return {};
    const Result<SearchPlan> plan = SearchPlan::fromJson(mark.value(u"plan").toObject());
    const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
    if (!plan || !spec)
        return {};
    SearchTrial trial;
    trial.trial = mark.value(u"trial").toInt();
    trial.epochs = spec->model.epochs;
    trial.run = run.id;
    trial.mae = mark.value(u"MAE").toDouble(missing);
    trial.wape = mark.value(u"WAPE").toDouble(missing);
    trial.seconds = mark.value(u"seconds").toDouble();
    trial.isCut = mark.value(u"isCut").toBool();
    trial.hasEndedEarly = mark.value(u"hasEndedEarly").toBool();
    trial.spec = *spec;
    return MarkedTrial{*plan, trial};
}

} // namespace foretrail
