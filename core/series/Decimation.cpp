#include "core/series/Decimation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

// The observations of one pixel column, by index.
using Column = ValueBlocks::Block;

void takeBlock(Column &column, Values values, const ValueBlocks::Block &block)
{
    if (values[size_t(block.smallest)] < values[size_t(column.smallest)])
        column.smallest = block.smallest;
    if (values[size_t(block.largest)] > values[size_t(column.largest)])
        column.largest = block.largest;
    column.last = block.last;
}

class Decimator {
public:
    Decimator(Values values, double from, double to, int columns)
        : m_values(values), m_from(from), m_scale(columns / (to - from))
    {
    }

    void add(qint64 index)
    {
        if (begins(index))
            m_column = {index, index, index, index};
        else
            m_column.take(m_values, index);
    }

    /// All of them lie in one column, which is wider than any gap among them.
    void add(const ValueBlocks::Block &block)
    {
        if (block.first < 0)
            return;
        if (begins(block.first))
            m_column = block;
        else
            takeBlock(m_column, m_values, block);
    }

    qint64 columnOf(qint64 index) const { return qint64(std::floor((double(index) - m_from) * m_scale)); }

    std::vector<Polyline> finish()
    {
        endLine();
        return std::move(m_lines);
    }

private:
    bool isEmpty() const { return m_column.first < 0; }

    /// Ends what is before `index` and not in its column; whether a column begins there.
    bool begins(qint64 index)
    {
        if (!isEmpty() && index - m_column.last > 1 && double(index - m_column.last) * m_scale >= 1.0)
            endLine();
        const qint64 column = columnOf(index);
        if (!isEmpty() && column == m_columnIndex)
            return false;
        flush();
        m_columnIndex = column;
        return true;
    }

    void flush()
    {
        if (isEmpty())
            return;
        std::array<qint64, 4> indices{m_column.first, m_column.smallest, m_column.largest, m_column.last};
        std::sort(indices.begin(), indices.end());
        const auto end = std::unique(indices.begin(), indices.end());
        for (auto index = indices.begin(); index != end; ++index)
            m_line.push_back({double(*index), m_values[size_t(*index)]});
        m_column = {};
    }

    void endLine()
    {
        flush();
        if (!m_line.empty())
            m_lines.push_back(std::move(m_line));
        m_line = {};
    }

    Values m_values;
    double m_from;
    double m_scale;
    qint64 m_columnIndex = 0;
    Column m_column;
    Polyline m_line;
    std::vector<Polyline> m_lines;
};

} // namespace

void ValueBlocks::Block::take(Values values, qint64 index)
{
    const double value = values[size_t(index)];
    if (value < values[size_t(smallest)])
        smallest = index;
    if (value > values[size_t(largest)])
        largest = index;
    last = index;
}

ValueBlocks::ValueBlocks(Values values) : m_blocks(values.size() / size_t(length))
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        Block &block = m_blocks[i];
        const qint64 begin = qint64(i) * length;
        for (qint64 index = begin; index < begin + length; ++index) {
            if (std::isnan(values[size_t(index)]))
                continue;
            if (block.first < 0)
                block = {index, index, index, index};
            else
                block.take(values, index);
        }
    }
}

std::vector<Polyline> decimate(Values values, double from, double to, int columns, const ValueBlocks *blocks)
{
    const auto size = qint64(values.size());
    if (columns < 1 || !(from < to) || size == 0 || to < 0 || from > double(size - 1))
        return {};
    const auto first = qint64(std::max(0.0, std::ceil(from) - 1));
    const auto last = qint64(std::min(double(size - 1), std::floor(to) + 1));
    Decimator decimator(values, from, to, columns);
    constexpr qint64 length = ValueBlocks::length;
    const bool isCrowded = blocks && (to - from) / columns >= 2 * length;
    for (qint64 i = first; i <= last; ++i) {
        if (isCrowded && i % length == 0 && i + length - 1 <= last && decimator.columnOf(i) == decimator.columnOf(i + length - 1)) {
            decimator.add(blocks->at(i / length));
            i += length - 1;
        } else if (!std::isnan(values[size_t(i)])) {
            decimator.add(i);
        }
    }
    return decimator.finish();
}

} // namespace foretrail
