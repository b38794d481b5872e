#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"
#include "core/series/NamedDays.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {

namespace {

struct ExcludeText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ExcludeStep)
};

/// Chosen days become missing, with every step that begins on one of them.
class ExcludeStep : public PreparationStep {
public:
    explicit ExcludeStep(const StepParameters &parameters) : m_dates(parameters.texts("dates")) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        const TimeAxis &axis = frame.target.axis;
        if (!axis.hasCalendar() && !m_dates.isEmpty())
            return fail(problemWith("dates", ExcludeText::tr("This series has no dates. Remove the step.")));
        for (const QString &range : m_dates) {
            const NamedDays days = *namedDaysFrom(range);
            const WallMs from = wallOf(days.first);
            const WallMs to = addSteps(wallOf(days.last), Step::Day, 1);
            const qint64 first = std::max<qint64>(axis.indexOf(floorToStep(from, axis.step)), 0);
            for (qint64 i = first; i < frame.size() && frame.target.timeAt(i) < to; ++i)
                change(frame, i, missing);
        }
        return {};
    }

private:
    static WallMs wallOf(QDate day) { return day.startOfDay(Qt::UTC).toMSecsSinceEpoch(); }

    const QStringList m_dates;
};

} // namespace

void addExcludeStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("exclude"), StepGroup::Cleaning, ExcludeText::tr("Chosen dates"),
                  ExcludeText::tr("Days that say nothing about the future (a closed shop, a broken log) become missing."), {}};
    info.parameters = {{QStringLiteral("dates"), ExcludeText::tr("Dates"), ExcludeText::tr("Days and spans of days, such as 2011-12-25 or 2011-12-24/2011-12-26."),
                        ParameterType::Dates, QJsonArray{}}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<ExcludeStep>(parameters); });
}

} // namespace foretrail
