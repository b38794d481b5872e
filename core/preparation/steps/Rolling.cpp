#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct RollingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::RollingStep)
};

double sumOf(Values window)
{
    double sum = 0;
    for (const double value : window)
        sum += value;
    return sum;
}

double deviationOf(Values window)
{
    const double mean = sumOf(window) / double(window.size());
    double squares = 0;
    for (const double value : window)
        squares += (value - mean) * (value - mean);
    return window.size() > 1 ? std::sqrt(squares / double(window.size() - 1)) : 0.0;
}

double statisticOf(const QString &name, Values window)
{
    if (name == u"sum")
        return sumOf(window);
    if (name == u"mean")
        return sumOf(window) / double(window.size());
    if (name == u"deviation")
        return deviationOf(window);
    return name == u"min" ? *std::min_element(window.begin(), window.end()) : *std::max_element(window.begin(), window.end());
}

/// Statistics of the last observations before each step.
class RollingStep : public PreparationStep {
public:
    explicit RollingStep(const StepParameters &parameters)
        : m_windows(parameters.wholes("windows")), m_statistics(parameters.texts("statistics"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        for (const int window : m_windows) {
            if (window >= frame.fitLength)
                return fail(problemWith("windows", RollingText::tr("A window of %1 steps needs a training part of more; it has %2.").arg(window).arg(frame.fitLength)));
            for (const QString &name : m_statistics)
                addDerived(frame, {QStringLiteral("%1 of %2").arg(name).arg(window), [window, name](Values before) {
                                       return before.size() < size_t(window) ? missing : statisticOf(name, before.last(size_t(window)));
                                   }});
        }
        return {};
    }

private:
    const std::vector<int> m_windows;
    const QStringList m_statistics;
};

} // namespace

void addRollingStep(StepRegistry &registry)
{
    ParameterInfo statistics{QStringLiteral("statistics"), RollingText::tr("Statistics"), RollingText::tr("What is taken of each window."), ParameterType::Choices, QJsonArray{QStringLiteral("mean")}};
    statistics.choices = {{QStringLiteral("mean"), RollingText::tr("mean")}, {QStringLiteral("sum"), RollingText::tr("sum")}, {QStringLiteral("deviation"), RollingText::tr("standard deviation")},
                          {QStringLiteral("min"), RollingText::tr("smallest")}, {QStringLiteral("max"), RollingText::tr("largest")}};
    registry.add({QStringLiteral("rolling"), StepGroup::Feature, RollingText::tr("Rolling statistics"),
                  RollingText::tr("Mean, sum, spread and extremes of the last steps as columns. They end before the step that is forecast."),
                  {{QStringLiteral("windows"), RollingText::tr("Windows"), RollingText::tr("Steps that count, for example 7, 28."), ParameterType::Wholes, QJsonArray{7}, 1, 10'000}, statistics}},
                 [](const StepParameters &parameters) { return std::make_unique<RollingStep>(parameters); });
}

} // namespace foretrail
