#include "core/series/BoxCox.h"
#include "core/preparation/FrameTools.h"
#include "core/preparation/steps/Steps.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct BoxCoxText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::BoxCoxStep)
};

class BoxCoxStep : public PreparationStep {
public:
    explicit BoxCoxStep(const StepParameters &parameters)
        : m_isAutomatic(parameters.text("choose") == u"automatic"), m_lambda(parameters.number("lambda"))
    {
    }

    Result<void> run(Frame &frame, const Surroundings &) override
    {
        for (qint64 i = 0; i < frame.size(); ++i)
            if (frame.target.values[size_t(i)] <= 0)
                return fail(problemWith("choose", BoxCoxText::tr("Observation %1 is %2; Box-Cox needs values above 0. Use \"Logarithm\", which takes zeros, or treat such values before.")
                                                      .arg(i + 1).arg(frame.target.values[size_t(i)])));
        if (m_isAutomatic)
            learn(frame);
        for (double &value : frame.target.values)
            value = boxCox(value, m_lambda);
        return {};
    }

    void invert(std::vector<double> &ahead, Values) const override
    {
        std::transform(ahead.begin(), ahead.end(), ahead.begin(), [this](double value) { return inverseBoxCox(value, m_lambda); });
    }

    QJsonObject statistics() const override { return {{QStringLiteral("lambda"), m_lambda}}; }
    QString finding() const override
    {
        return BoxCoxText::tr("Lambda %1 (0 is the logarithm, 1 changes nothing).").arg(QLocale().toString(m_lambda, 'f', 3));
    }

private:
    void learn(const Frame &frame)
    {
        const Result<double> best = boxCoxLambda(frame.training(), std::max(2, frame.season));
        m_lambda = best ? *best : 1.0; // too short to tell: as it is
    }

    const bool m_isAutomatic;
    double m_lambda;
};

} // namespace

void addBoxCoxStep(StepRegistry &registry)
{
    ParameterInfo choose{QStringLiteral("choose"), BoxCoxText::tr("Lambda"), BoxCoxText::tr("Automatic: so that the swings are alike at every level (Guerrero 1993)."), ParameterType::Choice, QStringLiteral("automatic")};
    choose.choices = {{QStringLiteral("automatic"), BoxCoxText::tr("automatic")}, {QStringLiteral("given"), BoxCoxText::tr("given")}};
    ParameterInfo lambda{QStringLiteral("lambda"), BoxCoxText::tr("Value"), BoxCoxText::tr("0 is the logarithm, 0.5 the root, 1 changes nothing."), ParameterType::Number, 0.5, -2, 2};
    lambda.shownWith = QStringLiteral("choose");
    lambda.shownFor = QStringList{QStringLiteral("given")};
    registry.add({QStringLiteral("box-cox"), StepGroup::Transform, BoxCoxText::tr("Box-Cox"),
                  BoxCoxText::tr("A power that makes swings of high and low levels alike. Values must be above zero."), {choose, lambda}, true},
                 [](const StepParameters &parameters) { return std::make_unique<BoxCoxStep>(parameters); });
}

} // namespace foretrail
