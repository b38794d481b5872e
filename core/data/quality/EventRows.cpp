#include "core/data/UserNames.h"
#include "core/data/quality/EventFacts.h"
#include "core/data/quality/RowPage.h"
#include "core/data/sqlite/SqlText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

namespace foretrail {
namespace {

struct EventRowsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr qint64 eventRowsBetweenReports = 1 << 16;
constexpr int eventIdColumn = 8; ///< after those of EventView

using RowTest = std::function<bool(const EventView &)>;

std::string returnKinds(const QualityScope &scope)
{
    std::string list = "0";
    for (size_t kind = 0; kind < scope.isReturn.size(); ++kind)
        if (scope.isReturn[kind])
            list += "," + std::to_string(kind);
    return sqlOf({"(", list, ")"});
}

/// What the database can tell of a row by itself.
std::string conditionOf(FindingKind kind, const QualityScope &scope)
{
    switch (kind) {
    case FindingKind::Negative: return "(e.quantity < 0 OR e.amount < 0)";
    case FindingKind::ZeroPrice: return "e.price <= 0";
    case FindingKind::MissingUser: return "e.user_id IS NULL";
    case FindingKind::NonProduct: return "e.item_id IN (SELECT id FROM items WHERE is_product = 0)";
    case FindingKind::UnmatchedReturn:
        return sqlOf({"e.kind_id IN ", returnKinds(scope), " AND NOT EXISTS (SELECT 1 FROM reversals r WHERE r.return_id = e.id)"});
    default: return "1";
    }
}

/// The id of a key in its table; 0 where it is not there.
qint64 idOf(Connection &connection, const char *table, const QString &key)
{
    if (std::string_view(table) == "users")
        if (const qint64 hidden = UserNames::of(connection).userOf(key); hidden > 0)
            return hidden;
    Statement find = connection.prepare(sqlOf({"SELECT id FROM ", table, " WHERE key = ?1"}));
    find.bind(1, key);
    return find.step() ? find.integer(0) : 0;
}

std::string whereOf(Connection &connection, const QualityScope &scope, const Finding &finding)
{
    std::string where = conditionOf(finding.kind, scope);
    if (finding.series.isEmpty())
        return where;
    const bool isUser = finding.subject == FindingSubject::Users;
    return sqlOf({where, isUser ? " AND e.user_id = " : " AND e.item_id = ",
                  std::to_string(idOf(connection, isUser ? "users" : "items", finding.series))});
}

/// Writes stored rows as a person reads them.
class RowText {
public:
    RowText(Connection &connection, const QualityScope &scope)
        : m_scope(scope), m_clock(scope.zone), m_names(UserNames::of(connection)),
          m_row(connection.prepare("SELECT e.time, u.key, i.key, k.key, e.quantity, e.price, e.amount, e.import_id, e.user_id FROM events e "
                                   "JOIN kinds k ON k.id = e.kind_id LEFT JOIN users u ON u.id = e.user_id "
                                   "LEFT JOIN items i ON i.id = e.item_id WHERE e.id = ?1"))
    {
    }
    static QStringList header()
    {
        return {EventRowsText::tr("time"), EventRowsText::tr("user"), EventRowsText::tr("item"), EventRowsText::tr("kind"), EventRowsText::tr("quantity"), EventRowsText::tr("price"), EventRowsText::tr("amount")};
    }
    QStringList of(qint64 id)
    {
        m_row.reset();
        m_row.bind(1, id);
        if (!m_row.step())
            return {};
        const bool hasClock = m_scope.hasClock[size_t(m_row.integer(7))];
        return {hasClock ? formatTime(m_clock.toWall(m_row.integer(0)), Step::Hour) : m_row.text(0),
                m_row.isNull(8) ? QString() : m_names.shown(m_row.integer(8), m_row.text(1)), m_row.text(2), m_row.text(3), m_row.text(4), m_row.text(5), m_row.text(6)};
    }

private:
    const QualityScope &m_scope;
    ZoneClock m_clock;
    UserNames m_names;
    Statement m_row;
};

/// At a time that had come when it was imported.
bool isPast(const QualityScope &scope, const EventView &row)
{
    return scope.hasClock[size_t(row.importId)] && row.time <= scope.futureFrom[size_t(row.importId)];
}

bool isOfCancelled(const EventFacts &facts, const EventView &row)
{
    return std::ranges::any_of(facts.cancelled, [&row](const CancelledOrder &order) {
        return order.item == row.item && std::abs(row.quantity) == order.quantity && (row.time == order.ordered || row.time == order.cancelled);
    });
}

Result<RowTest> strayTest(Connection &connection, const QualityScope &scope, JobContext &job)
{
    const Result<EventFacts> facts = gatherEvents(connection, scope, job);
    if (!facts)
        return fail(facts.error());
    return RowTest([&scope, from = facts->mainFrom, to = facts->mainTo](const EventView &row) {
        return isPast(scope, row) && (row.time < from || row.time >= to);
    });
}

/// What only the whole of the rows tells of one.
Result<RowTest> testOf(Connection &connection, const QualityScope &scope, const Finding &finding, JobContext &job)
{
    if (finding.kind == FindingKind::Future)
        return RowTest([&scope](const EventView &row) { return scope.hasClock[size_t(row.importId)] && !isPast(scope, row); });
    if (finding.kind == FindingKind::Outlier && finding.subject == FindingSubject::Events)
        return strayTest(connection, scope, job);
    if (finding.kind != FindingKind::Outlier)
        return RowTest([](const EventView &) { return true; });
    Result<EventFacts> facts = gatherEvents(connection, scope, job);
    if (!facts)
        return fail(facts.error());
    const auto shared = std::make_shared<EventFacts>(std::move(*facts));
    const bool isCancelled = finding.severity == Severity::Warning && !finding.series.isEmpty();
    return RowTest([shared, isCancelled](const EventView &row) {
        return isCancelled ? isOfCancelled(*shared, row) : isOutlier(*shared, row.item, row.quantity, row.price);
    });
}

} // namespace

Result<FindingRows> eventRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job)
{
    const Result<RowTest> isWanted = testOf(connection, scope, question.finding, job);
    if (!isWanted)
        return fail(isWanted.error());
    FindingRows table{RowText::header(), {}, 0};
    RowPage page(table, question.first, question.limit);
    RowText text(connection, scope);
    StopScope stop(connection, job);
    Statement rows = connection.prepare(sqlOf({"SELECT ", EventView::columns, ", e.id", scope.fromEvents(), " AND ",
                                               whereOf(connection, scope, question.finding)}));
    for (qint64 read = 1; rows.step(); ++read) {
        if (read % eventRowsBetweenReports == 0)
            job.report(read, 0, EventRowsText::tr("Looking at rows"));
        if ((*isWanted)(EventView::from(rows)))
            page.add([&] { return text.of(rows.integer(eventIdColumn)); });
    }
    return table;
}

} // namespace foretrail
