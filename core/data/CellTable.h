#pragma once

#include "core/data/HashSet64.h"

#include <vector>

namespace foretrail {

/// Sums by (group, step) where most combinations are empty. Cells are numbered in the order they appear.
class CellTable {
public:
    struct Cell {
        quint32 group = 0;
        quint32 step = 0;
        double value = 0;
    };

    /// The number of the cell, made with value 0 when new.
    quint32 numberOf(quint32 group, quint32 step)
    {
        if (m_recent < m_cells.size() && m_cells[m_recent].group == group && m_cells[m_recent].step == step)
            return m_recent;
        if ((m_cells.size() + 1) * 4 > m_slots.size() * 3)
            grow();
        quint32 &slot = m_slots[slotOf(group, step)];
        if (slot == 0) {
            m_cells.push_back({group, step, 0});
            slot = quint32(m_cells.size());
        }
        m_recent = slot - 1;
        return m_recent;
    }
    double &value(quint32 number) { return m_cells[number].value; }
    /// All cells; the table is empty afterwards.
    std::vector<Cell> take()
    {
        m_slots.clear();
        return std::move(m_cells);
    }

private:
    size_t slotOf(quint32 group, quint32 step) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t slot = size_t(mixBits((quint64(group) << 32) | step)) & mask;
        while (m_slots[slot] != 0 && (m_cells[m_slots[slot] - 1].group != group || m_cells[m_slots[slot] - 1].step != step))
            slot = (slot + 1) & mask;
        return slot;
    }
    void grow()
    {
        m_slots.assign(m_slots.empty() ? 1024 : m_slots.size() * 2, 0);
        for (quint32 i = 0; i < m_cells.size(); ++i)
            m_slots[slotOf(m_cells[i].group, m_cells[i].step)] = i + 1;
    }

    std::vector<quint32> m_slots; ///< a power of two; number + 1, 0 is free
    std::vector<Cell> m_cells;
    quint32 m_recent = 0;
};

} // namespace foretrail
