#pragma once

#include "app/cli/Command.h"
#include "core/advertising/Campaign.h"

namespace foretrail::cli {

/// Options that describe a new campaign.
struct CampaignOptions {
    std::string name, spec, audience, policy, model, reward;
    std::vector<std::string> items, rules;
    std::int64_t budget = 0, perUser = -1, seed = -1;
    double window = 0, epsilon = -1, alpha = -1, spread = -1, temperature = -1;

    void addTo(CLI::App &verb);
    /// The file's fields with what was said put over them. InvalidInput.
    Result<Campaign> read() const;
};

} // namespace foretrail::cli
