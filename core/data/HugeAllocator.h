#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace foretrail {

/// Brings a place of the memory near the processor. The empty assembler keeps GCC from dropping functions that do only this.
inline void bringNear(const void *place)
{
    __builtin_prefetch(place);
    asm volatile("");
}

/// Memory for large tables that are read here and there: in large pages where the system has them, so that a look does not
/// wait for the address of its page first.
template<class T>
struct HugeAllocator {
    using value_type = T;
    HugeAllocator() = default;
    template<class U>
    HugeAllocator(const HugeAllocator<U> &) {}

    T *allocate(std::size_t count)
    {
        constexpr std::size_t page = std::size_t(2) << 20;
        const std::size_t bytes = count * sizeof(T);
        const std::size_t rounded = (bytes + page - 1) / page * page;
        void *memory = bytes < page ? std::malloc(bytes) : std::aligned_alloc(page, rounded);
        if (!memory)
            throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
        if (bytes >= page)
            madvise(memory, rounded, MADV_HUGEPAGE);
#endif
        return static_cast<T *>(memory);
    }
    void deallocate(T *memory, std::size_t) { std::free(memory); }
    bool operator==(const HugeAllocator &) const { return true; }
};

} // namespace foretrail
