#pragma once

#include "core/series/Series.h"

namespace foretrail {

/// What a recurrent network sees at each step: the normalised value, then `pairs` sines and cosines of the season.
struct SeasonInputs {
    int season = 1;
    int pairs = 0; ///< 0: the value alone

    /// At most three pairs, as many as the season can tell apart; none without a season.
    static SeasonInputs forSeason(int season);
    int features() const { return 1 + 2 * pairs; }
    /// Appends the inputs of one step: its value and the place of the step after it, `nextPlace` steps from the origin.
    void append(std::vector<float> &inputs, float value, qint64 nextPlace) const;
    bool operator==(const SeasonInputs &) const = default;
};

/// Steps from 1970 (from 0 without a calendar) to the first observation: the same wherever a series begins.
qint64 placeOfStart(const TimeAxis &axis);

} // namespace foretrail
