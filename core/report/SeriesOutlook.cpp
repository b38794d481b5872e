#include "core/report/SeriesOutlook.h"

#include "core/report/ForecastWords.h"
#include "core/series/Statistics.h"
#include "core/training/Sentence.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct SeriesOutlookText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::SeriesOutlook)
};

constexpr double rare = 0.05;      // of a band that keeps its promise
constexpr double largeChange = 0.5;
constexpr int leastSilence = 7;    // steps
constexpr double oftenSilent = 0.2; // share of steps without anything

double meanOfKnown(const std::vector<double> &values, qint64 from, qint64 count)
{
    std::vector<double> known;
    for (qint64 i = std::max<qint64>(0, from); i < std::min(from + count, qint64(values.size())); ++i)
        if (!std::isnan(values[size_t(i)]))
            known.push_back(values[size_t(i)]);
    return meanOf(known);
}

/// Steps without anything: the last ones, where there was something before, and the most in a row until then.
struct Silence {
    qint64 now = 0;
    qint64 longestBefore = 0;
    double share = 0; ///< of all steps
};

Silence silenceOf(const std::vector<double> &values)
{
    Silence silence;
    qint64 run = 0, quiet = 0;
    bool hasBegun = false;
    for (const double value : values) {
        const bool isQuiet = std::isnan(value) || value == 0;
        quiet += isQuiet;
        if (!isQuiet && hasBegun)
            silence.longestBefore = std::max(silence.longestBefore, run);
        hasBegun = hasBegun || !isQuiet;
        run = isQuiet ? run + 1 : 0;
    }
    silence.now = hasBegun ? run : 0;
    silence.share = values.empty() ? 0 : double(quiet) / double(values.size());
    return silence;
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

QStringList concernsOf(const ForecastOutcome &outcome, const SeriesOutlook &outlook)
{
    QStringList concerns;
    const Silence silence = silenceOf(outcome.history.values);
    if (silence.now >= std::max(leastSilence, outcome.season) && silence.now > silence.longestBefore)
        concerns << SeriesOutlookText::tr("nothing in the last %1, longer than ever before").arg(stepsWords(outcome.history.axis.step, silence.now));
    if (gainOver(outcome.metrics, outcome.baselineMetrics) <= -singleFoldMargin)
        concerns << SeriesOutlookText::tr("the baseline (%1) came closer on the test part").arg(outcome.baseline);
    concerns << missedBand(outcome);
    if (std::abs(outlook.change()) >= largeChange)
        concerns << SeriesOutlookText::tr("it changes by more than half");
    const Band *band = outcome.future.band(80);
    const bool isSeldom = silence.share > oftenSilent; // of which each step is uncertain, and nobody plans by the step
    if (band && !isSeldom && outlook.expected > 0 && meanOf(band->high) - meanOf(band->low) > 2 * outlook.expected)
        concerns << SeriesOutlookText::tr("its 80 % band is wider than twice what is expected");
    concerns.removeAll(QString());
    return concerns;
}

} // namespace

double SeriesOutlook::change() const { return before > 0 ? expected / before - 1 : missing; }

SeriesOutlook outlookOf(const ForecastOutcome &outcome)
{
    SeriesOutlook outlook;
    const auto horizon = qint64(outcome.future.mean.size());
    if (horizon == 0)
        return outlook;
    outlook.expected = meanOf(outcome.future.mean);
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
    outlook.concerns = concernsOf(outcome, outlook);
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
