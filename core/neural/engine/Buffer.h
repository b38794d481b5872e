#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>

namespace foretrail::neural {

/// Floats that begin on a cache line and keep their room: asking for less or as much again costs nothing. Not initialised.
class Buffer {
public:
    float *data() { return m_data.get(); }
    const float *data() const { return m_data.get(); }
    size_t size() const { return m_size; }

    /// Throws std::bad_alloc. What was in it is lost where it grows.
    void resize(size_t size)
    {
        if (size > m_room) {
            constexpr size_t line = 64;
            const size_t bytes = (size * sizeof(float) + line - 1) / line * line;
            m_data.reset(static_cast<float *>(std::aligned_alloc(line, bytes)));
            m_room = m_data ? size : 0;
            if (!m_data)
                throw std::bad_alloc();
        }
        m_size = size;
    }

private:
    struct Free {
        void operator()(float *data) const { std::free(data); }
    };
    std::unique_ptr<float[], Free> m_data;
    size_t m_size = 0;
    size_t m_room = 0;
};

} // namespace foretrail::neural
