#pragma once

#include "core/data/import/RowSink.h"

#include <string>
#include <unordered_set>

namespace foretrail {

/// Rows of a table that is series already. Long: the key columns joined by "/" name the series ("1/7"), further value
/// columns add their name. Wide: one row a series, times from the header or from start and step; or, with a time column or
/// without any key, one column a series. Counts values, not rows: a value that cannot be read is a reject of its own, a cell
/// without one is a gap and counts as filtered in a long table only.
class SeriesSink : public RowSink {
public:
    SeriesSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report);
    Result<void> store(const ParsedRow &row) override;
    void finish() override;

private:
    Result<void> add(std::string_view key, WallMs time, double value);
    WallMs timeOf(int column, const ParsedRow &row) const;
    WallMs timeOfStep(qint64 number) const;
    void buildKey(std::span<const ParsedCell> cells);
    void tellEmpty();

    int m_time;
    QList<int> m_keys;
    QList<int> m_values;
    std::vector<std::string> m_valueNames;
    std::vector<WallMs> m_columnTimes; ///< of each value column, in wide tables without a time column
    std::string m_key;
    std::unordered_set<std::string> m_seen;
    std::unordered_set<std::string> m_empty; ///< named so far without a value
    qint64 m_offGrid = 0; ///< dates that were moved to the start of their step
};

} // namespace foretrail
