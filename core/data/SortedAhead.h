#pragma once

#include "core/data/ExternalSort.h"

#include <future>
#include <vector>

namespace foretrail {

/// Sorts and merges on another thread, some thousand values ahead of the one who takes them out.
template<class T>
class SortedAhead {
public:
    /// `values` gets no more of them, and must outlive this.
    explicit SortedAhead(ExternalSort<T> &values)
        : m_values(values), m_coming(std::async(std::launch::async, [this] {
              m_values.sort();
              return block({});
          }))
    {
    }

    /// False at the end. Failures of the disk throw SQLite::Exception.
    bool next(T &value)
    {
        if (m_at == m_block.size() && !advance())
            return false;
        value = m_block[m_at++];
        return true;
    }

private:
    static constexpr size_t valuesAtOnce = 16'384;

    std::vector<T> block(std::vector<T> used)
    {
        used.resize(valuesAtOnce);
        size_t count = 0;
        while (count < used.size() && m_values.next(used[count]))
            ++count;
        used.resize(count);
        return used;
    }
    bool advance()
    {
        if (!m_coming.valid())
            return false;
        std::vector<T> used = std::exchange(m_block, m_coming.get());
        m_at = 0;
        if (m_block.empty())
            return false;
        m_coming = std::async(std::launch::async, [this, used = std::move(used)]() mutable { return block(std::move(used)); });
        return true;
    }

    ExternalSort<T> &m_values;
    std::vector<T> m_block;
    size_t m_at = 0;
    std::future<std::vector<T>> m_coming; ///< last, so that it ends before what it uses goes
};

} // namespace foretrail
