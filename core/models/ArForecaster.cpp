#include "core/models/ArForecaster.h"

#include "core/models/Intervals.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

namespace foretrail {
namespace {

struct ArForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArForecaster)
};

class ArForecaster : public Forecaster {
public:
    ArForecaster(const ModelSpec &spec, ArEstimator estimator) : m_spec(spec), m_estimator(estimator) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, fewestToFit()); !checked)
            return checked;
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_isConstant = std::adjacent_find(train.values.begin(), train.values.end(), std::not_equal_to<>()) == train.values.end();
        if (m_isConstant)
            repeatValue(train.values.front());
        else
            chooseOrder(train);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, std::max(m_fit.order(), 1), horizon, levels); !checked)
            return fail(checked.error());
        std::vector<double> mean = arContinue(centred(history), m_fit.coefficients, horizon);
        std::vector<double> deviation;
        double squared = 0;
        for (double weight : psiWeights(m_fit.coefficients, horizon)) {
            squared += weight * weight;
            deviation.push_back(m_deviation * std::sqrt(squared));
        }
        for (double &value : mean)
            value += m_fit.mean;
        return normalForecast(std::move(mean), deviation, levels, m_isNonNegative);
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const std::vector<double> y = centred(series);
        std::vector<double> predicted(y.size(), missing);
        for (size_t t = size_t(m_fit.order()); t < y.size(); ++t)
            predicted[t] = m_fit.mean + arNext(Values(y).first(t), m_fit.coefficients);
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        return SavedModel{{{QStringLiteral("mean"), m_fit.mean},
                           {QStringLiteral("coefficients"), toJsonArray(m_fit.coefficients)},
                           {QStringLiteral("variance"), m_fit.variance}, {QStringLiteral("deviation"), m_deviation},
                           {QStringLiteral("tried"), m_tried}, {QStringLiteral("constant"), m_isConstant},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_fit = {state.number("mean"), state.numbers("coefficients"), state.number("variance")};
        m_deviation = state.number("deviation");
        m_tried = state.integer("tried", -1, 1'000'000);
        m_isConstant = saved.state[QStringLiteral("constant")].toBool(); // models stored before do not say
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

    QString explanation() const override
    {
        if (m_isConstant)
            return ArForecasterText::tr("All values are equal: repeats them.");
        return m_tried < 0 ? ArForecasterText::tr("AR(%1).").arg(m_fit.order())
                           : ArForecasterText::tr("AR(%1), chosen by AICc among 0 to %2.").arg(m_fit.order()).arg(m_tried);
    }

private:
    void repeatValue(double value)
    {
        m_fit = {value, {}, 0};
        m_tried = -1;
        m_deviation = 0;
    }

    void chooseOrder(const Series &train)
    {
        const bool isFixed = m_spec.arOrder >= 0;
        const int largest = isFixed ? m_spec.arOrder : largestOrder(train);
        const double mean = meanOf(train.values);
        const auto path = arPath(train.values, mean, largest, m_estimator);
        m_fit = isFixed ? path.back() : bestByAicc(path, train.size(), 1);
        m_tried = isFixed ? -1 : largest;
        const double correction = double(train.size()) / double(std::max<qint64>(train.size() - m_fit.order() - 1, 1));
        m_deviation = std::sqrt(m_fit.variance * correction);
    }

    int largestOrder(const Series &train) const
    {
        const qint64 limit = std::max<qint64>(train.size() - 3, 0);
        const int wanted = m_spec.maxArOrder > 0 ? m_spec.maxArOrder
                                                 : usualMaxArOrder(train.size(), seasonOf(m_spec, train));
        return int(std::min<qint64>(wanted, limit));
    }

    qint64 fewestToFit() const { return m_spec.arOrder < 0 ? 4 : std::max(4, 2 * m_spec.arOrder + 2); }

    std::vector<double> centred(const Series &series) const
    {
        std::vector<double> y = series.values;
        for (double &value : y)
            value -= m_fit.mean;
        return y;
    }

    const ModelSpec m_spec;
    const ArEstimator m_estimator;
    ArFit m_fit;
    double m_deviation = 0; ///< of one step
    int m_tried = -1;       ///< the largest order among which AICc chose; -1: fixed by the spec
    bool m_isConstant = false; ///< all values of the training part are equal
    bool m_isNonNegative = false;
};

} // namespace

std::unique_ptr<Forecaster> makeAr(const ModelSpec &spec) { return makeAr(spec, ArEstimator::Burg); }

std::unique_ptr<Forecaster> makeAr(const ModelSpec &spec, ArEstimator estimator)
{
    return std::make_unique<ArForecaster>(spec, estimator);
}

} // namespace foretrail
