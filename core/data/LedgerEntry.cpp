#include "core/data/LedgerEntry.h"

#include "core/data/ReturnMatching.h"

#include <QDateTime>
#include <QJsonDocument>

namespace foretrail {
namespace {

QByteArray compactJson(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

} // namespace

qint64 openEntry(Connection &connection, const FactWriterOptions &options)
{
    Statement entry = connection.prepare("INSERT INTO imports(file, kind, sha256, started, report, plan, part, has_clock, group_id) "
                                         "VALUES (?, ?, '', ?, '{}', '{}', ?, ?, nullif(?, 0))");
    entry.bind(1, options.file);
    entry.bind(2, options.kind);
    entry.bind(3, QDateTime::currentMSecsSinceEpoch());
    entry.bind(4, options.part);
    entry.bind(5, qint64(options.hasClock));
    entry.bind(6, options.group);
    entry.run();
    return sqlite3_last_insert_rowid(connection.handle());
}

void completeEntry(Connection &connection, ImportReport &entry, bool isSuperseding)
{
    const std::string id = std::to_string(entry.importId);
    entry.group = connection.integer("SELECT coalesce(group_id, id) FROM imports WHERE id = " + id);
    if (entry.returns > 0)
        entry.returnsMatched = matchedReturns(connection, entry.importId);
    if (!isSuperseding)
        return;
    Statement kept = connection.prepare("SELECT total(e.amount), sum(e.user_id IS NULL), sum(k.meaning = 'return'), "
                                        "sum(i.is_product = 0) FROM event_ranges r CROSS JOIN events e ON e.id BETWEEN r.first_id "
                                        "AND r.last_id AND e.import_id = r.import_id JOIN kinds k ON k.id = e.kind_id "
                                        "LEFT JOIN items i ON i.id = e.item_id WHERE r.import_id = " + id);
    kept.step();
    entry.netRevenueStored = kept.real(0);
    entry.withoutUser = kept.integer(1);
    entry.returns = kept.integer(2);
    entry.nonProducts = kept.integer(3);
}

void keepEntry(Connection &connection, const ImportReport &entry, const QJsonObject &plan, const QByteArray &sha256)
{
    Statement ledger = connection.prepare("UPDATE imports SET sha256 = ?2, report = ?3, plan = ?4 WHERE id = ?1");
    const QByteArray reportJson = compactJson(entry.toJson());
    const QByteArray planJson = compactJson(plan);
    ledger.bind(1, entry.importId);
    ledger.bind(2, std::string_view(sha256.constData(), size_t(sha256.size())));
    ledger.bind(3, std::string_view(reportJson.constData(), size_t(reportJson.size())));
    ledger.bind(4, std::string_view(planJson.constData(), size_t(planJson.size())));
    ledger.run();
}

} // namespace foretrail
