#include "core/data/Import.h"

#include "core/data/FactWriter.h"
#include "core/data/import/DateChoice.h"
#include "core/data/import/FileHash.h"
#include "core/data/import/PlanCheck.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/RowSink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::Import) };

/// So many rows without a readable one in the beginning mean that the plan is wrong, not the rows.
constexpr qint64 hopelessRows = 20'000;

/// The first log of a workspace brings the clock that its days are cut by.
Result<void> adoptZone(Workspace &workspace, const ImportPlan &plan)
{
    const Result<DataSummary> before = workspace.data().summary();
    if (!before || before->events > 0 || plan.kind == SourceKind::Series)
        return {};
    return workspace.setSetting(QStringLiteral("timeZone"), plan.timeZone);
}

/// One import from its first row to the commit.
class Importer {
public:
    Importer(Workspace &workspace, const QString &path, const ImportPlan &plan, const QStringList &notes, JobContext &job)
        : m_workspace(workspace), m_path(path), m_plan(plan), m_job(job)
    {
        m_report.file = path;
        m_report.part = plan.part;
        m_report.kind = sourceKindName(plan.kind);
        m_report.notes = notes;
    }

    Result<ImportReport> run()
    {
        QElapsedTimer timer;
        timer.start();
        const Result<RowParser> parser = RowParser::make(m_plan);
        if (!parser)
            return fail(parser.error());
        Result<std::unique_ptr<RecordSource>> source = RecordSource::open(m_path, m_plan);
        if (!source)
            return fail(source.error());
        FileHash hash(m_path, m_job);
        Result<std::unique_ptr<FactWriter>> writer = FactWriter::begin(m_workspace, writerOptions(**source));
        if (!writer)
            return fail(writer.error());
        m_report.importId = (*writer)->importId().value;
        if (Result<void> adopted = adoptZone(m_workspace, m_plan); !adopted)
            return fail(adopted.error());
        RowParser rows = *parser;
        if (Result<void> read = readAll(**source, rows, **writer); !read)
            return fail(read.error());
        if (Result<void> sensible = checkOutcome(); !sensible)
            return fail(sensible.error());
        m_report.seconds = double(timer.elapsed()) / 1000;
        const Result<void> committed = (*writer)->commit(m_report, m_plan.toJson(), hash.wait(), m_job);
        if (!committed)
            return fail(committed.error());
        m_report.seconds = double(timer.elapsed()) / 1000;
        return m_report;
    }

private:
    FactWriterOptions writerOptions(const RecordSource &source) const
    {
        constexpr qint64 usualRowBytes = 80;
        FactWriterOptions options;
        options.file = m_path;
        options.kind = m_report.kind;
        options.attributes = m_plan.kind == SourceKind::Series ? QStringList() : attributesOf(m_plan);
        options.expectedRows = source.fileBytes() / usualRowBytes;
        options.conflict = m_plan.conflict;
        return options;
    }

    Result<void> readAll(RecordSource &source, RowParser &parser, FactWriter &writer)
    {
        const std::unique_ptr<RowSink> sink = RowSink::make(m_plan, writer, m_report);
        Record record;
        bool isHeader = m_plan.hasHeader;
        for (qint64 rows = 0;; ++rows) {
            const Result<bool> more = source.next(record);
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            if (std::exchange(isHeader, false))
                continue;
            if (Result<void> kept = keep(record, parser, *sink, writer); !kept)
                return kept;
            if (rows % 512 == 0)
                if (Result<void> going = pause(source, rows); !going)
                    return going;
        }
        sink->finish();
        noteClock(parser);
        noteRejects();
        return {};
    }

    void noteClock(const RowParser &parser)
    {
        m_report.clockGaps = parser.clockGaps();
        m_report.clockOverlaps = parser.clockOverlaps();
        if (m_report.clockGaps + m_report.clockOverlaps > 0)
            m_report.notes.append(clockNote(m_report.clockGaps, m_report.clockOverlaps, m_plan.timeZone));
    }

    /// A plan that fits few rows stores them without complaint; a person should know.
    void noteRejects()
    {
        if (m_report.rejected * 2 < m_report.read || m_report.firstRejects.isEmpty())
            return;
        const RejectedRow &first = m_report.firstRejects.front();
        m_report.notes.prepend(Text::tr("Most rows were rejected: %1 of %2. The first, line %3: \"%4\" %5. Check how the file is read.")
                                   .arg(QLocale().toString(m_report.rejected), QLocale().toString(m_report.read))
                                   .arg(first.line).arg(first.value, first.reason));
    }

    Result<void> keep(const Record &record, RowParser &parser, RowSink &sink, FactWriter &writer)
    {
        if (parser.parse(record))
            return sink.store(record, parser);
        const RowProblem &problem = parser.problem();
        const QString column = problem.column < 0 ? QString() : m_plan.columns[problem.column].name;
        return keepReject(writer, m_report, {record.line, column, problem.value, problem.reason});
    }

    Result<void> pause(const RecordSource &source, qint64 rows)
    {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        if (m_report.rejected >= hopelessRows && m_report.rejected == m_report.read)
            return checkOutcome();
        m_job.report(source.consumedBytes(), source.fileBytes(), Text::tr("row %1").arg(QLocale().toString(rows)));
        return {};
    }

    Result<void> checkOutcome() const
    {
        if (m_report.read == 0)
            return fail(ErrorCode::InvalidInput, Text::tr("%1 has no rows: there is nothing to import.").arg(QFileInfo(m_path).fileName()));
        if (m_report.rejected < m_report.read)
            return {};
        const RejectedRow &first = m_report.firstRejects.front();
        const QString place = first.column.isEmpty() ? Text::tr("Line %1").arg(first.line)
                                                     : Text::tr("Line %1, column %2").arg(first.line).arg(first.column);
        return fail(ErrorCode::InvalidInput,
                    Text::tr("None of %1 rows of %2 could be read, so nothing was stored. %3: \"%4\" %5. Check the roles of the columns, "
                             "the date format and the delimiter.")
                        .arg(QLocale().toString(m_report.read), QFileInfo(m_path).fileName(), place, first.value, first.reason));
    }

    Workspace &m_workspace;
    QString m_path;
    ImportPlan m_plan;
    JobContext &m_job;
    ImportReport m_report;
};

} // namespace

Result<ImportReport> importFile(Workspace &workspace, const QString &path, const ImportPlan &plan, JobContext &job)
{
    Result<ImportPreview> preview = previewFile(path, plan, job);
    if (!preview)
        return fail(preview.error());
    if (!preview->blocker.isEmpty())
        return fail(ErrorCode::InvalidInput, preview->blocker);
    if (Result<void> settled = settleFormat(path, *preview, job); !settled)
        return fail(settled.error());
    return Importer(workspace, path, preview->plan, preview->notes, job).run();
}

} // namespace foretrail
