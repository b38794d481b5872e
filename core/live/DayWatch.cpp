#include "core/live/DayWatch.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct DayWatchText { Q_DECLARE_TR_FUNCTIONS(foretrail::DayWatch) };

constexpr qint64 daysBefore = 28;
constexpr int toldDrivers = 3;
constexpr double leastShare = 0.05; ///< that is worth a word

double meanOf(const Series &series, WallMs from, WallMs until)
{
    double sum = 0;
    for (qint64 at = 0; at < series.size(); ++at) {
        const WallMs day = series.timeAt(at);
        if (day >= from && day < until && !std::isnan(series.values[size_t(at)]))
            sum += series.values[size_t(at)];
    }
    const qint64 count = (until - from) / dayMs;
    return count > 0 ? sum / double(count) : 0;
}

} // namespace

std::optional<DriftAlert> DayWatch::add(const std::vector<ClosedDay> &days)
{
    std::optional<DriftAlert> last;
    for (const ClosedDay &day : days) {
        m_days.push_back(day.day);
        if (std::optional<DriftAlert> alert = m_monitor.add(day.error()); alert && m_hasPast)
            last = alert;
    }
    m_hasPast = m_hasPast || !days.empty();
    return last;
}

Result<DriftDrivers> itemsBehind(ShopData &data, Measure measure, WallMs day, JobContext &job)
{
    SeriesQuery query;
    query.measure = measure;
    query.by = GroupBy::Item;
    const Result<QList<Series>> items = data.series(query, job);
    if (!items)
        return fail(items.error());
    WallMs end = day;
    for (const Series &series : *items)
        end = std::max(end, series.timeAt(series.size()));
    QList<KeyedChange> changes;
    for (const Series &series : *items)
        changes.append({series.name.isEmpty() ? series.key : series.name, meanOf(series, day - daysBefore * dayMs, day), meanOf(series, day, end)});
    return driftDrivers(changes, toldDrivers);
}

QString driftText(const DriftAlert &alert, WallMs changed, const DriftDrivers &drivers)
{
    QStringList names;
    for (const DriftDriver &driver : drivers.drivers)
        if (driver.share >= leastShare)
            names << QStringLiteral("%1 (%2\u202f%)").arg(driver.key, QLocale().toString(100 * driver.share, 'f', 0));
    const QString text = DayWatchText::tr("Since %1 days are no longer what their forecasts say. %2").arg(formatTime(changed, Step::Day), alert.sentence());
    return names.isEmpty() ? text : text + u' ' + DayWatchText::tr("Most of it comes from: %1.").arg(names.join(QStringLiteral(", ")));
}

} // namespace foretrail
