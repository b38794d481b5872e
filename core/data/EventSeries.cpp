#include "core/data/EventSeries.h"

#include "core/data/ItemCategories.h"
#include "core/data/NearestKeys.h"
#include "core/data/OrderCount.h"
#include "core/data/SeriesSketch.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct EventSeriesText { Q_DECLARE_TR_FUNCTIONS(foretrail::EventSeries) };

constexpr qint64 rowsBetweenReports = 1 << 16;
constexpr qint64 mostValues = 200'000'000; // 1.6 GB
constexpr size_t mostSketches = 20'000;

std::string numberList(const std::vector<qint64> &numbers)
{
    std::string list;
    for (qint64 number : numbers)
        list += (list.empty() ? "" : ",") + std::to_string(number);
    return "(" + list + ")";
}

std::string settingOf(const Connection &connection, const char *key)
{
    Statement query = connection.prepare("SELECT value FROM settings WHERE key = ?");
    query.bind(1, std::string_view(key));
    return query.step() ? std::string(query.view(0)) : std::string();
}

/// Finds the step of a time; neighbouring rows are mostly of one step, which is then answered without the calendar.
class StepFinder {
public:
    StepFinder(const QTimeZone &zone, Step step, WallMs start) : m_clock(zone), m_step(step), m_start(start) {}

    quint32 indexOf(UtcMs time)
    {
        const WallMs wall = m_clock.toWall(time);
        if (wall < m_from || wall >= m_to) {
            m_from = floorToStep(wall, m_step);
            m_to = addSteps(m_from, m_step, 1);
            m_index = quint32(stepsBetween(m_start, m_from, m_step));
        }
        return m_index;
    }

private:
    ZoneClock m_clock;
    Step m_step;
    WallMs m_start;
    WallMs m_from = 1;
    WallMs m_to = 0;
    quint32 m_index = 0;
};

/// Adds rows (group, id, amount) to cells by the rule of a measure.
class MeasureSum {
public:
    MeasureSum(Measure measure, CellTable &cells) : m_measure(measure), m_cells(cells) {}

    void add(quint32 group, quint32 step, const Statement &row)
    {
        const quint32 cell = m_cells.numberOf(group, step);
        switch (m_measure) {
        case Measure::Revenue:
        case Measure::Quantity:
        case Measure::Value:
            if (!row.isNull(2))
                m_cells.value(cell) += row.real(2);
            break;
        case Measure::Events: m_cells.value(cell) += 1; break;
        case Measure::Users: countOnce(cell, row.integer(2)); break;
        case Measure::Orders:
            if (row.integer(3) != 0)
                row.isNull(2) ? void(m_cells.value(cell) += 1) : countOnce(cell, row.integer(2));
            break;
        }
    }

private:
    // Cell numbers and row ids both stay below 2^32.
    void countOnce(quint32 cell, qint64 id)
    {
        if (id != 0 && m_seen.insert((quint64(cell) << 32) | quint64(id)))
            m_cells.value(cell) += 1;
    }
    Measure m_measure;
    CellTable &m_cells;
    HashSet64 m_seen;
};

} // namespace

Result<QList<SeriesInfo>> EventSeries::list(JobContext &job)
{
    if (Result<void> gathered = gather(job); !gathered)
        return fail(gathered.error());
    QList<SeriesInfo> infos;
    infos.reserve(qsizetype(m_groups.size()));
    Statement names = m_connection.prepare(namesSql());
    for (const Group &group : m_groups) {
        SeriesInfo info;
        name(names, group, info.key, info.name);
        info.isProduct = m_query.by != GroupBy::Item || names.integer(2) != 0;
        info.size = group.sum;
        info.observations = m_steps - firstStepOf(group);
        if (size_t(infos.size()) < mostSketches)
            info.sketch = sketchOf(valuesOf(group));
        infos.append(std::move(info));
    }
    return infos;
}

Result<QList<Series>> EventSeries::series(JobContext &job)
{
    Result<void> gathered = gather(job);
    if (gathered)
        gathered = checkSize();
    if (!gathered)
        return fail(gathered.error());
    QList<Series> all;
    all.reserve(qsizetype(m_groups.size()));
    Statement names = m_connection.prepare(namesSql());
    for (const Group &group : m_groups) {
        Series one;
        name(names, group, one.key, one.name);
        one.unit = unit();
        one.axis = {m_query.step, addSteps(m_start, m_query.step, firstStepOf(group))};
        one.values = valuesOf(group);
        all.append(std::move(one));
    }
    return all;
}

