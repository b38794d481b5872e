#include "core/training/GlobalForecaster.h"

#include "core/models/Intervals.h"
#include "core/models/Panel.h"
#include "core/models/StateReader.h"
#include "core/training/GlobalCell.h"
#include "core/training/GlobalNetwork.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr auto hybridName = QLatin1String("hybrid");
constexpr int shortestHistory = 2;
constexpr int mostFitted = 400; // one-step predictions: more would cost time and tell no more

struct GlobalForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::GlobalForecaster)
};

class GlobalForecaster : public Forecaster {
public:
    GlobalForecaster(const ModelSpec &spec, Cell cell) : m_spec(spec), m_cell(cell) {}

    void setRegressors(const Regressors &regressors) override { m_regressors = regressors; }
    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override;
    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override;
    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override;
    Result<std::vector<double>> oneStep(const Series &series) const override;
    Result<SavedModel> save() const override;
    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    Result<void> extend(Series &known, const Beside &beside, Forecast &forecast, std::span<const double> levels) const;
    double floored(double value) const { return m_isNonNegative ? std::max(value, 0.0) : value; }

    const ModelSpec m_spec;
    const Cell m_cell;
    Regressors m_regressors;
    std::shared_ptr<const GlobalNetwork> m_network;
    LevelScale m_scale; ///< of the series that was fitted
    bool m_isNonNegative = false;
};

Result<void> GlobalForecaster::fit(const Series &train, const FitOptions &options, JobContext &job)
{
    if (job.stopRequested())
        return fail(Error::cancelled());
    if (const Result<void> checked = checkHistory(train, shortestHistory); !checked)
        return checked;
    FitOptions own = options;
    if (!own.panel || own.panel->size() == 0)
        own.panel = std::make_shared<const Panel>(std::vector<Series>{train}, std::vector<Beside>{besideFrom(m_regressors, train)});
    const ShownSeries shown{train, besideFrom(m_regressors, train)};
    const auto learnt = learntNetwork(m_spec, m_cell, own, job, &shown);
    if (!learnt)
        return fail(learnt.error());
    m_network = *learnt;
    if (const Result<void> checked = m_network->coding().check(shown.beside); !checked)
        return checked;
    m_scale = m_network->scaleOf(train, shown.beside);
    m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
    return {};
}

/// The next steps behind `known`, as many as the network says at once; what it says becomes known.
Result<void> GlobalForecaster::extend(Series &known, const Beside &beside, Forecast &forecast, std::span<const double> levels) const
{
    const LevelSeries series = m_network->seen(known, m_scale, beside);
    const int origin = series.size();
    const auto fans = m_network->ahead({{&series, origin, m_network->entityOf(known.key)}});
    if (!fans)
        return fail(fans.error());
    const WindowLevel level = WindowLevel::before(series, origin, m_network->shape());
    const double unit = m_network->calibration().isOfWidths ? 1 : missUnit(series, origin, m_network->shape(), level);
    const auto back = [&](double value, int h) { return floored(series.restored(level.centre + level.width * value, origin + h)); };
    const int horizon = m_network->shape().horizon;
    for (int h = 0; h < horizon; ++h) {
        const auto &step = fans->front().steps[size_t(h)];
        const double point = back(double(fans->front().points[size_t(h)]), h);
        forecast.mean.push_back(point);
        for (size_t l = 0; l < levels.size(); ++l) {
            const auto [low, high] = quantileEnds(step, levels[l]);
            const double widening = unit * m_network->calibration().at(levels[l], 3 * h / horizon);
            forecast.bands[l].low.push_back(std::min(back(low - widening, h), point));
            forecast.bands[l].high.push_back(std::max(back(high + widening, h), point));
        }
        known.values.push_back(point);
    }
    return {};
}

