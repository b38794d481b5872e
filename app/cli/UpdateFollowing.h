#pragma once

#include "core/online/LiveUpdater.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace foretrail::cli {

/// Options of runs that are updated by themselves: --update --schedule.
struct FollowOptions {
    std::vector<std::int64_t> runs;
    std::string schedule; ///< empty: as chosen for the run, or each step

    /// Returns --update.
    CLI::Option *addTo(CLI::App &verb);
    /// Nothing where no run is named. NotFound, and what reading the runs says.
    Result<std::unique_ptr<LiveUpdater>> begin(Workspace &workspace, JobContext &job) const;
};

/// A line for each update since the last call: which run, up to when, and what the verb update says.
void tellUpdates(LiveUpdater &updater, bool isJson);

} // namespace foretrail::cli
