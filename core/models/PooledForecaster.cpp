#include "core/models/PooledForecaster.h"

#include "core/models/ErrorSpread.h"
#include "core/models/Intervals.h"
#include "core/models/Panel.h"
#include "core/models/PooledRegression.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct PooledForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::PooledForecaster)
};

constexpr int shortestLookback = 4;

class PooledForecaster : public Forecaster {
public:
    PooledForecaster(const ModelSpec &spec, bool isRecursive) : m_spec(spec), m_isRecursive(isRecursive) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const auto panel = options.panel ? options.panel : std::make_shared<const Panel>(std::vector<std::vector<double>>{train.values});
        const PooledShape shape = shapeFor(*panel, train, options);
        const qint64 alone = shape.horizon + 4 * shortestLookback;
        if (const auto checked = checkHistory(train, panel->size() > 1 ? shape.lookback + 1 : alone); !checked)
            return checked;
        m_fit = *panel->pooled(shape, options.panelCut);
        m_steps = std::max(options.horizon, 1);
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, m_fit.shape.lookback, horizon, levels); !checked)
            return fail(checked.error());
        const ErrorSpread spread = levels.empty() ? ErrorSpread() : spreadOver(history.values);
        return spread.around(continued(history.values, horizon), levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        ForecastParts parts = pooledParts(m_fit, history.values, horizon);
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        std::vector<double> predicted(series.values.size(), missing);
        for (size_t t = size_t(m_fit.shape.lookback); t < predicted.size(); ++t) {
            const double value = m_fit.forecast(Values(series.values).first(t)).front();
            predicted[t] = m_isNonNegative ? std::max(value, 0.0) : value;
        }
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        return SavedModel{{{QStringLiteral("lookback"), m_fit.shape.lookback}, {QStringLiteral("centre"), windowCentreName(m_fit.shape.centre)}, {QStringLiteral("horizon"), m_fit.shape.horizon}, {QStringLiteral("steps"), m_steps},
                           {QStringLiteral("centredOnLast"), m_fit.isCentredOnLast}, {QStringLiteral("coefficients"), toJsonArray(m_fit.coefficients)}, {QStringLiteral("offsets"), toJsonArray(m_fit.offsets)},
                           {QStringLiteral("windows"), m_fit.windows}, {QStringLiteral("series"), m_fit.series},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        constexpr int most = std::numeric_limits<int>::max();
        m_fit.shape = {state.integer("lookback", 1, 100'000), state.integer("horizon", 1, 100'000)};
        m_fit.shape.centre = windowCentreFromName(saved.state[QStringLiteral("centre")].toString()).value_or(WindowCentre::Automatic);
        m_steps = m_isRecursive ? state.integer("steps", 1, 100'000) : m_fit.shape.horizon;
        m_fit.isCentredOnLast = state.boolean("centredOnLast");
        m_fit.coefficients = state.numbers("coefficients");
        m_fit.offsets = saved.state.contains(QStringLiteral("offsets")) ? state.numbers("offsets") : std::vector<double>(); // models stored before had none
        m_fit.windows = state.integer("windows", 0, most);
        m_fit.series = state.integer("series", 0, most);
        m_isNonNegative = state.boolean("nonNegative");
        if (const auto outcome = state.outcome(); !outcome)
            return outcome;
        const bool isWhole = m_fit.offsets.empty() || m_fit.offsets.size() == size_t(m_fit.shape.horizon);
        if (!isWhole || m_fit.coefficients.size() != size_t(m_fit.shape.lookback) * size_t(m_fit.shape.horizon))
            return fail(ErrorCode::Format, PooledForecasterText::tr("The stored weights do not fit their shape."));
        return {};
    }

    QString explanation() const override
    {
        const QLocale locale;
        const QString said = PooledForecasterText::tr("Learnt from %1 windows of %2 values in %n series.", nullptr, int(m_fit.series))
            .arg(locale.toString(m_fit.windows), locale.toString(m_fit.shape.lookback));
        return m_isRecursive ? QStringLiteral("%1 %2").arg(said, PooledForecasterText::tr("One step ahead, again and again.")) : said;
    }

private:
    PooledShape shapeFor(const Panel &panel, const Series &train, const FitOptions &options) const
    {
        const int horizon = std::max(options.horizon, 1);
        const int wanted = usualPooledLookback(horizon, longestSeasonOf(m_spec, train));
        PooledShape shape{m_spec.pooledLookback > 0 ? m_spec.pooledLookback : wanted, m_isRecursive ? 1 : horizon};
        if (m_spec.centre != WindowCentre::Automatic) {
            shape.centre = m_spec.centre;
            shape.penalty = m_spec.penalty;
            shape.windows = m_spec.pooledWindows;
        }
        while (shape.lookback > shortestLookback && panel.windows(shape, options.panelCut) < windowsToALag * qint64(shape.lookback))
            --shape.lookback;
        // Short series among long ones share a few shapes.
        while (shape.lookback > shortestLookback && train.size() <= shape.lookback)
            shape.lookback = std::max(shape.lookback / 2, shortestLookback);
        return shape;
    }

    /// The `horizon` values behind `history`, forecasts standing for values where the shape ends.
    std::vector<double> continued(Values history, int horizon) const
    {
        const Values last = history.last(size_t(m_fit.shape.lookback));
        std::vector<double> values(last.begin(), last.end());
        while (values.size() < last.size() + size_t(horizon)) {
            const std::vector<double> next = m_fit.forecast(values);
            values.insert(values.end(), next.begin(), next.end());
        }
        const auto begin = values.begin() + std::ptrdiff_t(last.size());
        return {begin, begin + horizon};
    }

    /// The errors over the windows of one series, where steps are forecast again and again over some hundred of them; where it has
    /// none, those of a walk with its steps.
    ErrorSpread spreadOver(Values values) const
    {
        constexpr size_t recursions = 200;
        const auto horizon = size_t(m_steps);
        std::vector<std::vector<double>> errors(horizon);
        const size_t first = size_t(m_fit.shape.lookback);
        const size_t windows = values.size() + 1 > first + horizon ? values.size() + 1 - first - horizon : 0;
        const size_t stride = m_isRecursive ? std::max<size_t>(1, windows / recursions) : 1;
        for (size_t end = first; end + horizon <= values.size(); end += stride) {
            const std::vector<double> forecast = continued(values.first(end), m_steps);
            for (size_t h = 0; h < horizon; ++h)
                errors[h].push_back(values[end + h] - forecast[h]);
        }
        if (!errors.front().empty())
            return ErrorSpread(errors);
        for (size_t h = 0; h < horizon; ++h)
            for (size_t t = 1; t < values.size(); ++t)
                errors[h].push_back((values[t] - values[t - 1]) * std::sqrt(double(h + 1)));
        return ErrorSpread(errors);
    }

    const ModelSpec m_spec;
    const bool m_isRecursive;
    PooledFit m_fit;
    int m_steps = 1; ///< ahead whose errors give the intervals
    bool m_isNonNegative = false;
};

} // namespace

int usualPooledLookback(int horizon, int longestSeason)
{
    const int bySeason = longestSeason > 30 && longestSeason < 100 ? longestSeason * 5 / 4 : 2 * longestSeason;
    return std::max(2 * horizon, bySeason);
}

std::unique_ptr<Forecaster> makePooled(const ModelSpec &spec) { return std::make_unique<PooledForecaster>(spec, false); }
std::unique_ptr<Forecaster> makePooledAr(const ModelSpec &spec) { return std::make_unique<PooledForecaster>(spec, true); }

} // namespace foretrail
