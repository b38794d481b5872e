#pragma once

#include <string_view>

namespace foretrail {

enum class NumberProblem { None, NotANumber, OutOfRange };

/// A number as people write it: sign, decimal sign, groups of three set off by a comma, a point, a space or an
/// apostrophe (not the decimal sign). Beyond 10^15 a double no longer counts single pieces: out of range.
NumberProblem readNumber(std::string_view text, char decimalSign, double &value);

/// Whether a cell says that there is no value: empty, NULL, \N, NaN, None, NA, N/A in usual spellings.
bool isNullWord(std::string_view text);

/// Without spaces, tabs and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

/// A whole number that an export wrote with a fraction of zeros ("17850.0"), without it; other texts as they are.
std::string_view withoutZeroFraction(std::string_view text);

} // namespace foretrail
