#include "core/series/Resample.h"
#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretrail {

namespace {

struct ResampleText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ResampleStep)
};

ResampleRule resampleRule(const QString &name)
{
    const QStringList names{QStringLiteral("sum"), QStringLiteral("mean"), QStringLiteral("last"),
                            QStringLiteral("count"), QStringLiteral("min"), QStringLiteral("max")};
    const std::array rules{ResampleRule::Sum, ResampleRule::Mean, ResampleRule::Last, ResampleRule::Count, ResampleRule::Min, ResampleRule::Max};
    return rules.at(size_t(std::max<qsizetype>(names.indexOf(name), 0)));
}

class ResampleStep : public PreparationStep {
public:
    explicit ResampleStep(const StepParameters &parameters)
        : m_to(*stepFromName(parameters.text("to"))), m_rule(resampleRule(parameters.text("rule"))), m_cutsPartial(parameters.flag("cutPartial"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (!frame.target.axis.hasCalendar())
            return fail(problemWith("to", ResampleText::tr("This series has no calendar, so it has no weeks or months. Remove the step.")));
        if (frame.target.axis.step == m_to)
            return {};
        Result<Resampled> coarser = resample(frame.target, m_to, m_rule, m_cutsPartial);
        if (!coarser)
            return fail(Error{ErrorCode::InvalidInput, coarser.error().message, problemWith("to", {}).detail});
        m_cut = coarser->cutFirst + coarser->cutLast;
        setAligned(frame, std::move(coarser->series));
        return {};
    }

    QString finding() const override
    {
        return m_cut == 0 ? QString() : ResampleText::tr("%n steps at the ends belonged to periods that are not whole and were cut off.", nullptr, int(m_cut));
    }

private:
    const Step m_to;
    const ResampleRule m_rule;
    const bool m_cutsPartial;
    qint64 m_cut = 0;
};

} // namespace

void addResampleStep(StepRegistry &registry)
{
    ParameterInfo to{QStringLiteral("to"), ResampleText::tr("To"), ResampleText::tr("Length of the new step."), ParameterType::Choice, QStringLiteral("week")};
    to.choices = {{QStringLiteral("day"), ResampleText::tr("day")}, {QStringLiteral("week"), ResampleText::tr("week")}, {QStringLiteral("month"), ResampleText::tr("month")},
                  {QStringLiteral("quarter"), ResampleText::tr("quarter")}, {QStringLiteral("year"), ResampleText::tr("year")}};
    ParameterInfo rule{QStringLiteral("rule"), ResampleText::tr("By"), ResampleText::tr("How the steps of a period become one: sums for sales and counts, means for prices, the last for stocks."),
                       ParameterType::Choice, QStringLiteral("sum")};
    rule.choices = {{QStringLiteral("sum"), ResampleText::tr("sum")}, {QStringLiteral("mean"), ResampleText::tr("mean")}, {QStringLiteral("last"), ResampleText::tr("last")},
                    {QStringLiteral("count"), ResampleText::tr("number of values")}, {QStringLiteral("min"), ResampleText::tr("smallest")}, {QStringLiteral("max"), ResampleText::tr("largest")}};
    registry.add({QStringLiteral("resample"), StepGroup::Alignment, ResampleText::tr("Longer steps"),
                  ResampleText::tr("Hours to days, days to weeks or months. Distinct users cannot be added up over days: choose the step where the series is chosen."),
                  {to, rule, {QStringLiteral("cutPartial"), ResampleText::tr("Cut partial periods"), ResampleText::tr("The first and last period go where they are not whole."), ParameterType::Flag, true}}},
                 [](const StepParameters &parameters) { return std::make_unique<ResampleStep>(parameters); });
}

} // namespace foretrail
