#pragma once

#include "core/series/Series.h"
#include "ui/charts/ChartContent.h"

#include <QWidget>

#include <memory>

namespace foretrail {

class LineChart;

/// A way to look at one series, worked out when it comes on screen.
class AnalysisView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// nullptr: nothing to look at. `valueTitle` names the values with their unit.
    void setSeries(const std::shared_ptr<const Series> &series, const QString &valueTitle);

Q_SIGNALS:
    void exportRequested(const foretrail::ChartContent &content, const QString &format);

protected:
    virtual void analyse() = 0; ///< series() is another one, or null
    virtual void retranslate() = 0;
    const std::shared_ptr<const Series> &series() const { return m_series; }
    const QString &valueTitle() const { return m_valueTitle; }
    void analyseAgain(); ///< now, or when it comes on screen
    LineChart *makeChart(const QString &name);

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::shared_ptr<const Series> m_series;
    QString m_valueTitle;
    bool m_isStale = false;
};

} // namespace foretrail
