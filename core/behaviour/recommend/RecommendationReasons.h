#pragma once

#include "core/behaviour/recommend/Recommender.h"

namespace foretrail {

/// How much of the score of one recommended item goes with one item of the query.
struct ScoreLoss {
    quint32 without = 0;
    double share = 0;     ///< 1 - score without it / score
    bool removes = false; ///< it is no longer on the list
};

/// Items on the list that a board leads to, by whatever rules.
using ListOfBoard = std::function<std::vector<quint32>(const ScoreBoard &board)>;

/// For each of the `best` items of `query` what it would lose without each of the last `mostAsked` different items of the query, the
/// largest loss first; items without which it loses nothing are left out. The model is asked again for each of them, whatever it is.
/// Cancelled.
Result<std::vector<std::vector<ScoreLoss>>> scoreLosses(const Recommender &model, const NextItemQuery &query, const std::vector<quint32> &best,
                                                        const ListOfBoard &listOf, size_t itemCount, JobContext &job);

} // namespace foretrail
