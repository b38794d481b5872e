#pragma once

#include "core/data/Seen.h"
#include "core/data/import/RowParser.h"

#include <span>
#include <string_view>
#include <vector>

namespace foretrail {

/// One row on its way from the parser to a sink. Everything lives as long as its batch.
struct ParsedRow {
    qint64 line = 0;                         ///< in the file, from 1
    qint64 time = 0;                         ///< RowParser::rowTime
    qint64 number = 0;                       ///< RowParser::rowNumber
    quint64 fingerprint = 0;                 ///< RowSink::fingerprint; 0 of a row that did not parse
    Seen seen = Seen::Unasked;               ///< RowSink::recognise
    std::span<const ParsedCell> cells;       ///< by column of the plan; none of a row that did not parse
    std::span<const std::string_view> fields; ///< as they were read, where the sink needs them or the row did not parse
    std::span<const RowProblem> badCells;    ///< RowParser::badCells
    const RowProblem *problem = nullptr;     ///< why the row as a whole cannot be stored
};

/// Some hundred rows with their own copy of the texts, so that they can cross from one thread to another. Memory is kept
/// from one use to the next.
class ParsedBatch {
public:
    /// `onlyTexts`, where it is given: rows that parsed have no fields, and of their cells those of these columns alone a text.
    explicit ParsedBatch(std::optional<std::vector<size_t>> onlyTexts = {}) : m_onlyTexts(std::move(onlyTexts)) {}
    void clear();
    /// False when the batch is too full for the row; an empty batch takes any.
    bool hasRoom(const Record &record, size_t columns) const;
    /// A row that parsed.
    void add(const Record &record, RowParser &parser, quint64 fingerprint);
    void addProblem(const Record &record, const RowParser &parser);

    bool isEmpty() const { return m_rows.empty(); }
    size_t size() const { return m_rows.size(); }
    ParsedRow row(size_t index) const;
    bool isParsed(size_t index) const { return m_rows[index].problem < 0; }
    quint64 fingerprint(size_t index) const { return m_rows[index].fingerprint; }
    void setSeen(size_t index, Seen seen) { m_rows[index].seen = seen; }

    qint64 consumedBytes = 0; ///< of the file, once these rows were read

private:
    struct Row {
        qint64 line = 0, time = 0, number = 0;
        quint64 fingerprint = 0;
        Seen seen = Seen::Unasked;
        size_t firstCell = 0, cells = 0, firstField = 0, fields = 0, firstBad = 0, bad = 0;
        qsizetype problem = -1;
    };
    void makeRoom(const Record &record);
    std::string_view keep(std::string_view field);
    void keepFields(const Record &record, std::span<ParsedCell> cells);
    void keepTexts(std::span<ParsedCell> cells, std::span<const CellNote> notes);

    std::optional<std::vector<size_t>> m_onlyTexts;
    std::vector<Row> m_rows;
    std::vector<char> m_texts; ///< grows only while there is no view into it
    std::vector<std::string_view> m_fields;
    std::vector<ParsedCell> m_cells;
    std::vector<ParsedCell> m_above; ///< of m_onlyTexts, the latest
    std::vector<RowProblem> m_bad;
    std::vector<RowProblem> m_problems;
};

} // namespace foretrail
