#include "core/data/import/Utf8.h"

#include <cstdint>
#include <cstring>
#include <string>

namespace foretrail {
namespace {

constexpr uint64_t highBits = 0x8080808080808080ULL;
constexpr uint64_t ones = 0x0101010101010101ULL;
constexpr std::string_view replacement = "\xef\xbf\xbd";

/// How many bytes in front are surely ASCII without a zero byte.
size_t cleanAsciiPrefix(std::string_view text)
{
    size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, text.data() + i, 8);
        if ((word | (word - ones)) & highBits)
            break;
    }
    return i;
}

} // namespace

bool isAscii(std::string_view text)
{
    size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        uint64_t word;
        std::memcpy(&word, text.data() + i, 8);
        if (word & highBits)
            return false;
    }
    for (; i < text.size(); ++i)
        if (text[i] & 0x80)
            return false;
    return true;
}

int sequenceLength(std::string_view text, size_t at)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return 1;
    const int length = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
    if (length == 0)
        return 0;
    for (int i = 1; i < length; ++i) {
        if (at + size_t(i) >= text.size())
            return -1;
        const unsigned char next = byte(at + size_t(i));
        const unsigned char low = i > 1 ? 0x80 : first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = i > 1 ? 0xbf : first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (next < low || next > high)
            return 0;
    }
    return length;
}

bool isCleanUtf8(std::string_view text)
{
    for (size_t at = cleanAsciiPrefix(text); at < text.size();) {
        if (static_cast<signed char>(text[at]) > 0) {
            ++at;
            continue;
        }
        const int length = sequenceLength(text, at);
        if (length <= 0 || text[at] == 0 || (length == 3 && text.substr(at, 3) == replacement))
            return false;
        at += size_t(length);
    }
    return true;
}

void appendUtf8(std::string &out, char32_t character)
{
    if (character > 0x10ffff || (character >= 0xd800 && character < 0xe000)) {
        out += replacement;
        return;
    }
    if (character < 0x80) {
        out += char(character);
        return;
    }
    const int followers = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    constexpr unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    out += char(lead[followers] | (character >> (6 * followers)));
    for (int i = followers - 1; i >= 0; --i)
        out += char(0x80 | ((character >> (6 * i)) & 0x3f));
}

} // namespace foretrail
