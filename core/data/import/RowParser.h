#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/DateFormat.h"
#include "core/data/import/DelimitedReader.h"

#include <array>
#include <optional>

namespace foretrail {

/// One field as its role reads it. Text lives as long as the record.
struct Cell {
    std::string_view text;     ///< trimmed; empty: there is no value
    double number = 0;         ///< of quantity, price, amount, value; NaN: no value
    qint64 time = 0;           ///< of the time column: UTC milliseconds of an event; wall-clock ones, or an index, of a series
};

/// Why a row cannot be stored.
struct RowProblem {
    int column = -1; ///< of the plan; -1: the row as a whole
    QString value;
    QString reason;
};

/// Turns rows of text into typed cells by a plan, the same for the preview and for the import. One thread.
class RowParser {
public:
    /// InvalidInput for a date format, a time zone or a delimiter that makes no sense.
    static Result<RowParser> make(const ImportPlan &plan);

    /// True when every field can be read; otherwise problem() says what is wrong with the first that cannot.
    bool parse(const Record &record);
    /// Cells by column of the plan, those of ignored columns with their text alone.
    const std::vector<Cell> &cells() const { return m_cells; }
    const RowProblem &problem() const { return m_problem; }

    /// The cell of a preview: what would be stored, as text; times on the clock of the source.
    QString shown(int column) const;
    /// Reads one field alone, for a preview that goes on behind a problem.
    bool parseField(int column, std::string_view text);

    const ImportPlan &plan() const { return m_plan; }

private:
    RowParser(const ImportPlan &plan, std::optional<DateFormat> format);
    bool checkShape(const Record &record);
    bool parseTime(int column, Cell &cell);
    bool parseNumber(int column, Cell &cell);
    bool isNeeded(Role role) const;
    bool reject(int column, std::string_view value, const QString &reason);

    ImportPlan m_plan;
    std::optional<DateFormat> m_format;
    mutable ZoneClock m_clock; ///< keeps the last stretch between two changes of the clock
    std::vector<Cell> m_cells;
    RowProblem m_problem;
};

/// A field as text for a person: long ones are cut.
QString fieldText(std::string_view utf8);

} // namespace foretrail
