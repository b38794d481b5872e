#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {

namespace {

struct SpanText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SpanStep)
};

/// Keeps the steps between two days; what lies before and behind is cut off, not left missing.
class SpanStep : public PreparationStep {
public:
    explicit SpanStep(const StepParameters &parameters) : m_from(parameters.text("from")), m_to(parameters.text("to")) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        const TimeAxis &axis = frame.target.axis;
        if (!axis.hasCalendar())
            return fail(problemWith("from", SpanText::tr("This series has no dates. Remove the step.")));
        qint64 first = 0, end = frame.size();
        if (const Result<std::optional<WallMs>> from = day("from", m_from); !from)
            return fail(from.error());
        else if (*from)
            first = std::clamp<qint64>(axis.indexOf(floorToStep(**from, axis.step)), 0, end);
        if (const Result<std::optional<WallMs>> to = day("to", m_to); !to)
            return fail(to.error());
        else if (*to) // the step that the last day is in stays
            end = std::clamp<qint64>(axis.indexOf(floorToStep(addSteps(**to, Step::Day, 1) - 1, axis.step)) + 1, 0, end);
        if (first >= end)
            return fail(problemWith(m_from.isEmpty() ? "to" : "from", SpanText::tr("Nothing of the series lies between these days: it reaches from %1 to %2.")
                                        .arg(formatTime(axis.start, axis.step), formatTime(axis.timeAt(frame.size() - 1), axis.step))));
        m_cut = int(frame.size() - (end - first));
        if (m_cut > 0)
            setAligned(frame, frame.target.part(first, end - first));
        return {};
    }

    QString finding() const override { return m_cut == 0 ? QString() : SpanText::tr("%n steps lie outside and were cut off.", nullptr, m_cut); }

private:
    static Result<std::optional<WallMs>> day(const char *name, const QString &text)
    {
        if (text.isEmpty())
            return std::optional<WallMs>();
        const Result<WallMs> time = parseWallTime(text);
        if (!time)
            return fail(problemWith(name, SpanText::tr("%1 is not a date. Write it as 2011-11-01.").arg(text)));
        return std::optional<WallMs>(*time);
    }

    const QString m_from, m_to;
    int m_cut = 0;
};

} // namespace

void addSpanStep(StepRegistry &registry)
{
    registry.add({QStringLiteral("span"), StepGroup::Alignment, SpanText::tr("Span of days"),
                  SpanText::tr("Cuts off what lies before a first and behind a last day: stray dates far from all others, years that no longer count."),
                  {{QStringLiteral("from"), SpanText::tr("First day"), SpanText::tr("Such as 2011-11-01; empty: as the data begins."), ParameterType::Text, QString()},
                   {QStringLiteral("to"), SpanText::tr("Last day"), SpanText::tr("Such as 2011-12-09; empty: as the data ends."), ParameterType::Text, QString()}},
                  false, true},
                 [](const StepParameters &parameters) { return std::make_unique<SpanStep>(parameters); });
}

} // namespace foretrail
