#include "core/behaviour/recommend/ShopLog.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace foretrail {
namespace {

struct ShopLogText { Q_DECLARE_TR_FUNCTIONS(foretrail::ShopLog) };

constexpr qsizetype mostNamedKeys = 3;

std::vector<quint32> eachOnce(std::vector<quint32> items)
{
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

QHash<QString, quint32> placesOf(const QStringList &keys)
{
    QHash<QString, quint32> places;
    places.reserve(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        places.insert(keys[i], quint32(i));
    return places;
}

/// Keys that contain the text, or begin as it does; in the order of the log.
QStringList likeKeys(const QStringList &keys, const QString &text)
{
    QStringList near;
    for (const QString &key : keys)
        if (near.size() < mostNamedKeys && (key.contains(text, Qt::CaseInsensitive) || key.startsWith(text.left(3), Qt::CaseInsensitive)))
            near << key;
    return near;
}

Result<quint32> placeOf(const QHash<QString, quint32> &places, const QStringList &keys, const QString &key, const QString &none)
{
    if (const auto at = places.find(key); at != places.end())
        return *at;
    const QStringList near = likeKeys(keys, key);
    return fail(ErrorCode::NotFound, near.isEmpty() ? none : none + QLatin1Char(' ') + ShopLogText::tr("Near it: %1.").arg(near.join(QStringLiteral(", "))));
}

} // namespace

Error nothingButRobots(const RobotUsers &robots) { return {ErrorCode::TooShort, ShopLogText::tr("Nothing is left to learn from.") + QLatin1Char(' ') + robots.note(), {}}; }

std::span<const quint32> ShopLog::Index::of(quint32 row) const
{
    if (row == 0 || size_t(row) + 1 >= starts.size())
        return {};
    return {places.data() + starts[row], size_t(starts[row + 1] - starts[row])};
}

ShopLog::Index ShopLog::indexBy(const InteractionLog &log, quint32 InteractionLog::Event::*row)
{
    Index index;
    quint32 rows = 0;
    for (const InteractionLog::Event &event : log.events)
        rows = std::max(rows, event.*row);
    if (rows == 0)
        return index;
    index.starts.assign(size_t(rows) + 2, 0);
    for (const InteractionLog::Event &event : log.events)
        ++index.starts[size_t(event.*row) + 1];
    std::partial_sum(index.starts.begin(), index.starts.end(), index.starts.begin());
    std::vector<quint32> next(index.starts.begin(), index.starts.end() - 1);
    index.places.resize(log.events.size());
    for (size_t i = 0; i < log.events.size(); ++i)
        index.places[next[log.events[i].*row]++] = quint32(i);
    return index;
}

Result<std::shared_ptr<const ShopLog>> ShopLog::read(ShopData &data, JobContext &job)
{
    Result<InteractionLog> log = data.interactions(job);
    if (!log)
        return fail(log.error());
    return of(std::move(*log), job);
}

Result<std::shared_ptr<const ShopLog>> ShopLog::of(InteractionLog log, JobContext &job)
{
    if (log.events.empty())
        return fail(ErrorCode::TooShort, ShopLogText::tr("No event of this workspace names an item. Import a log with a column of items first."));
    Result<ItemSequences> sequences = sequencesOf(log, SequenceRule::Auto, job);
    if (!sequences)
        return fail(sequences.error());
    if (sequences->items.empty() && log.robots.users.count() > 0)
        return fail(nothingButRobots(log.robots));
    if (sequences->items.empty())
        return fail(ErrorCode::TooShort, ShopLogText::tr("The log names neither users nor sessions, so nothing follows anything. Import it with a user or a session column."));
    auto shop = std::make_shared<ShopLog>();
    shop->m_sequences = std::make_shared<const ItemSequences>(std::move(*sequences));
    shop->m_byUser = indexBy(log, &InteractionLog::Event::user);
    shop->m_bySession = indexBy(log, &InteractionLog::Event::session);
    shop->m_items = placesOf(log.itemKeys);
    shop->m_categories = placesOf(log.categoryKeys);
    shop->m_lastSeen.assign(size_t(log.itemCount()), std::numeric_limits<UtcMs>::min());
    for (const InteractionLog::Event &event : log.events) {
        shop->m_lastSeen[event.item] = event.time;
        shop->m_hasPurchases |= event.action == ItemAction::Purchase;
    }
    shop->m_log = std::move(log);
    return shop;
}

Result<std::shared_ptr<const ItemSequences>> ShopLog::sequencesBefore(UtcMs until, JobContext &job) const
{
    const auto isEarlier = [](const InteractionLog::Event &event, UtcMs time) { return event.time < time; };
    const auto end = std::lower_bound(m_log.events.begin(), m_log.events.end(), until, isEarlier);
    if (end == m_log.events.end())
        return m_sequences;
    InteractionLog early;
    early.itemKeys = m_log.itemKeys;
    early.hasClock = m_log.hasClock;
    early.robots = m_log.robots;
    early.events.assign(m_log.events.begin(), end);
    Result<ItemSequences> sequences = sequencesOf(early, fittingRule(m_log, SequenceRule::Auto), job);
    if (!sequences)
        return fail(sequences.error());
    if (sequences->items.empty())
        return fail(ErrorCode::TooShort, ShopLogText::tr("Nothing lies before that time that could be learnt from."));
    return std::make_shared<const ItemSequences>(std::move(*sequences));
}

std::span<const quint32> ShopLog::eventsOf(const Shopper &shopper) const
{
    return shopper.user != 0 ? m_byUser.of(shopper.user) : m_bySession.of(shopper.session);
}

ShopperHistory ShopLog::historyOf(const Shopper &shopper, UtcMs until) const
{
    ShopperHistory history;
    history.user = shopper.user;
    history.steps.hasClock = m_log.hasClock;
    InteractionLog own;
    own.hasClock = m_log.hasClock;
    for (const quint32 place : eventsOf(shopper)) {
        InteractionLog::Event event = m_log.events[place];
        if (event.time >= until)
            break;
        event.session = 1;
        own.events.push_back(event);
        history.seen.push_back(event.item);
        if (event.action == ItemAction::Purchase)
            history.bought.push_back(event.item);
    }
    history.seen = eachOnce(std::move(history.seen));
    history.bought = eachOnce(std::move(history.bought));
    JobContext job;
    if (Result<ItemSequences> steps = sequencesOf(own, SequenceRule::Sessions, job))
        history.steps = std::move(*steps);
    return history;
}

Result<quint32> ShopLog::itemOf(const QString &key) const
{
    return placeOf(m_items, m_log.itemKeys, key, ShopLogText::tr("There is no item \"%1\".").arg(key));
}

Result<quint32> ShopLog::categoryOf(const QString &key) const
{
    if (m_log.categoryKeys.isEmpty())
        return fail(ErrorCode::NotFound, ShopLogText::tr("The log names no categories. Import it with a category column."));
    return placeOf(m_categories, m_log.categoryKeys, key, ShopLogText::tr("There is no category \"%1\".").arg(key));
}

} // namespace foretrail
