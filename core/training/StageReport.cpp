#include "core/training/StageReport.h"

namespace foretrail {

QList<StageReport> stageReports(const Recipe &recipe, const Preparation &preparation)
{
    QList<StageReport> reports;
    for (const Stage &stage : preparation.stages()) {
        const QString kind = recipe.steps[stage.step].kind;
        const StepInfo *info = StepRegistry::instance().find(kind);
        reports.append({kind, info ? info->title : kind, stage.rowsIn, stage.changed, stage.rowsOut, stage.finding, stage.statistics});
    }
    return reports;
}

QJsonArray toJson(const QList<StageReport> &stages)
{
    QJsonArray json;
    for (const StageReport &stage : stages)
        json.append(QJsonObject{{QStringLiteral("step"), stage.kind}, {QStringLiteral("title"), stage.title},
                                {QStringLiteral("in"), stage.rowsIn}, {QStringLiteral("changed"), stage.changed},
                                {QStringLiteral("out"), stage.rowsOut}, {QStringLiteral("finding"), stage.finding},
                                {QStringLiteral("statistics"), stage.statistics}});
    return json;
}

QList<StageReport> stageReportsFrom(const QJsonArray &json)
{
    QList<StageReport> stages;
    for (const QJsonValue &entry : json)
        stages.append({entry[QStringLiteral("step")].toString(), entry[QStringLiteral("title")].toString(),
                       entry[QStringLiteral("in")].toInteger(), entry[QStringLiteral("changed")].toInteger(),
                       entry[QStringLiteral("out")].toInteger(), entry[QStringLiteral("finding")].toString(),
                       entry[QStringLiteral("statistics")].toObject()});
    return stages;
}

} // namespace foretrail
