#include "core/data/ItemCategories.h"

#include "core/data/sqlite/Connection.h"

namespace foretrail {
namespace {

constexpr auto firstCategoriesSql = "SELECT i.key, (SELECT c.key FROM events e JOIN categories c ON c.id = e.category_id WHERE e.item_id = i.id "
                                    "ORDER BY e.time, e.id LIMIT 1) FROM items i WHERE i.events > 0";
constexpr auto toldCategoriesSql = "SELECT key, value FROM key_attributes WHERE dimension = 'item' AND name = 'category' COLLATE NOCASE";

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

} // namespace foretrail
