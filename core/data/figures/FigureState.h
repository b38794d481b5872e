#pragma once

#include "core/data/figures/FigurePass.h"

#include <optional>

namespace foretrail {

/// What kept figures were counted from, and what goes on from there needs besides them. In the setting figures.state.
struct FigureState {
    DataState data;
    qint64 lastId = 0; ///< of an event that is counted
    FigureCounts counts;
    GapCounts purchaseGaps, visitGaps;

    /// None where nothing is kept, or not in the format of now.
    static std::optional<FigureState> read(Connection &connection);
    QByteArray toJson() const;
};

/// The figures by id of the user, as they were kept.
std::vector<UserFigures> readFigureBlocks(Connection &connection);

/// Writes these blocks (all where none is named) and the state, in one transaction; fails at once where another is writing for long.
Result<void> keepFigures(Connection &connection, const std::vector<UserFigures> &users, const FigureState &state, const std::vector<size_t> &blocks);

} // namespace foretrail
