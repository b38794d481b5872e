#include "core/data/EventCounts.h"

#include "core/data/NearestKeys.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct EventCountsText { Q_DECLARE_TR_FUNCTIONS(foretrail::EventCounts) };

constexpr qint64 countsBetweenStops = 1 << 15;

/// What stands between SELECT user_id ... and the key that is bound.
struct CountedColumn {
    std::string column;    ///< of events
    std::string dimension; ///< its table
};

Result<qint64> idOfKey(Connection &connection, const CountedColumn &counted, const QString &key, const QString &unknown)
{
    Statement row = connection.prepare("SELECT id FROM " + counted.dimension + " WHERE key = ?1");
    row.bind(1, key);
    if (row.step())
        return row.integer(0);
    return fail(unknownKey(connection, counted.dimension, unknown, key));
}

Result<std::vector<quint32>> countRows(Connection &connection, const std::string &column, qint64 id, const EventCountQuery &query, JobContext &job)
{
    StopScope scope(connection, job);
    std::vector<quint32> counts;
    Statement rows = connection.prepare("SELECT user_id FROM events WHERE " + column + " = ?1 AND user_id > 0"
        + (query.meaning.isEmpty() ? "" : " AND kind_id IN (SELECT id FROM kinds WHERE meaning = ?2)"));
    rows.bind(1, id);
    if (!query.meaning.isEmpty())
        rows.bind(2, query.meaning);
    for (qint64 read = 1; rows.step(); ++read) {
        if (read % countsBetweenStops == 0 && job.stopRequested())
            return fail(Error::cancelled());
        const auto user = size_t(rows.integer(0));
        if (user >= counts.size())
            counts.resize(user + 1 + user / 2);
        ++counts[user];
    }
    return counts;
}

/// Of a table about users.
Result<std::vector<quint32>> countAttributes(Connection &connection, const EventCountQuery &query)
{
    std::vector<quint32> counts;
    Statement rows = connection.prepare("SELECT u.id FROM key_attributes k JOIN users u ON u.key = k.key "
                                        "WHERE k.dimension = 'user' AND k.name = ?1 COLLATE NOCASE AND k.value = ?2");
    rows.bind(1, query.attribute);
    rows.bind(2, query.key);
    while (rows.step()) {
        const auto user = size_t(rows.integer(0));
        counts.resize(std::max(counts.size(), user + 1));
        counts[user] = 1;
    }
    return counts;
}

Result<std::vector<quint32>> countByAttribute(Connection &connection, const EventCountQuery &query, JobContext &job)
{
    QStringList names;
    Statement named = connection.prepare("SELECT slot, name FROM attributes ORDER BY slot");
    while (named.step()) {
        names << named.text(1);
        if (names.back().compare(query.attribute, Qt::CaseInsensitive) != 0)
            continue;
        const std::string slot = std::to_string(named.integer(0));
        Statement value = connection.prepare("SELECT id FROM attribute_values WHERE slot = " + slot + " AND value = ?1");
        value.bind(1, query.key);
        return value.step() ? countRows(connection, "a" + slot, value.integer(0), query, job) : std::vector<quint32>();
    }
    Statement known = connection.prepare("SELECT DISTINCT name FROM key_attributes WHERE dimension = 'user' ORDER BY name");
    while (known.step()) {
        if (known.text(0).compare(query.attribute, Qt::CaseInsensitive) == 0)
            return countAttributes(connection, query);
        names << known.text(0);
    }
    return fail(ErrorCode::NotFound, names.isEmpty()
        ? EventCountsText::tr("There is no attribute \"%1\": no column was imported as an attribute.").arg(query.attribute)
        : EventCountsText::tr("There is no attribute \"%1\". There are: %2.").arg(query.attribute, names.join(QStringLiteral(", "))));
}

} // namespace

Result<std::vector<quint32>> countEvents(Connection &connection, const EventCountQuery &query, JobContext &job)
{
    if (query.by == GroupBy::Attribute)
        return countByAttribute(connection, query, job);
    const bool isItem = query.by == GroupBy::Item, isCategory = query.by == GroupBy::Category;
    const CountedColumn counted = isItem ? CountedColumn{"item_id", "(SELECT * FROM items WHERE events > 0)"}
                                : isCategory ? CountedColumn{"category_id", "(SELECT * FROM categories WHERE events > 0)"}
                                             : CountedColumn{"kind_id", "(SELECT * FROM kinds WHERE events > 0)"};
    const QString unknown = isItem ? EventCountsText::tr("There is no item \"%1\".")
                          : isCategory ? EventCountsText::tr("There is no category \"%1\".") : EventCountsText::tr("There are no events of the kind \"%1\".");
    const Result<qint64> id = idOfKey(connection, counted, query.key, unknown);
    if (!id)
        return fail(id.error());
    return countRows(connection, counted.column, *id, query, job);
}

} // namespace foretrail
