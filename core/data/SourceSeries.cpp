#include "core/data/SourceSeries.h"

#include "core/data/NearestKeys.h"
#include "core/data/SeriesSketch.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct SourceSeriesText { Q_DECLARE_TR_FUNCTIONS(foretrail::SourceSeries) };

constexpr auto observationsSql = "SELECT time, value FROM observations WHERE series_id = ? ORDER BY time";

} // namespace

Result<QList<SeriesInfo>> SourceSeries::list(JobContext &job)
{
    Result<std::vector<Entry>> entries = ranked(job);
    if (!entries)
        return fail(entries.error());
    QList<SeriesInfo> infos;
    infos.reserve(qsizetype(entries->size()));
    for (Entry &entry : *entries)
        infos.append(std::move(entry.info));
    return infos;
}

Result<QList<Series>> SourceSeries::series(JobContext &job)
{
    const bool needsSizes = m_query.keys.isEmpty();
    Result<std::vector<Entry>> entries = needsSizes ? ranked(job) : chosen();
    if (!entries)
        return fail(entries.error());
    QList<Series> all;
    Statement observations = m_connection.prepare(observationsSql);
    for (const Entry &entry : *entries) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        Result<Series> one = read(observations, entry);
        if (!one)
            return fail(one.error());
        all.append(std::move(*one));
    }
    return all;
}

Result<std::vector<SourceSeries::Entry>> SourceSeries::chosen() const
{
    std::vector<Entry> entries;
    Statement find = m_connection.prepare(m_query.keys.isEmpty()
        ? "SELECT id, key, name, step FROM source_series s WHERE EXISTS (SELECT 1 FROM observations o WHERE o.series_id = s.id) ORDER BY id"
        : "SELECT id, key, name, step FROM source_series s WHERE key = ? AND EXISTS (SELECT 1 FROM observations o WHERE o.series_id = s.id)");
    const auto take = [&] {
        const QString name = find.text(2);
        entries.push_back({find.integer(0), find.text(1), name.isEmpty() ? find.text(1) : name,
                           stepFromName(find.text(3)).value_or(Step::None), 0, {}});
    };
    if (m_query.keys.isEmpty())
        while (find.step())
            take();
    for (const QString &key : m_query.keys) {
        find.reset();
        find.bind(1, key);
        if (!find.step())
            return fail(unknownKey(m_connection, "source_series", SourceSeriesText::tr("There is no series \"%1\"."), key));
        take();
    }
    if (entries.empty())
        return fail(ErrorCode::NotFound, SourceSeriesText::tr("The workspace holds no imported series. Import a table of series first, "
                                                  "or group events by total, item, category or kind."));
    return entries;
}

Result<std::vector<SourceSeries::Entry>> SourceSeries::ranked(JobContext &job)
{
    Result<std::vector<Entry>> entries = chosen();
    if (!entries)
        return entries;
    Statement observations = m_connection.prepare(observationsSql);
    qint64 done = 0;
    for (Entry &entry : *entries) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        job.report(++done, qint64(entries->size()), SourceSeriesText::tr("Reading series"));
        const Result<Series> one = read(observations, entry);
        if (!one)
            return fail(one.error());
        for (double value : one->values)
            entry.sum += std::isnan(value) ? 0 : value;
        entry.info = {entry.key, entry.name, entry.sum, one->size(), sketchOf(one->values)};
    }
    if (!m_query.keys.isEmpty())
        return entries;
    std::ranges::stable_sort(*entries, std::ranges::greater(), &Entry::sum);
    if (m_query.top > 0 && entries->size() > size_t(m_query.top))
        entries->resize(size_t(m_query.top));
    return entries;
}

Result<Series> SourceSeries::read(Statement &observations, const Entry &entry) const
{
    Series series{entry.key, entry.name, {}, {entry.step, 0}, {}};
    observations.reset();
    observations.bind(1, entry.id);
    while (observations.step()) {
        if (series.values.empty())
            series.axis.start = observations.integer(0);
        const qint64 index = series.axis.indexOf(observations.integer(0));
        if (index >= longestSeries)
            return fail(ErrorCode::InvalidInput,
                        SourceSeriesText::tr("Series %1 spans %2 steps, more than memory should hold. Check its times for a wrong year.")
                            .arg(entry.key).arg(index));
        series.values.resize(size_t(index) + 1, missing);
        series.values[size_t(index)] = observations.real(1);
    }
    observations.reset();
    return series;
}

} // namespace foretrail
