#include "core/training/InputImportance.h"

#include "core/training/ColumnGroups.h"
#include "core/training/Companions.h"
#include "core/training/ExplainedForecast.h"
#include "core/training/FittedModel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace foretrail {

namespace {

struct ImportanceText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::InputImportance)
};

/// The series up to the test part and with it, and the model that knows nothing of it.
struct ImportanceTrial {
    PreparedSeries later;
    std::unique_ptr<Forecaster> model;
    std::vector<qint64> origins; ///< steps of later.series() that are forecast
};

Result<std::unique_ptr<Forecaster>> judgeOf(Workspace &workspace, const FittedForecast &fitted, const PreparedSeries &training, int test, JobContext &job)
{
    const ModelInfo *info = modelRegistry().find(fitted.spec.model.model);
    if (info && info->isNeural) {
        auto model = makeForecaster(fitted.spec.model);
        if (!model)
            return model;
        if (const Result<void> restored = (*model)->restore(fitted.saved); !restored)
            return fail(restored.error());
        return model;
    }
    const auto companions = Companions::ofWorkspace(workspace.data(), fitted.spec, {fitted.spec.model.model}, job);
    if (!companions)
        return fail(companions.error());
    const Result<FitOptions> options = fittingOptions(training, std::max(fitted.spec.horizon, test), test, companions->get(), job);
    return options ? fittedModel(fitted.spec.model, training, *options, job) : Result<std::unique_ptr<Forecaster>>(fail(options.error()));
}

std::vector<qint64> spread(qint64 first, qint64 end, int most)
{
    std::vector<qint64> steps;
    const qint64 count = std::min<qint64>(end - first, most);
    for (qint64 i = 0; i < count; ++i)
        steps.push_back(first + i * (end - first) / count);
    return steps;
}

Result<ImportanceTrial> trialOf(Workspace &workspace, const FittedForecast &fitted, const ImportanceRequest &request, JobContext &job)
{
    const Result<ModelData> data = ModelData::read(workspace, fitted, job);
    if (!data)
        return fail(data.error());
    const TrainingSpec &spec = fitted.spec;
    const PreparationTask task{data->series, spec, data->surroundings, job};
    const Result<Series> aligned = task.aligned();
    if (!aligned)
        return fail(aligned.error());
    const qint64 quarter = std::max<qint64>(aligned->size() / 4, 1);
    const int test = spec.split.test > 0 ? spec.split.test : int(std::min<qint64>(spec.horizon, quarter));
    const qint64 trainLength = aligned->size() - test;
    if (trainLength < 2)
        return fail(ErrorCode::TooShort, ImportanceText::tr("The series is too short to test what its inputs are worth."));
    const WallMs boundary = task.boundaryFor(aligned->axis, trainLength, spec.model), origin = aligned->timeAt(trainLength);
    const Result<PreparedSeries> training = task.prepared(boundary, origin, std::max(spec.horizon, test));
    if (!training)
        return fail(training.error());
    Result<PreparedSeries> later = task.prepared(boundary, {}, spec.horizon);
    if (!later)
        return fail(later.error());
    auto model = judgeOf(workspace, fitted, *training, test, job);
    if (!model)
        return fail(model.error());
    std::vector<qint64> origins = spread(later->series().axis.indexOf(origin), later->series().size(), request.mostOrigins);
    return ImportanceTrial{std::move(*later), std::move(*model), std::move(origins)};
}

/// Asks a trial again and again under exchanged inputs.
class Exchange {
public:
    Exchange(ImportanceTrial &trial, const Recipe &recipe) : m_trial(trial), m_groups(recipe, trial.later), m_regressors(trial.later.regressors()) {}

    std::vector<InputImportance> inputs() const
    {
        std::vector<InputImportance> all;
        const int season = m_trial.later.frame().season > 1 ? m_trial.later.frame().season : mostNamedLags;
        const qint64 reach = m_trial.origins.front();
        for (const auto &[first, last] : {std::pair(1, season), std::pair(season + 1, 2 * season), std::pair(2 * season + 1, 4 * season)})
            if (last <= reach)
                all.push_back({{PartKind::Lag, first, {}, {}}, last});
        for (const FeatureColumn &column : m_regressors.columns) {
            const PartKind kind = m_groups.of(column.name);
            const Contribution part{kind, 0, kind == PartKind::Column ? column.name : QString(), {}};
            if (std::none_of(all.begin(), all.end(), [&](const InputImportance &one) { return one.input.isSame(part); }))
                all.push_back({part});
        }
        return all;
    }

