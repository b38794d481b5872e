#include "core/models/Naive2.h"

#include "core/models/Autoregression.h"
#include "core/models/Intervals.h"
#include "core/models/SeasonalIndices.h"
#include "core/models/StateReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct Naive2Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Naive2)
};

class Naive2 : public Forecaster {
public:
    explicit Naive2(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, 2); !checked)
            return checked;
        m_season = seasonOf(m_spec, train);
        m_axis = train.axis;
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_isPositive = std::all_of(train.values.begin(), train.values.end(), [](double value) { return value > 0; });
        const bool isSeasonal = m_isPositive && testSeason(train.values, m_season).isSeasonal();
        m_indices = isSeasonal ? classicalIndices(train.values, m_season, true) : SeasonalIndices{};
        m_deviation = deviationOf(train);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, 1, horizon, levels); !checked)
            return fail(checked.error());
        const qint64 next = m_axis.indexOf(history.axis.start) + history.size();
        const double last = m_indices.without(history.values.back(), next - 1);
        std::vector<double> mean, deviation;
        for (int h = 0; h < horizon; ++h) {
            mean.push_back(m_indices.with(last, next + h));
            deviation.push_back(m_deviation * std::sqrt(double(h + 1)) * m_indices.scaleAt(next + h));
        }
        return normalForecast(std::move(mean), deviation, levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        const qint64 next = m_axis.indexOf(history.axis.start) + history.size();
        const double last = m_indices.without(history.values.back(), next - 1);
        ForecastParts parts(horizon);
        fillWith(parts.of(PartKind::Level), last);
        for (qint64 h = 0; h < horizon && m_indices.season() > 0; ++h)
            parts.of(PartKind::Season, m_indices.season())[size_t(h)] = m_indices.with(last, next + h) - last;
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const qint64 offset = m_axis.indexOf(series.axis.start);
        std::vector<double> predicted(series.values.size(), missing);
        for (qint64 t = 1; t < series.size(); ++t)
            predicted[size_t(t)] = m_indices.with(m_indices.without(series.values[size_t(t - 1)], offset + t - 1), offset + t);
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        QJsonObject state{{QStringLiteral("indices"), toJsonArray(m_indices.index)}, {QStringLiteral("deviation"), m_deviation},
                          {QStringLiteral("season"), m_season}, {QStringLiteral("positive"), m_isPositive},
                          {QStringLiteral("nonNegative"), m_isNonNegative}};
        axisToState(m_axis, state);
        return SavedModel{state, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        std::vector<double> indices = state.numbers("indices");
        m_deviation = state.number("deviation");
        m_season = state.integer("season", 1, 1'000'000);
        m_isPositive = state.boolean("positive");
        m_isNonNegative = state.boolean("nonNegative");
        m_axis = state.axis();
        if (const auto outcome = state.outcome(); !outcome)
            return outcome;
        const bool isPositive = std::all_of(indices.begin(), indices.end(), [](double index) { return index > 0; });
        if (!isPositive)
            return fail(ErrorCode::Format, Naive2Text::tr("The stored model is damaged: its season is not usable. Train it again."));
        m_indices = {!indices.empty(), std::move(indices)};
        return {};
    }

    QString explanation() const override
    {
        if (m_indices.season() > 0)
            return Naive2Text::tr("The last value without its season of %1 steps, times the index of the season to come.").arg(m_season);
        if (m_season < 2)
            return Naive2Text::tr("The last value, repeated: there is no season to test.");
        return m_isPositive ? Naive2Text::tr("The last value, repeated: the test finds no season of %1 steps.").arg(m_season)
                            : Naive2Text::tr("The last value, repeated: a season that multiplies needs values above zero.");
    }

private:
    /// Of one step, without season.
    double deviationOf(const Series &train) const
    {
        const std::vector<double> rest = m_indices.removedFrom(train.values, 0);
        double squared = 0;
        for (size_t t = 1; t < rest.size(); ++t)
            squared += (rest[t] - rest[t - 1]) * (rest[t] - rest[t - 1]);
        return std::sqrt(squared / double(train.size() - 1));
    }

    const ModelSpec m_spec;
    TimeAxis m_axis;                    ///< of the training part: the first index is that of its start
    SeasonalIndices m_indices;          ///< none where there is no season
    double m_deviation = 0;
    int m_season = 1;
    bool m_isPositive = false;
    bool m_isNonNegative = false;
};

} // namespace

std::unique_ptr<Forecaster> makeNaive2(const ModelSpec &spec) { return std::make_unique<Naive2>(spec); }

} // namespace foretrail
