#include "core/data/import/NumberText.h"

#include "core/data/import/AsciiText.h"
#include "core/data/import/NumberSigns.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

constexpr double largestNumber = 1e15;
constexpr std::string_view noBreakSpace = "\xc2\xa0";

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// All that may stand around the digits, taken off from both ends.
class Undressed {
public:
    explicit Undressed(std::string_view text) : m_rest(text)
    {
        while (takeOne()) {}
    }
    std::string_view digits() const { return m_rest; }
    bool isSound() const { return m_signs <= 1 && !m_rest.empty(); }
    double factor() const { return (m_isNegative ? -1 : 1) * (m_isPercent ? 0.01 : 1); }
    bool isPercent() const { return m_isPercent; }
    std::string_view currency() const { return m_currency; }

private:
    bool takeOne()
    {
        m_rest = trimmed(m_rest);
        if (m_rest.size() < 2)
            return false;
        if (m_rest.front() == '(' && m_rest.back() == ')') {
            m_rest = m_rest.substr(1, m_rest.size() - 2);
            return sign(true);
        }
        if (m_rest.front() == '-' || m_rest.front() == '+') {
            const bool isMinus = m_rest.front() == '-';
            m_rest.remove_prefix(1);
            return sign(isMinus);
        }
        if (m_rest.back() == '-') {
            m_rest.remove_suffix(1);
            return sign(true);
        }
        if (m_rest.back() == '%' && !m_isPercent && m_currency.empty()) {
            m_rest.remove_suffix(1);
            return m_isPercent = true;
        }
        if (isDigit(m_rest.front()) && isDigit(m_rest.back()))
            return false;
        if (m_currency.empty() && !m_isPercent)
            m_currency = takeCurrency(m_rest);
        else
            return false;
        return !m_currency.empty();
    }
    bool sign(bool isMinus)
    {
        m_isNegative = isMinus;
        return ++m_signs <= 1;
    }

    std::string_view m_rest;
    std::string_view m_currency;
    int m_signs = 0;
    bool m_isNegative = false;
    bool m_isPercent = false;
};

/// Digits with signs between groups, a decimal sign and an exponent, copied as fast_float reads them.
class Digits {
public:
    explicit Digits(NumberStyle style) : m_style(style) {}

    /// False when the text is not so written.
    bool copy(std::string_view text)
    {
        size_t at = 0;
        if (!copyWhole(text, at))
            return false;
        if (at < text.size() && text[at] == m_style.decimalSign) {
            m_copy[m_length++] = '.';
            for (++at; at < text.size() && isDigit(text[at]); ++at)
                m_copy[m_length++] = text[at];
        }
        if (at < text.size() && (text[at] == 'e' || text[at] == 'E'))
            while (at < text.size() && m_length < m_copy.size())
                m_copy[m_length++] = text[at++];
        return at == text.size() && m_length > 0;
    }
    std::string_view view() const { return {m_copy.data(), m_length}; }
    char groupSign() const { return m_found; }

private:
    bool isGroupSign(char c) const
    {
        if (m_found != 0)
            return c == m_found;
        if (m_style.groupSign != 0)
            return c == m_style.groupSign;
        return c != m_style.decimalSign && (c == ',' || c == '.' || c == ' ' || c == '\'');
    }
    bool copyWhole(std::string_view text, size_t &at)
    {
        std::array<size_t, 32> sizes{};
        size_t groups = 0;
        for (; at < text.size(); ++at) {
            if (isDigit(text[at])) {
                m_copy[m_length++] = text[at];
                ++sizes[groups];
            } else if (isGroupSign(text[at]) && sizes[groups] > 0 && groups + 1 < sizes.size()) {
                m_found = text[at];
                ++groups;
            } else {
                break;
            }
        }
        return groups == 0 || (text.front() != '0' && areGroups(sizes, groups));
    }
    bool areGroups(const std::array<size_t, 32> &sizes, size_t groups) const
    {
        const auto inner = [&](size_t size) { return std::all_of(sizes.begin() + 1, sizes.begin() + qsizetype(groups),
                                                                 [size](size_t one) { return one == size; }); };
        if (sizes[groups] != 3)
            return false;
        return (sizes[0] <= 3 && inner(3)) || (m_style.groupSign == ',' && sizes[0] <= 2 && inner(2));
    }

    NumberStyle m_style;
    std::array<char, 64> m_copy;
    size_t m_length = 0;
    char m_found = 0;
};

