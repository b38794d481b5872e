#include "ui/widgets/ForecastTab.h"

#include "ui/widgets/AdjustTab.h"
#include "ui/widgets/HierarchyTab.h"
#include "ui/widgets/NumbersTab.h"
#include "ui/widgets/ResidualsTab.h"
#include "ui/widgets/RunAccuracyTab.h"
#include "ui/widgets/WhatIfTab.h"
#include "ui/widgets/WhyTab.h"

#include <QEvent>

namespace foretrail {

QList<ForecastTab *> makeForecastTabs(AppSession &session)
{
    return {
        new ResidualsTab(session),
        new WhyTab(session),
        new WhatIfTab(session),
        new AdjustTab(session),
        new HierarchyTab(session),
        new RunAccuracyTab(session),
        new NumbersTab(session),
    };
}

void ForecastTab::setForecast(std::shared_ptr<const ShownForecast> forecast)
{
    m_forecast = std::move(forecast);
    m_isStale = true;
    fillWhenSeen();
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
