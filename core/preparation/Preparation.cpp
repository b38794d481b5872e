#include "core/preparation/Preparation.h"

#include "core/preparation/FrameTools.h"
#include "core/preparation/WindowPlan.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct PreparationText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Preparation)
};

/// NaN where the number is not finite, and no leading gap.
Result<Series> usablePart(Series series)
{
    for (double &value : series.values)
        if (!std::isfinite(value))
            value = missing;
    const auto first = std::find_if(series.values.begin(), series.values.end(), [](double value) { return !std::isnan(value); });
    if (first == series.values.end())
        return fail(ErrorCode::Degenerate, PreparationText::tr("Series %1 has no value.").arg(series.key));
    return first == series.values.begin() ? std::move(series) : series.part(first - series.values.begin(), series.size());
}

qint64 countChanged(const std::vector<double> &before, const TimeAxis &axisBefore, const std::vector<quint8> &marksBefore, const Frame &after)
{
    if (axisBefore.step != after.target.axis.step) // other observations: those that the step had to treat
        return qint64(std::count_if(after.marks.begin(), after.marks.end(), [](quint8 mark) { return mark != Unmarked; }));
    if (before.size() != after.target.values.size())
        return std::abs(qint64(before.size()) - after.size());
    qint64 count = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        const double now = after.target.values[i];
        const bool isSame = before[i] == now || (std::isnan(before[i]) && std::isnan(now));
        count += !isSame || (i < marksBefore.size() && after.marks[i] != marksBefore[i]) ? 1 : 0;
    }
    return count;
}

} // namespace

/// One recipe at work on one series.
struct Preparation::Run {
    const PreparationRequest &request;
    const Surroundings &surroundings;
    JobContext &job;
    StepProblem *problem;
    Preparation result;
    std::optional<Boundary> boundary;

    Result<void> blamed(const Error &error, int step, const StepInfo &info)
    {
        if (problem)
            *problem = {step, blamedParameter(error), error.message};
        return fail(error.isCancelled() ? error : error.within(info.title));
    }

    void settle(Frame &frame) const
    {
        const auto size = frame.size();
        frame.fitLength = boundary ? std::clamp<qint64>(frame.target.axis.indexOf(boundary->at), 0, size) : size;
        frame.season = std::max(1, request.season > 0 ? request.season : usualSeason(frame.target.axis));
    }

    Result<Frame> start() const
    {
        Result<Series> usable = usablePart(request.series);
        if (!usable)
            return fail(usable.error());
        Frame frame;
        setAligned(frame, std::move(*usable));
        frame.ahead = std::max(request.ahead, plannedHorizon(request.recipe));
        return frame;
    }

    /// Where training ends when it is given as a number of observations of the prepared axis: found by running the steps that
    /// change the axis. They learn from the first half then, which is training under any split.
    Result<void> findBoundary()
    {
        boundary = request.boundary;
        if (boundary || (!request.heldBack && !plannedSplit(request.recipe)))
            return {};
        Result<Frame> frame = start();
        if (!frame)
            return fail(frame.error());
        for (int i = 0; i < request.recipe.steps.size(); ++i) {
            const RecipeStep &step = request.recipe.steps[i];
            const StepInfo *info = StepRegistry::instance().find(step.kind);
            if (!step.isOn || info->group != StepGroup::Alignment)
                continue;
            settle(*frame);
            frame->fitLength = std::max<qint64>(1, frame->size() / 2);
            if (const Result<void> done = StepRegistry::instance().make(step)->run(*frame, surroundings); !done)
                return blamed(done.error(), i, *info);
        }
        if (request.heldBack) {
            boundary = Boundary{frame->target.timeAt(std::max<qint64>(1, frame->size() - *request.heldBack))};
            return {};
        }
        const Result<SplitPlan> split = planSplit(request.recipe, frame->target.axis, frame->size(), frame->target.name);
        if (!split)
            return blamed(split.error(), windowStepOf(request.recipe), *StepRegistry::instance().find(windowStepKind()));
        boundary = Boundary{frame->target.timeAt(split->train)};
        return {};
    }

    Result<void> runStep(int index, Frame &frame)
    {
        const RecipeStep &step = request.recipe.steps[index];
        const StepInfo *info = StepRegistry::instance().find(step.kind);
        auto work = StepRegistry::instance().make(step);
        Stage stage{index, frame.target.values, frame.target.axis, frame.size(), 0, 0, {}, {}, {}};
        const std::vector<quint8> marks = frame.marks;
        settle(frame);
        if (request.axisUntil && info->group == StepGroup::Alignment)
            frame.fitLength = std::clamp<qint64>(frame.target.axis.indexOf(*request.axisUntil), 1, std::max<qint64>(frame.fitLength, 1));
        if (const Result<void> done = work->run(frame, surroundings); !done)
            return blamed(done.error(), index, *info);
        settle(frame);
        stage.rowsOut = frame.size();
        stage.changed = countChanged(stage.before, stage.axisBefore, marks, frame);
        stage.finding = work->finding();
        stage.statistics = work->statistics();
        if (request.keepFrames)
            stage.after = frame;
        result.m_stages.push_back(std::move(stage));
        result.m_steps.push_back(std::move(work));
        return {};
    }

    Result<void> runSteps()
    {
        Result<Frame> frame = start();
        if (!frame)
            return fail(frame.error());
        for (int i = 0; i < request.recipe.steps.size(); ++i) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            if (!request.recipe.steps[i].isOn)
                continue;
            if (const Result<void> done = runStep(i, *frame); !done)
                return done;
        }
        settle(*frame);
        result.m_frame = std::move(*frame);
        return {};
    }
};

Result<Preparation> Preparation::run(const PreparationRequest &request, const Surroundings &surroundings, JobContext &job,
                                     StepProblem *problem)
{
    if (const QList<StepProblem> problems = request.recipe.problems(); !problems.isEmpty()) {
        if (problem)
            *problem = problems.front();
        return fail(ErrorCode::InvalidInput, problems.front().message);
    }
    Run run{request, surroundings, job, problem, {}, {}};
    if (const Result<void> found = run.findBoundary(); !found)
        return fail(found.error());
    if (const Result<void> done = run.runSteps(); !done)
        return fail(done.error());
    return std::move(run.result);
}

void Preparation::invert(std::vector<double> &ahead, qint64 origin) const
{
    Fan fan{std::move(ahead), {}};
    invertFan(fan, origin);
    ahead = std::move(fan.middle);
}

void Preparation::invertFan(Fan &fan, qint64 origin) const
{
    // Steps may cut the front but not the end, so places are counted from the end.
    const qint64 behind = m_frame.size() - origin;
    for (size_t k = m_steps.size(); k-- > 0;) {
        const std::vector<double> &before = m_stages[k].before;
        const qint64 known = std::max<qint64>(qint64(before.size()) - behind, 0);
        m_steps[k]->invertFan(fan, Values(before).first(size_t(known)));
    }
}

std::vector<double> Preparation::invertOneStep(Values predicted) const
{
    std::vector<double> inverted(predicted.begin(), predicted.end());
    for (size_t t = 0; t < inverted.size(); ++t) {
        if (std::isnan(inverted[t]))
            continue;
        std::vector<double> one{inverted[t]};
        invert(one, qint64(t));
        inverted[t] = one.front();
    }
    return inverted;
}

} // namespace foretrail
