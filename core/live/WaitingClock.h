#pragma once

#include <QElapsedTimer>

#include <functional>

namespace foretrail {

/// Milliseconds since it was started, without those in which it was paused.
class WaitingClock {
public:
    using Millis = std::function<qint64()>; ///< of a clock that never goes back

    explicit WaitingClock(Millis millis = steadyMillis()) : m_millis(std::move(millis)), m_startedAt(m_millis()) {}

    /// From zero; a pause goes on.
    void start()
    {
        m_startedAt = m_pausedAt = m_millis();
        m_lost = 0;
    }
    void setPaused(bool isPaused)
    {
        if (isPaused == m_isPaused)
            return;
        if (isPaused)
            m_pausedAt = m_millis();
        else
            m_lost += m_millis() - m_pausedAt;
        m_isPaused = isPaused;
    }
    qint64 elapsed() const { return (m_isPaused ? m_pausedAt : m_millis()) - m_startedAt - m_lost; }

private:
    static Millis steadyMillis()
    {
        QElapsedTimer timer;
        timer.start();
        return [timer] { return timer.elapsed(); };
    }

    Millis m_millis;
    qint64 m_startedAt = 0;
    qint64 m_pausedAt = 0; ///< while it is paused
    qint64 m_lost = 0;
    bool m_isPaused = false;
};

} // namespace foretrail
