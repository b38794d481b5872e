#include "ui/charts/ResidualCharts.h"

#include "core/evaluation/ResidualGroups.h"
#include "ui/charts/Ticks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ResidualChartsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ResidualCharts)
};

constexpr size_t mostBars = 400;
constexpr size_t mostPoints = 2000;

QString residualTitle(const QString &unit) { return unit.isEmpty() ? ResidualChartsText::tr("Residual") : ResidualChartsText::tr("Residual (%1)").arg(unit); }

QString residualPText(double p)
{
    return p < 0.001 ? ResidualChartsText::tr("p < 0.001") : ResidualChartsText::tr("p = %1").arg(QLocale().toString(p, 'f', 3));
}

/// Places of the residuals that are known, by size.
std::vector<size_t> bySize(const std::vector<double> &residuals)
{
    std::vector<size_t> places;
    for (size_t i = 0; i < residuals.size(); ++i)
        if (std::isfinite(residuals[i]))
            places.push_back(i);
    std::stable_sort(places.begin(), places.end(), [&residuals](size_t a, size_t b) { return residuals[a] < residuals[b]; });
    return places;
}

std::shared_ptr<const ColumnDrawing> columns(ColumnContent content)
{
    return content.bars.values.empty() ? nullptr : std::make_shared<const ColumnDrawing>(std::move(content));
}

/// The lags whose bars are beyond the bounds of one lag and drawn so.
QStringList lagsBeyond(const ResidualDiagnostics &residuals)
{
    QStringList lags;
    for (size_t lag = 1; lag <= residuals.autocorrelation.size(); ++lag)
        if (std::abs(residuals.autocorrelation[lag - 1]) > residuals.autocorrelationBound)
            lags << QString::number(lag);
    return lags;
}

/// The test looks at all lags together, the colour of a bar at one: where they differ, both are told.
QString patternVerdict(const ResidualDiagnostics &residuals)
{
    constexpr qsizetype mostNamed = 3;
    if (residuals.lags == 0 || std::isnan(residuals.ljungBoxP))
        return ResidualChartsText::tr("Too few residuals to look for a pattern.");
    const QString p = residualPText(residuals.ljungBoxP);
    const QStringList beyond = lagsBeyond(residuals);
    const bool isPattern = residuals.ljungBoxP < 0.05;
    if (!isPattern && beyond.isEmpty())
        return ResidualChartsText::tr("No pattern left up to lag %1 (Ljung-Box %2).").arg(residuals.lags).arg(p);
    if (!isPattern) {
        QString named = QLocale().createSeparatedList(beyond.mid(0, mostNamed));
        if (beyond.size() > mostNamed)
            named = ResidualChartsText::tr("%1 and %n more", nullptr, int(beyond.size() - mostNamed)).arg(named);
        return ResidualChartsText::tr("Lags 1 to %1 taken together leave no pattern (Ljung-Box %2); beyond its own bounds, in orange: lag %3. By chance alone about %4 of them would be.")
            .arg(residuals.lags).arg(p, named, QLocale().toString(0.05 * residuals.lags, 'f', residuals.lags < 20 ? 1 : 0));
    }
    if (beyond.isEmpty())
        return ResidualChartsText::tr("Lags 1 to %1 taken together leave a pattern (Ljung-Box %2), though none is beyond its own bounds.").arg(residuals.lags).arg(p);
    const auto &r = residuals.autocorrelation;
    const auto largest = std::max_element(r.begin(), r.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    return ResidualChartsText::tr("A pattern is left, most at lag %1 (Ljung-Box %2): the model could still learn from it.").arg(largest - r.begin() + 1).arg(p);
}

QString normalVerdict(const JarqueBera &test)
{
    if (std::isnan(test.p))
        return {};
    const QString p = residualPText(test.p);
    if (test.p >= 0.05)
        return ResidualChartsText::tr("Their sizes are as a normal distribution has them (Jarque-Bera %1).").arg(p);
    if (std::abs(test.skewness) > std::abs(test.kurtosis - 3) / 2)
        return test.skewness > 0 ? ResidualChartsText::tr("Not normal: the largest are above the forecast (Jarque-Bera %1).").arg(p)
                                 : ResidualChartsText::tr("Not normal: the largest are below the forecast (Jarque-Bera %1).").arg(p);
    return test.kurtosis > 3 ? ResidualChartsText::tr("Not normal: very large ones come more often than a normal distribution has them (Jarque-Bera %1).").arg(p)
                             : ResidualChartsText::tr("Not normal: they are cut off sooner than a normal distribution is (Jarque-Bera %1).").arg(p);
}

} // namespace

