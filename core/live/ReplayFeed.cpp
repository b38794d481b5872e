#include "core/live/ReplayFeed.h"

#include "core/data/import/Encoding.h"
#include "core/data/import/RecordSource.h"
#include "core/data/import/RowParser.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>

namespace foretrail {
namespace {

constexpr int replayPollMs = 20;

} // namespace

ReplayFeed::ReplayFeed(const FeedSpec &spec, const ImportPlan &plan) : m_spec(spec), m_plan(plan)
{
    m_plan.encoding = QStringLiteral("UTF-8"); // what the text is led into
}

ReplayFeed::~ReplayFeed() = default;

Result<std::unique_ptr<ReplayFeed>> ReplayFeed::open(const FeedSpec &spec, const QJsonObject &position, const ImportPlan &plan, WaitingClock clock)
{
    std::unique_ptr<ReplayFeed> feed(new ReplayFeed(spec, plan));
    Result<std::unique_ptr<TextSource>> text = TextSource::open(spec.path, plan.encoding, plan.part);
    if (!text)
        return fail(text.error());
    feed->m_text = std::move(*text);
    Result<RowParser> parser = RowParser::make(feed->m_plan);
    if (!parser)
        return fail(parser.error());
    feed->m_parser = std::make_unique<RowParser>(std::move(*parser));
    if (Result<void> skipped = feed->skip(std::max(position[QStringLiteral("lines")].toInteger(), qint64(plan.skipRows))); !skipped)
        return fail(skipped.error());
    feed->m_clock = std::move(clock);
    feed->m_clock.start();
    return feed;
}

/// Reads on; false at the end. Whole lines that were read are behind m_at.
Result<bool> ReplayFeed::fill()
{
    m_read.erase(m_read.begin(), m_read.begin() + std::ptrdiff_t(m_at));
    m_at = 0;
    if (m_hasEnded)
        return false;
    const Result<bool> more = m_text->readMore(m_read, size_t(chunkBytes));
    if (!more)
        return fail(more.error());
    m_hasEnded = !*more;
    if (m_hasEnded && !m_read.empty() && m_read.back() != '\n')
        m_read.push_back('\n');
    return true;
}

Result<void> ReplayFeed::skip(qint64 lines)
{
    while (m_lines < lines) {
        const auto lineBreak = std::find(m_read.begin() + std::ptrdiff_t(m_at), m_read.end(), '\n');
        if (lineBreak != m_read.end()) {
            m_at = size_t(lineBreak - m_read.begin()) + 1;
            ++m_lines;
            continue;
        }
        const Result<bool> more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
    }
    return {};
}

std::optional<UtcMs> ReplayFeed::timeOf(QByteArrayView line)
{
    const QByteArray bytes = line.toByteArray();
    Result<std::unique_ptr<RecordSource>> source = RecordSource::ofLines(bytes, m_spec.path, m_plan);
    Record record;
    if (!source || !(*source)->next(record).value_or(false) || !m_parser->parse(record))
        return std::nullopt;
    return m_parser->rowTime();
}

bool ReplayFeed::isDue(QByteArrayView line)
{
    const std::optional<UtcMs> time = timeOf(line);
    if (!time)
        return true;
    if (!m_first) {
        m_first = *time;
        m_clock.start();
    }
    return double(*time - *m_first) <= m_spec.speed * double(m_clock.elapsed());
}

void ReplayFeed::takeDue(FeedChunk &chunk)
{
    while (chunk.lines.size() < chunkBytes) {
        const auto lineBreak = std::find(m_read.begin() + std::ptrdiff_t(m_at), m_read.end(), '\n');
        if (lineBreak == m_read.end())
            return;
        const size_t end = size_t(lineBreak - m_read.begin()) + 1;
        const QByteArrayView line(m_read.data() + m_at, qsizetype(end - m_at));
        if (m_spec.speed > 0 && !isDue(line))
            return;
        chunk.lines += line;
        m_at = end;
        ++m_lines;
    }
}

Result<FeedChunk> ReplayFeed::next(int waitMs)
{
    FeedChunk chunk;
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        takeDue(chunk);
        if (!chunk.isEmpty())
            break;
        const bool hasLine = std::find(m_read.begin() + std::ptrdiff_t(m_at), m_read.end(), '\n') != m_read.end();
        if (!hasLine) {
            const Result<bool> more = fill();
            if (!more)
                return fail(more.error());
            if (*more)
                continue;
            chunk.hasEnded = true;
        }
        if (chunk.hasEnded || waited.elapsed() >= waitMs)
            break;
        if (hasLine)
            QThread::msleep(replayPollMs);
    }
    chunk.position = {{QStringLiteral("lines"), m_lines}};
    return chunk;
}

} // namespace foretrail
