#include "core/behaviour/recommend/RecommendItems.h"

#include "core/behaviour/recommend/PopularityRecommenders.h"
#include "core/behaviour/recommend/RecommendationReasons.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace foretrail {
namespace {

struct RecommendItemsText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendItems) };

constexpr size_t mostReasons = 3;

/// What one shopper did, or what happened in one session, oldest first; a step at a time as ItemSequences counts them.
struct ShopperHistory {
    ItemSequences steps;
    quint32 user = 0;
    std::span<const quint32> items() const { return steps.items; }
};

ShopperHistory historyOf(const InteractionLog &log, quint32 user, quint32 session)
{
    ShopperHistory history;
    history.user = user;
    InteractionLog own;
    own.hasClock = log.hasClock;
    for (const InteractionLog::Event &event : log.events)
        if (user != 0 ? event.user == user : event.session == session)
            own.events.push_back(event);
    for (InteractionLog::Event &event : own.events)
        event.session = 1;
    JobContext job;
    history.steps = *sequencesOf(own, SequenceRule::Sessions, job);
    return history;
}

/// The items that the rule takes off the lists.
std::vector<quint32> hiddenItems(const InteractionLog &log, const ShopperHistory &history, quint32 session, LeaveOut rule)
{
    std::vector<quint32> hidden;
    for (const InteractionLog::Event &event : log.events) {
        const bool isOwn = history.user != 0 ? event.user == history.user : event.session == session;
        if (isOwn && (rule == LeaveOut::Seen || (rule == LeaveOut::Bought && event.action == ItemAction::Purchase)))
            hidden.push_back(event.item);
    }
    std::sort(hidden.begin(), hidden.end());
    hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
    return hidden;
}

/// Items in the order that people see, and how many of them the model named.
struct ItemList {
    std::vector<quint32> items;
    std::vector<double> scores;
    size_t named = 0;
};

void addBest(const ScoreBoard &board, size_t top, const std::vector<quint32> &hidden, ItemList &list)
{
    for (const quint32 item : board.best(top + hidden.size() + list.items.size())) {
        const bool isListed = std::find(list.items.begin(), list.items.end(), item) != list.items.end();
        if (list.items.size() == top)
            return;
        if (isListed || std::binary_search(hidden.begin(), hidden.end(), item))
            continue;
        list.items.push_back(item);
        list.scores.push_back(double(board.scoreOf(item)));
    }
}

Result<ItemList> listOf(const Recommender &model, const ShopperHistory &history, const std::shared_ptr<const ItemSequences> &sequences,
                        const std::vector<quint32> &hidden, int top, JobContext &job)
{
    ItemList list;
    ScoreBoard board(sequences->itemCount);
    if (!history.items().empty()) {
        model.score({history.items(), history.user}, board);
        addBest(board, size_t(top), hidden, list);
    }
    list.named = list.items.size();
    if (list.items.size() == size_t(top))
        return list;
    RecentPopularityRecommender popular;
    if (const Result<void> done = popular.fit(sequences, {}, job); !done)
        return fail(done.error());
    board.clear();
    popular.score({}, board);
    addBest(board, size_t(top), hidden, list);
    std::fill(list.scores.begin() + std::ptrdiff_t(list.named), list.scores.end(), 0); // of another model, on another scale
    return list;
}

RecommendationReason reasonOf(const ScoreLoss &loss, const ShopperHistory &history, const InteractionLog &log)
{
    const auto last = std::find(history.steps.items.rbegin(), history.steps.items.rend(), loss.without);
    const auto place = size_t(history.steps.items.rend() - last) - 1;
    return {log.itemKeys[loss.without], log.itemNames[loss.without], itemActionName(history.steps.actions[place]), history.steps.times[place],
            loss.share, loss.removes};
}

