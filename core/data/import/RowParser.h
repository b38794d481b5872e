#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ClockReader.h"
#include "core/data/import/DateFormat.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/RecordSource.h"

#include <optional>
#include <span>

namespace foretrail {

/// One field as its role reads it. Text lives as long as the record.
struct ParsedCell {
    std::string_view text;     ///< trimmed; empty: there is no value
    double number = 0;         ///< of quantity, price, amount, value; of a time of day in milliseconds; NaN: no value
    qint64 time = 0;           ///< of the time column: UTC milliseconds of an event; wall-clock ones, or an index, of a series
    quint32 code = 0;          ///< CodedText, where rows are stored
    bool isBad = false;        ///< a value of a series that cannot be read: badCells() says why
};

/// What others have found out about a cell: gone once its column says something else.
struct CellNote {
    quint64 hash = 0; ///< RowSink::fingerprint
    quint32 code = 0; ///< CodedText
};

/// Why a row cannot be stored.
struct RowProblem {
    int column = -1; ///< of the plan; -1: the row as a whole
    QString value;
    QString reason; ///< as Phrase keeps it
};

/// Turns rows of text into typed cells by a plan, the same for the preview and for the import. One thread.
class RowParser {
public:
    /// InvalidInput for a date format or a time zone that makes no sense.
    static Result<RowParser> make(const ImportPlan &plan);

    /// True when every field can be read; otherwise problem() says what is wrong with the first that cannot. A value of a
    /// series that cannot be read is no fault of its row: it is one of badCells().
    bool parse(const Record &record);
    /// Cells by column of the plan, those of ignored columns with their text alone.
    const std::vector<ParsedCell> &cells() const { return m_cells; }
    std::span<CellNote> notes() { return m_notes; }
    const RowProblem &problem() const { return m_problem; }
    const std::vector<RowProblem> &badCells() const { return m_badCells; }

    /// When the row happened: its time cell, or its line in the file as milliseconds where the plan says "order".
    qint64 rowTime() const { return m_time >= 0 && !isOrder() ? m_cells[size_t(m_time)].time : m_line; }
    /// The next row gets this number.
    void startAt(qint64 number) { m_rows = number; }
    qint64 rowNumber() const { return m_rows - 1; } ///< from 0, rows that could not be read counted
    /// Rows read so far that have a date and no time of day, where a column holds those: they count from midnight.
    qint64 rowsWithoutClock() const { return m_withoutClock; }
    /// Rows read so far whose time the clock of the source never showed, or showed twice.
    qint64 clockGaps() const { return m_clockGaps; }
    qint64 clockOverlaps() const { return m_clockOverlaps; }

    /// The cell of a preview: what would be stored, as text; times on the clock of the source.
    QString shown(int column) const;
    /// Reads one field alone, for a preview that goes on behind a problem.
    bool parseField(int column, std::string_view text);
    /// Puts the time of day to the date, once the fields of both are parsed; parse() does so itself.
    void joinClock();

    const ImportPlan &plan() const { return m_plan; }

private:
    enum class Reads { Nothing, Time, Clock, Number, Id, Text };
    struct Field {
        Role role = Role::Ignore;
        Reads reads = Reads::Nothing;
        bool isNeeded = false;
        bool isCell = false; ///< a value of a series: bad ones are rejected alone
    };
    /// The field that a cell was read from: the lines of an order say the same in many of their columns.
    struct Source {
        std::string text;
        size_t first = 0; ///< of the cell's text in it
        ZoneClock::Shown shown = ZoneClock::Shown::Once;
        bool isGood = false;   ///< the cell is what the text says
        bool isWorthIt = true; ///< it is often the same as above
        int asked = 0, same = 0;
    };
    RowParser(const ImportPlan &plan, std::optional<DateFormat> format);
    bool isAsAbove(int column, std::string_view text);
    void keepSource(int column, std::string_view text);
    bool readField(int column, std::string_view text);
    Field fieldOf(Role role) const;
    bool isOrder() const { return m_format && m_format->isOrder(); }
    bool hasDays() const { return m_time >= 0 && m_plan.kind != SourceKind::Attributes && m_format && !m_format->isOrder() && !m_format->isIndex(); }
    bool isUnknown(Role role, std::string_view text) const;
    bool checkShape(const Record &record);
    bool parseTime(int column, ParsedCell &cell);
    bool parseClock(int column, ParsedCell &cell);
    qint64 stored(const DateFormat::Moment &moment);
    bool parseNumber(int column, ParsedCell &cell);
    bool checkCurrency(int column, const ParsedCell &cell, std::string_view currency);
    void countClock();
    bool reject(int column, std::string_view value, const QString &reason);

    ImportPlan m_plan;
    std::vector<Field> m_fields;
    std::optional<DateFormat> m_format;
    NumberStyle m_style;
    std::vector<std::string> m_nullWords;
    std::string m_currency; ///< of the plan, or of the first amount that names one
    int m_time = -1;
    int m_clockColumn = -1; ///< -1 also where the rows have no dates
    ClockReader m_clockReader;
    DateFormat::Moment m_date; ///< of this row, before its time of day is put to it
    bool m_isClockUtc = false; ///< of this row: its time of day says so
    mutable ZoneClock m_clock; ///< keeps the last stretches between two changes of the clock
    ZoneClock::Shown m_shown = ZoneClock::Shown::Once;
    std::vector<ParsedCell> m_cells;
    std::vector<Source> m_sources;
    std::vector<CellNote> m_notes;
    RowProblem m_problem;
    std::vector<RowProblem> m_badCells;
    qint64 m_line = 0;
    qint64 m_rows = 0;
    qint64 m_withoutClock = 0;
    qint64 m_clockGaps = 0;
    qint64 m_clockOverlaps = 0;
};

/// A field as text for a person: long ones are cut.
QString fieldText(std::string_view utf8);

} // namespace foretrail
