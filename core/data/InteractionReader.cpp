#include "core/data/InteractionReader.h"

#include "core/data/EventOrder.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

struct InteractionReaderText { Q_DECLARE_TR_FUNCTIONS(foretrail::InteractionReader) };

constexpr qint64 interactionsBetweenLooks = 1 << 16;
constexpr quint32 noPlace = std::numeric_limits<quint32>::max();

constexpr auto noAction = quint8(255); ///< of kinds that say nothing of taste

quint8 actionOf(std::string_view meaning)
{
    if (meaning == "view")
        return quint8(ItemAction::View);
    if (meaning == "cart")
        return quint8(ItemAction::Cart);
    if (meaning == "favourite")
        return quint8(ItemAction::Favourite);
    if (meaning == "purchase")
        return quint8(ItemAction::Purchase);
    return meaning == "return" || meaning == "adjustment" ? noAction : quint8(ItemAction::Other);
}

/// The action of each kind, by its id.
std::vector<quint8> actionsOf(const Connection &connection)
{
    std::vector<quint8> actions;
    Statement kinds = connection.prepare("SELECT id, meaning FROM kinds");
    while (kinds.step()) {
        const auto id = size_t(kinds.integer(0));
        actions.resize(std::max(actions.size(), id + 1), noAction);
        actions[id] = actionOf(kinds.view(1));
    }
    return actions;
}

/// Numbers the items in the order of their rows; the place of each, by its id.
std::vector<quint32> placesOfItems(const Connection &connection, InteractionLog &log)
{
    std::vector<quint32> places;
    Statement items = connection.prepare("SELECT id, key, name FROM items WHERE events > 0 AND is_product ORDER BY id");
    while (items.step()) {
        const auto id = size_t(items.integer(0));
        places.resize(std::max(places.size(), id + 1), noPlace);
        places[id] = quint32(log.itemKeys.size());
        log.itemKeys.append(items.text(1));
        log.itemNames.append(items.text(2));
    }
    return places;
}

/// The category of the first event of each item.
class FirstCategories {
public:
    explicit FirstCategories(InteractionLog &log) : m_log(log), m_times(size_t(log.itemCount()), std::numeric_limits<UtcMs>::max()) {}
    void see(quint32 item, UtcMs time, qint64 category)
    {
        if (category == 0 || time >= m_times[item])
            return;
        m_times[item] = time;
        m_ids.resize(m_times.size(), 0);
        m_ids[item] = category;
    }
    /// Gives the items of the log the places of their categories.
    void finish(const Connection &connection)
    {
        if (m_ids.empty())
            return;
        std::vector<quint32> places;
        Statement categories = connection.prepare("SELECT id, key FROM categories ORDER BY id");
        while (categories.step()) {
            places.resize(size_t(categories.integer(0)) + 1, InteractionLog::noCategory);
            places.back() = quint32(m_log.categoryKeys.size());
            m_log.categoryKeys.append(categories.text(1));
        }
        for (const qint64 id : m_ids)
            m_log.categories.push_back(id > 0 && size_t(id) < places.size() ? places[size_t(id)] : InteractionLog::noCategory);
    }

private:
    InteractionLog &m_log;
    std::vector<UtcMs> m_times;
    std::vector<qint64> m_ids;
};

Result<std::vector<qint64>> readEvents(Connection &connection, InteractionLog &log, JobContext &job)
{
    const std::vector<quint8> actions = actionsOf(connection);
    const std::vector<quint32> places = placesOfItems(connection, log);
    const qint64 all = connection.integer("SELECT coalesce(sum(events), 0) FROM imports WHERE undone IS NULL");
    log.events.reserve(size_t(all));
    std::vector<qint64> positions;
    FirstCategories categories(log);
    qint64 read = 0;
    Statement rows = connection.prepare("SELECT time, item_id, user_id, session_id, kind_id, position, category_id FROM events");
    while (rows.step()) {
        if (++read % interactionsBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(read, all, InteractionReaderText::tr("Reading events"));
        }
        const auto item = size_t(rows.integer(1));
        const quint8 action = actions[size_t(rows.integer(4))];
        if (item >= places.size() || places[item] == noPlace || action == noAction)
            continue;
        if (!rows.isNull(5) || !positions.empty()) {
            positions.resize(log.events.size(), 0);
            positions.push_back(rows.integer(5));
        }
        log.events.push_back({rows.integer(0), places[item], quint32(rows.integer(2)), quint32(rows.integer(3)), ItemAction(action)});
        categories.see(places[item], rows.integer(0), rows.integer(6));
    }
    categories.finish(connection);
    return positions;
}

} // namespace

QString itemActionName(ItemAction action)
{
    switch (action) {
    case ItemAction::View: return QStringLiteral("view");
    case ItemAction::Cart: return QStringLiteral("cart");
    case ItemAction::Favourite: return QStringLiteral("favourite");
    case ItemAction::Purchase: return QStringLiteral("purchase");
    case ItemAction::Other: break;
    }
    return QStringLiteral("other");
}

Result<InteractionLog> readInteractions(Connection &connection, JobContext &job)
{
    InteractionLog log;
    log.hasClock = connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE undone IS NULL AND events > 0 AND NOT has_clock)") == 0;
    const Result<std::vector<qint64>> positions = readEvents(connection, log, job);
    if (!positions)
        return fail(positions.error());
    if (const Result<void> settled = settleTimes(connection, log, *positions, job); !settled)
        return fail(settled.error());
    if (!log.hasClock)
        return log;
    Result<RobotUsers> robots = robotUsers(connection, job);
    if (!robots)
        return fail(robots.error());
    log.robots = std::move(*robots);
    return log;
}

} // namespace foretrail
