#include "core/data/import/CellText.h"

#include "core/data/import/AsciiText.h"
#include "core/data/import/Utf8.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace foretrail {
namespace {

constexpr double secondsPerDay = 86'400;
constexpr double lastSerial = 2'958'466; // 10000-01-01


/// The code's first section without what only decorates; brackets of elapsed time stay as their letter in capitals.
std::string bare(std::string_view code)
{
    std::string out;
    for (size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '[') {
            const size_t end = std::min(code.find(']', i), code.size());
            const char first = i + 1 < end ? lower(code[i + 1]) : ' ';
            const bool isElapsed = (first == 'h' || first == 'm' || first == 's')
                                && std::all_of(code.begin() + long(i) + 1, code.begin() + long(end), [first](char c) { return lower(c) == first; });
            if (isElapsed)
                out += 'H';
            i = end;
        } else {
            out += lower(code[i]);
        }
    }
    return out;
}

std::string clockText(long long seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
}

} // namespace

CellFormat formatOfCode(std::string_view code)
{
    const std::string text = bare(code);
    if (text.find("general") != std::string::npos)
        return CellFormat::Number;
    if (text.find('H') != std::string::npos)
        return CellFormat::Elapsed;
    return text.find_first_of("ymdhs") != std::string::npos ? CellFormat::DateTime : CellFormat::Number;
}

CellFormat formatOfBuiltIn(int id)
{
    if (id == 46)
        return CellFormat::Elapsed;
    const bool isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return isDate ? CellFormat::DateTime : CellFormat::Number;
}

std::string dateText(double serial, bool from1904)
{
    constexpr int day1904 = 24'107, day1900 = 25'569; // days from their day 0 to 1970-01-01
    if (!(serial >= 0 && serial < lastSerial))
        return {};
    const auto seconds = static_cast<long long>(std::llround(serial * secondsPerDay));
    if (serial < 1 && !from1904)
        return clockText(std::min(seconds, 86'399LL));
    int days = int(seconds / 86'400);
    if (!from1904 && days < 60)
        ++days;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days - (from1904 ? day1904 : day1900)}}};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u ", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return text + clockText(seconds % 86'400);
}

std::string elapsedText(double days)
{
    if (!(std::abs(days) < lastSerial))
        return {};
    const auto seconds = static_cast<long long>(std::llround(std::abs(days) * secondsPerDay));
    return (days < 0 ? "-" : "") + clockText(seconds);
}

std::string numberText(std::string_view written)
{
    constexpr int sureDigits = 15;
    double value = 0;
    const auto parsed = fast_float::from_chars(written.data(), written.data() + written.size(), value);
    const bool isWhole = std::ranges::all_of(written.substr(written.starts_with('-') ? 1 : 0), isDigit);
    if (isWhole || parsed.ptr != written.data() + written.size() || parsed.ec != std::errc() || !std::isfinite(value))
        return std::string(written);
    char text[64];
    const bool isFixed = value == 0 || (std::abs(value) < 1e18 && std::abs(value) >= 1e-9);
    if (!isFixed) {
        std::snprintf(text, sizeof text, "%.*g", sureDigits, value);
        return text;
    }
    const int whole = value == 0 ? 1 : int(std::floor(std::log10(std::abs(value)))) + 1;
    const int decimals = std::clamp(sureDigits - whole, 0, 30);
    const auto printed = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals);
    std::string out(text, printed.ptr);
    if (out.find('.') != std::string::npos) {
        out.erase(out.find_last_not_of('0') + 1);
        if (out.back() == '.')
            out.pop_back();
    }
    return out == "-0" ? "0" : out;
}

void appendCellText(std::string &out, std::string_view written)
{
    for (size_t at = 0; at < written.size();) {
        const size_t mark = written.find("_x", at);
        if (mark == std::string_view::npos || mark + 7 > written.size()) {
            out += written.substr(at);
            return;
        }
        unsigned code = 0;
        const char *first = written.data() + mark + 2;
        const auto parsed = std::from_chars(first, first + 4, code, 16);
        const bool isEscape = parsed.ec == std::errc() && parsed.ptr == first + 4 && written[mark + 6] == '_';
        out += written.substr(at, mark - at);
        if (isEscape)
            appendUtf8(out, code);
        else
            out += "_x";
        at = mark + (isEscape ? 7 : 2);
    }
}

} // namespace foretrail
