#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(foretrail::OutlierStep)
};

/// Limits by the quartiles of the training part.
class OutlierStep : public PreparationStep {
public:
    explicit OutlierStep(const StepParameters &parameters)
        : m_action(parameters.text("action")), m_width(parameters.number("width")), m_protect(parameters.whole("protect"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        std::vector<double> sorted;
        const Values training = frame.training();
        std::copy_if(training.begin(), training.end(), std::back_inserter(sorted), [](double value) { return std::isfinite(value); });
        std::sort(sorted.begin(), sorted.end());
        const double lower = sorted.empty() ? 0 : sortedQuantile(sorted, 0.25);
        const double upper = sorted.empty() ? 0 : sortedQuantile(sorted, 0.75);
        // Without a spread between the quartiles (a series that is mostly zero) every sale would be an outlier.
        if (!(upper > lower))
            return {};
        m_low = lower - m_width * (upper - lower);
        m_high = upper + m_width * (upper - lower);
        for (qint64 i = 0; i < frame.size() - m_protect; ++i)
            if (frame.target.values[size_t(i)] < m_low || frame.target.values[size_t(i)] > m_high)
                treat(frame, i);
        return {};
    }

    QJsonObject statistics() const override { return {{QStringLiteral("low"), m_low}, {QStringLiteral("high"), m_high}}; }
    QString finding() const override
    {
        return m_high > m_low ? Text::tr("Values outside %1 to %2 count as outliers.").arg(QLocale().toString(m_low, 'g', 6), QLocale().toString(m_high, 'g', 6))
                              : Text::tr("The quartiles of the training part are equal, so there are no limits.");
    }

private:
    void treat(Frame &frame, qint64 i) const
    {
        if (m_action == u"detect")
            frame.marks[size_t(i)] |= Detected;
        else
            change(frame, i, m_action == u"clip" ? std::clamp(frame.target.values[size_t(i)], m_low, m_high) : missing);
    }

    const QString m_action;
    const double m_width;
    const int m_protect;
    double m_low = 0;
    double m_high = 0;
};

} // namespace

void addOutlierStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("outliers"), StepGroup::Cleaning, Text::tr("Outliers"),
                  Text::tr("Single values far from all others pull a model aside. Limits are learnt from the training part."), {}};
    info.parameters = {
        {QStringLiteral("action"), Text::tr("Then"), Text::tr("What is done with an outlier."), ParameterType::Choice, QStringLiteral("clip")},
        {QStringLiteral("width"), Text::tr("Width"), Text::tr("Distance of the limits from the quartiles, in interquartile ranges."),
         ParameterType::Number, 3.0, 0.5, 100},
        {QStringLiteral("protect"), Text::tr("Protect last"), Text::tr("The last steps are never touched: what is new may be a change, not an outlier."),
         ParameterType::Whole, 0, 0, 100'000}};
    info.parameters[0].choices = {{QStringLiteral("detect"), Text::tr("only mark it")}, {QStringLiteral("clip"), Text::tr("move it to the limit")},
                                  {QStringLiteral("missing"), Text::tr("make it missing")}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<OutlierStep>(parameters); });
}

} // namespace foretrail