size_t firstShownResidual(const ResidualDiagnostics &residuals) { return residuals.values.size() > mostBars ? residuals.values.size() - mostBars : 0; }

BarContent residualsOverTime(const ResidualSource &source)
{
    const ResidualDiagnostics &residuals = source.residuals;
    const Series &history = source.outcome.history;
    BarContent bars;
    bars.title = history.unit.isEmpty() ? ResidualChartsText::tr("Residuals") : ResidualChartsText::tr("Residuals (%1)").arg(history.unit);
    bars.valueTitle = ResidualChartsText::tr("Residual");
    bars.categoryTitle = ResidualChartsText::tr("Time");
    const size_t first = firstShownResidual(residuals);
    bars.values.assign(residuals.values.begin() + std::ptrdiff_t(first), residuals.values.end());
    for (size_t i = first; i < residuals.values.size(); ++i)
        bars.labels += shortStepText(history.axis, qint64(i));
    if (std::isfinite(residuals.deviation)) {
        bars.lowBound = residuals.mean - 1.96 * residuals.deviation;
        bars.highBound = residuals.mean + 1.96 * residuals.deviation;
    }
    return bars;
}

std::shared_ptr<const ColumnDrawing> residualDistribution(const ResidualSource &source)
{
    const ResidualDiagnostics &residuals = source.residuals;
    ColumnContent content;
    BarContent &bars = content.bars;
    bars.title = ResidualChartsText::tr("Distribution");
    bars.valueTitle = ResidualChartsText::tr("Count");
    bars.categoryTitle = ResidualChartsText::tr("Residual");
    content.curveTitle = ResidualChartsText::tr("Normal");
    double n = 0;
    for (const HistogramBin &bin : residuals.histogram)
        n += double(bin.count);
    for (const HistogramBin &bin : residuals.histogram) {
        bars.labels += shortNumber((bin.from + bin.to) / 2);
        bars.values.push_back(double(bin.count));
        content.curve.push_back(normalCount(n, residuals.mean, residuals.deviation, bin.from, bin.to));
    }
    return columns(std::move(content));
}

BarContent residualAutocorrelation(const ResidualSource &source, bool isPartial)
{
    BarContent bars;
    bars.title = bars.valueTitle = isPartial ? ResidualChartsText::tr("Partial autocorrelation") : ResidualChartsText::tr("Autocorrelation");
    bars.categoryTitle = ResidualChartsText::tr("Lag");
    bars.values = isPartial ? source.residuals.partialAutocorrelation : source.residuals.autocorrelation;
    for (size_t lag = 1; lag <= bars.values.size(); ++lag)
        bars.labels += QString::number(lag);
    bars.lowBound = -source.residuals.autocorrelationBound;
    bars.highBound = source.residuals.autocorrelationBound;
    return bars;
}

std::shared_ptr<const ColumnDrawing> residualGroups(const ResidualSource &source, bool isByMonth)
{
    ColumnContent content;
    BarContent &bars = content.bars;
    bars.title = isByMonth ? ResidualChartsText::tr("Mean residual by month") : ResidualChartsText::tr("Mean residual by weekday");
    bars.valueTitle = ResidualChartsText::tr("Mean residual");
    bars.categoryTitle = isByMonth ? ResidualChartsText::tr("Month") : ResidualChartsText::tr("Weekday");
    const QLocale locale;
    for (const GroupedResidual &one : groupedResiduals(source.residuals.values, source.outcome.history.axis, isByMonth ? ResidualGroup::Month : ResidualGroup::Weekday)) {
        bars.labels += isByMonth ? locale.standaloneMonthName(one.group + 1, QLocale::ShortFormat) : locale.standaloneDayName(one.group + 1, QLocale::ShortFormat);
        bars.values.push_back(one.mean);
        content.notes << ResidualChartsText::tr("%1 on average in size, %n residuals", nullptr, int(one.count)).arg(shortNumber(one.absolute));
    }
    return columns(std::move(content));
}

