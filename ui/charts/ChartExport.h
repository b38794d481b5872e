#pragma once

#include "core/base/Result.h"
#include "ui/charts/ChartContent.h"
#include "ui/charts/HeatPainter.h"
#include "ui/charts/MarkDrawing.h"

#include <QFont>
#include <QImage>
#include <QSize>

namespace foretrail {

/// The visible part to draw; from > to: everything.
struct ChartSpan { double from = 1; double to = 0; };

/// A picture of the chart on white, with title, sentence and small print: what is on screen, for a report. Formats png,
/// svg, pdf, csv. Draws in the calling thread, whichever that is, in some 10 ms; writes no file. `size` is in units of 1/96 inch, of
/// which a PNG has `scale` dots. Colours and type do not depend on the theme of the screen.
Result<QByteArray> renderChart(const ChartContent &content, const QString &format, QSize size = {1200, 640},
                               ChartSpan span = {}, double scale = 2);
Result<QByteArray> renderChart(const BarContent &content, const QString &format, QSize size = {1200, 640});
Result<QByteArray> renderChart(const HeatContent &content, const QString &format, QSize size = {1200, 800});
Result<QByteArray> renderChart(const MarkDrawing &drawing, const QString &format, QSize size = {1200, 640});
QImage chartImage(const ChartContent &content, QSize size, double scale = 1, ChartSpan span = {});
QImage chartImage(const BarContent &content, QSize size, double scale = 1);
QImage chartImage(const HeatContent &content, QSize size, double scale = 1);
QImage chartImage(const MarkDrawing &drawing, QSize size, double scale = 1);

/// The chart alone on paper of one's own; `pixels`: the height of its type.
void drawOnPaper(QPainter &painter, const ChartContent &content, const QRectF &area, ChartSpan span = {}, double pixels = 12);
/// The type of print: spaced as the font has it, not as a screen of few dots wants it.
QFont paperFont(double pixels, bool isBold = false);
/// Text in lines of `width` from `top` on, at most `lines` of them; gives where the next begins.
double drawParagraph(QPainter &painter, const QString &text, const QFont &font, const QColor &color, const QPointF &top, double width, int lines = 1000);

/// Whole or not at all (QSaveFile); for a job's thread.
Result<void> saveBytes(const QByteArray &bytes, const QString &path);

} // namespace foretrail
