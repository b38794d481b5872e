#pragma once

#include "core/evaluation/Metrics.h"
#include "core/training/Experiment.h"
#include "core/training/Hierarchy.h"

namespace foretrail {

/// One node of a hierarchy, forecast by itself and so that all adds up.
struct ReconciledNode {
    HierarchyLevel level = HierarchyLevel::Total;
    int parent = -1;
    bool isRest = false;
    QString key;
    QString name;
    std::vector<double> base;       ///< the horizon, by the model alone
    std::vector<double> reconciled;
    double baseWape = missing;      ///< on the test part; a share
    double wape = missing;
    QString problem;                ///< why the mean of its history stands in for the model; empty: it does not

    double baseTotal() const;
    double total() const;
};

/// Mean errors of the nodes of a level on the test part, as a share of what the level holds (WAPE over all its nodes).
struct LevelError {
    HierarchyLevel level = HierarchyLevel::Total;
    int nodes = 0;
    double baseWape = missing;
    double wape = missing;
};

struct ReconciledForecast {
    ReconcileMethod method = ReconcileMethod::MinTrace;
    QString model;
    TimeAxis axis;
    qint64 origin = 0; ///< step of the axis at which the horizon begins
    QList<ReconciledNode> nodes; ///< parents first
    QList<LevelError> levels;
    double gapBefore = 0; ///< how far the worst parent was from the sum of its children, in the unit of the data
    double gapAfter = 0;
    bool isNonNegative = false;
    int tested = 0; ///< steps of the test part

    QString sentence() const; ///< what adding up changed, and what it did to the errors
    QJsonObject toJson() const;
};

/// Steps of the test part of a hierarchy whose total has so many observations: the usual test of that where `asked` is below 0, else what is
/// asked as far as half of the total is left to learn from.
int reconciledTest(int asked, Step step, qint64 observations);

/// Forecasts every node of total > category > item by the model of `spec` and makes the forecasts add up; with spec.split.test, which
/// reconciledTest() settles, the same from the beginning of the test part, which judges. The `top` largest items have forecasts of their own. What hierarchyOf() says;
/// InvalidInput for recipes that join columns. Cancelled.
Result<ReconciledForecast> reconciledForecast(ShopData &data, const TrainingSpec &spec, ReconcileMethod method, int top, int workers, JobContext &job);

/// level,parent,series,name,h,time,model,base,mean. Path "-" is standard output.
Result<void> writeReconciled(const ReconciledForecast &forecast, const QString &path);

} // namespace foretrail
