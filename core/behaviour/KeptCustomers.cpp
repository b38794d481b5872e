#include "core/behaviour/KeptCustomers.h"

#include "core/behaviour/KeptOfData.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct KeptCustomersText { Q_DECLARE_TR_FUNCTIONS(foretrail::KeptCustomers) };

KeptKind keptBuyers(const CustomersChoice &choice)
{
    return {QStringLiteral("customers.model.") + choice.model, 2, KeptCustomersText::tr("No model of buyers was learnt yet.")};
}

} // namespace

Result<WorkspaceCustomers> keptCustomers(Workspace &workspace, const CustomersChoice &choice)
{
    const KeptKind kind = keptBuyers(choice);
    const Result<QJsonObject> json = keptOfData(workspace, kind);
    if (!json)
        return fail(json.error());
    const Result<CustomerModel> model = CustomerModel::fromJson(json->value(u"model").toObject());
    if (!model || !buyerModel(model->buyers.model))
        return fail(ErrorCode::NotFound, kind.noneYet);
    return WorkspaceCustomers{*model, json->value(u"first_day").toInteger(), json->value(u"last_day").toInteger(), choice.horizonDays};
}

Result<WorkspaceCustomers> workspaceCustomers(Workspace &workspace, const CustomersChoice &choice, JobContext &job)
{
    Result<WorkspaceCustomers> kept = keptCustomers(workspace, choice);
    if (kept || kept.error().code != ErrorCode::NotFound)
        return kept;
    const Result<QString> fingerprint = workspace.data().fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    CustomersRequest request;
    request.model = choice.model;
    request.horizonDays = choice.horizonDays;
    Result<CustomersAnalysis> analysis = analyseCustomers(workspace.data(), request, job);
    if (!analysis)
        return fail(analysis.error());
    keepOfData(workspace, keptBuyers(choice), *fingerprint,
               {{QStringLiteral("model"), analysis->model.toJson()}, {QStringLiteral("first_day"), analysis->histories.firstDay},
                {QStringLiteral("last_day"), analysis->histories.lastDay}});
    const auto histories = std::make_shared<const PurchaseHistories>(std::move(analysis->histories));
    return WorkspaceCustomers{std::move(analysis->model), histories->firstDay, histories->lastDay, choice.horizonDays, histories};
}

} // namespace foretrail
