#pragma once

#include "core/data/HashSet64.h"

#include <algorithm>
#include <array>
#include <vector>

namespace foretrail {

/// Remembers any number of 64-bit numbers in memory of a fixed size: says of each "surely new" or "perhaps seen". One number
/// touches one cache line (Putze, Sanders and Singler 2009). With eight bits a number three in a hundred new ones look seen.
class BloomFilter {
public:
    explicit BloomFilter(size_t bytes) : m_blocks(std::max<size_t>(bytes / sizeof(Block), 1)) {}

    /// False when the number is surely new.
    bool insert(quint64 value)
    {
        Block &block = m_blocks[blockOf(value)];
        bool isSeen = true;
        forEachBit(value, [&](size_t word, quint64 bit) {
            isSeen = isSeen && (block[word] & bit) != 0;
            block[word] |= bit;
        });
        return isSeen;
    }
    bool mayContain(quint64 value) const
    {
        const Block &block = m_blocks[blockOf(value)];
        bool isSeen = true;
        forEachBit(value, [&](size_t word, quint64 bit) { isSeen = isSeen && (block[word] & bit) != 0; });
        return isSeen;
    }
    void prefetch(quint64 value) const { bringNear(&m_blocks[blockOf(value)]); }

private:
    using Block = std::array<quint64, 8>;
    static constexpr int bitsOfNumber = 6;

    size_t blockOf(quint64 value) const { return size_t((mixBits(value) >> 32) * m_blocks.size() >> 32); }
    template<class Use>
    static void forEachBit(quint64 value, const Use &use)
    {
        quint64 bits = mixBits(value ^ 0x9e3779b97f4a7c15ULL);
        for (int i = 0; i < bitsOfNumber; ++i, bits >>= 9)
            use((bits >> 6) & 7, quint64(1) << (bits & 63));
    }

    std::vector<Block, HugeAllocator<Block>> m_blocks;
};

} // namespace foretrail
