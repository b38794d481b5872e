#include "core/training/RecurrentForecaster.h"

#include "core/models/Intervals.h"
#include "core/models/StateReader.h"
#include "core/neural/engine/NeuralEngines.h"
#include "core/neural/interface/TrainingRun.h"
#include "core/neural/interface/Weights.h"
#include "core/models/ErrorSpread.h"
#include "core/training/JudgedTraining.h"
#include "core/training/RecurrentInputs.h"
#include "core/training/RecurrentParts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr int fewestWindows = 8;    // to train on
constexpr int fewestErrors = 20;    // targets of the interval's errors, where the series has as many
constexpr int widestMeasured = 56;  // horizon steps of the interval's errors
constexpr int mostErrors = 400;     // targets: more would cost time and tell no more

struct RecurrentForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RecurrentForecaster)
};

bool isWhole(Values window)
{
    return std::none_of(window.begin(), window.end(), [](double value) { return std::isnan(value); });
}

class RecurrentForecaster : public Forecaster {
public:
    RecurrentForecaster(const ModelSpec &spec, Cell cell) : m_spec(spec), m_cell(cell), m_inputs(spec) {}

    void setRegressors(const Regressors &regressors) override { m_inputs.columns().setRegressors(regressors); }
    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override;
    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override;
    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override;
    Result<std::vector<double>> oneStep(const Series &series) const override;
    Result<SavedModel> save() const override;
    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    using Paths = std::vector<std::vector<double>>;

    NetworkShape shape() const
    {
        NetworkShape shape{m_cell, m_inputs.features(), m_spec.layers, m_spec.units, m_spec.dropout, m_ahead};
        shape.recurrentDropout = m_spec.recurrentDropout;
        return shape;
    }
    QString cellName() const { return m_cell == Cell::Lstm ? QStringLiteral("LSTM") : QStringLiteral("GRU"); }
    Result<void> makeNetwork(const Result<NeuralEngine *> &engine);
    Result<void> checkLength(const Series &train, int validation) const;
    Result<void> checkFitted() const;
    Result<void> takeWeights(const QByteArray &weights);
    double floor() const { return m_isNonNegative ? 0.0 : -std::numeric_limits<double>::infinity(); }
    Result<void> trainNetwork(const Series &train, const FitOptions &options, JobContext &job);
    Result<Paths> roll(const Series &series, const std::vector<qint64> &origins, int horizon, JobContext *job) const;
    Result<void> measureErrors(const Series &train, int validation, JobContext &job);

    const ModelSpec m_spec;
    const Cell m_cell;
    std::unique_ptr<RecurrentNetwork> m_network;
    RecurrentInputs m_inputs;
    ErrorSpread m_spread;
    bool m_isNonNegative = false;
    int m_ahead = 1; ///< steps that the network forecasts at once
    int m_epochs = 0;
    int m_bestEpoch = 0;
};

Result<void> RecurrentForecaster::makeNetwork(const Result<NeuralEngine *> &engine)
{
    if (!engine)
        return fail(engine.error());
    m_network = (*engine)->create(shape(), m_spec.seed);
    if (!m_network)
        return fail(ErrorCode::Internal, RecurrentForecasterText::tr("There is not enough memory for this network. Choose fewer units or layers."));
    return {};
}

Result<void> RecurrentForecaster::checkLength(const Series &train, int validation) const
{
    const qint64 needed = qint64(m_spec.lookback) + validation + fewestWindows;
    if (train.size() < needed)
        return fail(ErrorCode::TooShort,
                    RecurrentForecasterText::tr("Series %1 has %2 observations, %3 needs at least %4: %5 to look back on, %6 to validate on "
                             "and %7 to learn from. Choose a shorter lookback or a simpler model.")
                        .arg(train.name.isEmpty() ? train.key : train.name).arg(train.size()).arg(cellName())
                        .arg(needed).arg(m_spec.lookback).arg(validation).arg(fewestWindows));
    const size_t usable = m_inputs.targets(train, 0, train.size() - validation).size();
    if (usable >= fewestWindows)
        return {};
    return fail(ErrorCode::TooShort,
                RecurrentForecasterText::tr("Series %1 has %2 windows of %3 steps without a missing value, %4 needs at least %5. Fill what is missing, or choose "
                         "a shorter lookback.")
                    .arg(train.name.isEmpty() ? train.key : train.name).arg(usable).arg(m_spec.lookback + 1).arg(cellName()).arg(fewestWindows));
}

