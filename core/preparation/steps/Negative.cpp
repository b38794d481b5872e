#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct NegativeText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::NegativeStep)
};

class NegativeStep : public PreparationStep {
public:
    explicit NegativeStep(const StepParameters &parameters) : m_value(parameters.text("rule") == u"zero" ? 0.0 : missing) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        for (qint64 i = 0; i < frame.size(); ++i)
            if (frame.target.values[size_t(i)] < 0)
                change(frame, i, m_value);
        return {};
    }

private:
    const double m_value;
};

} // namespace

void addNegativeStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("negative"), StepGroup::Cleaning, NegativeText::tr("Negative values"),
                  NegativeText::tr("Returns booked on a day without sales leave values below zero."), {}};
    info.parameters = {{QStringLiteral("rule"), NegativeText::tr("Replace by"), NegativeText::tr("What stands in place of a negative value."),
                        ParameterType::Choice, QStringLiteral("zero")}};
    info.parameters[0].choices = {{QStringLiteral("zero"), NegativeText::tr("zero")}, {QStringLiteral("missing"), NegativeText::tr("missing")}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<NegativeStep>(parameters); });
}

} // namespace foretrail
