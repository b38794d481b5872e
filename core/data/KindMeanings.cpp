#include "core/data/KindMeanings.h"

#include "core/data/EventKinds.h"
#include "core/data/LiveTotals.h"
#include "core/data/sqlite/SqlText.h"

#include <QCoreApplication>

#include <cstring>

namespace foretrail {
namespace {

struct KindMeaningsText { Q_DECLARE_TR_FUNCTIONS(foretrail::KindMeanings) };

// Logs that bring amounts of their own keep them whatever a kind means.
constexpr auto withoutAmounts = " AND import_id IN (SELECT id FROM imports WHERE kind = 'events' AND NOT EXISTS (SELECT 1 FROM "
                                "json_each(plan, '$.columns') WHERE json_extract(value, '$.role') = 'amount'))";

void run(Connection &connection, const std::string &sql, qint64 kind)
{
    Statement statement = connection.prepare(sql);
    statement.bind(1, kind);
    statement.run();
}

/// What a row of this meaning is worth where its log says only a price.
const char *amountOf(const QString &meaning)
{
    if (meaning == QLatin1String(purchaseMeaning.data()))
        return "price * coalesce(quantity, 1)";
    return meaning == QLatin1String(returnMeaning.data()) ? "-price * abs(coalesce(quantity, 1))" : "NULL";
}

void followAmounts(Connection &connection, qint64 kind, const QString &meaning)
{
    for (const char *table : {"events", "set_aside_events"})
        run(connection, sqlOf({"UPDATE ", table, " SET amount = ", amountOf(meaning), " WHERE kind_id = ?1 AND price IS NOT NULL", withoutAmounts}), kind);
}

void touch(Connection &connection, qint64 kind, LiveTotals &totals)
{
    Statement users = connection.prepare("SELECT DISTINCT user_id FROM events WHERE kind_id = ?1 AND user_id IS NOT NULL");
    users.bind(1, kind);
    while (users.step())
        totals.touchUser(users.integer(0));
    Statement imports = connection.prepare("SELECT id FROM imports WHERE events > 0");
    while (imports.step())
        totals.touchImport(imports.integer(0));
}

Result<void> change(Connection &connection, const QString &kind, const QString &meaning, JobContext &job)
{
    Statement find = connection.prepare("SELECT id, meaning FROM kinds WHERE key = ?1 AND events > 0");
    find.bind(1, kind);
    if (!find.step())
        return fail(ErrorCode::NotFound, KindMeaningsText::tr("There are no events of kind \"%1\".").arg(kind));
    const qint64 id = find.integer(0);
    const QString before = find.text(1);
    find.reset();
    Statement update = connection.prepare("UPDATE kinds SET meaning = ?2 WHERE id = ?1");
    update.bind(1, id);
    update.bind(2, meaning);
    update.run();
    if (std::strcmp(amountOf(before), amountOf(meaning)) != 0)
        followAmounts(connection, id, meaning);
    run(connection, "DELETE FROM reversals WHERE return_id IN (SELECT id FROM events WHERE kind_id = ?1) "
                    "OR sale_id IN (SELECT id FROM events WHERE kind_id = ?1)", id);
    LiveTotals totals(connection);
    touch(connection, id, totals);
    return totals.write(job);
}

} // namespace

const QStringList &allMeanings()
{
    static const QStringList meanings{QStringLiteral("view"),   QStringLiteral("cart"),       QStringLiteral("favourite"), QStringLiteral("purchase"),
                                      QStringLiteral("return"), QStringLiteral("adjustment"), QStringLiteral("other")};
    return meanings;
}

Result<void> setKindMeaning(Workspace &workspace, const QString &kind, const QString &meaning, JobContext &job)
{
    if (!allMeanings().contains(meaning))
        return fail(ErrorCode::InvalidInput, KindMeaningsText::tr("\"%1\" is not a meaning of a kind. Use %2.")
                                                 .arg(meaning, allMeanings().join(QStringLiteral(", "))));
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<void> {
        PatientScope patience(connection, job);
        WriteTransaction transaction(connection);
        StopScope scope(connection, job);
        if (Result<void> changed = change(connection, kind, meaning, job); !changed)
            return changed;
        transaction.commit();
        return {};
    });
}

} // namespace foretrail
