#include "ui/charts/EpochCharts.h"

#include "ui/charts/Ticks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct EpochChartsText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::EpochCharts)
};

bool hasValidation(const QList<EpochRecord> &epochs)
{
    return std::ranges::any_of(epochs, [](const EpochRecord &epoch) { return !std::isnan(epoch.validationLoss); });
}

/// What is raced for, of the epochs from `first` on.
std::vector<double> racedValues(const QList<EpochRecord> &epochs, int first, EpochCurve curve, bool isValidation)
{
    std::vector<double> values;
    for (const EpochRecord &epoch : epochs)
        if (epoch.epoch >= first)
            values.push_back(isValidation ? epoch.validationLoss : curveValue(epoch, curve));
    return values;
}

} // namespace

QString epochTitle(int epoch)
{
    return epoch == 0 ? EpochChartsText::tr("Before the first epoch") : EpochChartsText::tr("Epoch %1").arg(QLocale().toString(epoch));
}

ChartContent judgedChart(const JudgedEpoch &epoch, const QString &measure, const QString &provenance)
{
    ChartContent content;
    if (!epoch.part || epoch.part->actual.empty())
        return content;
    content.title = EpochChartsText::tr("%1: validation part, one step ahead", "Epoch 12").arg(epochTitle(epoch.epoch));
    content.valueTitle = epoch.part->unit.isEmpty() ? measure : EpochChartsText::tr("%1 (%2)", "Revenue (GBP)").arg(measure, epoch.part->unit);
    content.axis = epoch.part->axis;
    content.provenance = provenance;
    content.curves.append({EpochChartsText::tr("Actual"), CurveRole::History, 0, 0, shared(epoch.part->actual)});
    content.curves.append({EpochChartsText::tr("Network"), CurveRole::Forecast, 0, 0, shared(epoch.forecast)});
    return content;
}

BarContent histogramChart(const Histogram &histogram, const QString &title)
{
    BarContent bars;
    bars.title = std::isnan(histogram.mean) ? title : EpochChartsText::tr("%1, mean %2", "what is counted, number").arg(title, QLocale().toString(histogram.mean, 'g', 2));
    bars.valueTitle = EpochChartsText::tr("Count");
    bars.categoryTitle = EpochChartsText::tr("Value");
    for (size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        bars.labels += plainNumber(histogram.centre(bin));
        bars.values.push_back(double(histogram.counts[bin]));
    }
    return bars;
}

ChartContent raceChart(const QList<EpochRecord> &branch, const Rival &origin, const QString &title, const QString &provenance, const EpochChartStyle &style)
{
    ChartContent content;
    const bool isValidation = style.curve == EpochCurve::Loss && hasValidation(origin.epochs);
    content.title = title;
    content.valueTitle = isValidation ? EpochChartsText::tr("Validation: %1", "Loss").arg(curveTitle(style.curve)) : curveTitle(style.curve);
    content.isLogarithmic = style.isLogarithmic;
    content.indexTitle = EpochChartsText::tr("Epoch of the origin");
    content.provenance = provenance;
    const int first = std::max(origin.epoch, 1);
    std::vector<double> before = racedValues(origin.epochs, first, style.curve, isValidation);
    std::vector<double> after = racedValues(branch, 1, style.curve, isValidation);
    if (origin.epoch > 0 && !before.empty())
        after.insert(after.begin(), before.front());
    content.curves.append({EpochChartsText::tr("Origin"), CurveRole::History, 0, first, shared(styled(std::move(before), style))});
    content.curves.append({EpochChartsText::tr("Branch"), CurveRole::Forecast, 0, first, shared(styled(std::move(after), style))});
    if (origin.epoch > 0)
        content.marks.append({origin.epoch, EpochChartsText::tr("they part")});
    return content;
}

} // namespace foretrail
