#pragma once

#include "core/report/ReportContent.h"
#include "ui/charts/ChartContent.h"

#include <QPointF>

class QPainter;

namespace foretrail {

/// A table on paper: names at the left, figures at the right, lines only below the header.
class ReportTable {
public:
    /// `table`: the header, then rows. `pixels`: the height of the type.
    ReportTable(QList<QStringList> table, double pixels) : m_table(std::move(table)), m_pixels(pixels) {}

    qsizetype rows() const { return m_table.size() - 1; }
    double rowHeight() const;
    /// The first `rows` of them; gives where the next thing begins.
    double draw(QPainter &painter, const QPointF &corner, double width, qsizetype rows) const;

private:
    std::vector<double> columnWidths(double width, qsizetype rows) const;

    QList<QStringList> m_table;
    double m_pixels;
};

/// "+12 %, WAPE 18.4 % (baseline 20.9 %)" and, where there is one, the concern: beside a small chart.
QString smallWords(const ReportSeries &series);
/// The forecast of a series, with what people corrected.
ChartContent reportChart(const ReportSeries &series, const TrainingSpec &spec);
/// What a small chart has room for: history, forecast and bands, without names.
void bareChart(ChartContent &chart);

} // namespace foretrail
