#pragma once

#include "core/data/RunStore.h"
#include "ui/models/TextTableModel.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace foretrail {

class LineChart;

/// Runs side by side: their losses over each other, their errors beside those of the baselines, and the settings in which they
/// differ.
class RunCompareDialog : public QDialog {
    Q_OBJECT
public:
    explicit RunCompareDialog(const QList<RunRecord> &runs, QWidget *parent = nullptr);
    /// Returns at once.
    static void open(const QList<RunRecord> &runs, QWidget *parent);

private:
    void draw();
    QStringList lossKinds() const; ///< of the runs that have epochs

    const QList<RunRecord> m_runs;
    TextTableModel m_model;
    QComboBox *m_curve;
    QLabel *m_scale; ///< what the curves are shares of, where they are
    LineChart *m_chart;
};

/// Header, then a row for each error and each setting that differs, a column for each run.
QList<QStringList> runComparison(const QList<RunRecord> &runs);

} // namespace foretrail
