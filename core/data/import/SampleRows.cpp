#include "core/data/import/SampleRows.h"

#include "core/data/import/DelimitedReader.h"

#include <algorithm>
#include <map>

namespace foretrail {
namespace {

struct Shape {
    size_t columns = 1; ///< that most rows have
    double share = 0;   ///< of the rows that have them
};

Shape shapeOf(const SampleRows &sample)
{
    std::map<size_t, size_t> counts;
    for (const auto &row : sample.rows)
        ++counts[row.size()];
    Shape shape;
    for (const auto &[columns, count] : counts) {
        const double share = double(count) / double(sample.rows.size());
        if (share >= shape.share)
            shape = {columns, share};
    }
    return shape;
}

} // namespace

// A header says it. Without one most rows do; tables of series of different length have no such width but the widest.
size_t SampleRows::columns(bool hasHeader) const
{
    if (rows.empty())
        return 0;
    const Shape usual = shapeOf(*this);
    const size_t widest = std::ranges::max(rows, {}, &std::vector<std::string>::size).size();
    if (usual.share < 0.5)
        return widest;
    return hasHeader ? std::max(usual.columns, rows.front().size()) : usual.columns;
}

Result<SampleRows> readSample(const QString &path, const QString &encoding, char delimiter, int rows, JobContext &job)
{
    Result<std::unique_ptr<TextSource>> source = TextSource::open(path, encoding);
    if (!source)
        return fail(source.error());
    SampleRows sample;
    sample.fileBytes = (*source)->bytes().fileBytes();
    DelimitedReader reader(**source, delimiter);
    Record record;
    while (int(sample.rows.size()) < rows) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<bool> more = reader.next(record);
        if (!more)
            return fail(more.error());
        if (!*more) {
            sample.isWhole = true;
            break;
        }
        sample.rows.emplace_back(record.fields.begin(), record.fields.end());
    }
    return sample;
}

Result<char> guessDelimiter(const QString &path, const QString &encoding, JobContext &job)
{
    constexpr int looked = 60;
    constexpr double regular = 0.95;
    // A semicolon comes first since numbers with a decimal comma make commas regular too.
    char best = ',';
    double bestScore = 0;
    for (const char delimiter : {'\t', ';', '|', ',', ' '}) {
        const Result<SampleRows> sample = readSample(path, encoding, delimiter, looked, job);
        if (!sample)
            return fail(sample.error());
        if (sample->rows.empty())
            continue;
        const Shape shape = shapeOf(*sample);
        if (shape.columns < 2)
            continue;
        const double score = shape.share >= regular && delimiter != ' ' ? 2 + (delimiter == ',' ? 0 : 0.5)
            : delimiter == ' '                                          ? shape.share / 2
                                                                        : shape.share;
        if (score > bestScore) {
            bestScore = score;
            best = delimiter;
        }
    }
    return best;
}

} // namespace foretrail
