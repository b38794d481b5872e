#pragma once

#include "core/data/import/DateFormat.h"
#include "core/data/import/SampleRows.h"

namespace foretrail {

/// What a look at a column's values tells. Shares are of the values that are there.
struct ColumnFacts {
    enum class Type { Empty, Integer, Decimal, Date, Text };
    Type type = Type::Empty;
    std::vector<QString> dateFormats; ///< that read nearly all values, the likeliest first
    size_t values = 0;
    size_t distinct = 0;
    double numberShare = 0;
    bool hasZeroFractions = false;    ///< every number ends in ".0": an export turned ids into decimals
    bool needsDecimalComma = false;   ///< numbers only with ',' as decimal sign
    bool hasKindWords = false;        ///< few different words, some of them known kinds of events
    bool isNumber() const { return type == Type::Integer || type == Type::Decimal; }
};

/// Facts of one column from row `first` of the sample on.
ColumnFacts factsOf(const SampleRows &sample, size_t column, size_t first);

/// Whether the first row names the columns rather than being data.
bool guessHeader(const SampleRows &sample);

} // namespace foretrail
