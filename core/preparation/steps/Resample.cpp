#include "core/series/Resample.h"
#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace foretrail {

namespace {

struct ResampleText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ResampleStep)
};

/// Distinct users are counted from the log; for them the sum tells which periods there are.
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
        : m_to(*stepFromName(parameters.text("to"))), m_rule(resampleRule(parameters.text("rule"))),
          m_incomplete(parameters.text("incomplete")), m_countsUsers(parameters.text("rule") == u"users"), m_cutsPartial(parameters.flag("cutPartial") || m_countsUsers)
    {
    }

    Result<void> run(Frame &frame, const Surroundings &surroundings) override
    {
        if (!frame.target.axis.hasCalendar())
            return fail(problemWith("to", ResampleText::tr("This series has no calendar, so it has no weeks or months. Remove the step.")));
        if (m_countsUsers && !surroundings.users.contains(m_to))
            return fail(problemWith("rule", ResampleText::tr("Distinct users are counted from the events of a log that names its users, and this series does not "
                                                             "come from one. Choose another rule.")));
        if (frame.target.axis.step == m_to && !m_countsUsers)
            return {};
        Result<Resampled> coarser = resample(frame.target, m_to, m_rule, m_cutsPartial);
        if (!coarser)
            return fail(Error{ErrorCode::InvalidInput, coarser.error().message, problemWith("to", {}).detail});
        if (m_countsUsers)
            countUsers(coarser->series, surroundings.users.at(m_to));
        m_cut = coarser->cutFirst + coarser->cutLast;
        setAligned(frame, coarser->series);
        if (m_rule == ResampleRule::Sum && !m_countsUsers)
            treatIncomplete(frame, *coarser);
        return {};
    }

    QString finding() const override
    {
        QStringList sentences;
        if (m_cut > 0)
            sentences << ResampleText::tr("%n steps at the ends belonged to periods that are not whole and were cut off.", nullptr, int(m_cut));
        if (m_gaps > 0)
            sentences << (m_incomplete == u"missing" ? ResampleText::tr("%n periods lack some of their steps and became missing.", nullptr, m_gaps)
                          : m_incomplete == u"scale" ? ResampleText::tr("%n periods lack some of their steps and were scaled up to whole ones.", nullptr, m_gaps)
                                                     : ResampleText::tr("%n periods lack some of their steps and were summed as if they were whole.", nullptr, m_gaps));
        return sentences.join(QLatin1Char(' '));
    }

private:
    /// Sums of periods with a part of their steps missing; where more than half is, the sum is missing already.
    void treatIncomplete(Frame &frame, const Resampled &periods)
    {
        for (qint64 i = 0; i < frame.size(); ++i) {
            const auto at = size_t(i);
            const qint64 present = periods.sourceCount[at], all = periods.sourceSteps[at];
            if (present == all || std::isnan(frame.target.values[at]))
                continue;
            ++m_gaps;
            if (m_incomplete == u"missing")
                change(frame, i, missing);
            else if (m_incomplete == u"scale")
                change(frame, i, frame.target.values[at] * double(all) / double(present));
            frame.marks[at] |= m_incomplete == u"keep" ? Detected : Changed;
        }
        frame.actual = frame.target.values;
    }

    /// What steps before made missing stays missing; all else comes from the log.
    static void countUsers(Series &periods, const Series &users)
    {
        for (qint64 i = 0; i < periods.size(); ++i) {
            const qint64 place = users.axis.indexOf(periods.timeAt(i));
            if (!std::isnan(periods.values[size_t(i)]))
                periods.values[size_t(i)] = place >= 0 && place < users.size() ? users.values[size_t(place)] : 0;
        }
        periods.unit = users.unit;
    }

    const Step m_to;
    const ResampleRule m_rule;
    const QString m_incomplete;
    const bool m_countsUsers;
    const bool m_cutsPartial;
    qint64 m_cut = 0;
    int m_gaps = 0;
};

} // namespace

void addResampleStep(StepRegistry &registry)
{
    ParameterInfo to{QStringLiteral("to"), ResampleText::tr("To"), ResampleText::tr("Length of the new step."), ParameterType::Choice, QStringLiteral("week")};
    to.choices = {{QStringLiteral("hour"), ResampleText::tr("hour")}, {QStringLiteral("day"), ResampleText::tr("day")}, {QStringLiteral("week"), ResampleText::tr("week")}, {QStringLiteral("month"), ResampleText::tr("month")},
                  {QStringLiteral("quarter"), ResampleText::tr("quarter")}, {QStringLiteral("year"), ResampleText::tr("year")}};
    ParameterInfo rule{QStringLiteral("rule"), ResampleText::tr("By"), ResampleText::tr("How the steps of a period become one: sums for sales and counts, means for prices, the last for stocks. Distinct users cannot be added up: they are counted anew from the events, in whole periods alone."),
                       ParameterType::Choice, QStringLiteral("sum")};
    rule.choices = {{QStringLiteral("sum"), ResampleText::tr("sum")}, {QStringLiteral("mean"), ResampleText::tr("mean")}, {QStringLiteral("last"), ResampleText::tr("last")},
                    {QStringLiteral("count"), ResampleText::tr("number of values")}, {QStringLiteral("min"), ResampleText::tr("smallest")}, {QStringLiteral("max"), ResampleText::tr("largest")},
                    {QStringLiteral("users"), ResampleText::tr("distinct users")}};
    ParameterInfo incomplete{QStringLiteral("incomplete"), ResampleText::tr("Periods with gaps"), ResampleText::tr("What becomes of the sum of a period that lacks up to half of its steps; one that lacks more is missing."),
                             ParameterType::Choice, QStringLiteral("keep")};
    incomplete.choices = {{QStringLiteral("keep"), ResampleText::tr("summed as they are"), ResampleText::tr("A week that lacks two days looks like a bad week. Fill the days before, or choose another rule.")},
                          {QStringLiteral("scale"), ResampleText::tr("scaled up by the steps present")}, {QStringLiteral("missing"), ResampleText::tr("missing")}};
    incomplete.shownWith = QStringLiteral("rule");
    incomplete.shownFor = QStringList{QStringLiteral("sum")};
    registry.add({QStringLiteral("resample"), StepGroup::Alignment, ResampleText::tr("Longer steps"),
                  ResampleText::tr("Hours to days, days to weeks or months, each by a rule that suits the measure."),
                  {to, rule, incomplete, {QStringLiteral("cutPartial"), ResampleText::tr("Cut partial periods"), ResampleText::tr("The first and last period go where they are not whole."), ParameterType::Flag, true}}},
                 [](const StepParameters &parameters) { return std::make_unique<ResampleStep>(parameters); });
}

} // namespace foretrail
