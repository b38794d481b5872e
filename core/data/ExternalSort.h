#pragma once

#include "core/data/ScratchFile.h"

#include <algorithm>
#include <future>
#include <queue>
#include <type_traits>
#include <utility>
#include <vector>

namespace foretrail {

/// Sorts any number of small values in bounded memory: full blocks are sorted on another thread and put into a scratch file.
/// Failures of the disk throw SQLite::Exception.
template<class T>
class ExternalSort {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    /// `folder` gets the file; about three times `blockBytes` are in memory.
    ExternalSort(QString folder, size_t blockBytes)
        : m_blockValues(std::max<size_t>(blockBytes / sizeof(T), 2)), m_file(std::move(folder), QStringLiteral("sort"))
    {
    }

    void add(const T &value)
    {
        if (m_block.size() == m_blockValues)
            putAway();
        m_block.push_back(value);
        ++m_count;
    }
    size_t size() const { return m_count; }

    /// Nothing more is added; next() begins with the smallest.
    void sort()
    {
        takeSorted();
        std::sort(m_block.begin(), m_block.end());
        m_at = 0;
        for (size_t i = 0; i < m_runs.size(); ++i)
            if (read(m_runs[i]))
                m_heads.push({m_runs[i].buffer.front(), i});
        if (!m_block.empty())
            m_heads.push({m_block.front(), m_runs.size()});
    }
    /// False at the end.
    bool next(T &value)
    {
        if (m_runs.empty()) {
            if (m_at == m_block.size())
                return false;
            value = m_block[m_at++];
            return true;
        }
        return merge(value);
    }

private:
    /// A sorted stretch of the file, read in pieces.
    struct Run {
        qint64 at = 0, end = 0; ///< bytes of the file
        std::vector<T> buffer{};
        size_t first = 0;
    };
    static constexpr qint64 bufferBytes = 32 * 1024 / qint64(sizeof(T)) * qint64(sizeof(T));

    /// On the other thread; the file is its own until takeSorted().
    Run write(const std::vector<T> &sorted)
    {
        const qint64 bytes = qint64(sorted.size() * sizeof(T));
        const qint64 at = m_file.append(sorted.data(), bytes);
        return {at, at + bytes};
    }
    bool read(Run &run)
    {
        if (++run.first < run.buffer.size())
            return true;
        const qint64 bytes = std::min(bufferBytes, run.end - run.at);
        run.buffer.resize(size_t(bytes) / sizeof(T));
        run.first = 0;
        m_file.read(run.at, run.buffer.data(), bytes);
        run.at += bytes;
        return bytes > 0;
    }
    using Head = std::pair<T, size_t>;

    void putAway()
    {
        takeSorted();
        m_sorting = std::async(std::launch::async, [this, block = std::move(m_block)]() mutable {
            std::sort(block.begin(), block.end());
            Run run = write(block);
            block.clear();
            return std::pair(std::move(run), std::move(block));
        });
        m_block = std::move(m_spare);
        m_block.reserve(m_blockValues);
    }
    void takeSorted()
    {
        if (!m_sorting.valid())
            return;
        auto [run, block] = m_sorting.get();
        m_runs.push_back(std::move(run));
        m_spare = std::move(block);
    }
    bool merge(T &value)
    {
        if (m_heads.empty())
            return false;
        const auto [smallest, from] = m_heads.top();
        m_heads.pop();
        value = smallest;
        if (from < m_runs.size()) {
            if (read(m_runs[from]))
                m_heads.push({m_runs[from].buffer[m_runs[from].first], from});
        } else if (++m_at < m_block.size()) {
            m_heads.push({m_block[m_at], from});
        }
        return true;
    }

    size_t m_blockValues;
    size_t m_count = 0;
    std::vector<T> m_block, m_spare;
    ScratchFile m_file;
    std::vector<Run> m_runs;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> m_heads;
    size_t m_at = 0; ///< in the last block
    std::future<std::pair<Run, std::vector<T>>> m_sorting; ///< last, so that it ends before what it uses goes
};

} // namespace foretrail
