#include "core/live/LiveProfiler.h"

#include <QElapsedTimer>

#include <algorithm>

namespace foretrail {
namespace {

constexpr size_t mostIntentEvents = 2000; ///< of a user, the latest
constexpr size_t shownReasons = 3;

/// What a kind of event says of taste; none of returns and corrections.
std::optional<ItemAction> actionOf(EventMeaning meaning)
{
    switch (meaning) {
    case EventMeaning::View: return ItemAction::View;
    case EventMeaning::Cart: return ItemAction::Cart;
    case EventMeaning::Favourite: return ItemAction::Favourite;
    case EventMeaning::Purchase: return ItemAction::Purchase;
    case EventMeaning::Other: return ItemAction::Other;
    default: return std::nullopt;
    }
}

bool isSameVisit(const EventRecord &before, const EventRecord &event, qint64 gapMs)
{
    return before.session != 0 || event.session != 0 ? before.session == event.session : event.time - before.time <= gapMs;
}

/// Of a sequence that is still open.
void keepLast(ItemSequences &steps, size_t most)
{
    const auto more = std::ptrdiff_t(steps.items.size() - std::min(steps.items.size(), most));
    steps.items.erase(steps.items.begin(), steps.items.begin() + more);
    steps.times.erase(steps.times.begin(), steps.times.begin() + more);
    steps.actions.erase(steps.actions.begin(), steps.actions.begin() + more);
}

void sortUnique(std::vector<quint32> &items)
{
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

} // namespace

void LiveProfiler::setModels(SharedModels models)
{
    m_models = std::move(models);
    m_oracle.reset();
    m_board.reset();
    m_places.clear();
    if (!m_models)
        return;
    if (m_models->customers)
        if (Result<CustomerOracle> oracle = CustomerOracle::of(m_models->customers->model))
            m_oracle.emplace(std::move(*oracle));
    if (m_models->recommender)
        m_board.emplace(m_models->recommender->board());
}

LiveVisit LiveProfiler::visitOf(const std::vector<EventRecord> &events) const
{
    LiveVisit visit;
    for (size_t place = events.size(); place > 0; --place) {
        const EventRecord &event = events[place - 1];
        if (place < events.size() && !isSameVisit(event, events[place], m_gapMs))
            break;
        visit.last = std::max(visit.last, event.time);
        visit.start = event.time;
        ++visit.events;
        visit.views += event.meaning() == EventMeaning::View;
        visit.carts += event.meaning() == EventMeaning::Cart;
        visit.purchases += event.meaning() == EventMeaning::Purchase;
        visit.value += event.amount;
        if (visit.lastItem == 0)
            visit.lastItem = event.item;
    }
    return visit;
}

/// Days with a purchase as they came: what was brought back is not taken off, unlike in the model's own count.
void LiveProfiler::tellStay(LiveUser &user, DayNumber today) const
{
    const UserFigures &figures = user.figures;
    if (!m_oracle || figures.purchaseDays == 0)
        return;
    const WorkspaceCustomers &customers = *m_models->customers;
    PurchaseHistory history;
    history.firstDay = figures.firstDay;
    history.lastDay = figures.lastDay;
    history.repeats = int(figures.purchaseDays) - 1;
    const DayNumber end = std::max<DayNumber>(today, figures.lastDay);
    const CustomerOracle::Point point = m_oracle->point(buyerHistory(history, end, customers.model.buyers.unit), double(customers.horizonDays));
    user.active = point.active;
    user.purchases = point.purchases;
}

ShopperLog LiveProfiler::sessionLog(const std::vector<EventRecord> &events, IntentExample &example)
{
    ShopperLog log;
    log.timeZone = m_models->intent->timeZone;
    const size_t first = events.size() - std::min(events.size(), mostIntentEvents);
    for (size_t place = first; place < events.size(); ++place) {
        const EventRecord &event = events[place];
        const std::optional<ItemAction> action = actionOf(event.meaning());
        if (!action || !m_cache.isCredible(event.time))
            continue;
        if (place == first || !isSameVisit(events[place - 1], event, m_gapMs))
            example.visit = quint32(log.events.size());
        log.events.push_back({event.time, m_cache.item(event.item).number, m_cache.category(event.category).number, event.session,
                              *action == ItemAction::Purchase ? float(event.amount) : float(missing), *action});
        log.hasSessions |= event.session != 0;
    }
    log.hasAmounts = true;
    log.starts.push_back(log.events.size());
    example.events = quint32(log.events.size());
    example.moment = log.events.empty() ? 0 : log.events.back().time;
    return log;
}

void LiveProfiler::tellIntent(LiveUser &user, const std::vector<EventRecord> &events)
{
    if (!m_models || !m_models->intent || user.visit.purchases > 0 || user.figures.isRobot)
        return;
    IntentExample example;
    const ShopperLog log = sessionLog(events, example);
    if (example.events > example.visit)
        user.intent = intentProbabilities(*m_models->intent, log, {example}).front();
}

Result<std::vector<IntentReason>> LiveProfiler::intentReasonsOf(const LiveUser &user)
{
    if (!m_models || !m_models->intent)
        return std::vector<IntentReason>();
    const auto events = m_cache.eventsOf(user.id);
    if (!events)
        return fail(events.error());
    IntentExample example;
    const ShopperLog log = sessionLog(**events, example);
    if (example.events <= example.visit)
        return std::vector<IntentReason>();
    return intentReasons(*m_models->intent, featureRows(log, {example}).row(0), shownReasons);
}

std::optional<quint32> LiveProfiler::placeOf(quint32 item)
{
    if (item >= m_places.size())
        m_places.resize(size_t(item) + 1, -2);
    qint32 &place = m_places[item];
    if (place == -2)
        place = qint32(m_models->items.value(m_cache.item(item).key, quint32(-1)));
    return place < 0 ? std::nullopt : std::optional(quint32(place));
}

/// Steps as ItemSequences counts them, of items that the recommender knows; what was seen and bought is of all events.
ShopperHistory LiveProfiler::historyOf(UserId user, const std::vector<EventRecord> &events)
{
    ShopperHistory history;
    history.user = quint32(user.value);
    ItemSequences &steps = history.steps;
    steps.itemCount = m_models->recommender->shop().itemCount();
    const EventRecord *before = nullptr;
    for (const EventRecord &event : events) {
        const std::optional<ItemAction> action = actionOf(event.meaning());
        const std::optional<quint32> item = action && event.item != 0 ? placeOf(event.item) : std::nullopt;
        if (!item || !m_cache.isCredible(event.time))
            continue;
        if (before && before->item == event.item && actionOf(before->meaning()) != action)
            steps.actions.back() = *action;
        else
            steps.add(*item, event.time, *action);
        before = &event;
        history.seen.push_back(*item);
        if (*action == ItemAction::Purchase)
            history.bought.push_back(*item);
    }
    keepLast(steps, mostSteps);
    steps.close(history.user);
    sortUnique(history.seen);
    sortUnique(history.bought);
    return history;
}

void LiveProfiler::tellNext(LiveUser &user, const std::vector<EventRecord> &events)
{
    if (!m_board || user.figures.isRobot)
        return;
    const ShopperHistory history = historyOf(user.id, events);
    m_board->clear();
    if (!history.items().empty())
        m_models->recommender->model().score({history.items(), history.user}, *m_board);
    ItemList list = m_models->recommender->listOf(*m_board, history, *m_models->rules, size_t(shownItems));
    user.next = std::move(list.items);
    user.scores = std::move(list.scores);
}

Result<LiveUser> LiveProfiler::profile(UserId id, const LiveUser *before, DayNumber today)
{
    QElapsedTimer clock;
    clock.start();
    const Result<UserFigures> figures = m_cache.figuresOf(id);
    if (!figures)
        return fail(figures.error());
    const auto events = m_cache.eventsOf(id);
    if (!events)
        return fail(events.error());
    LiveUser user;
    user.id = id;
    user.figures = *figures;
    user.visit = visitOf(**events);
    user.updates = before ? before->updates + 1 : 1;
    tellStay(user, today);
    tellIntent(user, **events);
    tellNext(user, **events);
    const bool goesOn = before && before->averagedIntent == before->averagedIntent && before->visit.start == user.visit.start;
    user.averagedIntent = goesOn ? (before->averagedIntent + user.intent) / 2 : user.intent;
    user.updateMs = double(clock.nsecsElapsed()) / 1e6;
    return user;
}

Result<QList<RecommendedItem>> LiveProfiler::told(const LiveUser &user, int most, bool withReasons)
{
    QList<RecommendedItem> told;
    if (!m_models || !m_models->recommender)
        return told;
    const auto events = m_cache.eventsOf(user.id);
    if (!events)
        return fail(events.error());
    ItemList list;
    for (size_t place = 0; place < user.next.size() && int(place) < most; ++place) {
        list.items.push_back(user.next[place]);
        list.scores.push_back(user.scores[place]);
        list.named += user.scores[place] > 0; // those behind are popular of late
    }
    JobContext whole;
    return toldItems(*m_models->recommender, historyOf(user.id, **events), *m_models->rules, list, withReasons, whole);
}

} // namespace foretrail
