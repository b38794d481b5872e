#include "core/data/import/SampleRows.h"

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
    append(sample, {tail.begin(), tail.end()});
    return {};
}

qint64 bytesOfRows(size_t rows, qint64 taken, const SampleRows &sample)
{
    return qint64(rows + 2) * (taken / qint64(sample.rows.size()) + 1);
}

/// Rows from byte `offset` on: the first `rows`, or the last ones before the end.
Result<Rows> rowsFrom(const QString &path, const ImportPlan &plan, qint64 offset, size_t rows, bool wantsLast, JobContext &job)
{
    Result<std::unique_ptr<RecordSource>> source = RecordSource::openAt(path, plan, offset);
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
    return Rows(kept.begin(), kept.end());
}

/// Rows from the middle and the tail of a large file. Its first `taken` bytes are in the sample already.
Result<void> readParts(const QString &path, const ImportPlan &plan, qint64 taken, size_t rows, SampleRows &sample, JobContext &job)
{
    const size_t width = shapeOf(sample.rows).columns;
    const qint64 partOfFile = bytesOfRows(rows, taken, sample);
    const qint64 tailFrom = sample.fileBytes - std::min(partBytes, 2 * partOfFile);
    const qint64 middleFrom = std::min(std::max(sample.fileBytes / 2, taken + taken / 2), tailFrom - partOfFile);
    for (const bool isTail : {false, true}) {
        Result<Rows> part = rowsFrom(path, plan, isTail ? tailFrom : middleFrom, rows, isTail, job);
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
    const Result<std::unique_ptr<RecordSource>> source = RecordSource::open(path, plan, &job);
    if (!source)
        return fail(source.error());
    SampleRows sample;
    sample.fileBytes = (*source)->fileBytes();
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
    const qint64 taken = (*source)->takenBytes();
    const bool isLarge = sample.fileBytes - taken - taken / 2 > 6 * bytesOfRows(some, taken, sample);
    Result<void> read;
    if ((*source)->canStartInside() && isLarge)
        read = readParts(path, plan, taken, some, sample, job);
    else if (sample.fileBytes <= smallPacked || (*source)->canStartInside())
        read = readRest(**source, some, sample, job);
    if (!read)
        return fail(read.error());
    return sample;
}

} // namespace foretrail
