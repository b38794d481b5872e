#pragma once

#include "ui/widgets/ForecastTab.h"

class QLabel;

namespace foretrail {

class BarChart;

/// What is left over after a model: over time, as a distribution, and as an autocorrelation with its bounds, with one
/// sentence that says whether there is a pattern left.
class ResidualsTab : public ForecastTab {
    Q_OBJECT
public:
    explicit ResidualsTab(AppSession &session, QWidget *parent = nullptr);
    QString title() const override { return tr("Residuals"); }
    void setCursor(std::optional<qint64> index) override;

protected:
    void fill() override;
    void retranslate() override {}

private:
    BarChart *addChart(const QString &name);
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
    qint64 m_firstShown = 0; ///< the step of the first bar over time
    QString m_unit;
};

} // namespace foretrail
