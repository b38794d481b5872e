#include "core/data/StepRows.h"

#include "core/data/EventSeries.h"
#include "core/data/UserNames.h"
#include "core/data/quality/RowPage.h"
#include "core/data/sqlite/ReadTransaction.h"
#include "core/data/sqlite/SqlText.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct StepRowsText { Q_DECLARE_TR_FUNCTIONS(foretrail::StepRows) };

constexpr auto stepRowSql = "SELECT e.time, e.user_id, u.key, i.key, i.name, k.key, c.key, s.key, e.quantity, e.price, e.amount FROM events e "
                            "JOIN kinds k ON k.id = e.kind_id LEFT JOIN users u ON u.id = e.user_id LEFT JOIN items i ON i.id = e.item_id "
                            "LEFT JOIN categories c ON c.id = e.category_id LEFT JOIN sessions s ON s.id = e.session_id WHERE e.id = ?1";

/// Time and id of the rows of a step, in this order.
using RowPlaces = std::vector<std::pair<UtcMs, qint64>>;

Result<RowPlaces> rowPlaces(Connection &connection, EventSeries &series, const StepQuestion &question, ZoneClock &clock, JobContext &job)
{
    const Result<std::string> condition = series.rowCondition();
    if (!condition)
        return fail(condition.error());
    StopScope scope(connection, job);
    clock = ZoneClock(QTimeZone(series.timeZone().toLatin1()));
    Statement rows = connection.prepare(sqlOf({"SELECT time, id, user_id FROM events WHERE time >= ?1 AND time < ?2 AND ", *condition}));
    rows.bind(1, clock.toUtc(question.from));
    rows.bind(2, clock.toUtc(question.to));
    RowPlaces places;
    while (rows.step())
        if (!question.query.users || question.query.users->contains({rows.integer(2)}))
            places.emplace_back(rows.integer(0), rows.integer(1));
    if (job.stopRequested())
        return fail(Error::cancelled());
    std::sort(places.begin(), places.end());
    return places;
}

QStringList eventFields(const Statement &row, ZoneClock &clock, const UserNames &names)
{
    return {formatTime(clock.toWall(row.integer(0)), Step::Hour), row.isNull(1) ? QString() : names.shown(row.integer(1), row.text(2)), row.text(3), row.text(4),
            row.text(5), row.text(6), row.text(7), row.text(8), row.text(9), row.text(10)};
}

Result<FindingRows> eventsOfStep(Connection &connection, const StepQuestion &question, qint64 first, int limit, JobContext &job)
{
    EventSeries series(connection, question.query);
    ZoneClock clock(QTimeZone::utc());
    const Result<RowPlaces> places = rowPlaces(connection, series, question, clock, job);
    if (!places)
        return fail(places.error());
    FindingRows table{{StepRowsText::tr("time"), StepRowsText::tr("user"), StepRowsText::tr("item"), StepRowsText::tr("name"), StepRowsText::tr("kind"), StepRowsText::tr("category"),
                       StepRowsText::tr("session"), StepRowsText::tr("quantity"), StepRowsText::tr("price"), StepRowsText::tr("amount")}, {}, 0};
    RowPage page(table, first, limit);
    const UserNames names = UserNames::of(connection);
    Statement row = connection.prepare(stepRowSql);
    for (const auto &[time, id] : *places)
        page.add([&, id = id] {
            row.reset();
            row.bind(1, id);
            return row.step() ? eventFields(row, clock, names) : QStringList();
        });
    return table;
}

Result<FindingRows> observationsOfStep(Connection &connection, const StepQuestion &question, qint64 first, int limit)
{
    FindingRows table{{StepRowsText::tr("time"), StepRowsText::tr("value"), StepRowsText::tr("file")}, {}, 0};
    RowPage page(table, first, limit);
    Statement rows = connection.prepare("SELECT o.time, o.value, i.file, s.step FROM observations o JOIN source_series s ON s.id = o.series_id "
                                        "JOIN imports i ON i.id = o.import_id WHERE s.key = ?1 AND o.time >= ?2 AND o.time < ?3 ORDER BY o.time");
    rows.bind(1, question.query.keys.value(0));
    rows.bind(2, question.from);
    rows.bind(3, question.to);
    while (rows.step())
        page.add([&] {
            const Step step = stepFromName(rows.text(3)).value_or(Step::None);
            return QStringList{step == Step::None ? rows.text(0) : formatTime(rows.integer(0), step), rows.text(1), rows.text(2)};
        });
    return table;
}

} // namespace

Result<FindingRows> stepRows(Workspace &workspace, const StepQuestion &question, qint64 first, int limit, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<FindingRows> {
        const ReadTransaction snapshot(connection);
        if (question.query.by == GroupBy::Series)
            return observationsOfStep(connection, question, first, limit);
        if (question.query.measure == Measure::Value)
            return fail(ErrorCode::Unsupported, StepRowsText::tr("This series is a sum of imported series. Choose \"Imported series\" to see the values of each."));
        return eventsOfStep(connection, question, first, limit, job);
    });
}

} // namespace foretrail
