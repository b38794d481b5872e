#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"
#include "core/series/Normaliser.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ScaleText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ScaleStep)
};

/// (y - centre) / width, both from the training part. A part without spread is moved only.
class ScaleStep : public PreparationStep {
public:
    explicit ScaleStep(const StepParameters &parameters) : m_method(parameters.text("method")) {}

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        learn(frame.training());
        for (double &value : frame.target.values)
            value = (value - m_centre) / m_width;
        return {};
    }

    void invert(std::vector<double> &ahead, Values) const override
    {
        for (double &value : ahead)
            value = m_centre + value * m_width;
    }

    QJsonObject statistics() const override
    {
        return {{QStringLiteral("centre"), m_centre}, {QStringLiteral("width"), m_width}};
    }

    QString finding() const override
    {
        const QLocale locale;
        return ScaleText::tr("0 stands for %1, 1 for %2.").arg(locale.toString(m_centre, 'g', 6), locale.toString(m_centre + m_width, 'g', 6));
    }

private:
    void learn(Values training)
    {
        std::vector<double> known;
        std::copy_if(training.begin(), training.end(), std::back_inserter(known), [](double value) { return std::isfinite(value); });
        if (known.empty())
            return;
        if (m_method == u"minmax") {
            const Normaliser range = Normaliser::fit(known);
            m_centre = range.low;
            m_width = range.range;
        } else if (m_method == u"robust") {
            std::sort(known.begin(), known.end());
            m_centre = sortedQuantile(known, 0.5);
            m_width = sortedQuantile(known, 0.75) - sortedQuantile(known, 0.25);
        } else {
            learnMoments(known);
        }
        if (!(m_width > 0))
            m_width = 1;
    }

    void learnMoments(const std::vector<double> &known)
    {
        double sum = 0;
        for (const double value : known)
            sum += value;
        m_centre = sum / double(known.size());
        double squares = 0;
        for (const double value : known)
            squares += (value - m_centre) * (value - m_centre);
        m_width = known.size() > 1 ? std::sqrt(squares / double(known.size() - 1)) : 1;
    }

    const QString m_method;
    double m_centre = 0;
    double m_width = 1;
};

} // namespace

void addScaleStep(StepRegistry &registry)
{
    StepInfo info{QStringLiteral("scale"), StepGroup::Transform, ScaleText::tr("Scaling"),
                  ScaleText::tr("Brings the series to a size that networks learn well with. Learnt from the training part; later values may lie outside."), {}, true};
    info.parameters = {{QStringLiteral("method"), ScaleText::tr("Method"), ScaleText::tr("What becomes 0 and what becomes 1."), ParameterType::Choice, QStringLiteral("minmax")}};
    info.parameters[0].choices = {{QStringLiteral("minmax"), ScaleText::tr("smallest and largest to 0 and 1")},
                                  {QStringLiteral("standard"), ScaleText::tr("mean 0, standard deviation 1")},
                                  {QStringLiteral("robust"), ScaleText::tr("median 0, interquartile range 1")}};
    registry.add(info, [](const StepParameters &parameters) { return std::make_unique<ScaleStep>(parameters); });
}

} // namespace foretrail
