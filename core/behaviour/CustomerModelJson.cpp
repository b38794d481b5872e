#include "core/behaviour/CustomerModel.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace foretrail {
namespace {

struct CustomerModelJsonText { Q_DECLARE_TR_FUNCTIONS(foretrail::CustomerModel) };

QJsonArray arrayOf(const std::vector<double> &values)
{
    QJsonArray array;
    for (const double value : values)
        array.append(value);
    return array;
}

std::vector<double> doublesOf(const QJsonValue &json)
{
    std::vector<double> values;
    for (const QJsonArray list = json.toArray(); const QJsonValue &value : list)
        values.push_back(value.toDouble());
    return values;
}

} // namespace

QJsonObject BuyerFit::toJson() const
{
    return {{QStringLiteral("model"), model},
            {QStringLiteral("unit"), unit.name},
            {QStringLiteral("parameters"), arrayOf({parameters.begin(), parameters.end()})},
            {QStringLiteral("covariance"), arrayOf(covariance)},
            {QStringLiteral("open"), arrayOf(open)},
            {QStringLiteral("log_likelihood"), logLikelihood},
            {QStringLiteral("users"), users},
            {QStringLiteral("repeat_buyers"), repeatBuyers}};
}

Result<BuyerFit> BuyerFit::fromJson(const QJsonObject &json)
{
    const Result<BuyerUnit> unit = buyerUnit(json[QStringLiteral("unit")].toString());
    const std::vector<double> values = doublesOf(json[QStringLiteral("parameters")]);
    BuyerFit fit;
    fit.covariance = doublesOf(json[QStringLiteral("covariance")]);
    fit.open = doublesOf(json[QStringLiteral("open")]);
    const bool isSquare = (fit.covariance.empty() || fit.covariance.size() == buyerParameters * buyerParameters)
                          && fit.open.size() % buyerParameters == 0;
    if (!unit || values.size() != buyerParameters || !isSquare)
        return fail(ErrorCode::Format, CustomerModelJsonText::tr("The model of buyers that was kept cannot be read."));
    fit.model = json[QStringLiteral("model")].toString();
    fit.unit = *unit;
    std::copy(values.begin(), values.end(), fit.parameters.begin());
    fit.logLikelihood = json[QStringLiteral("log_likelihood")].toDouble();
    fit.users = json[QStringLiteral("users")].toInteger();
    fit.repeatBuyers = json[QStringLiteral("repeat_buyers")].toInteger();
    return fit;
}

QJsonObject SpendFit::toJson() const
{
    return {{QStringLiteral("p"), p},
            {QStringLiteral("q"), q},
            {QStringLiteral("v"), v},
            {QStringLiteral("covariance"), arrayOf(covariance)},
            {QStringLiteral("log_likelihood"), logLikelihood},
            {QStringLiteral("users"), users},
            {QStringLiteral("correlation"), correlation}};
}

SpendFit SpendFit::fromJson(const QJsonObject &json)
{
    SpendFit fit{json[QStringLiteral("p")].toDouble(), json[QStringLiteral("q")].toDouble(), json[QStringLiteral("v")].toDouble(),
                 doublesOf(json[QStringLiteral("covariance")]), json[QStringLiteral("log_likelihood")].toDouble(),
                 json[QStringLiteral("users")].toInteger(), json[QStringLiteral("correlation")].toDouble()};
    if (fit.covariance.size() != 9)
        fit.covariance.clear();
    return fit;
}

QJsonObject CustomerModel::toJson() const
{
    QJsonObject json{{QStringLiteral("buyers"), buyers.toJson()},
                     {QStringLiteral("margin"), terms.margin},
                     {QStringLiteral("discount"), terms.discount}};
    if (spend)
        json.insert(QStringLiteral("spend"), spend->toJson());
    return json;
}

Result<CustomerModel> CustomerModel::fromJson(const QJsonObject &json)
{
    const Result<BuyerFit> buyers = BuyerFit::fromJson(json[QStringLiteral("buyers")].toObject());
    if (!buyers)
        return fail(buyers.error());
    CustomerModel model;
    model.buyers = *buyers;
    model.terms = {json[QStringLiteral("margin")].toDouble(1), json[QStringLiteral("discount")].toDouble()};
    if (json.contains(QStringLiteral("spend")))
        model.spend = SpendFit::fromJson(json[QStringLiteral("spend")].toObject());
    return model;
}

} // namespace foretrail
