#include "core/live/LiveToday.h"

#include "core/evaluation/AdaptiveLevel.h"
#include "core/models/ModelRegistry.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace foretrail {
namespace {

struct LiveTodayText { Q_DECLARE_TR_FUNCTIONS(foretrail::LiveToday) };

constexpr qint64 mostDays = 730;    ///< that the model learns from
constexpr size_t shareDays = 28;
constexpr size_t errorDays = 60;
constexpr size_t leastErrors = 8;
constexpr size_t leastDays = 15;
constexpr double promised = 80;
constexpr qint64 daysLookedBackOn = 200;

double quantileOf(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const double place = share * double(values.size() - 1);
    const auto below = size_t(place);
    const size_t above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], place - double(below));
}

/// The limits that hold the middle `level` percent.
std::pair<double, double> middleOf(const std::vector<double> &errors, double level)
{
    const double outside = (1 - level / 100) / 2;
    return {std::min(0.0, quantileOf(errors, outside)), std::max(0.0, quantileOf(errors, 1 - outside))};
}

/// What the day comes to.
double blended(double soFar, double share, double forecast) { return soFar + (1 - share) * ((1 - share) * forecast + soFar); }

} // namespace

LiveToday::LiveToday(const DataSummary &summary)
    : m_clock(QTimeZone(summary.timeZone.isEmpty() ? QByteArrayLiteral("UTC") : summary.timeZone.toLatin1())),
      m_measure(summary.hasAmounts ? Measure::Revenue : Measure::Events), m_unit(summary.hasAmounts ? summary.currency : LiveTodayText::tr("events")), m_hasClock(summary.hasClock)
{
}

Result<LiveToday> LiveToday::read(ShopData &data, JobContext &job)
{
    const Result<DataSummary> summary = data.summary();
    if (!summary)
        return fail(summary.error());
    LiveToday today(*summary);
    today.m_isUndecided = summary->events == 0;
    if (summary->events == 0 || !summary->hasClock)
        return today;
    SeriesQuery query;
    query.measure = today.m_measure;
    query.step = Step::Hour;
    const Result<QList<Series>> series = data.series(query, job);
    if (!series)
        return fail(series.error());
    if (series->isEmpty() || series->first().values.empty())
        return today;
    const Result<CredibleTimes> times = data.credibleTimes(job);
    if (!times)
        return fail(times.error());
    today.take(series->first(), times->days);
    return today;
}

/// Days before those that the times credibly cover say nothing of this shop.
void LiveToday::take(const Series &hourly, const DaySpan &days)
{
    m_start = std::max(floorToStep(hourly.axis.start, Step::Day), days.first * dayMs);
    const WallMs end = std::min(hourly.timeAt(hourly.size()), (days.last + 1) * dayMs);
    for (WallMs hour = m_start; hour < end; hour += hourMs) {
        const qint64 place = hourly.axis.indexOf(hour);
        m_hours.push_back(place >= 0 && place < hourly.size() ? hourly.values[size_t(place)] : 0);
    }
}

void LiveToday::add(const EventRecord &event)
{
    if (!event.hasClock())
        return;
    const WallMs wall = m_clock.toWall(event.time);
    if (m_hours.empty())
        m_start = floorToStep(wall, Step::Day);
    if (wall < m_start)
        return; // of a day before all others: no day that is still open
    const auto hour = size_t((wall - m_start) / hourMs);
    if (hour >= m_hours.size())
        m_hours.resize(hour + 1, 0);
    if (m_isUndecided && event.amount != 0)
        countMoney();
    m_hours[hour] += m_measure == Measure::Revenue ? event.amount : 1;
}

/// Amounts came: days are sums of money from here on. Events before had none.
void LiveToday::countMoney()
{
    m_isUndecided = false;
    m_measure = Measure::Revenue;
    m_unit.clear();
    std::fill(m_hours.begin(), m_hours.end(), 0.0);
    m_model = {};
}

double LiveToday::sumBefore(qint64 day, int hour) const
{
    double sum = 0;
    for (int at = 0; at < hour; ++at)
        if (const size_t place = size_t(day * 24 + at); place < m_hours.size())
            sum += m_hours[place];
    return sum;
}

/// The mean of the days that had anything.
void LiveToday::learnShares(const std::vector<double> &days)
{
    m_model.shares.fill(0);
    size_t used = 0;
    for (size_t back = 0; back < std::min(shareDays, days.size()); ++back) {
        const size_t day = days.size() - 1 - back;
        if (!(days[day] > 0))
            continue;
        ++used;
        for (int hour = 1; hour <= 24; ++hour)
            m_model.shares[size_t(hour)] += sumBefore(qint64(day), hour) / days[day];
    }
    for (size_t hour = 1; hour <= 24; ++hour)
        m_model.shares[hour] = used > 0 ? std::clamp(m_model.shares[hour] / double(used), m_model.shares[hour - 1], 1.0) : double(hour) / 24;
}

