#pragma once

#include "core/data/RunStore.h"
#include "ui/charts/ChartContent.h"

namespace foretrail {

enum class EpochCurve { Loss, LearningRate, GradientNorm, Seconds };

/// How the epochs of a training are drawn.
struct EpochChartStyle {
    EpochCurve curve = EpochCurve::Loss;
    bool isSmoothed = false;    ///< exponentially weighted means beside the values themselves
    bool isLogarithmic = false; ///< as ChartContent::isLogarithmic
    bool operator==(const EpochChartStyle &) const = default;
};

/// By epoch: training loss (solid) and validation loss (dashed), or what else the style says, with the best epoch marked.
ChartContent lossChart(const QList<EpochRecord> &epochs, const QString &title, const QString &provenance = {}, const EpochChartStyle &style = {});
/// What a curve draws of an epoch: of losses that of training.
double curveValue(const EpochRecord &epoch, EpochCurve curve);
/// "Learning rate".
QString curveTitle(EpochCurve curve);
/// As the style draws values: smoothed, but for the learning rate, which is as it was set.
std::vector<double> styled(const std::vector<double> &values, const EpochChartStyle &style);
/// The epoch whose weights are kept: the last that was the best so far; 0 without any.
int bestEpoch(const QList<EpochRecord> &epochs);
/// Means in which a value counts 1 - `memory` and those before it fade by `memory`, corrected for the beginning (Kingma and
/// Ba 2015, section 3); missing values leave the mean as it is.
std::vector<double> smoothed(const std::vector<double> &values, double memory = 0.8);

} // namespace foretrail
