#pragma once

#include "core/series/Series.h"

#include <vector>

namespace foretrail {

/// A point of a line: x is the index of the observation.
struct LinePoint {
    double x = 0;
    double y = 0;
    bool operator==(const LinePoint &) const = default;
};

/// Points to be joined; a line of one point is a dot.
using Polyline = std::vector<LinePoint>;

/// What is needed of each 256 values to draw all of them small: made once, so that a picture of millions need not look at each.
class ValueBlocks {
public:
    static constexpr qint64 length = 256;
    /// The first, smallest, largest and last observation, by index; first is -1 where all are missing.
    struct Block {
        qint64 first = -1;
        qint64 smallest = -1;
        qint64 largest = -1;
        qint64 last = -1;
        void take(Values values, qint64 index);
    };

    explicit ValueBlocks(Values values);
    const Block &at(qint64 block) const { return m_blocks[size_t(block)]; }

private:
    std::vector<Block> m_blocks; ///< whole ones alone
};

/// The lines that look on `columns` pixel columns as all of `values` would between the indices `from` and `to`:
/// of each column the first, smallest, largest and last observation, so that no spike is lost. One observation
/// beyond each side is kept, so that lines run to the edges. Missing observations split the line where the gap is at
/// least one column wide. Time grows with the visible observations only, with `blocks` of the same values where they are many with the blocks;
/// at most 4 * columns + 2 points, the same with blocks and without. Empty when columns < 1 or from >= to.
std::vector<Polyline> decimate(Values values, double from, double to, int columns, const ValueBlocks *blocks = nullptr);

} // namespace foretrail
