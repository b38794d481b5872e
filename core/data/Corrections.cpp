#include "core/data/ImportHistory.h"

#include "core/data/FactWriter.h"
#include "core/data/RejectFields.h"
#include "core/data/import/RowSink.h"
#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <optional>

namespace foretrail {
namespace {

struct CorrectionsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Corrections) };

/// What the ledger keeps of an import that gets more rows.
struct CorrectedImport {
    ImportReport report;
    ImportPlan plan;
    QJsonObject planJson;
    QByteArray sha256;
};

Result<CorrectedImport> correctedImport(Connection &connection, qint64 id)
{
    Statement row = connection.prepare("SELECT report, plan, sha256, file, kind, undone FROM imports WHERE id = ?1");
    row.bind(1, id);
    if (!row.step())
        return fail(ErrorCode::NotFound, CorrectionsText::tr("There is no import %1. The ledger lists those that there are.").arg(id));
    if (!row.isNull(5))
        return fail(ErrorCode::InvalidInput, CorrectionsText::tr("Import %1 is taken back. Bring it back before its rows are corrected.").arg(id));
    CorrectedImport entry;
    entry.report = ImportReport::fromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
    entry.planJson = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
    entry.sha256 = row.text(2).toUtf8();
    entry.report.file = row.text(3);
    entry.report.kind = row.text(4);
    Result<ImportPlan> plan = ImportPlan::fromJson(entry.planJson);
    if (!plan || plan->columns.isEmpty())
        return fail(ErrorCode::InvalidInput, CorrectionsText::tr("How the rows of import %1 are read was not kept, so they cannot be corrected. "
                                                      "Take it back and import the corrected file.").arg(id));
    entry.plan = std::move(*plan);
    return entry;
}

FactWriterOptions optionsOf(const CorrectedImport &entry, qint64 id, const ImportBudget &budget)
{
    FactWriterOptions options;
    options.budget = budget;
    const bool isLog = entry.plan.kind == SourceKind::Sales || entry.plan.kind == SourceKind::Events;
    options.file = entry.report.file;
    options.kind = entry.report.kind;
    options.attributes = isLog ? attributesOf(entry.plan) : QStringList();
    options.expectedRows = 1;
    options.conflict = entry.plan.conflict;
    options.duplicates = entry.plan.duplicates;
    options.kindMeanings = entry.plan.kindMeanings;
    options.hasClock = !isLog || hasClock(entry.plan);
    options.continued = id;
    return options;
}

/// A row of texts as a reader would have given it.
class FedRow {
public:
    FedRow(qint64 line, const QStringList &fields)
    {
        m_record.line = line;
        for (const QString &field : fields)
            m_texts.push_back(field.toStdString());
        refer();
    }
    /// Empties the values of a series but for one.
    void keepOnlyValue(const ImportPlan &plan, int column)
    {
        for (int other : plan.columnsOf(Role::Value))
            if (other != column && size_t(other) < m_texts.size())
                m_texts[size_t(other)].clear();
        refer();
    }
    const Record &record() const { return m_record; }

private:
    void refer()
    {
        m_record.fields.clear();
        for (const std::string &field : m_texts)
            m_record.fields.emplace_back(field);
    }

    std::vector<std::string> m_texts;
    Record m_record;
};

/// Feeds rejected rows again, one by one.
class Feeder {
public:
    Feeder(Connection &connection, qint64 import, const CorrectedImport &entry, RowParser parser, FactWriter &writer)
        : m_import(import), m_plan(entry.plan), m_parser(std::move(parser)),
          m_find(connection.prepare("SELECT line, column_name, row_number, fields FROM rejects WHERE rowid = ?1 AND import_id = ?2")),
          m_remove(connection.prepare("DELETE FROM rejects WHERE rowid = ?1")),
          m_keep(connection.prepare("UPDATE rejects SET column_name = ?2, value = ?3, reason = ?4, fields = ?5 WHERE rowid = ?1")),
          m_fields(connection, import), m_sink(RowSink::make(entry.plan, writer, m_fed))
    {
    }

    Result<void> feed(const Correction &correction)
    {
        m_find.reset();
        m_find.bind(1, correction.rejectId);
        m_find.bind(2, m_import);
        if (!m_find.step())
            return fail(ErrorCode::NotFound, CorrectionsText::tr("A corrected row is no rejected row of import %1 any more. Look at the list again.")
                                                 .arg(m_import));
        const RejectPlace place{correction.rejectId, m_find.integer(0), m_find.integer(2)};
        const QString own = m_find.text(3);
        const int cell = valueColumn(m_find.text(1));
        m_find.reset();
        FedRow row(place.line, correction.fields);
        if (place.number >= 0)
            m_parser.startAt(place.number);
        if (cell >= 0)
            row.keepOnlyValue(m_plan, cell);
        ++m_taken;
        if (!m_parser.parse(row.record()))
            return keep(correction, m_parser.problem(), place, own);
        if (!m_parser.badCells().empty())
            return keep(correction, m_parser.badCells().front(), place, own);
        m_fields.handOn(place, own);
        m_remove.bind(1, correction.rejectId);
        m_remove.run();
        return store(row.record(), cell >= 0);
    }

