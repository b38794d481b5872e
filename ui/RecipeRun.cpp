#include "ui/RecipeRun.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/preparation/FeatureWindows.h"
#include "core/training/SurroundingsReader.h"

#include <algorithm>

namespace foretrail {

namespace {

/// Switched off, a step keeps its place.
void switchOff(Recipe &recipe, int step)
{
    if (step >= 0 && step < recipe.steps.size())
        recipe.steps[step].isOn = false;
}

/// Windows stay: they say where training ends, which the steps before the broken one must know.
void switchOffFrom(Recipe &recipe, int step)
{
    for (int i = step; i < recipe.steps.size(); ++i)
        if (i == step || recipe.steps[i].kind != windowStepKind())
            switchOff(recipe, i);
}

/// Leaves out what cannot be run whatever the series.
Recipe runnablePart(const Recipe &recipe, const QList<StepProblem> &problems)
{
    Recipe runnable = recipe;
    for (const StepProblem &problem : problems)
        switchOff(runnable, problem.step);
    return runnable;
}

void addWindows(PreparedPicture &prepared, const Recipe &recipe)
{
    const Frame &frame = prepared.done->frame();
    if (!plannedSplit(recipe))
        return;
    if (const Result<SplitPlan> split = planSplit(recipe, frame.target.axis, frame.size(), frame.target.name))
        prepared.split = *split;
    prepared.windows = windowTargets(frame, *windowPlan(recipe), 0, frame.fitLength);
}

} // namespace

const Stage *PreparedPicture::stage(int step) const
{
    if (!done)
        return nullptr;
    const auto &stages = done->stages();
    const auto at = std::find_if(stages.begin(), stages.end(), [step](const Stage &stage) { return stage.step == step; });
    return at == stages.end() ? nullptr : &*at;
}

std::shared_ptr<const Series> PreparedPicture::seriesAfter(int step) const
{
    const Stage *found = nullptr;
    if (done)
        for (const Stage &one : done->stages())
            if (one.step <= step && one.after)
                found = &one;
    return found ? std::make_shared<const Series>(found->after->target) : series;
}

PreparedPicture prepareForPicture(const Recipe &recipe, const std::shared_ptr<const Series> &series,
                                 const std::shared_ptr<const Surroundings> &surroundings, JobContext &job)
{
    PreparedPicture prepared{series, surroundings, recipe, nullptr, recipe.problems(), {}, {}, {}};
    PreparationRequest request;
    request.recipe = runnablePart(recipe, prepared.problems);
    request.series = *series;
    request.keepFrames = true;
    // Each failure switches a step off, so this ends.
    for (qsizetype tries = 0; tries <= recipe.steps.size() && !job.stopRequested(); ++tries) {
        StepProblem problem;
        Result<Preparation> done = Preparation::run(request, *surroundings, job, &problem);
        if (done) {
            prepared.done = std::make_shared<const Preparation>(std::move(*done));
            addWindows(prepared, request.recipe);
            return prepared;
        }
        if (problem.step < 0) {
            prepared.error = done.error().message;
            return prepared;
        }
        prepared.problems.append(problem);
        switchOffFrom(request.recipe, problem.step);
    }
    return prepared;
}

RecipeRun::RecipeRun(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_reading(session.jobs()), m_running(session.jobs())
{
}

void RecipeRun::forget()
{
    m_reading.cancel();
    m_running.cancel();
    m_series.reset();
    m_query = {};
}

void RecipeRun::setSeries(const SeriesQuery &query)
{
    if (query == m_query && (m_series || m_reading.isRunning()))
        return;
    forget();
    m_query = query;
    read();
}

struct RecipeRun::Read {
    std::shared_ptr<const Series> series;
    std::shared_ptr<const Surroundings> surroundings;
    SurroundingsRequest request;
};

Result<RecipeRun::Read> RecipeRun::readAll(Workspace &workspace, const SeriesQuery &asked, const Recipe &recipe, JobContext &job)
{
    const Result<SeriesQuery> known = withUsers(workspace, asked, job);
    if (!known)
        return fail(known.error());
    const SeriesQuery &query = *known;
    Result<QList<Series>> found = workspace.data().series(query, job);
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return fail(ErrorCode::NotFound, tr("The series %1 is not in the workspace.").arg(query.keys.join(QStringLiteral(", "))));
    Result<Surroundings> around = SurroundingsReader(workspace.data(), recipe, query).read(found->front().key, job);
    if (!around)
        return fail(around.error());
    return Read{std::make_shared<const Series>(std::move(found->front())), std::make_shared<const Surroundings>(std::move(*around)),
                surroundingsRequest(recipe)};
}

void RecipeRun::read()
{
    Q_EMIT loading();
    m_session.runLatestOnWorkspace<Read>(m_reading, {tr("Reading a series"), Lane::Read, false},
        [query = m_query, recipe = m_recipe](Workspace &workspace, JobContext &job) { return readAll(workspace, query, recipe, job); }, this,
        [this](const Result<Read> &read) {
            if (!read)
                return Q_EMIT failed(read.error());
            m_series = read->series;
            m_surroundings = read->surroundings;
            m_read = read->request;
            run();
        });
}

void RecipeRun::setRecipe(const Recipe &recipe)
{
    m_recipe = recipe;
    if (m_series)
        run();
}

void RecipeRun::run()
{
    if (!(m_read == surroundingsRequest(m_recipe)))
        return read(); // other series join now
    m_running.start<PreparedPicture>({tr("Preparing a series"), Lane::Read, false},
        [recipe = m_recipe, series = m_series, surroundings = m_surroundings](JobContext &job) -> Result<PreparedPicture> {
            PreparedPicture prepared = prepareForPicture(recipe, series, surroundings, job);
            return job.stopRequested() ? Result<PreparedPicture>(fail(Error::cancelled())) : std::move(prepared);
        }, this, [this](const Result<PreparedPicture> &done) {
            if (done)
                Q_EMIT prepared(*done);
            else
                m_session.report(done.error(), tr("Preparing a series"));
        });
}

} // namespace foretrail
