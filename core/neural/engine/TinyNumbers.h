#pragma once

#if defined(__SSE__)
#include <xmmintrin.h>
#endif

namespace foretrail::neural {

/// While it lives, numbers below the smallest normal one (1e-38) count as 0 in this thread. Gates that are shut make many of them,
/// and a processor takes a hundred times as long for each. Does nothing on processors without SSE.
class TinyNumbersAreZero {
public:
#if defined(__SSE__)
    TinyNumbersAreZero() : m_before(_mm_getcsr()) { _mm_setcsr(m_before | flushResults | readAsZero); }
    ~TinyNumbersAreZero() { _mm_setcsr(m_before); }

private:
    static constexpr unsigned flushResults = 0x8000, readAsZero = 0x0040;
    unsigned m_before;

public:
#else
    TinyNumbersAreZero() = default;
    ~TinyNumbersAreZero() = default;
#endif
    TinyNumbersAreZero(const TinyNumbersAreZero &) = delete;
    TinyNumbersAreZero &operator=(const TinyNumbersAreZero &) = delete;
};

} // namespace foretrail::neural
