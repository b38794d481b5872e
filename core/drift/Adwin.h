#pragma once

#include "core/base/Result.h"
#include "core/drift/DriftDetector.h"

#include <QJsonObject>

#include <vector>

namespace foretrail {

struct AdwinSettings {
    double delta = 0.002; ///< how often it may be wrong: of each value, at most this share of cuts without a change
    int perSize = 5;      ///< buckets of one size before two are made one
    int fewest = 5;       ///< values on either side of a cut
    double warning = 0.8; ///< Warning from this share of the difference on that would alarm

    QJsonObject toJson() const;
    static Result<AdwinSettings> fromJson(const QJsonObject &json); ///< what is absent is as usual; InvalidInput names the key
    bool operator==(const AdwinSettings &) const = default;
};

/// The adaptive window of Bifet & Gavalda (2007): keeps the longest end of the stream in which no two parts differ, of values in [0, 1]. The old
/// part goes where |mean0 - mean1| >= sqrt(2/m s^2 ln(2/d')) + 2/(3m) ln(2/d'), 1/m = 1/n0 + 1/n1, s^2 the variance of the window, d' = delta / ln n.
/// The window is kept as buckets whose sizes are powers of two, so memory and time for a value grow as log n; cuts lie between buckets.
class Adwin final : public DriftDetector {
public:
    explicit Adwin(const AdwinSettings &settings = {}) : m_settings(settings) {}

    DriftState add(double value) override; ///< what is beyond [0, 1] counts as its end
    double score() const override { return m_score; }
    /// Of a Drift the length of the window that was kept; of a Warning that of the part that differs.
    qint64 sinceChange() const override { return m_since; }
    void reset() override;

    DriftState state() const { return m_state; }
    qint64 size() const;  ///< values in the window
    double mean() const;  ///< of the window; NaN where it is empty
    qsizetype bucketCount() const { return qsizetype(m_buckets.size()); }

    QJsonObject stateJson() const;
    Result<void> restore(const QJsonObject &state); ///< Format names the key; then it is as it was

private:
    struct Bucket {
        qint64 count = 0; ///< a power of two
        double mean = 0;
        double squares = 0; ///< of the distances from the mean, summed
        void take(const Bucket &other);
    };
    struct Cut {
        double ratio = 0; ///< the difference over the one that alarms
        qint64 behind = 0; ///< values behind the cut
    };
    void insert(double value);
    Bucket whole() const;
    Cut widestCut() const;

    AdwinSettings m_settings;
    std::vector<Bucket> m_buckets; ///< oldest, so largest, first
    double m_score = 0;
    qint64 m_since = 0;
    DriftState m_state = DriftState::Learning;
};

} // namespace foretrail
