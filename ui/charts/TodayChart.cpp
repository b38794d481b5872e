#include "ui/charts/TodayChart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct TodayChartText { Q_DECLARE_TR_FUNCTIONS(foretrail::TodayChart) };

QString roundedText(double value) { return QLocale().toString(value, 'f', 0); }

/// How much of what is still to come is there at the end of an hour, 0 now to 1 at midnight.
double progressAt(const TodayReading &today, size_t hour)
{
    const double whole = today.usual[23], left = whole * (1 - today.share);
    return left > 0 ? std::clamp((today.usual[hour] - whole * today.share) / left, 0.0, 1.0) : 1.0;
}

void addAhead(ChartContent &content, const TodayReading &today, qint64 now)
{
    std::vector<double> ahead{today.soFar};
    BandArea band;
    band.offset = now;
    band.low.push_back(today.soFar);
    band.high.push_back(today.soFar);
    for (size_t hour = size_t(now) + 1; hour < 24; ++hour) {
        const double progress = progressAt(today, hour);
        ahead.push_back(std::lerp(today.soFar, today.expected, progress));
        band.low.push_back(std::lerp(today.soFar, today.low, progress));
        band.high.push_back(std::lerp(today.soFar, today.high, progress));
    }
    content.curves.append({TodayChartText::tr("Expected now"), CurveRole::Forecast, 0, now, shared(std::move(ahead))});
    if (!std::isnan(today.low))
        content.bands.append(band);
}

} // namespace

QString todaySentence(const TodayReading &today)
{
    const QString soFar = TodayChartText::tr("%1 so far").arg((roundedText(today.soFar) + u' ' + today.unit).trimmed());
    if (!today.isKnown())
        return today.note.isEmpty() ? TodayChartText::tr("%1.").arg(soFar) : TodayChartText::tr("%1. %2").arg(soFar, today.note);
    if (std::isnan(today.low))
        return TodayChartText::tr("%1; %2 expected.").arg(soFar, roundedText(today.expected));
    return TodayChartText::tr("%1; %2 expected (%3 to %4 with 80\u00a0%).").arg(soFar, roundedText(today.expected), roundedText(today.low), roundedText(today.high));
}

ChartContent todayContent(const TodayReading &today)
{
    ChartContent content;
    content.title = TodayChartText::tr("Today, %1").arg(formatTime(today.day, Step::Day));
    content.sentence = todaySentence(today);
    content.valueTitle = today.measure == Measure::Revenue ? TodayChartText::tr("Revenue since midnight") : TodayChartText::tr("Events since midnight");
    content.axis = {Step::Hour, today.day};
    if (today.actual.empty())
        return content;
    content.curves.append({TodayChartText::tr("So far"), CurveRole::History, 0, 0, shared(today.actual)});
    if (!today.isKnown())
        return content;
    content.curves.append({TodayChartText::tr("This morning"), CurveRole::Earlier, 0, 0, shared({today.usual.begin(), today.usual.end()})});
    addAhead(content, today, qint64(today.actual.size()) - 1);
    return content;
}

} // namespace foretrail
