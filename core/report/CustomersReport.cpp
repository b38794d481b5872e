#include "core/report/CustomersReport.h"

#include "core/base/JsonNumber.h"
#include "core/jobs/ParallelInOrder.h"
#include "core/report/CsvWriter.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace foretrail {
namespace {

struct CustomersReportText { Q_DECLARE_TR_FUNCTIONS(foretrail::CustomersReport) };

constexpr qint64 usersTogether = 1024;

QStringList header()
{
    QStringList names{QStringLiteral("user"), QStringLiteral("x"), QStringLiteral("t_x"), QStringLiteral("T"), QStringLiteral("mean_spend")};
    for (const char *figure : {"p_active", "expected_purchases", "p_no_purchase", "expected_spend", "value"})
        for (const char *part : {"", "_lo95", "_hi95"})
            names << QLatin1String(figure) + QLatin1String(part);
    return names << QStringLiteral("evidence");
}

/// Seven digits: what is said is an estimate.
QString cell(double value) { return std::isfinite(value) ? QString::number(value, 'g', 7) : QString(); }

QByteArray lineOf(const CustomersAnalysis &analysis, const CustomerOracle &oracle, const PurchaseHistory &user, const QString &key)
{
    const BuyerHistory history = analysis.historyOf(user);
    const SpendRecord spend = spendRecord(user);
    const CustomerOutlook outlook = oracle.outlook(history, spend, double(analysis.horizonDays));
    QStringList fields{CsvWriter::field(key), QString::number(history.repeats), cell(history.lastAt), cell(history.observed),
                       spend.purchases > 0 ? cell(spend.mean) : QString()};
    for (const Estimate &estimate : {outlook.active, outlook.purchases, outlook.silence, outlook.spend, outlook.value})
        fields << cell(estimate.value) << cell(estimate.low) << cell(estimate.high);
    fields << CsvWriter::field(outlook.evidence);
    return fields.join(u',').toUtf8() + '\n';
}

/// The keys of the users of an analysis, in their order.
Result<QStringList> keysOf(const CustomersAnalysis &analysis, ShopData &data, JobContext &job)
{
    const Result<QList<UserRow>> rows = data.users(job);
    if (!rows)
        return fail(rows.error());
    QHash<UserId, QString> keys;
    keys.reserve(rows->size());
    for (const UserRow &row : *rows)
        keys.insert(row.id, row.key);
    QStringList ordered;
    for (const PurchaseHistory &user : analysis.histories.users)
        ordered << keys.value(user.user);
    return ordered;
}

QJsonObject intervalsOf(const BuyerFit &fit)
{
    QJsonObject json;
    const auto model = buyerModel(fit.model);
    for (size_t i = 0; model && i < buyerParameters; ++i) {
        BuyerParameters itself{};
        itself[i] = 1;
        const double width = 1.959963984540054 * std::sqrt(fit.variance(itself));
        if (std::isfinite(width))
            json.insert((*model)->parameterNames().at(qsizetype(i)),
                        QJsonArray{fit.parameters[i] * std::exp(-width), fit.parameters[i] * std::exp(width)});
    }
    return json;
}

QJsonValue holdoutJson(const std::optional<HoldoutScore> &score)
{
    if (!score)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("days"), score->days}, {QStringLiteral("predicted"), score->predicted},
                       {QStringLiteral("actual"), score->actual}, {QStringLiteral("MAE"), score->mae}, {QStringLiteral("RMSE"), score->rmse},
                       {QStringLiteral("correlation"), jsonNumber(score->correlation)}, {QStringLiteral("AUC"), jsonNumber(score->auc)},
                       {QStringLiteral("buy_again"), score->buyAgain}};
}

QJsonValue spendJson(const std::optional<SpendFit> &spend)
{
    if (!spend)
        return QJsonValue::Null;
    QJsonObject json = spend->toJson();
    json.remove(QStringLiteral("covariance"));
    return json;
}

} // namespace

Result<void> writeCustomers(const CustomersAnalysis &analysis, ShopData &data, const QString &path, int workers, JobContext &job)
{
    const Result<QStringList> keys = keysOf(analysis, data, job);
    if (!keys)
        return fail(keys.error());
    const Result<CustomerOracle> oracle = CustomerOracle::of(analysis.model);
    if (!oracle)
        return fail(oracle.error());
    auto writer = CsvWriter::open(path);
    if (!writer)
        return fail(writer.error());
    (*writer)->row(header());
    const std::vector<PurchaseHistory> &users = analysis.histories.users;
    const qint64 count = qint64(users.size());
    const Result<void> done = parallelInOrder((count + usersTogether - 1) / usersTogether, workers, job, [&](qint64 piece) -> Result<OrderedWork> {
        return OrderedWork([&, piece]() -> Result<OrderedKeep> {
            QByteArray lines;
            for (qint64 i = piece * usersTogether; i < std::min(count, (piece + 1) * usersTogether); ++i)
                lines += lineOf(analysis, *oracle, users[size_t(i)], keys->at(i));
            return OrderedKeep([&, piece, lines]() -> Result<void> {
                (*writer)->rows(lines);
                job.report(std::min(count, (piece + 1) * usersTogether), count, CustomersReportText::tr("Writing users"));
                return {};
            });
        });
    });
    return done ? (*writer)->commit() : done;
}

QJsonObject customersJson(const CustomersAnalysis &analysis)
{
    const BuyerFit &fit = analysis.model.buyers;
    return {{QStringLiteral("model"), fit.model},
            {QStringLiteral("unit"), fit.unit.name},
            {QStringLiteral("parameters"), fit.parametersJson()},
            {QStringLiteral("intervals95"), intervalsOf(fit)},
            {QStringLiteral("log_likelihood"), fit.logLikelihood},
            {QStringLiteral("users"), fit.users},
            {QStringLiteral("repeat_buyers"), fit.repeatBuyers},
            {QStringLiteral("calibration_end"), formatTime(analysis.histories.calibrationEnd * dayMs, Step::Day)},
            {QStringLiteral("horizon_days"), analysis.horizonDays},
            {QStringLiteral("margin"), analysis.model.terms.margin},
            {QStringLiteral("discount"), analysis.model.terms.discount},
            {QStringLiteral("spend"), spendJson(analysis.model.spend)},
            {QStringLiteral("holdout"), holdoutJson(analysis.holdout)},
            {QStringLiteral("stray_times"), analysis.histories.strayRows},
            {QStringLiteral("notes"), QJsonArray::fromStringList(analysis.notes)}};
}

} // namespace foretrail
