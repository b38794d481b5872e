#include "core/data/import/DateReferee.h"

#include "core/data/FileProgress.h"
#include "core/data/import/DateFormat.h"
#include "core/data/import/NumberText.h"
#include "core/data/import/RecordSource.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace foretrail {
namespace {

struct DateRefereeText { Q_DECLARE_TR_FUNCTIONS(foretrail::DateReferee) };

constexpr qsizetype mostExamples = 4;

QString dayTextAt(qint64 ms) { return formatTime(floorToStep(ms, Step::Day), Step::Day); }

struct Candidate {
    QString name;
    DateFormat format;
    qint64 failures = 0;
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = std::numeric_limits<qint64>::min();
    quint64 readings = 0; ///< equal for formats that read every row as the same moment
    std::vector<bool> days{}; ///< those seen, from 1900 on

    std::optional<qint64> read(std::string_view text)
    {
        const auto moment = format.read(text);
        if (!moment) {
            ++failures;
            return {};
        }
        first = std::min(first, moment->ms);
        last = std::max(last, moment->ms);
        readings = (readings ^ quint64(moment->ms)) * 0x100000001b3ULL;
        seeDay(moment->ms);
        return moment->ms;
    }
    void seeDay(qint64 ms)
    {
        constexpr qint64 origin = -25'567, mostDays = 110'000; // 1900 to 2200
        const qint64 day = floorToStep(ms, Step::Day) / dayMs - origin;
        if (day < 0 || day >= mostDays)
            return;
        if (size_t(day) >= days.size())
            days.resize(size_t(day) + 1);
        days[size_t(day)] = true;
    }
    /// Only days matter: a span of hours says nothing.
    qint64 span() const { return last < first ? 0 : (last - first) / dayMs; }
};

/// All candidates side by side on one column.
class Hearing {
public:
    explicit Hearing(const std::vector<QString> &formats)
    {
        for (const QString &name : formats)
            if (Result<DateFormat> format = DateFormat::compile(name))
                m_candidates.push_back({name, std::move(*format)});
    }

    void hear(std::string_view field)
    {
        const std::string_view text = trimmed(field);
        if (isNullWord(text))
            return;
        std::optional<qint64> first;
        bool isDisputed = false;
        for (Candidate &candidate : m_candidates) {
            const std::optional<qint64> read = candidate.read(text);
            isDisputed = isDisputed || (first && read && *first != *read);
            if (!first)
                first = read;
        }
        if (isDisputed && m_examples.size() < mostExamples)
            keepExample(QString::fromUtf8(text.data(), qsizetype(text.size())));
    }

    DateVerdict verdict()
    {
        DateVerdict verdict;
        keepDistinct();
        std::ranges::stable_sort(m_candidates, {}, &Candidate::span);
        for (const Candidate &candidate : m_candidates)
            verdict.readings.append(readingOf(candidate));
        verdict.fitting = m_fitting;
        constexpr qint64 clearRatio = 3;
        verdict.isClear = m_candidates.size() < 2 || (m_candidates[0].span() + 1) * clearRatio <= m_candidates[1].span() + 1;
        return verdict;
    }

private:
    void keepExample(const QString &text)
    {
        if (!m_examples.contains(text))
            m_examples.append(text);
    }

    void keepDistinct()
    {
        if (m_candidates.empty())
            return;
        const qint64 fewest = std::ranges::min(m_candidates, {}, &Candidate::failures).failures;
        std::vector<Candidate> distinct;
        for (const Candidate &candidate : m_candidates) {
            if (candidate.failures != fewest)
                continue;
            m_fitting.append(candidate.name);
            if (std::ranges::find(distinct, candidate.readings, &Candidate::readings) == distinct.end())
                distinct.push_back(candidate);
        }
        m_candidates = std::move(distinct);
    }

