#pragma once

#include <QElapsedTimer>

namespace foretrail {

/// Milliseconds since it was started, without those in which it was paused.
class WaitingClock {
public:
    /// From zero; a pause goes on.
    void start()
    {
        m_clock.start();
        m_lost = 0;
        if (m_pause.isValid())
            m_pause.start();
    }
    void setPaused(bool isPaused)
    {
        if (isPaused == m_pause.isValid())
            return;
        if (isPaused)
            return m_pause.start();
        m_lost += m_pause.elapsed();
        m_pause.invalidate();
    }
    qint64 elapsed() const { return m_clock.elapsed() - m_lost - (m_pause.isValid() ? m_pause.elapsed() : 0); }

private:
    QElapsedTimer m_clock, m_pause; ///< the latter is valid while it is paused
    qint64 m_lost = 0;
};

} // namespace foretrail
