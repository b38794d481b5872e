#pragma once

#include "core/data/Workspace.h"

#include <QHash>

namespace foretrail {

/// The category of each item, by key: what a table says, else that of the item's first event that has one. Items without one are left out.
/// Cancelled.
Result<QHash<QString, QString>> itemCategories(Workspace &workspace, JobContext &job);

/// Categories that a table tells of items, as an attribute called "category", in logs whose rows have none.
namespace ToldCategories {

/// Whether they are all there are.
bool arePlain(const Connection &connection);
qint64 count(const Connection &connection); ///< of items with events
/// Of an item; empty: none.
QString of(const Connection &connection, const QString &itemKey);
/// Makes two tables that last as long as the connection: temp.told_names (id, key) and temp.told_items (item, category).
void lay(Connection &connection);
/// Of a row of events, once they are laid.
inline constexpr auto column = "(SELECT category FROM temp.told_items WHERE item = item_id)";
inline constexpr auto names = "temp.told_names";

} // namespace ToldCategories

} // namespace foretrail
