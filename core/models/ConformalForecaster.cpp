#include "core/models/ConformalForecaster.h"

#include "core/models/ClosedPhases.h"
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
        const int season = m_season > 0 ? m_season : usualSeason(train.axis);
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_closed = options.isOriginalScale ? ClosedPhases(train, season) : ClosedPhases();
        const std::vector<int> cuts = trialCuts(train.size(), season, options.horizon);
        const auto forecasts = forecastsAtOrigins(m_make, cuts, train, options, m_regressors, job);
        if (!forecasts)
            return forecasts.error().isCancelled() ? Result<void>(fail(forecasts.error())) : Result<void>();
        const auto actual = actualAtOrigins(cuts, train, options.horizon);
        OriginErrors misses = actual;
        for (size_t k = 0; k < actual.size(); ++k)
            for (size_t h = 0; h < actual[k].size(); ++h)
                misses[k][h] -= (*forecasts)[k][h];
        m_spread = ErrorSpread::ofFewOrigins(byStep(misses));
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (!m_spread.isValid())
            return m_model->forecast(history, horizon, levels);
        if (const auto checked = checkRequest(history, 1, horizon, levels); !checked)
            return fail(checked.error());
        return m_model->forecast(history, horizon, {}).map([&](Forecast own) {
            Forecast result = m_spread.around(own.mean, levels, m_isNonNegative);
            for (size_t h = 0; h < own.mean.size(); ++h)
                if (own.mean[h] == 0 && m_closed.contains(history, history.size() + qint64(h))) // the model knows that nothing happens there
                    for (Band &band : result.bands)
                        band.low[h] = band.high[h] = 0;
            return result;
        });
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override
    {
        return closedParts(*m_model, *this, history, horizon, job);
    }

    Result<std::vector<double>> oneStep(const Series &series) const override { return m_model->oneStep(series); }

    Result<SavedModel> save() const override
    {
        Result<SavedModel> inner = m_model->save();
        if (!inner || !m_spread.isValid())
            return inner;
        QJsonObject state{{QStringLiteral("inner"), inner->state}, {QStringLiteral("nonNegative"), m_isNonNegative}};
        m_spread.toState(state);
        m_closed.toState(state);
        return SavedModel{state, inner->weights};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        m_spread = {};
        if (!saved.state.contains(QStringLiteral("inner")))
            return m_model->restore(saved);
        StateReader state(saved.state);
        m_spread = ErrorSpread::fromState(saved.state, state);
        m_isNonNegative = state.boolean("nonNegative");
        m_closed = ClosedPhases::fromState(state);
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
    ClosedPhases m_closed;
    bool m_isNonNegative = false;
};

} // namespace

std::unique_ptr<Forecaster> withConformalIntervals(ForecasterMaker make, int season)
{
    return std::make_unique<ConformalForecaster>(std::move(make), season);
}

} // namespace foretrail
