#include "core/data/import/ClockReader.h"

#include "core/data/import/AsciiText.h"
#include "core/data/import/NumberText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace foretrail {
namespace {


const std::vector<DateFormat> &markedFormats()
{
    static const std::vector<DateFormat> formats = [] {
        constexpr std::array names{"HH:mm:ss",     "HH:mm",       "h:mm AP",       "h:mm:ss AP",     "HH:mm:ss.zzz", "HH:mm:ss,zzz",
                                   "h:mmAP",       "h:mm:ssAP",   "h AP",          "hAP",            "HH.mm.ss",     "HH:mm:sst",
                                   "HH:mm:ss t",   "HH:mmt",      "HH:mm:ss.zzzt", "HH'h'mm",        "HH:mm 'Uhr'",  "APh:mm",
                                   "APh:mm:ss",    "AP h:mm",     "AP h:mm:ss",    "HH时mm分",       "HH时mm分ss秒", "HH時mm分",
                                   "HH時mm分ss秒", "HH点mm分",    "HH點mm分",      "APh时mm分",      "AP h时mm分",   "APh时mm分ss秒",
                                   "APh點mm分",    "APh点mm分"};
        std::vector<DateFormat> compiled;
        for (const char *name : names)
            if (Result<DateFormat> format = DateFormat::compileClock(QString::fromUtf8(name)))
                compiled.push_back(std::move(*format));
        return compiled;
    }();
    return formats;
}

std::string_view withoutEmptyDay(std::string_view text)
{
    for (const std::string_view day : {"1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01", "12/30/1899", "30/12/1899", "30.12.1899"})
        if (text.starts_with(day) && text.size() > day.size() + 1 && (text[day.size()] == ' ' || text[day.size()] == 'T'))
            return trimmed(text.substr(day.size() + 1));
    return text;
}

std::optional<DateFormat::Moment> ofHour(std::string_view text)
{
    int hour = -1;
    std::from_chars(text.data(), text.data() + text.size(), hour);
    if (hour < 0 || hour > 24)
        return {};
    return DateFormat::Moment{hour * hourMs, false};
}

std::optional<DateFormat::Moment> ofDigits(std::string_view text)
{
    if (text.size() != 4 && text.size() != 6)
        return {};
    const auto pair = [text](size_t at) { return at < text.size() ? (text[at] - '0') * 10 + text[at + 1] - '0' : 0; };
    const int hour = pair(0), minute = pair(2), second = pair(4);
    if (hour > 23 || minute > 59 || second > 59)
        return {};
    return DateFormat::Moment{((hour * 60 + minute) * 60 + second) * 1000LL, false};
}

std::optional<DateFormat::Moment> ofFraction(std::string_view text)
{
    double days = 0;
    const bool isRead = readNumber(text, '.', days) == NumberProblem::None || readNumber(text, ',', days) == NumberProblem::None;
    if (!isRead || days < 0 || days >= 1)
        return {};
    constexpr double secondsPerDay = 86'400;
    return DateFormat::Moment{qint64(std::llround(days * secondsPerDay)) * 1000, false};
}

} // namespace

ClockForm clockFormOf(std::string_view text)
{
    if (std::ranges::all_of(text, isDigit))
        return text.size() <= 2 ? ClockForm::Hour : ClockForm::Digits;
    const bool isFraction = (text.starts_with("0.") || text.starts_with("0,") || text.starts_with('.')) && std::ranges::count_if(text, isDigit) + 1 >= std::ssize(text)
                         && std::ranges::count(text, '.') + std::ranges::count(text, ',') == 1;
    return isFraction ? ClockForm::Fraction : ClockForm::Marks;
}

ClockReader::ClockReader() : m_formats(&markedFormats()) {}

std::optional<DateFormat::Moment> ClockReader::readMarks(std::string_view text)
{
    if (const auto moment = (*m_formats)[m_last].read(text))
        return moment;
    for (size_t i = 0; i < m_formats->size(); ++i)
        if (const auto moment = (*m_formats)[i].read(text)) {
            m_last = i;
            return moment;
        }
    if (text == "24:00" || text == "24:00:00")
        return DateFormat::Moment{dayMs, false};
    return {};
}

std::optional<DateFormat::Moment> ClockReader::read(std::string_view text)
{
    text = withoutEmptyDay(text);
    if (text.empty())
        return {};
    switch (clockFormOf(text)) {
    case ClockForm::Hour: return ofHour(text);
    case ClockForm::Digits: return ofDigits(text);
    case ClockForm::Fraction: return ofFraction(text);
    case ClockForm::Marks: return readMarks(text);
    }
    return {};
}

} // namespace foretrail