Result<Forecast> GlobalForecaster::forecast(const Series &history, int horizon, std::span<const double> levels) const
{
    if (const Result<void> checked = checkRequest(history, shortestHistory, horizon, levels); !checked)
        return fail(checked.error());
    if (!m_network)
        return fail(ErrorCode::Internal, GlobalForecasterText::tr("The model has not been trained."));
    const Beside beside = besideFrom(m_regressors, history);
    if (const Result<void> checked = m_network->coding().check(beside); !checked)
        return fail(checked.error());
    Series known = history;
    Forecast forecast;
    for (const double level : levels)
        forecast.bands.push_back({level, {}, {}});
    while (forecast.horizon() < horizon)
        if (const Result<void> done = extend(known, beside, forecast, levels); !done)
            return fail(done.error());
    forecast.mean.resize(size_t(horizon));
    for (Band &band : forecast.bands) {
        band.low.resize(size_t(horizon));
        band.high.resize(size_t(horizon));
    }
    return forecast;
}

Result<ForecastParts> GlobalForecaster::explain(const Series &history, int horizon, JobContext &job) const
{
    const Result<Forecast> whole = forecast(history, horizon, {});
    if (!whole)
        return fail(whole.error());
    if (horizon > m_network->shape().horizon)
        return fail(ErrorCode::Unsupported, GlobalForecasterText::tr("This network tells what at most %n steps are made of. Choose a shorter horizon.", nullptr, m_network->shape().horizon));
    ModelSpec spec = m_spec;
    spec.model = m_cell == Cell::Lstm ? QStringLiteral("lstm-global") : QStringLiteral("gru-global"); // whichever model asks
    const Result<SavedModel> saved = save();
    if (!saved)
        return fail(saved.error());
    const auto cell = GlobalCell::open(*saved, spec, history, besideFrom(m_regressors, history), true);
    if (!cell)
        return fail(cell.error());
    ForecastParts parts(horizon);
    for (int h = 0; h < horizon; ++h) {
        job.report(h, horizon, GlobalForecasterText::tr("step %1 of %2").arg(h + 1).arg(horizon));
        Result<ForecastParts> step = (*cell)->apart(h + 1, job);
        if (!step)
            return fail(step.error());
        step->bend([&](double level) { return (*cell)->unbent(level); });
        for (const Contribution &part : step->parts())
            parts.of(part.kind, part.number, part.name)[size_t(h)] += part.values.front();
        if ((*cell)->seasonTaken() > 0)
            parts.of(PartKind::Season, (*cell)->seasonTaken())[size_t(h)] += (*cell)->seasoned(step->sumAt(0), h + 1) - step->sumAt(0);
    }
    parts.closeOn(whole->mean);
    return parts;
}

Result<std::vector<double>> GlobalForecaster::oneStep(const Series &series) const
{
    if (!m_network)
        return fail(ErrorCode::Internal, GlobalForecasterText::tr("The model has not been trained."));
    std::vector<double> predicted(series.values.size(), missing);
    const Beside beside = besideFrom(m_regressors, series);
    if (const Result<void> checked = m_network->coding().check(beside); !checked)
        return fail(checked.error());
    const LevelSeries seen = m_network->seen(series, m_scale, beside);
    const int first = std::max({shortestHistory, m_network->shape().lookback / 2, seen.size() - mostFitted});
    std::vector<OriginWindows::Origin> origins;
    for (int origin = first; origin < seen.size(); ++origin)
        origins.push_back({&seen, origin, m_network->entityOf(series.key)});
    const auto fans = m_network->ahead(origins);
    if (!fans)
        return fail(fans.error());
    for (size_t i = 0; i < origins.size(); ++i) {
        const int origin = origins[i].known;
        const WindowLevel level = WindowLevel::before(seen, origin, m_network->shape());
        const auto point = double((*fans)[i].points.front());
        predicted[size_t(origin)] = floored(seen.restored(level.centre + level.width * point, origin));
    }
    return predicted;
}

Result<SavedModel> GlobalForecaster::save() const
{
    if (!m_network)
        return fail(ErrorCode::Internal, GlobalForecasterText::tr("The model has not been trained."));
    SavedModel saved = m_network->save();
    saved.state.insert(QStringLiteral("nonNegative"), m_isNonNegative);
    m_scale.saveTo(saved.state);
    return saved;
}

