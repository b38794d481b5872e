#include "core/training/RecurrentForecaster.h"

#include "core/models/Intervals.h"
#include "core/models/StateReader.h"
#include "core/neural/interface/Weights.h"
#include "core/series/Normaliser.h"
#include "core/training/ErrorSpread.h"
#include "core/training/SeasonInputs.h"

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

class RecurrentForecaster : public Forecaster {
public:
    RecurrentForecaster(const ModelSpec &spec, Cell cell) : m_spec(spec), m_cell(cell) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override;
    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override;
    Result<std::vector<double>> oneStep(const Series &series) const override;
    Result<SavedModel> save() const override;
    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    using Paths = std::vector<std::vector<double>>;

    NetworkShape shape() const
    {
        return {m_cell, m_inputs.features(), m_spec.layers, m_spec.units, m_spec.dropout};
    }
    QString cellName() const { return m_cell == Cell::Lstm ? QStringLiteral("LSTM") : QStringLiteral("GRU"); }
    Result<void> makeNetwork();
    Result<void> checkLength(const Series &train, int validation) const;
    Result<void> checkFitted() const;
    void prepare(const Series &train, int validation);
    WindowSet windows(const Series &series, qint64 firstTarget, qint64 endTarget) const;
    Result<void> trainNetwork(const Series &train, const FitOptions &options, JobContext &job);
    Result<Paths> roll(const Series &series, const std::vector<qint64> &origins, int horizon, JobContext *job) const;
    Result<void> measureErrors(const Series &train, int validation, JobContext &job);

    const ModelSpec m_spec;
    const Cell m_cell;
    std::unique_ptr<RecurrentNetwork> m_network;
    Normaliser m_normaliser;
    SeasonInputs m_inputs;
    ErrorSpread m_spread;
    bool m_isNonNegative = false;
    int m_epochs = 0;
    int m_bestEpoch = 0;
};

Result<void> RecurrentForecaster::makeNetwork()
{
    const Result<NeuralEngine *> engine = neuralEngine();
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
    return checkHistory(train, needed);
}

Result<void> RecurrentForecaster::checkFitted() const
{
    if (m_network && m_spread.isValid())
        return {};
    return fail(ErrorCode::Internal, RecurrentForecasterText::tr("The model has not been trained."));
}

void RecurrentForecaster::prepare(const Series &train, int validation)
{
    const Values learning = Values(train.values).first(train.values.size() - size_t(validation));
    m_normaliser = m_spec.normalisation == Normalisation::MinMax ? Normaliser::fit(learning) : Normaliser{};
    m_inputs = m_spec.seasonInputs ? SeasonInputs::forSeason(seasonOf(m_spec, train)) : SeasonInputs{};
    m_isNonNegative = isNonNegative(train.values);
}

WindowSet RecurrentForecaster::windows(const Series &series, qint64 firstTarget, qint64 endTarget) const
{
    const qint64 first = std::max<qint64>(firstTarget, m_spec.lookback);
    WindowSet set{int(std::max<qint64>(endTarget - first, 0)), m_spec.lookback, m_inputs.features(), {}, {}};
    const std::vector<float> values = m_normaliser.normalise(Values(series.values));
    const qint64 place = placeOfStart(series.axis);
    set.inputs.reserve(size_t(set.count) * size_t(set.lookback) * size_t(set.features));
    for (qint64 target = first; target < endTarget; ++target) {
        for (qint64 t = target - m_spec.lookback; t < target; ++t)
            m_inputs.append(set.inputs, values[size_t(t)], place + t + 1);
        set.targets.push_back(values[size_t(target)]);
    }
    return set;
}

Result<void> RecurrentForecaster::trainNetwork(const Series &train, const FitOptions &options, JobContext &job)
{
    const qint64 learning = train.size() - options.validation;
    const auto observe = [&](const EpochLosses &losses) {
        m_epochs = losses.epoch;
        if (losses.isBest)
            m_bestEpoch = losses.epoch;
        if (options.onEpoch)
            options.onEpoch(losses);
    };
    return m_network->train(windows(train, 0, learning), windows(train, learning, train.size()), m_spec, observe, job);
}

Result<void> RecurrentForecaster::fit(const Series &train, const FitOptions &options, JobContext &job)
{
    if (job.stopRequested())
        return fail(Error::cancelled());
    if (const Result<void> checked = checkLength(train, options.validation); !checked)
        return checked;
    prepare(train, options.validation);
    if (const Result<void> made = makeNetwork(); !made)
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
    const int lookback = m_spec.lookback;
    const qint64 place = placeOfStart(series.axis);
    std::vector<std::vector<float>> paths; // normalised: the lookback, then the forecasts
    for (qint64 origin : origins)
        paths.push_back(m_normaliser.normalise(Values(series.values).subspan(size_t(origin - lookback), size_t(lookback))));
    for (int h = 0; h < horizon; ++h) {
        if (job && job->stopRequested())
            return fail(Error::cancelled());
        std::vector<float> inputs;
        for (size_t i = 0; i < origins.size(); ++i)
            for (int t = 0; t < lookback; ++t)
                m_inputs.append(inputs, paths[i][size_t(h + t)], place + origins[i] - lookback + h + t + 1);
        const auto outputs = m_network->predict(inputs, int(origins.size()), lookback);
        if (!outputs)
            return fail(outputs.error());
        for (size_t i = 0; i < origins.size(); ++i)
            paths[i].push_back((*outputs)[i]);
    }
    Paths result(origins.size());
    for (size_t i = 0; i < origins.size(); ++i)
        for (int h = 0; h < horizon; ++h)
            result[i].push_back(m_normaliser.inverse(double(paths[i][size_t(lookback + h)])));
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
        origins.push_back(origin);
    const Result<Paths> paths = roll(train, origins, horizon, &job);
    if (!paths)
        return fail(paths.error());
    std::vector<std::vector<double>> errors(static_cast<size_t>(horizon));
    for (size_t i = 0; i < origins.size(); ++i)
        for (int h = 0; h < horizon; ++h)
            if (const qint64 target = origins[i] + h; target >= firstTarget && target < size)
                errors[size_t(h)].push_back(train.values[size_t(target)] - (*paths)[i][size_t(h)]);
    m_spread = ErrorSpread(errors);
    return {};
}