void LiveToday::learnErrors(const std::vector<double> &days, const std::vector<double> &forecasts)
{
    m_model.low.fill(missing);
    m_model.high.fill(missing);
    const double level = promisedLevel(days, forecasts);
    for (int hour = 0; hour <= 24; ++hour) {
        std::vector<double> errors;
        for (size_t day = days.size() - std::min(errorDays, days.size()); day < days.size(); ++day)
            if (!std::isnan(forecasts[day]))
                errors.push_back(days[day] - blended(sumBefore(qint64(day), hour), m_model.shares[size_t(hour)], forecasts[day]));
        if (errors.size() < leastErrors)
            return;
        std::tie(m_model.low[size_t(hour)], m_model.high[size_t(hour)]) = middleOf(errors, level);
        if (hour > 0) { // what is known of a day never becomes less
            m_model.low[size_t(hour)] = std::max(m_model.low[size_t(hour)], m_model.low[size_t(hour) - 1]);
            m_model.high[size_t(hour)] = std::min(m_model.high[size_t(hour)], m_model.high[size_t(hour) - 1]);
        }
    }
}

/// What to ask for, so that the bands of the mornings before would have held what they promise.
double LiveToday::promisedLevel(const std::vector<double> &days, const std::vector<double> &forecasts) const
{
    AdaptiveLevel level(promised);
    std::vector<double> errors;
    for (size_t day = days.size() - std::min(2 * errorDays, days.size()); day < days.size(); ++day) {
        if (std::isnan(forecasts[day]))
            continue;
        const double error = days[day] - forecasts[day];
        if (errors.size() >= leastErrors) {
            const auto [low, high] = middleOf(errors, level.level());
            level.tell(error < low || error > high);
        }
        errors.push_back(error);
        if (errors.size() > errorDays)
            errors.erase(errors.begin());
    }
    return level.level();
}

/// Days before `day` are over. Of the one that was followed the forecast is that of its morning; of others what the model of now looks back on.
void LiveToday::close(qint64 day, const std::vector<double> &days, const std::vector<double> &forecasts, const DayModel &before)
{
    const qint64 first = m_openDay < 0 ? std::max<qint64>(0, day - daysLookedBackOn) : m_openDay;
    for (qint64 at = first; at < day; ++at)
        m_closed.push_back({m_start + at * dayMs, days[size_t(at)], at == before.day ? before.forecast : forecasts[size_t(at)]});
    m_openDay = std::max(m_openDay, day);
}

std::vector<ClosedDay> LiveToday::takeClosed() { return std::exchange(m_closed, {}); }

void LiveToday::learn(qint64 day)
{
    const DayModel before = std::exchange(m_model, {});
    m_model.day = day;
    const qint64 first = std::max<qint64>(0, day - mostDays);
    std::vector<double> days;
    for (qint64 at = 0; at < day; ++at)
        days.push_back(sumBefore(at, 24));
    learnShares(days);
    m_model.low.fill(missing);
    m_model.high.fill(missing);
    Series daily;
    daily.axis = {Step::Day, m_start + first * dayMs};
    daily.values.assign(days.begin() + std::ptrdiff_t(first), days.end());
    if (daily.values.size() < leastDays) {
        m_model.note = LiveTodayText::tr("A forecast of today needs %1 whole days; there are %2.").arg(leastDays).arg(daily.values.size());
        return;
    }
    ModelSpec spec;
    spec.model = QStringLiteral("ets");
    JobContext job;
    auto model = ModelRegistry::classical().create(spec);
    if (!model || !(*model)->fit(daily, {}, job))
        return;
    const Result<Forecast> ahead = (*model)->forecast(daily, 1, {});
    const Result<std::vector<double>> known = (*model)->oneStep(daily);
    if (!ahead || !known)
        return;
    m_model.forecast = ahead->mean.front();
    std::vector<double> forecasts(size_t(first), missing);
    forecasts.insert(forecasts.end(), known->begin(), known->end());
    learnErrors(days, forecasts);
    close(day, days, forecasts, before);
}

TodayReading LiveToday::at(UtcMs now)
{
    TodayReading reading;
    reading.measure = m_measure;
    reading.unit = m_unit;
    reading.usual.fill(missing);
    const WallMs wall = m_clock.toWall(now);
    reading.day = floorToStep(wall, Step::Day);
    if (!m_hasClock || m_hours.empty() || wall < m_start) {
        reading.note = m_hasClock ? LiveTodayText::tr("Nothing came in yet.") : LiveTodayText::tr("The events have no time, so no day can be followed.");
        return reading;
    }
    const qint64 day = (reading.day - m_start) / dayMs;
    if (m_model.day != day)
        learn(day);
    const int hour = int((wall - reading.day) / hourMs);
    const double part = double(wall - reading.day - hour * hourMs) / double(hourMs);
    for (int at = 1; at <= hour + 1; ++at)
        reading.actual.push_back(sumBefore(day, at));
    reading.soFar = reading.actual.back();
    reading.note = m_model.note;
    const auto here = [&](const std::array<double, 25> &values) { return std::lerp(values[size_t(hour)], values[size_t(hour) + 1], part); };
    reading.share = here(m_model.shares);
    reading.forecast = m_model.forecast;
    if (std::isnan(m_model.forecast))
        return reading;
    for (size_t at = 0; at < 24; ++at)
        reading.usual[at] = m_model.forecast * m_model.shares[at + 1];
    reading.expected = blended(reading.soFar, reading.share, m_model.forecast);
    reading.low = reading.expected + here(m_model.low);
    reading.high = reading.expected + here(m_model.high);
    return reading;
}

} // namespace foretrail