std::shared_ptr<const ColumnDrawing> residualSteps(const ResidualSource &source, const std::vector<StepError> &errors)
{
    ColumnContent content;
    BarContent &bars = content.bars;
    bars.valueTitle = ResidualChartsText::tr("Mean error in size");
    bars.categoryTitle = ResidualChartsText::tr("Steps ahead");
    const auto add = [&content](int h, double size, qint64 count) {
        content.bars.labels += QString::number(h);
        content.bars.values.push_back(size);
        content.notes << ResidualChartsText::tr("%n forecasts", nullptr, int(count));
    };
    qint64 origins = 0;
    for (const StepError &one : errors) {
        add(one.h, one.metrics.mae, one.metrics.count);
        origins = std::max(origins, one.metrics.count);
    }
    bars.title = errors.empty() ? ResidualChartsText::tr("Error by step ahead, test part") : ResidualChartsText::tr("Error by step ahead, %n origins", nullptr, int(origins));
    const ForecastOutcome &outcome = source.outcome;
    for (size_t i = 0; errors.empty() && i < std::min(outcome.actual.size(), outcome.test.mean.size()); ++i)
        add(int(i) + 1, std::abs(outcome.actual[i] - outcome.test.mean[i]), 1);
    return columns(std::move(content));
}

std::shared_ptr<const ScatterDrawing> residualNormalPlot(const ResidualSource &source)
{
    const NormalPlot &plot = source.residuals.normalPlot;
    const std::vector<size_t> places = bySize(source.residuals.values);
    if (plot.ordered.empty() || places.size() != plot.ordered.size())
        return {};
    ScatterContent content{ResidualChartsText::tr("Normal quantiles (Q-Q)"), ResidualChartsText::tr("Normal quantile"), residualTitle(source.outcome.history.unit), {}, plot.slope, plot.intercept, true};
    // Both ends are what one looks at; of the middle of many only every so many are drawn.
    const size_t stride = places.size() / mostPoints + 1, ends = 100;
    for (size_t i = 0; i < places.size(); ++i)
        if (i % stride == 0 || i < ends || i + ends >= places.size())
            content.points.push_back({plot.quantiles[i], plot.ordered[i], int(places[i]), stepText(source.outcome.history.axis, qint64(places[i]))});
    return std::make_shared<const ScatterDrawing>(std::move(content));
}

std::shared_ptr<const ScatterDrawing> residualsAgainstFitted(const ResidualSource &source)
{
    const std::vector<double> &residuals = source.residuals.values;
    ScatterContent content{ResidualChartsText::tr("Residuals against forecasts"), ResidualChartsText::tr("One step ahead"), residualTitle(source.outcome.history.unit), {}, 0, 0, false};
    for (size_t i = residuals.size() > mostPoints ? residuals.size() - mostPoints : 0; i < residuals.size(); ++i)
        if (std::isfinite(residuals[i]))
            content.points.push_back({source.outcome.fitted[i], residuals[i], int(i), stepText(source.outcome.history.axis, qint64(i))});
    return content.points.empty() ? nullptr : std::make_shared<const ScatterDrawing>(std::move(content));
}

QString residualVerdict(const ResidualDiagnostics &residuals)
{
    if (residuals.values.empty())
        return ResidualChartsText::tr("No residuals yet.");
    return QStringLiteral("%1 %2").arg(patternVerdict(residuals), normalVerdict(residuals.normality)).trimmed();
}

} // namespace foretrail
