#pragma once

#include "core/data/RunStore.h"
#include "core/training/TrainingSpec.h"

#include <optional>

namespace foretrail {

/// Where a training began that took on the weights of a stored run.
struct BranchOrigin {
    RunId run;
    QString name;  ///< of the run, as it was then
    int epoch = 0; ///< after which it had those weights
    bool operator==(const BranchOrigin &) const = default;

    QJsonObject toJson() const; ///< run, name, epoch
    static std::optional<BranchOrigin> fromJson(const QJsonObject &json);
};

/// Of a stored run; none where it began with weights drawn by its seed.
std::optional<BranchOrigin> originOf(const RunSummary &run);

/// A training to come that begins with the weights which a stored run had after an epoch. Where the run keeps the memory of the optimiser
/// too (of its first, best and last epoch, in networks that are not large) and the branch has the same optimiser, it goes on as the run would
/// have: with all settings as they were, bit for bit. From other epochs weights alone are taken over: the optimiser begins anew, windows come
/// in the order of a first epoch. Patience and schedule begin anew in any case.
struct Branch {
    RunId run;
    int epoch = 0;
    TrainingSpec spec;
};

/// The settings that a branch may change; with others its weights would not fit, or its losses could not be laid beside those of
/// its origin.
const QStringList &branchSettings();
/// Why no run of this model has epochs to branch from; empty: it may.
QString whyNoBranch(const QString &model);
/// Unsupported says whyNoBranch(); InvalidInput names the first other setting that differs.
Result<void> checkBranch(const TrainingSpec &origin, const TrainingSpec &branch);
/// "lstm · revenue · total, from epoch 12"
QString branchName(const QString &origin, int epoch);

} // namespace foretrail
