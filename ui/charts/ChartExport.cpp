#include "ui/charts/ChartExport.h"

#include "core/base/OutputFile.h"
#include "ui/charts/BarPainter.h"
#include "ui/charts/CursorPainter.h"
#include "ui/charts/EventPainter.h"
#include "ui/charts/TableDialog.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <QSvgGenerator>

namespace foretrail {

namespace {

struct ChartExportText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ChartExport)
};

constexpr double margin = 32;

QFont paperFont(double pixels, bool isBold = false)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(int(pixels));
    font.setBold(isBold);
    return font;
}

/// One line of text from `top` on; gives where the next begins.
double drawText(QPainter &painter, const QString &text, const QFont &font, const QColor &color, const QSizeF &size, double top)
{
    if (text.isEmpty())
        return top;
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(margin, top + metrics.ascent()),
                     metrics.elidedText(text, Qt::ElideRight, size.width() - 2 * margin));
    return top + metrics.height() + 6;
}

/// What goes around a chart on paper: title and sentence above, provenance below. `drawChart` fills the rest.
struct Sheet {
    QString title;
    QString sentence;
    QString provenance;
    std::function<void(QPainter &, const QRectF &)> drawChart;

    void draw(QPainter &painter, const QSizeF &size) const
    {
        const ThemeColors &colors = Theme::paperColors();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), size), Qt::white);
        double top = drawText(painter, title, paperFont(20, true), colors.text, size, margin * 0.75);
        top = drawText(painter, sentence, paperFont(13), colors.secondary, size, top);
        const double bottom = size.height() - margin * 0.75 - (provenance.isEmpty() ? 0 : 20);
        drawChart(painter, QRectF(QPointF(margin - 8, top + 10), QPointF(size.width() - margin + 8, bottom)));
        drawText(painter, provenance, paperFont(10), colors.secondary, size, bottom + 6);
    }
};

Sheet sheetOf(const ChartContent &content, ChartSpan span)
{
    const bool isWhole = span.from > span.to;
    const double from = isWhole ? double(content.firstIndex()) : span.from;
    const double to = isWhole ? std::max(double(content.lastIndex()), from + 1) : span.to;
    return {content.title, content.sentence, content.provenance, [&content, from, to](QPainter &painter, const QRectF &area) {
                const ChartPainter chart(content, Theme::paperColors(), paperFont(12));
                const DrawnChart drawn = drawnChart(content, from, to, chart.columns(area));
                const ChartGeometry geometry = chart.geometry(area, drawn);
                chart.drawGrid(painter, geometry);
                chart.drawBands(painter, geometry, drawn);
                chart.drawCurves(painter, geometry, drawn);
                chart.drawPoints(painter, geometry);
                chart.drawAxes(painter, geometry);
                chart.drawMarks(painter, geometry);
                drawEvents(painter, content, geometry, Theme::paperColors());
                chart.drawNames(painter, geometry, drawn);
                CursorPainter(content, geometry, Theme::paperColors(), paperFont(12)).drawPins(painter);
            }};
}

Sheet sheetOf(const BarContent &content)
{
    return {content.title, {}, {}, [&content](QPainter &painter, const QRectF &area) {
                BarPainter(content, Theme::paperColors(), paperFont(12)).draw(painter, area, -1);
            }};
}

Sheet sheetOf(const HeatContent &content)
{
    return {content.title, {}, {}, [&content](QPainter &painter, const QRectF &area) {
                HeatPainter(content, Theme::paperColors(), paperFont(12)).draw(painter, area, {-1, -1});
            }};
}

Sheet sheetOf(const MarkDrawing &drawing)
{
    return {drawing.title(), drawing.sentence(), {}, [&drawing](QPainter &painter, const QRectF &area) {
                drawing.draw(painter, area, Theme::paperColors(), paperFont(12), -1);
            }};
}

QImage imageOf(const Sheet &sheet, QSize size, double scale)
{
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    sheet.draw(painter, size);
    painter.end();
    image.setText(QStringLiteral("Title"), sheet.title);
    image.setText(QStringLiteral("Description"), sheet.sentence);
    image.setText(QStringLiteral("Source"), sheet.provenance);
    return image;
}

bool writePng(const Sheet &sheet, QSize size, QBuffer &buffer)
{
    return imageOf(sheet, size, 2).save(&buffer, "PNG");
}

bool writeSvg(const Sheet &sheet, QSize size, QBuffer &buffer)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(sheet.title);
    generator.setDescription(sheet.sentence + QLatin1Char('\n') + sheet.provenance);
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    sheet.draw(painter, size);
    return painter.end();
}

bool writePdf(const Sheet &sheet, QSize size, QBuffer &buffer)
{
    QPdfWriter writer(&buffer);
    writer.setTitle(sheet.title);
    writer.setCreator(QStringLiteral("Foretrail " FORETRAIL_VERSION));
    writer.setResolution(96); // a pixel of the layout is a pixel of the page
    writer.setPageLayout(QPageLayout(QPageSize(QSizeF(size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch),
                                     QPageLayout::Portrait, {}));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    sheet.draw(painter, size);
    return painter.end();
}

Result<QByteArray> rendered(const Sheet &sheet, const QList<QStringList> &table, const QString &format, QSize size)
{
    if (format == QStringLiteral("csv"))
        return csvText(table);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    bool isDone = false;
    if (format == QStringLiteral("png"))
        isDone = writePng(sheet, size, buffer);
    else if (format == QStringLiteral("svg"))
        isDone = writeSvg(sheet, size, buffer);
    else if (format == QStringLiteral("pdf"))
        isDone = writePdf(sheet, size, buffer);
    else
        return fail(ErrorCode::InvalidInput, ChartExportText::tr("%1 is not a format of pictures. Choose png, svg, pdf or csv.").arg(format));
    if (!isDone)
        return fail(ErrorCode::Internal, ChartExportText::tr("The chart could not be drawn as %1. Choose another format.").arg(format.toUpper()));
    return bytes;
}

} // namespace

Result<QByteArray> renderChart(const ChartContent &content, const QString &format, QSize size, ChartSpan span)
{
    return rendered(sheetOf(content, span), format == QStringLiteral("csv") ? chartTable(content) : QList<QStringList>(), format, size);
}

Result<QByteArray> renderChart(const BarContent &content, const QString &format, QSize size)
{
    return rendered(sheetOf(content), chartTable(content), format, size);
}

Result<QByteArray> renderChart(const HeatContent &content, const QString &format, QSize size)
{
    return rendered(sheetOf(content), chartTable(content), format, size);
}

Result<QByteArray> renderChart(const MarkDrawing &drawing, const QString &format, QSize size)
{
    return rendered(sheetOf(drawing), drawing.table(), format, size);
}

QImage chartImage(const MarkDrawing &drawing, QSize size, double scale)
{
    return imageOf(sheetOf(drawing), size, scale);
}

QImage chartImage(const ChartContent &content, QSize size, double scale, ChartSpan span)
{
    return imageOf(sheetOf(content, span), size, scale);
}

QImage chartImage(const BarContent &content, QSize size, double scale)
{
    return imageOf(sheetOf(content), size, scale);
}

QImage chartImage(const HeatContent &content, QSize size, double scale)
{
    return imageOf(sheetOf(content), size, scale);
}

Result<void> saveBytes(const QByteArray &bytes, const QString &path)
{
    Result<OutputFile> file = OutputFile::open(path);
    if (!file)
        return fail(file.error());
    file->write(bytes);
    return file->commit();
}

} // namespace foretrail
