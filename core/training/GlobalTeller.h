#pragma once

#include "core/models/JudgedEpoch.h"
#include "core/models/Forecaster.h"
#include "core/training/GlobalNetwork.h"

namespace foretrail {

/// Tells what a network over many series says of one of them while it learns: one step ahead over the last values, which it must not
/// learn from.
class GlobalTeller {
public:
    /// `shown` must outlive it; `values`: how many of its last; `isNonNegative`: no forecast lies below zero.
    GlobalTeller(const ShownSeries &shown, int values, bool isNonNegative);
    /// By all members of the network; weights are those of `learning`, which is one of them.
    Result<JudgedEpoch> epoch(const GlobalNetwork &network, const RecurrentNetwork &learning, const EpochLosses &losses);

private:
    Result<std::vector<double>> forecast(const GlobalNetwork &network);
    void addWindows(const std::vector<OriginWindows::Origin> &origins, const GlobalShape &shape);

    const ShownSeries &m_shown;
    const qint64 m_first; ///< of the values that are told of
    const bool m_isNonNegative;
    std::shared_ptr<const JudgedPart> m_part; ///< with the windows as the first network saw them that was told of
};

} // namespace foretrail
