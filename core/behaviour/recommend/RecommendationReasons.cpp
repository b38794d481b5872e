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

/// The query without each of `different`.
std::vector<std::vector<quint32>> restsOf(std::span<const quint32> items, const std::vector<quint32> &different)
{
    std::vector<std::vector<quint32>> rests(different.size());
    for (size_t i = 0; i < different.size(); ++i)
        std::copy_if(items.begin(), items.end(), std::back_inserter(rests[i]), [without = different[i]](quint32 item) { return item != without; });
    return rests;
}

} // namespace

Result<std::vector<std::vector<ScoreLoss>>> scoreLosses(const Recommender &model, const NextItemQuery &query, const std::vector<quint32> &best,
                                                        const ListOfBoard &listOf, size_t itemCount, JobContext &job)
{
    std::vector<std::vector<ScoreLoss>> losses(best.size());
    if (best.empty())
        return losses;
    ScoreBoard board(itemCount);
    model.score(query, board);
    std::vector<float> whole;
    for (const quint32 item : best)
        whole.push_back(board.scoreOf(item));
    const auto items = lastSteps(query.items, mostQuerySteps);
    const std::vector<quint32> different = lastDifferent(items);
    const std::vector<std::vector<quint32>> rests = restsOf(items, different);
    std::vector<NextItemQuery> queries;
    for (const std::vector<quint32> &rest : rests)
        queries.push_back({rest, query.user});
    model.scoreEach(queries, board, [&](size_t q) {
        if (job.stopRequested())
            return;
        const std::vector<quint32> list = listOf(board);
        for (size_t i = 0; i < best.size(); ++i) {
            const double share = 1 - double(board.scoreOf(best[i])) / double(whole[i]);
            if (share >= leastLoss)
                losses[i].push_back({different[q], share, std::find(list.begin(), list.end(), best[i]) == list.end()});
        }
    });
    if (job.stopRequested())
        return fail(Error::cancelled());
    for (std::vector<ScoreLoss> &of : losses)
        std::ranges::stable_sort(of, [](const ScoreLoss &a, const ScoreLoss &b) { return a.share > b.share; });
    return losses;
}

} // namespace foretrail
