#include "core/models/ConformalForecaster.h"

#include "core/models/ErrorSpread.h"
#include "core/models/Intervals.h"
#include "core/models/StateReader.h"

#include <algorithm>

namespace foretrail {
namespace {

class ConformalForecaster : public Forecaster {
public:
    ConformalForecaster(ForecasterMaker make, int season) : m_make(std::move(make)), m_season(season), m_model(m_make()) {}

    void setRegressors(const Regressors &regressors) override
    {
        m_regressors = regressors;
        m_model->setRegressors(regressors);
    }

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (const auto done = m_model->fit(train, options, job); !done)
            return done;
        m_spread = {};
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        const std::vector<int> cuts = trialCuts(train.size(), m_season > 0 ? m_season : usualSeason(train.axis), options.horizon);
        const auto forecasts = forecastsAtOrigins(m_make, cuts, train, options, m_regressors, job);
        if (!forecasts)
            return forecasts.error().isCancelled() ? Result<void>(fail(forecasts.error())) : Result<void>();
        const auto actual = actualAtOrigins(cuts, train, options.horizon);
        std::vector<std::vector<double>> misses;
        for (size_t k = 0; k < actual.size(); ++k)
            for (size_t h = 0; h < actual[k].size(); ++h) {
                misses.resize(std::max(misses.size(), h + 1));
                misses[h].push_back(actual[k][h] - (*forecasts)[k][h]);
            }
        m_spread = ErrorSpread::ofFewOrigins(misses);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (!m_spread.isValid())
            return m_model->forecast(history, horizon, levels);
        // The levels are checked, and places that are always zero told, by the model itself.
        return m_model->forecast(history, horizon, levels).map([&](Forecast own) {
            Forecast result = m_spread.around(own.mean, levels, m_isNonNegative);
            for (size_t i = 0; i < own.bands.size(); ++i)
                for (size_t h = 0; h < own.mean.size(); ++h)
                    if (own.mean[h] == 0 && own.bands[i].low[h] == 0 && own.bands[i].high[h] == 0)
                        result.bands[i].low[h] = result.bands[i].high[h] = 0;
            return result;
        });
    }

    Result<std::vector<double>> oneStep(const Series &series) const override { return m_model->oneStep(series); }

    Result<SavedModel> save() const override
    {
        Result<SavedModel> inner = m_model->save();
        if (!inner || !m_spread.isValid())
            return inner;
        return SavedModel{{{QStringLiteral("inner"), inner->state}, {QStringLiteral("scales"), toJsonArray(m_spread.scales())},
                           {QStringLiteral("quantiles"), toJsonArray(m_spread.quantiles())}, {QStringLiteral("origins"), m_spread.origins()},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, inner->weights};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        m_spread = {};
        if (!saved.state.contains(QStringLiteral("inner")))
            return m_model->restore(saved);
        StateReader state(saved.state);
        std::vector<double> scales = state.numbers("scales"), quantiles = state.numbers("quantiles");
        m_spread = ErrorSpread::restored(std::move(scales), std::move(quantiles), state.integer("origins", 0, 1'000'000));
        m_isNonNegative = state.boolean("nonNegative");
        if (const auto outcome = state.outcome(); !outcome)
            return outcome;
        return m_model->restore({saved.state[QStringLiteral("inner")].toObject(), saved.weights});
    }

    QString explanation() const override { return m_model->explanation(); }

private:
    const ForecasterMaker m_make;
    const int m_season;
    std::unique_ptr<Forecaster> m_model;
    Regressors m_regressors;
    ErrorSpread m_spread;
    bool m_isNonNegative = false;
};

} // namespace

std::unique_ptr<Forecaster> withConformalIntervals(ForecasterMaker make, int season)
{
    return std::make_unique<ConformalForecaster>(std::move(make), season);
}

} // namespace foretrail
