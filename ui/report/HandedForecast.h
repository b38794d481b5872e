#pragma once

#include "core/report/XlsxForecast.h"
#include "core/training/AdjustedForecast.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/PictureSize.h"

namespace foretrail {

/// A forecast on its way out of the program, as it is seen: by the window and by the command line.
struct HandedForecast {
    const ForecastOutcome &outcome;
    const TrainingSpec &spec;
    const Provenance &provenance;
    const ChartContent &chart;
    ChartSpan span{};      ///< the part that is seen
    PictureSize size{};
    AdjustedForecast adjusted{}; ///< what people corrected

    /// Rows of the chart's table that lie in the span, the header first: every digit.
    QList<QStringList> seenNumbers() const;
    QImage picture() const;
};

/// png, svg, pdf: the chart with title, sentence and small print in the colours of paper; xlsx: forecastWorkbook(); csv: the forecast in
/// the columns of futureTable(). Any thread. InvalidInput where the picture would be too large.
Result<QByteArray> renderForecast(const HandedForecast &forecast, const QString &format);

/// What a chart shows within the span, for a workbook.
ChartSheet chartSheet(const ChartContent &content, ChartSpan span);

} // namespace foretrail
