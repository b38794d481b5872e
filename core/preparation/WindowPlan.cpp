#include "core/preparation/WindowPlan.h"

#include "core/preparation/PreparationStep.h"
#include "core/preparation/StepRegistry.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct WindowPlanText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::WindowPlan)
};

/// The parameters of the windows step, with initial values in place.
std::optional<StepParameters> parametersOf(const Recipe &recipe)
{
    const int at = windowStepOf(recipe);
    const StepInfo *info = StepRegistry::instance().find(windowStepKind());
    return at < 0 || !info ? std::nullopt : std::optional<StepParameters>(std::in_place, *info, recipe.steps[at].parameters);
}

Result<qint64> indexOfDate(const StepParameters &parameters, const char *name, const TimeAxis &axis, qint64 size)
{
    const QString text = parameters.text(name);
    const Result<WallMs> time = parseWallTime(text);
    if (text.isEmpty())
        return fail(problemWith(name, WindowPlanText::tr("Say where this part begins, as 2011-11-01.")));
    if (!time)
        return fail(problemWith(name, WindowPlanText::tr("%1 is not a date. Write it as 2011-11-01.").arg(text)));
    if (!axis.hasCalendar())
        return fail(problemWith("by", WindowPlanText::tr("This series has no dates. Split by a number of steps or a share.")));
    const qint64 index = axis.indexOf(*time);
    if (index < 0 || index > size)
        return fail(problemWith(name, WindowPlanText::tr("%1 lies outside of the series, which reaches from %2 to %3.")
                                          .arg(text, formatTime(axis.start, axis.step), formatTime(axis.timeAt(size - 1), axis.step))));
    return index;
}

Result<SplitPlan> byDate(const StepParameters &parameters, const TimeAxis &axis, qint64 size)
{
    const Result<qint64> test = indexOfDate(parameters, "testFrom", axis, size);
    if (!test)
        return fail(test.error());
    if (parameters.text("validationFrom").isEmpty())
        return SplitPlan{*test, 0, size - *test};
    const Result<qint64> validation = indexOfDate(parameters, "validationFrom", axis, size);
    if (!validation)
        return fail(validation.error());
    if (*validation > *test)
        return fail(problemWith("validationFrom", WindowPlanText::tr("The validation part must begin before the test part.")));
    return SplitPlan{*validation, *test - *validation, size - *test};
}

SplitPlan byShare(const StepParameters &parameters, qint64 size)
{
    const qint64 test = std::llround(parameters.number("testShare") * double(size));
    const qint64 validation = std::llround(parameters.number("validationShare") * double(size));
    return {size - test - validation, validation, test};
}

} // namespace

QString windowStepKind() { return QStringLiteral("windows"); }

int windowStepOf(const Recipe &recipe)
{
    for (int i = 0; i < recipe.steps.size(); ++i)
        if (recipe.steps[i].isOn && recipe.steps[i].kind == windowStepKind())
            return i;
    return -1;
}

std::optional<WindowPlan> windowPlan(const Recipe &recipe)
{
    const auto parameters = parametersOf(recipe);
    if (!parameters)
        return std::nullopt;
    return WindowPlan{parameters->whole("lookback"), parameters->whole("horizon"), parameters->whole("stride")};
}

qint64 plannedHorizon(const Recipe &recipe)
{
    const auto plan = windowPlan(recipe);
    return plan ? plan->horizon : 0;
}

Result<SplitPlan> planSplit(const Recipe &recipe, const TimeAxis &axis, qint64 size, const QString &name)
{
    const auto parameters = parametersOf(recipe);
    if (!parameters)
        return SplitPlan{size, 0, 0};
    const QString by = parameters->text("by");
    SplitPlan plan{size - parameters->whole("test") - parameters->whole("validation"), parameters->whole("validation"), parameters->whole("test")};
    if (by == u"share") {
        plan = byShare(*parameters, size);
    } else if (by == u"date") {
        const Result<SplitPlan> dated = byDate(*parameters, axis, size);
        if (!dated)
            return dated;
        plan = *dated;
    }
    if (plan.train < 2)
        return fail(problemWith(by == u"count" ? "test" : by == u"share" ? "testShare" : "testFrom",
                                WindowPlanText::tr("Series %1 has %2 observations; nothing is left to train on. Choose shorter test and validation parts.")
                                    .arg(name).arg(size)));
    return plan;
}

} // namespace foretrail
