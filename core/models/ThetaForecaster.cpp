#include "core/models/ThetaForecaster.h"

#include "core/models/Autoregression.h"
#include "core/models/Intervals.h"
#include "core/models/SeasonalIndices.h"
#include "core/models/StateReader.h"
#include "core/models/ThetaFit.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ThetaForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ThetaForecaster)
};

enum class ThetaFallback { None, Constant, TooShort };

class ThetaForecaster : public Forecaster {
public:
    ThetaForecaster(const ModelSpec &spec, std::optional<double> share) : m_spec(spec), m_share(share) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        constexpr qint64 fewest = 6;
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, 2); !checked)
            return checked;
        m_axis = train.axis;
        m_length = train.size();
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_indices = indicesToRemove(train.values, seasonOf(m_spec, train), options.isOriginalScale);
        const std::vector<double> values = m_indices.removedFrom(train.values, 0);
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        m_fallback = *low == *high ? ThetaFallback::Constant : train.size() < fewest ? ThetaFallback::TooShort : ThetaFallback::None;
        if (m_fallback == ThetaFallback::None) {
            m_fit = fitTheta(values, m_share);
            m_deviation = std::sqrt(m_fit.squared / double(train.size() - (m_share ? 3 : 4)));
        } else {
            repeatLastValue(values);
        }
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, 1, horizon, levels); !checked)
            return fail(checked.error());
        const qint64 offset = m_axis.indexOf(history.axis.start);
        const std::vector<double> values = m_indices.removedFrom(history.values, offset);
        const double level = levelAfter(values, offset);
        std::vector<double> mean, deviation;
        for (int h = 0; h < horizon; ++h) {
            const qint64 step = offset + history.size() + h;
            mean.push_back(m_indices.with(clipped(level + m_fit.lineAt(step)), step));
            deviation.push_back(m_deviation * std::sqrt(1 + h * m_fit.alpha * m_fit.alpha) * m_indices.scaleAt(step));
        }
        return normalForecast(std::move(mean), deviation, levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        const qint64 offset = m_axis.indexOf(history.axis.start);
        const std::vector<double> values = m_indices.removedFrom(history.values, offset);
        const qint64 last = offset + history.size() - 1;
        ForecastParts parts(horizon);
        fillWith(parts.of(PartKind::Level), levelAfter(values, offset) + m_fit.lineAt(last));
        for (size_t h = 0; h < size_t(horizon); ++h) {
            const qint64 step = last + 1 + qint64(h);
            parts.of(PartKind::Trend)[h] = m_fit.lineAt(step) - m_fit.lineAt(last);
            if (m_indices.season() > 0)
                parts.of(PartKind::Season, m_indices.season())[h] = m_indices.with(parts.sumAt(h), step) - parts.sumAt(h);
        }
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const qint64 offset = m_axis.indexOf(series.axis.start);
        const std::vector<double> values = m_indices.removedFrom(series.values, offset);
        double level = levelBefore(values, offset);
        std::vector<double> predicted;
        for (size_t t = 0; t < values.size(); ++t) {
            const qint64 step = offset + qint64(t);
            const double line = m_fit.lineAt(step);
            const double value = m_indices.with(clipped(level + line), step);
            predicted.push_back(m_isNonNegative ? std::max(value, 0.0) : value);
            level += m_fit.alpha * (values[t] - line - level);
        }
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        QJsonObject state{{QStringLiteral("intercept"), m_fit.intercept}, {QStringLiteral("slope"), m_fit.slope},
                          {QStringLiteral("share"), m_fit.share}, {QStringLiteral("alpha"), m_fit.alpha},
                          {QStringLiteral("level"), m_fit.level}, {QStringLiteral("deviation"), m_deviation},
                          {QStringLiteral("indices"), toJsonArray(m_indices.index)},
                          {QStringLiteral("multiplicativeIndices"), m_indices.isMultiplicative},
                          {QStringLiteral("length"), m_length}, {QStringLiteral("fallback"), int(m_fallback)},
                          {QStringLiteral("nonNegative"), m_isNonNegative}};
        axisToState(m_axis, state);
        return SavedModel{state, {}};
    }

    Result<void> restore(const SavedModel &saved) override;
    QString explanation() const override;

