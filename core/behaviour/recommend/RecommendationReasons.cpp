#include "core/behaviour/recommend/RecommendationReasons.h"

#include <algorithm>

namespace foretrail {
namespace {

constexpr size_t mostAsked = 30;
constexpr double leastLoss = 0.01;

/// Different items of the query, the last first.
std::vector<quint32> lastDifferent(std::span<const quint32> items)
{
    std::vector<quint32> different;
    for (auto item = items.rbegin(); item != items.rend() && different.size() < mostAsked; ++item)
        if (std::find(different.begin(), different.end(), *item) == different.end())
            different.push_back(*item);
    return different;
}

void scoreVisible(const Recommender &model, const NextItemQuery &query, const std::vector<quint32> &hidden, ScoreBoard &board)
{
    board.clear();
    model.score(query, board);
    for (const quint32 item : hidden)
        board.remove(item);
}

} // namespace

Result<std::vector<std::vector<ScoreLoss>>> scoreLosses(const Recommender &model, const NextItemQuery &query, const std::vector<quint32> &best,
                                                        const std::vector<quint32> &hidden, size_t itemCount, JobContext &job)
{
    std::vector<std::vector<ScoreLoss>> losses(best.size());
    ScoreBoard whole(itemCount), less(itemCount);
    scoreVisible(model, query, hidden, whole);
    const auto items = lastSteps(query.items, mostQuerySteps);
    for (const quint32 without : lastDifferent(items)) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        std::vector<quint32> rest;
        std::copy_if(items.begin(), items.end(), std::back_inserter(rest), [without](quint32 item) { return item != without; });
        scoreVisible(model, {rest, query.user}, hidden, less);
        for (size_t i = 0; i < best.size(); ++i) {
            const double share = 1 - double(less.scoreOf(best[i])) / double(whole.scoreOf(best[i]));
            if (share >= leastLoss)
                losses[i].push_back({without, share, less.rankOf(best[i]) > qint64(best.size())});
        }
    }
    for (std::vector<ScoreLoss> &of : losses)
        std::ranges::stable_sort(of, [](const ScoreLoss &a, const ScoreLoss &b) { return a.share > b.share; });
    return losses;
}

} // namespace foretrail
