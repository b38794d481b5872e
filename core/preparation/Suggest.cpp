#include "core/preparation/Suggest.h"

#include "core/preparation/Preparation.h"
#include "core/preparation/TriedSteps.h"
#include "core/preparation/WindowPlan.h"
#include "core/preparation/steps/Outliers.h"
#include "core/series/BoxCox.h"
#include "core/series/Mstl.h"
#include "core/series/Spectrum.h"
#include "core/series/StrayFront.h"
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

constexpr double strongSeason = 0.64;  // strength from which a season is worth taking out (Wang, Smith & Hyndman 2006)
constexpr double logLambda = 0.4;      // a Box-Cox lambda below asks for a logarithm

QString percent(double share) { return QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0); }

/// Steps that are kept or forecast at once, at most.
int usualHorizon(Step step) { return step == Step::Hour ? 48 : step == Step::Day ? 28 : 13; }

/// Gathers steps with their reasons.
class Proposer {
public:
    Proposer(const Series &series, const RecipeTrial &trial)
        : m_all(series), m_stray(series.axis.hasCalendar() ? strayFront(series.values) : 0), m_series(series.part(m_stray, series.size())),
          m_horizon(int(std::clamp<qint64>(m_series.size() / 10, 1, usualHorizon(series.axis.step)))),
          m_untested(series.part(0, series.size() - m_horizon)), m_steps(trial, m_untested, m_horizon)
    {
    }

    Suggestion propose()
    {
        proposeSpan();
        lookAtTraining();
        if (m_values.empty())
            return {};
        const double distance = meanSalesDistance(m_known);
        m_isIntermittent = distance >= seldomSales;
        proposeClosedDays();
        proposeNegative();
        if (!m_isIntermittent) {
            proposeStockouts();
            proposeOutliers();
        }
        proposeMissing();
        if (!m_isIntermittent) {
            proposeLog();
            proposeSeason();
        }
        if (!m_isIntermittent)
            proposeColumns();
        else if (std::isfinite(distance))
            proposeRate(distance);
        proposeWindows();
        m_steps.made().recipe.name = SuggestText::tr("Suggested for %1").arg(m_all.name.isEmpty() ? m_all.key : m_all.name);
        return m_steps.made();
    }

private:
    bool addTried(const char *kind, const QString &reason, const QJsonObject &parameters = {})
    {
        return m_steps.addTried(kind, reason, {QStringLiteral("missing"), true, {{QStringLiteral("rule"), fillRule()}}}, parameters);
    }

    /// A few rows with dates long before all others make a series of zeros.
    void proposeSpan()
    {
        if (m_stray == 0)
            return;
        double before = 0, total = 0;
        for (qint64 i = 0; i < m_all.size(); ++i) {
            const double value = std::isfinite(m_all.values[size_t(i)]) ? std::fabs(m_all.values[size_t(i)]) : 0;
            total += value;
            before += i < m_stray ? value : 0;
        }
        QString from = formatTime(m_series.axis.start, m_all.axis.step == Step::Hour ? Step::Hour : Step::Day);
        from.replace(QLatin1Char('T'), QLatin1Char(' '));
        m_steps.add("span", SuggestText::tr("%n steps before %1 hold %2 % of the whole series, which begins in earnest only then: their dates have gone astray.", nullptr, int(m_stray))
                                .arg(from, QLocale().toString(100 * before / total, 'g', 2)),
                    {{QStringLiteral("from"), from}});
    }

    /// The parts that the windows will have, on the axis of the data.
    void lookAtTraining()
    {
        m_validation = m_series.size() < fewestForValidation ? 0 : m_horizon;
        m_known = m_series.part(0, std::max<qint64>(1, m_series.size() - m_horizon - m_validation));
        m_axis = m_known.axis;
        std::copy_if(m_known.values.begin(), m_known.values.end(), std::back_inserter(m_values), [](double value) { return std::isfinite(value); });
    }

    double shareOf(double value) const { return double(std::count(m_values.begin(), m_values.end(), value)) / double(m_values.size()); }
    int season() const { return usualSeason(m_axis); }

    void proposeClosedDays()
    {
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
        if (names.isEmpty() || names.size() == 7
            || !addTried("closed-days", SuggestText::tr("In the training part almost nothing is sold on %1.").arg(names.join(QStringLiteral(", ")))))
            m_axis.closed = 0;
    }

    void proposeNegative()
    {
        const auto count = std::count_if(m_values.begin(), m_values.end(), [](double value) { return value < 0; });
        // Profit may be negative in earnest; single negative values among sales are returns.
        if (count > 0 && double(count) < 0.1 * double(m_values.size()))
            addTried("negative", SuggestText::tr("%n values of the training part are below zero, which sales are not: returns weigh more than sales there.", nullptr, int(count)));
    }

    void proposeStockouts()
    {
        std::vector<double> open;
        for (qint64 i = 0; i < m_known.size(); ++i)
            if (m_axis.closed == 0 || !m_axis.isClosed(m_known.timeAt(i)))
                open.push_back(m_known.values[size_t(i)]);
        if (zerosStandApart(open))
            return void(addTried("stockouts", SuggestText::tr("Nothing was sold on %n open steps of the training part, though even a quiet one sells far more: the shop was closed.", nullptr,
                                                              int(std::count(open.begin(), open.end(), 0.0)))));
        const double share = m_axis.closed != 0 ? 0 : shareOf(0);
        qint64 longest = 0, run = 0;
        for (const double value : m_known.values)
            longest = std::max(longest, run = value == 0 ? run + 1 : 0);
        if (longest >= 7 && share < 0.2)
            addTried("stockouts", SuggestText::tr("%n zeros stand in a row in the training part, where zeros have a share of %1 %.", nullptr, int(longest)).arg(percent(share)));
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
            addTried("outliers", SuggestText::tr("%n values of the training part lie far from trend and season.", nullptr, int(count)),
                     {{QStringLiteral("method"), usualSeason(m_known.axis) > 1 ? QStringLiteral("decomposition") : QStringLiteral("hampel")}});
    }

