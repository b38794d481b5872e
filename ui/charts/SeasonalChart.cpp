#include "ui/charts/SeasonalChart.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace foretrail {

namespace {

struct SeasonalChartText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SeasonalChart)
};

constexpr qint64 mondayOffset = 3; ///< 1970-01-01 was a Thursday

/// Where an observation stands: which cycle, and where inside it.
struct Spot {
    qint64 cycle = 0;
    qint64 place = 0;
};

qint64 daysSince(WallMs time) { return qint64(std::floor(double(time) / double(dayMs))); }

Spot spotInYear(WallMs time, Step step)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).date();
    // 29 February keeps a place of its own, so that the days behind it stand below each other.
    const int day = QDate(2000, date.month(), date.day()).dayOfYear() - 1;
    switch (step) {
    case Step::Week: return {date.year(), (date.dayOfYear() - 1) / 7};
    case Step::Month: return {date.year(), date.month() - 1};
    case Step::Quarter: return {date.year(), (date.month() - 1) / 3};
    default: return {date.year(), day};
    }
}

Spot spotOf(const TimeAxis &axis, qint64 index, Cycle cycle, int season)
{
    const WallMs time = axis.timeAt(index);
    const qint64 day = daysSince(time);
    const qint64 hour = (time - day * dayMs) / 3'600'000;
    switch (cycle) {
    case Cycle::Day: return {day, hour};
    case Cycle::Week: {
        const qint64 week = qint64(std::floor(double(day + mondayOffset) / 7));
        const qint64 weekday = day + mondayOffset - 7 * week;
        return {week, axis.step == Step::Hour ? 24 * weekday + hour : weekday};
    }
    case Cycle::Year: return spotInYear(time, axis.step);
    case Cycle::Season: break;
    }
    return {index / season, index % season};
}

qint64 lengthOf(Cycle cycle, Step step, int season)
{
    switch (cycle) {
    case Cycle::Day: return 24;
    case Cycle::Week: return step == Step::Hour ? 168 : 7;
    case Cycle::Year: return step == Step::Week ? 53 : step == Step::Month ? 12 : step == Step::Quarter ? 4 : 366;
    case Cycle::Season: return season;
    }
    return season;
}

IndexLabels yearLabels(Step step, const QLocale &locale)
{
    IndexLabels labels;
    const qint64 length = lengthOf(Cycle::Year, step, 0);
    for (qint64 i = 0; i < length; ++i) {
        if (step == Step::Month)
            labels.texts << locale.standaloneMonthName(int(i) + 1, QLocale::ShortFormat);
        else if (step == Step::Quarter)
            labels.texts << SeasonalChartText::tr("Quarter %1").arg(i + 1);
        else if (step == Step::Week)
            labels.texts << SeasonalChartText::tr("Week %1").arg(i + 1);
        else
            labels.texts << locale.toString(QDate(2000, 1, 1).addDays(i), SeasonalChartText::tr("d MMM", "format of a day without its year"));
    }
    for (int month = 1; step == Step::Day && month <= 12; ++month)
        labels.at.push_back(QDate(2000, month, 1).dayOfYear() - 1);
    return labels;
}

IndexLabels labelsOf(Cycle cycle, Step step, int season)
{
    const QLocale locale;
    if (cycle == Cycle::Year)
        return yearLabels(step, locale);
    IndexLabels labels;
    for (qint64 i = 0; i < lengthOf(cycle, step, season); ++i) {
        const QString hour = QStringLiteral("%1:00").arg(i % 24, 2, 10, QLatin1Char('0'));
        const QString weekday = locale.standaloneDayName(int(step == Step::Hour ? i / 24 : i) % 7 + 1, QLocale::ShortFormat);
        if (cycle == Cycle::Day)
            labels.texts << hour;
        else if (cycle == Cycle::Week)
            labels.texts << (step == Step::Hour && i % 24 != 0 ? weekday + QLatin1Char(' ') + hour : weekday);
        else
            labels.texts << locale.toString(i + 1);
        if (cycle == Cycle::Week && step == Step::Hour && i % 24 == 0)
            labels.at.push_back(i);
    }
    return labels;
}