    /// Rows that were put aside, because nobody could tell at once whether they are there already, find their place.
    Result<void> settle(JobContext &job) { return m_sink->settle(job); }

    /// The report of the import with what became of these rows in place of their rejects.
    ImportReport finish(ImportReport report)
    {
        m_sink->finish();
        report.addCounts(m_fed);
        report.read -= m_taken;
        report.rejected -= m_taken;
        report.corrected += m_fed.stored;
        report.firstRejects.clear();
        return report;
    }

private:
    /// The column of a table of series whose cell was rejected; -1 where the row was.
    int valueColumn(const QString &name) const
    {
        if (m_plan.kind == SourceKind::Series)
            for (int column : m_plan.columnsOf(Role::Value))
                if (m_plan.columns[column].name == name)
                    return column;
        return -1;
    }

    Result<void> store(const Record &record, bool isCell)
    {
        const qint64 before = m_fed.read;
        m_batch.clear();
        m_batch.add(record, m_parser, m_sink->fingerprint(m_parser, record.fields.size()));
        const Result<void> stored = m_sink->store(m_batch.row(0));
        // The emptied neighbours of a cell were counted when the file was imported.
        if (isCell && m_plan.layout == SeriesLayout::Long && m_fed.read - before > 1) {
            const qint64 neighbours = m_plan.columnsOf(Role::Value).size() - 1;
            m_fed.read -= neighbours;
            m_fed.filtered -= neighbours;
        }
        return stored;
    }

    /// Still wrong: the row keeps its new text with its new reason.
    Result<void> keep(const Correction &correction, const RowProblem &problem, const RejectPlace &place, const QString &own)
    {
        m_fields.handOn(place, m_fields.json(place, own));
        const QString fields = fieldsJson(correction.fields);
        m_keep.bind(1, correction.rejectId);
        m_keep.bind(2, problem.column < 0 ? QString() : m_plan.columns[problem.column].name);
        m_keep.bind(3, problem.value);
        m_keep.bind(4, problem.reason);
        m_keep.bind(5, fields);
        m_keep.run();
        ++m_fed.read;
        ++m_fed.rejected;
        return {};
    }

    qint64 m_import;
    ImportPlan m_plan;
    RowParser m_parser;
    Statement m_find, m_remove, m_keep;
    RejectFields m_fields;
    ImportReport m_fed;
    std::unique_ptr<RowSink> m_sink;
    ParsedBatch m_batch;
    qint64 m_taken = 0;
};

Result<void> feedAll(Connection &connection, qint64 id, const CorrectedImport &entry, const QList<Correction> &corrections, JobContext &job,
                     FactWriter &writer)
{
    const Result<RowParser> parser = RowParser::make(entry.plan);
    if (!parser)
        return fail(parser.error());
    std::optional<Feeder> feeder(std::in_place, connection, id, entry, *parser, writer);
    for (qsizetype i = 0; i < corrections.size(); ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(i, corrections.size(), CorrectionsText::tr("Feeding corrected rows"));
        if (Result<void> fed = feeder->feed(corrections[i]); !fed)
            return fed;
    }
    if (Result<void> settled = feeder->settle(job); !settled)
        return settled;
    const ImportReport report = feeder->finish(entry.report);
    feeder.reset(); // its statements end before the transaction does
    return writer.commit(report, entry.planJson, entry.sha256, job);
}

} // namespace

Result<ImportReport> feedAgain(Workspace &workspace, qint64 importId, const QList<Correction> &corrections, JobContext &job,
                               const ImportBudget &budget)
{
    Connection &connection = workspace.connection();
    const Result<void> fed = connection.guarded([&]() -> Result<void> {
        const Result<CorrectedImport> entry = correctedImport(connection, importId);
        if (!entry)
            return fail(entry.error());
        Result<std::unique_ptr<FactWriter>> writer = FactWriter::begin(workspace, optionsOf(*entry, importId, budget));
        if (!writer)
            return fail(writer.error());
        return feedAll(connection, importId, *entry, corrections, job, **writer);
    });
    return fed ? importReport(workspace, importId) : fail(fed.error());
}

} // namespace foretrail
