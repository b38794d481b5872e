#include "core/report/SeriesOutlook.h"

#include "core/report/ForecastWords.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct SeriesOutlookText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SeriesOutlook)
};

constexpr double rare = 0.05;      // of a band that keeps its promise
constexpr double oftenSilent = 0.2; // share of steps without anything

double meanOfKnown(const std::vector<double> &values, qint64 from, qint64 count)
{
    std::vector<double> known;
    for (qint64 i = std::max<qint64>(0, from); i < std::min(from + count, qint64(values.size())); ++i)
        if (!std::isnan(values[size_t(i)]))
            known.push_back(values[size_t(i)]);
    return meanOf(known);
}

/// Of all steps, those without anything.
double silentShare(const std::vector<double> &values)
{
    const auto quiet = std::count_if(values.begin(), values.end(), [](double value) { return std::isnan(value) || value == 0; });
    return values.empty() ? 0 : double(quiet) / double(values.size());
}

/// Of the 80 % band of the test part: empty where it held as much as may be by chance.
QString missedBand(const ForecastOutcome &outcome)
{
    const Metrics &metrics = outcome.metrics;
    if (metrics.count == 0 || std::isnan(metrics.coverage80))
        return {};
    const int held = int(std::lround(metrics.coverage80 * double(metrics.count)));
    return binomialAtMost(held, int(metrics.count), 0.8) < rare
        ? SeriesOutlookText::tr("its 80 % band held only %1 of the test part").arg(percentWords(metrics.coverage80, 0)) : QString();
}

QStringList cautionsOf(const ForecastOutcome &outcome, const SeriesOutlook &outlook)
{
    QStringList cautions{missedBand(outcome)};
    const Band *band = outcome.future.band(80);
    const bool isSeldom = silentShare(outcome.history.values) > oftenSilent; // of which each step is uncertain, and nobody plans by the step
    if (band && !isSeldom && outlook.expected > 0 && meanOf(band->high) - meanOf(band->low) > 2 * outlook.expected)
        cautions << SeriesOutlookText::tr("its 80 % band is wider than twice what is expected");
    cautions.removeAll(QString());
    return cautions;
}

} // namespace

double SeriesOutlook::change() const { return before > 0 ? expected / before - 1 : missing; }

SeriesOutlook outlookOf(const ForecastOutcome &outcome, const AdjustedForecast &adjusted)
{
    SeriesOutlook outlook;
    const auto horizon = qint64(outcome.future.mean.size());
    if (horizon == 0)
        return outlook;
    outlook.expected = adjusted.isAdjusted() ? meanOf(adjusted.values()) : meanOf(outcome.future.mean);
    outlook.total = outlook.expected * double(horizon);
    const qint64 size = outcome.history.size();
    const qint64 season = std::max(1, outcome.season);
    outlook.earlier = (horizon + season - 1) / season * season;
    if (outlook.earlier <= size)
        outlook.before = meanOfKnown(outcome.history.values, size - outlook.earlier, horizon);
    const double change = outlook.change();
    if (!std::isnan(change))
        outlook.course = change >= SeriesOutlook::clearChange ? Course::Rises : change <= -SeriesOutlook::clearChange ? Course::Falls : Course::Steady;
    if (const Band *band = outcome.future.band(80); band && !std::isnan(outlook.before))
        outlook.isClear = outlook.before < meanOf(band->low) || outlook.before > meanOf(band->high);
    outlook.cautions = cautionsOf(outcome, outlook);
    return outlook;
}

double binomialAtMost(int held, int count, double promised)
{
    double sum = 0;
    for (int k = 0; k <= held; ++k)
        sum += std::exp(std::lgamma(count + 1) - std::lgamma(k + 1) - std::lgamma(count - k + 1) + k * std::log(promised) + (count - k) * std::log1p(-promised));
    return std::min(1.0, sum);
}

} // namespace foretrail
