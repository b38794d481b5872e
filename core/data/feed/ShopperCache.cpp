#include "core/data/feed/ShopperCache.h"

#include "core/data/ShopperLog.h"
#include "core/data/UserNames.h"
#include "core/data/figures/FigureStore.h"
#include "core/data/figures/UserWalk.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>
#include <list>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace foretrail {
namespace {

struct ShopperCacheText { Q_DECLARE_TR_FUNCTIONS(foretrail::ShopperCache) };

constexpr qint64 shoppingBetweenLooks = 1 << 16;

/// Rows of one table of keys, each read once.
class ThingTable {
public:
    ThingTable(Connection &connection, std::string_view sql) : m_row(connection.prepare(sql)) {}

    const KnownThing &of(quint32 id)
    {
        if (id >= m_things.size())
            m_things.resize(size_t(id) + 1);
        if (m_things[id])
            return *m_things[id];
        KnownThing thing;
        m_row.reset();
        m_row.bind(1, qint64(id));
        if (id != 0 && m_row.step()) {
            thing = {m_row.text(0), m_row.text(1), 0};
            thing.number = keyNumber(thing.key.toUtf8());
        }
        m_row.reset();
        return m_things[id].emplace(std::move(thing));
    }

private:
    Statement m_row;
    std::deque<std::optional<KnownThing>> m_things; ///< by row; none: not asked yet
};

bool isEarlier(const EventRecord &a, const EventRecord &b) { return a.time < b.time; }

} // namespace

class ShopperCache::Impl {
public:
    Impl(Workspace &workspace, qint64 gapMs)
        : m_connection(workspace.connection()), m_items(m_connection, "SELECT key, coalesce(name, '') FROM items WHERE id = ?1"),
          m_categories(m_connection, "SELECT key, '' FROM categories WHERE id = ?1"), m_names(UserNames::of(m_connection)), m_gapMs(gapMs)
    {
    }

    Connection &connection() const { return m_connection; }
    Result<void> countDays(JobContext &job);
    std::vector<NewEvent> takeNew(ImportId import, qint64 stored, bool hasReplaced);
    const std::vector<EventRecord> &eventsOf(UserId user);
    UserFigures figuresOf(UserId user);
    QString userKey(UserId user);
    bool isCredible(UtcMs time) { return m_days.empty() || span().holds(reader().dayOf(time)); }
    DayNumber dayOf(UtcMs time) { return reader().dayOf(time); }
    KnownThing const &item(quint32 row) { return m_items.of(row); }
    KnownThing const &category(quint32 row) { return m_categories.of(row); }
    qint64 eventCount() const { return std::accumulate(m_days.begin(), m_days.end(), qint64(0), [](qint64 sum, const auto &day) { return sum + day.second; }); }
    const DayInputs &inputs() const { return m_inputs; }
    DayInputs &inputs() { return m_inputs; }
    DaySpan days() { return m_days.empty() ? DaySpan{0, -1} : span(); }
    size_t heldEvents() const { return m_held; }
    size_t heldUsers() const { return m_users.size(); }

private:
    struct User {
        std::vector<EventRecord> events;
        std::list<qint64>::iterator turn;
    };
    EventRecordReader &reader();
    DaySpan span();
    void insert(User &user, const EventRecord &event);
    void read(UserId id, User &user);
    void forgetSome(qint64 butNot);
    void forgetAll();

    Connection &m_connection;
    ThingTable m_items, m_categories;
    UserNames m_names;
    qint64 m_gapMs;
    std::optional<EventRecordReader> m_reader; ///< made anew after each store: kinds and imports may be new
    std::unordered_map<qint64, User> m_users;
    std::list<qint64> m_turns; ///< the one asked for last comes first
    size_t m_held = 0;
    std::map<DayNumber, qint64> m_days; ///< events of each
    DayInputs m_inputs;
    std::optional<DaySpan> m_span;      ///< unset: days changed
    qint64 m_dataVersion = 0;
};

EventRecordReader &ShopperCache::Impl::reader()
{
    if (!m_reader)
        m_reader.emplace(m_connection);
    return *m_reader;
}

DaySpan ShopperCache::Impl::span()
{
    if (!m_span)
        m_span = m_days.empty() ? DaySpan() : credibleSpan(m_days);
    return *m_span;
}

Result<void> ShopperCache::Impl::countDays(JobContext &job)
{
    m_dataVersion = m_connection.integer("PRAGMA data_version");
    const qint64 all = m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL");
    Statement rows = m_connection.prepare(std::string("SELECT ") + EventRecordReader::columns() + " FROM events WHERE import_id IN (SELECT id FROM imports WHERE has_clock)");
    DayCounts days;
    m_inputs = {};
    for (qint64 read = 1; rows.step(); ++read) {
        const EventRecord event = reader().record(rows, false);
        const DayNumber day = reader().dayOf(event.time);
        days.add(day);
        m_inputs.add(day, {rows.integer(1)}, event.meaning(), event.amount);
        if (read % shoppingBetweenLooks != 0)
            continue;
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(read, all, ShopperCacheText::tr("Reading when events were"));
    }
    m_days = days.counts();
    if (!m_days.empty())
        m_inputs.closeBefore(m_days.rbegin()->first);
    m_span.reset();
    return {};
}

