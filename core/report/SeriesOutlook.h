#pragma once

#include "core/training/AdjustedForecast.h"
#include "core/training/Experiment.h"

namespace foretrail {

/// Where a series goes.
enum class Course { Unknown, Rises, Falls, Steady };

/// What a forecast means for a person who plans: how much is expected, whether that is more than before, and how far its band is to be trusted.
struct SeriesOutlook {
    static constexpr double clearChange = 0.05; ///< less is no course

    double expected = missing; ///< mean of the forecast over its steps
    double total = missing;    ///< their sum
    double before = missing;   ///< mean of the observations of the same steps, as many whole seasons earlier as the horizon needs
    qint64 earlier = 0;        ///< so many steps earlier
    Course course = Course::Unknown;
    /// `before` lies outside the band of 80 % even if each step missed to the same side: outside the means of its edges.
    bool isClear = false;
    QStringList cautions; ///< about its band of 80 %, a few words each

    /// expected over before, less 1; NaN where there is no before or it is not positive.
    double change() const;
};

/// Of what people made of the forecast where they corrected it.
SeriesOutlook outlookOf(const ForecastOutcome &outcome, const AdjustedForecast &adjusted = {});

/// P(at most `held` of `count`) when each is held with probability `promised`.
double binomialAtMost(int held, int count, double promised);

} // namespace foretrail
