#include "core/data/Import.h"

#include "core/base/Phrase.h"
#include "core/data/AdoptedSettings.h"
#include "core/data/FactWriter.h"
#include "core/data/ImportHistory.h"
#include "core/data/import/DateChoice.h"
#include "core/data/import/FileHash.h"
#include "core/data/import/ImportPace.h"
#include "core/data/import/PlanCheck.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/RowPipeline.h"
#include "core/data/import/RowSink.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>

namespace foretrail {
namespace {

struct ImportText { Q_DECLARE_TR_FUNCTIONS(foretrail::Import) };

/// So many rows without a readable one in the beginning mean that the plan is wrong, not the rows.
constexpr auto noteContext = "foretrail::Import";
constexpr qint64 hopelessRows = 20'000;
/// Of the time that an import takes; indexes and totals come after the last row.
constexpr qint64 readingShare = 800'000, closingShare = 200'000;

/// One import from its first row to the commit.
class Importer {
public:
    Importer(Workspace &workspace, const QString &path, const ImportPlan &plan, const QStringList &notes, JobContext &job, qint64 group)
        : m_workspace(workspace), m_path(path), m_plan(plan), m_job(job), m_group(group)
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
        Result<std::unique_ptr<RecordSource>> source = RecordSource::open(m_path, m_plan, &m_job);
        if (!source)
            return fail(source.error());
        FileHash hash(m_path, m_job);
        const Result<bool> isKnown = isKnownFile(hash);
        if (!isKnown)
            return fail(isKnown.error());
        Result<std::unique_ptr<FactWriter>> writer = FactWriter::begin(m_workspace, writerOptions(**source, *isKnown));
        if (!writer)
            return fail(writer.error());
        m_report.importId = (*writer)->importId().value;
        noteCurrency();
        if (Result<void> adopted = adoptSettings(m_workspace, m_plan); !adopted)
            return fail(adopted.error());
        RowParser rows = *parser;
        if (Result<void> read = readAll(**source, rows, **writer); !read)
            return fail(read.error());
        if (Result<void> sensible = checkOutcome(); !sensible)
            return fail(sensible.error());
        m_report.seconds = double(timer.elapsed()) / 1000;
        JobContext closing = m_job.part(readingShare, closingShare, readingShare + closingShare);
        const Result<void> committed = (*writer)->commit(m_report, m_plan.toJson(), shaOf(hash), closing);
        if (!committed)
            return fail(committed.error());
        m_job.report(readingShare + closingShare, readingShare + closingShare);
        m_report = (*writer)->entry();
        for (QString &note : m_report.notes)
            note = Phrase::shown(note);
        m_report.seconds = double(timer.elapsed()) / 1000;
        return m_report;
    }

private:
    /// The hash is there for one who asks first; it is made beside the import otherwise.
    QByteArray shaOf(FileHash &hash)
    {
        if (m_sha.isEmpty())
            m_sha = hash.wait();
        return m_sha;
    }

    /// Where rows are not told apart, a file counts once as a whole.
    Result<bool> isKnownFile(FileHash &hash)
    {
        if (m_plan.duplicates != DuplicateRule::None || m_plan.kind == SourceKind::Series || m_plan.kind == SourceKind::Attributes)
            return false;
        const Result<qint64> other = importOfFile(m_workspace, shaOf(hash), m_plan.part);
        if (!other)
            return fail(other.error());
        if (*other != 0 && m_plan.conflict == ConflictPolicy::Abort)
            return fail(ErrorCode::InvalidInput, ImportText::tr("%1 is there already as import %2, so nothing was stored. Take that import "
                                                          "back first.").arg(QFileInfo(m_path).fileName()).arg(*other));
        if (*other != 0)
            m_report.notes.append(Phrase::kept(noteContext, QT_TRANSLATE_NOOP("foretrail::Import", "%1 is there already as import %2: all its rows count as duplicates."),
                                               {QFileInfo(m_path).fileName(), QString::number(*other)}));
        return *other != 0;
    }

    FactWriterOptions writerOptions(const RecordSource &source, bool isKnown) const
    {
        constexpr qint64 usualRowBytes = 80;
        FactWriterOptions options;
        options.file = m_path;
        options.kind = m_report.kind;
        const bool isLog = m_plan.kind == SourceKind::Sales || m_plan.kind == SourceKind::Events;
        options.attributes = isLog ? attributesOf(m_plan) : QStringList();
        options.duplicates = m_plan.duplicates;
        options.isKnownFile = isKnown;
        options.part = m_plan.part;
        options.group = m_group;
        options.kindMeanings = m_plan.kindMeanings;
        options.hasClock = !isLog || hasClock(m_plan);
        options.expectedRows = source.fileBytes() / usualRowBytes;
        options.conflict = m_plan.conflict;
        options.isAlone = m_workspace.isUsedAlone();
        return options;
    }

