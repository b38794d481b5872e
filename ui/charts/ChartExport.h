#pragma once

#include "core/base/Result.h"
#include "ui/charts/ChartContent.h"
#include "ui/charts/HeatPainter.h"
#include "ui/charts/MarkDrawing.h"

#include <QImage>
#include <QSize>

namespace foretrail {

/// The visible part to draw; from > to: everything.
struct ChartSpan { double from = 1; double to = 0; };

/// A picture of the chart on white, with title, sentence and provenance: what is on screen, for a report. Formats png,
/// svg, pdf, csv. Draws in the calling (GUI) thread in some 10 ms; writes no file.
Result<QByteArray> renderChart(const ChartContent &content, const QString &format, QSize size = {1200, 640},
                               ChartSpan span = {});
Result<QByteArray> renderChart(const BarContent &content, const QString &format, QSize size = {1200, 640});
Result<QByteArray> renderChart(const HeatContent &content, const QString &format, QSize size = {1200, 800});
Result<QByteArray> renderChart(const MarkDrawing &drawing, const QString &format, QSize size = {1200, 640});
QImage chartImage(const ChartContent &content, QSize size, double scale = 1, ChartSpan span = {});
QImage chartImage(const BarContent &content, QSize size, double scale = 1);
QImage chartImage(const HeatContent &content, QSize size, double scale = 1);
QImage chartImage(const MarkDrawing &drawing, QSize size, double scale = 1);

/// Whole or not at all (QSaveFile); for a job's thread.
Result<void> saveBytes(const QByteArray &bytes, const QString &path);

} // namespace foretrail