Result<void> RecurrentForecaster::checkFitted() const
{
    if (m_network && m_spread.isValid())
        return m_inputs.columns().check();
    return fail(ErrorCode::Internal, RecurrentForecasterText::tr("The model has not been trained."));
}

Result<void> RecurrentForecaster::takeWeights(const QByteArray &weights)
{
    const Result<std::vector<Tensor>> tensors = decodeWeights(weights);
    return tensors ? m_network->setTensors(*tensors) : fail(tensors.error());
}

Result<void> RecurrentForecaster::trainNetwork(const Series &train, const FitOptions &options, JobContext &job)
{
    if (!options.hooks.firstWeights.isEmpty())
        if (const Result<void> taken = takeWeights(options.hooks.firstWeights); !taken)
            return taken;
    const qint64 learning = train.size() - options.validation;
    const SeriesWindows windows(m_inputs, train, m_inputs.targets(train, 0, learning), m_ahead, learning);
    const SeriesWindows validation(m_inputs, train, m_inputs.targets(train, learning, train.size()), m_ahead, train.size());
    TrainingRun run(*m_network, windows, &validation, settingsFrom(m_spec));
    const JudgedSeries judged{m_inputs, train, learning, m_ahead, floor()};
    const Result<void> done = runJudged(run, *m_network, judged, options.hooks, job);
    m_epochs = run.epoch();
    m_bestEpoch = run.bestEpoch();
    return done;
}

Result<void> RecurrentForecaster::fit(const Series &train, const FitOptions &options, JobContext &job)
{
    if (job.stopRequested())
        return fail(Error::cancelled());
    if (const Result<void> checked = checkLength(train, options.validation); !checked)
        return checked;
    m_inputs.learn(train, options);
    m_ahead = m_spec.direct ? std::max(options.horizon, 1) : 1;
    m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
    if (const Result<void> made = makeNetwork(neuralEngine(m_spec.engine)); !made)
        return made;
    Result<void> done = trainNetwork(train, options, job);
    if (done)
        done = measureErrors(train, options.validation, job);
    if (!done)
        m_network.reset();
    return done;
}

// From each origin (the number of observations known) `horizon` steps ahead, in the unit of the series; all origins
// go through the network together.
Result<RecurrentForecaster::Paths> RecurrentForecaster::roll(const Series &series, const std::vector<qint64> &origins,
                                                             int horizon, JobContext *job) const
{
    std::vector<RecurrentInputs::Path> paths;
    for (const qint64 origin : origins)
        paths.push_back(m_inputs.pathFrom(series, origin));
    for (int h = 0; h < horizon; h += m_ahead) {
        if (job && job->stopRequested())
            return fail(Error::cancelled());
        std::vector<float> inputs;
        for (RecurrentInputs::Path &path : paths)
            m_inputs.appendWindow(inputs, path);
        const auto outputs = m_network->predict(inputs, int(paths.size()), m_spec.lookback, m_inputs.features());
        if (!outputs)
            return fail(outputs.error());
        for (size_t i = 0; i < paths.size(); ++i)
            for (int k = 0; k < std::min(m_ahead, horizon - h); ++k)
                m_inputs.advance(paths[i], (*outputs)[i * size_t(m_ahead) + size_t(k)]);
    }
    Paths result;
    for (const RecurrentInputs::Path &path : paths)
        result.emplace_back(path.known.end() - horizon, path.known.end());
    return result;
}

