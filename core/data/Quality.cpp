#include "core/data/Quality.h"

#include "core/data/quality/FindingText.h"
#include "core/data/quality/Findings.h"
#include "core/data/quality/RowPage.h"
#include "core/data/sqlite/ReadTransaction.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace foretrail {
namespace {

QJsonObject findingJson(const Finding &finding)
{
    return {{QStringLiteral("kind"), findingName(finding.kind)},
            {QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("subject"), subjectName(finding.subject)},
            {QStringLiteral("series"), finding.series},
            {QStringLiteral("count"), finding.count},
            {QStringLiteral("sentence"), finding.sentence},
            {QStringLiteral("remedy"), finding.remedy},
            {QStringLiteral("step"), finding.step}};
}

QJsonValue timeJson(const std::optional<UtcMs> &time)
{
    return time ? QJsonValue(QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC).toString(Qt::ISODate)) : QJsonValue();
}

void widen(QualityReport &report, const std::optional<UtcMs> &first, const std::optional<UtcMs> &last)
{
    if (first)
        report.first = std::min(report.first.value_or(*first), *first);
    if (last)
        report.last = std::max(report.last.value_or(*last), *last);
}

void sortFindings(QList<Finding> &findings)
{
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        if (a.series.isEmpty() != b.series.isEmpty())
            return a.series.isEmpty();
        return a.severity > b.severity;
    });
}

/// All that is asked of one snapshot of the workspace.
Result<QualityReport> assess(Connection &connection, const QList<qint64> &imports, JobContext &job)
{
    const Result<QualityScope> scope = QualityScope::of(connection, imports);
    if (!scope)
        return fail(scope.error());
    if (job.stopRequested())
        return fail(Error::cancelled());
    const Result<EventFacts> events = gatherEvents(connection, *scope, job);
    if (!events)
        return fail(events.error());
    const Result<std::vector<Robot>> robots = findRobots(connection, *scope, job);
    if (!robots)
        return fail(robots.error());
    const Result<AllSeriesFacts> series = gatherSeries(connection, *scope, job);
    if (!series)
        return fail(series.error());
    QualityReport report;
    report.importId = imports.size() == 1 ? imports.front() : 0;
    report.rows = events->rows + series->observations;
    report.users = events->users;
    report.items = events->items;
    report.series = qint64(series->series.size());
    widen(report, events->first, events->last);
    for (const AllSeriesFacts::Span &span : series->spans)
        widen(report, span.first, span.last);
    addEventFindings(*events, *scope, connection, report.findings);
    addItemFindings(*events, *scope, connection, report.findings);
    addRobotFindings(*robots, events->users, connection, report.findings);
    addSeriesFindings(*series, connection, report.findings);
    addLedgerFindings(*scope, connection, report.findings);
    for (Finding &finding : report.findings)
        finding.imports = imports;
    sortFindings(report.findings);
    job.report(report.rows, report.rows);
    return report;
}

Result<FindingRows> answer(Connection &connection, const QualityScope &scope, const RowsQuestion &question, JobContext &job)
{
    const Finding &finding = question.finding;
    const bool isOfDays = finding.kind == FindingKind::Gap || finding.kind == FindingKind::TooShort;
    switch (finding.subject) {
    case FindingSubject::Ledger: return ledgerRows(connection, scope, question);
    case FindingSubject::Series: return seriesRows(connection, scope, question, job);
    case FindingSubject::Events: return isOfDays ? dayRows(connection, scope, question, job) : eventRows(connection, scope, question, job);
    case FindingSubject::Items:
        return finding.series.isEmpty() && finding.kind != FindingKind::Outlier ? itemRows(connection, scope, question, job)
                                                                                : eventRows(connection, scope, question, job);
    case FindingSubject::Users:
        return finding.series.isEmpty() ? userRows(connection, scope, question, job) : eventRows(connection, scope, question, job);
    }
    return FindingRows{};
}

} // namespace

QJsonObject QualityReport::toJson() const
{
    QJsonArray list;
    for (const Finding &finding : findings)
        list.append(findingJson(finding));
    return {{QStringLiteral("import"), importId},
            {QStringLiteral("first"), timeJson(first)},
            {QStringLiteral("last"), timeJson(last)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("users"), users},
            {QStringLiteral("items"), items},
            {QStringLiteral("series"), series},
            {QStringLiteral("findings"), list}};
}

Result<QualityReport> assessQuality(Workspace &workspace, qint64 importId, JobContext &job)
{
    return assessQuality(workspace, importId == 0 ? QList<qint64>() : QList<qint64>{importId}, job);
}

Result<QualityReport> assessQuality(Workspace &workspace, const QList<qint64> &imports, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<QualityReport> {
        ReadTransaction snapshot(connection);
        return assess(connection, imports, job);
    });
}

Result<FindingRows> rowsOf(Workspace &workspace, const Finding &finding, qint64 first, int limit, JobContext &job)
{
    Connection &connection = workspace.connection();
    return connection.guarded([&]() -> Result<FindingRows> {
        ReadTransaction snapshot(connection);
        const Result<QualityScope> scope = QualityScope::of(connection, finding.imports);
        return scope ? answer(connection, *scope, {finding, first, limit}, job) : fail(scope.error());
    });
}

} // namespace foretrail
