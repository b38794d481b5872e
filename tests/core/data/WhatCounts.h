#pragma once

#include "core/data/sqlite/Connection.h"

#include <QStringList>

namespace foretrail::test {

/// Everything that counts, without ids, in an order of its own.
inline QStringList whatCounts(Connection &connection)
{
    const char *questions[] = {
        "SELECT 'event', i.file, e.time, u.key, t.key, k.key, c.key, s.key, e.position, e.quantity, e.price, e.amount, e.fingerprint FROM "
        "events e JOIN imports i ON i.id = e.import_id JOIN kinds k ON k.id = e.kind_id LEFT JOIN users u ON u.id = e.user_id "
        "LEFT JOIN items t ON t.id = e.item_id LEFT JOIN categories c ON c.id = e.category_id LEFT JOIN sessions s ON s.id = e.session_id",
        "SELECT 'user', key, first_seen, last_seen, events, orders, returns, value FROM users WHERE events > 0",
        "SELECT 'item', key, name, events, is_product FROM items WHERE events > 0",
        "SELECT 'kind', key, events FROM kinds WHERE events > 0",
        "SELECT 'category', key, events FROM categories WHERE events > 0",
        "SELECT 'import', file, events, first_time, last_time, amounts, net_amount FROM imports WHERE undone IS NULL",
        "SELECT 'observation', s.key, s.step, o.time, o.value FROM observations o JOIN source_series s ON s.id = o.series_id",
        "SELECT 'reversal', r.fingerprint, s.fingerprint FROM reversals JOIN events r ON r.id = return_id JOIN events s ON s.id = sale_id"};
    QStringList content;
    for (const char *question : questions) {
        Statement rows = connection.prepare(question);
        const int columns = QByteArray(question).left(QByteArray(question).indexOf(" FROM ")).count(',') + 1;
        while (rows.step()) {
            QStringList row;
            for (int column = 0; column < columns; ++column)
                row << rows.text(column);
            content << row.join(QLatin1Char('|'));
        }
    }
    content.sort();
    return content;
}

} // namespace foretrail::test
