#pragma once

#include "core/online/UpdateSchedule.h"

namespace foretrail {

/// What an update may do, from what changes nothing to what learns everything anew.
enum class RungKind { Roll, Rls, FineTune, Refit };
QString rungName(RungKind rung); ///< "roll", "rls", "fine-tune", "refit"
Result<RungKind> rungFromName(const QString &name); ///< InvalidInput lists the names there are
/// "learn anew (refit)": what a person is offered and what is told of it afterwards, the same words everywhere; translated.
QString rungWords(RungKind rung);
QString rungWords(const QString &name); ///< of a stored one; a name that is not known stays

struct LadderSettings {
    UpdateSchedule schedule = UpdateSchedule::EachStep;
    double warningScore = usualWarningScore;
    double driftScore = 1; ///< the alarm
    bool operator==(const LadderSettings &) const = default;
};

/// Where a model stands when it is looked at.
struct LadderSituation {
    double score = 0;          ///< of drift; 0: the errors are as ever
    QString reason;            ///< what the detector says of it; may be empty
    Step step = Step::Day;     ///< of the series
    qint64 newSteps = 0;       ///< closed since it was updated last, or since it was trained
    WallMs updated = 0;        ///< up to where the series was known then
    WallMs now = 0;            ///< and is now
    std::optional<RungKind> last; ///< the rung that was tried last, published or refused; none: no update yet
    qint64 staysFor = 1;       ///< drift that is there again within so many steps of an update has stayed
    std::optional<RungKind> gentle; ///< the rung between roll and refit that this model has
};

struct LadderChoice {
    RungKind rung = RungKind::Roll;
    bool isDue = false; ///< by the schedule
    QString why;        ///< a sentence or two
};

/// Stable: roll. A warning: the gentle rung. Drift: the next rung up, which is the gentle one, or refit where there is none; drift that
/// stays after an update: refit. What is not due rolls.
LadderChoice chooseRung(const LadderSituation &situation, const LadderSettings &settings);

} // namespace foretrail
