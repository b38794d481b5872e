#pragma once

#include "core/drift/Adwin.h"
#include "core/drift/Ddm.h"
#include "core/drift/PageHinkley.h"

namespace foretrail {

/// From where on errors have changed: all thresholds, and nowhere else. Errors are told to the detectors in their usual widths (ErrorScale).
/// The defaults find a shift of 3 widths within 5 errors and are quiet in a thousand errors of stationary noise; the tests count both.
struct DriftSettings {
    int learning = 30;     ///< errors that say what is usual, before it judges
    int settled = 200;     ///< until so many the usual width is learnt on, then kept
    int margin = 6;        ///< ... of errors at least so many ago, so that a change cannot widen what it is measured by
    double widest = 4;     ///< a larger error counts as one of so many widths: one outlier is no change
    double band = 1.645;   ///< widths of the usual band: 90 of 100 normal errors lie in it
    int kept = 400;        ///< the last errors that are kept: a change that began before them is dated to the first of them
    PageHinkleySettings pageHinkley{1, 5, 1, 30, 0.5, 6}; ///< of the errors with their sign
    AdwinSettings adwin;   ///< of their sizes, as shares of the widest
    DdmSettings ddm{3, 6, 30, 3}; ///< of whether they lie outside of the usual band

    QJsonObject toJson() const;
    /// What is absent is as usual. InvalidInput names the key and what is allowed.
    static Result<DriftSettings> fromJson(const QJsonObject &json);
    bool operator==(const DriftSettings &) const = default;
};

} // namespace foretrail
