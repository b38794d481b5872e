#include "core/models/ArSearch.h"

#include "core/models/OriginTrials.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct ArSearchText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ArSearch)
};

QString criterionInWords(ArCriterion criterion)
{
    switch (criterion) {
    case ArCriterion::Aicc: return QStringLiteral("AICc");
    case ArCriterion::Aic: return QStringLiteral("AIC");
    case ArCriterion::Bic: return QStringLiteral("BIC");
    case ArCriterion::Rolling: return ArSearchText::tr("the errors at earlier origins", "an order is chosen by");
    }
    return {};
}

QString estimatorInWords(ArEstimator estimator)
{
    switch (estimator) {
    case ArEstimator::YuleWalker: return QStringLiteral("Yule-Walker");
    case ArEstimator::Burg: return QStringLiteral("Burg");
    case ArEstimator::LeastSquares: return ArSearchText::tr("least squares", "an autoregression is estimated by");
    }
    return {};
}

/// The fit of one order, or of the highest below it where that predicts exactly.
ArFit fitOfOrder(Values values, double mean, int order, ArEstimator estimator) { return arPath(values, mean, order, estimator).back(); }

double meanChange(Values values)
{
    double sum = 0;
    for (size_t t = 1; t < values.size(); ++t)
        sum += std::abs(values[t] - values[t - 1]);
    return values.size() > 1 ? sum / double(values.size() - 1) : 0.0;
}

/// Over what came behind `known`, as many steps as were observed.
double scaledError(Values known, Values after, const ArFit &fit)
{
    std::vector<double> past(known.begin(), known.end());
    for (double &value : past)
        value -= fit.mean;
    const std::vector<double> forecast = arContinue(past, fit.coefficients, int(after.size()));
    double sum = 0;
    for (size_t h = 0; h < after.size(); ++h)
        sum += std::abs(after[h] - fit.mean - forecast[h]);
    return sum / double(after.size()) / meanChange(known);
}

/// The errors of each order at one origin.
std::vector<double> errorsAtOrigin(Values known, Values after, const std::vector<int> &orders, ArEstimator estimator)
{
    const int most = bearableArOrder(orders.back(), qint64(known.size()), estimator);
    const double mean = meanOf(known);
    const std::vector<ArFit> path = arPath(known, mean, most, estimator);
    std::vector<double> errors;
    for (const int order : orders) {
        if (order >= int(path.size())) {
            errors.push_back(missing);
            continue;
        }
        const ArFit &fit = path[size_t(order)];
        const bool runsAway = estimator == ArEstimator::LeastSquares && isExplosive(fit.coefficients);
        errors.push_back(scaledError(known, after, runsAway ? fitOfOrder(known, mean, order, ArEstimator::Burg) : fit));
    }
    return errors;
}

/// The order with the smallest error; -1 where none was tried at every origin.
int bestByTrials(Values values, const ArSearch &search)
{
    const std::vector<int> orders = arOrderGrid(search.largest, search.season);
    const std::vector<double> errors = arTrialErrors(values, orders, search);
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (size_t i = 0; i < errors.size(); ++i)
        if (errors[i] < least) {
            least = errors[i];
            best = orders[i];
        }
    return best;
}

ArFit bestByFit(Values values, double mean, const ArSearch &search, ArCriterion criterion)
{
    const std::vector<ArFit> path = arPath(values, mean, search.largest, search.estimator);
    const qint64 n = qint64(values.size()) - (search.estimator == ArEstimator::LeastSquares ? search.largest : 0);
    const ArFit &best = bestBy(criterion, path, n, 1);
    // Behind a lower order there are more rows to learn from.
    return search.estimator == ArEstimator::LeastSquares ? fitOfOrder(values, mean, best.order(), search.estimator) : best;
}

ArFit chosenFit(Values values, double mean, const ArSearch &search, ArFound &found)
{
    found.tried = search.largest;
    if (search.criterion == ArCriterion::Rolling)
        if (const int order = bestByTrials(values, search); order >= 0)
            return fitOfOrder(values, mean, order, search.estimator);
    found.criterion = search.criterion == ArCriterion::Rolling ? ArCriterion::Aicc : search.criterion;
    return bestByFit(values, mean, search, found.criterion);
}

} // namespace