private:
    void repeatLastValue(const std::vector<double> &values)
    {
        m_fit = {0, 0, 0, 1, values.front(), 0};
        for (size_t t = 1; t < values.size(); ++t)
            m_fit.squared += std::pow(values[t] - values[t - 1], 2);
        m_deviation = std::sqrt(m_fit.squared / double(values.size() - 1));
    }

    // What begins elsewhere than the training part begins at its own first value.
    double levelBefore(const std::vector<double> &values, qint64 offset) const
    {
        return offset == 0 ? m_fit.level : values.front() - m_fit.lineAt(offset);
    }

    /// Of what the line leaves, smoothed over all of `values`.
    double levelAfter(const std::vector<double> &values, qint64 offset) const
    {
        double level = levelBefore(values, offset);
        for (size_t t = 0; t < values.size(); ++t)
            level += m_fit.alpha * (values[t] - m_fit.lineAt(offset + qint64(t)) - level);
        return level;
    }

    /// Below zero nothing is left for a multiplicative season to bend.
    double clipped(double value) const { return m_isNonNegative && m_indices.isMultiplicative ? std::max(value, 0.0) : value; }

    const ModelSpec m_spec;
    const std::optional<double> m_share; ///< of the line; chosen where there is none
    ThetaFit m_fit;
    SeasonalIndices m_indices;           ///< removed before and put back after
    TimeAxis m_axis;                     ///< of the training part, where the line begins
    qint64 m_length = 0;
    double m_deviation = 0;              ///< of one step, without the season
    ThetaFallback m_fallback = ThetaFallback::None;
    bool m_isNonNegative = false;
};

Result<void> ThetaForecaster::restore(const SavedModel &saved)
{
    StateReader state(saved.state);
    const ThetaFit fit{state.number("intercept"), state.number("slope"), state.number("share"), state.number("alpha"), state.number("level"), 0};
    m_deviation = state.number("deviation");
    SeasonalIndices indices{state.boolean("multiplicativeIndices"), state.numbers("indices")};
    m_length = state.integer("length", 1, std::numeric_limits<int>::max());
    m_fallback = ThetaFallback(state.integer("fallback", 0, int(ThetaFallback::TooShort)));
    m_isNonNegative = state.boolean("nonNegative");
    m_axis = state.axis();
    if (const auto outcome = state.outcome(); !outcome)
        return outcome;
    m_fit = fit;
    m_indices = std::move(indices);
    return {};
}

QString ThetaForecaster::explanation() const
{
    if (m_fallback == ThetaFallback::Constant)
        return ThetaForecasterText::tr("All values are equal: repeats them.");
    if (m_fallback == ThetaFallback::TooShort)
        return ThetaForecasterText::tr("%1 observations are too few for a line: repeats the last value.").arg(QLocale().toString(m_length));
    const QString share = QLocale().toString(100 * m_fit.share, 'f', 0);
    const QString said = ThetaForecasterText::tr("%1 % of a straight line, and exponential smoothing of the rest with alpha %2.")
                             .arg(share, QLocale().toString(m_fit.alpha, 'g', 3));
    return m_indices.season() == 0 ? said
                                   : QStringLiteral("%1 %2").arg(said, ThetaForecasterText::tr("A season of %1 is removed before and put back after.").arg(m_indices.season()));
}

} // namespace

std::unique_ptr<Forecaster> makeTheta(const ModelSpec &spec) { return std::make_unique<ThetaForecaster>(spec, 0.5); }
std::unique_ptr<Forecaster> makeOptimisedTheta(const ModelSpec &spec) { return std::make_unique<ThetaForecaster>(spec, std::nullopt); }

} // namespace foretrail
