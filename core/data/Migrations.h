#pragma once

#include "core/data/sqlite/Connection.h"

#include <span>

namespace foretrail {

/// One numbered script of resources/migrations, compiled in by packaging/cmake/Migrations.cmake.
struct MigrationScript {
    int version = 0;
    const char *sql = nullptr;
};

/// All scripts, 1 first, without gaps.
std::span<const MigrationScript> migrationScripts();

/// "FTRL": marks a file as ours in its header.
inline constexpr qint64 workspaceApplicationId = 0x4654524c;

/// The version that a complete workspace has.
int newestWorkspaceVersion();
/// Brings the file from its user_version to the newest, each script in a transaction of its own.
/// Throws SQLite::Exception; a script that fails leaves the file at the version before it.
void migrate(Connection &connection);

} // namespace foretrail
