#pragma once

#include "core/report/ForecastWords.h"
#include "core/training/AdjustedForecast.h"

namespace foretrail {

/// A line of the chart in a workbook.
struct SheetCurve {
    enum class Style { Solid, Thin, Dashed, Edge }; ///< Edge: of a band
    QString name;
    Style style = Style::Solid;
    int colour = 0;     ///< 0xRRGGBB
    qint64 offset = 0;  ///< step of the first value
    std::vector<double> values; ///< NaN leaves the cell empty
};

/// What a chart on screen shows, as numbers: the steps `from` to `to` of its axis.
struct ChartSheet {
    QString title;
    QString valueTitle;
    QString description; ///< alternative text
    TimeAxis axis;
    qint64 from = 0;
    qint64 to = -1;
    QList<SheetCurve> curves;
};

/// A workbook (xlsx) of one forecast. Sheets: Chart (a native line chart), Plotted (what it is drawn from), Forecast (futureTable()),
/// Corrections (each with its layer, reason and what it changed; where there are any), History (series, time, value), Metrics (model beside
/// baseline, in words) and Provenance; their names are translated. Numbers are numbers of 16 digits, times are dates of the spreadsheet, texts are texts whatever they begin with.
/// Io where it cannot be put together.
Result<QByteArray> forecastWorkbook(const ForecastOutcome &outcome, const TrainingSpec &spec, const Provenance &provenance, const ChartSheet &chart,
                                    const AdjustedForecast &adjusted = {});

} // namespace foretrail
