#include "core/data/import/SampleRows.h"

#include "core/data/import/Encoding.h"
#include "core/data/import/RecordSource.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>

namespace foretrail {

RowShape shapeOf(std::span<const std::vector<std::string>> rows)
{
    std::map<size_t, size_t> counts;
    for (const auto &row : rows)
        ++counts[row.size()];
    RowShape shape;
    for (const auto &[columns, count] : counts) {
        const double share = double(count) / double(rows.size());
        if (share >= shape.share)
            shape = {columns, share};
    }
    return shape;
}

// A header says it. Without one most rows do; tables of series of different length have no such width but the widest.
size_t SampleRows::columns(bool hasHeader) const
{
    if (rows.empty())
        return 0;
    const RowShape usual = shapeOf(rows);
    const size_t widest = std::ranges::max(rows, {}, &std::vector<std::string>::size).size();
    if (usual.share < 0.5)
        return widest;
    return hasHeader ? std::max(usual.columns, rows.front().size()) : usual.columns;
}

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr qint64 partBytes = 4 << 20;      ///< what a look into the middle or at the tail reads at most
constexpr qint64 smallPacked = 2 << 20;    ///< packed files up to this size are read through
constexpr size_t mostUnpackedSample = 64 << 20;  ///< unless they hold more text than this

/// Reads rows until `wants` says that it has enough; false at the end of the rows.
template<class Wants>
Result<bool> readWhile(RecordSource &source, JobContext &job, Wants wants)
{
    Record record;
    for (;;) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<bool> more = source.next(record);
        if (!more || !*more)
            return more;
        if (!wants(record))
            return true;
    }
}

/// Keeps some rows of many, evenly spread, without knowing how many there will be.
class SpreadRows {
public:
    explicit SpreadRows(size_t most) : m_most(most) {}
    void look(std::vector<std::string> row)
    {
        if (m_seen++ % m_every != 0)
            return;
        m_rows.push_back(std::move(row));
        if (m_rows.size() < 2 * m_most)
            return;
        for (size_t i = 0; i < m_rows.size() / 2; ++i)
            m_rows[i] = std::move(m_rows[2 * i]);
        m_rows.resize(m_rows.size() / 2);
        m_every *= 2;
    }
    Rows take() { return std::move(m_rows); }

private:
    size_t m_most;
    size_t m_seen = 0;
    size_t m_every = 1;
    Rows m_rows;
};

void append(SampleRows &sample, Rows rows)
{
    std::ranges::move(rows, std::back_inserter(sample.rows));
}

/// Of rows read from the middle of a text, the first ones may be the rest of a quoted field.
Rows ofUsualWidth(Rows rows, size_t width)
{
    std::erase_if(rows, [width](const auto &row) { return row.size() != width; });
    return rows;
}

/// Reads on to the end of a small file.
Result<void> readRest(RecordSource &source, size_t rows, SampleRows &sample, JobContext &job)
{
    SpreadRows middle(rows);
    std::deque<std::vector<std::string>> tail;
    const Result<bool> read = readWhile(source, job, [&](const Record &record) {
        tail.emplace_back(record.fields.begin(), record.fields.end());
        if (tail.size() > rows) {
            middle.look(std::move(tail.front()));
            tail.pop_front();
        }
        return true;
    });
    if (!read)
        return fail(read.error());
    append(sample, middle.take());
    sample.tail = sample.rows.size();
    append(sample, {std::move_iterator(tail.begin()), std::move_iterator(tail.end())});
    return {};
}

qint64 bytesOfRows(size_t rows, qint64 taken, const SampleRows &sample)
{
    return qint64(rows + 2) * (taken / qint64(sample.rows.size()) + 1);
}

/// A file, or the text of a small packed table, which is unpacked once and then looked at here and there like a file.
struct Place {
    const QString &path;
    const ImportPlan &plan;
    QByteArray text{};    ///< empty: it is read from the file
    qint64 fileBytes = 0; ///< as ByteSource has them

    Result<std::unique_ptr<RecordSource>> open(const JobContext &job) const
    {
        return text.isEmpty() ? RecordSource::open(path, plan, &job) : RecordSource::ofText(text, path, plan, &job);
    }
    Result<std::unique_ptr<RecordSource>> openAt(qint64 offset) const
    {
        return text.isEmpty() ? RecordSource::openAt(path, plan, offset) : RecordSource::ofTextAt(text, path, plan, offset);
    }
};

