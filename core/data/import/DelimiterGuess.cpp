#include "core/data/import/DelimiterGuess.h"

#include "core/data/import/DelimitedReader.h"
#include "core/data/import/LinesAbove.h"

#include <algorithm>
#include <array>

namespace foretrail {
namespace {

constexpr size_t lookedRows = 60;         ///< rows
constexpr size_t headBytesLooked = 1 << 20; ///< of the text, at most
constexpr size_t firstBytesLooked = 32 << 10;
constexpr qint64 enoughLinesLooked = 8 * lookedRows; ///< also where rows have line breaks in quotes
constexpr double regular = 0.95;
constexpr double clear = 2; ///< scores from here on are of regular tables

// A semicolon comes first since numbers with a decimal comma make commas regular too.
constexpr std::array delimiters{'\t', ';', '|', ',', ' '};

/// The first rows of a text that lies in memory.
SampleRows split(const QByteArray &text, char delimiter, int skipRows)
{
    SampleRows sample;
    Result<std::unique_ptr<ByteSource>> bytes = ByteSource::ofMemory(text, QString());
    Result<std::unique_ptr<TextSource>> source = bytes ? TextSource::over(std::move(*bytes), QStringLiteral("UTF-8")) : fail(bytes.error());
    if (!source)
        return sample;
    DelimitedReader reader(**source, delimiter);
    Record record;
    const Result<void> skipped = reader.skipLines(skipRows);
    Result<bool> more = skipped ? reader.next(record) : fail(skipped.error());
    for (; sample.rows.size() < lookedRows && more && *more; more = reader.next(record)) {
        sample.rows.emplace_back(record.fields.begin(), record.fields.end());
        sample.lines.push_back(record.line);
    }
    return sample;
}

Result<QByteArray> headText(const QString &path, const ImportPlan &plan, JobContext &job)
{
    const Result<std::unique_ptr<TextSource>> source = TextSource::open(path, plan.encoding, plan.part);
    if (!source)
        return fail(source.error());
    std::vector<char> text;
    bool hasMore = true;
    qint64 lines = 0;
    while (hasMore && text.size() < headBytesLooked && lines < enoughLinesLooked + plan.skipRows) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const size_t before = text.size();
        const Result<bool> more = (*source)->readMore(text, std::clamp(before, firstBytesLooked, headBytesLooked / 4));
        if (!more)
            return fail(more.error());
        hasMore = *more;
        lines += std::count(text.begin() + qsizetype(before), text.end(), '\n');
    }
    const QByteArray head(text.data(), qsizetype(text.size()));
    const qsizetype lastBreak = hasMore ? std::max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) : head.size();
    return lastBreak > 0 ? head.left(lastBreak) : head;
}

/// The rows without those above the table.
std::span<const std::vector<std::string>> tableOf(const SampleRows &sample, char delimiter)
{
    const qint64 above = linesAbove(sample, delimiter);
    const auto first = std::ranges::upper_bound(sample.lines, above);
    return std::span(sample.rows).subspan(size_t(first - sample.lines.begin()));
}

double scoreOf(std::span<const std::vector<std::string>> rows, char delimiter)
{
    const RowShape shape = rows.empty() ? RowShape{} : shapeOf(rows);
    if (shape.columns < 2)
        return 0;
    if (delimiter == ' ')
        return shape.share / 2;
    return shape.share < regular ? shape.share : clear + (delimiter == ',' ? 0 : 0.5);
}

struct Choice {
    char delimiter = ',';
    double score = 0;

    void consider(char other, double otherScore)
    {
        if (otherScore > score)
            *this = {other, otherScore};
    }
};

} // namespace

Result<char> guessDelimiter(const QString &path, const ImportPlan &plan, JobContext &job)
{
    const Result<QByteArray> head = headText(path, plan, job);
    if (!head)
        return fail(head.error());
    if (const char said = saidDelimiter({head->constData(), size_t(head->size())}))
        return said;
    Choice whole, belowTitles;
    for (const char delimiter : delimiters) {
        const SampleRows sample = split(*head, delimiter, plan.skipRows);
        whole.consider(delimiter, scoreOf(sample.rows, delimiter));
        belowTitles.consider(delimiter, scoreOf(tableOf(sample, delimiter), delimiter));
    }
    return whole.score >= clear || belowTitles.score < clear ? whole.delimiter : belowTitles.delimiter;
}

} // namespace foretrail
