#pragma once

#include "core/advertising/CampaignEvaluation.h"

namespace foretrail::cli {

/// 12.34 of 0.1234.
QString percents(double share);
/// A line for each policy, for people.
void printEvaluation(const CampaignEvaluation &evaluation);

} // namespace foretrail::cli
