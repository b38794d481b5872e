#include "core/behaviour/KeptCustomers.h"

#include "core/behaviour/KeptOfData.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct KeptCustomersText { Q_DECLARE_TR_FUNCTIONS(foretrail::KeptCustomers) };

KeptKind keptBuyers() { return {QStringLiteral("customers.model"), 2, KeptCustomersText::tr("No model of buyers was learnt yet.")}; }

} // namespace

Result<WorkspaceCustomers> keptCustomers(Workspace &workspace)
{
    const Result<QJsonObject> json = keptOfData(workspace, keptBuyers());
    if (!json)
        return fail(json.error());
    const Result<CustomerModel> model = CustomerModel::fromJson(json->value(u"model").toObject());
    if (!model || !buyerModel(model->buyers.model))
        return fail(ErrorCode::NotFound, keptBuyers().noneYet);
    return WorkspaceCustomers{*model, json->value(u"first_day").toInteger(), json->value(u"last_day").toInteger(), usualHorizonDays};
}

Result<WorkspaceCustomers> workspaceCustomers(Workspace &workspace, JobContext &job)
{
    Result<WorkspaceCustomers> kept = keptCustomers(workspace);
    if (kept || kept.error().code != ErrorCode::NotFound)
        return kept;
    const Result<QString> fingerprint = workspace.data().fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    CustomersRequest request;
    request.horizonDays = usualHorizonDays;
    const Result<CustomersAnalysis> analysis = analyseCustomers(workspace.data(), request, job);
    if (!analysis)
        return fail(analysis.error());
    keepOfData(workspace, keptBuyers(), *fingerprint,
               {{QStringLiteral("model"), analysis->model.toJson()}, {QStringLiteral("first_day"), analysis->histories.firstDay},
                {QStringLiteral("last_day"), analysis->histories.lastDay}});
    return WorkspaceCustomers{analysis->model, analysis->histories.firstDay, analysis->histories.lastDay, usualHorizonDays};
}

} // namespace foretrail
