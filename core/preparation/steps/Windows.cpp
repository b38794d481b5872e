#include "core/preparation/WindowPlan.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::WindowStep)
};

/// Says how the prepared series is cut (WindowPlan.h); the values stay as they are.
class WindowStep : public PreparationStep {
public:
    explicit WindowStep(const StepParameters &parameters)
        : m_lookback(parameters.whole("lookback")), m_scale(parameters.text("scale"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (frame.fitLength <= m_lookback)
            return fail(problemWith("lookback", Text::tr("The training part has %1 observations; a window of %2 and its target need at least %3. "
                                                         "Choose a shorter window.")
                                                    .arg(frame.fitLength).arg(m_lookback).arg(m_lookback + 1)));
        frame.windowScale = m_scale == u"mean" ? WindowScale::Mean : m_scale == u"last" ? WindowScale::Last : WindowScale::None;
        return {};
    }

private:
    const int m_lookback;
    const QString m_scale;
};

QList<ParameterInfo> splitParameters()
{
    ParameterInfo by{QStringLiteral("by"), Text::tr("Split by"), Text::tr("How the end of the training part is given."), ParameterType::Choice,
                     QStringLiteral("count")};
    by.choices = {{QStringLiteral("count"), Text::tr("number of steps")}, {QStringLiteral("share"), Text::tr("share")},
                  {QStringLiteral("date"), Text::tr("date")}};
    const auto with = [](ParameterInfo info, const char *value) {
        info.shownWith = QStringLiteral("by");
        info.shownFor = QStringList{QLatin1String(value)};
        return info;
    };
    return {by,
            with({QStringLiteral("test"), Text::tr("Test steps"), Text::tr("The last steps, which only judge."), ParameterType::Whole, 28, 0, 1'000'000}, "count"),
            with({QStringLiteral("validation"), Text::tr("Validation steps"), Text::tr("The steps before the test part, which decide when to stop training."),
                  ParameterType::Whole, 28, 0, 1'000'000}, "count"),
            with({QStringLiteral("testShare"), Text::tr("Test share"), Text::tr("Part of all steps, from 0 to 0.9."), ParameterType::Number, 0.15, 0, 0.9}, "share"),
            with({QStringLiteral("validationShare"), Text::tr("Validation share"), Text::tr("Part of all steps, from 0 to 0.9."), ParameterType::Number, 0.15, 0, 0.9}, "share"),
            with({QStringLiteral("testFrom"), Text::tr("Test from"), Text::tr("First day of the test part, such as 2011-11-01."), ParameterType::Text, QString()}, "date"),
            with({QStringLiteral("validationFrom"), Text::tr("Validation from"), Text::tr("First day of the validation part; empty: none."), ParameterType::Text, QString()}, "date")};
}

} // namespace

void addWindowStep(StepRegistry &registry)
{
    StepInfo info{windowStepKind(), StepGroup::Window, Text::tr("Windows"),
                  Text::tr("Training, validation and test part in the order of time, and the windows that a network learns from. Never shuffled across time."),
                  splitParameters(), false, true};
    ParameterInfo scale{QStringLiteral("scale"), Text::tr("Scale each window"), Text::tr("By its own mean or last value, so that a level learnt years ago does not matter."),
                        ParameterType::Choice, QStringLiteral("none")};
    scale.choices = {{QStringLiteral("none"), Text::tr("no")}, {QStringLiteral("mean"), Text::tr("divide by its mean")}, {QStringLiteral("last"), Text::tr("subtract its last value")}};
    info.parameters += {
        {QStringLiteral("lookback"), Text::tr("Lookback"), Text::tr("Steps that a window shows."), ParameterType::Whole, 30, 1, 10'000},
        {QStringLiteral("horizon"), Text::tr("Horizon"), Text::tr("Steps that are forecast."), ParameterType::Whole, 28, 1, 100'000},
        {QStringLiteral("stride"), Text::tr("Stride"), Text::tr("Steps from one window to the next."), ParameterType::Whole, 1, 1, 10'000},
        scale};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<WindowStep>(parameters); });
}

} // namespace foretrail
