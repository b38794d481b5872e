#include "core/models/ArForecaster.h"

#include "core/models/ArSearch.h"
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
    explicit ArForecaster(const ModelSpec &spec) : m_spec(spec) {}

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
            findFit(train, options.horizon);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, std::max(m_found.fit.order(), 1), horizon, levels); !checked)
            return fail(checked.error());
        std::vector<double> mean = arContinue(centred(history), m_found.fit.coefficients, horizon);
        std::vector<double> deviation;
        double squared = 0;
        for (double weight : psiWeights(m_found.fit.coefficients, horizon)) {
            squared += weight * weight;
            deviation.push_back(m_found.deviation * std::sqrt(squared));
        }
        for (double &value : mean)
            value += m_found.fit.mean;
        return normalForecast(std::move(mean), deviation, levels, m_isNonNegative);
    }

    Result<ForecastParts> explain(const Series &history, int horizon, JobContext &) const override
    {
        const Result<Forecast> whole = forecast(history, horizon, {});
        if (!whole)
            return fail(whole.error());
        ForecastParts parts(horizon);
        fillWith(parts.of(PartKind::Level), m_found.fit.mean);
        addLags(parts, PartKind::Lag, history.values, m_found.fit.mean, m_found.fit.coefficients);
        parts.closeOn(whole->mean);
        return parts;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const std::vector<double> y = centred(series);
        std::vector<double> predicted(y.size(), missing);
        for (size_t t = size_t(m_found.fit.order()); t < y.size(); ++t)
            predicted[t] = m_found.fit.mean + arNext(Values(y).first(t), m_found.fit.coefficients);
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        QJsonObject state{{QStringLiteral("constant"), m_isConstant}, {QStringLiteral("nonNegative"), m_isNonNegative}};
        arToState(m_found, state);
        return SavedModel{state, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_found = arFromState(saved.state, state);
        m_isConstant = saved.state[QStringLiteral("constant")].toBool(); // models stored before do not say
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

    QString explanation() const override
    {
        if (m_isConstant)
            return ArForecasterText::tr("All values are equal: repeats them.");
        return m_found.inWords();
    }

private:
    void repeatValue(double value)
    {
        m_found = {};
        m_found.fit.mean = value;
    }

    void findFit(const Series &train, int horizon)
    {
        ArSearch search{m_spec.arEstimator, m_spec.arCriterion, m_spec.arOrder, 0, seasonOf(m_spec, train), horizon};
        const int wanted = m_spec.maxArOrder > 0 ? m_spec.maxArOrder : usualMaxArOrder(train.size(), search.season);
        search.largest = bearableArOrder(wanted, train.size(), search.estimator);
        m_found = findAr(train.values, meanOf(train.values), search);
    }

    qint64 fewestToFit() const { return m_spec.arOrder < 0 ? 4 : std::max(4, 2 * m_spec.arOrder + 2); }

    std::vector<double> centred(const Series &series) const
    {
        std::vector<double> y = series.values;
        for (double &value : y)
            value -= m_found.fit.mean;
        return y;
    }

    const ModelSpec m_spec;
    ArFound m_found;
    bool m_isConstant = false; ///< all values of the training part are equal
    bool m_isNonNegative = false;
};

} // namespace

std::unique_ptr<Forecaster> makeAr(const ModelSpec &spec) { return std::make_unique<ArForecaster>(spec); }

std::unique_ptr<Forecaster> makeAr(const ModelSpec &spec, ArEstimator estimator)
{
    ModelSpec own = spec;
    own.arEstimator = estimator;
    return makeAr(own);
}

} // namespace foretrail
