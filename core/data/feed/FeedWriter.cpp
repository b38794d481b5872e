#include "core/data/feed/FeedWriter.h"

#include "core/base/Phrase.h"
#include "core/data/AdoptedSettings.h"
#include "core/data/FactWriter.h"
#include "core/data/Fingerprints.h"
#include "core/data/ItemNames.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/RowSink.h"
#include "core/data/sqlite/Connection.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace foretrail {
namespace {

constexpr auto context = "foretrail::FeedWriter";
constexpr auto tooLongReason = QT_TRANSLATE_NOOP("foretrail::FeedWriter", "A line is longer than a row can be.");
constexpr auto tooWideReason = QT_TRANSLATE_NOOP("foretrail::FeedWriter", "The line has more columns than a row can have.");

constexpr qsizetype rowBytes = 80; ///< of a usual line
constexpr qint64 shortRows = 2000; ///< fewer are stored without reading all keys beforehand

/// What another writer changes when it stores, removes or brings back rows.
using StoredRows = std::array<qint64, 3>;
StoredRows storedRows(Connection &connection)
{
    Statement row = connection.prepare("SELECT coalesce(sum(events), 0), coalesce(max(id), 0), count(undone) FROM imports");
    row.step();
    return {row.integer(0), row.integer(1), row.integer(2)};
}

} // namespace

class FeedWriter::Impl {
public:
    Impl(Workspace &workspace, FeedState state, RowParser parser) : m_workspace(workspace), m_state(std::move(state)), m_parser(std::move(parser))
    {
        for (const ColumnPlan &column : m_state.plan.columns)
            m_header.push_back(column.name.toStdString());
        m_total.file = m_state.source;
        m_total.kind = sourceKindName(m_state.plan.kind);
    }

    const FeedState &state() const { return m_state; }
    const ImportReport &total() const { return m_total; }
    qint64 changesByOthers() const { return m_changesByOthers; }
    Result<ImportReport> store(const QByteArray &lines, const QJsonObject &position, qint64 tooLong, JobContext &job);

private:
    FactWriterOptions options(qsizetype bytes) const;
    Result<ImportReport> storeOnce(const QByteArray &lines, const QJsonObject &position, qint64 tooLong, JobContext &job);
    Result<void> takeLines(const QByteArray &lines, RowSink &sink, FactWriter &writer, ImportReport &report);
    Result<void> takePart(const QByteArray &lines, qint64 before, RowSink &sink, FactWriter &writer, ImportReport &report);
    Result<void> take(const Record &record, RowSink &sink, FactWriter &writer, ImportReport &report);
    Result<void> refuse(qint64 line, const QString &reason, FactWriter &writer, ImportReport &report);
    bool isTooWide(QByteArrayView line) const;
    bool isHeader(const Record &record) const;

    Workspace &m_workspace;
    FeedState m_state;
    RowParser m_parser;
    std::vector<std::string> m_header;
    ImportReport m_total; ///< importId 0: nothing is stored yet
    std::shared_ptr<KnownRows> m_known;
    std::shared_ptr<ItemNames> m_names = std::make_shared<ItemNames>(); ///< of this import
    StoredRows m_stored{}; ///< after the latest commit
    bool m_hasStored = false;
    qint64 m_changesByOthers = 0;
    ParsedBatch m_batch;
    qint64 m_rows = 0; ///< of this import, numbered
};

FactWriterOptions FeedWriter::Impl::options(qsizetype bytes) const
{
    const ImportPlan &plan = m_state.plan;
    const bool isLog = plan.kind == SourceKind::Sales || plan.kind == SourceKind::Events;
    FactWriterOptions options;
    options.file = m_state.source;
    options.kind = m_total.kind;
    options.attributes = isLog ? attributesOf(plan) : QStringList();
    options.expectedRows = bytes / rowBytes;
    options.conflict = plan.conflict;
    options.duplicates = plan.duplicates == DuplicateRule::None ? DuplicateRule::WholeRow : plan.duplicates; // a line may be sent twice
    options.kindMeanings = plan.kindMeanings;
    options.hasClock = !isLog || hasClock(plan);
    options.continued = m_total.importId;
    options.known = m_known;
    options.names = m_names;
    options.budget.isShort = m_total.importId != 0 && options.expectedRows < shortRows;
    return options;
}

Result<ImportReport> FeedWriter::Impl::store(const QByteArray &lines, const QJsonObject &position, qint64 tooLong, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<ImportReport> {
        const bool isChanged = m_hasStored && storedRows(connection) != m_stored;
        m_changesByOthers += isChanged;
        if (!m_known || !m_hasStored || isChanged)
            m_known = std::make_shared<KnownRows>(ImportBudget{});
        Statement undone = connection.prepare("SELECT EXISTS (SELECT 1 FROM imports WHERE id = ?1 AND undone IS NULL)");
        undone.bind(1, m_total.importId);
        if (undone.step() && undone.integer(0) == 0) { // taken back meanwhile: what comes now is another import
            m_total.importId = 0;
            m_names = std::make_shared<ItemNames>();
        }
        Result<ImportReport> stored = storeOnce(lines, position, tooLong, job);
        if (!stored) {
            m_known.reset(); // it knows rows that are not there
            m_names = std::make_shared<ItemNames>();
            return stored;
        }
        m_stored = storedRows(connection);
        m_hasStored = true;
        return stored;
    });
}

