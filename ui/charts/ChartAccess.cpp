#include "ui/charts/ChartAccess.h"

#include "ui/charts/BarChart.h"
#include "ui/charts/EventTimeline.h"
#include "ui/charts/HeatMap.h"
#include "ui/charts/LineCanvas.h"
#include "ui/charts/MarkChart.h"
#include "ui/charts/StateStrip.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace foretrail {

namespace {

QAccessibleInterface *accessOfChart(const QString &, QObject *object)
{
    const bool isChart = qobject_cast<LineCanvas *>(object) || qobject_cast<BarChart *>(object) || qobject_cast<HeatMap *>(object)
        || qobject_cast<MarkChart *>(object) || qobject_cast<EventTimeline *>(object) || qobject_cast<StateStrip *>(object);
    return isChart ? new QAccessibleWidget(qobject_cast<QWidget *>(object), QAccessible::Chart) : nullptr;
}

} // namespace

void installChartAccess() { QAccessible::installFactory(accessOfChart); }

} // namespace foretrail
