#include "core/data/import/LinesAbove.h"

#include "core/data/import/ColumnFacts.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"

#include <algorithm>

namespace foretrail {
namespace {

using Row = std::vector<std::string>;

constexpr size_t lookedAbove = 200;   ///< rows of the head
constexpr size_t mostAbove = 100; ///< rows, blank ones not counted

bool isFilled(const std::string &cell) { return !trimmed(cell).empty(); }
size_t filledCells(const Row &row) { return size_t(std::ranges::count_if(row, isFilled)); }
size_t namesIn(const Row &row) { return size_t(std::ranges::count_if(row, [](const std::string &cell) { return isRoleName(cell); })); }

/// "sep=" and the sign, which may have split the line.
bool isDelimiterLine(const Row &row)
{
    constexpr size_t longest = 5;
    const std::string_view text = trimmed(row.front());
    return text.size() <= longest && (text.starts_with("sep=") || text.starts_with("SEP=")) && filledCells(row) == 1;
}

bool isComment(const Row &row) { return trimmed(row.front()).starts_with('#'); }

class Head {
public:
    Head(const SampleRows &sample, char delimiter)
        : m_sample(sample), m_isRuns(delimiter == ' '), m_count(std::min({lookedAbove, sample.headRows(), sample.lines.size()})),
          m_columns(usualColumns())
    {
    }

    int linesAbove() const
    {
        const size_t first = firstFull();
        if (first > 0 && first < m_count && namesColumns(first) && std::all_of(begin(), begin() + qsizetype(first), [&](const Row &row) {
                return mayBeAbove(row, first);
            }))
            return linesBefore(first);
        return linesBefore(saidNotes(first));
    }

private:
    std::vector<Row>::const_iterator begin() const { return m_sample.rows.begin(); }
    const Row &row(size_t i) const { return m_sample.rows[i]; }
    int linesBefore(size_t i) const { return i == 0 || i >= m_count ? 0 : int(m_sample.lines[i] - 1); }

    /// Of the later rows, which lie below whatever is above the table, without columns that hold nothing, as a delimiter at the
    /// end of each row leaves one; 0 where they have no usual width.
    size_t usualColumns() const
    {
        const std::span<const Row> later(begin() + qsizetype(m_count / 2), begin() + qsizetype(m_count));
        const RowShape shape = shapeOf(later);
        if (shape.share < 0.5)
            return 0;
        size_t columns = shape.columns;
        while (columns > 0 && std::ranges::none_of(later, [columns](const Row &row) { return columns <= row.size() && isFilled(row[columns - 1]); }))
            --columns;
        return columns;
    }

    /// As wide as the table, every cell filled but perhaps the first, as over a column of numbers of rows.
    bool isFull(const Row &row) const
    {
        return m_columns > 1 && row.size() >= m_columns && (!m_isRuns || row.size() == m_columns)
            && (m_columns > 2 || isFilled(row.front()))
            && std::all_of(row.begin() + 1, row.begin() + qsizetype(m_columns), isFilled);
    }

    /// A comment as wide as the table is its header, unless another follows.
    size_t firstFull() const
    {
        const size_t most = std::min(mostAbove, m_count);
        for (size_t i = 0; i < most; ++i)
            if (isFull(row(i)) && !(isComment(row(i)) && hasHeaderBelow(i)))
                return i;
        return m_count;
    }

    bool hasHeaderBelow(size_t comment) const
    {
        for (size_t i = comment + 1; i < m_count; ++i)
            if (isFull(row(i)) && !isComment(row(i)))
                return namesColumns(i);
        return false;
    }

    bool namesColumns(size_t i) const
    {
        SampleRows below;
        below.rows.assign(begin() + qsizetype(i), begin() + qsizetype(m_count));
        return guessHeader(below).isThere && (below.rows.size() > 1 || namesIn(row(i)) > 0);
    }

    /// A header in which columns have no name, and rows with gaps, are wider than a title.
    bool mayBeAbove(const Row &title, size_t header) const
    {
        const size_t filled = filledCells(title);
        return isComment(title) || filled * 2 <= m_columns || (filled < m_columns && namesIn(row(header)) > namesIn(title));
    }

    /// Comments and the line about the delimiter say of themselves that they are no data.
    size_t saidNotes(size_t most) const
    {
        size_t notes = 0;
        while (notes < most && (isComment(row(notes)) || isDelimiterLine(row(notes))))
            ++notes;
        return notes;
    }

    const SampleRows &m_sample;
    bool m_isRuns;
    size_t m_count;
    size_t m_columns;
};

} // namespace

int linesAbove(const SampleRows &sample, char delimiter) { return sample.rows.empty() ? 0 : Head(sample, delimiter).linesAbove(); }

char saidDelimiter(std::string_view text)
{
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const bool isQuoted = line.size() == 7 && line.front() == '"' && line.back() == '"';
    line = isQuoted ? line.substr(1, 5) : line;
    return line.size() == 5 && (line.starts_with("sep=") || line.starts_with("SEP=")) ? line.back() : '\0';
}

} // namespace foretrail
