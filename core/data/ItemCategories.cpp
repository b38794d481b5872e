#include "core/data/ItemCategories.h"

#include "core/data/sqlite/Connection.h"

namespace foretrail {
namespace {

constexpr auto firstCategoriesSql = "SELECT i.key, (SELECT c.key FROM events e JOIN categories c ON c.id = e.category_id WHERE e.item_id = i.id "
                                    "ORDER BY e.time, e.id LIMIT 1) FROM items i WHERE i.events > 0";
constexpr auto toldCategoriesSql = "SELECT key, value FROM key_attributes WHERE dimension = 'item' AND name = 'category' COLLATE NOCASE";

std::string soldAndTold()
{
    return " FROM key_attributes a JOIN items i ON i.key = a.key AND i.events > 0 WHERE a.dimension = 'item' AND a.name = 'category' COLLATE NOCASE";
}

} // namespace

Result<QHash<QString, QString>> itemCategories(Workspace &workspace, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QHash<QString, QString>> {
        StopScope scope(connection, job);
        QHash<QString, QString> categories;
        const auto read = [&](const char *sql) {
            Statement rows = connection.prepare(sql);
            while (rows.step())
                if (!rows.isNull(1))
                    categories.insert(rows.text(0), rows.text(1));
        };
        if (connection.integer("SELECT EXISTS (SELECT 1 FROM categories WHERE events > 0)") != 0)
            read(firstCategoriesSql);
        read(toldCategoriesSql);
        if (job.stopRequested())
            return fail(Error::cancelled());
        return categories;
    });
}

namespace ToldCategories {

bool arePlain(const Connection &connection)
{
    return connection.integer("SELECT EXISTS (SELECT 1 FROM categories WHERE events > 0)") == 0 && connection.integer("SELECT EXISTS (SELECT 1" + soldAndTold() + ")") != 0;
}

qint64 count(const Connection &connection) { return connection.integer("SELECT count(DISTINCT a.value)" + soldAndTold()); }

QString of(const Connection &connection, const QString &itemKey)
{
    Statement row = connection.prepare("SELECT a.value" + soldAndTold() + " AND a.key = ?1");
    row.bind(1, itemKey);
    return row.step() ? row.text(0) : QString();
}

void lay(Connection &connection)
{
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS told_names (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)");
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS told_items (item INTEGER PRIMARY KEY, category INTEGER NOT NULL)");
    connection.execute("DELETE FROM temp.told_items");
    connection.execute("DELETE FROM temp.told_names");
    connection.execute(("INSERT INTO temp.told_names (key) SELECT DISTINCT a.value" + soldAndTold() + " ORDER BY 1").c_str());
    connection.execute(("INSERT OR REPLACE INTO temp.told_items SELECT i.id, (SELECT n.id FROM temp.told_names n WHERE n.key = a.value)" + soldAndTold()).c_str());
}

} // namespace ToldCategories
} // namespace foretrail
