#include "core/data/import/NumberText.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

constexpr double largestNumber = 1e15;
constexpr size_t longestNumber = 64;
constexpr std::string_view noBreakSpace = "\xc2\xa0";

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Copies the text without the signs between groups of three digits and with '.' as decimal sign; 0 when it is not so written.
size_t plain(std::string_view text, char decimalSign, std::array<char, longestNumber> &out)
{
    size_t length = 0;
    size_t groupDigits = 0; // since the last sign between groups
    bool isGrouped = false, isFraction = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool separates = !isFraction && c != decimalSign && (c == ',' || c == '.' || c == ' ' || c == '\'') && i > 0
                            && isDigit(text[i - 1]);
        if (separates) {
            if ((isGrouped && groupDigits != 3) || groupDigits > 3)
                return 0;
            isGrouped = true;
            groupDigits = 0;
            continue;
        }
        if (c == decimalSign) {
            if (isFraction || (isGrouped && groupDigits != 3))
                return 0;
            isFraction = true;
            out[length++] = '.';
            continue;
        }
        if (isDigit(c) && !isFraction)
            ++groupDigits;
        out[length++] = c;
    }
    return isGrouped && !isFraction && groupDigits != 3 ? 0 : length;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    for (bool isCut = true; isCut;) {
        isCut = false;
        while (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        while (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        if (text.starts_with(noBreakSpace)) {
            text.remove_prefix(noBreakSpace.size());
            isCut = true;
        }
        if (text.ends_with(noBreakSpace)) {
            text.remove_suffix(noBreakSpace.size());
            isCut = true;
        }
    }
    return text;
}

std::string_view withoutZeroFraction(std::string_view text)
{
    const size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == text.size())
        return text;
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = text.substr(point + 1);
    return std::ranges::all_of(whole, isDigit) && std::ranges::all_of(fraction, [](char c) { return c == '0'; }) ? whole : text;
}

bool isNullWord(std::string_view text)
{
    constexpr std::array<std::string_view, 11> words{"NULL", "null", "Null", "\\N", "NaN", "nan", "None", "NA", "N/A", "n/a", "#N/A"};
    return text.empty() || std::ranges::find(words, text) != words.end();
}

NumberProblem readNumber(std::string_view text, char decimalSign, double &value)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::array<char, longestNumber> copy;
    const char *first = text.data();
    const char *last = first + text.size();
    auto parsed = fast_float::from_chars(first, last, value);
    if (parsed.ptr != last || decimalSign != '.') {
        const size_t length = text.size() < longestNumber ? plain(text, decimalSign, copy) : 0;
        if (length == 0)
            return NumberProblem::NotANumber;
        first = copy.data();
        last = first + length;
        parsed = fast_float::from_chars(first, last, value);
    }
    if (parsed.ptr != last || first == last || parsed.ec == std::errc::invalid_argument || std::isnan(value))
        return NumberProblem::NotANumber;
    return std::abs(value) > largestNumber || parsed.ec != std::errc() ? NumberProblem::OutOfRange : NumberProblem::None;
}

} // namespace foretrail
