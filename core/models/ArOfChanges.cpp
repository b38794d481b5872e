#include "core/models/ArOfChanges.h"

#include "core/models/ArSearch.h"
#include "core/models/Intervals.h"
#include "core/models/StateReader.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ArOfChangesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArOfChanges)
};

constexpr int mostLagsOfChanges = 60;

class ArOfChangesForecaster : public Forecaster {
public:
    ArOfChangesForecaster(const ModelSpec &spec, bool isSeasonal) : m_spec(spec), m_isSeasonal(isSeasonal) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        constexpr int fewestChanges = 4;
        if (job.stopRequested())
            return fail(Error::cancelled());
        m_lag = m_isSeasonal ? seasonOf(m_spec, train) : 1;
        const int fixed = std::max(m_spec.arOrder, 0);
        if (const auto checked = checkHistory(train, m_lag + std::max(fewestChanges, 2 * fixed + 2)); !checked)
            return checked;
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_isLog = options.isOriginalScale && *std::min_element(train.values.begin(), train.values.end()) > 0;
        const std::vector<double> changes = changesOf(transformed(train), m_lag);
        const ArFound found = findAr(changes, meanOf(changes), {ArEstimator::YuleWalker, m_spec.arCriterion, m_spec.arOrder, largestOrder(train.size()),
                                                                seasonOf(m_spec, train), std::max(options.horizon, 1)});
        m_fit = found.fit;
        m_deviation = found.deviation;
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, m_lag + m_fit.order(), horizon, levels); !checked)
            return fail(checked.error());
        std::vector<double> z = transformed(history);
        const size_t n = z.size();
        std::vector<double> next = arContinue(centredChanges(z), m_fit.coefficients, horizon);
        for (const double change : next)
            z.push_back(z[z.size() - size_t(m_lag)] + m_fit.mean + change);
        std::vector<double> deviation;
        double squared = 0;
        for (const double weight : psiWeights(integratedCoefficients(m_fit.coefficients, m_lag), horizon)) {
            squared += weight * weight;
            deviation.push_back(m_deviation * std::sqrt(squared));
        }
        Forecast forecast = normalForecast({z.begin() + std::ptrdiff_t(n), z.end()}, deviation, levels, m_isNonNegative && !m_isLog);
        if (m_isLog)
            leaveLogarithms(forecast);
        return forecast;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const std::vector<double> z = transformed(series);
        const std::vector<double> changes = centredChanges(z);
        std::vector<double> predicted(z.size(), missing);
        for (size_t t = size_t(m_fit.order() + m_lag); t < z.size(); ++t) {
            const double change = m_fit.mean + arNext(Values(changes).first(t - size_t(m_lag)), m_fit.coefficients);
            const double value = z[t - size_t(m_lag)] + change;
            predicted[t] = m_isLog ? std::exp(value) : m_isNonNegative ? std::max(value, 0.0) : value;
        }
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        return SavedModel{{{QStringLiteral("mean"), m_fit.mean}, {QStringLiteral("coefficients"), toJsonArray(m_fit.coefficients)},
                           {QStringLiteral("variance"), m_fit.variance}, {QStringLiteral("deviation"), m_deviation},
                           {QStringLiteral("lag"), m_lag}, {QStringLiteral("log"), m_isLog},
                           {QStringLiteral("nonNegative"), m_isNonNegative}}, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_fit = {state.number("mean"), state.numbers("coefficients"), state.number("variance")};
        m_deviation = state.number("deviation");
        m_lag = state.integer("lag", 1, 1'000'000);
        m_isLog = state.boolean("log");
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

    QString explanation() const override
    {
        const QString order = QLocale().toString(m_fit.order());
        const QString said = m_lag == 1 ? ArOfChangesText::tr("AR(%1) of the changes from step to step.").arg(order)
                                        : ArOfChangesText::tr("AR(%1) of the changes against %2 steps before.").arg(order, QLocale().toString(m_lag));
        return m_isLog ? QStringLiteral("%1 %2").arg(said, ArOfChangesText::tr("Changes are shares: of logarithms.")) : said;
    }

private:
    int largestOrder(qint64 n) const
    {
        const qint64 changes = n - m_lag;
        const int wanted = m_spec.maxArOrder > 0 ? m_spec.maxArOrder : m_lag == 1 ? mostLagsOfChanges : usualOrderOfSeasonalChanges(m_lag);
        return int(std::min<qint64>(wanted, changes / 3));
    }

    /// Logarithms; a value that a later history brings at or below zero counts as the smallest positive one it has.
    std::vector<double> transformed(const Series &series) const
    {
        if (!m_isLog)
            return series.values;
        double least = std::numeric_limits<double>::max();
        for (const double value : series.values)
            least = value > 0 ? std::min(least, value) : least;
        std::vector<double> z;
        for (const double value : series.values)
            z.push_back(std::log(std::max(value, least)));
        return z;
    }

    std::vector<double> centredChanges(const std::vector<double> &z) const
    {
        std::vector<double> changes = changesOf(z, m_lag);
        for (double &change : changes)
            change -= m_fit.mean;
        return changes;
    }

    const ModelSpec m_spec;
    const bool m_isSeasonal;
    ArFit m_fit;
    double m_deviation = 0; ///< of one step, of the logarithm where m_isLog
    int m_lag = 1;
    bool m_isLog = false;
    bool m_isNonNegative = false;
};

} // namespace

int usualOrderOfSeasonalChanges(int lag)
{
    constexpr int hoursOfDay = 24, hoursOfWeek = 168;
    if (lag == hoursOfDay)
        return hoursOfWeek + hoursOfDay + hoursOfDay / 3;
    if (lag == hoursOfWeek)
        return 2 * hoursOfDay;
    return lag < 12 ? 3 * lag + 1 : lag < 24 ? lag + 1 : lag / 2;
}

std::unique_ptr<Forecaster> makeArOfChanges(const ModelSpec &spec) { return std::make_unique<ArOfChangesForecaster>(spec, false); }
std::unique_ptr<Forecaster> makeArOfSeasonalChanges(const ModelSpec &spec) { return std::make_unique<ArOfChangesForecaster>(spec, true); }

} // namespace foretrail
