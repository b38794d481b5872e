#pragma once

#include "ui/charts/ChartContent.h"
#include "ui/theme/Theme.h"

class QPainter;
class QPointF;

namespace foretrail {

/// An observation that stands out, by its shape and its colour.
void drawPoint(QPainter &painter, PointShape shape, QPointF at, const ThemeColors &colors, double strength = 1);

} // namespace foretrail
