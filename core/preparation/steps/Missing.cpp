#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct MissingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::MissingStep)
};

enum class Rule { Drop, Zero, Previous, Linear, Seasonal, Weekday };

Rule missingRule(const QString &name)
{
    const QStringList names{QStringLiteral("drop"), QStringLiteral("zero"), QStringLiteral("previous"),
                            QStringLiteral("linear"), QStringLiteral("seasonal"), QStringLiteral("weekday")};
    return Rule(names.indexOf(name));
}

/// Fills gaps; a gap that reaches over the end of the training part is filled in two parts, so that the first knows
/// nothing of what follows.
class MissingStep : public PreparationStep {
public:
    explicit MissingStep(const StepParameters &parameters)
        : m_rule(missingRule(parameters.text("rule"))), m_longest(parameters.whole("longest"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (m_rule != Rule::Drop)
            fillAll(frame);
        m_left = int(std::count_if(frame.target.values.begin(), frame.target.values.end(), [](double value) { return std::isnan(value); }));
        return {};
    }

    QString finding() const override
    {
        return m_left == 0 ? QString() : MissingText::tr("%n values stay missing, which most models refuse: fill them, or train a network (LSTM, GRU), which leaves out windows that touch one.", nullptr, m_left);
    }

private:
    void fillAll(Frame &frame)
    {
        m_season = m_rule == Rule::Weekday && frame.target.axis.step == Step::Day ? usualSeason(frame.target.axis) : frame.season;
        m_observed = frame.target.values;
        const auto &values = frame.target.values;
        for (qint64 i = 0; i < frame.size(); ++i) {
            if (!std::isnan(values[size_t(i)]))
                continue;
            const qint64 end = i < frame.fitLength ? frame.fitLength : frame.size();
            qint64 to = i;
            while (to < end && std::isnan(values[size_t(to)]))
                ++to;
            if (m_longest == 0 || to - i <= m_longest)
                fill(frame, i, to, end);
            i = to - 1;
        }
    }

    /// The nearest earlier observation of the same place in the season, else a later one that may be known.
    double seasonal(qint64 at, qint64 end) const
    {
        for (qint64 i = at - m_season; i >= 0; i -= m_season)
            if (!std::isnan(m_observed[size_t(i)]))
                return m_observed[size_t(i)];
        for (qint64 i = at + m_season; i < end; i += m_season)
            if (!std::isnan(m_observed[size_t(i)]))
                return m_observed[size_t(i)];
        return missing;
    }

    /// The mean of the same place in the season over all that may be known at `at`.
    double seasonMean(qint64 at, qint64 end) const
    {
        double sum = 0;
        qint64 count = 0;
        for (qint64 i = at % m_season; i < end; i += m_season) {
            if (!std::isnan(m_observed[size_t(i)])) {
                sum += m_observed[size_t(i)];
                ++count;
            }
        }
        return count > 0 ? sum / double(count) : missing;
    }

    void fill(Frame &frame, qint64 from, qint64 to, qint64 end) const
    {
        const std::vector<double> &values = frame.target.values;
        const double after = to < end ? values[size_t(to)] : missing;
        const double before = from > 0 ? values[size_t(from - 1)] : after;
        const double target = std::isnan(after) ? before : after;
        for (qint64 i = from; i < to; ++i) {
            const double linear = before + (target - before) * double(i - from + 1) / double(to - from + 1);
            double value = linear;
            if (m_rule == Rule::Zero)
                value = 0;
            else if (m_rule == Rule::Previous)
                value = before;
            else if (m_rule == Rule::Seasonal && m_season > 1)
                value = seasonal(i, end);
            else if (m_rule == Rule::Weekday && m_season > 1)
                value = seasonMean(i, end);
            change(frame, i, std::isnan(value) ? linear : value, Filled);
        }
    }

    const Rule m_rule;
    const int m_longest;
    int m_season = 1;
    int m_left = 0;
    std::vector<double> m_observed;
};

} // namespace

void addMissingStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("missing"), StepGroup::Cleaning, MissingText::tr("Missing values"),
                  MissingText::tr("Fills steps without an observation. Most models need every step."), {}};
    info.parameters = {
        {QStringLiteral("rule"), MissingText::tr("Fill with"), MissingText::tr("What stands in place of a missing value."), ParameterType::Choice,
         QStringLiteral("linear")},
        {QStringLiteral("longest"), MissingText::tr("Longest gap"), MissingText::tr("Gaps of more steps stay as they are."), ParameterType::Whole, 0, 0,
         1'000'000, MissingText::tr("any")}};
    info.parameters[0].choices = {{QStringLiteral("linear"), MissingText::tr("a line between the neighbours")},
                                  {QStringLiteral("previous"), MissingText::tr("the last value")},
                                  {QStringLiteral("seasonal"), MissingText::tr("the value one season before")},
                                  {QStringLiteral("weekday"), MissingText::tr("the mean of the same weekday")},
                                  {QStringLiteral("zero"), MissingText::tr("zero")},
                                  {QStringLiteral("drop"), MissingText::tr("nothing: windows that touch a gap are left out"),
                                   MissingText::tr("Gaps stay. Networks (LSTM, GRU) leave out windows that touch one; all other models refuse such a series. Choose another rule for those.")}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<MissingStep>(parameters); });
}

} // namespace foretrail
