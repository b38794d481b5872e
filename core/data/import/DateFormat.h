#pragma once

#include "core/base/Calendar.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foretrail {

/// A date format in Qt's letters, made ready to read millions of texts: yyyy yy MM M MMM dd d HH H hh h mm ss zzz AP,
/// t for "Z" or "+01:00", anything else (or 'quoted') to the letter; "unix-s", "unix-ms", "unix-us" for seconds,
/// milliseconds and microseconds since 1970; "index" for a whole number that is no date. Parts of two digits may have
/// one where something else than a digit ends them.
class DateFormat {
public:
    /// InvalidInput when a format names no year, month and day.
    static Result<DateFormat> compile(const QString &format);

    struct Moment {
        qint64 ms = 0;      ///< wall-clock milliseconds, UTC milliseconds or the index itself
        bool isUtc = false; ///< the text itself said so: Unix time, "Z", an offset
    };
    /// Nothing when the text is not of this format, or not a day of the calendar.
    std::optional<Moment> read(std::string_view text) const;
    bool isIndex() const { return m_kind == Kind::Index; }
    bool isUnix() const { return m_kind == Kind::Unix; }

private:
    enum class Kind { Calendar, Unix, Index };
    enum class Part { Year, Year2, Month, MonthName, Day, Hour, Hour12, Minute, Second, Fraction, AmPm, Offset, Literal };
    struct Token {
        Part part = Part::Literal;
        int digits = 0; ///< exact; 0: one or two
        char literal = 0;
    };
    struct Fields;
    void relaxDigits();
    static bool readToken(const Token &token, std::string_view text, size_t &at, Fields &fields);
    std::optional<Moment> readCalendar(std::string_view text) const;
    std::optional<Moment> readNumber(std::string_view text) const;

    Kind m_kind = Kind::Calendar;
    std::vector<Token> m_tokens;
    qint64 m_unitsPerSecond = 1;
};

struct NamedDateFormat {
    QString name;
    DateFormat format;
};
/// Formats that a column may have, the likeliest first.
const std::vector<NamedDateFormat> &knownDateFormats();

} // namespace foretrail
