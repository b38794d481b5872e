#pragma once

#include "core/training/NetworkHistograms.h"
#include "ui/charts/LossChart.h"

namespace foretrail {

/// The validation part as it was and as a network said it one step ahead after an epoch. Empty without a validation part.
/// `measure`: what the values are, "Revenue"; the unit is added.
ChartContent judgedChart(const JudgedEpoch &epoch, const QString &measure, const QString &provenance = {});
/// "Epoch 12", "Before the first epoch"
QString epochTitle(int epoch);

/// A histogram with its mean in the title.
BarContent histogramChart(const Histogram &histogram, const QString &title);

/// A run that another one branched from.
struct Rival {
    QString name;
    QList<EpochRecord> epochs;
    int epoch = 0; ///< whose weights the branch began with
};

/// A branch beside its origin from there on, counted in epochs of the origin: the validation losses (training losses where nothing was
/// validated), or what else the style says. Both begin with what the origin had at that epoch.
ChartContent raceChart(const QList<EpochRecord> &branch, const Rival &origin, const QString &title, const QString &provenance, const EpochChartStyle &style);

} // namespace foretrail
