#pragma once

#include "core/advertising/Campaign.h"

namespace foretrail {

/// The fields of a campaign, each by itself: what they need of each other is not checked. InvalidInput names the field.
Result<Campaign> readCampaign(const QJsonObject &json);

} // namespace foretrail
