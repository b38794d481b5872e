#include "core/data/import/DateReferee.h"

#include "core/data/import/RecordSource.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/DateFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::DateReferee) };

constexpr qint64 looked = 64 << 20; ///< bytes of the file
constexpr qint64 dayMs = 86'400'000;

struct Candidate {
    QString name;
    DateFormat format;
    qint64 failures = 0;
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = std::numeric_limits<qint64>::min();
    quint64 readings = 0; ///< equal for formats that read every row as the same moment

    void read(std::string_view text)
    {
        const auto moment = format.read(text);
        if (!moment) {
            ++failures;
            return;
        }
        first = std::min(first, moment->ms);
        last = std::max(last, moment->ms);
        readings = (readings ^ quint64(moment->ms)) * 0x100000001b3ULL;
    }
    QString span() const
    {
        return QStringLiteral("%1 – %2").arg(formatTime(floorToStep(first, Step::Day), Step::Day),
                                             formatTime(floorToStep(last, Step::Day), Step::Day));
    }
};

Result<void> readColumn(const QString &path, const ImportPlan &plan, std::vector<Candidate> &candidates, JobContext &job)
{
    Result<std::unique_ptr<RecordSource>> source = RecordSource::open(path, plan);
    if (!source)
        return fail(source.error());
    const size_t time = size_t(plan.columnOf(Role::Time));
    Record record;
    bool isHeader = plan.hasHeader;
    for (;;) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<bool> more = (*source)->next(record);
        if (!more)
            return fail(more.error());
        if (!*more || (*source)->consumedBytes() > looked)
            return {};
        if (std::exchange(isHeader, false) || record.fields.size() <= time)
            continue;
        const std::string_view text = trimmed(record.fields[time]);
        if (!isNullWord(text))
            for (Candidate &candidate : candidates)
                candidate.read(text);
    }
}

void keepDistinct(std::vector<Candidate> &candidates)
{
    const qint64 fewest = std::ranges::min(candidates, {}, &Candidate::failures).failures;
    std::erase_if(candidates, [fewest](const Candidate &candidate) { return candidate.failures > fewest; });
    std::vector<Candidate> distinct;
    for (const Candidate &candidate : candidates)
        if (std::ranges::find(distinct, candidate.readings, &Candidate::readings) == distinct.end())
            distinct.push_back(candidate);
    candidates = std::move(distinct);
}

std::vector<Candidate> candidatesOf(const std::vector<QString> &formats)
{
    std::vector<Candidate> candidates;
    for (const QString &name : formats)
        if (Result<DateFormat> format = DateFormat::compile(name))
            candidates.push_back({name, std::move(*format)});
    return candidates;
}

DateVerdict verdictOf(std::vector<Candidate> candidates, const QString &column)
{
    if (candidates.empty())
        return {};
    keepDistinct(candidates);
    // Only days matter: a span of hours says nothing.
    std::ranges::stable_sort(candidates, {}, [](const Candidate &c) { return c.last < c.first ? 0 : (c.last - c.first) / dayMs; });
    DateVerdict verdict{candidates.front().name, {}, {}};
    for (size_t i = 1; i < candidates.size(); ++i)
        verdict.alternatives.append(candidates[i].name);
    if (candidates.size() > 1)
        verdict.reason = Text::tr("%1 fits as %2 (%3) and as %4 (%5). %2 is taken, since the days then lie closer together; "
                                  "change the date format if that is wrong.")
                             .arg(column, candidates[0].name, candidates[0].span(), candidates[1].name, candidates[1].span());
    return verdict;
}

} // namespace

Result<DateVerdict> judgeDates(const QString &path, const ImportPlan &plan, const std::vector<QString> &formats, JobContext &job)
{
    std::vector<Candidate> candidates = candidatesOf(formats);
    if (candidates.size() > 1)
        if (Result<void> read = readColumn(path, plan, candidates, job); !read)
            return fail(read.error());
    return verdictOf(std::move(candidates), plan.columns[plan.columnOf(Role::Time)].name);
}

DateVerdict judgeDates(const SampleRows &sample, const ImportPlan &plan, const std::vector<QString> &formats)
{
    std::vector<Candidate> candidates = candidatesOf(formats);
    const size_t time = size_t(plan.columnOf(Role::Time));
    for (size_t i = plan.hasHeader ? 1 : 0; i < sample.rows.size(); ++i) {
        if (sample.rows[i].size() <= time)
            continue;
        const std::string_view text = trimmed(sample.rows[i][time]);
        if (!isNullWord(text))
            for (Candidate &candidate : candidates)
                candidate.read(text);
    }
    return verdictOf(std::move(candidates), plan.columns[plan.columnOf(Role::Time)].name);
}

} // namespace foretrail
