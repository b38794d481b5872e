#include "core/data/import/DateFormat.h"

#include "core/data/import/AsciiText.h"
#include "core/data/import/NumberText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace foretrail {
namespace {

struct DateFormatText { Q_DECLARE_TR_FUNCTIONS(foretrail::DateFormat) };

constexpr std::array<std::string_view, 12> monthNames{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> longMonthNames{"january", "february", "march", "april", "may", "june", "july",
                                                          "august", "september", "october", "november", "december"};


bool startsWith(std::string_view text, size_t at, std::string_view lowerCase)
{
    if (text.size() - at < lowerCase.size())
        return false;
    for (size_t i = 0; i < lowerCase.size(); ++i)
        if (lower(text[at + i]) != lowerCase[i])
            return false;
    return true;
}

/// Exactly `digits` digits, or one or two where `digits` is 0; -1 when they are not there.
int number(std::string_view text, size_t &at, int digits)
{
    const size_t longest = digits == 0 ? 2 : size_t(digits);
    const size_t first = at;
    int value = 0;
    while (at < text.size() && at - first < longest && isDigit(text[at]))
        value = value * 10 + (text[at++] - '0');
    return at == first || (digits != 0 && at - first != longest) ? -1 : value;
}

bool isLeap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int daysIn(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[size_t(month - 1)];
}

// Days since 1970-01-01 of the proleptic Gregorian calendar, by counting in years that begin in March.
qint64 dayNumber(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

/// Of the ISO week 1: the week that holds 4 January.
qint64 firstMonday(int year)
{
    const qint64 fourth = dayNumber(year, 1, 4);
    return fourth - ((fourth + 3) % 7 + 7) % 7; // day 0 was a Thursday
}

int weeksIn(int year) { return int((firstMonday(year + 1) - firstMonday(year)) / 7); }

/// "October", "Oct", "Oct.", "Sept".
int monthByName(std::string_view text, size_t &at)
{
    for (const auto &names : {longMonthNames, monthNames})
        for (size_t i = 0; i < names.size(); ++i)
            if (startsWith(text, at, names[i])) {
                at += startsWith(text, at, "sept") && !startsWith(text, at, "september") ? 4 : names[i].size();
                at += at < text.size() && text[at] == '.' ? 1 : 0;
                return int(i) + 1;
            }
    return -1;
}

bool isDayName(std::string_view text, size_t &at)
{
    for (const std::string_view name : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        for (const size_t length : {name.size(), size_t(3)})
            if (startsWith(text, at, name.substr(0, length))) {
                at += length;
                return true;
            }
    return false;
}

std::optional<bool> isAfternoon(std::string_view text, size_t &at)
{
    struct Half { std::string_view text; bool isAfternoon; };
    constexpr std::array halves{Half{"am", false}, Half{"pm", true}, Half{"a.m.", false}, Half{"p.m.", true},
                                Half{"\xe4\xb8\x8a\xe5\x8d\x88", false}, Half{"\xe4\xb8\x8b\xe5\x8d\x88", true}}; // 上午 下午
    for (const Half &half : halves)
        if (startsWith(text, at, half.text)) {
            at += half.text.size();
            return half.isAfternoon;
        }
    return {};
}

std::optional<qint64> offsetMs(std::string_view text, size_t &at)
{
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z')) {
        ++at;
        return 0;
    }
    const bool isWord = startsWith(text, at, "utc") || startsWith(text, at, "gmt");
    at += isWord ? 3 : 0;
    if (at >= text.size() || (text[at] != '+' && text[at] != '-'))
        return isWord ? std::optional<qint64>(0) : std::nullopt;
    const int sign = text[at++] == '-' ? -1 : 1;
    const int hours = number(text, at, 2);
    if (at < text.size() && text[at] == ':')
        ++at;
    const int minutes = at == text.size() ? 0 : number(text, at, 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59)
        return {};
    return sign * (hours * 60 + minutes) * 60'000LL;
}

} // namespace

struct DateFormat::Fields {
    int year = 1970, quarter = 0, month = 1, week = 0, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
    std::optional<bool> isAfternoon;
    std::optional<qint64> offset;
};

bool DateFormat::has(Part part) const { return std::ranges::find(m_tokens, part, &Token::part) != m_tokens.end(); }

bool DateFormat::compileNamed(const QString &format)
{
    struct Named { const char *name; Kind kind; qint64 unitsPerSecond; };
    constexpr std::array names{Named{"index", Kind::Index, 1},      Named{"order", Kind::Order, 1},
                               Named{"excel", Kind::Excel, 1},      Named{"unix-s", Kind::Unix, 1},
                               Named{"unix-ms", Kind::Unix, 1000},  Named{"unix-us", Kind::Unix, 1'000'000}};
    for (const Named &entry : names)
        if (format == QLatin1String(entry.name)) {
            m_kind = entry.kind;
            m_unitsPerSecond = entry.unitsPerSecond;
            return true;
        }
    return false;
}

void DateFormat::compileLetters(std::string_view letters)
{
    struct Known { std::string_view letters; Part part; int digits; };
    static constexpr std::array known{
        Known{"yyyy", Part::Year, 4},  Known{"yy", Part::Year2, 2},    Known{"MMMM", Part::MonthName, 0},
        Known{"MMM", Part::MonthName, 0}, Known{"MM", Part::Month, 2}, Known{"M", Part::Month, 0},
        Known{"dddd", Part::DayName, 0}, Known{"ddd", Part::DayName, 0}, Known{"dd", Part::Day, 2},
        Known{"d", Part::Day, 0},      Known{"HH", Part::Hour, 2},     Known{"H", Part::Hour, 0},
        Known{"hh", Part::Hour12, 2},  Known{"h", Part::Hour12, 0},    Known{"mm", Part::Minute, 2},
        Known{"m", Part::Minute, 0},   Known{"ss", Part::Second, 2},   Known{"s", Part::Second, 0},
        Known{"zzz", Part::Fraction, 0}, Known{"AP", Part::AmPm, 0},   Known{"ap", Part::AmPm, 0},
        Known{"t", Part::Offset, 0},   Known{"q", Part::Quarter, 1},   Known{"ww", Part::Week, 2},
    };
    bool isQuoted = false;
    for (size_t at = 0; at < letters.size();) {
        if (letters[at] == '\'') {
            isQuoted = !isQuoted;
            ++at;
            continue;
        }
        const auto *found = isQuoted ? known.end() : std::ranges::find_if(known, [&](const Known &entry) {
            return letters.substr(at, entry.letters.size()) == entry.letters;
        });
        if (found == known.end()) {
            m_tokens.push_back({Part::Literal, 0, letters[at++]});
        } else {
            m_tokens.push_back({found->part, found->digits, 0});
            at += found->letters.size();
        }
    }
}

Result<DateFormat> DateFormat::compile(const QString &format)
{
    DateFormat compiled;
    if (compiled.compileNamed(format))
        return compiled;
    compiled.compileLetters(format.toStdString());
    compiled.relaxDigits();
    compiled.m_isUtc = format.contains(QStringLiteral("UTC")) || format.contains(QStringLiteral("GMT"));
    const bool hasYear = compiled.has(Part::Year) || compiled.has(Part::Year2);
    const bool hasMonth = compiled.has(Part::Month) || compiled.has(Part::MonthName);
    const bool isOfSteps = compiled.has(Part::Quarter) || compiled.has(Part::Week) || format == QStringLiteral("yyyy");
    if (hasYear && (hasMonth || isOfSteps))
        return compiled;
    return fail(ErrorCode::InvalidInput,
                DateFormatText::tr("\"%1\" is not a date format. Write for example yyyy-MM-dd HH:mm:ss, M/d/yyyy H:mm, dd.MM.yyyy or unix-s.").arg(format));
}

Result<DateFormat> DateFormat::compileClock(const QString &format)
{
    DateFormat compiled;
    compiled.compileLetters(format.toStdString());
    compiled.relaxDigits();
    if (compiled.has(Part::Hour) || compiled.has(Part::Hour12))
        return compiled;
    return fail(ErrorCode::InvalidInput, DateFormatText::tr("\"%1\" is not a format of times of day. Write for example HH:mm:ss.").arg(format));
}

// "MM" reads "1" too where something that is no digit ends it: logs mix both. In "yyyyMMdd" the digits must be counted.
void DateFormat::relaxDigits()
{
    const auto isNumber = [this](size_t i) {
        if (i >= m_tokens.size())
            return false;
        const Part part = m_tokens[i].part;
        return part != Part::MonthName && part != Part::DayName && part != Part::AmPm && part != Part::Offset && part != Part::Literal;
    };
    for (size_t i = 0; i < m_tokens.size(); ++i)
        if (m_tokens[i].digits == 2 && m_tokens[i].part != Part::Year2 && !isNumber(i + 1) && (i == 0 || !isNumber(i - 1)))
            m_tokens[i].digits = 0;
}

bool DateFormat::readText(const Token &token, std::string_view text, size_t &at, Fields &fields)
{
    switch (token.part) {
    case Part::MonthName: return (fields.month = monthByName(text, at)) > 0;
    case Part::DayName: return isDayName(text, at);
    case Part::AmPm: return (fields.isAfternoon = isAfternoon(text, at)).has_value();
    case Part::Offset: return (fields.offset = offsetMs(text, at)).has_value();
    case Part::Fraction: {
        const size_t first = at;
        int scale = 100;
        for (; at < text.size() && isDigit(text[at]); ++at, scale /= 10)
            fields.millisecond += (text[at] - '0') * scale;
        return at > first;
    }
    default: return at < text.size() && text[at++] == token.literal;
    }
}

bool DateFormat::readToken(const Token &token, std::string_view text, size_t &at, Fields &fields)
{
    const auto take = [&](int &field) { return (field = number(text, at, token.digits)) >= 0; };
    switch (token.part) {
    case Part::Year: return take(fields.year);
    case Part::Year2:
        if (!take(fields.year))
            return false;
        fields.year += fields.year < 70 ? 2000 : 1900;
        return true;
    case Part::Quarter: return take(fields.quarter) && fields.quarter >= 1 && fields.quarter <= 4;
    case Part::Month: return take(fields.month);
    case Part::Week: return take(fields.week) && fields.week >= 1;
    case Part::Day: return take(fields.day);
    case Part::Hour:
    case Part::Hour12: return take(fields.hour);
    case Part::Minute: return take(fields.minute);
    case Part::Second: return take(fields.second);
    default: return readText(token, text, at, fields);
    }
}

std::optional<DateFormat::Moment> DateFormat::readCalendar(std::string_view text) const
{
    Fields fields;
    size_t at = 0;
    for (const Token &token : m_tokens)
        if (!readToken(token, text, at, fields))
            return {};
    if (fields.quarter > 0)
        fields.month = fields.quarter * 3 - 2;
    if (at != text.size() || fields.month < 1 || fields.month > 12 || fields.day < 1
        || fields.day > daysIn(fields.year, fields.month) || fields.minute > 59 || fields.second > 59
        || (fields.week > 0 && fields.week > weeksIn(fields.year)))
        return {};
    if (fields.isAfternoon) {
        if (fields.hour < 1 || fields.hour > 12)
            return {};
        fields.hour = fields.hour % 12 + (*fields.isAfternoon ? 12 : 0);
    }
    if (fields.hour > 23)
        return {};
    const qint64 day = fields.week > 0 ? firstMonday(fields.year) + 7 * (fields.week - 1)
                                       : dayNumber(fields.year, fields.month, fields.day);
    const qint64 seconds = day * 86'400 + fields.hour * 3600 + fields.minute * 60 + fields.second;
    return Moment{seconds * 1000 + fields.millisecond - fields.offset.value_or(0), m_isUtc || fields.offset.has_value()};
}

// Spreadsheets count days and write the time of day as their fraction.
std::optional<DateFormat::Moment> DateFormat::readExcel(std::string_view text)
{
    constexpr double epoch = -25'569; // 1899-12-30
    constexpr double mostDays = 200'000;
    double days = 0;
    if (foretrail::readNumber(text, '.', days) != NumberProblem::None || days < 0 || days > mostDays)
        return {};
    return Moment{qint64(std::llround((days + epoch) * 86'400)) * 1000, false};
}

std::optional<DateFormat::Moment> DateFormat::readNumber(std::string_view text) const
{
    qint64 value = 0;
    const char *end = text.data() + text.size();
    auto [rest, error] = std::from_chars(text.data(), end, value);
    qint64 thousandths = 0;
    if (error == std::errc() && rest != end && *rest == '.' && m_kind == Kind::Unix)
        for (qint64 scale = 100; ++rest != end && isDigit(*rest); scale /= 10)
            thousandths += (*rest - '0') * scale;
    if (error != std::errc() || rest != end)
        return {};
    if (m_kind == Kind::Index)
        return Moment{value, false};
    constexpr qint64 farthestSecond = 100'000'000'000; // the year 5138
    if (const qint64 seconds = value / m_unitsPerSecond; seconds > farthestSecond || seconds < -farthestSecond)
        return {};
    if (m_unitsPerSecond == 1)
        return Moment{value * 1000 + (text.front() == '-' ? -thousandths : thousandths), true};
    return Moment{value / (m_unitsPerSecond / 1000), true};
}

std::optional<DateFormat::Moment> DateFormat::read(std::string_view text) const
{
    constexpr size_t longest = 64;
    if (text.empty() || text.size() > longest)
        return {};
    if (m_kind == Kind::Calendar)
        return readCalendar(text);
    return m_kind == Kind::Excel ? readExcel(text) : m_kind == Kind::Order ? std::nullopt : readNumber(text);
}

} // namespace foretrail
