#pragma once

#include "core/evaluation/Residuals.h"
#include "ui/charts/ChartContent.h"

#include <QWidget>

class QLabel;

namespace foretrail {

class BarChart;

/// What is left over after a model: over time, as a distribution, and as an autocorrelation with its bounds, with one
/// sentence that says whether there is a pattern left.
class ResidualsView : public QWidget {
    Q_OBJECT
public:
    explicit ResidualsView(QWidget *parent = nullptr);
    /// Residuals at steps first, first + 1 ... of the axis.
    void setResiduals(const ResidualDiagnostics &residuals, const TimeAxis &axis, qint64 first, const QString &unit);
    void clear();

Q_SIGNALS:
    void exportRequested(const foretrail::BarContent &content, const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    BarChart *addChart(const QString &name);
    void fill();
    QString sentence() const;
    BarContent overTime() const;
    BarContent distribution() const;
    BarContent autocorrelation() const;

    QLabel *m_sentence;
    BarChart *m_overTime;
    BarChart *m_distribution;
    BarChart *m_autocorrelation;
    ResidualDiagnostics m_residuals;
    TimeAxis m_axis;
    qint64 m_first = 0;
    QString m_unit;
};

} // namespace foretrail
