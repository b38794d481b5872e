#pragma once

#include "core/data/Quality.h"
#include "core/data/UserNames.h"
#include "core/data/quality/EventFacts.h"
#include "core/data/quality/RobotSearch.h"
#include "core/data/quality/SeriesFacts.h"

namespace foretrail {

/// Which items a kind of finding is about; the same rule counts them and lists their rows.
class ItemChecks {
public:
    ItemChecks(const EventFacts &facts, const QualityScope &scope);
    /// Row ids of items, those that matter most first.
    std::vector<qint64> of(FindingKind kind) const;

private:
    bool isOf(FindingKind kind, qint64 id) const;
    const EventFacts &m_facts;
    const QualityScope &m_scope;
    UtcMs m_lateAfter, m_earlyBefore; ///< a tenth of the span from its ends
};

/// Which series a kind of finding is about, those that matter most first; indexes into AllSeriesFacts::series.
std::vector<size_t> seriesOf(FindingKind kind, const AllSeriesFacts &facts);
/// How many rows, steps or values a finding of this kind counts in one series.
qint64 countIn(FindingKind kind, const SeriesFacts &one, const AllSeriesFacts &facts);

/// The keys of row ids.
class KeyNames {
public:
    KeyNames(Connection &connection, const char *table);
    QString of(qint64 id);

private:
    Statement m_find;
    UserNames m_names; ///< of users, which may be hidden
};

void addEventFindings(const EventFacts &facts, const QualityScope &scope, Connection &connection, QList<Finding> &findings);
void addItemFindings(const EventFacts &facts, const QualityScope &scope, Connection &connection, QList<Finding> &findings);
void addRobotFindings(const std::vector<Robot> &robots, qint64 users, Connection &connection, QList<Finding> &findings);
void addSeriesFindings(const AllSeriesFacts &facts, Connection &connection, QList<Finding> &findings);
void addLedgerFindings(const QualityScope &scope, Connection &connection, QList<Finding> &findings);
/// How many rows of an import a finding of the ledger counts.
qint64 ledgerCount(FindingKind kind, const ImportReport &report);

/// Returns among the events of the scope whose sale was not found.
qint64 unmatchedReturns(Connection &connection, const QualityScope &scope, qint64 returns);

} // namespace foretrail