    /// The mean absolute error; `partners`: whose inputs each origin gets.
    Result<double> error(const InputImportance *input, const std::vector<size_t> &partners, JobContext &job)
    {
        const bool isLag = input && input->input.kind == PartKind::Lag;
        m_trial.model->setRegressors(input && !isLag ? exchanged(input->input, partners) : m_regressors);
        std::vector<double> said(size_t(m_trial.later.series().size()), missing);
        for (size_t i = 0; i < m_trial.origins.size(); ++i) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            Series history = m_trial.later.series().part(0, m_trial.origins[i]);
            for (int lag = isLag ? input->input.number : 1; isLag && lag <= input->last; ++lag)
                history.values[size_t(m_trial.origins[i] - lag)] = m_trial.later.series().values[size_t(m_trial.origins[partners[i]] - lag)];
            const Result<Forecast> forecast = m_trial.model->forecast(history, 1, {});
            if (!forecast)
                return fail(forecast.error());
            said[size_t(m_trial.origins[i])] = forecast->mean.front();
        }
        return meanAbsolute(said);
    }

private:
    Regressors exchanged(const Contribution &part, const std::vector<size_t> &partners) const
    {
        Regressors regressors = m_regressors;
        const qint64 first = regressors.axis.indexOf(m_trial.later.series().axis.start);
        for (size_t c = 0; c < regressors.columns.size(); ++c) {
            const std::vector<double> &from = m_regressors.columns[c].values;
            const PartKind kind = m_groups.of(regressors.columns[c].name);
            if (kind != part.kind || (kind == PartKind::Column && regressors.columns[c].name != part.name))
                continue;
            for (size_t i = 0; i < partners.size(); ++i)
                regressors.columns[c].values[size_t(first + m_trial.origins[i])] = from[size_t(first + m_trial.origins[partners[i]])];
        }
        return regressors;
    }

    double meanAbsolute(const std::vector<double> &said) const
    {
        const PreparedSeries &later = m_trial.later;
        const std::vector<double> back = later.ledBack(said);
        double sum = 0;
        int count = 0;
        for (const qint64 origin : m_trial.origins)
            if (const double away = std::abs(later.frame().actual[size_t(origin)] - back[size_t(later.lead() + origin)]); std::isfinite(away)) {
                sum += away;
                ++count;
            }
        return count > 0 ? sum / count : missing;
    }

    ImportanceTrial &m_trial;
    const ColumnGroups m_groups;
    const Regressors m_regressors;
};

/// A random order (Fisher and Yates), the same everywhere.
std::vector<size_t> exchangedOrder(size_t count, std::mt19937_64 &random)
{
    std::vector<size_t> order(count);
    std::iota(order.begin(), order.end(), size_t(0));
    for (size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random() % i]);
    return order;
}

} // namespace

QString InputImportance::title(const TimeAxis &axis) const
{
    if (input.kind != PartKind::Lag)
        return partTitle(input, axis);
    return input.number == 1 ? ImportanceText::tr("Last %1 values").arg(last) : ImportanceText::tr("Values %1 to %2 back").arg(input.number).arg(last);
}

QString InputImportance::name() const
{
    return input.kind == PartKind::Lag ? QStringLiteral("lags%1-%2").arg(input.number).arg(last) : partName(input);
}

Result<ImportanceReport> inputImportance(Workspace &workspace, const FittedForecast &fitted, const ImportanceRequest &request, JobContext &job)
{
    Result<ImportanceTrial> trial = trialOf(workspace, fitted, request, job);
    if (!trial)
        return fail(trial.error());
    Exchange exchange(*trial, fitted.spec.recipe);
    const Result<double> asItIs = exchange.error(nullptr, {}, job);
    if (!asItIs)
        return fail(asItIs.error());
    ImportanceReport report{{}, *asItIs, int(trial->origins.size()), request.repeats, trial->later.history().unit, trial->later.history().axis};
    std::vector<InputImportance> inputs = exchange.inputs();
    std::mt19937_64 random(request.seed);
    qint64 done = 0;
    for (InputImportance &input : inputs) {
        for (int repeat = 0; repeat < request.repeats; ++repeat) {
            job.report(done++, qint64(inputs.size()) * request.repeats, input.title(report.axis));
            const Result<double> shuffled = exchange.error(&input, exchangedOrder(trial->origins.size(), random), job);
            if (!shuffled)
                return fail(shuffled.error());
            input.error += *shuffled / request.repeats;
        }
        input.rise = report.error > 0 ? 100 * (input.error / report.error - 1) : missing;
        report.inputs.append(input);
    }
    std::stable_sort(report.inputs.begin(), report.inputs.end(), [](const InputImportance &a, const InputImportance &b) { return a.error > b.error; });
    return report;
}

} // namespace foretrail
