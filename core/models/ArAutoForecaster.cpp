#include "core/models/ArAutoForecaster.h"

#include "core/models/ArOfChanges.h"
#include "core/models/DifferencedAr.h"
#include "core/models/Intervals.h"
#include "core/models/OriginTrials.h"
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

class ArAutoForecaster : public DifferencedArForecaster {
public:
    explicit ArAutoForecaster(const ModelSpec &spec) : m_spec(spec) {}

    Result<void> fit(const Series &train, const FitOptions &options, JobContext &job) override
    {
        if (job.stopRequested())
            return fail(Error::cancelled());
        if (const auto checked = checkHistory(train, fewestToFit()); !checked)
            return checked;
        m_isConstant = std::adjacent_find(train.values.begin(), train.values.end(), std::not_equal_to<>()) == train.values.end();
        m_model = {};
        m_model.isNonNegative = options.isOriginalScale && isNonNegative(train.values);
        m_model.found.fit.mean = train.values.front();
        if (!m_isConstant)
            findFit(train, options);
        return {};
    }

    Result<SavedModel> save() const override
    {
        QJsonObject state{{QStringLiteral("constant"), m_isConstant}};
        m_model.toState(state);
        return SavedModel{state, {}};
    }

    Result<void> restore(const SavedModel &saved) override
    {
        StateReader state(saved.state);
        m_model = DifferencedAr::fromState(saved.state, state);
        m_isConstant = state.boolean("constant");
        return state.outcome();
    }

    QString explanation() const override
    {
        if (m_isConstant)
            return ArAutoForecasterText::tr("All values are equal: repeats them.");
        QStringList sentences{m_model.found.inWords()};
        const int season = m_model.differencing.season;
        if (season > 0 && m_model.differencing.isFirst)
            sentences << ArAutoForecasterText::tr("Of the changes of the changes against %1 steps before.").arg(season);
        else if (season > 0)
            sentences << ArAutoForecasterText::tr("Of the changes against %1 steps before.").arg(season);
        else if (m_model.differencing.isFirst)
            sentences << ArAutoForecasterText::tr("Of the changes from step to step.");
        if (m_model.lambda == 0)
            sentences << ArAutoForecasterText::tr("On the scale of logarithms.");
        else if (m_model.lambda == 0.5)
            sentences << ArAutoForecasterText::tr("On the scale of square roots.");
        return sentences.join(QLatin1Char(' '));
    }

private:
    qint64 fewestToFit() const { return std::max(fewestDifferences, 2 * m_spec.arOrder + 3); }

    void findFit(const Series &train, const FitOptions &options)
    {
        const int season = seasonOf(m_spec, train);
        if (options.isOriginalScale && *std::min_element(train.values.begin(), train.values.end()) > 0)
            m_model.lambda = likeliestBoxCoxLambda(train.values, train.size() > 2 * season ? season : 1, lambdas).value_or(1.0);
        const std::vector<double> z = m_model.transformed(train.values);
        m_model.differencing = neededDifferencing(z, season);
        // What is left must bear the order that was asked for.
        if (train.size() - m_model.differencing.season < fewestToFit() + 1)
            m_model.differencing.season = 0;
        if (train.size() - m_model.differencing.lost() < fewestToFit() - 1)
            m_model.differencing.isFirst = false;
        DifferencedAr once = m_model;
        once.differencing.isFirst = false;
        const auto error = [&](const DifferencedAr &model) { return trialError(model, train.values, season, options.horizon, m_model.differencing.lost()); };
        if (isTwice(m_model) && error(once) < error(m_model))
            m_model = once;
        learn(m_model, train.values, season, options.horizon);
    }

    static bool isTwice(const DifferencedAr &model) { return model.differencing.season > 0 && model.differencing.isFirst; }

    void learn(DifferencedAr &model, Values values, int season, int horizon) const
    {
        const std::vector<double> changes = model.differencesOf(model.transformed(values));
        ArSearch search{m_spec.arEstimator, m_spec.arCriterion, m_spec.arOrder, 0, season, horizon};
        const auto n = qint64(changes.size());
        search.largest = bearableArOrder(m_spec.maxArOrder > 0 ? m_spec.maxArOrder : usualOrder(n, season, model.differencing.season > 0), n, search.estimator);
        model.found = findAr(changes, isTwice(model) ? 0.0 : meanOf(changes), search);
    }

    /// The sum of absolute errors at earlier origins that leave enough behind the first `lost` values.
    double trialError(DifferencedAr model, Values values, int season, int horizon, qint64 lost) const
    {
        double sum = 0;
        for (const int cut : trialCuts(qint64(values.size()), season, horizon)) {
            const Values known = values.first(values.size() - size_t(cut));
            if (qint64(known.size()) - lost < fewestToFit())
                continue;
            learn(model, known, season, horizon);
            const int steps = std::min(cut, std::max(horizon, 1));
            const Forecast forecast = model.forecast(known, steps, {});
            for (int h = 0; h < steps; ++h)
                sum += std::abs(values[known.size() + size_t(h)] - forecast.mean[size_t(h)]);
        }
        return sum;
    }

    /// Seasonal changes of hours reach back a week.
    static int usualOrder(qint64 n, int season, bool isSeasonal)
    {
        const int usual = usualMaxArOrder(n, season);
        return isSeasonal ? std::max<int>(usual, int(std::min<qint64>(usualOrderOfSeasonalChanges(season), n / 3))) : usual;
    }

    const ModelSpec m_spec;
    bool m_isConstant = false;
};

} // namespace

std::unique_ptr<Forecaster> makeArAuto(const ModelSpec &spec) { return std::make_unique<ArAutoForecaster>(spec); }

} // namespace foretrail
