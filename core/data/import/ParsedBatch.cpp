#include "core/data/import/ParsedBatch.h"

#include <algorithm>

namespace foretrail {
namespace {

// What two threads hand over at once: large enough to make waiting rare, small enough for a processor's cache.
constexpr size_t mostRows = 256;
constexpr size_t mostCells = 16'384;
constexpr size_t usualTextBytes = 64 * 1024;

size_t textBytes(const Record &record)
{
    size_t bytes = 0;
    for (std::string_view field : record.fields)
        bytes += field.size();
    return bytes;
}

} // namespace

void ParsedBatch::clear()
{
    m_rows.clear();
    m_texts.clear();
    m_fields.clear();
    m_cells.clear();
    m_above.clear();
    m_bad.clear();
    m_problems.clear();
    consumedBytes = 0;
    // A single huge row must not hold its memory for the rest of the file.
    if (m_texts.capacity() > 4 * usualTextBytes)
        m_texts.shrink_to_fit();
}

bool ParsedBatch::hasRoom(const Record &record, size_t columns) const
{
    if (m_rows.empty())
        return true;
    return m_rows.size() < mostRows && m_cells.size() + columns <= mostCells && m_fields.size() + record.fields.size() <= mostCells
        && m_texts.size() + textBytes(record) <= m_texts.capacity();
}

// The field's own copy.
std::string_view ParsedBatch::keep(std::string_view field)
{
    const size_t first = m_texts.size();
    m_texts.insert(m_texts.end(), field.begin(), field.end());
    return {m_texts.data() + first, field.size()};
}

void ParsedBatch::makeRoom(const Record &record)
{
    if (m_rows.empty())
        m_texts.reserve(std::max(usualTextBytes, textBytes(record)));
}

void ParsedBatch::add(const Record &record, RowParser &parser, quint64 fingerprint)
{
    Row row{record.line, parser.rowTime(), parser.rowNumber(), fingerprint};
    makeRoom(record);
    row.firstField = m_fields.size();
    row.firstCell = m_cells.size();
    row.cells = parser.cells().size();
    m_cells.insert(m_cells.end(), parser.cells().begin(), parser.cells().end());
    const std::span<ParsedCell> cells = std::span(m_cells).last(row.cells);
    if (m_onlyTexts)
        keepTexts(cells, parser.notes());
    else
        keepFields(record, cells);
    row.fields = m_fields.size() - row.firstField;
    row.firstBad = m_bad.size();
    row.bad = parser.badCells().size();
    m_bad.insert(m_bad.end(), parser.badCells().begin(), parser.badCells().end());
    m_rows.push_back(row);
}

// A cell is a part of its field, which moves.
void ParsedBatch::keepFields(const Record &record, std::span<ParsedCell> cells)
{
    for (size_t column = 0; column < record.fields.size(); ++column) {
        const std::string_view field = record.fields[column], kept = keep(field);
        m_fields.push_back(kept);
        if (column < cells.size() && !cells[column].text.empty())
            cells[column].text = kept.substr(size_t(cells[column].text.data() - field.data()), cells[column].text.size());
    }
}

// What has the number of the text above is that text.
void ParsedBatch::keepTexts(std::span<ParsedCell> cells, std::span<const CellNote> notes)
{
    m_above.resize(m_onlyTexts->size());
    size_t next = 0;
    for (size_t column = 0; column < cells.size(); ++column) {
        ParsedCell &cell = cells[column];
        if (next == m_onlyTexts->size() || (*m_onlyTexts)[next] != column) {
            cell.text = {};
            continue;
        }
        ParsedCell &above = m_above[next++];
        cell.code = notes[column].code;
        if (!cell.text.empty())
            cell.text = cell.code != 0 && cell.code == above.code ? above.text : keep(cell.text);
        above = cell;
    }
}

void ParsedBatch::addProblem(const Record &record, const RowParser &parser)
{
    Row row{record.line, 0, parser.rowNumber()};
    makeRoom(record);
    row.firstField = m_fields.size();
    for (std::string_view field : record.fields)
        m_fields.push_back(keep(field));
    row.fields = record.fields.size();
    row.problem = qsizetype(m_problems.size());
    m_problems.push_back(parser.problem());
    m_rows.push_back(row);
}

ParsedRow ParsedBatch::row(size_t index) const
{
    const Row &row = m_rows[index];
    return {row.line,
            row.time,
            row.number,
            row.fingerprint,
            row.seen,
            {m_cells.data() + row.firstCell, row.cells},
            {m_fields.data() + row.firstField, row.fields},
            {m_bad.data() + row.firstBad, row.bad},
            row.problem < 0 ? nullptr : &m_problems[size_t(row.problem)]};
}

} // namespace foretrail
