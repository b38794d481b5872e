#include "ui/report/ReportPages.h"

#include "ui/report/ReportFile.h"
#include "ui/report/ReportTable.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace foretrail {

namespace {

struct ReportPagesText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportPages)
};

constexpr double pageMargin = 56;
constexpr double pageWidth = ReportPages::size.width() - 2 * pageMargin;
constexpr double pageBottom = ReportPages::size.height() - 84; // small print below
constexpr int smallColumns = 2, smallRows = 5;
constexpr double smallGap = 20;

double chartHeightFor(const ReportSeries &series) { return series.outcome.future.horizon() > 20 ? 320 : 400; }

} // namespace

int ReportPages::count() const
{
    const int series = int(m_content.series.size());
    return 1 + (m_content.layout == ReportTemplate::Full ? series : (series + smallColumns * smallRows - 1) / (smallColumns * smallRows));
}

void ReportPages::draw(QPainter &painter, int page) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size), Qt::white);
    if (page == 0)
        drawFirst(painter);
    else if (m_content.layout == ReportTemplate::Full)
        drawSeries(painter, m_content.series[page - 1]);
    else
        drawSmall(painter, qsizetype(page - 1) * smallColumns * smallRows);
    const bool isSeries = page > 0 && m_content.layout == ReportTemplate::Full;
    drawFoot(painter, isSeries ? m_content.series[page - 1].footer : m_content.footer, page);
}

double ReportPages::drawHead(QPainter &painter) const
{
    const ThemeColors &colors = Theme::paperColors();
    double bottom = pageMargin;
    if (!m_logo.isNull()) {
        const QSizeF logo = QSizeF(m_logo.size()).scaled(160, 44, Qt::KeepAspectRatio);
        painter.drawImage(QRectF(QPointF(pageMargin + pageWidth - logo.width(), pageMargin - 16), logo), m_logo);
        bottom = std::max(bottom, pageMargin - 16 + logo.height());
    }
    if (!m_content.company.isEmpty())
        bottom = std::max(bottom, drawParagraph(painter, m_content.company, paperFont(12, true), colors.secondary, {pageMargin, pageMargin - 10}, pageWidth - 180, 1));
    return m_logo.isNull() && m_content.company.isEmpty() ? pageMargin - 8 : bottom + 14;
}

void ReportPages::drawFoot(QPainter &painter, const QStringList &lines, int page) const
{
    const ThemeColors &colors = Theme::paperColors();
    double top = pageBottom + 14;
    painter.setPen(QPen(colors.line, 1));
    painter.drawLine(QPointF(pageMargin, top - 6), QPointF(pageMargin + pageWidth, top - 6));
    const QString number = ReportPagesText::tr("%1 of %2", "page").arg(QLocale().toString(page + 1), QLocale().toString(count()));
    const double beside = pageWidth - QFontMetricsF(paperFont(9)).horizontalAdvance(number) - 16; // the number of the page has its own room
    for (const QString &line : lines)
        top = drawParagraph(painter, line, paperFont(9), colors.secondary, {pageMargin, top}, beside, 2) - 4;
    painter.setFont(paperFont(9));
    painter.setPen(colors.secondary);
    painter.drawText(QRectF(pageMargin, pageBottom + 14, pageWidth, 14), Qt::AlignRight | Qt::AlignTop, number);
}

void ReportPages::drawFirst(QPainter &painter) const
{
    const ThemeColors &colors = Theme::paperColors();
    double top = drawHead(painter);
    top = drawParagraph(painter, m_content.title, paperFont(24, true), colors.text, {pageMargin, top}, pageWidth, 3);
    top = drawParagraph(painter, m_content.subtitle, paperFont(13), colors.secondary, {pageMargin, top}, pageWidth, 2) + 14;
    for (const ReportFinding &finding : m_content.findings) {
        top = drawParagraph(painter, finding.heading, paperFont(13, true), colors.accentText, {pageMargin, top}, pageWidth, 1) - 3;
        top = drawParagraph(painter, finding.text, paperFont(12), colors.text, {pageMargin, top}, pageWidth, 9) + 8;
    }
    const ReportTable table(reportGlance(m_content), 10.5);
    top = drawParagraph(painter, ReportPagesText::tr("At a glance"), paperFont(13, true), colors.accentText, {pageMargin, top}, pageWidth, 1);
    const auto room = qsizetype((pageBottom - 24 - top) / table.rowHeight()) - 1;
    const qsizetype rows = std::max<qsizetype>(0, std::min(room, m_content.series.size()));
    top = table.draw(painter, {pageMargin, top}, pageWidth, rows);
    if (rows < m_content.series.size())
        drawParagraph(painter, ReportPagesText::tr("and %1 more").arg(QLocale().toString(m_content.series.size() - rows)), paperFont(10.5), colors.secondary, {pageMargin, top}, pageWidth, 1);
}

void ReportPages::drawSeries(QPainter &painter, const ReportSeries &series) const
{
    const ThemeColors &colors = Theme::paperColors();
    double top = drawHead(painter);
    top = drawParagraph(painter, series.title, paperFont(19, true), colors.text, {pageMargin, top}, pageWidth, 2);
    top = drawParagraph(painter, series.sentence, paperFont(12), colors.text, {pageMargin, top}, pageWidth, 6);
    top = drawParagraph(painter, series.concern, paperFont(12, true), colors.warning, {pageMargin, top}, pageWidth, 4);
    const ChartContent chart = reportChart(series, m_content.spec);
    const double height = chartHeightFor(series);
    drawOnPaper(painter, chart, QRectF(pageMargin - 8, top + 6, pageWidth + 16, height), reportSpan(series.outcome), 10.5);
    top += height + 24;
    const double left = 0.4 * pageWidth;
    const ReportTable metrics(reportMetrics(series, m_content.spec.model.model), 10.5);
    metrics.draw(painter, {pageMargin, top}, left, metrics.rows());
    const ReportTable steps(reportSteps(series), 10.5);
    const qsizetype rows = std::min(steps.rows(), qsizetype((pageBottom - 20 - top) / steps.rowHeight()) - 1);
    const QPointF corner(pageMargin + left + 28, top);
    top = steps.draw(painter, corner, pageWidth - left - 28, rows);
    if (rows < steps.rows())
        drawParagraph(painter, ReportPagesText::tr("and %1 more").arg(QLocale().toString(steps.rows() - rows)), paperFont(10), colors.secondary, {corner.x(), top}, 200, 1);
}

void ReportPages::drawSmall(QPainter &painter, qsizetype first) const
{
    const ThemeColors &colors = Theme::paperColors();
    const double top = drawHead(painter);
    const double width = (pageWidth - smallGap) / smallColumns;
    const double height = (pageBottom - top - (smallRows - 1) * smallGap) / smallRows;
    for (int place = 0; place < smallColumns * smallRows && first + place < m_content.series.size(); ++place) {
        const ReportSeries &series = m_content.series[first + place];
        const QPointF corner(pageMargin + place % smallColumns * (width + smallGap), top + place / smallColumns * (height + smallGap));
        double y = drawParagraph(painter, series.name, paperFont(12, true), colors.text, corner, width, 1) - 4;
        y = drawParagraph(painter, smallWords(series), paperFont(9.5), series.concern.isEmpty() ? colors.secondary : colors.warning, {corner.x(), y}, width, 2) - 4;
        ChartContent chart = reportChart(series, m_content.spec);
        bareChart(chart);
        drawOnPaper(painter, chart, QRectF(corner.x() - 8, y, width + 16, corner.y() + height - y), reportSpan(series.outcome), 9);
    }
}

} // namespace foretrail
