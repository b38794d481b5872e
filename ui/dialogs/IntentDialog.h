#pragma once

#include "core/behaviour/intent/KeptIntent.h"
#include "ui/charts/ChartContent.h"

#include <QDialog>

class QTableWidget;

namespace foretrail {

/// How good the probabilities of a workspace are: the models side by side on days that they did not know, and how often it happened
/// where so and so much was said.
class IntentDialog : public QDialog {
    Q_OBJECT
public:
    explicit IntentDialog(const WorkspaceIntent &intent, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The chart's menu: "png", "svg", "pdf" or "csv".
    void exportRequested(const foretrail::ChartContent &chart, const QString &format);

private:
    void fillTable(QTableWidget *table, const WorkspaceIntent &intent);
};

/// What was said against what happened, with the line where both are alike; in percent, of small shares in thousandths.
ChartContent reliabilityChart(const ProbabilityScores &scores);

} // namespace foretrail
