#include "core/training/Branch.h"

#include "core/training/Experiment.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct BranchText { Q_DECLARE_TR_FUNCTIONS(foretrail::Branch) };

} // namespace

QJsonObject BranchOrigin::toJson() const
{
    return {{QStringLiteral("run"), run.value}, {QStringLiteral("name"), name}, {QStringLiteral("epoch"), epoch}};
}

std::optional<BranchOrigin> BranchOrigin::fromJson(const QJsonObject &json)
{
    if (json.isEmpty())
        return {};
    return BranchOrigin{RunId{json[QStringLiteral("run")].toInteger()}, json[QStringLiteral("name")].toString(), json[QStringLiteral("epoch")].toInt()};
}

std::optional<BranchOrigin> originOf(const RunSummary &run) { return BranchOrigin::fromJson(run.metrics[QStringLiteral("origin")].toObject()); }

const QStringList &branchSettings()
{
    static const QStringList paths{QStringLiteral("learningRate"), QStringLiteral("schedule"), QStringLiteral("optimiser"), QStringLiteral("weightDecay"),
                                   QStringLiteral("clipNorm"), QStringLiteral("dropout"), QStringLiteral("batch"), QStringLiteral("epochs"),
                                   QStringLiteral("patience"), QStringLiteral("seed"), QStringLiteral("threads")};
    return paths;
}

QString whyNoBranch(const QString &model)
{
    const ModelInfo *info = modelRegistry().find(model);
    if (!info || !info->learnsFromPanel)
        return {};
    return BranchText::tr("A network over many series comes out of several trainings in a row, so nothing can branch from an epoch of one of them. "
                          "Train anew with other settings.");
}

Result<void> checkBranch(const TrainingSpec &origin, const TrainingSpec &branch)
{
    if (const QString problem = whyNoBranch(origin.model.model); !problem.isEmpty())
        return fail(ErrorCode::Unsupported, problem);
    const QJsonObject before = origin.toJson(), after = branch.toJson();
    for (auto setting = after.begin(); setting != after.end(); ++setting)
        if (!branchSettings().contains(setting.key()) && before.value(setting.key()) != *setting)
            return fail(ErrorCode::InvalidInput, BranchText::tr("%1: a branch keeps this setting of its origin, or weights and losses of the two would not fit together. "
                                                                "It may change %2.").arg(setting.key(), branchSettings().join(QStringLiteral(", "))));
    return {};
}

QString branchName(const QString &origin, int epoch) { return BranchText::tr("%1, from epoch %2", "name of a run, number").arg(origin).arg(epoch); }

} // namespace foretrail
