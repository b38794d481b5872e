#pragma once

#include "app/cli/Command.h"
#include "core/behaviour/recommend/RecommendRules.h"
#include "core/data/UserSet.h"

namespace foretrail::cli {

/// Options that say what a list may hold: --leave-out --unavailable-days --unavailable-file --unavailable-where --only-category
/// --never-category --most-per-category --boost-by --boost --diversity.
struct RuleOptions {
    std::string leaveOut = "nothing", unavailableFile, unavailableWhere, boostBy;
    std::vector<std::string> onlyCategories, neverCategories;
    int unavailableDays = 0, mostPerCategory = 0;
    double boost = 1, diversity = 0;

    void addTo(CLI::App &verb);
    /// Io for a file that cannot be read.
    Result<RecommendRules> read() const;
};

LeaveOut leaveOutFrom(const std::string &name);
/// The users of a file, empty (all) where none is named; says how many of its keys are no users.
Result<std::shared_ptr<const UserSet>> chosenUsers(const std::string &file, const QList<UserRow> &users);

} // namespace foretrail::cli
