#include "core/preparation/steps/Outliers.h"

#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct OutliersText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::OutlierStep)
};

class OutlierStep : public PreparationStep {
public:
    explicit OutlierStep(const StepParameters &parameters)
        : m_method(parameters.text("method")), m_action(parameters.text("action")), m_width(parameters.number("width")),
          m_sigmas(parameters.number("sigmas")), m_reach(parameters.whole("reach")), m_season(parameters.whole("season")),
          m_protect(parameters.whole("protect"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        if (const Result<void> judged = judge(frame); !judged)
            return judged;
        for (qint64 i = 0; i < std::min<qint64>(frame.size() - m_protect, qint64(m_limits.low.size())); ++i) {
            const double value = frame.target.values[size_t(i)];
            if (value < m_limits.low[size_t(i)] || value > m_limits.high[size_t(i)])
                treat(frame, i);
        }
        return {};
    }

    QJsonObject statistics() const override
    {
        return {{QStringLiteral("low"), m_limits.reachLow}, {QStringLiteral("high"), m_limits.reachHigh}};
    }

    QString finding() const override
    {
        const QLocale locale;
        const QString low = locale.toString(m_limits.reachLow, 'g', 6);
        const QString high = locale.toString(m_limits.reachHigh, 'g', 6);
        if (m_limits.low.empty())
            return OutliersText::tr("There is too little spread to tell an outlier by.");
        if (m_limits.isOfSizes)
            return OutliersText::tr("Sales come now and then, so only how much is sold at once is judged: more than %1 counts as an outlier.").arg(high);
        if (m_method == u"iqr")
            return OutliersText::tr("Values outside %1 to %2 count as outliers.").arg(low, high);
        if (m_limits.width > 0)
            return OutliersText::tr("Remainders outside %1 to %2 count as outliers. At a width of %3 more than one in twenty would have been one, so it was widened to %4.")
                .arg(low, high, locale.toString(m_width), locale.toString(m_limits.width, 'g', 3));
        return m_method == u"hampel" ? OutliersText::tr("Values further from the median of their neighbours than %1 of its deviations count as outliers.").arg(locale.toString(m_sigmas))
                                     : OutliersText::tr("Remainders outside %1 to %2 count as outliers.").arg(low, high);
    }

private:
    Result<void> judge(const Frame &frame)
    {
        if (m_method == u"iqr")
            m_limits = limitsByQuartiles(frame, m_width);
        else if (m_method == u"hampel")
            m_limits = limitsByNeighbours(frame, m_reach, m_sigmas);
        else
            return judgeBySeason(frame);
        return {};
    }

    Result<void> judgeBySeason(const Frame &frame)
    {
        const int season = m_season > 0 ? m_season : frame.season;
        if (m_season == 1)
            return fail(problemWith("season", OutliersText::tr("A season of 1 step is no season. Give its length, or 0 for the usual one.")));
        m_limits = limitsByDecomposition(frame, season, m_width);
        return {};
    }

    void treat(Frame &frame, qint64 i) const
    {
        const auto at = size_t(i);
        if (m_action == u"detect")
            frame.marks[at] |= Detected;
        else if (m_action == u"clip")
            change(frame, i, std::clamp(frame.target.values[at], m_limits.low[at], m_limits.high[at]));
        else
            change(frame, i, m_action == u"replace" ? m_limits.typical[at] : missing);
    }

    const QString m_method, m_action;
    const double m_width, m_sigmas;
    const int m_reach, m_season, m_protect;
    OutlierLimits m_limits;
};

QList<ParameterInfo> outlierParameters()
{
    ParameterInfo method{QStringLiteral("method"), OutliersText::tr("Judge by"), OutliersText::tr("What a value is compared with."), ParameterType::Choice, QStringLiteral("iqr")};
    method.choices = {{QStringLiteral("iqr"), OutliersText::tr("quartiles of all values")}, {QStringLiteral("hampel"), OutliersText::tr("median of the neighbours (Hampel)")},
                      {QStringLiteral("decomposition"), OutliersText::tr("trend and season (STL)")}};
    ParameterInfo action{QStringLiteral("action"), OutliersText::tr("Then"), OutliersText::tr("What is done with an outlier."), ParameterType::Choice, QStringLiteral("clip")};
    action.choices = {{QStringLiteral("detect"), OutliersText::tr("only mark it")}, {QStringLiteral("clip"), OutliersText::tr("move it to the limit")},
                      {QStringLiteral("replace"), OutliersText::tr("replace it by the typical value")}, {QStringLiteral("missing"), OutliersText::tr("make it missing")}};
    const auto with = [](ParameterInfo info, const QStringList &methods) {
        info.shownWith = QStringLiteral("method");
        info.shownFor = methods;
        return info;
    };
    const QString decomposition = QStringLiteral("decomposition");
    const QString hampel = QStringLiteral("hampel");
    return {method, action,
            with({QStringLiteral("width"), OutliersText::tr("Width"), OutliersText::tr("Distance of the limits from the quartiles, in interquartile ranges."), ParameterType::Number, 3.0, 0.5, 100},
                 {QStringLiteral("iqr"), decomposition}),
            with({QStringLiteral("sigmas"), OutliersText::tr("Deviations"), OutliersText::tr("Distance of the limits from the median, in standard deviations as estimated by the median deviation."),
                  ParameterType::Number, 3.0, 0.5, 100}, {hampel}),
            with({QStringLiteral("reach"), OutliersText::tr("Neighbours"), OutliersText::tr("Steps on either side that count as neighbours."), ParameterType::Whole, 7, 1, 10'000}, {hampel}),
            with({QStringLiteral("season"), OutliersText::tr("Season length"), OutliersText::tr("Steps in a season."), ParameterType::Whole, 0, 0, 100'000, OutliersText::tr("automatic")}, {decomposition}),
            {QStringLiteral("protect"), OutliersText::tr("Protect last"), OutliersText::tr("The last steps are never touched: what is new may be a change, not an outlier."),
             ParameterType::Whole, 0, 0, 100'000}};
}

} // namespace

void addOutlierStep(StepRegistry &registry)
{
    registry.add({QStringLiteral("outliers"), StepGroup::Cleaning, OutliersText::tr("Outliers"),
                  OutliersText::tr("Single values far from all others pull a model aside. Limits are learnt from the training part."), outlierParameters()},
                 [](const StepParameters &parameters) { return std::make_unique<OutlierStep>(parameters); });
}

} // namespace foretrail