    DateReading readingOf(const Candidate &candidate) const
    {
        DateReading reading{candidate.name, candidate.first, candidate.last, std::ranges::count(candidate.days, true), {}, candidate.days, candidate.failures};
        for (const QString &example : m_examples)
            if (const auto moment = candidate.format.read(example.toStdString()))
                reading.examples.append(DateRefereeText::tr("%1 is %2").arg(example, longDay(moment->ms)));
        return reading;
    }
    static QString longDay(qint64 ms)
    {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).date(), QLocale::LongFormat);
    }

    std::vector<Candidate> m_candidates;
    QStringList m_fitting;
    QStringList m_examples; ///< texts that two candidates read as different moments
};

/// Hands the fields of the time column on, with the line of each, until `hear` has heard enough and says false.
template<class Hear>
Result<void> hearTimes(const QString &path, const ImportPlan &plan, JobContext &job, Hear hear)
{
    Result<std::unique_ptr<RecordSource>> source = RecordSource::open(path, plan, &job);
    if (!source)
        return fail(source.error());
    const size_t time = size_t(plan.columnOf(Role::Time));
    Record record;
    bool isHeader = plan.hasHeader;
    for (qint64 rows = 0;; ++rows) {
        constexpr qint64 between = 1024;
        if (rows % between == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report((*source)->consumedBytes(), (*source)->fileBytes(), DateRefereeText::tr("reading the dates"));
        }
        const Result<bool> more = (*source)->next(record);
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        if (!std::exchange(isHeader, false) && time < record.fields.size() && !hear(record.fields[time], record.line))
            return {};
    }
}

Result<void> hearFile(const QString &path, const ImportPlan &plan, Hearing &hearing, JobContext &job)
{
    return hearTimes(path, plan, job, [&hearing](std::string_view field, qint64) {
        hearing.hear(field);
        return true;
    });
}

} // namespace

QString DateVerdict::reason(const QString &column) const
{
    if (readings.size() < 2)
        return {};
    const auto span = [this](int i) { return QStringLiteral("%1 – %2").arg(dayTextAt(readings[i].first), dayTextAt(readings[i].last)); };
    return DateRefereeText::tr("%1 fits as %2 (%3) and as %4 (%5). %2 is taken, since the days then lie closer together; change the date "
                    "format if that is wrong.")
        .arg(column, readings[0].format, span(0), readings[1].format, span(1));
}

Result<DateWitness> findWitness(const PlannedFile &file, const QString &format, const QString &other, JobContext &job)
{
    const Result<DateFormat> reads = DateFormat::compile(format), fails = DateFormat::compile(other);
    if (!reads || !fails)
        return fail(reads ? fails.error() : reads.error());
    DateWitness witness;
    const Result<void> heard = hearTimes(file.source.path, file.plan, job, [&](std::string_view field, qint64 line) {
        const std::string_view text = trimmed(field);
        if (isNullWord(text) || !reads->read(text) || fails->read(text))
            return true;
        witness = {line, QString::fromUtf8(text.data(), qsizetype(text.size()))};
        return false;
    });
    return heard ? Result<DateWitness>(witness) : fail(heard.error());
}

DateVerdict judgeDates(const SampleRows &sample, const ImportPlan &plan, const std::vector<QString> &formats)
{
    Hearing hearing(formats);
    const size_t time = size_t(plan.columnOf(Role::Time));
    for (size_t i = plan.hasHeader ? 1 : 0; i < sample.rows.size(); ++i)
        if (time < sample.rows[i].size())
            hearing.hear(sample.rows[i][time]);
    return hearing.verdict();
}

Result<DateVerdict> judgeAllDates(const QString &path, const ImportPlan &plan, const std::vector<QString> &formats, JobContext &job)
{
    Hearing hearing(formats);
    const Result<void> heard = hearFile(path, plan, hearing, job);
    return heard ? Result<DateVerdict>(hearing.verdict()) : fail(heard.error());
}

Result<DateVerdict> judgeAllDates(const QList<PlannedFile> &files, const std::vector<QString> &formats, JobContext &job)
{
    Hearing hearing(formats);
    const FileProgress progress(sourcesOf(files), job);
    for (qsizetype at = 0; at < files.size(); ++at) {
        JobContext part = progress.partOf(at);
        if (const Result<void> heard = hearFile(files[at].source.path, files[at].plan, hearing, part); !heard)
            return fail(heard.error());
    }
    return hearing.verdict();
}

} // namespace foretrail