QString cycleName(Cycle cycle, qint64 number, const QLocale &locale)
{
    const auto day = [&](qint64 days) { return locale.toString(QDate(1970, 1, 1).addDays(days), QLocale::ShortFormat); };
    switch (cycle) {
    case Cycle::Day: return day(number);
    case Cycle::Week: return SeasonalChartText::tr("Week of %1").arg(day(7 * number - mondayOffset));
    case Cycle::Year: return QString::number(number);
    case Cycle::Season: break;
    }
    return SeasonalChartText::tr("Season %1").arg(number + 1);
}

using Lines = std::map<qint64, std::vector<double>>;

Lines linesOf(const Series &series, Cycle cycle, int season)
{
    Lines lines;
    for (qint64 i = 0; i < series.size(); ++i) {
        const Spot spot = spotOf(series.axis, i, cycle, season);
        auto &line = lines.try_emplace(spot.cycle, size_t(lengthOf(cycle, series.axis.step, season)), missing).first->second;
        line[size_t(spot.place)] = series.values[size_t(i)];
    }
    return lines;
}

std::vector<double> meanOf(const Lines &lines)
{
    std::vector<double> sum(lines.begin()->second.size(), 0);
    std::vector<double> count(sum.size(), 0);
    for (const auto &[number, line] : lines) {
        for (size_t i = 0; i < line.size(); ++i) {
            sum[i] += std::isnan(line[i]) ? 0 : line[i];
            count[i] += std::isnan(line[i]) ? 0 : 1;
        }
    }
    for (size_t i = 0; i < sum.size(); ++i)
        sum[i] = count[i] > 0 ? sum[i] / count[i] : missing;
    return sum;
}

} // namespace

QList<Cycle> cyclesOf(const TimeAxis &axis, int season)
{
    switch (axis.step) {
    case Step::Hour: return {Cycle::Day, Cycle::Week};
    case Step::Day: return {Cycle::Week, Cycle::Year};
    case Step::Week:
    case Step::Month:
    case Step::Quarter: return {Cycle::Year};
    case Step::Year:
    case Step::None: break;
    }
    return season > 1 ? QList<Cycle>{Cycle::Season} : QList<Cycle>();
}

QString cycleTitle(Cycle cycle)
{
    switch (cycle) {
    case Cycle::Day: return SeasonalChartText::tr("Day");
    case Cycle::Week: return SeasonalChartText::tr("Week");
    case Cycle::Year: return SeasonalChartText::tr("Year");
    case Cycle::Season: return SeasonalChartText::tr("Season");
    }
    return {};
}

ChartContent seasonalChart(const Series &series, Cycle cycle, int season, const QString &valueTitle)
{
    ChartContent content;
    const Lines lines = linesOf(series, cycle, season);
    if (lines.empty())
        return content;
    const QLocale locale;
    content.title = SeasonalChartText::tr("Seasonal plot: %1").arg(cycleTitle(cycle));
    content.valueTitle = valueTitle;
    content.labels = labelsOf(cycle, series.axis.step, season);
    const auto first = std::next(lines.begin(), std::max<std::ptrdiff_t>(std::ptrdiff_t(lines.size()) - mostCycles, 0));
    for (auto line = first; line != lines.end(); ++line) {
        const bool isNewest = std::next(line) == lines.end();
        content.curves.append({cycleName(cycle, line->first, locale), isNewest ? CurveRole::Fit : CurveRole::Cycle, 0, 0, shared(line->second)});
    }
    content.curves.append({SeasonalChartText::tr("Mean"), CurveRole::History, 0, 0, shared(meanOf(lines))});
    return content;
}

} // namespace foretrail
