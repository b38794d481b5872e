#include "core/data/import/RowPipeline.h"

#include "core/data/import/RowSink.h"

#include <QCoreApplication>

#include <new>

namespace foretrail {
namespace {

struct RowPipelineText { Q_DECLARE_TR_FUNCTIONS(foretrail::RowPipeline) };

constexpr int batches = 6; ///< a few hundred kilobytes each

} // namespace

RowPipeline::RowPipeline(RecordSource &source, RowParser &parser, RowSink &sink)
    : m_source(source), m_parser(parser), m_sink(sink)
{
    const QList<ColumnPlan> &columns = parser.plan().columns;
    for (qsizetype column = 0; column < columns.size(); ++column)
        if (sink.isCoded(columns[column].role))
            m_coded.push_back({size_t(column)});
    std::optional<std::vector<size_t>> texts;
    if (!sink.needsFields())
        texts.emplace();
    for (const CodedColumn &coded : m_coded)
        if (texts)
            texts->push_back(coded.column);
    for (int i = 0; i < batches; ++i)
        m_free.push_back(std::make_unique<ParsedBatch>(texts));
    m_thread = std::thread([this] { work(); });
}

RowPipeline::~RowPipeline() { end(); }

void RowPipeline::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

// Whatever happens over there must reach the one who waits for rows.
void RowPipeline::work()
{
    std::optional<Error> error;
    try {
        if (const Result<void> read = readAll(); !read)
            error = read.error();
    } catch (const std::bad_alloc &) {
        error = Error{ErrorCode::Internal, RowPipelineText::tr("There is not enough memory to read the rows."), {}};
    } catch (const std::exception &exception) {
        error = Error{ErrorCode::Internal, RowPipelineText::tr("The rows could not be read."), QString::fromUtf8(exception.what())};
    }
    {
        const std::lock_guard lock(m_mutex);
        m_error = error;
        m_hasEnded = true;
    }
    m_changed.notify_all();
}

Result<void> RowPipeline::readAll()
{
    Record record;
    std::unique_ptr<ParsedBatch> batch = takeFree();
    bool isHeader = m_parser.plan().hasHeader;
    while (batch) {
        const Result<bool> more = m_source.next(record);
        if (!more || !*more) {
            hand(batch);
            return more ? Result<void>() : Result<void>(fail(more.error()));
        }
        if (std::exchange(isHeader, false))
            continue;
        if (!batch->hasRoom(record, size_t(m_parser.plan().columns.size()))) {
            if (!hand(batch))
                break;
            batch = takeFree();
            if (!batch)
                break;
        }
        parse(record, *batch); // cppcheck-suppress nullPointerRedundantCheck ; the loop goes on only with a batch
    }
    return {};
}

void RowPipeline::parse(const Record &record, ParsedBatch &batch)
{
    if (!m_parser.parse(record))
        return batch.addProblem(record, m_parser);
    giveCodes();
    batch.add(record, m_parser, m_sink.fingerprint(m_parser, record.fields.size()));
}

void RowPipeline::giveCodes()
{
    for (CodedColumn &coded : m_coded) {
        const ParsedCell &cell = m_parser.cells()[coded.column];
        CellNote &note = m_parser.notes()[coded.column];
        if (note.code == 0 && !cell.text.empty())
            note.code = coded.codes.of(cell.text);
    }
}

std::unique_ptr<ParsedBatch> RowPipeline::takeFree()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_isStopped || !m_free.empty(); });
    if (m_isStopped)
        return nullptr;
    std::unique_ptr<ParsedBatch> batch = std::move(m_free.back());
    m_free.pop_back();
    lock.unlock();
    batch->clear();
    return batch;
}

bool RowPipeline::hand(std::unique_ptr<ParsedBatch> &batch)
{
    if (batch->isEmpty())
        return true;
    batch->consumedBytes = m_source.consumedBytes();
    m_sink.recognise(*batch);
    const std::lock_guard lock(m_mutex);
    m_full.push_back(std::move(batch));
    m_changed.notify_all();
    return !m_isStopped;
}

void RowPipeline::giveBack()
{
    if (!m_current)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(m_current));
    }
    m_changed.notify_all();
}

Result<const ParsedBatch *> RowPipeline::next()
{
    giveBack();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_hasEnded || !m_full.empty(); });
    if (!m_full.empty()) {
        m_current = std::move(m_full.front());
        m_full.erase(m_full.begin());
        return m_current.get();
    }
    const std::optional<Error> error = m_error;
    lock.unlock();
    end();
    if (error)
        return fail(*error);
    return nullptr;
}

} // namespace foretrail
