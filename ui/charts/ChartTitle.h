#pragma once

#include <QRectF>
#include <QStringList>

class QFont;
class QPainter;

namespace foretrail {

/// The lines that the title of a chart takes above it: one, or two where it is too long for one; of what is longer still the second ends in dots.
QStringList chartTitleLines(const QString &title, const QRectF &area, const QFont &font);
/// How far down from the top of the area they reach.
double chartTitleHeight(const QString &title, const QRectF &area, const QFont &font);
/// In the pen that is set.
void drawChartTitle(QPainter &painter, const QString &title, const QRectF &area, const QFont &font);

} // namespace foretrail
