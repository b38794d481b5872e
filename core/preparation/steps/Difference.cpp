#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

#include <cmath>

namespace foretrail {

namespace {

struct DifferenceText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::DifferenceStep)
};

/// y[t] - y[t - lag]; the first `lag` observations go.
class DifferenceStep : public PreparationStep {
public:
    explicit DifferenceStep(const StepParameters &parameters)
        : m_isSeasonal(parameters.text("against") == u"season"), m_lag(parameters.whole("lag"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (m_isSeasonal && m_lag == 0)
            m_lag = frame.season;
        if (!m_isSeasonal)
            m_lag = 1;
        if (m_isSeasonal && m_lag < 2)
            return fail(problemWith("lag", DifferenceText::tr("A season of 1 step is no season. Give its length, or take the difference against the step before.")));
        if (frame.fitLength <= m_lag)
            return fail(problemWith("lag", DifferenceText::tr("The training part has %1 observations; a difference over %2 needs more.")
                                               .arg(frame.fitLength).arg(m_lag)));
        std::vector<double> &values = frame.target.values;
        for (size_t i = values.size(); i-- > size_t(m_lag);)
            values[i] -= values[i - size_t(m_lag)];
        cutFront(frame, m_lag);
        return {};
    }

    void invert(std::vector<double> &ahead, Values before) const override
    {
        for (size_t h = 0; h < ahead.size(); ++h)
            ahead[h] += earlier(ahead, before, h);
    }

    /// Errors of steps that stand on each other add up as if independent: the distance of an edge grows with the root of their squares.
    void invertFan(Fan &fan, Values before) const override
    {
        const std::vector<double> differences = fan.middle;
        invert(fan.middle, before);
        for (std::vector<double> &edge : fan.edges) {
            for (size_t h = 0; h < edge.size(); ++h) {
                const double width = edge[h] - differences[h];
                const double below = h < size_t(m_lag) ? 0.0 : edge[h - size_t(m_lag)] - fan.middle[h - size_t(m_lag)];
                edge[h] = fan.middle[h] + std::copysign(std::hypot(width, below), width);
            }
        }
    }

private:
    double earlier(const std::vector<double> &ahead, Values before, size_t h) const
    {
        if (h >= size_t(m_lag))
            return ahead[h - size_t(m_lag)];
        const size_t back = size_t(m_lag) - h;
        return back <= before.size() ? before[before.size() - back] : missing;
    }

    const bool m_isSeasonal;
    int m_lag;
};

} // namespace

void addDifferenceStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("difference"), StepGroup::Transform, DifferenceText::tr("Difference"),
                  DifferenceText::tr("The change against an earlier step in place of the level: takes away trend or season."), {}, true};
    info.parameters = {
        {QStringLiteral("against"), DifferenceText::tr("Against"), DifferenceText::tr("Which earlier step is subtracted."), ParameterType::Choice, QStringLiteral("previous")},
        {QStringLiteral("lag"), DifferenceText::tr("Season length"), DifferenceText::tr("Steps in a season."), ParameterType::Whole, 0, 0, 100'000, DifferenceText::tr("automatic")}};
    info.parameters[0].choices = {{QStringLiteral("previous"), DifferenceText::tr("the step before")}, {QStringLiteral("season"), DifferenceText::tr("one season before")}};
    info.parameters[1].shownWith = QStringLiteral("against");
    info.parameters[1].shownFor = QStringList{QStringLiteral("season")};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<DifferenceStep>(parameters); });
}

} // namespace foretrail
