#pragma once

#include "core/jobs/JobContext.h"

#include <functional>
#include <span>
#include <vector>

namespace foretrail {

/// ln of a likelihood at `point`, and its derivatives there; NaN where it cannot be told. Asked for again and again with
/// points inside of a box.
using SlopedLikelihood = std::function<double(const std::vector<double> &point, std::vector<double> &slopes)>;

struct LikelihoodPeak {
    std::vector<double> point;
    double value = 0;
    /// Of the point, row by row: the inverse of the curvature, nothing along open directions. Empty where it cannot be told.
    std::vector<double> covariance;
    std::vector<double> open; ///< directions along which the peak is flat, one behind the other, each of length 1
    bool isAtEdge = false;    ///< of the box: the likelihood still grows outward
};

/// Where a peak is looked for, and how closely.
struct SearchBox {
    std::vector<double> centre;
    double reach = 12;           ///< how far from the centre a parameter may go
    double smallestGain = 1e-11; ///< of the likelihood by a step, as a share of it: less ends the search
};

/// The highest point from `start` on by the method of Broyden, Fletcher, Goldfarb and Shanno, kept in the box. `spread` is a
/// covariance as of a peak of similar data, to begin with; may be empty. Degenerate where the likelihood cannot be told at the
/// start, Cancelled.
Result<LikelihoodPeak> climb(const SlopedLikelihood &likelihood, const SearchBox &box, const std::vector<double> &start,
                             const std::vector<double> &spread, JobContext &job);

/// Fills in covariance and open directions of a peak from differences of the slopes around it.
void addCurvature(const SlopedLikelihood &likelihood, LikelihoodPeak &peak);

/// Whether what has these derivatives stays as it is along all open directions.
bool isFixedAlong(std::span<const double> slopes, const std::vector<double> &open);

} // namespace foretrail