Result<void> EventSeries::gather(JobContext &job)
{
    Result<void> done = resolve();
    if (done)
        done = scan(job);
    if (!done)
        return done;
    formGroups();
    keepChosen();
    rank();
    return {};
}

Result<void> EventSeries::resolve()
{
    if (m_query.measure == Measure::Value)
        return fail(ErrorCode::InvalidInput, EventSeriesText::tr("The measure value belongs to imported series. For the rows of a log "
                                                      "choose revenue, quantity, orders, events or users."));
    if (m_query.step == Step::None)
        return fail(ErrorCode::InvalidInput, EventSeriesText::tr("Events need a step. Choose hour, day, week, month, quarter or year."));
    Result<void> done = resolveRange();
    if (done)
        done = resolveGroup();
    if (done)
        done = resolveKeys();
    return done;
}

Result<void> EventSeries::resolveRange()
{
    Statement range = m_connection.prepare("SELECT coalesce(sum(events), 0), min(first_time), max(last_time) FROM imports "
                                           "WHERE undone IS NULL AND has_clock");
    range.step();
    m_events = range.integer(0);
    m_hasClockless = m_connection.integer("SELECT EXISTS (SELECT 1 FROM imports WHERE events > 0 AND NOT has_clock)") != 0;
    if (m_events == 0 && m_hasClockless)
        return fail(ErrorCode::InvalidInput,
                    EventSeriesText::tr("The events of this workspace have no time, only an order, so there are no series by calendar of them. "
                             "Use them for sessions and recommendations, or import a log with times."));
    if (m_events == 0) {
        const bool hasSeries = m_connection.integer("SELECT EXISTS (SELECT 1 FROM observations)") != 0;
        return fail(ErrorCode::NotFound, hasSeries
            ? EventSeriesText::tr("The workspace holds imported series and no events. Group by series to see them.")
            : EventSeriesText::tr("The workspace holds no data yet. Import a file first."));
    }
    m_timeZone = QString::fromStdString(settingOf(m_connection, "timeZone"));
    ZoneClock clock(QTimeZone(m_timeZone.toLatin1()));
    m_start = floorToStep(clock.toWall(range.integer(1)), m_query.step);
    m_steps = stepsBetween(m_start, floorToStep(clock.toWall(range.integer(2)), m_query.step), m_query.step) + 1;
    return {};
}

Result<void> EventSeries::resolveGroup()
{
    m_keyColumn = "key";
    switch (m_query.by) {
    case GroupBy::Item: m_column = "item_id", m_dimension = "(SELECT * FROM items WHERE events > 0)"; break;
    case GroupBy::Category: resolveCategory(); break;
    case GroupBy::Kind: m_column = "kind_id", m_dimension = "(SELECT * FROM kinds WHERE events > 0)"; break;
    case GroupBy::Attribute: return resolveAttribute();
    case GroupBy::Total:
    case GroupBy::Series: break;
    }
    return {};
}

void EventSeries::resolveCategory()
{
    if (ToldCategories::arePlain(m_connection)) {
        ToldCategories::lay(m_connection);
        m_column = ToldCategories::column;
        m_dimension = ToldCategories::names;
    } else {
        m_column = "category_id";
        m_dimension = "(SELECT * FROM categories WHERE events > 0)";
    }
}

Result<void> EventSeries::resolveAttribute()
{
    QStringList names;
    Statement attributes = m_connection.prepare("SELECT slot, name FROM attributes ORDER BY slot");
    while (attributes.step()) {
        names.append(attributes.text(1));
        if (names.back().compare(m_query.attribute, Qt::CaseInsensitive) != 0)
            continue;
        const std::string slot = std::to_string(attributes.integer(0));
        m_column = "a" + slot;
        m_dimension = "(SELECT id, value AS key FROM attribute_values WHERE slot = " + slot + ")";
        return {};
    }
    if (names.isEmpty())
        return fail(ErrorCode::NotFound, EventSeriesText::tr("There is no attribute \"%1\": no column was imported as an attribute.")
                                             .arg(m_query.attribute));
    return fail(ErrorCode::NotFound, EventSeriesText::tr("There is no attribute \"%1\". There are: %2.")
                                         .arg(m_query.attribute, names.join(QStringLiteral(", "))));
}