    QString fillRule() const
    {
        const bool haveSeason = season() > 1 && m_known.size() > 4 * season();
        return m_isIntermittent ? QStringLiteral("zero") : haveSeason ? QStringLiteral("seasonal") : QStringLiteral("linear");
    }

    void proposeMissing()
    {
        const auto gaps = m_known.size() - qint64(m_values.size());
        QString reason = SuggestText::tr("Nothing is missing in the training part; steps before may leave gaps, and new data may have some.");
        if (gaps > 0)
            reason = m_isIntermittent ? SuggestText::tr("%n steps of the training part have no value; of an item that sells now and then that is a zero.", nullptr, int(gaps))
                                      : SuggestText::tr("%n steps of the training part have no value.", nullptr, int(gaps));
        m_steps.add("missing", reason, {{QStringLiteral("rule"), fillRule()}});
    }

    void proposeLog()
    {
        const auto lowest = *std::min_element(m_values.begin(), m_values.end());
        if (lowest < 0 && m_steps.made().recipe.find(QStringLiteral("negative")) == nullptr)
            return;
        std::vector<double> positive;
        std::copy_if(m_values.begin(), m_values.end(), std::back_inserter(positive), [](double value) { return value > 0; });
        const Result<double> lambda = boxCoxLambda(positive, std::max(2, season()));
        if (lambda && *lambda < logLambda) {
            addTried("log1p", SuggestText::tr("Swings of the training part grow with the level (Box-Cox lambda %1).").arg(QLocale().toString(*lambda, 'f', 2)));
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
        const bool isTakenOut = seasons.size() > 1 && strengthOf(seasons) >= strongSeason
            && addTried("decompose", SuggestText::tr("Seasons of %1 steps are strong in the training part (%2 of 1).").arg(names.join(QStringLiteral(", ")), QLocale().toString(m_strength, 'f', 2)),
                        {{QStringLiteral("seasons"), list}});
        if (!isTakenOut)
            m_steps.add("fourier", SuggestText::tr("The spectrum of the training part shows seasons of %1 steps.").arg(names.join(QStringLiteral(", "))), {{QStringLiteral("periods"), list}});
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

    void proposeRate(double distance)
    {
        const int window = std::max<int>(2, std::min<int>(28, int(m_known.size() / 4)));
        if (window >= m_known.size())
            return; // a window wants a training part of more
        m_steps.add("rolling", SuggestText::tr("In the training part demand comes every %1 steps: its rate over a month says more than the last value.").arg(QLocale().toString(distance, 'f', 1)),
            {{QStringLiteral("windows"), QJsonArray{window}}});
    }

    void proposeColumns()
    {
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
        m_steps.add("time-encoding", SuggestText::tr("The series has a calendar, and a network cannot know it by itself."), {{QStringLiteral("parts"), parts}});
    }

    /// A short series gets shorter windows, or none.
    void proposeWindows()
    {
        const int horizon = m_axis.closed == 0 ? m_horizon : std::max(1, m_horizon * m_axis.openDaysInWeek() / 7);
        QJsonObject parameters{{QStringLiteral("horizon"), horizon}, {QStringLiteral("test"), horizon}, {QStringLiteral("validation"), std::min(m_validation, horizon)}};
        if (m_isIntermittent)
            parameters.insert(QStringLiteral("scale"), QStringLiteral("mean"));
        const int wanted = std::max(2 * season(), horizon * 5 / 4);
        for (int lookback = int(std::clamp<qint64>(wanted, 1, std::max<qint64>(1, m_series.size() / 3))); lookback > 0; lookback /= 2) {
            parameters.insert(QStringLiteral("lookback"), lookback);
            if (!windowsRun(parameters))
                continue;
            return m_steps.add("windows", lookback == wanted ? SuggestText::tr("Two seasons, or a quarter more than the horizon of %1, to look back on.").arg(horizon)
                                                     : SuggestText::tr("As much to look back on as the training part allows beside a horizon of %1.").arg(horizon),
                       parameters);
        }
    }

    bool windowsRun(const QJsonObject &parameters) const
    {
        PreparationRequest request{m_steps.made().recipe, m_all, {}, {}};
        request.recipe.steps.append({windowStepKind(), true, parameters});
        JobContext job;
        StepProblem problem;
        return Preparation::run(request, {}, job, &problem) || problem.step != request.recipe.steps.size() - 1;
    }

    static constexpr qint64 fewestForValidation = 4;
    const Series &m_all;
    const qint64 m_stray;    ///< observations at the front that have gone astray
    const Series m_series;   ///< without them
    const int m_horizon;     ///< steps of the data; the test part has as many
    const Series m_untested; ///< all before the test part
    TriedSteps m_steps;
    Series m_known;  ///< the training part of m_series
    TimeAxis m_axis; ///< of m_known, without closed days
    std::vector<double> m_values;
    int m_validation = 0;
    bool m_isIntermittent = false;
    double m_strength = 0;
};

} // namespace

Suggestion suggestRecipe(const Series &series, const RecipeTrial &trial) { return Proposer(series, trial).propose(); }

} // namespace foretrail