QString noteFor(const InteractionLog &log, const ShopperHistory &history, const RecommendRequest &request, const Recommender &model)
{
    QStringList notes;
    const QLocale locale;
    if (history.items().empty())
        notes << RecommendItemsText::tr("Nothing is known of what this shopper looked at or bought: the list is what is popular of late.");
    else if (history.items().size() > mostQuerySteps)
        notes << RecommendItemsText::tr("Of %1 steps the last %2 are looked at.").arg(locale.toString(qint64(history.items().size()))).arg(mostQuerySteps);
    const auto isPurchase = [](const InteractionLog::Event &event) { return event.action == ItemAction::Purchase; };
    if (request.leaveOut == LeaveOut::Bought && std::none_of(log.events.begin(), log.events.end(), isPurchase))
        notes << RecommendItemsText::tr("No event of this log is a purchase, so nothing was left out as bought.");
    if (!model.note().isEmpty())
        notes << model.note();
    return notes.join(QLatin1Char(' '));
}

/// The row of the user or the session that is asked for.
Result<std::pair<quint32, quint32>> shopperOf(ShopData &data, const RecommendRequest &request)
{
    if (!request.user.isEmpty()) {
        const Result<UserRow> user = data.user(request.user);
        if (!user)
            return fail(user.error());
        return std::pair{quint32(user->id.value), 0U};
    }
    const Result<qint64> session = data.session(request.session);
    if (!session)
        return fail(session.error());
    return std::pair{0U, quint32(*session)};
}

Result<std::shared_ptr<const ItemSequences>> learntSequences(const InteractionLog &log, JobContext &job)
{
    if (log.events.empty())
        return fail(ErrorCode::TooShort, RecommendItemsText::tr("No event of this workspace names an item. Import a log with a column of items first."));
    Result<ItemSequences> sequences = sequencesOf(log, SequenceRule::Auto, job);
    if (!sequences)
        return fail(sequences.error());
    if (sequences->items.empty())
        return fail(ErrorCode::TooShort, RecommendItemsText::tr("The log names neither users nor sessions, so nothing follows anything. Import it with a user or a session column."));
    return std::make_shared<const ItemSequences>(std::move(*sequences));
}

/// Puts the keys of the log on a list, with the reasons for what the model named.
QList<RecommendedItem> withReasons(const ItemList &list, const std::vector<std::vector<ScoreLoss>> &losses, const ShopperHistory &history,
                                   const InteractionLog &log)
{
    QList<RecommendedItem> items;
    for (size_t i = 0; i < list.items.size(); ++i) {
        const quint32 item = list.items[i];
        const bool isOwn = std::find(history.items().begin(), history.items().end(), item) != history.items().end();
        RecommendedItem one{log.itemKeys[item], log.itemNames[item], list.scores[i], isOwn, i >= list.named, {}};
        for (size_t r = 0; i < list.named && r < std::min(mostReasons, losses[i].size()); ++r)
            one.reasons.append(reasonOf(losses[i][r], history, log));
        items.append(std::move(one));
    }
    return items;
}

} // namespace

Result<Recommendations> recommendItems(ShopData &data, const RecommendRequest &request, JobContext &job)
{
    const Result<std::unique_ptr<Recommender>> model = makeRecommender(request.model);
    if (!model)
        return fail(model.error());
    const auto shopper = shopperOf(data, request);
    if (!shopper)
        return fail(shopper.error());
    JobContext reading = job.part(0, 1, 4);
    const Result<InteractionLog> log = data.interactions(reading);
    if (!log)
        return fail(log.error());
    const auto sequences = learntSequences(*log, job);
    if (!sequences)
        return fail(sequences.error());
    JobContext fitting = job.part(1, 3, 4);
    if (const Result<void> done = (*model)->fit(*sequences, request.fit, fitting); !done)
        return fail(done.error());
    const ShopperHistory history = historyOf(*log, shopper->first, shopper->second);
    const std::vector<quint32> hidden = hiddenItems(*log, history, shopper->second, request.leaveOut);
    const Result<ItemList> list = listOf(**model, history, *sequences, hidden, request.top, job);
    if (!list)
        return fail(list.error());
    const std::vector<quint32> named(list->items.begin(), list->items.begin() + std::ptrdiff_t(list->named));
    const auto losses = scoreLosses(**model, {history.items(), history.user}, named, hidden, (*sequences)->itemCount, job);
    if (!losses)
        return fail(losses.error());
    return Recommendations{request.user, request.session, request.model, history.items().empty(), log->hasClock, qint64(history.items().size()),
                           noteFor(*log, history, request, **model), withReasons(*list, *losses, history, *log)};
}

} // namespace foretrail
