#include "ui/charts/LossChart.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct LossChartText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::LossChart)
};

Curve lossCurve(const QString &name, CurveRole role, const QList<EpochRecord> &epochs, double EpochRecord::*loss)
{
    auto values = std::make_shared<std::vector<double>>();
    for (const EpochRecord &epoch : epochs)
        values->push_back(epoch.*loss);
    return {name, role, 0, 1, values};
}

} // namespace

int bestEpoch(const QList<EpochRecord> &epochs)
{
    const auto best = std::find_if(epochs.rbegin(), epochs.rend(), [](const EpochRecord &epoch) { return epoch.isBest; });
    return best == epochs.rend() ? 0 : best->epoch;
}

ChartContent lossChart(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance)
{
    ChartContent content;
    if (epochs.isEmpty())
        return content;
    content.title = title;
    content.valueTitle = LossChartText::tr("Loss");
    content.indexTitle = LossChartText::tr("Epoch");
    content.provenance = provenance;
    content.curves.append(lossCurve(LossChartText::tr("Training"), CurveRole::History, epochs, &EpochRecord::trainingLoss));
    const bool isValidated = std::any_of(epochs.begin(), epochs.end(), [](const EpochRecord &epoch) { return !std::isnan(epoch.validationLoss); });
    if (isValidated)
        content.curves.append(lossCurve(LossChartText::tr("Validation"), CurveRole::Forecast, epochs, &EpochRecord::validationLoss));
    if (const int best = bestEpoch(epochs); best > 0)
        content.marks.append({best, LossChartText::tr("best: epoch %1").arg(QLocale().toString(best))});
    return content;
}

} // namespace foretrail
