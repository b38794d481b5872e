#pragma once

#include "core/base/Calendar.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foretrail {

/// A date format in Qt's letters, made ready to read millions of texts: yyyy yy MM M MMM dd d ddd HH H hh h mm ss zzz AP,
/// q for the quarter, ww for the ISO week (its Monday), t for "Z", "UTC", "GMT" or "+01:00", anything else (or 'quoted') to
/// the letter; "unix-s", "unix-ms", "unix-us" for seconds, milliseconds and microseconds since 1970; "excel" for days since
/// 1899-12-30; "index" for a whole number that is no date; "order" for rows that have no time but their place in the file.
/// Parts of two digits may have one where something else than a digit ends them. Months in English, AP also as 上午 and 下午.
class DateFormat {
public:
    /// InvalidInput when a format names no year.
    static Result<DateFormat> compile(const QString &format);
    /// Of a time of day, in the same letters; moments count from midnight. InvalidInput when it names no hour.
    static Result<DateFormat> compileClock(const QString &format);

    struct Moment {
        qint64 ms = 0;      ///< wall-clock milliseconds, UTC milliseconds or the index itself
        bool isUtc = false; ///< the text itself said so: Unix time, "Z", "UTC", an offset
    };
    /// Nothing when the text is not of this format, or not a day of the calendar.
    std::optional<Moment> read(std::string_view text) const;
    bool isIndex() const { return m_kind == Kind::Index; }
    bool isUnix() const { return m_kind == Kind::Unix; }
    bool isOrder() const { return m_kind == Kind::Order; }

private:
    enum class Kind { Calendar, Unix, Excel, Index, Order };
    enum class Part {
        Year, Year2, Quarter, Month, MonthName, Week, Day, DayName, Hour, Hour12, Minute, Second, Fraction, AmPm, Offset, Literal
    };
    struct Token {
        Part part = Part::Literal;
        int digits = 0; ///< exact; 0: one or two
        char literal = 0;
    };
    struct Fields;
    bool compileNamed(const QString &format);
    void compileLetters(std::string_view letters);
    void relaxDigits();
    bool has(Part part) const;
    static bool readText(const Token &token, std::string_view text, size_t &at, Fields &fields);
    static bool readToken(const Token &token, std::string_view text, size_t &at, Fields &fields);
    std::optional<Moment> readCalendar(std::string_view text) const;
    std::optional<Moment> readNumber(std::string_view text) const;
    static std::optional<Moment> readExcel(std::string_view text);

    Kind m_kind = Kind::Calendar;
    std::vector<Token> m_tokens;
    bool m_isUtc = false; ///< the letters around the parts say so
    qint64 m_unitsPerSecond = 1;
};

struct NamedDateFormat {
    QString name;
    DateFormat format;
};
/// Formats that a column of texts may have, the likeliest first.
const std::vector<NamedDateFormat> &knownDateFormats();
/// Those of columns of numbers: yyyyMMdd, Unix time.
const std::vector<NamedDateFormat> &numericDateFormats();
/// Those that numbers of any meaning fit, for columns that are called dates: "yyyy", "yyyyMM", "excel".
const std::vector<NamedDateFormat> &looseDateFormats();

} // namespace foretrail
