#include "ui/widgets/ForecastTab.h"

#include "ui/charts/LineChart.h"
#include "ui/widgets/AdjustTab.h"
#include "ui/widgets/HierarchyTab.h"
#include "ui/widgets/InShortTab.h"
#include "ui/widgets/NumbersTab.h"
#include "ui/widgets/ResidualsTab.h"
#include "ui/widgets/RunAccuracyTab.h"
#include "ui/widgets/WhatIfTab.h"
#include "ui/widgets/WhyTab.h"

#include <QEvent>

namespace foretrail {

QList<ForecastTab *> makeForecastTabs(AppSession &session)
{
    const auto named = [](ForecastTab *tab, const char *name) {
        tab->setObjectName(QLatin1String(name));
        return tab;
    };
    return {
        named(new InShortTab(session), "inShortTab"),
        named(new ResidualsTab(session), "residualsTab"),
        named(new WhyTab(session), "whyTab"),
        named(new WhatIfTab(session), "whatIfTab"),
        named(new AdjustTab(session), "adjustTab"),
        named(new HierarchyTab(session), "hierarchyTab"),
        named(new RunAccuracyTab(session), "accuracyTab"),
        named(new NumbersTab(session), "numbersTab"),
    };
}

void ForecastTab::setForecast(std::shared_ptr<const ShownForecast> forecast)
{
    m_forecast = std::move(forecast);
    m_isStale = true;
    fillWhenSeen();
}

void ForecastTab::setCursor(std::optional<qint64> index)
{
    for (LineChart *chart : m_linked) {
        const bool isThere = index && m_forecast && !chart->content().isEmpty();
        chart->setCursor(isThere ? std::optional(chart->content().axis.indexOf(m_forecast->outcome.history.timeAt(*index))) : std::nullopt);
    }
}

void ForecastTab::linkCursor(LineChart &chart)
{
    m_linked += &chart;
    connect(&chart, &LineChart::cursorMoved, this, [this, &chart](std::optional<qint64> index) {
        if (m_forecast)
            Q_EMIT cursorMoved(index ? std::optional(m_forecast->outcome.history.axis.indexOf(chart.content().axis.timeAt(*index))) : std::nullopt);
    });
}

void ForecastTab::fillWhenSeen()
{
    if (!m_isStale || (!isVisible() && !isAlwaysFilled()))
        return;
    m_isStale = false;
    fill();
}

void ForecastTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fillWhenSeen();
}

void ForecastTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_isStale = true;
    fillWhenSeen();
}

} // namespace foretrail
