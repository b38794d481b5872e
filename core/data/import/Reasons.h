#pragma once

#include "core/base/Phrase.h"

#include <QtGlobal>

namespace foretrail {

/// Why rows are rejected. Kept with the row as a Phrase, so that it is read in the language of the reader, not of the import;
/// the same reason is the same text whatever language was spoken.
namespace Reason {

inline constexpr auto empty = QT_TRANSLATE_NOOP("foretrail::Reason", "is empty");
inline constexpr auto notANumber = QT_TRANSLATE_NOOP("foretrail::Reason", "is not a number");
inline constexpr auto outOfRange = QT_TRANSLATE_NOOP("foretrail::Reason", "is out of range: numbers may have up to 15 digits");
inline constexpr auto otherCurrency = QT_TRANSLATE_NOOP("foretrail::Reason", "is an amount in %1 where the others are in %2");
inline constexpr auto notAnIndex = QT_TRANSLATE_NOOP("foretrail::Reason", "is not a whole number");
inline constexpr auto notADate = QT_TRANSLATE_NOOP("foretrail::Reason", "is not a date of the form %1");
inline constexpr auto noDateFormat = QT_TRANSLATE_NOOP("foretrail::Reason", "no date format is chosen");
inline constexpr auto absurdYear = QT_TRANSLATE_NOOP("foretrail::Reason", "lies before 1900 or after 2200");
inline constexpr auto noTimeOfDay = QT_TRANSLATE_NOOP("foretrail::Reason", "is not a time of day");
inline constexpr auto badBytes = QT_TRANSLATE_NOOP("foretrail::Reason", "has bytes that are not %1: choose another encoding");
inline constexpr auto columnCount = QT_TRANSLATE_NOOP("foretrail::Reason", "has %1 columns where %2 are expected");
inline constexpr auto openQuote = QT_TRANSLATE_NOOP("foretrail::Reason", "a quotation mark opens here and never closes");
inline constexpr auto noSeries = QT_TRANSLATE_NOOP("foretrail::Reason", "names no series");
inline constexpr auto noKey = QT_TRANSLATE_NOOP("foretrail::Reason", "names nothing that the row could say more of");
inline constexpr auto notAnObject = QT_TRANSLATE_NOOP("foretrail::Reason", "is not a JSON object");
inline constexpr auto notJson = QT_TRANSLATE_NOOP("foretrail::Reason", "is not valid JSON at character %1");
inline constexpr auto behindObject = QT_TRANSLATE_NOOP("foretrail::Reason", "goes on behind the JSON object, at character %1");
inline constexpr auto tooDeep = QT_TRANSLATE_NOOP("foretrail::Reason", "has objects inside of objects more than %1 deep");
inline constexpr auto longName = QT_TRANSLATE_NOOP("foretrail::Reason", "has a name longer than %1 characters");
inline constexpr auto manyMembers = QT_TRANSLATE_NOOP("foretrail::Reason", "has more than %1 members");

inline QString of(const char *reason, const QStringList &arguments = {})
{
    return Phrase::kept("foretrail::Reason", reason, arguments);
}
inline QString of(const char *reason, size_t number) { return of(reason, QStringList{QString::number(number)}); }

} // namespace Reason
} // namespace foretrail
