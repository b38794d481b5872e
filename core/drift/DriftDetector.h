#pragma once

#include <QtGlobal>

namespace foretrail {

enum class DriftState { Learning, Stable, Warning, Drift };

/// Watches one stream of numbers for a change of what is usual. A detector that said Drift begins anew with the next value, save Adwin,
/// which goes on with what it kept. Not thread-safe.
class DriftDetector {
public:
    virtual ~DriftDetector() = default;
    virtual DriftState add(double value) = 0;   ///< the next one, in order of time; NaN is passed over
    virtual double score() const = 0;           ///< 0 stable .. 1 where it alarms
    virtual qint64 sinceChange() const = 0;     ///< values ago that the change began, as far as it tells; 0 where nothing changed
    virtual void reset() = 0;

protected: // a detector is copied as what it is, never as this
    DriftDetector() = default;
    DriftDetector(const DriftDetector &) = default;
    DriftDetector &operator=(const DriftDetector &) = default;
};

} // namespace foretrail
