#include "core/behaviour/recommend/NeighbourRecommenders.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

/// Counts each item that stands beside `item` once for each sequence with both.
void countTogether(const ItemSequences &sequences, const ItemOccurrences &occurrences, quint32 item, ScoreBoard &board)
{
    thread_local std::vector<quint32> distinct;
    quint32 before = std::numeric_limits<quint32>::max();
    for (const quint32 place : occurrences.of(item)) {
        const quint32 sequence = occurrences.sequenceOf(place);
        if (std::exchange(before, sequence) == sequence)
            continue;
        distinct.assign(sequences.items.begin() + std::ptrdiff_t(occurrences.firstPlaceOf(sequence)),
                        sequences.items.begin() + std::ptrdiff_t(occurrences.endPlaceOf(sequence)));
        std::sort(distinct.begin(), distinct.end());
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        for (const quint32 other : distinct)
            if (other != item)
                board.add(other, 1);
    }
}

void gatherCosines(const ItemSequences &sequences, const ItemOccurrences &occurrences, quint32 item, ScoreBoard &board)
{
    const auto size = [&](quint32 one) { return double(occurrences.sequencesWith(one)) + ItemKnnRecommender::shrinkage; };
    countTogether(sequences, occurrences, item, board);
    for (const quint32 other : board.named())
        board.set(other, float(double(board.scoreOf(other)) / std::sqrt(size(item) * size(other))));
}

/// Keeps the nearest and makes their scores sum to 1.
void keepShares(size_t most, ScoreBoard &board)
{
    const std::vector<quint32> best = board.best(most);
    std::vector<float> scores;
    float sum = 0;
    for (const quint32 item : best) {
        scores.push_back(board.scoreOf(item));
        sum += scores.back();
    }
    board.clear();
    for (size_t i = 0; i < best.size(); ++i)
        board.add(best[i], scores[i] / sum);
}

} // namespace

Result<void> MarkovRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job)
{
    const ItemOccurrences occurrences(*sequences);
    auto after = ItemNeighbours::gathered(sequences->itemCount, options.workers, [&](quint32 item, ScoreBoard &board) {
        for (const quint32 place : occurrences.of(item)) {
            const size_t end = std::min(occurrences.endPlaceOf(occurrences.sequenceOf(place)), size_t(place) + 1 + m_window);
            for (size_t next = size_t(place) + 1; next < end; ++next)
                if (sequences->items[next] != item)
                    board.add(sequences->items[next], 1.0F / float(next - place));
        }
    }, job);
    if (!after)
        return fail(after.error());
    m_after = std::move(*after);
    return {};
}

void MarkovRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    if (query.items.empty())
        return;
    for (const ItemNeighbours::Neighbour &next : m_after.of(query.items.back()))
        board.add(next.item, next.weight);
}

Result<void> ItemKnnRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job)
{
    const ItemOccurrences occurrences(*sequences);
    auto beside = ItemNeighbours::gathered(sequences->itemCount, options.workers, [&](quint32 item, ScoreBoard &board) {
        gatherCosines(*sequences, occurrences, item, board);
    }, job);
    if (!beside)
        return fail(beside.error());
    m_beside = std::move(*beside);
    return {};
}

void ItemKnnRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    const auto items = lastSteps(query.items, mostQuerySteps);
    double weight = 1;
    for (auto item = items.rbegin(); item != items.rend(); ++item, weight *= decay)
        for (const ItemNeighbours::Neighbour &other : m_beside.of(*item))
            board.add(other.item, float(weight) * other.weight);
}

Result<void> ItemWalkRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job)
{
    const ItemOccurrences occurrences(*sequences);
    auto beside = ItemNeighbours::gathered(sequences->itemCount, options.workers, [&](quint32 item, ScoreBoard &board) {
        gatherCosines(*sequences, occurrences, item, board);
        keepShares(width, board);
    }, job);
    if (!beside)
        return fail(beside.error());
    m_beside = std::move(*beside);
    return {};
}

void ItemWalkRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    const auto items = lastSteps(query.items, beginnings);
    double weight = 1;
    for (auto item = items.rbegin(); item != items.rend(); ++item, weight *= ItemKnnRecommender::decay)
        for (const ItemNeighbours::Neighbour &first : m_beside.of(*item))
            for (const ItemNeighbours::Neighbour &second : m_beside.of(first.item))
                board.add(second.item, float(weight) * first.weight * second.weight);
}

} // namespace foretrail
