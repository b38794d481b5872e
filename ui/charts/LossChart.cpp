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

using Member = double EpochRecord::*;

std::vector<double> valuesOf(const QList<EpochRecord> &epochs, Member member)
{
    std::vector<double> values;
    for (const EpochRecord &epoch : epochs)
        values.push_back(epoch.*member);
    return values;
}

bool isThere(const std::vector<double> &values)
{
    return std::ranges::any_of(values, [](double value) { return !std::isnan(value); });
}

bool smooths(const EpochChartStyle &style) { return style.isSmoothed && style.curve != EpochCurve::LearningRate; }

/// The values, and where the style asks for it their means in front of them.
void addCurve(ChartContent &content, const QString &name, CurveRole role, std::vector<double> values, const EpochChartStyle &style)
{
    if (!isThere(values))
        return;
    std::vector<double> drawn = styled(values, style);
    if (smooths(style))
        content.curves.append({LossChartText::tr("%1, each epoch", "a loss").arg(name), CurveRole::Earlier, 0, 1, shared(std::move(values))});
    content.curves.append({name, role, 0, 1, shared(std::move(drawn))});
}

Member memberOf(EpochCurve curve)
{
    switch (curve) {
    case EpochCurve::Loss: return &EpochRecord::trainingLoss;
    case EpochCurve::LearningRate: return &EpochRecord::learningRate;
    case EpochCurve::GradientNorm: return &EpochRecord::gradientNorm;
    case EpochCurve::Seconds: return &EpochRecord::seconds;
    }
    return nullptr;
}

} // namespace

double curveValue(const EpochRecord &epoch, EpochCurve curve) { return epoch.*memberOf(curve); }

QString curveTitle(EpochCurve curve)
{
    switch (curve) {
    case EpochCurve::Loss: return LossChartText::tr("Loss");
    case EpochCurve::LearningRate: return LossChartText::tr("Learning rate");
    case EpochCurve::GradientNorm: return LossChartText::tr("Size of the gradient");
    case EpochCurve::Seconds: return LossChartText::tr("Seconds an epoch");
    }
    return {};
}

std::vector<double> styled(const std::vector<double> &values, const EpochChartStyle &style) { return smooths(style) ? smoothed(values) : values; }

int bestEpoch(const QList<EpochRecord> &epochs)
{
    const auto best = std::find_if(epochs.rbegin(), epochs.rend(), [](const EpochRecord &epoch) { return epoch.isBest; });
    return best == epochs.rend() ? 0 : best->epoch;
}

std::vector<double> smoothed(const std::vector<double> &values, double memory)
{
    std::vector<double> means;
    double sum = 0, weight = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            sum = memory * sum + (1 - memory) * value;
            weight = memory * weight + (1 - memory);
        }
        means.push_back(weight > 0 ? sum / weight : missing);
    }
    return means;
}

ChartContent lossChart(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance, const EpochChartStyle &style)
{
    ChartContent content;
    if (epochs.isEmpty())
        return content;
    const QString quantity = curveTitle(style.curve);
    content.title = title;
    content.valueTitle = quantity;
    content.isLogarithmic = style.isLogarithmic;
    content.indexTitle = LossChartText::tr("Epoch");
    content.provenance = provenance;
    const bool isLoss = style.curve == EpochCurve::Loss;
    addCurve(content, isLoss ? LossChartText::tr("Training") : quantity, CurveRole::History, valuesOf(epochs, memberOf(style.curve)), style);
    if (isLoss)
        addCurve(content, LossChartText::tr("Validation"), CurveRole::Forecast, valuesOf(epochs, &EpochRecord::validationLoss), style);
    if (const int best = bestEpoch(epochs); best > 0 && !content.curves.isEmpty())
        content.marks.append({best, LossChartText::tr("best: epoch %1").arg(QLocale().toString(best))});
    return content;
}

} // namespace foretrail
