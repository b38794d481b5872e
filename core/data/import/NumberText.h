#pragma once

#include <QChar>

#include <string_view>

namespace foretrail {

enum class NumberProblem { None, NotANumber, OutOfRange };

/// How the numbers of a file are written.
struct NumberStyle {
    char decimalSign = '.';
    /// Between groups of three digits: ',' '.' '\'' or ' ' (which stands for thin and no-break spaces too). 0: any that is
    /// not the decimal sign, the same throughout one number. A ',' that is said also stands in 12,34,567 as in India.
    char groupSign = 0;
};
/// The style by the signs of a plan; no-break and thin spaces are a space, a typographic apostrophe is a plain one.
NumberStyle numberStyle(QChar decimalSign, QChar groupSign);

/// What stood around the digits.
struct NumberMarks {
    std::string_view currency; ///< ISO code, of a table that lives as long as the program; empty: none
    bool isPercent = false;
    char groupSign = 0; ///< that was found between digits
};

/// A number as people write it: sign in front or behind, (12.50) for a negative one, groups of digits, a currency in front
/// or behind, "12 %" for 0.12, digits of full width. Beyond 10^15 a double no longer counts single pieces: out of range.
NumberProblem readNumber(std::string_view text, NumberStyle style, double &value, NumberMarks *marks = nullptr);
inline NumberProblem readNumber(std::string_view text, char decimalSign, double &value)
{
    return readNumber(text, NumberStyle{decimalSign, 0}, value);
}

/// TRUE, FALSE, yes and no in any case as 1 and 0: what tables of features hold among numbers.
bool readBoolean(std::string_view text, double &value);

/// Whether a cell says that there is no value: empty, NULL, \N, NaN, None, NA, N/A in usual spellings.
bool isNullWord(std::string_view text);
/// Words that often mean the same in a column of numbers or dates, and may mean themselves in others: -, n.a., unknown, 无.
bool mayBeNullWord(std::string_view text);

/// Without spaces, tabs and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

/// A whole number that an export wrote with a fraction of zeros ("17850.0"), without it; other texts as they are.
std::string_view withoutZeroFraction(std::string_view text);
/// Whether a spreadsheet shortened this id to powers of ten ("1.23E+15"): its last digits are gone.
bool hasLostDigits(std::string_view text);

} // namespace foretrail