Result<void> EventSeries::resolveKeys()
{
    if (m_query.keys.isEmpty())
        return {};
    if (m_column.empty()) {
        for (const QString &key : m_query.keys)
            if (key != QStringLiteral("total"))
                return fail(ErrorCode::NotFound, EventSeriesText::tr("There is no series \"%1\": the total is called \"total\". "
                                                          "Group by item or something else to see others.").arg(key));
        return {};
    }
    Statement find = m_connection.prepare("SELECT id FROM " + m_dimension + " WHERE key = ?");
    for (const QString &key : m_query.keys) {
        find.reset();
        find.bind(1, key);
        if (!find.step())
            return fail(unknownKey(m_connection, m_dimension, EventSeriesText::tr("There is no series \"%1\"."), key));
        if (std::ranges::find(m_ids, find.integer(0)) == m_ids.end())
            m_ids.push_back(find.integer(0));
    }
    return {};
}

std::string EventSeries::scanSql() const
{
    std::string sql = "SELECT time, " + (m_column.empty() ? std::string("1") : m_column);
    switch (m_query.measure) {
    case Measure::Revenue: sql += ", amount"; break;
    case Measure::Quantity: sql += ", quantity"; break;
    case Measure::Users: sql += ", user_id"; break;
    case Measure::Orders: sql += ", session_id, kind_id IN " + purchaseKindList(m_connection); break;
    case Measure::Events:
    case Measure::Value: break;
    }
    if (m_query.users)
        sql += ", user_id"; // the last column
    sql += " FROM events WHERE 1";
    if (m_hasClockless)
        sql += " AND import_id IN (SELECT id FROM imports WHERE has_clock)";
    if (m_query.user)
        sql += " AND user_id = " + std::to_string(m_query.user->value);
    if (!m_ids.empty()) {
        // An index pays for a few series; for many of them reading everything once is quicker.
        const bool isFew = qint64(m_ids.size()) * 20 < m_connection.integer("SELECT count(*) FROM " + m_dimension)
                           || m_ids.size() == 1;
        sql += std::string(" AND ") + (isFew && !m_query.user ? "" : "+") + m_column + " IN " + numberList(m_ids);
    }
    return sql;
}

/// Rows that add nothing to the measure, such as views to revenue, are left out.
std::string EventSeries::counting() const
{
    switch (m_query.measure) {
    case Measure::Revenue: return "amount IS NOT NULL";
    case Measure::Quantity: return "quantity IS NOT NULL";
    case Measure::Users: return "user_id IS NOT NULL";
    case Measure::Orders: return "kind_id IN " + purchaseKindList(m_connection);
    case Measure::Events:
    case Measure::Value: break;
    }
    return "1";
}

Result<std::string> EventSeries::rowCondition()
{
    if (const Result<void> done = resolve(); !done)
        return fail(done.error());
    std::string condition = counting();
    if (m_hasClockless)
        condition += " AND import_id IN (SELECT id FROM imports WHERE has_clock)";
    if (m_query.user)
        condition += " AND user_id = " + std::to_string(m_query.user->value);
    if (!m_ids.empty())
        condition += " AND " + m_column + " IN " + numberList(m_ids);
    return condition;
}

/// By the id of the user: whether their rows count. Empty: all do.
std::vector<char> EventSeries::wantedUsers() const
{
    std::vector<char> wanted;
    if (!m_query.users)
        return wanted;
    wanted.resize(m_query.users->users().empty() ? 1 : size_t(m_query.users->users().back()) + 1);
    for (const qint64 user : m_query.users->users())
        wanted[size_t(user)] = 1;
    return wanted;
}

