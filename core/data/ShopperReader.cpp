#include "core/data/ShopperReader.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

struct ShopperReaderText { Q_DECLARE_TR_FUNCTIONS(foretrail::ShopperReader) };

constexpr qint64 shopperRowsToALook = 1 << 16;

struct StoredEvent {
    ShopperEvent event;
    quint32 user = 0;
    quint32 position = 0;
};

std::optional<ItemAction> shopperAction(std::string_view meaning)
{
    if (meaning == "view")
        return ItemAction::View;
    if (meaning == "cart")
        return ItemAction::Cart;
    if (meaning == "favourite")
        return ItemAction::Favourite;
    if (meaning == "purchase")
        return ItemAction::Purchase;
    return meaning == "return" || meaning == "adjustment" ? std::nullopt : std::optional(ItemAction::Other);
}

/// Of each row of a table of keys, by its id.
std::vector<quint32> keyNumbers(const Connection &connection, const char *table)
{
    std::vector<quint32> numbers;
    Statement rows = connection.prepare(std::string("SELECT id, key FROM ") + table);
    while (rows.step()) {
        const auto id = size_t(rows.integer(0));
        numbers.resize(std::max(numbers.size(), id + 1), 0);
        const std::string_view key = rows.view(1);
        numbers[id] = keyNumber(QByteArrayView(key.data(), qsizetype(key.size())));
    }
    return numbers;
}

quint32 numberAt(const std::vector<quint32> &numbers, qint64 id) { return size_t(id) < numbers.size() ? numbers[size_t(id)] : 0; }

class ShopperReading {
public:
    explicit ShopperReading(Connection &connection) : m_connection(connection) {}
    Result<ShopperLog> read(JobContext &job);

private:
    Result<void> readRows(JobContext &job);
    Result<void> leaveOutStrays(JobContext &job);
    Result<void> leaveOutRobots(JobContext &job);
    void putTogether();

    Connection &m_connection;
    std::vector<StoredEvent> m_rows;
    ShopperLog m_log;
};

Result<void> ShopperReading::readRows(JobContext &job)
{
    std::vector<std::optional<ItemAction>> actions;
    Statement kinds = m_connection.prepare("SELECT id, meaning FROM kinds");
    while (kinds.step()) {
        actions.resize(std::max(actions.size(), size_t(kinds.integer(0)) + 1));
        actions[size_t(kinds.integer(0))] = shopperAction(kinds.view(1));
    }
    const std::vector<quint32> items = keyNumbers(m_connection, "items"), categories = keyNumbers(m_connection, "categories");
    const std::vector<quint32> sessions = keyNumbers(m_connection, "sessions");
    const qint64 all = m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL");
    m_rows.reserve(size_t(all));
    Statement rows = m_connection.prepare("SELECT time, user_id, item_id, category_id, session_id, kind_id, amount, position FROM events "
                                          "WHERE import_id IN (SELECT id FROM imports WHERE has_clock)");
    for (qint64 read = 1; rows.step(); ++read) {
        if (read % shopperRowsToALook == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(read, all, ShopperReaderText::tr("Reading events"));
        }
        const auto kind = size_t(rows.integer(5));
        if (kind >= actions.size() || !actions[kind])
            continue;
        if (rows.isNull(1)) {
            ++m_log.strangers;
            continue;
        }
        const bool isBought = *actions[kind] == ItemAction::Purchase;
        const double amount = isBought ? rows.real(6) : missing;
        m_rows.push_back({{rows.integer(0), numberAt(items, rows.integer(2)), numberAt(categories, rows.integer(3)),
                           numberAt(sessions, rows.integer(4)), float(amount), *actions[kind]},
                          quint32(rows.integer(1)), quint32(rows.integer(7))});
        m_log.hasSessions = m_log.hasSessions || !rows.isNull(4);
        m_log.hasAmounts = m_log.hasAmounts || amount == amount;
    }
    return {};
}

Result<void> ShopperReading::leaveOutStrays(JobContext &job)
{
    Result<CredibleTimes> times = credibleTimes(m_connection, job);
    if (!times)
        return fail(times.error());
    m_log.times = *times;
    std::erase_if(m_rows, [&](const StoredEvent &row) { return !m_log.times.holds(row.event.time); });
    return {};
}

Result<void> ShopperReading::leaveOutRobots(JobContext &job)
{
    Result<RobotUsers> robots = robotUsers(m_connection, job);
    if (!robots)
        return fail(robots.error());
    m_log.robots = std::move(*robots);
    std::erase_if(m_rows, [&](const StoredEvent &row) { return m_log.robots.contains({qint64(row.user)}); });
    return {};
}

void ShopperReading::putTogether()
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const StoredEvent &a, const StoredEvent &b) {
        return std::tie(a.user, a.event.time, a.position) < std::tie(b.user, b.event.time, b.position);
    });
    m_log.events.reserve(m_rows.size());
    m_log.firstTime = std::numeric_limits<UtcMs>::max();
    m_log.lastTime = std::numeric_limits<UtcMs>::min();
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const ShopperEvent &event = m_rows[i].event;
        m_log.firstTime = std::min(m_log.firstTime, event.time);
        m_log.lastTime = std::max(m_log.lastTime, event.time);
        m_log.events.push_back(event);
        if (i + 1 < m_rows.size() && m_rows[i + 1].user == m_rows[i].user)
            continue;
        m_log.users.push_back(UserId{qint64(m_rows[i].user)});
        m_log.starts.push_back(m_log.events.size());
    }
    std::vector<StoredEvent>().swap(m_rows);
}

Result<ShopperLog> ShopperReading::read(JobContext &job)
{
    if (const Result<void> done = readRows(job); !done)
        return fail(done.error());
    if (const Result<void> done = leaveOutStrays(job); !done)
        return fail(done.error());
    if (const Result<void> done = leaveOutRobots(job); !done)
        return fail(done.error());
    const bool isClockless = m_connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE events > 0 AND NOT has_clock AND undone IS NULL)") != 0;
    if (m_rows.empty() && m_log.strangers == 0 && isClockless)
        return fail(ErrorCode::InvalidInput, ShopperReaderText::tr("The events have no time, only an order: nobody can tell from them what a user does within "
                                                                   "days. Import a log with times. Next items can be told all the same."));
    if (m_rows.empty())
        return fail(ErrorCode::NotFound, m_log.strangers > 0
                        ? ShopperReaderText::tr("No event says which user it is of, so nothing can be said of users. Import a log with a user column; forecasts work without it.")
                        : ShopperReaderText::tr("The workspace holds no events. Import a log that says who did what and when."));
    putTogether();
    Statement zone = m_connection.prepare("SELECT value FROM settings WHERE key = 'timeZone'");
    m_log.timeZone = zone.step() && !zone.view(0).empty() ? zone.text(0) : QStringLiteral("UTC");
    return std::move(m_log);
}

} // namespace

/// FNV-1a (Fowler, Noll and Vo) of 32 bits.
quint32 keyNumber(QByteArrayView utf8)
{
    quint32 number = 2166136261U;
    for (const char byte : utf8)
        number = (number ^ quint8(byte)) * 16777619U;
    return number == 0 ? 1 : number;
}

Result<ShopperLog> readShoppers(Connection &connection, JobContext &job) { return ShopperReading(connection).read(job); }

} // namespace foretrail
