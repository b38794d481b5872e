#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"
#include "core/series/Mstl.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct DecomposeText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DecomposeStep)
};

/// Decomposition encoding: takes season, and on wish trend, of the training part out of the series. Behind the training part the
/// last season repeats and the trend stays at its last value, so that what is taken out never depends on later data.
class DecomposeStep : public PreparationStep {
public:
    explicit DecomposeStep(const StepParameters &parameters)
        : m_seasons(parameters.wholes("seasons")), m_takesSeason(parameters.text("take") != u"nothing"),
          m_takesTrend(parameters.text("take") == u"season-trend"), m_makesColumns(parameters.flag("columns")), m_isRobust(parameters.flag("robust"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (const Result<void> fine = settleSeasons(frame); !fine)
            return fine;
        if (const Result<void> learnt = learn(frame.training()); !learnt)
            return learnt;
        for (qint64 i = 0; i < frame.size(); ++i)
            frame.target.values[size_t(i)] -= takenAt(i);
        if (m_makesColumns)
            addColumns(frame);
        return {};
    }

    void invert(std::vector<double> &ahead, Values before) const override
    {
        for (size_t h = 0; h < ahead.size(); ++h)
            ahead[h] += takenAt(qint64(before.size() + h));
    }

    QJsonObject statistics() const override
    {
        QJsonArray cycles;
        for (const std::vector<double> &cycle : m_cycles)
            for (const double value : cycle)
                cycles.append(value);
        return {{QStringLiteral("strength"), m_strength}, {QStringLiteral("lastTrend"), m_trend.empty() ? 0.0 : m_trend.back()},
                {QStringLiteral("lastSeason"), cycles}};
    }

    QString finding() const override
    {
        QStringList names;
        for (const int season : m_seasons)
            names << QLocale().toString(season);
        return DecomposeText::tr("Season of %1 steps, strength %2 (0 none, 1 all of it).").arg(names.join(QStringLiteral(", ")), QLocale().toString(m_strength, 'f', 2));
    }

private:
    Result<void> settleSeasons(const Frame &frame)
    {
        if (m_seasons.empty())
            m_seasons = {frame.season};
        std::sort(m_seasons.begin(), m_seasons.end());
        for (const int season : m_seasons) {
            if (season < 2)
                return fail(problemWith("seasons", DecomposeText::tr("A season of 1 step is no season. Give a longer one.")));
            if (frame.fitLength <= 2 * season)
                return fail(problemWith("seasons", DecomposeText::tr("A season of %1 steps needs a training part of more than %2; it has %3.")
                                                       .arg(season).arg(2 * season).arg(frame.fitLength)));
        }
        return {};
    }

    Result<void> learn(Values training)
    {
        if (std::any_of(training.begin(), training.end(), [](double value) { return std::isnan(value); }))
            return fail(ErrorCode::InvalidInput, DecomposeText::tr("A value is missing. Put the step \"Missing values\" in front."));
        MstlOptions options;
        options.robust = m_isRobust;
        const Result<Decomposition> parts = mstl(training, m_seasons, options);
        if (!parts)
            return fail(parts.error());
        m_trend = parts->trend;
        m_season.assign(training.size(), 0.0);
        for (size_t k = 0; k < parts->seasonal.size(); ++k) {
            for (size_t i = 0; i < m_season.size(); ++i)
                m_season[i] += parts->seasonal[k][i];
            m_cycles.emplace_back(parts->seasonal[k].end() - m_seasons[k], parts->seasonal[k].end());
        }
        m_strength = seasonalStrength(m_season, parts->remainder);
        return {};
    }

    double seasonAt(qint64 index) const
    {
        if (index < qint64(m_season.size()))
            return m_season[size_t(index)];
        double sum = 0;
        for (const std::vector<double> &cycle : m_cycles)
            sum += cycle[size_t(index - qint64(m_season.size())) % cycle.size()];
        return sum;
    }

    double trendAt(qint64 index) const { return index < qint64(m_trend.size()) ? m_trend[size_t(index)] : m_trend.back(); }

    double takenAt(qint64 index) const
    {
        return (m_takesSeason ? seasonAt(index) : 0.0) + (m_takesTrend ? trendAt(index) : 0.0);
    }

    void addColumns(Frame &frame) const
    {
        FeatureColumn season{QStringLiteral("season"), {}, true};
        FeatureColumn trend{QStringLiteral("trend"), {}, true};
        for (qint64 i = 0; i < frame.size() + frame.ahead; ++i) {
            season.values.push_back(seasonAt(i));
            trend.values.push_back(trendAt(i));
        }
        frame.columns.push_back(std::move(season));
        frame.columns.push_back(std::move(trend));
    }

    std::vector<int> m_seasons;
    const bool m_takesSeason, m_takesTrend, m_makesColumns, m_isRobust;
    std::vector<double> m_season, m_trend;     ///< over the training part
    std::vector<std::vector<double>> m_cycles; ///< the last of each season
    double m_strength = 0;
};

} // namespace

void addDecomposeStep(StepRegistry &registry)
{
    ParameterInfo take{QStringLiteral("take"), DecomposeText::tr("Take out"), DecomposeText::tr("What a model need not learn, since it is put back onto the forecast."), ParameterType::Choice, QStringLiteral("season")};
    take.choices = {{QStringLiteral("season"), DecomposeText::tr("season")}, {QStringLiteral("season-trend"), DecomposeText::tr("season and trend")},
                    {QStringLiteral("nothing"), DecomposeText::tr("nothing")}};
    registry.add({QStringLiteral("decompose"), StepGroup::Transform, DecomposeText::tr("Season and trend"),
                  DecomposeText::tr("Decomposition by loess (STL, with several seasons MSTL): the model sees what is left, and the last season is put back onto its forecast."),
                  {take,
                   {QStringLiteral("seasons"), DecomposeText::tr("Season lengths"), DecomposeText::tr("Steps in a season; several for a week inside a year. Empty: the usual one."),
                    ParameterType::Wholes, QJsonArray{}, 2, 100'000},
                   {QStringLiteral("columns"), DecomposeText::tr("As columns"), DecomposeText::tr("Season and trend also stand beside the series, for a model to see."), ParameterType::Flag, false},
                   {QStringLiteral("robust"), DecomposeText::tr("Robust"), DecomposeText::tr("Outliers count less; takes longer."), ParameterType::Flag, false}},
                  true},
                 [](const StepParameters &parameters) { return std::make_unique<DecomposeStep>(parameters); });
}

} // namespace foretrail