Result<void> RecurrentForecaster::measureErrors(const Series &train, int validation, JobContext &job)
{
    const qint64 size = train.size();
    const qint64 wanted = validation > 0 ? validation : size / 5;
    const qint64 targets = std::clamp<qint64>(wanted, fewestErrors, mostErrors);
    const qint64 firstTarget = std::max<qint64>(size - targets, m_spec.lookback);
    const int horizon = int(std::min<qint64>(widestMeasured, size - m_spec.lookback));
    std::vector<qint64> origins;
    for (qint64 origin = std::max<qint64>(firstTarget - horizon + 1, m_spec.lookback); origin < size; ++origin)
        if (isWhole(Values(train.values).subspan(size_t(origin - m_spec.lookback), size_t(m_spec.lookback))))
            origins.push_back(origin);
    const Result<Paths> paths = roll(train, origins, horizon, &job);
    if (!paths)
        return fail(paths.error());
    std::vector<std::vector<double>> errors(static_cast<size_t>(horizon));
    for (size_t i = 0; i < origins.size(); ++i)
        for (int h = 0; h < horizon; ++h)
            if (const qint64 target = origins[i] + h; target >= firstTarget && target < size && !std::isnan(train.values[size_t(target)]))
                errors[size_t(h)].push_back(train.values[size_t(target)] - (*paths)[i][size_t(h)]);
    m_spread = ErrorSpread(errors);
    return {};
}

Result<Forecast> RecurrentForecaster::forecast(const Series &history, int horizon, std::span<const double> levels) const
{
    const Series window = history.part(history.size() - m_spec.lookback, m_spec.lookback);
    if (const Result<void> checked = checkRequest(window, m_spec.lookback, horizon, levels); !checked)
        return fail(checked.error());
    if (const Result<void> fitted = checkFitted(); !fitted)
        return fail(fitted.error());
    Result<Paths> paths = roll(history, {history.size()}, horizon, nullptr);
    if (!paths)
        return fail(paths.error());
    return m_spread.around(std::move(paths->front()), levels, m_isNonNegative);
}

Result<ForecastParts> RecurrentForecaster::explain(const Series &history, int horizon, JobContext &job) const
{
    const Result<Forecast> whole = forecast(history, horizon, {});
    if (!whole)
        return fail(whole.error());
    const Result<TracedNetwork> network = TracedNetwork::from(m_network->tensors());
    if (!network)
        return fail(network.error());
    Result<ForecastParts> parts = recurrentParts(*network, m_inputs, history, horizon, m_ahead, job);
    if (parts)
        parts->closeOn(whole->mean);
    return parts;
}

Result<std::vector<double>> RecurrentForecaster::oneStep(const Series &series) const
{
    if (const Result<void> fitted = checkFitted(); !fitted)
        return fail(fitted.error());
    std::vector<double> predicted(series.values.size(), missing);
    const std::vector<qint64> all = m_inputs.targets(series, 0, series.size());
    if (all.empty())
        return predicted;
    const auto outputs = m_network->predict(SeriesWindows(m_inputs, series, all, m_ahead, series.size()));
    if (!outputs)
        return fail(outputs.error());
    for (size_t i = 0; i < all.size(); ++i)
        predicted[size_t(all[i])] = std::max(floor(), m_inputs.scalingBefore(series, all[i]).restored((*outputs)[i * size_t(m_ahead)]));
    return predicted;
}

Result<SavedModel> RecurrentForecaster::save() const
{
    if (const Result<void> fitted = checkFitted(); !fitted)
        return fail(fitted.error());
    QJsonObject state{{QStringLiteral("nonNegative"), m_isNonNegative}, {QStringLiteral("ahead"), m_ahead}, {QStringLiteral("epochs"), m_epochs},
                      {QStringLiteral("bestEpoch"), m_bestEpoch}, {QStringLiteral("errorScales"), toJsonArray(m_spread.scales())},
                      {QStringLiteral("errorQuantiles"), toJsonArray(m_spread.quantiles())}};
    m_inputs.saveTo(state);
    return SavedModel{state, encodeWeights(m_network->tensors())};
}