    Result<void> readAll(RecordSource &source, RowParser &parser, FactWriter &writer)
    {
        const std::unique_ptr<RowSink> sink = RowSink::make(m_plan, writer, m_report);
        if (Result<void> ready = sink->prepare(); !ready)
            return ready;
        RowPipeline pipeline(source, parser, *sink);
        JobContext reading = m_job.part(0, readingShare, readingShare + closingShare);
        ImportPace pace(source.fileBytes(), reading);
        for (;;) {
            const Result<const ParsedBatch *> batch = pipeline.next();
            if (!batch)
                return fail(batch.error());
            if (!*batch)
                break;
            if (Result<void> kept = keepAll(**batch, *sink, writer); !kept)
                return kept;
            if (Result<void> going = mayGoOn(); !going)
                return going;
            pace.report((*batch)->consumedBytes, qint64((*batch)->size()));
        }
        if (Result<void> settled = sink->settle(m_job); !settled)
            return settled;
        sink->finish();
        noteClock(parser);
        m_report.notes += source.notes();
        noteRejects();
        return {};
    }

    void noteCurrency()
    {
        const Result<QString> kept = m_workspace.setting(QStringLiteral("currency"));
        if (kept && !kept->isEmpty() && !m_plan.currency.isEmpty() && *kept != m_plan.currency)
            m_report.notes.append(Phrase::kept(noteContext, QT_TRANSLATE_NOOP("foretrail::Import", "Amounts of this file are in %1, those of the workspace in %2, and are added up as they are. "
                                           "Keep each currency in a workspace of its own."), {m_plan.currency, *kept}));
    }

    void noteClock(const RowParser &parser)
    {
        if (const qint64 rows = parser.rowsWithoutClock(); rows > 0)
            m_report.notes.append(Phrase::kept(noteContext, QT_TRANSLATE_NOOP("foretrail::Import", "%1 rows have a date and no time of day: they count from the beginning of their day."),
                                               {QLocale().toString(rows)}));
        m_report.clockGaps = parser.clockGaps();
        m_report.clockOverlaps = parser.clockOverlaps();
        if (m_report.clockGaps + m_report.clockOverlaps > 0)
            m_report.notes += clockNotes(m_report.clockGaps, m_report.clockOverlaps, m_plan.timeZone);
    }

    /// A plan that fits few rows stores them without complaint; a person should know.
    void noteRejects()
    {
        if (m_report.rejected * 2 < m_report.read || m_report.firstRejects.isEmpty())
            return;
        const RejectedRow &first = m_report.firstRejects.constFirst();
        m_report.notes.prepend(Phrase::kept(noteContext, QT_TRANSLATE_NOOP("foretrail::Import", "Most rows were rejected: %1 of %2. The first, line %3: \"%4\" %5. Check how the file is read."),
                                            {QLocale().toString(m_report.rejected), QLocale().toString(m_report.read), QString::number(first.line), first.value, first.reason}));
    }

    Result<void> keepAll(const ParsedBatch &batch, RowSink &sink, FactWriter &writer)
    {
        for (size_t i = 0; i < batch.size(); ++i)
            if (Result<void> kept = keep(batch.row(i), sink, writer); !kept)
                return kept;
        return {};
    }

    Result<void> keep(const ParsedRow &row, RowSink &sink, FactWriter &writer)
    {
        if (!row.problem)
            return sink.store(row);
        const RowProblem &problem = *row.problem;
        const QString column = problem.column < 0 ? QString() : m_plan.columns.at(problem.column).name;
        return keepReject(writer, m_report, {row.line, column, problem.value, problem.reason, keptFields(row.fields, m_plan), 0, row.number});
    }

    Result<void> mayGoOn() const
    {
        if (m_job.stopRequested())
            return fail(Error::cancelled());
        if (m_report.rejected >= hopelessRows && m_report.rejected == m_report.read)
            return checkOutcome();
        return {};
    }

    Result<void> checkOutcome() const
    {
        if (m_report.read == 0)
            return fail(ErrorCode::InvalidInput, ImportText::tr("%1 has no rows: there is nothing to import.").arg(QFileInfo(m_path).fileName()));
        if (m_report.rejected < m_report.read)
            return {};
        const RejectedRow &first = m_report.firstRejects.front();
        const QString place = first.column.isEmpty() ? ImportText::tr("Line %1").arg(first.line)
                                                     : ImportText::tr("Line %1, column %2").arg(first.line).arg(first.column);
        return fail(ErrorCode::InvalidInput,
                    ImportText::tr("None of %1 rows of %2 could be read, so nothing was stored. %3: \"%4\" %5. Check the roles of the columns, "
                             "the date format and the delimiter.")
                        .arg(QLocale().toString(m_report.read), QFileInfo(m_path).fileName(), place, first.value, first.reason));
    }

    Workspace &m_workspace;
    QString m_path;
    ImportPlan m_plan;
    JobContext &m_job;
    qint64 m_group;
    ImportReport m_report;
    QByteArray m_sha;
};

} // namespace

Result<ImportPreview> settledPreview(const QString &path, const ImportPlan &plan, JobContext &job)
{
    Result<ImportPreview> preview = previewFile(path, plan, job);
    if (!preview)
        return fail(preview.error());
    if (!preview->blocker.isEmpty())
        return fail(ErrorCode::InvalidInput, preview->blocker);
    if (Result<void> settled = settleFormat(path, *preview, job); !settled)
        return fail(settled.error());
    return preview;
}

Result<ImportReport> importFile(Workspace &workspace, const QString &path, const ImportPlan &plan, JobContext &job, qint64 group)
{
    const Result<ImportPreview> preview = settledPreview(path, plan, job);
    if (!preview)
        return fail(preview.error());
    return Importer(workspace, path, preview->plan, preview->notes, job, group).run();
}

} // namespace foretrail