Result<void> EventSeries::scan(JobContext &job)
{
    StopScope scope(m_connection, job);
    CellTable cells;
    MeasureSum sum(m_query.measure, cells);
    StepFinder steps(QTimeZone(m_timeZone.toLatin1()), m_query.step, m_start);
    Statement rows = m_connection.prepare(scanSql());
    qint64 read = 0;
    const std::vector<char> wanted = wantedUsers();
    const int userColumn = m_query.measure == Measure::Orders ? 4 : m_query.measure == Measure::Events ? 2 : 3;
    while (rows.step()) {
        if (++read % rowsBetweenReports == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(read, m_events, EventSeriesText::tr("Reading events"));
        }
        if (!wanted.empty())
            if (const auto user = size_t(rows.integer(userColumn)); user >= wanted.size() || !wanted[user])
                continue;
        const qint64 group = rows.integer(1);
        if (group != 0) // rows without an item, a category ... count in the total only
            sum.add(quint32(group), steps.indexOf(rows.integer(0)), rows);
    }
    m_cells = cells.take();
    return {};
}

void EventSeries::formGroups()
{
    std::ranges::sort(m_cells, {}, [](const CellTable::Cell &cell) { return (quint64(cell.group) << 32) | cell.step; });
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const CellTable::Cell &cell = m_cells[i];
        if (m_groups.empty() || m_groups.back().id != cell.group)
            m_groups.push_back({cell.group, i, 0, 0});
        Group &group = m_groups.back();
        ++group.cells;
        group.sum += cell.value;
    }
}

// A series that was asked for by name is there even where a user has no rows in it.
void EventSeries::keepChosen()
{
    std::vector<qint64> chosen = m_ids;
    if (m_column.empty())
        chosen = {1};
    for (qint64 id : chosen)
        if (std::ranges::find(m_groups, quint32(id), &Group::id) == m_groups.end())
            m_groups.push_back({quint32(id), 0, 0, 0});
}

// In the order they were asked for, or else the largest first.
void EventSeries::rank()
{
    if (!m_ids.empty()) {
        std::ranges::sort(m_groups, {}, [this](const Group &group) { return std::ranges::find(m_ids, qint64(group.id)); });
        return;
    }
    std::ranges::stable_sort(m_groups, std::ranges::greater(), &Group::sum);
    if (m_query.top > 0 && m_groups.size() > size_t(m_query.top))
        m_groups.resize(size_t(m_query.top));
}

qint64 EventSeries::firstStepOf(const Group &group) const
{
    return m_query.by == GroupBy::Item && group.cells > 0 ? m_cells[group.firstCell].step : 0;
}

std::vector<double> EventSeries::valuesOf(const Group &group) const
{
    const qint64 first = firstStepOf(group);
    std::vector<double> values(size_t(m_steps - first), 0.0);
    for (size_t i = group.firstCell; i < group.firstCell + group.cells; ++i)
        values[size_t(m_cells[i].step - first)] = m_cells[i].value;
    return values;
}

std::string EventSeries::namesSql() const
{
    if (m_column.empty())
        return "SELECT 'total', ?1, 1";
    return std::string(m_query.by == GroupBy::Item ? "SELECT key, name, is_product FROM " : "SELECT key, '', 1 FROM ") + m_dimension
           + " WHERE id = ?1";
}

void EventSeries::name(Statement &names, const Group &group, QString &key, QString &shown) const
{
    names.reset();
    names.bind(1, qint64(group.id));
    if (!names.step())
        return;
    key = names.text(0);
    shown = m_column.empty() ? EventSeriesText::tr("Total") : names.view(1).empty() ? key : names.text(1);
}

QString EventSeries::unit() const
{
    switch (m_query.measure) {
    case Measure::Revenue: return QString::fromStdString(settingOf(m_connection, "currency"));
    case Measure::Quantity: return EventSeriesText::tr("pieces");
    case Measure::Orders: return EventSeriesText::tr("orders");
    case Measure::Events: return EventSeriesText::tr("events");
    case Measure::Users: return EventSeriesText::tr("users");
    case Measure::Value: break;
    }
    return {};
}

Result<void> EventSeries::checkSize() const
{
    if (qint64(m_groups.size()) * m_steps <= mostValues)
        return {};
    return fail(ErrorCode::InvalidInput,
                EventSeriesText::tr("%1 series of %2 steps are more than memory should hold. "
                         "Ask for the largest only, for a longer step, or for some series by name.")
                    .arg(m_groups.size()).arg(m_steps));
}

} // namespace foretrail
