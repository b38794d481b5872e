#include "core/behaviour/KeptCustomers.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct KeptCustomersText { Q_DECLARE_TR_FUNCTIONS(foretrail::KeptCustomers) };

constexpr int keptFormat = 1;

QString settingKey() { return QStringLiteral("customers.model"); }

Error noneKept() { return {ErrorCode::NotFound, KeptCustomersText::tr("No model of buyers was learnt yet."), {}}; }

} // namespace

Result<WorkspaceCustomers> keptCustomers(Workspace &workspace)
{
    const Result<QString> setting = workspace.setting(settingKey());
    if (!setting)
        return fail(setting.error());
    const Result<QString> fingerprint = workspace.data().fingerprint();
    if (!fingerprint)
        return fail(fingerprint.error());
    const QJsonObject json = QJsonDocument::fromJson(setting->toUtf8()).object();
    if (json[QStringLiteral("format")].toInt() != keptFormat || json[QStringLiteral("fingerprint")].toString() != *fingerprint)
        return fail(noneKept());
    const Result<CustomerModel> model = CustomerModel::fromJson(json[QStringLiteral("model")].toObject());
    if (!model || !buyerModel(model->buyers.model))
        return fail(noneKept());
    return WorkspaceCustomers{*model, json[QStringLiteral("first_day")].toInteger(), json[QStringLiteral("last_day")].toInteger(), usualHorizonDays};
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
    const QJsonObject json{{QStringLiteral("format"), keptFormat},
                           {QStringLiteral("fingerprint"), *fingerprint},
                           {QStringLiteral("model"), analysis->model.toJson()},
                           {QStringLiteral("first_day"), analysis->histories.firstDay},
                           {QStringLiteral("last_day"), analysis->histories.lastDay}};
    if (!workspace.isReadOnly()) // where it cannot be kept now, somebody else is writing: the next one learns it again
        (void)workspace.setSetting(settingKey(), QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    return WorkspaceCustomers{analysis->model, analysis->histories.firstDay, analysis->histories.lastDay, usualHorizonDays};
}

} // namespace foretrail
