#include "ui/widgets/AnalysisView.h"

#include "ui/charts/LineChart.h"

#include <QEvent>

namespace foretrail {

void AnalysisView::setSeries(const std::shared_ptr<const Series> &series, const QString &valueTitle)
{
    m_series = series;
    m_valueTitle = valueTitle;
    analyseAgain();
}

void AnalysisView::analyseAgain()
{
    m_isStale = !isVisible();
    if (!m_isStale)
        analyse();
}

LineChart *AnalysisView::makeChart(const QString &name)
{
    auto *chart = new LineChart(this);
    chart->setObjectName(name);
    connect(chart, &LineChart::exportRequested, this, [this, chart](const QString &format) { Q_EMIT exportRequested(chart->content(), format); });
    return chart;
}

void AnalysisView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        analyseAgain();
}

void AnalysisView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    analyseAgain();
}

} // namespace foretrail
