#pragma once

#include "core/data/Workspace.h"
#include "core/data/sqlite/Connection.h"

#include <QCryptographicHash>

namespace foretrail::test {

/// A hash of every row of every table of a workspace, and of its schema: equal hashes mean equal content. Empty when the
/// workspace cannot be opened or is not intact.
inline QByteArray contentOf(const QString &path)
{
    auto workspace = Workspace::open(path);
    if (!workspace || !workspace->checkIntegrity())
        return {};
    const Connection &connection = workspace->connection();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    Statement schema = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name");
    while (schema.step())
        hash.addData(schema.text(0).toUtf8() + schema.text(1).toUtf8());
    Statement tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    while (tables.step()) {
        const std::string name(tables.view(0));
        Statement columns = connection.prepare("SELECT count(*) FROM pragma_table_info('" + name + "')");
        columns.step();
        const int width = int(columns.integer(0));
        Statement rows = connection.prepare("SELECT * FROM \"" + name + "\"");
        while (rows.step())
            for (int i = 0; i < width; ++i)
                hash.addData(rows.isNull(i) ? QByteArray("\1") : QByteArray(rows.view(i).data(), qsizetype(rows.view(i).size())) + '\0');
    }
    return hash.result().toHex();
}

} // namespace foretrail::test
