#pragma once

#include "core/base/Uncopied.h"
#include "core/online/LadderRules.h"
#include "core/online/UpdateTask.h"

namespace foretrail {

/// What a rung made of a model.
struct LadderStep {
    LadderModel model;
    QString change;      ///< what changed, in a sentence
    QJsonObject numbers; ///< the same as numbers
};

/// One rung of the ladder. Stateless.
class Rung : Uncopied {
public:
    virtual ~Rung() = default;
    virtual QString name() const = 0;
    /// Why it is not for this model; empty: it is.
    virtual QString whyNot(const ModelSpec &) const { return {}; }
    /// A new model from all but the last `heldBack` steps. TooShort where nothing is new before them; what the training says.
    virtual Result<LadderStep> climbed(const UpdateTask &task, qint64 heldBack, JobContext &job) const = 0;
};

/// roll: the stored model, asked with the longer history. rls: the coefficients of autoregressions go on (continuedAr). fine-tune: lstm and gru
/// (fineTuned). refit: the stored spec on all data, its recipe and its network as from nothing.
std::unique_ptr<Rung> makeRung(RungKind kind);

/// The rung between roll and refit that a model has; none: it has neither.
std::optional<RungKind> gentleRung(const ModelSpec &model);

} // namespace foretrail
