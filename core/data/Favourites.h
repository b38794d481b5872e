#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// Keys of the series that a person keeps at hand, in the order in which they were taken; they are the same for every measure and step.
/// `question`: its group counts alone.
Result<QStringList> favouritesOf(Workspace &workspace, const SeriesQuery &question);
Result<void> setFavourite(Workspace &workspace, const SeriesQuery &question, const QString &key, bool isFavourite);

} // namespace foretrail