std::vector<NewEvent> ShopperCache::Impl::takeNew(ImportId import, qint64 stored, bool hasReplaced)
{
    m_reader.reset();
    const qint64 version = m_connection.integer("PRAGMA data_version");
    if (version != m_dataVersion || hasReplaced)
        forgetAll();
    m_dataVersion = version;
    std::vector<NewEvent> events;
    Statement rows = m_connection.prepare(std::string("SELECT ") + EventRecordReader::columns() + " FROM events WHERE import_id = ?2 ORDER BY id DESC LIMIT ?1");
    rows.bind(1, stored);
    rows.bind(2, import.value);
    while (rows.step())
        events.push_back({{rows.integer(1)}, reader().record(rows, true)});
    std::reverse(events.begin(), events.end());
    for (const NewEvent &one : events) {
        if (one.event.hasClock()) {
            const DayNumber day = reader().dayOf(one.event.time);
            ++m_days[day];
            m_inputs.add(day, one.user, one.event.meaning(), one.event.amount);
            m_span.reset();
        }
        if (const auto user = m_users.find(one.user.value); user != m_users.end())
            insert(user->second, one.event);
    }
    return events;
}

void ShopperCache::Impl::insert(User &user, const EventRecord &event)
{
    user.events.insert(std::upper_bound(user.events.begin(), user.events.end(), event, isEarlier), event);
    ++m_held;
    if (user.events.size() <= mostOfOne)
        return;
    const size_t less = mostOfOne / 10; // not at each event
    user.events.erase(user.events.begin(), user.events.begin() + std::ptrdiff_t(less));
    m_held -= less;
}

void ShopperCache::Impl::read(UserId id, User &user)
{
    Statement rows = m_connection.prepare(std::string("SELECT ") + EventRecordReader::columns() + " FROM events WHERE user_id = ?1 ORDER BY time DESC, id DESC LIMIT ?2");
    rows.bind(1, id.value);
    rows.bind(2, qint64(mostOfOne));
    while (rows.step())
        user.events.push_back(reader().record(rows, false));
    std::reverse(user.events.begin(), user.events.end());
    m_held += user.events.size();
}

const std::vector<EventRecord> &ShopperCache::Impl::eventsOf(UserId id)
{
    auto [place, isNew] = m_users.try_emplace(id.value);
    User &user = place->second;
    if (isNew) {
        m_turns.push_front(id.value);
        user.turn = m_turns.begin();
        read(id, user);
    } else {
        m_turns.splice(m_turns.begin(), m_turns, user.turn);
    }
    forgetSome(id.value);
    return user.events;
}

void ShopperCache::Impl::forgetSome(qint64 butNot)
{
    while (m_held > mostEvents && m_turns.back() != butNot) {
        const auto user = m_users.find(m_turns.back());
        m_held -= user->second.events.size();
        m_users.erase(user);
        m_turns.pop_back();
    }
}

void ShopperCache::Impl::forgetAll()
{
    m_users.clear();
    m_turns.clear();
    m_held = 0;
}

UserFigures ShopperCache::Impl::figuresOf(UserId user)
{
    const std::vector<EventRecord> &events = eventsOf(user);
    return UserWalk(reader().clock(), span(), m_gapMs).figures(events);
}

QString ShopperCache::Impl::userKey(UserId user)
{
    Statement row = m_connection.prepare("SELECT key FROM users WHERE id = ?1");
    row.bind(1, user.value);
    return row.step() ? m_names.shown(user.value, row.text(0)) : QString();
}

ShopperCache::ShopperCache(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

ShopperCache::~ShopperCache() = default;

Result<std::unique_ptr<ShopperCache>> ShopperCache::open(Workspace &workspace, JobContext &job)
{
    const Result<qint64> minutes = sessionGapMinutes(workspace);
    if (!minutes)
        return fail(minutes.error());
    return workspace.connection().guarded([&]() -> Result<std::unique_ptr<ShopperCache>> {
        auto impl = std::make_unique<Impl>(workspace, *minutes * 60'000);
        if (const Result<void> counted = impl->countDays(job); !counted)
            return fail(counted.error());
        return std::unique_ptr<ShopperCache>(new ShopperCache(std::move(impl)));
    });
}

Result<std::vector<NewEvent>> ShopperCache::takeNew(ImportId import, qint64 stored, bool hasReplaced)
{
    return m_impl->connection().guarded([&]() -> Result<std::vector<NewEvent>> { return m_impl->takeNew(import, stored, hasReplaced); });
}

Result<const std::vector<EventRecord> *> ShopperCache::eventsOf(UserId user)
{
    return m_impl->connection().guarded([&]() -> Result<const std::vector<EventRecord> *> { return &m_impl->eventsOf(user); });
}

Result<UserFigures> ShopperCache::figuresOf(UserId user)
{
    return m_impl->connection().guarded([&]() -> Result<UserFigures> { return m_impl->figuresOf(user); });
}

bool ShopperCache::isCredible(UtcMs time) const { return m_impl->isCredible(time); }
DayNumber ShopperCache::dayOf(UtcMs time) const { return m_impl->dayOf(time); }
const KnownThing &ShopperCache::item(quint32 row) { return m_impl->item(row); }
const KnownThing &ShopperCache::category(quint32 row) { return m_impl->category(row); }
QString ShopperCache::userKey(UserId user) { return m_impl->userKey(user); }
qint64 ShopperCache::eventCount() const { return m_impl->eventCount(); }
DayInput ShopperCache::inputOn(DayNumber day) const { return std::as_const(*m_impl).inputs().on(day); }
void ShopperCache::closeInputsBefore(DayNumber day) { m_impl->inputs().closeBefore(day); }
DaySpan ShopperCache::days() const { return m_impl->days(); }
size_t ShopperCache::heldEvents() const { return m_impl->heldEvents(); }
size_t ShopperCache::heldUsers() const { return m_impl->heldUsers(); }

} // namespace foretrail
