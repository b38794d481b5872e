#pragma once

#include "core/data/import/DateFormat.h"
#include "core/data/import/SampleRows.h"

#include <map>

namespace foretrail {

/// What a look at a column's values tells. Shares are of the values that are there.
struct ColumnFacts {
    enum class Type { Empty, Integer, Decimal, Date, Text };
    Type type = Type::Empty;
    std::vector<QString> dateFormats;  ///< that read nearly all values, the likeliest first
    std::vector<QString> looseFormats; ///< of dates that many other numbers fit too: "yyyy", "excel"
    size_t values = 0;
    size_t distinct = 0;
    bool isUnique = false;            ///< every row of the head has a value, and each another
    bool hasZeroFractions = false;    ///< every number ends in ".0": an export turned ids into decimals
    bool hasLostDigits = false;       ///< some ids read 1.23E+15
    bool hasKindWords = false;        ///< few different words, some of them known kinds of events
    bool holdsBooleans = false;       ///< TRUE, FALSE, yes, no and nothing else
    std::string example;              ///< the first value

    /// Numbers. A value is clear when it can be read with one of the two decimal signs only.
    double pointShare = 0, commaShare = 0; ///< readable with '.' and with ',' as decimal sign
    size_t clearPoints = 0, clearCommas = 0;
    size_t unclear = 0;               ///< "1.234" and "1,234": another number by the other sign
    std::string unclearExample;
    std::map<std::string, size_t> currencies; ///< ISO code and how many values have it
    std::map<char, size_t> groupSigns;        ///< of the likelier reading
    size_t percents = 0;
    std::vector<std::string> nullWords; ///< among numbers or dates: "-", "n.a."

    /// Empty where no format fits; loose ones count where the column is called a date.
    QString likeliestDate(bool isCalledDate) const;
    double numberShare() const { return std::max(pointShare, commaShare); }
    bool isNumber() const { return type == Type::Integer || type == Type::Decimal; }
    /// Numbers, some of them perhaps misspelled.
    bool isMostlyNumbers() const { return type != Type::Date && type != Type::Empty && numberShare() >= 0.5; }
};

/// Facts of one column from row `first` of the sample on.
ColumnFacts factsOf(const SampleRows &sample, size_t column, size_t first);

/// Whether the first row names the columns rather than being data.
struct HeaderGuess {
    bool isThere = false;
    std::vector<ColumnFacts> below; ///< of all columns from the second row on; none where not all were looked at
};
HeaderGuess guessHeader(const SampleRows &sample);

} // namespace foretrail
