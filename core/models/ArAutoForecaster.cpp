#include "core/models/ArAutoForecaster.h"

#include "core/models/ArOfChanges.h"
#include "core/models/ArSearch.h"
#include "core/models/Intervals.h"
#include "core/series/BoxCox.h"
#include "core/series/Stationarity.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

namespace foretrail {
namespace {

struct ArAutoForecasterText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArAutoForecaster)
};

constexpr double lambdas[] = {0, 0.5, 1};
constexpr int fewestDifferences = 8;

std::vector<double> differenced(Values values, const Differencing &how)
{
    std::vector<double> rest(values.begin(), values.end());
    if (how.season > 0)
        rest = changesOf(rest, how.season);
    return how.isFirst ? changesOf(rest, 1) : rest;
}

class ArAutoForecaster : public Forecaster {
public:
    explicit ArAutoForecaster(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, fewestToFit()); !checked)
            return checked;
        m_isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_isConstant = std::adjacent_find(train.values.begin(), train.values.end(), std::not_equal_to<>()) == train.values.end();
        m_differencing = {};
        m_lambda = 1;
        m_found = {};
        m_found.fit.mean = train.values.front();
        if (!m_isConstant)
            findFit(train, options);
        return {};
    }

    Result<Forecast> forecast(const Series &history, int horizon, std::span<const double> levels) const override
    {
        if (const auto checked = checkRequest(history, fewestToForecast(), horizon, levels); !checked)
            return fail(checked.error());
        std::vector<double> z = transformed(history);
        const size_t n = z.size();
        for (const double change : arContinue(centred(differenced(z, m_differencing)), m_found.fit.coefficients, horizon))
            z.push_back(change + m_found.fit.mean + undifferenced(z, z.size()));
        std::vector<double> deviation;
        double squared = 0;
        for (const double weight : psiWeights(wholeCoefficients(), horizon)) {
            squared += weight * weight;
            deviation.push_back(m_found.deviation * std::sqrt(squared));
        }
        Forecast forecast = normalForecast({z.begin() + std::ptrdiff_t(n), z.end()}, deviation, levels, m_isNonNegative && m_lambda == 1);
        leaveScale(forecast);
        return forecast;
    }

    Result<std::vector<double>> oneStep(const Series &series) const override
    {
        if (const auto checked = checkHistory(series, 1); !checked)
            return fail(checked.error());
        const std::vector<double> z = transformed(series);
        const std::vector<double> changes = centred(differenced(z, m_differencing));
        const auto lost = size_t(m_differencing.lost());
        std::vector<double> predicted(z.size(), missing);
        for (size_t t = size_t(m_found.fit.order()) + lost; t < z.size(); ++t)
            predicted[t] = valueOf(arNext(Values(changes).first(t - lost), m_found.fit.coefficients) + m_found.fit.mean + undifferenced(z, t));
        return predicted;
    }

    Result<SavedModel> save() const override
    {
        QJsonObject state{{QStringLiteral("lambda"), m_lambda}, {QStringLiteral("seasonDifference"), m_differencing.season},
                          {QStringLiteral("firstDifference"), m_differencing.isFirst}, {QStringLiteral("constant"), m_isConstant},
                          {QStringLiteral("nonNegative"), m_isNonNegative}};
        arToState(m_found, state);
        return SavedModel{state, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_found = arFromState(saved.state, state);
        m_lambda = state.number("lambda");
        m_differencing = {state.integer("seasonDifference", 0, 1'000'000), state.boolean("firstDifference")};
        m_isConstant = state.boolean("constant");
        m_isNonNegative = state.boolean("nonNegative");
        return state.outcome();
    }

    QString explanation() const override
    {
        if (m_isConstant)
            return ArAutoForecasterText::tr("All values are equal: repeats them.");
        QStringList sentences{m_found.inWords()};
        const int season = m_differencing.season;
        if (season > 0 && m_differencing.isFirst)
            sentences << ArAutoForecasterText::tr("Of the changes of the changes against %1 steps before.").arg(season);
        else if (season > 0)
            sentences << ArAutoForecasterText::tr("Of the changes against %1 steps before.").arg(season);
        else if (m_differencing.isFirst)
            sentences << ArAutoForecasterText::tr("Of the changes from step to step.");
        if (m_lambda == 0)
            sentences << ArAutoForecasterText::tr("On the scale of logarithms.");
        else if (m_lambda == 0.5)
            sentences << ArAutoForecasterText::tr("On the scale of square roots.");
        return sentences.join(QLatin1Char(' '));
    }

private:
    qint64 fewestToFit() const { return std::max(fewestDifferences, 2 * m_spec.arOrder + 3); }
    qint64 fewestToForecast() const { return std::max(m_found.fit.order() + m_differencing.lost(), 1); }

    void findFit(const Series &train, const FitOptions &options)
    {
        const int season = seasonOf(m_spec, train);
        if (options.isOriginalScale && *std::min_element(train.values.begin(), train.values.end()) > 0)
            m_lambda = likeliestBoxCoxLambda(train.values, train.size() > 2 * season ? season : 1, lambdas).value_or(1.0);
        const std::vector<double> z = transformed(train);
        m_differencing = neededDifferencing(z, season);
        // What is left must bear the order that was asked for.
        if (train.size() - m_differencing.season < fewestToFit() + 1)
            m_differencing.season = 0;
        if (train.size() - m_differencing.lost() < fewestToFit() - 1)
            m_differencing.isFirst = false;
        const std::vector<double> changes = differenced(z, m_differencing);
        const bool isTwice = m_differencing.season > 0 && m_differencing.isFirst;
        ArSearch search{m_spec.arEstimator, m_spec.arCriterion, m_spec.arOrder, 0, season, options.horizon};
        const auto n = qint64(changes.size());
        search.largest = bearableArOrder(m_spec.maxArOrder > 0 ? m_spec.maxArOrder : usualOrder(n, season), n, search.estimator);
        m_found = findAr(changes, isTwice ? 0.0 : meanOf(changes), search);
    }

    /// Seasonal changes of hours reach back a week.
    int usualOrder(qint64 n, int season) const
    {
        const int usual = usualMaxArOrder(n, season);
        return m_differencing.season > 0 ? std::max<int>(usual, int(std::min<qint64>(usualOrderOfSeasonalChanges(season), n / 3))) : usual;
    }

    /// On the scale of the model; a value that a later history brings at or below zero counts as the smallest positive one it has where
    /// that scale is logarithmic.
    std::vector<double> transformed(const Series &series) const
    {
        if (m_lambda == 1)
            return series.values;
        double least = std::numeric_limits<double>::max();
        for (const double value : series.values)
            least = value > 0 ? std::min(least, value) : least;
        std::vector<double> z;
        for (const double value : series.values)
            z.push_back(boxCox(m_lambda == 0 ? std::max(value, least) : value, m_lambda));
        return z;
    }

    std::vector<double> centred(std::vector<double> changes) const
    {
        for (double &change : changes)
            change -= m_found.fit.mean;
        return changes;
    }

    /// z_t less its difference, from the values before it.
    double undifferenced(const std::vector<double> &z, size_t t) const
    {
        const auto season = size_t(m_differencing.season);
        double rest = season > 0 ? z[t - season] : 0.0;
        if (m_differencing.isFirst)
            rest += z[t - 1] - (season > 0 ? z[t - 1 - season] : 0.0);
        return rest;
    }

    std::vector<double> wholeCoefficients() const
    {
        std::vector<double> whole = m_found.fit.coefficients;
        if (m_differencing.isFirst)
            whole = integratedCoefficients(whole, 1);
        return m_differencing.season > 0 ? integratedCoefficients(whole, m_differencing.season) : whole;
    }

    /// Back to the unit of the series. Square roots below zero, which nothing has, are zeros.
    double valueOf(double z) const
    {
        if (m_lambda == 1)
            return m_isNonNegative ? std::max(z, 0.0) : z;
        const double value = m_lambda == 0 ? std::exp(z) : std::pow(std::max(1 + m_lambda * z, 0.0), 1 / m_lambda);
        return std::min(value, std::numeric_limits<double>::max());
    }

    void leaveScale(Forecast &forecast) const
    {
        const auto leave = [this](std::vector<double> &values) {
            for (double &value : values)
                value = valueOf(value);
        };
        leave(forecast.mean);
        for (Band &band : forecast.bands) {
            leave(band.low);
            leave(band.high);
        }
    }

    const ModelSpec m_spec;
    ArFound m_found; ///< of the differences of the values on their scale
    Differencing m_differencing;
    double m_lambda = 1; ///< of Box and Cox
    bool m_isConstant = false;
    bool m_isNonNegative = false;
};

} // namespace

std::unique_ptr<Forecaster> makeArAuto(const ModelSpec &spec) { return std::make_unique<ArAutoForecaster>(spec); }

} // namespace foretrail
