#include "core/series/TradingWeek.h"
#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace foretrail {

namespace {

struct ClosedDaysText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ClosedDaysStep)
};

const QStringList &dayNames()
{
    static const QStringList names{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
                                   QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    return names;
}

/// Leaves weekdays without trade out of a daily axis, so that a season is the days of a trading week. What little was sold on
/// one of them counts for the next open day: the sum stays.
class ClosedDaysStep : public PreparationStep {
public:
    explicit ClosedDaysStep(const StepParameters &parameters)
        : m_isAutomatic(parameters.text("days") == u"automatic"), m_share(parameters.number("share"))
    {
        for (const QString &day : parameters.texts("closed"))
            m_closed |= quint8(1 << dayNames().indexOf(day));
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (frame.target.axis.step != Step::Day)
            return fail(problemWith("days", ClosedDaysText::tr("Only daily series have days that can be left out. Put the step before \"Longer steps\", or remove it.")));
        if (m_isAutomatic)
            learn(frame);
        if (m_closed == 0x7f)
            return fail(problemWith("closed", ClosedDaysText::tr("At least one day of the week must be open.")));
        if (m_closed != 0)
            setAligned(frame, openDays(frame.target));
        return {};
    }

    QJsonObject statistics() const override { return {{QStringLiteral("closed"), m_closed}}; }
    QString finding() const override
    {
        QStringList names;
        for (int day = 0; day < 7; ++day)
            if ((m_closed >> day) & 1)
                names << QLocale().dayName(day + 1);
        return names.isEmpty() ? ClosedDaysText::tr("Every weekday has trade.") : ClosedDaysText::tr("No trade on %1: left out.").arg(names.join(QStringLiteral(", ")));
    }

private:
    void learn(const Frame &frame)
    {
        m_closed = 0;
        const std::array<bool, 7> closed = closedWeekdays(frame.target.part(0, frame.fitLength), 1 - m_share);
        for (size_t day = 0; day < closed.size(); ++day)
            m_closed |= quint8((closed[day] ? 1 : 0) << day);
        if (m_closed == 0x7f)
            m_closed = 0;
    }

    Series openDays(const Series &daily) const
    {
        Series open{daily.key, daily.name, daily.unit, daily.axis, {}};
        open.axis.closed = m_closed;
        double carried = 0;
        for (qint64 i = 0; i < daily.size(); ++i) {
            const double value = daily.values[size_t(i)];
            if (open.axis.isClosed(daily.timeAt(i))) {
                carried += std::isnan(value) ? 0 : value;
                continue;
            }
            if (open.values.empty())
                open.axis.start = daily.timeAt(i);
            open.values.push_back(std::isnan(value) ? value : value + carried);
            carried = std::isnan(value) ? carried : 0;
        }
        return open;
    }

    const bool m_isAutomatic;
    const double m_share;
    quint8 m_closed = 0;
};

} // namespace

void addClosedDaysStep(StepRegistry &registry)
{
    ParameterInfo days{QStringLiteral("days"), ClosedDaysText::tr("Closed days"), ClosedDaysText::tr("Which weekdays have no trade."), ParameterType::Choice, QStringLiteral("automatic")};
    days.choices = {{QStringLiteral("automatic"), ClosedDaysText::tr("as the training part shows")}, {QStringLiteral("chosen"), ClosedDaysText::tr("chosen")}};
    ParameterInfo closed{QStringLiteral("closed"), ClosedDaysText::tr("Weekdays"), ClosedDaysText::tr("Days on which the shop never sells."), ParameterType::Choices, QJsonArray{QStringLiteral("sun")}};
    for (int day = 0; day < 7; ++day)
        closed.choices.append({dayNames().at(day), QLocale().dayName(day + 1)});
    closed.shownWith = QStringLiteral("days");
    closed.shownFor = QStringList{QStringLiteral("chosen")};
    ParameterInfo share{QStringLiteral("share"), ClosedDaysText::tr("Quiet share"), ClosedDaysText::tr("A weekday is closed when at least this part of its days, measured by the busiest weekday, sold nothing."), ParameterType::Number, 0.95, 0.5, 1};
    share.shownWith = QStringLiteral("days");
    share.shownFor = QStringList{QStringLiteral("automatic")};
    registry.add({QStringLiteral("closed-days"), StepGroup::Alignment, ClosedDaysText::tr("Trading days"),
                  ClosedDaysText::tr("Weekdays on which the shop never sells are left out, so that the rhythm of the week is not broken by zeros."),
                  {days, closed, share}, false, true},
                 [](const StepParameters &parameters) { return std::make_unique<ClosedDaysStep>(parameters); });
}

} // namespace foretrail
