#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct LogText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::LogStep)
};

/// log(1 + y). The way back of a mean on the log scale is a median.
class LogStep : public PreparationStep {
public:
    Result<void> run(Frame &frame, const Surroundings &) override
    {
        for (qint64 i = 0; i < frame.size(); ++i) {
            double &value = frame.target.values[size_t(i)];
            if (value <= -1)
                return fail(ErrorCode::Degenerate,
                            LogText::tr("Observation %1 is %2; the logarithm of 1 + y needs more than -1. Put the step "
                                     "\"Negative values\" in front.").arg(i + 1).arg(value));
            value = std::log1p(value);
        }
        return {};
    }

    void invert(std::vector<double> &ahead, Values) const override
    {
        std::transform(ahead.begin(), ahead.end(), ahead.begin(), [](double value) { return std::expm1(value); });
    }
};

} // namespace

void addLogStep(StepRegistry &registry)
{
    registry.add({QStringLiteral("log1p"), StepGroup::Transform, LogText::tr("Logarithm"),
                  LogText::tr("log(1 + y): growth and seasons that multiply become sums."), {}, true},
                 [](const StepParameters &) { return std::make_unique<LogStep>(); });
}

} // namespace foretrail
