#pragma once

#include "core/data/import/DateFormat.h"

namespace foretrail {

/// How a text writes a time of day. Marks: 8:26, 08:26:00.5, 8:26 PM, 上午8:26, 8时26分, 18.00.00. Digits: 0826, 082600.
/// Fraction: of a day, as spreadsheets keep it, 0.3514. Hour: 8.
enum class ClockForm { Marks, Digits, Fraction, Hour };
ClockForm clockFormOf(std::string_view text);

/// Reads times of day, each in any of these forms: none of them can be read in two ways. 24:00 is the midnight that ends the
/// day. The day that spreadsheets and databases write before a time alone, 1899-12-30, does not count.
class ClockReader {
public:
    ClockReader();
    /// Milliseconds from midnight; nothing where it is no time of day.
    std::optional<DateFormat::Moment> read(std::string_view text);

private:
    std::optional<DateFormat::Moment> readMarks(std::string_view text);

    const std::vector<DateFormat> *m_formats;
    size_t m_last = 0; ///< the one that read the text before: columns rarely mix
};

} // namespace foretrail
