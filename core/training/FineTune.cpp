#include "core/training/FineTune.h"

#include "core/models/ErrorSpread.h"
#include "core/models/InnerState.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/interface/TrainingRun.h"
#include "core/neural/interface/Weights.h"
#include "core/training/Experiment.h"
#include "core/training/RecurrentInputs.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <random>

namespace foretrail {

namespace {

struct FineTuneText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::FineTune)
};

constexpr qint64 mostErrorOrigins = 40; // from which errors are measured again
constexpr int widestErrors = 56;        // steps of them

/// `wanted` of the targets, each equally likely, in ascending order.
std::vector<qint64> reservoirOf(const std::vector<qint64> &targets, qint64 wanted, quint64 seed)
{
    std::mt19937_64 random(seed);
    std::vector<qint64> kept;
    for (size_t i = 0; i < targets.size(); ++i) {
        if (qint64(kept.size()) < wanted) {
            kept.push_back(targets[i]);
            continue;
        }
        const quint64 place = random() % (i + 1);
        if (place < kept.size())
            kept[size_t(place)] = targets[i];
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

Result<std::unique_ptr<RecurrentNetwork>> networkOf(const ModelSpec &spec, int features, int ahead, const QByteArray &weights)
{
    const Result<NeuralEngine *> engine = neuralEngine(spec.engine);
    if (!engine)
        return fail(engine.error());
    const Cell cell = spec.model == QStringLiteral("gru") ? Cell::Gru : Cell::Lstm;
    NetworkShape shape{cell, features, spec.layers, spec.units, spec.dropout, ahead};
    shape.recurrentDropout = spec.recurrentDropout;
    std::unique_ptr<RecurrentNetwork> network = (*engine)->create(shape, spec.seed);
    if (!network)
        return fail(ErrorCode::Internal, FineTuneText::tr("There is not enough memory for this network."));
    const Result<std::vector<Tensor>> tensors = decodeWeights(weights);
    const Result<void> taken = tensors ? network->setTensors(*tensors) : fail(tensors.error());
    return taken ? Result<std::unique_ptr<RecurrentNetwork>>(std::move(network)) : fail(taken.error());
}

/// As the stored model, but slower and shorter.
ModelSpec gentle(ModelSpec spec, const FineTuning &tuning)
{
    spec.epochs = std::clamp(tuning.epochs, 1, 3);
    spec.learningRate *= tuning.rateShare;
    spec.schedule = Schedule::Constant;
    spec.patience = 0;
    return spec;
}

/// What the network misses by, h steps ahead, from the last origins.
Result<ErrorSpread> measuredSpread(const ModelSpec &spec, const SavedModel &saved, const PreparedSeries &prepared, JobContext &job)
{
    auto model = makeForecaster(spec);
    if (!model)
        return fail(model.error());
    if (const Result<void> restored = (*model)->restore(saved); !restored)
        return fail(restored.error());
    (*model)->setRegressors(prepared.regressors());
    const Series &series = prepared.series();
    const int horizon = int(std::clamp<qint64>(series.size() - spec.lookback, 1, widestErrors));
    std::vector<std::vector<double>> errors(static_cast<size_t>(horizon));
    for (qint64 origin = std::max<qint64>(series.size() - mostErrorOrigins, spec.lookback); origin < series.size(); ++origin) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<Forecast> forecast = (*model)->forecast(series.part(0, origin), horizon, {});
        if (!forecast)
            continue; // a window with a missing value
        for (qint64 t = origin; t < std::min(series.size(), origin + horizon); ++t)
            if (!std::isnan(series.values[size_t(t)]))
                errors[size_t(t - origin)].push_back(series.values[size_t(t)] - forecast->mean[size_t(t - origin)]);
    }
    return ErrorSpread(errors);
}

void keepSpread(const ErrorSpread &spread, QJsonObject &state)
{
    if (!spread.isValid())
        return; // that of before stands
    state[QStringLiteral("errorScales")] = toJsonArray(spread.scales());
    state[QStringLiteral("errorQuantiles")] = toJsonArray(spread.quantiles());
}

} // namespace

QString whyNoFineTuning(const QString &model)
{
    if (model == QStringLiteral("lstm") || model == QStringLiteral("gru"))
        return {};
    return FineTuneText::tr("%1 cannot be fine-tuned: only lstm and gru learn in epochs from the windows of one series. Refit it instead.").arg(model);
}

Result<FineTuned> fineTuned(const ModelSpec &spec, const SavedModel &saved, const PreparedSeries &prepared, const FineTuning &tuning, JobContext &job)
{
    if (const QString problem = whyNoFineTuning(spec.model); !problem.isEmpty())
        return fail(ErrorCode::Unsupported, problem);
    QJsonObject state = innerState(saved.state);
    const int ahead = state[QStringLiteral("ahead")].toInt(1);
    RecurrentInputs inputs(spec);
    inputs.columns().setRegressors(prepared.regressors());
    if (const Result<void> restored = inputs.restore(state); !restored)
        return fail(restored.error());
    const Series &series = prepared.series();
    const qint64 firstNew = std::clamp<qint64>(tuning.known - ahead + 1, 0, series.size());
    const std::vector<qint64> fresh = inputs.targets(series, firstNew, series.size());
    if (fresh.empty() || tuning.known >= series.size())
        return fail(ErrorCode::TooShort, FineTuneText::tr("There are no new windows to learn from."));
    std::vector<qint64> mixed = reservoirOf(inputs.targets(series, 0, firstNew), std::min(qint64(fresh.size()), tuning.mostOld), spec.seed);
    FineTuned done;
    done.newWindows = qint64(fresh.size());
    done.oldWindows = qint64(mixed.size());
    mixed.insert(mixed.end(), fresh.begin(), fresh.end());
    auto network = networkOf(spec, inputs.features(), ahead, saved.weights);
    if (!network)
        return fail(network.error());
    const SeriesWindows windows(inputs, series, std::move(mixed), ahead, series.size());
    const SeriesWindows judged(inputs, series, fresh, ahead, series.size());
    TrainingRun run(**network, windows, &judged, settingsFrom(gentle(spec, tuning)));
    const Result<double> before = run.judge();
    if (!before)
        return fail(before.error());
    if (const Result<void> trained = run.run({}, job); !trained)
        return fail(trained.error());
    done.lossBefore = *before;
    done.lossAfter = run.bestLoss();
    done.saved = {saved.state, encodeWeights((*network)->tensors())};
    const Result<ErrorSpread> spread = measuredSpread(spec, done.saved, prepared, job);
    if (!spread)
        return fail(spread.error());
    keepSpread(*spread, state);
    done.saved.state = withInnerState(saved.state, state);
    return done;
}

} // namespace foretrail