Result<void> GlobalForecaster::restore(const SavedModel &saved)
{
    StateReader state(saved.state);
    m_isNonNegative = state.boolean("nonNegative");
    m_scale = LevelScale::restored(saved.state, state);
    if (const Result<void> outcome = state.outcome(); !outcome)
        return outcome;
    auto network = GlobalNetwork::restored(saved, m_spec, m_cell);
    if (!network)
        return fail(network.error());
    m_network = std::move(*network);
    return {};
}

QString GlobalForecaster::explanation() const
{
    if (!m_network)
        return {};
    const QLocale locale;
    QString text = GlobalForecasterText::tr("Learnt from %1 windows of %2 values in %n series: %3 networks, %4 epochs each.", nullptr, int(m_network->series()))
                       .arg(locale.toString(m_network->windows()), locale.toString(m_network->shape().lookback), locale.toString(m_spec.global.members),
                            locale.toString(m_network->epochs()));
    if (m_network->takesSeason())
        text += QLatin1Char(' ') + GlobalForecasterText::tr("The season was taken off before and put back after.");
    if (const PooledFit *base = m_network->base())
        text = GlobalForecasterText::tr("An AR on %1 values, pooled over all series, and what it missed of series that it had not seen.").arg(base->shape.lookback) + QLatin1Char(' ') + text;
    if (const QStringList beside = m_network->coding().names(); !beside.isEmpty())
        text += QLatin1Char(' ') + GlobalForecasterText::tr("Beside the values it sees %1.").arg(QLocale().createSeparatedList(beside));
    return text;
}

} // namespace

QString networkName(ModelSpec spec, Cell cell, const FitOptions &options)
{
    if (spec.model != hybridName)
        spec.model = cell == Cell::Lstm ? QStringLiteral("lstm") : QStringLiteral("gru"); // whichever model asks
    return QStringLiteral("%1 %2 %3 %4").arg(QString::fromUtf8(QJsonDocument(spec.toJson()).toJson(QJsonDocument::Compact)))
        .arg(std::max(options.horizon, 1)).arg(options.panelCut).arg(options.isOriginalScale);
}

Result<std::shared_ptr<const GlobalNetwork>> learntNetwork(const ModelSpec &spec, Cell cell, const FitOptions &options, JobContext &job, const ShownSeries *shown)
{
    return options.panel->learnt<GlobalNetwork>(networkName(spec, cell, options), [&] {
        return GlobalNetwork::learn({options.panel->series(), spec, cell, std::max(options.horizon, 1), options.panelCut, options.isOriginalScale,
                                     options.hooks, &options.panel->beside(), shown, spec.model == hybridName}, job);
    });
}

std::unique_ptr<Forecaster> makeGlobalForecaster(const ModelSpec &spec, Cell cell) { return std::make_unique<GlobalForecaster>(spec, cell); }

void addGlobalModels(ModelRegistry &registry)
{
    const QStringList reads{QStringLiteral("season"), QStringLiteral("global"), QStringLiteral("seed"), QStringLiteral("clipNorm"), QStringLiteral("engine")};
    registry.add({QStringLiteral("lstm-global"), GlobalForecasterText::tr("LSTM over all series"),
                  GlobalForecasterText::tr("One recurrent network, learnt from all series together."), true, true, reads, true, true, true},
                 [](const ModelSpec &spec) { return makeGlobalForecaster(spec, Cell::Lstm); });
    registry.add({QStringLiteral("gru-global"), GlobalForecasterText::tr("GRU over all series"),
                  GlobalForecasterText::tr("The same with the cells of a GRU, which have fewer weights."), true, true, reads, true, true, true},
                 [](const ModelSpec &spec) { return makeGlobalForecaster(spec, Cell::Gru); });
    registry.add({hybridName, GlobalForecasterText::tr("AR and LSTM over all series"),
                  GlobalForecasterText::tr("Pooled AR, and one LSTM that has learnt what it misses."), true, true,
                  reads + QStringList{QStringLiteral("pooledLookback")}, true, true, true},
                 [](const ModelSpec &spec) { return makeGlobalForecaster(spec, Cell::Lstm); });
}

} // namespace foretrail