ArFound findAr(Values values, double mean, const ArSearch &search)
{
    ArFound found;
    found.estimator = search.estimator;
    found.criterion = search.criterion;
    found.fit = search.order >= 0 ? fitOfOrder(values, mean, search.order, search.estimator) : chosenFit(values, mean, search, found);
    found.wasExplosive = search.estimator == ArEstimator::LeastSquares && isExplosive(found.fit.coefficients);
    if (found.wasExplosive) {
        found.estimator = ArEstimator::Burg;
        found.fit = fitOfOrder(values, mean, found.fit.order(), ArEstimator::Burg);
    }
    const qint64 order = found.fit.order();
    const qint64 rows = qint64(values.size()) - (found.estimator == ArEstimator::LeastSquares ? order : 0);
    found.deviation = std::sqrt(found.fit.variance * double(rows) / double(std::max<qint64>(rows - order - 1, 1)));
    return found;
}

int bearableArOrder(int wanted, qint64 values, ArEstimator estimator)
{
    // Least squares need more rows behind the first `order` than there are coefficients.
    const qint64 limit = estimator == ArEstimator::LeastSquares ? (values - 3) / 2 : values - 3;
    return int(std::clamp<qint64>(wanted, 0, std::max<qint64>(limit, 0)));
}

std::vector<int> arOrderGrid(int largest, int season)
{
    std::vector<int> orders{0, 1, 2, 3, 4};
    for (int order = 6; order < largest; order += order / 2) // 6 9 13 19 28 ...
        orders.push_back(order);
    for (const int around : {season, 2 * season})
        orders.insert(orders.end(), {around - 1, around, around + 1});
    orders.push_back(largest);
    std::erase_if(orders, [largest](int order) { return order > largest; });
    std::sort(orders.begin(), orders.end());
    orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
    return orders;
}

std::vector<double> arTrialErrors(Values values, const std::vector<int> &orders, const ArSearch &search)
{
    std::vector<double> sums;
    int origins = 0;
    for (const int cut : trialCuts(qint64(values.size()), search.season, search.horizon)) {
        const Values known = values.first(values.size() - size_t(cut));
        if (!(meanChange(known) > 0))
            continue;
        const Values after = values.last(size_t(cut)).first(size_t(std::min(cut, std::max(search.horizon, 1))));
        const std::vector<double> errors = errorsAtOrigin(known, after, orders, search.estimator);
        sums.resize(orders.size(), 0.0);
        for (size_t i = 0; i < errors.size(); ++i)
            sums[i] += errors[i];
        ++origins;
    }
    for (double &sum : sums)
        sum /= origins;
    return sums;
}

QString ArFound::inWords() const
{
    const QString by = wasExplosive ? ArSearchText::tr("Burg, as by least squares it would run away", "an autoregression is estimated by") : estimatorInWords(estimator);
    if (tried < 0)
        return ArSearchText::tr("AR(%1), by %2.", "order, method").arg(QString::number(fit.order()), by);
    return ArSearchText::tr("AR(%1), chosen by %2 among 0 to %3, by %4.", "order, criterion, largest order, method")
        .arg(QString::number(fit.order()), criterionInWords(criterion), QString::number(tried), by);
}

void arToState(const ArFound &found, QJsonObject &state)
{
    state.insert(QStringLiteral("mean"), found.fit.mean);
    state.insert(QStringLiteral("coefficients"), toJsonArray(found.fit.coefficients));
    state.insert(QStringLiteral("variance"), found.fit.variance);
    state.insert(QStringLiteral("deviation"), found.deviation);
    state.insert(QStringLiteral("tried"), found.tried);
    state.insert(QStringLiteral("estimator"), arEstimatorName(found.estimator));
    state.insert(QStringLiteral("criterion"), arCriterionName(found.criterion));
    state.insert(QStringLiteral("explosive"), found.wasExplosive);
}

ArFound arFromState(const QJsonObject &json, StateReader &state)
{
    ArFound found;
    found.fit = {state.number("mean"), state.numbers("coefficients"), state.number("variance")};
    found.deviation = state.number("deviation");
    found.tried = state.integer("tried", -1, 1'000'000);
    found.estimator = arEstimatorFromName(json[QStringLiteral("estimator")].toString()).value_or(ArEstimator::Burg);
    found.criterion = arCriterionFromName(json[QStringLiteral("criterion")].toString()).value_or(ArCriterion::Aicc);
    found.wasExplosive = json[QStringLiteral("explosive")].toBool();
    return found;
}

} // namespace foretrail
