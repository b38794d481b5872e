#include "ui/charts/ChartExport.h"

#include "core/base/NumberText.h"
#include "core/base/OutputFile.h"
#include "ui/charts/BarPainter.h"
#include "ui/charts/CursorPainter.h"
#include "ui/charts/EventPainter.h"
#include "ui/charts/TableDialog.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontInfo>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct ChartExportText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ChartExport)
};

constexpr double margin = 32;
constexpr double paragraphGap = 6;
constexpr QSizeF leastSheet(560, 360); ///< smaller pictures are this one, shrunk: type keeps its place beside the chart
constexpr int smallPrintLines = 3;

/// Of the text in at most so many lines.
double wrappedHeight(const QString &text, const QFont &font, double width, int lines)
{
    const QFontMetricsF metrics(font);
    const double height = metrics.boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, unbroken(text)).height();
    return std::min(height, lines * metrics.lineSpacing() + 1);
}

/// What goes around a chart on paper: title and sentence above, provenance below. `drawChart` fills the rest.
struct Sheet {
    QString title;
    QString sentence;
    QString provenance;
    QString description; ///< for those who cannot see it
    std::function<void(QPainter &, const QRectF &)> drawChart;

    QString alternative() const { return description.isEmpty() ? sentence : description; }

    void draw(QPainter &painter, const QSizeF &size) const
    {
        const double shrink = std::min({1.0, size.width() / leastSheet.width(), size.height() / leastSheet.height()});
        painter.save();
        painter.scale(shrink, shrink);
        drawWhole(painter, size / shrink);
        painter.restore();
    }

private:
    void drawWhole(QPainter &painter, const QSizeF &size) const
    {
        const ThemeColors &colors = Theme::paperColors();
        const double width = size.width() - 2 * margin;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), size), Qt::white);
        double top = drawParagraph(painter, title, paperFont(20, true), colors.text, {margin, margin * 0.75}, width, 2);
        top = drawParagraph(painter, sentence, paperFont(13), colors.secondary, {margin, top}, width, 3);
        double small = size.height() - margin * 0.75 - smallPrintHeight(width);
        drawChart(painter, QRectF(QPointF(margin - 8, top + 10), QPointF(size.width() - margin + 8, small)));
        small += 6;
        for (const QString &line : smallPrint())
            small = drawParagraph(painter, line, paperFont(10), colors.secondary, {margin, small}, width, smallPrintLines) - paragraphGap + 2;
    }

    QStringList smallPrint() const { return provenance.split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
    double smallPrintHeight(double width) const
    {
        double height = 0;
        for (const QString &line : smallPrint())
            height += wrappedHeight(line, paperFont(10), width, smallPrintLines) + 2;
        return height > 0 ? height + 6 : 0;
    }
};

Sheet sheetOf(const ChartContent &content, ChartSpan span)
{
    return {content.title, content.sentence, content.provenance, content.description,
            [&content, span](QPainter &painter, const QRectF &area) { drawOnPaper(painter, content, area, span); }};
}

Sheet sheetOf(const BarContent &content)
{
    return {content.title, {}, {}, {}, [&content](QPainter &painter, const QRectF &area) {
                BarPainter(content, Theme::paperColors(), paperFont(12)).draw(painter, area, -1);
            }};
}

Sheet sheetOf(const HeatContent &content)
{
    return {content.title, {}, {}, {}, [&content](QPainter &painter, const QRectF &area) {
                HeatPainter(content, Theme::paperColors(), paperFont(12)).draw(painter, area, {-1, -1});
            }};
}

Sheet sheetOf(const MarkDrawing &drawing)
{
    return {drawing.title(), drawing.sentence(), {}, {}, [&drawing](QPainter &painter, const QRectF &area) {
                drawing.draw(painter, area, Theme::paperColors(), paperFont(12), -1);
            }};
}

QImage imageOf(const Sheet &sheet, QSize size, double scale)
{
    QImage image(size * scale, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white); // a part of a dot at the edges is not painted
    image.setDevicePixelRatio(scale);
    image.setDotsPerMeterX(int(std::lround(96 * scale / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    sheet.draw(painter, size);
    painter.end();
    image.setText(QStringLiteral("Title"), sheet.title);
    image.setText(QStringLiteral("Description"), sheet.alternative());
    image.setText(QStringLiteral("Source"), sheet.provenance);
    return image;
}

bool writePng(const Sheet &sheet, QSize size, double scale, QBuffer &buffer)
{
    return imageOf(sheet, size, scale).save(&buffer, "PNG");
}

bool writeSvg(const Sheet &sheet, QSize size, QBuffer &buffer)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(sheet.title);
    generator.setDescription(sheet.alternative() + QLatin1Char('\n') + sheet.provenance);
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    sheet.draw(painter, size);
    return painter.end();
}

bool writePdf(const Sheet &sheet, QSize size, QBuffer &buffer)
{
    QPdfWriter writer(&buffer);
    writer.setTitle(sheet.alternative().isEmpty() ? sheet.title : QStringLiteral("%1. %2").arg(sheet.title, sheet.alternative()));
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

Result<QByteArray> rendered(const Sheet &sheet, const QList<QStringList> &table, const QString &format, QSize size, double scale = 2)
{
    if (format == QStringLiteral("csv"))
        return csvText(table);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    bool isDone = false;
    if (format == QStringLiteral("png"))
        isDone = writePng(sheet, size, scale, buffer);
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

QFont paperFont(double pixels, bool isBold)
{
    QFont font = QGuiApplication::font();
    font.setFamily(QFontInfo(font).family()); // what a system calls its usual type means nothing in a file
    font.setPixelSize(int(pixels));
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double drawParagraph(QPainter &painter, const QString &told, const QFont &font, const QColor &color, const QPointF &top, double width, int lines)
{
    if (told.isEmpty())
        return top.y();
    const QString text = unbroken(told);
    const double height = wrappedHeight(text, font, width, lines);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(color);
    if (lines == 1) {
        painter.drawText(top + QPointF(0, metrics.ascent()), metrics.elidedText(text, Qt::ElideRight, width));
        return top.y() + metrics.height() + paragraphGap;
    }
    QString shown = text; // whole words leave until it fits
    while (metrics.boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, shown).height() > height + 1 && shown.contains(QLatin1Char(' ')))
        shown = shown.left(shown.lastIndexOf(QLatin1Char(' '), shown.endsWith(QStringLiteral("…")) ? -3 : -1)) + QStringLiteral(" …");
    painter.drawText(QRectF(top.x(), top.y(), width, height + 2), Qt::TextWordWrap | Qt::TextDontClip, shown);
    return top.y() + height + paragraphGap;
}

void drawOnPaper(QPainter &painter, const ChartContent &content, const QRectF &area, ChartSpan span, double pixels)
{
    const bool isWhole = span.from > span.to;
    const double from = isWhole ? double(content.firstIndex()) : span.from;
    const double to = isWhole ? std::max(double(content.lastIndex()), from + 1) : span.to;
    const ChartPainter chart(content, Theme::paperColors(), paperFont(pixels));
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
    CursorPainter(content, geometry, Theme::paperColors(), paperFont(pixels)).drawPins(painter);
}

Result<QByteArray> renderChart(const ChartContent &content, const QString &format, QSize size, ChartSpan span, double scale)
{
    return rendered(sheetOf(content, span), format == QStringLiteral("csv") ? chartTable(content) : QList<QStringList>(), format, size, scale);
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
