#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// What a kind of events can mean: view, cart, favourite, purchase, return, adjustment, other.
const QStringList &allMeanings();
/// Gives a kind another meaning: orders, amounts (price times quantity of what is bought now; none of what is bought no more,
/// where the log itself has no amounts), matched returns and totals follow. One transaction. NotFound for a kind that is not
/// there, InvalidInput for a word that is no meaning, Cancelled.
Result<void> setKindMeaning(Workspace &workspace, const QString &kind, const QString &meaning, JobContext &job);

} // namespace foretrail
