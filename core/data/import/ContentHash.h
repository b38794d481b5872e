#pragma once

#include "core/data/HashSet64.h"

#include <QByteArray>

#include <array>
#include <bit>
#include <cstring>

namespace foretrail {

/// A hash of 128 bits that tells files apart which nobody made alike on purpose, at the speed of memory: SHA-256 took a sixth
/// of an import's processor time. The same on every machine, since it is stored.
class ContentHash {
public:
    void add(const char *bytes, size_t size)
    {
        m_size += size;
        while (size > 0 && m_held > 0) {
            const size_t part = std::min(size, blockBytes - m_held);
            std::memcpy(m_rest.data() + m_held, bytes, part);
            m_held += part;
            bytes += part;
            size -= part;
            if (m_held < blockBytes)
                return;
            mix(m_rest.data());
            m_held = 0;
        }
        for (; size >= blockBytes; bytes += blockBytes, size -= blockBytes)
            mix(bytes);
        std::memcpy(m_rest.data(), bytes, size);
        m_held = size;
    }

    /// Hexadecimal.
    QByteArray result()
    {
        std::memset(m_rest.data() + m_held, 0, blockBytes - m_held);
        mix(m_rest.data());
        quint64 first = m_size, second = ~m_size;
        for (size_t lane = 0; lane < lanes; ++lane) {
            first = mixBits(first ^ m_lanes[lane]) + lane;
            second = mixBits(std::rotl(second, 23) + m_lanes[lane] * odd);
        }
        return QByteArray::number(first, 16).rightJustified(16, '0') + QByteArray::number(second, 16).rightJustified(16, '0');
    }

private:
    static constexpr size_t lanes = 8;
    static constexpr size_t blockBytes = lanes * sizeof(quint64);
    static constexpr quint64 odd = 0x9e3779b97f4a7c15ULL;

    void mix(const char *block)
    {
        for (size_t lane = 0; lane < lanes; ++lane) {
            std::array<unsigned char, 8> bytes;
            std::memcpy(bytes.data(), block + lane * 8, 8);
            quint64 word = 0;
            for (size_t i = 0; i < 8; ++i)
                word |= quint64(bytes[i]) << (8 * i);
            const quint64 mixed = (m_lanes[lane] ^ word) * odd;
            m_lanes[lane] = std::rotl(mixed, 29) ^ (mixed >> 32);
        }
    }

    std::array<quint64, lanes> m_lanes{1, 2, 3, 4, 5, 6, 7, 8};
    std::array<char, blockBytes> m_rest{};
    size_t m_held = 0;
    quint64 m_size = 0;
};

} // namespace foretrail
