#pragma once

#include "core/data/Import.h"
#include "core/data/Quality.h"
#include "tests/support/TestSupport.h"

namespace foretrail::test {

/// A workspace filled from tables written by hand, and its findings.
class QualityShop {
public:
    QualityShop() : m_workspace(Workspace::create(m_folder.filePath(QStringLiteral("shop.foretrail")))) {}
    Workspace &workspace() { return *m_workspace; }
    JobContext &job() { return m_job; }

    /// Imports a table with this plan's changes; the id of the import, or -1 with the reason as a warning.
    qint64 import(const QByteArray &csv, const QStringList &map = {}, SourceKind kind = SourceKind::Sales, Step step = Step::None)
    {
        const QString path = m_folder.filePath(QStringLiteral("table%1.csv").arg(++m_tables));
        writeAll(path, csv);
        const auto preview = previewFile(path, m_job);
        if (!preview)
            return failed(preview.error());
        ImportPlan plan = preview->plan;
        plan.setKind(kind);
        plan.step = step;
        if (const auto mapped = applyMap(plan, map); !mapped)
            return failed(mapped.error());
        const auto report = importFile(*m_workspace, path, plan, m_job);
        return report ? report->importId : failed(report.error());
    }
    QualityReport assess(qint64 importId = 0)
    {
        const auto report = assessQuality(*m_workspace, importId, m_job);
        if (!report)
            qWarning("%s", qPrintable(report.error().message));
        return report.value_or(QualityReport{});
    }
    FindingRows rows(const Finding &finding, qint64 first = 0, int limit = 1'000'000)
    {
        const auto table = rowsOf(*m_workspace, finding, first, limit, m_job);
        if (!table)
            qWarning("%s", qPrintable(table.error().message));
        return table.value_or(FindingRows{});
    }
    /// What the rows behind a finding add up to: as the finding counts them.
    qint64 countedRows(const Finding &finding)
    {
        const FindingRows table = rows(finding);
        const bool isOfStretches = finding.kind == FindingKind::Gap && finding.severity != Severity::Note;
        const bool isOfSeriesGap = finding.kind == FindingKind::Gap && finding.subject == FindingSubject::Series;
        const bool isOfImports = finding.subject == FindingSubject::Ledger && finding.kind != FindingKind::Rejected;
        if (!isOfStretches && !isOfSeriesGap && !isOfImports)
            return table.total;
        qint64 sum = 0;
        for (const QStringList &row : table.rows)
            sum += row.back().toLongLong();
        return sum;
    }

private:
    static qint64 failed(const Error &error)
    {
        qWarning("%s", qPrintable(error.message));
        return -1;
    }
    QTemporaryDir m_folder;
    Result<Workspace> m_workspace;
    JobContext m_job;
    int m_tables = 0;
};

/// The finding of this kind about many; a finding without a sentence where there is none.
inline Finding find(const QualityReport &report, FindingKind kind, FindingSubject subject, Severity least = Severity::Note)
{
    for (const Finding &finding : report.findings)
        if (finding.kind == kind && finding.subject == subject && finding.series.isEmpty() && finding.severity >= least)
            return finding;
    return {};
}

/// The findings about single series, by kind and subject: their keys.
inline QStringList singles(const QualityReport &report, FindingKind kind, FindingSubject subject)
{
    QStringList keys;
    for (const Finding &finding : report.findings)
        if (finding.kind == kind && finding.subject == subject && !finding.series.isEmpty())
            keys.append(finding.series);
    return keys;
}

} // namespace foretrail::test

/// Every finding counts as many rows as it leads to.
#define VERIFY_ROWS(shop, report)                                                                                      \
    do {                                                                                                               \
        for (const Finding &verified : (report).findings) {                                                            \
            const qint64 verifiedRows = (shop).countedRows(verified);                                                  \
            QVERIFY2(verifiedRows == verified.count, qPrintable(QStringLiteral("%1: %2 (%3 rows)")                     \
                                                            .arg(findingName(verified.kind), verified.sentence).arg(verifiedRows))); \
            QVERIFY2(!verified.remedy.isEmpty(), qPrintable(verified.sentence));                                       \
        }                                                                                                              \
    } while (false)
