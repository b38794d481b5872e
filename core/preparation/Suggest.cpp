#include "core/preparation/Suggest.h"

#include "core/preparation/steps/Outliers.h"
#include "core/series/BoxCox.h"
#include "core/series/Mstl.h"
#include "core/series/Spectrum.h"
#include "core/series/TradingWeek.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct SuggestText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Suggest)
};

constexpr double watched = 0.85;       // part of the series that decides
constexpr double intermittentGap = 1.32; // mean distance of sales from which demand is intermittent (Syntetos, Boylan & Croston 2005)
constexpr double strongSeason = 0.64;  // strength from which a season is worth taking out (Wang, Smith & Hyndman 2006)
constexpr double logLambda = 0.4;      // a Box-Cox lambda below asks for a logarithm

QString percent(double share) { return QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0); }

/// Gathers steps with their reasons.
class Proposer {
public:
    explicit Proposer(const Series &series) : m_series(series), m_known(series.part(0, std::max<qint64>(1, qint64(watched * double(series.size())))))
    {
        for (const double value : m_known.values)
            if (std::isfinite(value))
                m_values.push_back(value);
    }

    Suggestion propose()
    {
        if (m_values.empty())
            return {};
        proposeClosedDays();
        proposeNegative();
        const bool isIntermittent = meanGap() >= intermittentGap;
        if (!isIntermittent) {
            proposeStockouts();
            proposeOutliers();
        }
        proposeMissing(isIntermittent);
        if (!isIntermittent) {
            proposeLog();
            proposeSeason();
        }
        proposeColumns(isIntermittent);
        proposeWindows(isIntermittent);
        m_suggestion.recipe.name = SuggestText::tr("Suggested for %1").arg(m_series.name.isEmpty() ? m_series.key : m_series.name);
        return m_suggestion;
    }

private:
    void add(const char *kind, const QString &reason, const QJsonObject &parameters = {})
    {
        m_suggestion.recipe.steps.append({QLatin1String(kind), true, parameters});
        m_suggestion.reasons << reason;
    }

    double shareOf(double value) const { return double(std::count(m_values.begin(), m_values.end(), value)) / double(m_values.size()); }
    int season() const { return usualSeason(m_axis); }

    /// Mean distance from one sale to the next, in open steps.
    double meanGap() const
    {
        double open = double(m_values.size());
        if (m_axis.closed != 0)
            open = open * m_axis.openDaysInWeek() / 7;
        const auto sales = std::count_if(m_values.begin(), m_values.end(), [](double value) { return value != 0; });
        return sales == 0 ? std::numeric_limits<double>::infinity() : std::max(1.0, open / double(sales));
    }

    void proposeClosedDays()
    {
        m_axis = m_known.axis;
        if (m_axis.step != Step::Day || m_known.size() < 28 || shareOf(0) > 0.5)
            return;
        const std::array<bool, 7> closed = closedWeekdays(m_known, 0.05);
        QStringList names;
        for (int day = 0; day < 7; ++day) {
            if (!closed[size_t(day)])
                continue;
            m_axis.closed |= quint8(1 << day);
            names << QLocale().dayName(day + 1);
        }
        if (names.isEmpty() || names.size() == 7)
            m_axis.closed = 0;
        else
            add("closed-days", SuggestText::tr("Almost nothing is sold on %1.").arg(names.join(QStringLiteral(", "))));
    }

    void proposeNegative()
    {
        const auto count = std::count_if(m_values.begin(), m_values.end(), [](double value) { return value < 0; });
        // Profit may be negative in earnest; single negative values among sales are returns.
        if (count > 0 && double(count) < 0.1 * double(m_values.size()))
            add("negative", SuggestText::tr("%n values are below zero, which sales are not: returns weigh more than sales there.", nullptr, int(count)));
    }

    void proposeStockouts()
    {
        std::vector<double> open;
        for (qint64 i = 0; i < m_known.size(); ++i)
            if (m_axis.closed == 0 || !m_axis.isClosed(m_known.timeAt(i)))
                open.push_back(m_known.values[size_t(i)]);
        if (zerosStandApart(open))
            return add("stockouts", SuggestText::tr("Nothing was sold on %n open steps, though even a quiet one sells far more: the shop was closed.", nullptr,
                                                    int(std::count(open.begin(), open.end(), 0.0))));
        const double share = m_axis.closed != 0 ? 0 : shareOf(0);
        qint64 longest = 0, run = 0;
        for (const double value : m_known.values)
            longest = std::max(longest, run = value == 0 ? run + 1 : 0);
        if (longest >= 7 && share < 0.2)
            add("stockouts", SuggestText::tr("%n zeros stand in a row, among a share of %1 %.", nullptr, int(longest)).arg(percent(share)));
    }

    void proposeOutliers()
    {
        // Of a season that was seen less than three times a decomposition leaves next to nothing, so that much lies far from it.
        if (m_known.size() < 3 * qint64(usualSeason(m_known.axis)))
            return;
        Frame frame;
        frame.target = m_known;
        frame.fitLength = m_known.size();
        const OutlierLimits limits = limitsByDecomposition(frame, usualSeason(m_known.axis), 3);
        qint64 count = 0;
        for (size_t i = 0; i < limits.low.size(); ++i)
            count += m_known.values[i] < limits.low[i] || m_known.values[i] > limits.high[i] ? 1 : 0;
        if (count > 0)
            add("outliers", SuggestText::tr("%n values lie far from trend and season.", nullptr, int(count)),
                {{QStringLiteral("method"), usualSeason(m_known.axis) > 1 ? QStringLiteral("decomposition") : QStringLiteral("hampel")}});
    }

