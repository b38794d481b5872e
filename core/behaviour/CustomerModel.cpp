#include "core/behaviour/CustomerModel.h"

#include "core/base/Logistic.h"

#include <boost/math/quadrature/gauss.hpp>

#include <QCoreApplication>

#include <cmath>

namespace foretrail {
namespace {

struct CustomerModelText { Q_DECLARE_TR_FUNCTIONS(foretrail::CustomerModel) };

constexpr double normal95 = 1.959963984540054; ///< of the standard normal distribution
constexpr double daysOfYear = 365.25;
constexpr double leastLeaving = 1e-3; ///< what is below it cannot be told from nobody leaving
constexpr double logStep = 1e-4; ///< of the ln of a parameter, for differences

double logit(double share) { return std::log(share / (1 - share)); }

Estimate positive(double value, double variance)
{
    const double width = normal95 * std::sqrt(variance);
    return {value, value * std::exp(-width), value * std::exp(width)};
}

Estimate share(double value, double variance)
{
    const double width = normal95 * std::sqrt(variance);
    if (!std::isfinite(logit(value)))
        return {value, missing, missing};
    return {value, logistic(logit(value) - width), logistic(logit(value) + width)};
}

template<class Move, size_t n>
std::array<double, n> moved(const std::array<double, n> &parameters, size_t place, Move &&by)
{
    std::array<double, n> other = parameters;
    other[place] *= std::exp(by);
    return other;
}

} // namespace

/// What the delta method looks at, on the scale where it is nearest to normal.
struct CustomerOracle::Figures {
    double active = 0, purchases = 0, silence = 0, discounted = 0;
    std::array<double, 4> scaled() const { return {logit(active), std::log(purchases), logit(silence), std::log(discounted)}; }
};

Result<CustomerOracle> CustomerOracle::of(const CustomerModel &model)
{
    auto buyers = buyerModel(model.buyers.model);
    if (!buyers)
        return fail(buyers.error());
    return CustomerOracle(model, *buyers);
}

CustomerOracle::CustomerOracle(const CustomerModel &model, std::shared_ptr<const BuyerModel> buyers)
    : m_model(&model), m_buyers(std::move(buyers)),
      m_seesLeaving(m_buyers->leaving(model.buyers.parameters, daysOfYear / model.buyers.unit.days) >= leastLeaving)
{
}

double CustomerOracle::expectedPurchases(const BuyerHistory &history, double days) const
{
    return m_buyers->expectedPurchases(m_model->buyers.parameters, history, days / m_model->buyers.unit.days);
}

double CustomerOracle::silence(const BuyerHistory &history, double days) const
{
    return m_buyers->silence(m_model->buyers.parameters, history, days / m_model->buyers.unit.days);
}

// Each purchase counts by the day when it is expected; by parts, so that a few values of the expected number are enough.
double CustomerOracle::discountedPurchases(const BuyerParameters &parameters, const BuyerHistory &history, double time) const
{
    const double rate = std::log1p(m_model->terms.discount) * m_model->buyers.unit.days / daysOfYear;
    const auto expected = [&](double until) { return m_buyers->expectedPurchases(parameters, history, until); };
    double sum = std::exp(-rate * time) * expected(time);
    if (rate > 0)
        sum += rate * boost::math::quadrature::gauss<double, 5>::integrate([&](double at) { return std::exp(-rate * at) * expected(at); }, 0.0, time);
    return sum;
}

CustomerOracle::Figures CustomerOracle::figures(const BuyerParameters &parameters, const BuyerHistory &history, double time) const
{
    return {m_buyers->active(parameters, history), m_buyers->expectedPurchases(parameters, history, time),
            m_buyers->silence(parameters, history, time), m_model->spend ? discountedPurchases(parameters, history, time) : 1};
}

CustomerOracle::Point CustomerOracle::point(const BuyerHistory &history, double horizonDays) const
{
    const BuyerParameters &parameters = m_model->buyers.parameters;
    const double time = horizonDays / m_model->buyers.unit.days;
    return {judges(history) ? m_buyers->active(parameters, history) : missing, m_buyers->expectedPurchases(parameters, history, time),
            m_model->spend ? discountedPurchases(parameters, history, time) : missing};
}

Estimate CustomerOracle::active(const BuyerHistory &history) const
{
    const BuyerFit &fit = m_model->buyers;
    if (!judges(history))
        return {};
    const double value = m_buyers->active(fit.parameters, history);
    BuyerParameters slopes;
    for (size_t i = 0; i < slopes.size(); ++i)
        slopes[i] = (logit(m_buyers->active(moved(fit.parameters, i, logStep), history)) - logit(value)) / logStep;
    return share(value, fit.variance(slopes));
}

Estimate CustomerOracle::spendOf(const SpendRecord &record, double &variance) const
{
    const SpendFit &fit = *m_model->spend;
    const std::array<double, 3> parameters{fit.p, fit.q, fit.v};
    const double value = fit.meanOf(record);
    variance = missing;
    if (fit.covariance.empty() || std::isnan(value))
        return {value, missing, missing};
    std::array<double, 3> slopes;
    for (size_t i = 0; i < slopes.size(); ++i)
        slopes[i] = std::log(SpendFit::meanOf(moved(parameters, i, logStep), record) / value) / logStep;
    variance = 0;
    for (size_t i = 0; i < slopes.size(); ++i)
        for (size_t j = 0; j < slopes.size(); ++j)
            variance += slopes[i] * fit.covariance[i * slopes.size() + j] * slopes[j];
    return positive(value, variance);
}

CustomerOutlook CustomerOracle::outlook(const BuyerHistory &history, const SpendRecord &spend, double horizonDays) const
{
    const BuyerFit &fit = m_model->buyers;
    const double time = horizonDays / fit.unit.days;
    const Figures here = figures(fit.parameters, history, time);
    std::array<BuyerParameters, 4> slopes;
    for (size_t i = 0; i < buyerParameters; ++i) {
        const std::array<double, 4> there = figures(moved(fit.parameters, i, logStep), history, time).scaled();
        for (size_t k = 0; k < slopes.size(); ++k)
            slopes[k][i] = (there[k] - here.scaled()[k]) / logStep;
    }
    CustomerOutlook outlook;
    outlook.active = judges(history) ? share(here.active, fit.variance(slopes[0])) : Estimate{};
    outlook.purchases = positive(here.purchases, fit.variance(slopes[1]));
    outlook.silence = share(here.silence, fit.variance(slopes[2]));
    if (m_model->spend) {
        double spendVariance = missing;
        outlook.spend = spendOf(spend, spendVariance);
        outlook.value = positive(m_model->terms.margin * outlook.spend.value * here.discounted, fit.variance(slopes[3]) + spendVariance);
    }
    outlook.evidence = evidenceOf(history);
    if (!outlook.purchases.hasInterval())
        outlook.evidence += u' ' + CustomerModelText::tr("Without intervals: the purchases leave a parameter of the model open.");
    return outlook;
}

QString CustomerOracle::evidenceOf(const BuyerHistory &history) const
{
    QString words;
    if (history.repeats == 0 && !m_buyers->judgesOneTimeBuyers())
        words = CustomerModelText::tr("One purchase day only, and BG/NBD takes everybody for active until the second: it cannot tell whether this user is.");
    else if (history.repeats == 0)
        words = CustomerModelText::tr("One purchase day only: this is what becomes of users in general, not what this one does.");
    else if (history.repeats < 3)
        words = CustomerModelText::tr("Came back on %n day(s) only: the habits of all users weigh more than this one's.", nullptr, history.repeats);
    else
        words = CustomerModelText::tr("Came back on %n day(s).", nullptr, history.repeats);
    if (judges(history) && history.lastAt >= history.observed && m_buyers->active(m_model->buyers.parameters, history) >= 1)
        words += u' ' + CustomerModelText::tr("Bought on the last day that is known, so that nobody can say yet.");
    if (!m_seesLeaving)
        words += u' ' + CustomerModelText::tr("No purchase shows that users leave: who is silent may buy seldom, so that P(active) cannot be told.");
    return words;
}

} // namespace foretrail
