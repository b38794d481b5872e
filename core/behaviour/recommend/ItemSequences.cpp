#include "core/behaviour/recommend/ItemSequences.h"

#include <algorithm>
#include <numeric>

namespace foretrail {
namespace {

/// Nobody's are those of robots.
quint32 ownerOf(const InteractionLog &log, const InteractionLog::Event &event, SequenceRule rule)
{
    if (log.robots.contains({qint64(event.user)}))
        return 0;
    return rule == SequenceRule::Sessions ? event.session : event.user;
}

/// Where the events of each owner begin when they are put together, by a counting sort that keeps their order.
std::vector<quint32> placesByOwner(const InteractionLog &log, SequenceRule rule, std::vector<size_t> &starts)
{
    quint32 owners = 0;
    for (const InteractionLog::Event &event : log.events)
        owners = std::max(owners, ownerOf(log, event, rule));
    starts.assign(size_t(owners) + 2, 0);
    for (const InteractionLog::Event &event : log.events)
        ++starts[size_t(ownerOf(log, event, rule)) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<size_t> next(starts.begin(), starts.end() - 1);
    std::vector<quint32> places(log.events.size());
    for (size_t i = 0; i < log.events.size(); ++i)
        places[next[ownerOf(log, log.events[i], rule)]++] = quint32(i);
    return places;
}

/// Adds the events of one owner, closing a sequence at each long pause where the rule says so.
void addOwner(const InteractionLog &log, std::span<const quint32> places, SequenceRule rule, ItemSequences &sequences)
{
    const InteractionLog::Event *before = nullptr;
    quint32 user = 0;
    for (const quint32 place : places) {
        const InteractionLog::Event &event = log.events[place];
        if (before && rule == SequenceRule::Pauses && event.time - before->time > longestPauseMs) {
            sequences.close(user);
            before = nullptr;
        }
        if (before && before->item == event.item && before->action != event.action)
            sequences.actions.back() = event.action; // the time of the step stays that of its beginning
        else
            sequences.add(event.item, event.time, event.action);
        before = &event;
        user = event.user != 0 ? event.user : user;
    }
    sequences.close(user);
}

} // namespace

void ItemSequences::add(quint32 item, UtcMs time, ItemAction action)
{
    items.push_back(item);
    times.push_back(time);
    actions.push_back(action);
}

void ItemSequences::close(quint32 user)
{
    if (items.size() == starts.back())
        return;
    starts.push_back(items.size());
    users.push_back(user);
}

void ItemSequences::append(const ItemSequences &other, size_t sequence, size_t from, size_t to)
{
    const size_t begin = other.starts[sequence];
    for (size_t i = begin + from; i < begin + to; ++i)
        add(other.items[i], other.times[i], other.actions[i]);
    close(other.users[sequence]);
}

ItemSequences ItemSequences::emptyLike() const
{
    ItemSequences empty;
    empty.itemCount = itemCount;
    empty.hasClock = hasClock;
    return empty;
}

void ItemSequences::sortByEnd()
{
    std::vector<quint32> order(count());
    std::iota(order.begin(), order.end(), 0U);
    const auto endsEarlier = [this](quint32 a, quint32 b) { return endOf(a) < endOf(b); };
    if (std::is_sorted(order.begin(), order.end(), endsEarlier))
        return;
    std::stable_sort(order.begin(), order.end(), endsEarlier);
    ItemSequences sorted = emptyLike();
    sorted.items.reserve(items.size());
    sorted.times.reserve(times.size());
    sorted.actions.reserve(actions.size());
    for (const quint32 sequence : order)
        sorted.append(*this, sequence, 0, length(sequence));
    *this = std::move(sorted);
}

SequenceRule fittingRule(const InteractionLog &log, SequenceRule rule)
{
    if (rule != SequenceRule::Auto)
        return rule;
    const bool hasSessions = std::any_of(log.events.begin(), log.events.end(), [](const auto &event) { return event.session != 0; });
    if (hasSessions)
        return SequenceRule::Sessions;
    return log.hasClock ? SequenceRule::Pauses : SequenceRule::Users;
}

Result<ItemSequences> sequencesOf(const InteractionLog &log, SequenceRule rule, JobContext &job)
{
    ItemSequences sequences;
    sequences.itemCount = quint32(log.itemCount());
    sequences.hasClock = log.hasClock;
    const SequenceRule fitting = fittingRule(log, rule);
    std::vector<size_t> starts;
    const std::vector<quint32> places = placesByOwner(log, fitting, starts);
    for (size_t owner = 1; owner + 1 < starts.size(); ++owner) { // owner 0 is nobody
        if (job.stopRequested())
            return fail(Error::cancelled());
        addOwner(log, {places.data() + starts[owner], starts[owner + 1] - starts[owner]}, fitting, sequences);
    }
    sequences.sortByEnd();
    return sequences;
}

} // namespace foretrail
