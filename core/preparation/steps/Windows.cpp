#include "core/preparation/WindowPlan.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct WindowsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::WindowStep)
};

/// Says how the prepared series is cut (WindowPlan.h); the values stay as they are.
class WindowStep : public PreparationStep {
public:
    explicit WindowStep(const StepParameters &parameters)
        : m_lookback(parameters.whole("lookback")), m_horizon(parameters.whole("horizon")), m_scale(parameters.text("scale"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (frame.fitLength < m_lookback + m_horizon)
            return fail(problemWith("lookback", WindowsText::tr("The training part has %1 observations; a window of %2 and a target of %3 need %4. "
                                                         "Choose a shorter window or horizon.")
                                                    .arg(frame.fitLength).arg(m_lookback).arg(m_horizon).arg(m_lookback + m_horizon)));
        frame.windowScale = windowScaleFromName(m_scale);
        return {};
    }

private:
    const int m_lookback, m_horizon;
    const QString m_scale;
};

QList<ParameterInfo> splitParameters()
{
    ParameterInfo by{QStringLiteral("by"), WindowsText::tr("Split by"), WindowsText::tr("How the end of the training part is given."), ParameterType::Choice,
                     QStringLiteral("count")};
    by.choices = {{QStringLiteral("count"), WindowsText::tr("number of steps")}, {QStringLiteral("share"), WindowsText::tr("share")},
                  {QStringLiteral("date"), WindowsText::tr("date")}};
    const auto with = [](ParameterInfo info, const char *value) {
        info.shownWith = QStringLiteral("by");
        info.shownFor = QStringList{QLatin1String(value)};
        return info;
    };
    return {by,
            with({QStringLiteral("test"), WindowsText::tr("Test steps"), WindowsText::tr("The last steps, which only judge."), ParameterType::Whole, 28, 0, 1'000'000}, "count"),
            with({QStringLiteral("validation"), WindowsText::tr("Validation steps"), WindowsText::tr("The steps before the test part, which decide when to stop training."),
                  ParameterType::Whole, 28, 0, 1'000'000}, "count"),
            with({QStringLiteral("testShare"), WindowsText::tr("Test share"), WindowsText::tr("Part of all steps, from 0 to 0.9."), ParameterType::Number, 0.15, 0, 0.9}, "share"),
            with({QStringLiteral("validationShare"), WindowsText::tr("Validation share"), WindowsText::tr("Part of all steps, from 0 to 0.9."), ParameterType::Number, 0.15, 0, 0.9}, "share"),
            with({QStringLiteral("testFrom"), WindowsText::tr("Test from"), WindowsText::tr("First day of the test part, such as 2011-11-01."), ParameterType::Text, QString()}, "date"),
            with({QStringLiteral("validationFrom"), WindowsText::tr("Validation from"), WindowsText::tr("First day of the validation part; empty: none."), ParameterType::Text, QString()}, "date")};
}

} // namespace

void addWindowStep(StepRegistry &registry)
{
    StepInfo info{windowStepKind(), StepGroup::Window, WindowsText::tr("Windows"),
                  WindowsText::tr("Training, validation and test part in the order of time, and the windows that a network learns from. Never shuffled across time."),
                  splitParameters(), false, true};
    ParameterInfo scale{QStringLiteral("scale"), WindowsText::tr("Scale each window"), WindowsText::tr("By its own mean or last value, so that a level learnt years ago does not matter."),
                        ParameterType::Choice, QStringLiteral("none")};
    scale.choices = {{QStringLiteral("none"), WindowsText::tr("no")}, {QStringLiteral("mean"), WindowsText::tr("divide by its mean")}, {QStringLiteral("last"), WindowsText::tr("subtract its last value")}};
    info.parameters += {
        {QStringLiteral("lookback"), WindowsText::tr("Lookback"), WindowsText::tr("Steps that a window shows."), ParameterType::Whole, 30, 1, 10'000},
        {QStringLiteral("horizon"), WindowsText::tr("Horizon"), WindowsText::tr("Steps that are forecast."), ParameterType::Whole, 28, 1, 100'000},
        {QStringLiteral("stride"), WindowsText::tr("Stride"), WindowsText::tr("Steps from one window to the next."), ParameterType::Whole, 1, 1, 10'000},
        scale};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<WindowStep>(parameters); });
}

} // namespace foretrail
