#pragma once

#include "core/base/Result.h"
#include "core/drift/DriftDetector.h"

#include <QJsonObject>

#include <vector>

namespace foretrail {

struct PageHinkleySettings {
    double delta = 0.005;       ///< a change of the mean that is let pass, in the unit of the values
    double lambda = 50;         ///< its alarm, in the unit of the values
    double forgetting = 0.9999; ///< of the sums, for each value; 1: none. With a large delta take 1: forgetting makes up for what delta takes off
    int fewest = 30;            ///< values before it says anything
    double warning = 0.5;       ///< Warning from this share of lambda on
    int lag = 0;                ///< the last so many values are not in the mean yet, so that a change cannot hide in it while values are few

    QJsonObject toJson() const;
    static Result<PageHinkleySettings> fromJson(const QJsonObject &json); ///< what is absent is as usual; InvalidInput names the key
    bool operator==(const PageHinkleySettings &) const = default;
};

/// The test of Page (1954) and Hinkley (1971) for a change of the mean, on both sides: with the running mean x of the values up to now, it sums
/// m_t = a m_{t-1} + (x_t - x - delta) and alarms where m_t - min m > lambda, so for rises; with the signs turned, for falls. The change began
/// behind the least m. Memory is constant.
class PageHinkley final : public DriftDetector {
public:
    explicit PageHinkley(const PageHinkleySettings &settings = {}) : m_settings(settings) {}

    DriftState add(double value) override;
    double score() const override;
    qint64 sinceChange() const override;
    void reset() override;
    DriftState state() const { return m_state; }
    bool isRise() const; ///< which side is nearer to its alarm

    QJsonObject stateJson() const;
    Result<void> restore(const QJsonObject &state); ///< Format names the key; then it is as it was

private:
    /// One side of the test.
    struct Side {
        double sum = 0;
        double least = 0;
        qint64 lowest = 0; ///< values seen when the sum was least
        double excess() const { return sum - least; }
    };
    void follow(Side &side, double step);
    void takeIntoMean(double value);
    const Side &farther() const { return isRise() ? m_rise : m_fall; }
    DriftState judged() const;

    PageHinkleySettings m_settings;
    qint64 m_count = 0;
    double m_mean = 0;
    std::vector<double> m_waiting; ///< the last values, not in the mean yet, oldest first
    Side m_rise, m_fall;
    DriftState m_state = DriftState::Learning;
};

} // namespace foretrail