Result<ImportReport> FeedWriter::Impl::storeOnce(const QByteArray &lines, const QJsonObject &position, qint64 tooLong, JobContext &job)
{
    Result<std::unique_ptr<FactWriter>> writer = FactWriter::begin(m_workspace, options(lines.size()));
    if (!writer)
        return fail(writer.error());
    const bool isFirst = m_total.importId == 0;
    if (isFirst)
        if (Result<void> adopted = adoptSettings(m_workspace, m_state.plan); !adopted)
            return fail(adopted.error());
    ImportReport report;
    const qint64 breaks = std::count(lines.begin(), lines.end(), '\n'), rows = m_rows;
    const std::unique_ptr<RowSink> sink = RowSink::make(m_state.plan, **writer, report);
    Result<void> done = sink->prepare();
    if (done)
        done = takeLines(lines, *sink, **writer, report);
    for (qint64 i = 0; done && i < tooLong; ++i)
        done = refuse(m_state.lines, Phrase::kept(context, tooLongReason), **writer, report);
    if (done)
        done = sink->settle(job);
    if (!done) {
        m_rows = rows;
        return fail(done.error());
    }
    sink->finish();
    ImportReport total = isFirst ? ImportReport() : m_total;
    total.file = m_state.source;
    total.kind = m_total.kind;
    total.addCounts(report);
    total.notes.removeDuplicates();
    const QByteArray positionJson = QJsonDocument(position).toJson(QJsonDocument::Compact);
    done = (*writer)->keepPosition(m_state.id, positionJson, m_state.lines + breaks);
    if (done)
        done = (*writer)->commit(total, m_state.plan.toJson(), {}, job);
    if (!done) {
        m_rows = rows;
        return fail(done.error());
    }
    m_total = (*writer)->entry();
    m_total.importId = (*writer)->importId().value;
    m_state.position = position;
    m_state.lines += breaks;
    return report;
}

/// Lines that no reader takes are taken out: nobody else waits for them.
Result<void> FeedWriter::Impl::takeLines(const QByteArray &lines, RowSink &sink, FactWriter &writer, ImportReport &report)
{
    qsizetype first = 0;
    qint64 before = m_state.lines, line = before;
    for (qsizetype at = 0; at < lines.size(); ++line) {
        const qsizetype lineBreak = lines.indexOf('\n', at), end = lineBreak < 0 ? lines.size() : lineBreak + 1;
        if (isTooWide(QByteArrayView(lines).sliced(at, end - at))) {
            if (Result<void> taken = takePart(lines.sliced(first, at - first), before, sink, writer, report); !taken)
                return taken;
            if (Result<void> refused = refuse(line + 1, Phrase::kept(context, tooWideReason), writer, report); !refused)
                return refused;
            first = end;
            before = line + 1;
        }
        at = end;
    }
    return takePart(lines.sliced(first), before, sink, writer, report);
}

bool FeedWriter::Impl::isTooWide(QByteArrayView line) const
{
    return m_state.plan.format == SourceFormat::Delimited && line.size() > qsizetype(mostColumns)
        && size_t(std::count(line.begin(), line.end(), m_state.plan.delimiter)) + 1 > mostColumns;
}

Result<void> FeedWriter::Impl::takePart(const QByteArray &lines, qint64 before, RowSink &sink, FactWriter &writer, ImportReport &report)
{
    if (lines.isEmpty())
        return {};
    Result<std::unique_ptr<RecordSource>> source = RecordSource::ofLines(lines, m_state.source, m_state.plan);
    if (!source)
        return fail(source.error());
    Record record;
    for (;;) {
        const Result<bool> more = (*source)->next(record);
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        record.line += before;
        if (isHeader(record))
            continue;
        if (Result<void> taken = take(record, sink, writer, report); !taken)
            return taken;
    }
}

/// It comes again where a log begins a new file.
bool FeedWriter::Impl::isHeader(const Record &record) const
{
    return m_state.plan.hasHeader && record.fields.size() == m_header.size()
        && std::equal(record.fields.begin(), record.fields.end(), m_header.begin(), [](std::string_view field, const std::string &name) { return trimmed(field) == name; });
}

Result<void> FeedWriter::Impl::take(const Record &record, RowSink &sink, FactWriter &writer, ImportReport &report)
{
    m_parser.startAt(m_rows++);
    if (!m_parser.parse(record)) {
        const RowProblem &problem = m_parser.problem();
        const QString column = problem.column < 0 ? QString() : m_state.plan.columns[problem.column].name;
        return keepReject(writer, report, {record.line, column, problem.value, problem.reason, keptFields(record.fields, m_state.plan), 0, m_parser.rowNumber()});
    }
    m_batch.clear();
    m_batch.add(record, m_parser, sink.fingerprint(m_parser, record.fields.size()));
    return sink.store(m_batch.row(0));
}

Result<void> FeedWriter::Impl::refuse(qint64 line, const QString &reason, FactWriter &writer, ImportReport &report)
{
    return keepReject(writer, report, {line, {}, {}, reason, {}, 0, m_rows++});
}

FeedWriter::FeedWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

FeedWriter::~FeedWriter() = default;

Result<std::unique_ptr<FeedWriter>> FeedWriter::open(Workspace &workspace, const QString &source, const std::optional<ImportPlan> &plan)
{
    Result<FeedState> state = feedOf(workspace, source, plan);
    if (!state)
        return fail(state.error());
    const Result<RowParser> parser = RowParser::make(state->plan);
    if (!parser)
        return fail(parser.error());
    return std::unique_ptr<FeedWriter>(new FeedWriter(std::make_unique<Impl>(workspace, std::move(*state), *parser)));
}

const FeedState &FeedWriter::state() const { return m_impl->state(); }

Result<ImportReport> FeedWriter::store(const QByteArray &lines, const QJsonObject &position, qint64 tooLong, JobContext &job)
{
    return m_impl->store(lines, position, tooLong, job);
}

qint64 FeedWriter::changesByOthers() const { return m_impl->changesByOthers(); }

const ImportReport &FeedWriter::total() const { return m_impl->total(); }

} // namespace foretrail
