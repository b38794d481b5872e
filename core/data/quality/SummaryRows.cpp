#include "core/base/Phrase.h"
#include "core/data/quality/FindingText.h"
#include "core/data/quality/Findings.h"
#include "core/data/quality/RowPage.h"
#include "core/data/quality/TradingDays.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct SummaryRowsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

/// Items that have no name, where others have one.
std::vector<qint64> unnamedItems(Connection &connection, const EventFacts &facts)
{
    std::vector<qint64> ids;
    Statement rows = connection.prepare("SELECT id FROM items WHERE name = '' ORDER BY id");
    while (rows.step())
        if (size_t(rows.integer(0)) < facts.byItem.size() && facts.byItem[size_t(rows.integer(0))].rows > 0)
            ids.push_back(rows.integer(0));
    return ids;
}

void addClosedDays(const TradingDays &calendar, std::span<const DayRows> days, RowPage &page)
{
    auto open = days.begin();
    for (qint64 day = calendar.first; day <= calendar.last; ++day) {
        if (open != days.end() && open->day == day)
            ++open;
        else if (calendar.weekdays[size_t(weekdayOf(day))].isClosed)
            page.add([day] { return QStringList{shownDay(day), QStringLiteral("0")}; });
    }
}

} // namespace

Result<FindingRows> itemRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job)
{
    const Result<EventFacts> facts = gatherEvents(connection, scope, job);
    if (!facts)
        return fail(facts.error());
    const FindingKind kind = question.finding.kind;
    const std::vector<qint64> ids = kind == FindingKind::MissingName ? unnamedItems(connection, *facts) : ItemChecks(*facts, scope).of(kind);
    FindingRows table{{SummaryRowsText::tr("item"), SummaryRowsText::tr("name"), SummaryRowsText::tr("first"), SummaryRowsText::tr("last"), SummaryRowsText::tr("rows")}, {}, 0};
    RowPage page(table, question.first, question.limit);
    Statement find = connection.prepare("SELECT key, name FROM items WHERE id = ?1");
    for (qint64 id : ids)
        page.add([&] {
            const ItemFacts &item = facts->byItem[size_t(id)];
            const bool hasTimes = item.first <= item.last;
            find.reset();
            find.bind(1, id);
            find.step();
            return QStringList{find.text(0), find.text(1), hasTimes ? scope.dayText(item.first) : QString(),
                               hasTimes ? scope.dayText(item.last) : QString(), QString::number(item.rows)};
        });
    return table;
}

Result<FindingRows> userRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job)
{
    const Result<std::vector<Robot>> robots = findRobots(connection, scope, job);
    if (!robots)
        return fail(robots.error());
    FindingRows table{{SummaryRowsText::tr("user"), SummaryRowsText::tr("rows"), SummaryRowsText::tr("most moments in a minute"), SummaryRowsText::tr("most hours in a day")}, {}, 0};
    RowPage page(table, question.first, question.limit);
    KeyNames keys(connection, "users");
    for (const Robot &robot : *robots)
        page.add([&] {
            return QStringList{keys.of(robot.user), QString::number(robot.rows), QString::number(robot.mostInMinute), QString::number(robot.mostHours)};
        });
    return table;
}

Result<FindingRows> dayRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job)
{
    const Result<EventFacts> facts = gatherEvents(connection, scope, job);
    if (!facts)
        return fail(facts.error());
    const bool isOfGaps = question.finding.kind == FindingKind::Gap && question.finding.severity != Severity::Note;
    FindingRows table{isOfGaps ? QStringList{SummaryRowsText::tr("from"), SummaryRowsText::tr("to"), SummaryRowsText::tr("days")} : QStringList{SummaryRowsText::tr("day"), SummaryRowsText::tr("rows")}, {}, 0};
    if (facts->days.empty())
        return table;
    RowPage page(table, question.first, question.limit);
    const std::span<const DayRows> days = daysOf(*facts);
    const TradingDays calendar = tradingDays(days);
    if (question.finding.kind == FindingKind::TooShort)
        for (const DayRows &day : days)
            page.add([&day] { return QStringList{shownDay(day.day), QString::number(day.rows)}; });
    else if (!isOfGaps)
        addClosedDays(calendar, days, page);
    else
        for (const DayGap &gap : calendar.gaps)
            page.add([&gap] { return QStringList{shownDay(gap.first), shownDay(gap.last), QString::number(gap.days)}; });
    return table;
}

Result<FindingRows> ledgerRows(Connection &connection, const QualityScope &scope, const RowsQuestion &question)
{
    FindingRows table;
    RowPage page(table, question.first, question.limit);
    if (question.finding.kind == FindingKind::Rejected) {
        table.header = {SummaryRowsText::tr("import"), SummaryRowsText::tr("line"), SummaryRowsText::tr("column"), SummaryRowsText::tr("value"), SummaryRowsText::tr("reason")};
        Statement rows = connection.prepare("SELECT r.import_id, r.line, r.column_name, r.value, r.reason FROM rejects r "
                                            "JOIN imports i ON i.id = r.import_id WHERE "
                                            + (scope.isOfAll() ? std::string("i.undone IS NULL") : "1" + scope.andImport("r.import_id"))
                                            + " ORDER BY r.import_id, r.line, r.rowid");
        while (rows.step())
            page.add([&rows] { return QStringList{rows.text(0), rows.text(1), rows.text(2), rows.text(3), Phrase::shown(rows.text(4))}; });
        return table;
    }
    table.header = {SummaryRowsText::tr("import"), SummaryRowsText::tr("file"), SummaryRowsText::tr("rows")};
    for (const ImportReport &report : scope.ledger) {
        const qint64 count = ledgerCount(question.finding.kind, report);
        if (count > 0)
            page.add([&] { return QStringList{QString::number(report.importId), report.file, QString::number(count)}; });
    }
    return table;
}

} // namespace foretrail
