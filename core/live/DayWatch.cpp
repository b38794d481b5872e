#include "core/live/DayWatch.h"

#include "core/data/totals/UserSums.h"

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

namespace {

Result<DriftDrivers> itemsBehind(ShopData &data, SeriesQuery query, WallMs day, WallMs until, JobContext &job)
{
    query.by = GroupBy::Item;
    const Result<QList<Series>> items = data.series(query, job);
    if (!items)
        return fail(items.error());
    QList<KeyedChange> changes;
    for (const Series &series : *items)
        changes.append({series.name.isEmpty() ? series.key : series.name, meanOf(series, day - daysBefore * dayMs, day), meanOf(series, day, until)});
    return driftDrivers(changes, toldDrivers);
}

/// A log that knows no users has none behind a change.
Result<DriftDrivers> usersBehind(Workspace &workspace, const SeriesQuery &query, WallMs day, WallMs until, JobContext &job)
{
    const Result<std::vector<UserSum>> sums = userSums(workspace, query, day - daysBefore * dayMs, day, until, job);
    if (!sums)
        return fail(sums.error());
    if (sums->size() == 1 && sums->front().user.value == 0)
        return DriftDrivers();
    QList<KeyedChange> changes;
    for (const UserSum &sum : *sums)
        changes.append({QString::number(sum.user.value), sum.before / double(daysBefore), sum.since * double(dayMs) / double(until - day)});
    DriftDrivers drivers = driftDrivers(changes, toldDrivers);
    for (QList<DriftDriver> *list : {&drivers.drivers, &drivers.counter})
        for (DriftDriver &driver : *list) {
            const Result<QString> name = driver.key == u"0" ? DayWatchText::tr("nobody known") : workspace.data().keyOf(QStringLiteral("user"), driver.key.toLongLong());
            if (!name)
                return fail(name.error());
            driver.key = *name;
        }
    return drivers;
}

QString namesOf(const DriftDrivers &found)
{
    QStringList names;
    for (const DriftDriver &driver : found.drivers)
        if (driver.share >= leastShare)
            names << QStringLiteral("%1 (%2\u202f%)").arg(driver.key, QLocale().toString(100 * driver.share, 'f', 0));
    return names.join(QStringLiteral(", "));
}

} // namespace

Result<ChangeDrivers> driversBehind(Workspace &workspace, Measure measure, WallMs day, WallMs until, JobContext &job)
{
    SeriesQuery query;
    query.measure = measure;
    const Result<DriftDrivers> items = itemsBehind(workspace.data(), query, day, until, job);
    if (!items)
        return fail(items.error());
    const Result<DriftDrivers> users = usersBehind(workspace, query, day, until, job);
    if (!users)
        return fail(users.error());
    return ChangeDrivers{*items, *users};
}

QString driftText(const DriftAlert &alert, WallMs changed, const ChangeDrivers &drivers)
{
    QStringList text{DayWatchText::tr("Since %1 days are no longer what their forecasts say. %2").arg(formatTime(changed, Step::Day), alert.sentence())};
    if (const QString items = namesOf(drivers.items); !items.isEmpty())
        text << DayWatchText::tr("Most of it comes from: %1.").arg(items);
    if (const QString users = namesOf(drivers.users); !users.isEmpty())
        text << DayWatchText::tr("Users behind it: %1.").arg(users);
    return text.join(u' ');
}

} // namespace foretrail
