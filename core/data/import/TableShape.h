#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ColumnFacts.h"

namespace foretrail {

/// A table that holds series side by side.
struct WideShape {
    enum class Rows { None, Series, Steps };
    Rows rows = Rows::None; ///< what a row is; None: the table is not wide
    int firstValue = 0;     ///< columns from here on hold values
};

/// Rows::Series: key columns, then numbers under headers that are dates or numbered. Rows::Steps: nothing but numbers, one
/// column a series, without a column of dates (with one, the table is found to be series by its roles).
WideShape wideShapeOf(const ImportPlan &plan, const std::vector<ColumnFacts> &facts);

/// Roles of a table that a person calls wide though it was guessed to be something else: where nothing names the series, the
/// first column without numbers does, or else the first; what holds numbers and means nothing yet are values.
void spreadWide(ImportPlan &plan, const std::vector<ColumnFacts> &facts);

/// The same of a table with one row a value: of what was kept as attributes, what is called as series are, or else words, names
/// the series, and the rest goes. Where nothing is measured yet, numbers are values.
void spreadLong(ImportPlan &plan, const std::vector<ColumnFacts> &facts);

/// Whether a column counts steps: 0, 1, 2 ... or from any other number on, in the order of the rows.
bool countsSteps(const SampleRows &sample, size_t column, size_t first);

/// Whether a column is called as one that counts steps is: t, index, step, time.
bool isIndexName(const QString &header);

} // namespace foretrail
