#include "core/data/quality/Findings.h"

#include "core/data/quality/FindingText.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct OtherFindingsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

QString robotSentence(const QString &user, const Robot &robot)
{
    if (robot.mostInMinute > mostMomentsInMinute)
        return OtherFindingsText::tr("User %1 was there at %2 different moments of one minute.").arg(user, shown(robot.mostInMinute));
    return OtherFindingsText::tr("User %1 was there in %2 hours of one day.").arg(user, shown(robot.mostHours));
}

qint64 rowsRead(const QualityScope &scope)
{
    qint64 read = 0;
    for (const ImportReport &report : scope.ledger)
        read += report.read;
    return read;
}

/// One finding for a number that the ledger keeps, where it is not zero.
void addSum(const QualityScope &scope, FindingKind kind, Severity severity, const QString &sentence, QList<Finding> &findings)
{
    qint64 sum = 0;
    for (const ImportReport &report : scope.ledger)
        sum += ledgerCount(kind, report);
    if (sum > 0)
        findings.append(makeFinding(kind, FindingSubject::Ledger, severity, sum, sentence.arg(shown(sum), shown(rowsRead(scope)))));
}

/// Counted in the workspace, since rejected rows can be corrected later.
void addRejected(const QualityScope &scope, Connection &connection, QList<Finding> &findings)
{
    Statement count = connection.prepare("SELECT count(*) FROM rejects WHERE import_id = ?1");
    qint64 rejected = 0;
    for (const ImportReport &report : scope.ledger) {
        count.reset();
        count.bind(1, report.importId);
        rejected += count.step() ? count.integer(0) : 0;
    }
    if (rejected > 0)
        findings.append(makeFinding(FindingKind::Rejected, FindingSubject::Ledger, Severity::Warning, rejected,
                                    OtherFindingsText::tr("%1 of %2 rows could not be read and are kept aside.").arg(shown(rejected), shown(rowsRead(scope)))));
}

} // namespace

void addRobotFindings(const std::vector<Robot> &robots, qint64 users, Connection &connection, QList<Finding> &findings)
{
    if (robots.empty())
        return;
    qint64 rows = 0;
    for (const Robot &robot : robots)
        rows += robot.rows;
    findings.append(makeFinding(FindingKind::Robot, FindingSubject::Users, Severity::Warning, qint64(robots.size()),
                                OtherFindingsText::tr("%1 of %2 users act faster or longer than people do; they have %3 rows.")
                                    .arg(shown(qint64(robots.size())), shown(users), shown(rows))));
    KeyNames keys(connection, "users");
    for (size_t i = 0; i < robots.size() && i < mostSingles; ++i) {
        const QString key = keys.of(robots[i].user);
        findings.append(makeFinding(FindingKind::Robot, FindingSubject::Users, Severity::Note, robots[i].rows, robotSentence(key, robots[i]), key));
    }
}

void addLedgerFindings(const QualityScope &scope, Connection &connection, QList<Finding> &findings)
{
    addRejected(scope, connection, findings);
    addSum(scope, FindingKind::Duplicate, Severity::Note, OtherFindingsText::tr("%1 of %2 rows were there already and are stored once."), findings);
    addSum(scope, FindingKind::Conflict, Severity::Warning, OtherFindingsText::tr("%1 of %2 values differ from the one that was there for their series and time."),
           findings);
    addSum(scope, FindingKind::ClockGap, Severity::Warning,
           OtherFindingsText::tr("%1 of %2 rows are at times that no clock showed: clocks went forward then."), findings);
    addSum(scope, FindingKind::ClockOverlap, Severity::Note,
           OtherFindingsText::tr("%1 of %2 rows are at times that clocks showed twice, when they went back."), findings);
}

// Duplicates say the same; those that say something else are conflicts.
qint64 ledgerCount(FindingKind kind, const ImportReport &report)
{
    switch (kind) {
    case FindingKind::Duplicate: return report.duplicate - report.conflicts;
    case FindingKind::Conflict: return report.conflicts;
    case FindingKind::ClockGap: return report.clockGaps;
    case FindingKind::ClockOverlap: return report.clockOverlaps;
    default: return 0;
    }
}

} // namespace foretrail
