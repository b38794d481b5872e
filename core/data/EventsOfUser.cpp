#include "core/data/EventsOfUser.h"

#include <algorithm>

namespace foretrail {
namespace {

constexpr qint64 userRowsBetweenLooks = 1 << 14;
constexpr qint64 eventsForUsualValues = 2000;

/// Texts of rows of one table, each read once.
class RowTexts {
public:
    RowTexts(Connection &connection, std::string_view sql) : m_statement(connection.prepare(std::string(sql))) {}
    const std::pair<QString, QString> &of(qint64 row)
    {
        const auto known = m_texts.constFind(row);
        if (known != m_texts.cend())
            return *known;
        std::pair<QString, QString> texts;
        m_statement.reset();
        m_statement.bind(1, row);
        if (row != 0 && m_statement.step())
            texts = {m_statement.text(0), m_statement.text(1)};
        return *m_texts.insert(row, texts);
    }

private:
    Statement m_statement;
    QHash<qint64, std::pair<QString, QString>> m_texts;
};

/// Counts values of one attribute; the most frequent, of equal ones that with the smaller row.
qint64 usualOf(const QHash<qint64, qint64> &counts)
{
    qint64 usual = 0, most = 0;
    for (auto value = counts.cbegin(); value != counts.cend(); ++value)
        if (*value > most || (*value == most && value.key() < usual)) {
            usual = value.key();
            most = *value;
        }
    return usual;
}

} // namespace

Result<QList<UserEvent>> latestEventsOfUser(Connection &connection, UserId user, qint64 most, JobContext &job)
{
    StopScope scope(connection, job);
    RowTexts kinds(connection, "SELECT key, meaning FROM kinds WHERE id = ?1"), items(connection, "SELECT key, name FROM items WHERE id = ?1");
    RowTexts categories(connection, "SELECT key, '' FROM categories WHERE id = ?1"), sessions(connection, "SELECT key, '' FROM sessions WHERE id = ?1");
    Statement rows = connection.prepare("SELECT time, kind_id, item_id, category_id, session_id, quantity, amount FROM events "
                                        "WHERE user_id = ?1 ORDER BY time DESC, id DESC LIMIT ?2");
    rows.bind(1, user.value);
    rows.bind(2, most);
    QList<UserEvent> events;
    while (rows.step()) {
        if (events.size() % userRowsBetweenLooks == 0 && job.stopRequested())
            return fail(Error::cancelled());
        const auto &kind = kinds.of(rows.integer(1));
        const auto &item = items.of(rows.integer(2));
        events.append({rows.integer(0), kind.first, item.first, item.second, categories.of(rows.integer(3)).first, sessions.of(rows.integer(4)).first,
                       rows.real(5), rows.real(6), kind.second});
    }
    std::reverse(events.begin(), events.end());
    return events;
}

Result<std::vector<UtcMs>> timesOfUser(Connection &connection, UserId user, JobContext &job)
{
    StopScope scope(connection, job);
    Statement rows = connection.prepare("SELECT time FROM events WHERE user_id = ?1 ORDER BY time");
    rows.bind(1, user.value);
    std::vector<UtcMs> times;
    while (rows.step())
        times.push_back(rows.integer(0));
    return times;
}

void addUsualValues(Connection &connection, UserId user, QList<KeyAttribute> &attributes)
{
    std::vector<QString> names;
    std::string columns;
    Statement named = connection.prepare("SELECT slot, name FROM attributes ORDER BY slot");
    while (named.step()) {
        const QString name = named.text(1);
        if (std::any_of(attributes.cbegin(), attributes.cend(), [&name](const KeyAttribute &known) { return known.name == name; }))
            continue;
        names.push_back(name);
        columns += (columns.empty() ? "a" : ", a") + std::to_string(named.integer(0));
    }
    if (names.empty())
        return;
    std::vector<QHash<qint64, qint64>> counts(names.size());
    Statement rows = connection.prepare("SELECT " + columns + " FROM events WHERE user_id = ?1 ORDER BY time DESC, id DESC LIMIT ?2");
    rows.bind(1, user.value);
    rows.bind(2, eventsForUsualValues);
    while (rows.step())
        for (size_t place = 0; place < names.size(); ++place)
            if (!rows.isNull(int(place)))
                ++counts[place][rows.integer(int(place))];
    Statement value = connection.prepare("SELECT value FROM attribute_values WHERE id = ?1");
    for (size_t place = 0; place < names.size(); ++place) {
        value.reset();
        value.bind(1, usualOf(counts[place]));
        if (value.step() && !value.view(0).empty())
            attributes.append({names[place], value.text(0)});
    }
}

} // namespace foretrail
