#include "core/models/SeasonProfile.h"

#include "core/models/Intervals.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct SeasonProfileText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SeasonProfile)
};

constexpr double weightOfSeasonBefore = 2.0 / 3.0;
constexpr double weightOfNeighbour = 0.15;
constexpr double mostGrowth = 2;

/// Value `index` with its neighbours, as far as there are any.
double smoothedAt(Values values, size_t index)
{
    const double middle = values[index];
    const double before = index > 0 ? values[index - 1] : middle;
    const double after = index + 1 < values.size() ? values[index + 1] : middle;
    return (1 - 2 * weightOfNeighbour) * middle + weightOfNeighbour * (before + after);
}

/// The whole seasons of a history, the last one first.
struct Seasons {
    Values values;
    int length = 1;
    std::vector<double> means;
    bool isMultiplicative = true;

    Seasons(Values history, int season) : values(history), length(season)
    {
        for (size_t end = values.size(); end >= size_t(length); end -= size_t(length))
            means.push_back(meanOf(values.subspan(end - size_t(length), size_t(length))));
        isMultiplicative = std::all_of(means.begin(), means.end(), [](double mean) { return mean > 0; });
    }

    /// Place 0 is that of the first step after the history.
    double shapeAt(size_t place) const
    {
        double sum = 0, weights = 0, weight = 1;
        for (size_t j = 0; j < means.size(); ++j, weight *= weightOfSeasonBefore) {
            const double value = smoothedAt(values, values.size() - (j + 1) * size_t(length) + place);
            sum += weight * (isMultiplicative ? value / means[j] : value - means[j]);
            weights += weight;
        }
        return sum / weights;
    }

    double level() const
    {
        const size_t quarter = size_t(std::max(length / 4, 1));
        if (values.size() < size_t(length) + quarter)
            return means.front();
        const double now = meanOf(values.last(quarter));
        const double before = meanOf(values.subspan(values.size() - size_t(length) - quarter, quarter));
        if (!isMultiplicative)
            return means.front() + (now - before) / 2;
        const double growth = before > 0 ? std::clamp(now / before, 1 / mostGrowth, mostGrowth) : 1.0;
        return means.front() * std::sqrt(growth);
    }
};

class SeasonProfile : public Forecaster {
public:
    explicit SeasonProfile(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        m_season = seasonOf(m_spec, train);
        if (const auto checked = checkHistory(train, m_season + 1); !checked)
            return checked;
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_seasons = int(train.size() / m_season);
        double squared = 0;
        for (size_t t = size_t(m_season); t < train.values.size(); ++t)
            squared += std::pow(train.values[t] - train.values[t - size_t(m_season)], 2);
        m_deviation = std::sqrt(squared / double(train.size() - m_season));
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, m_season, horizon, levels); !checked)
            return fail(checked.error());
        std::vector<double> deviation;
        for (int h = 0; h < horizon; ++h) {
            const int timesRepeated = h / m_season + 1;
            deviation.push_back(m_deviation * std::sqrt(double(timesRepeated)));
        }
        return normalForecast(continueProfile(history.values, m_season, horizon), deviation, levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        const Seasons seasons(history.values, m_season);
        const double level = seasons.level();
        ForecastParts parts(horizon);
        fillWith(parts.of(PartKind::Level), seasons.means.front());
        fillWith(parts.of(PartKind::Trend), level - seasons.means.front());
        const std::vector<double> path = continueProfile(history.values, m_season, horizon);
        for (size_t h = 0; h < path.size(); ++h)
            parts.of(PartKind::Season, m_season)[h] = path[h] - level;
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        std::vector<double> predicted(series.values.size(), missing);
        for (size_t t = size_t(m_season); t < predicted.size(); ++t) {
            const double value = continueProfile(Values(series.values).first(t), m_season, 1).front();
            predicted[t] = m_isNonNegative ? std::max(value, 0.0) : value;
        }
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        return SavedModel{{{QStringLiteral("season"), m_season}, {QStringLiteral("seasons"), m_seasons}, {QStringLiteral("deviation"), m_deviation},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        constexpr int largest = 1'000'000;
        StateReader state(saved.state);
        m_season = state.integer("season", 1, largest);
        m_seasons = state.integer("seasons", 1, std::numeric_limits<int>::max());
        m_deviation = state.number("deviation");
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

    QString explanation() const override
    {
        return SeasonProfileText::tr("The shape of %n seasons of %1 steps on the level of the last, with half of its growth.", nullptr, m_seasons).arg(m_season);
    }

private:
    const ModelSpec m_spec;
    int m_season = 1;
    int m_seasons = 1;      ///< whole ones in the training part
    double m_deviation = 0; ///< of a change against one season before
    bool m_isNonNegative = false;
};

} // namespace

std::vector<double> continueProfile(Values history, int season, int horizon)
{
    const Seasons seasons(history, season);
    const double level = seasons.level();
    std::vector<double> values;
    for (int h = 0; h < horizon; ++h) {
        const double shape = seasons.shapeAt(size_t(h % season));
        values.push_back(seasons.isMultiplicative ? level * shape : level + shape);
    }
    return values;
}

std::unique_ptr<Forecaster> makeSeasonProfile(const ModelSpec &spec) { return std::make_unique<SeasonProfile>(spec); }

} // namespace foretrail
