#include "core/training/AutoWithNetwork.h"

#include "core/models/CombinationForecaster.h"
#include "core/models/Panel.h"
#include "core/models/StateReader.h"
#include "core/training/GlobalForecaster.h"
#include "core/training/NetworkShare.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr qint64 fewestSeries = 8;

struct AutoWithNetworkText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::AutoWithNetwork)
};

class AutoWithNetwork : public Forecaster {
public:
    explicit AutoWithNetwork(const ModelSpec &spec) : m_spec(spec), m_own(makeAuto(spec)), m_network(makeGlobalForecaster(spec, Cell::Lstm)) {}

    void setRegressors(const Regressors &regressors) override
    {
        m_own->setRegressors(regressors);
        m_network->setRegressors(regressors);
    }

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        m_share = {};
        m_isAlone = !options.panel || options.panel->size() < fewestSeries;
        if (const Result<void> done = m_own->fit(train, options, job); !done || m_isAlone)
            return done;
        if (const Result<void> done = m_network->fit(train, options, job); !done)
            return done.error().code == ErrorCode::TooShort ? Result<void>() : done; // too little for a network: then without
        const Result<NetworkShare> share = learntShare(options, job);
        if (!share)
            return fail(share.error());
        m_share = *share;
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        Result<Forecast> own = m_own->forecast(history, horizon, levels);
        if (!own || m_share.share == 0)
            return own;
        return m_network->forecast(history, horizon, {}).map([&](const Forecast &said) { return mixed(std::move(*own), said); });
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override
    {
        if (m_share.share == 0)
            return closedParts(*m_own, *this, history, horizon, job);
        const Result<ForecastParts> own = m_own->explain(history, horizon, job);
        if (!own)
            return own;
        Result<ForecastParts> said = m_network->explain(history, horizon, job);
        if (!said)
            return said;
        ForecastParts parts(horizon);
        parts.add(*own, 1 - m_share.share);
        parts.add(*said, m_share.share);
        const double level[] = {80}; // a closed day is known by its band
        const Result<Forecast> whole = forecast(history, horizon, level);
        if (!whole)
            return fail(whole.error());
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        Result<std::vector<double>> own = m_own->oneStep(series);
        if (!own || m_share.share == 0)
            return own;
        return m_network->oneStep(series).map([&](const std::vector<double> &said) {
            for (size_t t = 0; t < said.size(); ++t)
                if (!std::isnan(said[t]))
                    (*own)[t] += m_share.share * (said[t] - (*own)[t]);
            return std::move(*own);
        });
    }

    Result<SavedModel> save() const override
    {
        const Result<SavedModel> own = m_own->save();
        if (!own)
            return own;
        QJsonObject state{{QStringLiteral("own"), own->state}, {QStringLiteral("share"), m_share.share}, {QStringLiteral("gain"), m_share.gain},
                          {QStringLiteral("series"), m_share.series}, {QStringLiteral("alone"), m_isAlone}};
        if (m_share.share == 0)
            return SavedModel{state, {}};
        return m_network->save().map([&](const SavedModel &network) {
            state.insert(QStringLiteral("network"), network.state);
            return SavedModel{state, network.weights};
        });
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_share = {state.number("share"), state.number("gain"), state.integer("series", 0, 1'000'000)};
        m_isAlone = state.boolean("alone");
        if (const Result<void> outcome = state.outcome(); !outcome)
            return outcome;
        if (!(m_share.share >= 0 && m_share.share <= 1))
            return fail(ErrorCode::Format, AutoWithNetworkText::tr("The stored model is damaged. Train it again."));
        if (const Result<void> done = m_own->restore({saved.state[QStringLiteral("own")].toObject(), {}}); !done || m_share.share == 0)
            return done;
        return m_network->restore({saved.state[QStringLiteral("network")].toObject(), saved.weights});
    }

    QString explanation() const override { return (said() + QLatin1Char(' ') + m_own->explanation()).trimmed(); }

private:
    /// The same for all series of the panel: whoever asks first finds it.
    Result<NetworkShare> learntShare(const FitOptions &options, JobContext &job) const
    {
        const auto network = learntNetwork(m_spec, Cell::Lstm, options, job);
        if (!network)
            return fail(network.error());
        ModelSpec trial = m_spec;
        trial.intervals = IntervalKind::Model;
        const auto share = options.panel->learnt<NetworkShare>(QStringLiteral("share ") + networkName(m_spec, Cell::Lstm, options), [&] {
            return networkShare((*network)->trials(), [&trial] { return makeAuto(trial); }, options, job).map([](const NetworkShare &found) {
                return std::make_shared<const NetworkShare>(found);
            });
        });
        return share ? Result<NetworkShare>(**share) : Result<NetworkShare>(fail(share.error()));
    }

    /// The network moves the forecast and its intervals with it; a step that is known to be closed stays so, and what did not fall
    /// below zero does not now.
    Forecast mixed(Forecast own, const Forecast &said) const
    {
        for (size_t h = 0; h < own.mean.size(); ++h) {
            const bool isClosed = own.mean[h] == 0 && std::all_of(own.bands.begin(), own.bands.end(), [h](const Band &band) { return band.high[h] == 0; });
            const double moved = isClosed && !own.bands.empty() ? 0.0 : m_share.share * (said.mean[h] - own.mean[h]);
            own.mean[h] += moved;
            for (Band &band : own.bands) {
                const double floor = band.low[h] >= 0 ? 0.0 : band.low[h] + moved;
                band.low[h] = std::max(band.low[h] + moved, floor);
                band.high[h] += moved;
            }
        }
        return own;
    }

    QString said() const
    {
        if (m_isAlone)
            return AutoWithNetworkText::tr("A network learns from %1 series or more that end together with this one: without one.").arg(fewestSeries);
        if (m_share.series == 0)
            return AutoWithNetworkText::tr("The series are too short to try a network: without one.");
        const QLocale locale;
        if (m_share.share == 0)
            return AutoWithNetworkText::tr("A network over all series would not have lowered the error of %n series by 1 %: without it.", nullptr, m_share.series);
        return AutoWithNetworkText::tr("A network over all series counts %1 %: that would have lowered the error of %n series by %2 %.", nullptr, m_share.series)
            .arg(locale.toString(100 * m_share.share, 'f', 0), locale.toString(100 * m_share.gain, 'f', 1));
    }

    const ModelSpec m_spec;
    std::unique_ptr<Forecaster> m_own;
    std::unique_ptr<Forecaster> m_network;
    NetworkShare m_share;
    bool m_isAlone = true;
};

} // namespace

std::unique_ptr<Forecaster> makeAutoWithNetwork(const ModelSpec &spec) { return std::make_unique<AutoWithNetwork>(spec); }

void addAutoWithNetwork(ModelRegistry &registry)
{
    const QStringList reads{QStringLiteral("season"), QStringLiteral("global"), QStringLiteral("seed"), QStringLiteral("clipNorm"), QStringLiteral("engine")};
    registry.add({QStringLiteral("auto-lstm"), AutoWithNetworkText::tr("Automatic, with a network"),
                  AutoWithNetworkText::tr("Automatic, mixed with one LSTM over all series where that would have forecast them better."), true, true, reads, true, true, true},
                 makeAutoWithNetwork);
}

} // namespace foretrail
