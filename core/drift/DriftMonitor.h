#pragma once

#include "core/drift/DriftAlert.h"
#include "core/drift/DriftSettings.h"
#include "core/drift/ErrorScale.h"

#include <array>
#include <optional>
#include <vector>

namespace foretrail {

/// Watches the one-step errors of one model on one series: learns what errors are usual, tells the detectors of the errors since, and says once of a
/// change that it happened. After an alert it takes the errors since the change for the usual ones and learns anew, so it is blind for
/// DriftSettings::learning errors. A value; not thread-safe.
class DriftMonitor {
public:
    explicit DriftMonitor(const DriftSettings &settings = {});
    std::optional<DriftAlert> add(double error); ///< signed error of a one-step forecast (actual - forecast), on the scale of the series; NaN only counts as a step
    double score() const;       ///< 0..1, the highest of the detectors
    DriftState state() const;   ///< the gravest of the detectors; Drift right after an alert, until the next error
    void reset();               ///< after a model was changed: learns anew what errors are usual
    const ErrorScale &usual() const { return m_scale; } ///< width 0 while it learns

    QJsonObject toJson() const;
    static Result<DriftMonitor> fromJson(const QJsonObject &json); ///< its whole state, so that it goes on after a restart; Format names the key

private:
    struct Kept {
        qint64 step = 0;
        double error = 0;
    };
    struct Named {
        const char *name;
        const DriftDetector *detector;
    };
    std::array<Named, 3> detectors() const;
    void keep(double error);
    void learn();
    ErrorScale scaleOf(size_t first, size_t end) const;
    DriftState tell(double error);
    DriftAlert alertOf(const Named &found, size_t changed) const;
    double meanOfKept(size_t first, size_t end, bool isOfSizes) const;
    Result<void> restore(const QJsonObject &json);

    DriftSettings m_settings;
    qint64 m_steps = 0;             ///< errors added, with missing ones
    std::vector<Kept> m_kept;       ///< the last errors, oldest first
    size_t m_learnt = 0;            ///< of them, those since it began to learn
    ErrorScale m_scale;
    PageHinkley m_pageHinkley;
    Adwin m_adwin;
    Ddm m_ddm;
    bool m_isAlerted = false;       ///< by the last error
};

} // namespace foretrail
