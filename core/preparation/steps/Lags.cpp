#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace foretrail {

namespace {

struct LagsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::LagStep)
};

class LagStep : public PreparationStep {
public:
    explicit LagStep(const StepParameters &parameters) : m_lags(parameters.wholes("lags")) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        const auto longest = std::max_element(m_lags.begin(), m_lags.end());
        if (longest != m_lags.end() && *longest >= frame.fitLength)
            return fail(problemWith("lags", LagsText::tr("A lag of %1 steps needs a training part of more; it has %2.").arg(*longest).arg(frame.fitLength)));
        for (const int lag : m_lags)
            addDerived(frame, {QStringLiteral("lag %1").arg(lag), [lag](Values before) {
                                   return before.size() >= size_t(lag) ? before[before.size() - size_t(lag)] : missing;
                               }});
        return {};
    }

private:
    const std::vector<int> m_lags;
};

} // namespace

void addLagStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("lags"), StepGroup::Feature, LagsText::tr("Lags"),
                  LagsText::tr("Earlier values as columns of their own, such as the same day a year before."), {}};
    info.parameters = {{QStringLiteral("lags"), LagsText::tr("Lags"), LagsText::tr("Steps back, for example 1, 7, 364."), ParameterType::Wholes,
                        QJsonArray{1, 7}, 1, 100'000}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<LagStep>(parameters); });
}

} // namespace foretrail
