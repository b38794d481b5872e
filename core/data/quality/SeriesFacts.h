#pragma once

#include "core/data/quality/QualityScope.h"
#include "core/data/quality/UsualRange.h"

#include <array>
#include <optional>

namespace foretrail {

/// What one pass tells of an imported series. Distances are counted in its steps.
struct SeriesFacts {
    qint64 id = 0;
    Step step = Step::None;
    WallMs first = 0, last = 0;    ///< or indexes, with Step::None
    qint64 values = 0;
    qint64 missingSteps = 0;       ///< between the first and the last
    qint64 gaps = 0;               ///< stretches of them
    qint64 usualDistance = 1;      ///< the commonest distance of neighbours
    qint64 atUsualDistance = 0;    ///< how many distances are that
    qint64 negatives = 0;
    qint64 future = 0;
    qint64 outliers = 0;
    bool isConstant = false;       ///< at least two values, all the same
    bool isAllZero = false;
    double largest = 0, smallest = 0;
    UsualRange usual{};            ///< of the values above zero

    /// Another rhythm than its step says, or none: not gaps to be filled one by one.
    bool isIrregular() const;
    bool isTooShort() const;
};

/// All series that the scope has observations of, by row id, and the span of each step's calendar.
struct AllSeriesFacts {
    std::vector<SeriesFacts> series;
    qint64 observations = 0;
    struct Span { std::optional<WallMs> first, last; };
    std::array<Span, 7> spans{}; ///< by step; of series without a calendar none

    bool startsLate(const SeriesFacts &one) const;
    bool endsEarly(const SeriesFacts &one) const;
};

/// Reads the observations of the scope once, in the order they are stored: series by series.
Result<AllSeriesFacts> gatherSeries(Connection &connection, const QualityScope &scope, JobContext &job);

/// Whether a value above zero is far from what is usual for its series.
inline bool isOutlier(const SeriesFacts &facts, double value)
{
    return value > 0 && (facts.usual.isAbove(value) || facts.usual.isBelow(value));
}
/// The fewest observations that two seasons need; ten without a calendar.
qint64 fewestObservations(Step step);

} // namespace foretrail
