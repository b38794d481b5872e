#include "ui/charts/ColumnDrawing.h"

#include "core/report/CsvWriter.h"
#include "ui/charts/BarPainter.h"

#include <QCoreApplication>

namespace foretrail {

namespace {

struct ColumnDrawingText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ColumnDrawing)
};

} // namespace

QList<QStringList> ColumnDrawing::table() const
{
    QList<QStringList> rows = chartTable(m_content.bars);
    if (!m_content.curve.empty())
        rows.front() << m_content.curveTitle;
    if (!m_content.notes.isEmpty())
        rows.front() << ColumnDrawingText::tr("Note");
    for (qsizetype bar = 0; bar + 1 < rows.size(); ++bar) {
        if (!m_content.curve.empty())
            rows[bar + 1] << (size_t(bar) < m_content.curve.size() ? CsvWriter::number(m_content.curve[size_t(bar)]) : QString());
        if (!m_content.notes.isEmpty())
            rows[bar + 1] << m_content.notes.value(bar);
    }
    return rows;
}

std::vector<ChartMark> ColumnDrawing::marks(const QRectF &area, const QFont &font) const
{
    const BarPainter bars(m_content.bars, Theme::colors(), font);
    const QRectF plot = bars.plot(area);
    const double width = plot.width() / double(std::max<size_t>(1, m_content.bars.values.size()));
    std::vector<ChartMark> marks;
    for (int bar = 0; bar < int(m_content.bars.values.size()); ++bar) {
        QPainterPath column;
        column.addRect(plot.left() + bar * width, plot.top(), width, plot.height());
        const QString note = m_content.notes.value(bar);
        marks.push_back({column, note.isEmpty() ? bars.text(bar) : QStringLiteral("%1 (%2)").arg(bars.text(bar), note), bar});
    }
    return marks;
}

void ColumnDrawing::draw(QPainter &painter, const QRectF &area, const ThemeColors &colors, const QFont &font, int highlighted) const
{
    if (!m_content.bars.values.empty())
        BarPainter(m_content.bars, colors, font, m_content.curve).draw(painter, area, highlighted);
}

} // namespace foretrail
