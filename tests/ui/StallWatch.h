#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace foretrail::test {

/// A thread that asks the window's thread for an answer again and again and notes the longest time without one. Made and asked on
/// the window's thread.
class StallWatch {
public:
    StallWatch() : m_thread([this] { watch(); }) {}
    ~StallWatch()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_ends.notify_all();
        m_thread.join();
    }
    StallWatch(const StallWatch &) = delete;
    StallWatch &operator=(const StallWatch &) = delete;

    /// The longest since the last call, or the begin. One that lasts until now counts.
    double takeMs()
    {
        const qint64 waiting = m_askedAtNs > 0 ? m_clock.nsecsElapsed() - m_askedAtNs : 0;
        m_askedAtNs = m_askedAtNs > 0 ? m_clock.nsecsElapsed() : 0;
        return double(std::max(waiting, m_longestNs.exchange(0))) / 1e6;
    }

private:
    void watch()
    {
        std::unique_lock lock(m_mutex);
        while (!m_ends.wait_for(lock, std::chrono::milliseconds(1), [this] { return m_isEnding; })) {
            if (m_askedAtNs == 0) {
                m_askedAtNs = m_clock.nsecsElapsed();
                QMetaObject::invokeMethod(&m_inWindow, [this] { answer(); }, Qt::QueuedConnection);
            }
        }
    }
    void answer()
    {
        const qint64 waited = m_clock.nsecsElapsed() - m_askedAtNs;
        m_longestNs = std::max(qint64(m_longestNs), waited);
        m_askedAtNs = 0;
    }
    static QElapsedTimer started()
    {
        QElapsedTimer clock;
        clock.start();
        return clock;
    }

    QObject m_inWindow;
    const QElapsedTimer m_clock = started();
    std::atomic<qint64> m_askedAtNs{0}; ///< 0: nothing is asked
    std::atomic<qint64> m_longestNs{0};
    std::mutex m_mutex;
    std::condition_variable m_ends;
    bool m_isEnding = false;
    std::thread m_thread; ///< the last, so that all is there when it begins
};

} // namespace foretrail::test
