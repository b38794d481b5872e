#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct PartialEndsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::PartialEndsStep)
};

/// Cuts the first and the last step where the log covers too little of them.
class PartialEndsStep : public PreparationStep {
public:
    explicit PartialEndsStep(const StepParameters &parameters) : m_share(parameters.number("share")) {}

    Result<void> run(Frame &frame, const Surroundings &surroundings) override
    {
        if (!frame.target.axis.hasCalendar() || frame.size() < 3)
            return {};
        qint64 first = 0;
        qint64 end = frame.size();
        if (surroundings.logBegins && covered(frame, 0, *surroundings.logBegins, true) < m_share)
            ++first;
        if (surroundings.logEnds && covered(frame, end - 1, *surroundings.logEnds, false) < m_share)
            --end;
        m_cut = int(frame.size() - (end - first));
        if (m_cut > 0)
            setAligned(frame, frame.target.part(first, end - first));
        return {};
    }

    QString finding() const override { return m_cut == 0 ? QString() : PartialEndsText::tr("%n steps at the ends are not whole and were cut off.", nullptr, m_cut); }

private:
    /// Part of step `index` that the log covers: 1 where it does not end or begin inside.
    static double covered(const Frame &frame, qint64 index, WallMs moment, bool isBegin)
    {
        const double from = double(frame.target.timeAt(index));
        const double to = double(addSteps(frame.target.timeAt(index), frame.target.axis.step, 1));
        if (double(moment) <= from || double(moment) >= to)
            return 1;
        return isBegin ? (to - double(moment)) / (to - from) : (double(moment) - from) / (to - from);
    }

    const double m_share;
    int m_cut = 0;
};

} // namespace

void addPartialEndsStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("partial-ends"), StepGroup::Alignment, PartialEndsText::tr("Partial ends"),
                  PartialEndsText::tr("A log that stops at noon leaves half a day behind, which looks like a fall in sales. Such a first or last step is cut off."), {}, false, true};
    info.parameters = {{QStringLiteral("share"), PartialEndsText::tr("Least share"), PartialEndsText::tr("Part of a step that the log must cover."), ParameterType::Number, 0.75, 0.05, 1}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<PartialEndsStep>(parameters); });
}

} // namespace foretrail
