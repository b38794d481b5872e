#pragma once

#include "core/base/Result.h"
#include "core/drift/DriftDetector.h"

#include <QJsonObject>

namespace foretrail {

struct DdmSettings {
    double warning = 2; ///< standard deviations above the least rate
    double alarm = 3;
    int fewest = 30;    ///< values before it says anything
    int errors = 1;     ///< errors behind the least rate before it says anything; more where one outlier is no change

    QJsonObject toJson() const;
    static Result<DdmSettings> fromJson(const QJsonObject &json); ///< what is absent is as usual; InvalidInput names the key
    bool operator==(const DdmSettings &) const = default;
};

/// The drift detection method of Gama et al. (2004) for the rate of errors: with p the share of errors among i values and s = sqrt(p(1-p)/i), it
/// keeps the p and s where p + s was least, warns where p + s >= p_min + 2 s_min and alarms at 3 s_min. The change began where the warning did.
/// It finds rates that rise, not those that fall. Memory is constant.
class Ddm final : public DriftDetector {
public:
    explicit Ddm(const DdmSettings &settings = {}) : m_settings(settings) {}

    DriftState add(double value) override; ///< an error where it is not 0
    double score() const override;
    qint64 sinceChange() const override { return m_state >= DriftState::Warning ? m_count - m_warned + 1 : 0; }
    void reset() override;
    DriftState state() const { return m_state; }

    QJsonObject stateJson() const;
    Result<void> restore(const QJsonObject &state); ///< Format names the key; then it is as it was

private:
    double rate() const { return double(m_errors) / double(m_count); }
    double spread() const;
    DriftState judged() const;

    DdmSettings m_settings;
    qint64 m_count = 0, m_errors = 0;
    double m_leastRate = 1, m_leastSpread = 0; ///< where their sum was least
    qint64 m_leastErrors = 0;                  ///< errors up to there
    qint64 m_warned = 0;                       ///< the value, from 1, with which the warning began
    DriftState m_state = DriftState::Learning;
};

} // namespace foretrail