Result<void> unpackSmall(Place &place, JobContext &job)
{
    if (place.plan.format != SourceFormat::Delimited)
        return {};
    const Result<std::unique_ptr<TextSource>> source = TextSource::open(place.path, place.plan.encoding, place.plan.part);
    if (!source)
        return fail(source.error());
    place.fileBytes = (*source)->bytes().fileBytes();
    if (!(*source)->bytes().isPacked() || place.fileBytes > smallPacked)
        return {};
    (*source)->bytes().stopWith(job.stopFlag());
    std::vector<char> text;
    Result<bool> more = true;
    while (more && *more && text.size() <= mostUnpackedSample)
        more = (*source)->readMore(text, std::clamp<size_t>(text.size(), 64 << 10, 1 << 20));
    if (!more)
        return fail(more.error());
    if (text.size() <= mostUnpackedSample)
        place.text = QByteArray(text.data(), qsizetype(text.size()));
    return {};
}

/// Rows from byte `offset` on: the first `rows`, or the last ones before the end.
Result<Rows> rowsFrom(const Place &place, qint64 offset, size_t rows, bool wantsLast, JobContext &job)
{
    Result<std::unique_ptr<RecordSource>> source = place.openAt(offset);
    if (!source)
        return fail(source.error());
    std::deque<std::vector<std::string>> kept;
    const Result<bool> read = readWhile(**source, job, [&](const Record &record) {
        kept.emplace_back(record.fields.begin(), record.fields.end());
        if (kept.size() > rows && wantsLast)
            kept.pop_front();
        return wantsLast || (kept.size() < rows && (*source)->consumedBytes() < partBytes);
    });
    if (!read)
        return fail(read.error());
    return Rows(std::move_iterator(kept.begin()), std::move_iterator(kept.end()));
}

/// Rows from the middle and the tail of a large text of so many bytes. Its first `taken` bytes are in the sample already.
Result<void> readParts(const Place &place, qint64 bytes, qint64 taken, size_t rows, SampleRows &sample, JobContext &job)
{
    const size_t width = shapeOf(sample.rows).columns;
    const qint64 partOfFile = bytesOfRows(rows, taken, sample);
    const qint64 tailFrom = bytes - std::min(partBytes, 2 * partOfFile);
    const qint64 middleFrom = std::min(std::max(bytes / 2, taken + taken / 2), tailFrom - partOfFile);
    for (const bool isTail : {false, true}) {
        Result<Rows> part = rowsFrom(place, isTail ? tailFrom : middleFrom, rows, isTail, job);
        if (!part && part.error().isCancelled())
            return fail(part.error());
        if (isTail)
            sample.tail = sample.rows.size();
        if (part) // what is wrong there the import will tell, with its line
            append(sample, ofUsualWidth(std::move(*part), width));
    }
    return {};
}

} // namespace

Result<SampleRows> readSample(const QString &path, const ImportPlan &plan, int rows, JobContext &job)
{
    Place place{path, plan};
    if (Result<void> unpacked = unpackSmall(place, job); !unpacked)
        return fail(unpacked.error());
    const Result<std::unique_ptr<RecordSource>> source = place.open(job);
    if (!source)
        return fail(source.error());
    SampleRows sample;
    sample.fileBytes = place.text.isEmpty() ? (*source)->fileBytes() : place.fileBytes;
    const Result<bool> more = readWhile(**source, job, [&](const Record &record) {
        sample.rows.emplace_back(record.fields.begin(), record.fields.end());
        sample.lines.push_back(record.line);
        return int(sample.rows.size()) < rows;
    });
    if (!more)
        return fail(more.error());
    sample.isWhole = !*more;
    sample.middle = sample.tail = sample.rows.size();
    if (sample.isWhole)
        return sample;
    const size_t some = size_t(rows) / 4;
    const qint64 bytes = (*source)->fileBytes(), taken = (*source)->takenBytes();
    const bool isLarge = bytes - taken - taken / 2 > 6 * bytesOfRows(some, taken, sample);
    Result<void> read;
    if ((*source)->canStartInside() && isLarge)
        read = readParts(place, bytes, taken, some, sample, job);
    else if ((*source)->canStartInside() || (bytes <= smallPacked && plan.format != SourceFormat::Delimited))
        read = readRest(**source, some, sample, job);
    if (!read)
        return fail(read.error());
    return sample;
}

} // namespace foretrail
