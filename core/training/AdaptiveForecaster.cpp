#include "core/training/AdaptiveForecaster.h"

#include "core/models/StateReader.h"
#include "core/training/AdaptiveBands.h"

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

constexpr qint64 mostReplayed = 100; ///< origins

class AdaptiveForecaster : public Forecaster {
public:
    explicit AdaptiveForecaster(std::unique_ptr<Forecaster> model) : m_model(std::move(model)) {}

    void setRegressors(const Regressors &regressors) override { m_model->setRegressors(regressors); }
    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        m_fitted = train.size();
        return m_model->fit(train, options, job);
    }
    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &job) const override { return m_model->explain(history, horizon, job); }
    Result<std::vector<double>> oneStep(const Series &series) const override { return m_model->oneStep(series); }
    Result<SavedModel> save() const override
    {
        return m_model->save().map([this](const SavedModel &inner) {
            return SavedModel{{{QStringLiteral("adapted"), inner.state}, {QStringLiteral("fitted"), m_fitted}}, inner.weights};
        });
    }
    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_fitted = state.integer("fitted", 0, std::numeric_limits<int>::max());
        if (const Result<void> outcome = state.outcome(); !outcome)
            return outcome;
        return m_model->restore({saved.state[QStringLiteral("adapted")].toObject(), saved.weights});
    }
    QString explanation() const override { return m_model->explanation(); }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (levels.empty() || horizon < 1)
            return m_model->forecast(history, horizon, levels);
        AdaptiveBands bands(QList<double>(levels.begin(), levels.end()), horizon, 1);
        for (qint64 origin = std::max(m_fitted, history.size() - mostReplayed); origin < history.size(); ++origin) {
            const Result<Forecast> earlier = asked(bands, history.part(0, origin), horizon);
            if (!earlier)
                return earlier;
            const Values behind = Values(history.values).subspan(size_t(origin));
            bands.tell(*earlier, behind.first(std::min(behind.size(), size_t(horizon))));
        }
        return asked(bands, history, horizon);
    }

private:
    Result<Forecast> asked(const AdaptiveBands &bands, const Series &history, int horizon) const
    {
        const QList<double> levels = bands.asked();
        return m_model->forecast(history, horizon, std::span<const double>(levels.data(), size_t(levels.size()))).map([&](Forecast made) {
            return bands.promised(std::move(made));
        });
    }

    const std::unique_ptr<Forecaster> m_model;
    qint64 m_fitted = 0; ///< observations that it learnt from
};

} // namespace

std::unique_ptr<Forecaster> withAdaptiveIntervals(std::unique_ptr<Forecaster> model) { return std::make_unique<AdaptiveForecaster>(std::move(model)); }

} // namespace foretrail
