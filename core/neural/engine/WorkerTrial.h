#pragma once

#include <algorithm>
#include <chrono>

namespace foretrail::neural {

/// Whether a second worker helps: some batches with one and with two in turns, the shorter time wins, and now and then again, since
/// who else uses the machine changes. Results do not depend on it.
class WorkerTrial {
public:
    explicit WorkerTrial(int most) : m_most(most) {}

    /// Workers for the next batch.
    int next() const { return m_most < 2 || m_left > 0 ? m_chosen : m_tried % 2 == 0 ? 1 : m_most; }
    /// How long it took.
    void tell(double seconds)
    {
        if (m_most < 2)
            return;
        if (m_left > 0) {
            --m_left;
            return;
        }
        double &best = m_best[m_tried % 2];
        best = m_tried < 2 ? seconds : std::min(best, seconds);
        if (++m_tried < rounds)
            return;
        m_chosen = m_best[1] < worthIt * m_best[0] ? m_most : 1;
        m_left = std::clamp(int(secondsBetween / std::max(std::min(m_best[0], m_best[1]), 1e-6)), 4 * rounds, 100'000);
        m_tried = 0;
    }
    int chosen() const { return m_chosen; }

private:
    static constexpr int rounds = 8;
    static constexpr double worthIt = 0.9;        ///< two must be a tenth faster
    static constexpr double secondsBetween = 5;
    const int m_most;
    int m_chosen = 1;
    int m_tried = 0;
    int m_left = 0; ///< batches until the next trial
    double m_best[2] = {0, 0};
};

} // namespace foretrail::neural
