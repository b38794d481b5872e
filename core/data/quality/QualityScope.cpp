#include "core/data/quality/QualityScope.h"

#include "core/data/EventKinds.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace foretrail {
namespace {

struct QualityScopeText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };


template<class T>
void put(std::vector<T> &list, qint64 id, T value)
{
    if (size_t(id) >= list.size())
        list.resize(size_t(id) + 1, T{});
    list[size_t(id)] = value;
}

void readImports(Connection &connection, QualityScope &scope)
{
    Statement rows = connection.prepare("SELECT id, file, part, kind, started, has_clock, undone, report, events FROM imports ORDER BY id");
    const QSet<qint64> asked(scope.imports.begin(), scope.imports.end());
    scope.isWhole = true;
    while (rows.step()) {
        const qint64 id = rows.integer(0);
        const bool isLookedAt = scope.isOfAll() ? rows.isNull(6) : asked.contains(id);
        put<UtcMs>(scope.futureFrom, id, rows.integer(4) + dayMs);
        put<char>(scope.hasClock, id, char(rows.integer(5) != 0));
        if (rows.integer(8) > 0)
            scope.isWhole = scope.isWhole && isLookedAt && rows.integer(5) != 0;
        if (!isLookedAt)
            continue;
        ImportReport report = ImportReport::fromJson(QJsonDocument::fromJson(rows.text(7).toUtf8()).object());
        report.importId = id;
        report.file = rows.text(1);
        report.part = rows.text(2);
        report.kind = rows.text(3);
        scope.events += rows.integer(8);
        scope.ledger.append(report);
    }
}

void readKinds(Connection &connection, QualityScope &scope)
{
    Statement kinds = connection.prepare("SELECT id, meaning FROM kinds");
    while (kinds.step()) {
        put<char>(scope.isReturn, kinds.integer(0), char(kinds.view(1) == returnMeaning));
        scope.hasSales = scope.hasSales || kinds.view(1) == purchaseMeaning;
    }
}

void readItems(Connection &connection, QualityScope &scope)
{
    scope.isNonProduct.resize(size_t(connection.integer("SELECT max(id) FROM items")) + 1, 0);
    Statement items = connection.prepare("SELECT id FROM items WHERE is_product = 0");
    while (items.step())
        scope.isNonProduct[size_t(items.integer(0))] = 1;
}

QTimeZone zoneOf(Connection &connection)
{
    Statement query = connection.prepare("SELECT value FROM settings WHERE key = 'timeZone'");
    const QTimeZone zone(query.step() ? query.text(0).toLatin1() : QByteArray());
    return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

Result<QualityScope> QualityScope::of(Connection &connection, const QList<qint64> &imports)
{
    QualityScope scope;
    scope.imports = imports;
    readImports(connection, scope);
    for (const qint64 import : imports)
        if (std::ranges::find(scope.ledger, import, &ImportReport::importId) == scope.ledger.end())
            return fail(ErrorCode::NotFound, QualityScopeText::tr("There is no import %1. The imports of a workspace are numbered from 1.").arg(import));
    readKinds(connection, scope);
    readItems(connection, scope);
    scope.zone = zoneOf(connection);
    scope.observations = connection.integer("SELECT count(*) FROM observations" + scope.where());
    return scope;
}

QString QualityScope::dayText(UtcMs time) const { return formatTime(ZoneClock(zone).toWall(time), Step::Day); }

std::string QualityScope::where() const { return isOfAll() ? "" : " WHERE 1" + andImport(); }

std::string QualityScope::fromEvents() const
{
    if (isOfAll())
        return " FROM events e WHERE 1";
    return " FROM event_ranges r CROSS JOIN events e ON e.id BETWEEN r.first_id AND r.last_id WHERE 1" + andImport("r.import_id")
        + andImport("e.import_id");
}

std::string QualityScope::andImport(const char *column) const
{
    if (isOfAll())
        return {};
    std::string list;
    for (const qint64 import : imports)
        list += (list.empty() ? "" : ",") + std::to_string(import);
    return std::string(" AND ") + column + " IN (" + list + ")";
}

} // namespace foretrail
