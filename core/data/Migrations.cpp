#include "core/data/Migrations.h"

namespace foretrail {

int newestWorkspaceVersion() { return migrationScripts().back().version; }

void migrate(Connection &connection)
{
    for (const MigrationScript &script : migrationScripts()) {
        if (connection.integer("PRAGMA user_version") >= script.version)
            continue;
        WriteTransaction transaction(connection);
        // Asked again under the lock: another process may have been quicker.
        if (connection.integer("PRAGMA user_version") >= script.version)
            continue;
        connection.execute(script.sql);
        connection.execute(("PRAGMA user_version = " + std::to_string(script.version)).c_str());
        transaction.commit();
    }
}

} // namespace foretrail