    void proposeMissing(bool isIntermittent)
    {
        const auto gaps = m_known.size() - qint64(m_values.size());
        const bool haveSeason = season() > 1 && m_known.size() > 4 * season();
        const QString rule = isIntermittent ? QStringLiteral("zero") : haveSeason ? QStringLiteral("seasonal") : QStringLiteral("linear");
        QString reason = SuggestText::tr("Nothing is missing now; steps before may leave gaps, and new data may have some.");
        if (gaps > 0)
            reason = isIntermittent ? SuggestText::tr("%n steps have no value; of an item that sells now and then that is a zero.", nullptr, int(gaps))
                                    : SuggestText::tr("%n steps have no value.", nullptr, int(gaps));
        add("missing", reason, {{QStringLiteral("rule"), rule}});
    }

    void proposeLog()
    {
        const auto lowest = *std::min_element(m_values.begin(), m_values.end());
        if (lowest < 0 && m_suggestion.recipe.find(QStringLiteral("negative")) == nullptr)
            return;
        std::vector<double> positive;
        std::copy_if(m_values.begin(), m_values.end(), std::back_inserter(positive), [](double value) { return value > 0; });
        const Result<double> lambda = boxCoxLambda(positive, std::max(2, season()));
        if (lambda && *lambda < logLambda) {
            add("log1p", SuggestText::tr("Swings grow with the level (Box-Cox lambda %1).").arg(QLocale().toString(*lambda, 'f', 2)));
        }
    }

    void proposeSeason()
    {
        std::vector<int> seasons = proposedSeasons(m_known.values, m_axis.step);
        std::erase_if(seasons, [&](int one) { return one < 2 || m_known.size() < 3 * one; });
        if (m_axis.closed != 0)
            seasons = {season()};
        if (seasons.empty())
            return;
        QJsonArray list;
        QStringList names;
        for (const int one : seasons) {
            list.append(one);
            names << QLocale().toString(one);
        }
        if (strengthOf(seasons) >= strongSeason && seasons.size() > 1)
            add("decompose", SuggestText::tr("Seasons of %1 steps are strong (%2 of 1).").arg(names.join(QStringLiteral(", ")), QLocale().toString(m_strength, 'f', 2)),
                {{QStringLiteral("seasons"), list}});
        else
            add("fourier", SuggestText::tr("The spectrum shows seasons of %1 steps.").arg(names.join(QStringLiteral(", "))), {{QStringLiteral("periods"), list}});
    }

    double strengthOf(const std::vector<int> &seasons)
    {
        const Result<Decomposition> parts = mstl(m_known.values, seasons, {});
        m_strength = 0;
        if (parts)
            for (const std::vector<double> &seasonal : parts->seasonal)
                m_strength = std::max(m_strength, seasonalStrength(seasonal, parts->remainder));
        return m_strength;
    }

    void proposeColumns(bool isIntermittent)
    {
        if (isIntermittent) {
            add("rolling", SuggestText::tr("Demand comes every %1 steps: its rate over a month says more than the last value.").arg(QLocale().toString(meanGap(), 'f', 1)),
                {{QStringLiteral("windows"), QJsonArray{std::max<int>(2, std::min<int>(28, int(m_known.size() / 4)))}}});
            return;
        }
        if (!m_axis.hasCalendar() || m_axis.step == Step::Year)
            return;
        QJsonArray parts;
        if (m_axis.step == Step::Hour)
            parts = {QStringLiteral("hour"), QStringLiteral("weekday")};
        else if (m_axis.step == Step::Day)
            parts = {QStringLiteral("weekday")};
        if (m_axis.step != Step::Hour && m_known.axis.indexOf(addSteps(m_known.axis.start, Step::Year, 2)) <= m_known.size())
            parts.append(QStringLiteral("month"));
        if (parts.isEmpty())
            return;
        add("time-encoding", SuggestText::tr("The series has a calendar, and a network cannot know it by itself."), {{QStringLiteral("parts"), parts}});
    }

    void proposeWindows(bool isIntermittent)
    {
        const int horizon = int(std::clamp<qint64>(m_series.size() / 10, 1, m_axis.step == Step::Hour ? 48 : m_axis.step == Step::Day ? 28 : 13));
        const int lookback = int(std::clamp<qint64>(std::max(2 * season(), horizon * 5 / 4), 1, std::max<qint64>(1, m_series.size() / 3)));
        QJsonObject parameters{{QStringLiteral("lookback"), lookback}, {QStringLiteral("horizon"), horizon}, {QStringLiteral("test"), horizon},
                               {QStringLiteral("validation"), horizon}};
        if (isIntermittent)
            parameters.insert(QStringLiteral("scale"), QStringLiteral("mean"));
        add("windows", SuggestText::tr("Two seasons, or a quarter more than the horizon of %1, to look back on.").arg(horizon), parameters);
    }

    const Series &m_series;
    Series m_known;
    TimeAxis m_axis;
    std::vector<double> m_values;
    Suggestion m_suggestion;
    double m_strength = 0;
};

} // namespace

Suggestion suggestRecipe(const Series &series) { return Proposer(series).propose(); }

} // namespace foretrail
