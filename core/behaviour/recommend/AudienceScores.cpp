#include "core/behaviour/recommend/Audience.h"
#include "core/jobs/ParallelInOrder.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct AudienceScoresText { Q_DECLARE_TR_FUNCTIONS(foretrail::AudienceScores) };

constexpr qint64 usersOfBlock = 128;

/// Logs have clocks that were wrong: a few events far before or behind all others say nothing of the time that it covers.
UtcMs earliestTime(const ShopLog &shop) { return shop.log().events[shop.log().events.size() / 200].time; }
UtcMs latestTime(const ShopLog &shop)
{
    const size_t events = shop.log().events.size();
    return shop.log().events[events - 1 - events / 1000].time;
}

/// The items that are asked for: one, or those of a category.
Result<std::vector<quint32>> targetsOf(const ShopLog &shop, const AudienceRequest &request)
{
    if (!request.item.isEmpty()) {
        const Result<quint32> item = shop.itemOf(request.item);
        if (!item)
            return fail(item.error());
        return std::vector<quint32>{*item};
    }
    const Result<quint32> category = shop.categoryOf(request.category);
    if (!category)
        return fail(category.error());
    std::vector<quint32> items;
    for (quint32 item = 0; item < shop.itemCount(); ++item)
        if (shop.log().categoryOf(item) == *category)
            items.push_back(item);
    return items;
}

std::vector<double> blockScores(const FittedRecommender &fitted, std::span<const quint32> users, const std::vector<char> &isTarget)
{
    std::vector<ShopperHistory> histories;
    for (const quint32 user : users)
        histories.push_back(fitted.shop().historyOf({user, 0}, fitted.until()));
    std::vector<NextItemQuery> queries;
    std::vector<size_t> places;
    for (size_t i = 0; i < histories.size(); ++i)
        if (!histories[i].items().empty()) {
            queries.push_back({histories[i].items(), users[i]});
            places.push_back(i);
        }
    std::vector<double> scores(users.size(), 0);
    ScoreBoard board = fitted.board();
    fitted.model().scoreEach(queries, board, [&](size_t q) {
        for (const quint32 item : board.named())
            if (isTarget[item])
                scores[places[q]] += double(board.scoreOf(item));
    });
    return scores;
}

} // namespace

int audienceHorizon(const ShopLog &shop, int asked)
{
    constexpr int usualDays = 30;
    const auto fifth = int((latestTime(shop) - earliestTime(shop)) / (5 * dayMs));
    return asked > 0 ? asked : std::clamp(fifth, 1, usualDays);
}

UtcMs audienceCutOff(const ShopLog &shop, int horizonDays) { return latestTime(shop) + 1 - horizonDays * dayMs; }

Result<std::vector<double>> audienceScores(const FittedRecommender &fitted, const std::vector<quint32> &users, const AudienceRequest &request, JobContext &job)
{
    const Result<std::vector<quint32>> targets = targetsOf(fitted.shop(), request);
    if (!targets)
        return fail(targets.error());
    std::vector<char> isTarget(fitted.shop().itemCount(), false);
    for (const quint32 item : *targets)
        isTarget[item] = true;
    std::vector<double> scores(users.size(), 0);
    const qint64 blocks = (qint64(users.size()) + usersOfBlock - 1) / usersOfBlock;
    const Result<void> done = parallelInOrder(blocks, request.workers, job, [&](qint64 block) -> Result<OrderedWork> {
        job.report(block * usersOfBlock, qint64(users.size()), AudienceScoresText::tr("Scoring users"));
        return OrderedWork([&, block]() -> Result<OrderedKeep> {
            const auto from = size_t(block * usersOfBlock);
            const std::span<const quint32> part = std::span(users).subspan(from, std::min(size_t(usersOfBlock), users.size() - from));
            auto values = std::make_shared<const std::vector<double>>(blockScores(fitted, part, isTarget));
            return OrderedKeep([&scores, values, from]() -> Result<void> {
                std::copy(values->begin(), values->end(), scores.begin() + std::ptrdiff_t(from));
                return {};
            });
        });
    });
    if (!done)
        return fail(done.error());
    return scores;
}

} // namespace foretrail