NumberProblem rangeOf(double value)
{
    if (std::isnan(value))
        return NumberProblem::NotANumber;
    return std::abs(value) > largestNumber ? NumberProblem::OutOfRange : NumberProblem::None;
}

/// Other scripts have digits of their own.
bool mayHaveDigits(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return isDigit(c) || static_cast<signed char>(c) < 0; });
}

NumberProblem readDressed(std::string_view text, NumberStyle style, double &value, NumberMarks *marks)
{
    if (!mayHaveDigits(text))
        return NumberProblem::NotANumber;
    const PlainText plain(text);
    const Undressed number(plain.view());
    Digits digits(style);
    if (!number.isSound() || !digits.copy(number.digits()))
        return NumberProblem::NotANumber;
    const std::string_view copy = digits.view();
    const auto parsed = fast_float::from_chars(copy.data(), copy.data() + copy.size(), value);
    if (parsed.ptr != copy.data() + copy.size() || parsed.ec == std::errc::invalid_argument)
        return NumberProblem::NotANumber;
    value *= number.factor();
    if (marks)
        *marks = {number.currency(), number.isPercent(), digits.groupSign()};
    return parsed.ec != std::errc() ? NumberProblem::OutOfRange : rangeOf(value);
}

} // namespace

NumberStyle numberStyle(QChar decimalSign, QChar groupSign)
{
    const ushort group = groupSign.unicode();
    NumberStyle style{decimalSign.toLatin1(), 0};
    if (groupSign.isSpace())
        style.groupSign = ' ';
    else if (group == 0x2019)
        style.groupSign = '\'';
    else if (group == ',' || group == '.' || group == '\'')
        style.groupSign = char(group);
    return style;
}

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

bool hasLostDigits(std::string_view text)
{
    const size_t power = size_t(std::ranges::find_if(text, [](char c) { return c == 'e' || c == 'E'; }) - text.begin());
    if (power + 2 >= text.size() || text[power + 1] != '+' || !isDigit(text.front()))
        return false;
    const std::string_view digits = text.substr(0, power);
    const bool isMantissa = std::ranges::all_of(digits, [](char c) { return isDigit(c) || c == '.' || c == ','; });
    return isMantissa && std::ranges::all_of(text.substr(power + 2), isDigit);
}

bool readBoolean(std::string_view text, double &value)
{
    const auto is = [text](std::string_view word) {
        return std::ranges::equal(text, word, {}, [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    };
    const bool isTrue = is("true") || is("yes");
    value = isTrue ? 1 : 0;
    return isTrue || is("false") || is("no");
}

bool isNullWord(std::string_view text)
{
    if (text.empty())
        return true;
    // Most fields are numbers or long; they need no look at the words.
    constexpr size_t longestWord = 4;
    if (text.size() > longestWord || isDigit(text.front()))
        return false;
    constexpr std::array<std::string_view, 11> words{"NULL", "null", "Null", "\\N", "NaN", "nan", "None", "NA", "N/A", "n/a", "#N/A"};
    return std::ranges::find(words, text) != words.end();
}

bool mayBeNullWord(std::string_view text)
{
    if (text.empty() || isDigit(text.front()))
        return false;
    constexpr std::array<std::string_view, 20> words{"-", "--", "\xe2\x80\x94", "\xe2\x80\x93", ".", "..", "?", "n.a.", "none",
                                                     "unknown", "Unknown", "missing", "(null)", "#NULL!", "#VALUE!", "#REF!",
                                                     "\xe6\x97\xa0", "\xe6\x9a\x82\xe6\x97\xa0", "\xe7\xa9\xba",
                                                     "\xe6\x9c\xaa\xe7\x9f\xa5"}; // 无 暂无 空 未知
    return std::ranges::find(words, text) != words.end();
}

NumberProblem readNumber(std::string_view text, NumberStyle style, double &value, NumberMarks *marks)
{
    // Nearly every number is plain: nothing is copied or looked up for those.
    const char *last = text.data() + text.size();
    const fast_float::parse_options options{fast_float::chars_format::general, style.decimalSign};
    const auto parsed = fast_float::from_chars_advanced(text.data(), last, value, options);
    if (parsed.ptr == last && !text.empty() && isDigit(text.back()))
        return parsed.ec == std::errc() ? rangeOf(value) : parsed.ec == std::errc::result_out_of_range ? NumberProblem::OutOfRange
                                                                                                        : NumberProblem::NotANumber;
    return readDressed(text, style, value, marks);
}

} // namespace foretrail
