#include "core/training/PreparedSeries.h"

#include "core/models/Intervals.h"
#include "core/training/Models.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

bool hasInverse(const QString &kind)
{
    const StepInfo *info = StepRegistry::instance().find(kind);
    return info && info->hasInverse;
}

bool changesAxis(const RecipeStep &step)
{
    const StepInfo *info = StepRegistry::instance().find(step.kind);
    return step.isOn && info && info->group == StepGroup::Alignment;
}

} // namespace

PreparedSeries::PreparedSeries(Preparation preparation, const Recipe &recipe, const ForecastLimits &limits)
    : m_preparation(std::move(preparation)), m_limits(limits), m_stages(stageReports(recipe, m_preparation))
{
    const std::vector<Stage> &all = m_preparation.stages();
    const auto first = std::find_if(all.begin(), all.end(), [&](const Stage &stage) { return hasInverse(recipe.steps[stage.step].kind); });
    m_history = series();
    m_isTransformed = first != all.end();
    if (!m_isTransformed)
        return;
    m_history.axis = first->axisBefore;
    m_history.values = first->before;
    // What was cleaned after the step, such as a gap that was filled, is led back.
    const bool hasGaps = std::any_of(m_history.values.begin(), m_history.values.end(), [](double value) { return std::isnan(value); });
    const std::vector<double> back = hasGaps ? m_preparation.invertOneStep(series().values) : std::vector<double>();
    for (size_t i = 0; i < back.size(); ++i)
        if (double &value = m_history.values[size_t(lead()) + i]; std::isnan(value))
            value = back[i];
}

Result<PreparedSeries> PreparedSeries::make(const PreparationRequest &request, const ForecastLimits &limits, const Surroundings &surroundings,
                                            JobContext &job)
{
    Result<Preparation> preparation = Preparation::run(request, surroundings, job);
    if (!preparation)
        return fail(preparation.error());
    PreparedSeries prepared(std::move(*preparation), request.recipe, limits);
    prepared.m_attributes = surroundings.attributes;
    return prepared;
}

std::vector<qint64> PreparedSeries::filled() const
{
    std::vector<qint64> steps;
    const std::vector<quint8> &marks = frame().marks;
    for (size_t i = 0; i < marks.size(); ++i)
        if (marks[i] & Filled)
            steps.push_back(lead() + qint64(i));
    return steps;
}

Regressors PreparedSeries::regressors() const { return {series().axis, frame().columns, frame().derived, m_attributes}; }

FitOptions PreparedSeries::fitOptions() const
{
    FitOptions options;
    options.isOriginalScale = !m_isTransformed;
    options.windowScale = frame().windowScale;
    return options;
}

ForecastLimits PreparedSeries::limits() const
{
    return isNonNegative(m_history.values) ? m_limits.forNonNegative() : m_limits;
}

std::vector<double> PreparedSeries::inUnit(std::vector<double> path) const
{
    m_preparation.invert(path, frame().size());
    return path;
}

Forecast PreparedSeries::ledBack(Forecast forecast) const
{
    Fan fan{std::move(forecast.mean), {}};
    for (Band &band : forecast.bands) {
        fan.edges.push_back(std::move(band.low));
        fan.edges.push_back(std::move(band.high));
    }
    m_preparation.invertFan(fan, frame().size());
    forecast.mean = std::move(fan.middle);
    for (size_t i = 0; i < forecast.bands.size(); ++i) {
        forecast.bands[i].low = std::move(fan.edges[2 * i]);
        forecast.bands[i].high = std::move(fan.edges[2 * i + 1]);
    }
    return limits().limited(std::move(forecast));
}

std::vector<double> PreparedSeries::ledBack(const std::vector<double> &oneStep) const
{
    const ForecastLimits within = limits();
    std::vector<double> fitted(size_t(lead()), missing);
    for (const double value : m_isTransformed ? m_preparation.invertOneStep(oneStep) : oneStep)
        fitted.push_back(within.limited(value));
    return fitted;
}

WallMs PreparationTask::half() const { return series.timeAt(series.size() / 2); }

Result<Series> PreparationTask::aligned(std::optional<WallMs> boundary) const
{
    PreparationRequest request;
    for (const RecipeStep &step : spec.recipe.steps)
        if (changesAxis(step))
            request.recipe.steps.append(step);
    request.series = series;
    request.season = spec.model.season;
    request.axisUntil = half();
    if (boundary)
        request.boundary = Boundary{*boundary};
    else
        request.heldBack = series.size() / 2;
    const Result<Preparation> preparation = Preparation::run(request, surroundings, job);
    if (!preparation)
        return fail(preparation.error());
    Series axis = preparation->frame().target;
    axis.values = preparation->frame().actual;
    return axis;
}

Result<PreparedSeries> PreparationTask::prepared(WallMs boundary, std::optional<WallMs> end, qint64 ahead) const
{
    PreparationRequest request;
    request.recipe = spec.recipe;
    request.series = end ? series.part(0, series.axis.indexOf(*end)) : series;
    request.boundary = Boundary{boundary};
    request.ahead = ahead;
    request.season = spec.model.season;
    request.axisUntil = half();
    return PreparedSeries::make(request, spec.limits, surroundings, job);
}

WallMs PreparationTask::boundaryFor(const TimeAxis &axis, qint64 trainLength, const ModelSpec &model) const
{
    const ModelInfo *info = modelRegistry().find(model.model);
    const qint64 validation = info && info->isNeural && !info->learnsFromPanel ? spec.split.validationLength(trainLength, spec.horizon) : 0;
    return axis.timeAt(std::max<qint64>(trainLength - validation, 1));
}

bool changesAxis(const Recipe &recipe)
{
    return std::any_of(recipe.steps.begin(), recipe.steps.end(), [](const RecipeStep &step) { return changesAxis(step); });
}

bool concernsOneSeries(const Error &error)
{
    return error.code == ErrorCode::TooShort || error.code == ErrorCode::Degenerate || !blamedParameter(error).isEmpty();
}

} // namespace foretrail
