#include "core/behaviour/recommend/ItemNeighbours.h"

#include "core/jobs/ParallelInOrder.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct ItemNeighboursText { Q_DECLARE_TR_FUNCTIONS(foretrail::ItemNeighbours) };

constexpr quint32 itemsOfBlock = 1024;

/// The neighbours of items that follow each other.
struct NeighbourBlock {
    std::vector<size_t> counts;
    std::vector<ItemNeighbours::Neighbour> neighbours;
};

NeighbourBlock blockOf(quint32 from, quint32 to, quint32 items, const ItemNeighbours::Gather &gather)
{
    NeighbourBlock block;
    ScoreBoard board(items);
    for (quint32 item = from; item < to; ++item) {
        gather(item, board);
        const std::vector<quint32> best = board.best(ItemNeighbours::mostNeighbours);
        for (const quint32 other : best)
            block.neighbours.push_back({other, board.scoreOf(other)});
        block.counts.push_back(best.size());
        board.clear();
    }
    return block;
}

} // namespace

Result<ItemNeighbours> ItemNeighbours::gathered(quint32 items, int workers, const Gather &gather, JobContext &job)
{
    ItemNeighbours all;
    const qint64 blocks = (qint64(items) + itemsOfBlock - 1) / itemsOfBlock;
    const Result<void> done = parallelInOrder(blocks, workers, job, [&](qint64 index) -> Result<OrderedWork> {
        job.report(index, blocks, ItemNeighboursText::tr("Finding items that go together"));
        return OrderedWork([&all, &gather, items, index]() -> Result<OrderedKeep> {
            const quint32 from = quint32(index) * itemsOfBlock;
            auto block = std::make_shared<NeighbourBlock>(blockOf(from, std::min(items, from + itemsOfBlock), items, gather));
            return OrderedKeep([&all, block]() -> Result<void> {
                for (const size_t count : block->counts)
                    all.m_starts.push_back(all.m_starts.back() + count);
                all.m_neighbours.insert(all.m_neighbours.end(), block->neighbours.begin(), block->neighbours.end());
                return {};
            });
        });
    });
    if (!done)
        return fail(done.error());
    return all;
}

} // namespace foretrail
