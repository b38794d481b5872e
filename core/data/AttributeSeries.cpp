#include "core/data/AttributeSeries.h"

#include "core/data/SeriesSketch.h"
#include "core/data/SourceSeries.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct AttributeSeriesText { Q_DECLARE_TR_FUNCTIONS(foretrail::AttributeSeries) };

double sizeOf(const Series &series)
{
    return std::accumulate(series.values.begin(), series.values.end(), 0.0, [](double sum, double value) { return std::isnan(value) ? sum : sum + value; });
}

} // namespace

Result<QString> AttributeSeries::attributeName() const
{
    QStringList names;
    Statement rows = m_connection.prepare("SELECT DISTINCT name FROM key_attributes WHERE dimension = 'series' ORDER BY name");
    while (rows.step()) {
        names.append(rows.text(0));
        if (names.back().compare(m_query.attribute, Qt::CaseInsensitive) == 0)
            return names.back();
    }
    if (names.isEmpty())
        return fail(ErrorCode::NotFound, AttributeSeriesText::tr("Nothing is known of the imported series. Import a table of their attributes first."));
    return fail(ErrorCode::NotFound, AttributeSeriesText::tr("No table says \"%1\" of the imported series. There are: %2.")
                                         .arg(m_query.attribute, names.join(QStringLiteral(", "))));
}

Result<AttributeSeries::Groups> AttributeSeries::groups() const
{
    const Result<QString> name = attributeName();
    if (!name)
        return fail(name.error());
    Groups groups;
    Statement rows = m_connection.prepare(
        "SELECT s.id, s.step, coalesce((SELECT value FROM key_attributes WHERE dimension = 'series' AND key = s.key AND name = ?1), "
        "(SELECT value FROM key_attributes WHERE dimension = 'series' AND key = substr(s.key, 1, instr(s.key || '/', '/') - 1) "
        "AND name = ?1)) FROM source_series s WHERE EXISTS (SELECT 1 FROM observations o WHERE o.series_id = s.id) ORDER BY s.id");
    rows.bind(1, *name);
    while (rows.step())
        if (!rows.isNull(2))
            groups[rows.text(2)].push_back({rows.integer(0), stepFromName(rows.text(1)).value_or(Step::None)});
    for (const QString &key : m_query.keys)
        if (!groups.contains(key))
            return fail(ErrorCode::NotFound, AttributeSeriesText::tr("No series has \"%1\" as its %2.").arg(key, *name));
    return groups;
}

Result<Series> AttributeSeries::sum(const QString &key, const std::vector<Member> &members) const
{
    std::map<WallMs, double> sums;
    Statement rows = m_connection.prepare("SELECT time, value FROM observations WHERE series_id = ?1");
    for (const Member &member : members) {
        if (member.step != members.front().step)
            return fail(ErrorCode::InvalidInput,
                        AttributeSeriesText::tr("The series of %1 have different steps and cannot be summed. Choose series by their keys.").arg(key));
        rows.reset();
        rows.bind(1, member.id);
        while (rows.step())
            sums[rows.integer(0)] += rows.real(1);
    }
    Series series{key, key, {}, {members.front().step, sums.begin()->first}, {}};
    const qint64 length = series.axis.indexOf(sums.rbegin()->first) + 1;
    if (length > longestSeries)
        return fail(ErrorCode::InvalidInput, AttributeSeriesText::tr("The series of %1 span %2 steps, more than memory should hold.").arg(key).arg(length));
    series.values.assign(size_t(length), missing);
    for (const auto &[time, value] : sums)
        series.values[size_t(series.axis.indexOf(time))] = value;
    return series;
}

Result<QList<Series>> AttributeSeries::chosen(const Groups &groups, JobContext &job) const
{
    QList<Series> all;
    const auto add = [&](const QString &key, const std::vector<Member> &members) -> Result<void> {
        if (job.stopRequested())
            return fail(Error::cancelled());
        Result<Series> one = sum(key, members);
        if (!one)
            return fail(one.error());
        all.append(std::move(*one));
        return {};
    };
    for (const QString &key : m_query.keys)
        if (Result<void> added = add(key, groups.at(key)); !added)
            return fail(added.error());
    if (!m_query.keys.isEmpty())
        return all;
    for (const auto &[key, members] : groups)
        if (Result<void> added = add(key, members); !added)
            return fail(added.error());
    std::ranges::stable_sort(all, std::ranges::greater(), &sizeOf);
    return m_query.top > 0 ? all.mid(0, m_query.top) : all;
}

Result<QList<Series>> AttributeSeries::series(JobContext &job)
{
    StopScope scope(m_connection, job);
    const Result<Groups> found = groups();
    return found ? chosen(*found, job) : fail(found.error());
}

Result<QList<SeriesInfo>> AttributeSeries::list(JobContext &job)
{
    const Result<QList<Series>> all = series(job);
    if (!all)
        return fail(all.error());
    QList<SeriesInfo> infos;
    for (const Series &one : *all)
        infos.append({one.key, one.name, sizeOf(one), one.size(), sketchOf(one.values)});
    return infos;
}

} // namespace foretrail