Result<Forecast> RecurrentForecaster::forecast(const Series &history, int horizon, std::span<const double> levels) const
{
    if (const Result<void> checked = checkRequest(history, m_spec.lookback, horizon, levels); !checked)
        return fail(checked.error());
    if (const Result<void> fitted = checkFitted(); !fitted)
        return fail(fitted.error());
    Result<Paths> paths = roll(history, {history.size()}, horizon, nullptr);
    if (!paths)
        return fail(paths.error());
    return m_spread.around(std::move(paths->front()), levels, m_isNonNegative);
}

Result<std::vector<double>> RecurrentForecaster::oneStep(const Series &series) const
{
    if (const Result<void> checked = checkHistory(series, 1); !checked)
        return fail(checked.error());
    if (const Result<void> fitted = checkFitted(); !fitted)
        return fail(fitted.error());
    std::vector<double> predicted(series.values.size(), missing);
    const WindowSet set = windows(series, 0, series.size());
    if (set.count == 0)
        return predicted;
    const auto outputs = m_network->predict(set.inputs, set.count, set.lookback);
    if (!outputs)
        return fail(outputs.error());
    const double floor = m_isNonNegative ? 0.0 : -std::numeric_limits<double>::infinity();
    for (int i = 0; i < set.count; ++i)
        predicted[size_t(m_spec.lookback + i)] = std::max(floor, m_normaliser.inverse(double((*outputs)[size_t(i)])));
    return predicted;
}

Result<SavedModel> RecurrentForecaster::save() const
{
    if (const Result<void> fitted = checkFitted(); !fitted)
        return fail(fitted.error());
    return SavedModel{{{QStringLiteral("low"), m_normaliser.low}, {QStringLiteral("range"), m_normaliser.range},
                       {QStringLiteral("season"), m_inputs.season}, {QStringLiteral("pairs"), m_inputs.pairs},
                       {QStringLiteral("nonNegative"), m_isNonNegative}, {QStringLiteral("epochs"), m_epochs},
                       {QStringLiteral("bestEpoch"), m_bestEpoch},
                       {QStringLiteral("errorScales"), toJsonArray(m_spread.scales())},
                       {QStringLiteral("errorQuantiles"), toJsonArray(m_spread.quantiles())}},
                      encodeWeights(m_network->tensors())};
}

Result<void> RecurrentForecaster::restore(const SavedModel &saved)
{
    StateReader state(saved.state);
    m_normaliser = {state.number("low"), state.number("range")};
    m_inputs = {state.integer("season", 1, 1'000'000), state.integer("pairs", 0, 3)};
    m_isNonNegative = state.boolean("nonNegative");
    m_epochs = state.integer("epochs", 0, std::numeric_limits<int>::max());
    m_bestEpoch = state.integer("bestEpoch", 0, m_epochs);
    m_spread = ErrorSpread(state.numbers("errorScales"), state.numbers("errorQuantiles"));
    if (const Result<void> read = state.outcome(); !read)
        return read;
    if (!(m_normaliser.range > 0) || !m_spread.isValid())
        return fail(ErrorCode::Format, RecurrentForecasterText::tr("The stored model is damaged. Train it again."));
    const Result<std::vector<Tensor>> tensors = decodeWeights(saved.weights);
    if (!tensors)
        return fail(tensors.error());
    if (const Result<void> made = makeNetwork(); !made)
        return made;
    return m_network->setTensors(*tensors);
}

QString RecurrentForecaster::explanation() const
{
    const QLocale locale;
    QString text = RecurrentForecasterText::tr("%1, layers: %2, units: %3, looking back %4 steps; weights of epoch %5 of %6.")
                       .arg(cellName(), locale.toString(m_spec.layers), locale.toString(m_spec.units),
                            locale.toString(m_spec.lookback), locale.toString(m_bestEpoch), locale.toString(m_epochs));
    if (m_inputs.pairs > 0)
        text += QLatin1Char(' ') + RecurrentForecasterText::tr("It also sees the place in the season of %1 steps.").arg(m_inputs.season);
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
                            QStringLiteral("units"), QStringLiteral("dropout"), QStringLiteral("learningRate"),
                            QStringLiteral("batch"), QStringLiteral("epochs"), QStringLiteral("patience"),
                            QStringLiteral("loss"), QStringLiteral("normalisation"), QStringLiteral("seasonInputs"),
                            QStringLiteral("seed")};
    registry.add({QStringLiteral("lstm"), RecurrentForecasterText::tr("LSTM network"),
                  RecurrentForecasterText::tr("A recurrent network that learns from windows of the past."), true, false, reads},
                 [](const ModelSpec &spec) { return makeRecurrentForecaster(spec, Cell::Lstm); });
    registry.add({QStringLiteral("gru"), RecurrentForecasterText::tr("GRU network"),
                  RecurrentForecasterText::tr("A recurrent network with fewer weights than an LSTM."), true, false, reads},
                 [](const ModelSpec &spec) { return makeRecurrentForecaster(spec, Cell::Gru); });
}

} // namespace foretrail
