#pragma once

#include "ui/charts/ChartPainter.h"

namespace foretrail {

/// Holidays as triangles that stand on the bottom of the plot, notes as flags that hang from its top, with their text in the painter's font where there
/// is room; those that would lie on each other are one, and where one stands for several its shape is filled.
void drawEvents(QPainter &painter, const ChartContent &content, const ChartGeometry &geometry, const ThemeColors &colors);

/// The events that are drawn at a pixel column, in the order of time.
QList<EventMark> eventsNear(const ChartContent &content, const ChartGeometry &geometry, double px);

} // namespace foretrail
