#include "core/series/Decimation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

// The observations of one pixel column, by index.
struct Column {
    qint64 first = -1;
    qint64 smallest = -1;
    qint64 largest = -1;
    qint64 last = -1;

    bool isEmpty() const { return first < 0; }
    void begin(qint64 index) { first = smallest = largest = last = index; }
    void take(Values values, qint64 index)
    {
        const double value = values[size_t(index)];
        if (value < values[size_t(smallest)])
            smallest = index;
        if (value > values[size_t(largest)])
            largest = index;
        last = index;
    }
};

class Decimator {
public:
    Decimator(Values values, double from, double to, int columns)
        : m_values(values), m_from(from), m_scale(columns / (to - from))
    {
    }

    void add(qint64 index)
    {
        if (!m_column.isEmpty() && index - m_column.last > 1 && double(index - m_column.last) * m_scale >= 1.0)
            endLine();
        const auto column = qint64(std::floor((double(index) - m_from) * m_scale));
        if (m_column.isEmpty() || column != m_columnIndex) {
            flush();
            m_columnIndex = column;
            m_column.begin(index);
        } else {
            m_column.take(m_values, index);
        }
    }

    std::vector<Polyline> finish()
    {
        endLine();
        return std::move(m_lines);
    }

private:
    void flush()
    {
        if (m_column.isEmpty())
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

std::vector<Polyline> decimate(Values values, double from, double to, int columns)
{
    const auto size = qint64(values.size());
    if (columns < 1 || !(from < to) || size == 0 || to < 0 || from > double(size - 1))
        return {};
    const auto first = qint64(std::max(0.0, std::ceil(from) - 1));
    const auto last = qint64(std::min(double(size - 1), std::floor(to) + 1));
    Decimator decimator(values, from, to, columns);
    for (qint64 i = first; i <= last; ++i)
        if (!std::isnan(values[size_t(i)]))
            decimator.add(i);
    return decimator.finish();
}

} // namespace foretrail