Result<void> RecurrentForecaster::restore(const SavedModel &saved)
{
    StateReader state(saved.state);
    m_isNonNegative = state.boolean("nonNegative");
    m_ahead = saved.state.contains(QStringLiteral("ahead")) ? state.integer("ahead", 1, 100'000) : 1; // not in runs of old
    m_epochs = state.integer("epochs", 0, std::numeric_limits<int>::max());
    m_bestEpoch = state.integer("bestEpoch", 0, m_epochs);
    m_spread = ErrorSpread::restored(state.numbers("errorScales"), state.numbers("errorQuantiles"));
    if (const Result<void> read = state.outcome(); !read)
        return read;
    if (const Result<void> read = m_inputs.restore(saved.state); !read)
        return read;
    if (!m_spread.isValid())
        return fail(ErrorCode::Format, RecurrentForecasterText::tr("The stored model is damaged. Train it again."));
    if (const Result<void> made = makeNetwork(answeringEngine(m_spec.engine)); !made)
        return made;
    return takeWeights(saved.weights);
}

QString RecurrentForecaster::explanation() const
{
    const QLocale locale;
    QString text = RecurrentForecasterText::tr("%1, layers: %2, units: %3, looking back %4 steps; weights of epoch %5 of %6.")
                       .arg(cellName(), locale.toString(m_spec.layers), locale.toString(m_spec.units),
                            locale.toString(m_spec.lookback), locale.toString(m_bestEpoch), locale.toString(m_epochs));
    if (m_inputs.season().pairs > 0)
        text += QLatin1Char(' ') + RecurrentForecasterText::tr("It also sees the place in the season of %1 steps.").arg(m_inputs.season().season);
    if (m_inputs.columns().count() > 0)
        text += QLatin1Char(' ') + RecurrentForecasterText::tr("Beside the value it sees %n columns.", nullptr, m_inputs.columns().count());
    return text;
}

} // namespace

std::unique_ptr<Forecaster> makeRecurrentForecaster(const ModelSpec &spec, Cell cell)
{
    return std::make_unique<RecurrentForecaster>(spec, cell);
}

void addRecurrentModels(ModelRegistry &registry)
{
    const QStringList reads{QStringLiteral("season"), QStringLiteral("lookback"), QStringLiteral("layers"),
                            QStringLiteral("units"), QStringLiteral("dropout"), QStringLiteral("recurrentDropout"), QStringLiteral("learningRate"),
                            QStringLiteral("batch"), QStringLiteral("epochs"), QStringLiteral("patience"),
                            QStringLiteral("direct"), QStringLiteral("loss"), QStringLiteral("normalisation"), QStringLiteral("seasonInputs"),
                            QStringLiteral("optimiser"), QStringLiteral("schedule"), QStringLiteral("weightDecay"),
                            QStringLiteral("clipNorm"), QStringLiteral("engine"), QStringLiteral("seed")};
    registry.add({QStringLiteral("lstm"), RecurrentForecasterText::tr("LSTM network"),
                  RecurrentForecasterText::tr("A recurrent network that learns from windows of the past."), true, false, reads, true},
                 [](const ModelSpec &spec) { return makeRecurrentForecaster(spec, Cell::Lstm); });
    registry.add({QStringLiteral("gru"), RecurrentForecasterText::tr("GRU network"),
                  RecurrentForecasterText::tr("A recurrent network with fewer weights than an LSTM."), true, false, reads, true},
                 [](const ModelSpec &spec) { return makeRecurrentForecaster(spec, Cell::Gru); });
}

} // namespace foretrail
