#include "core/base/NumberText.h"
#include "core/report/ReportFindings.h"
#include "ui/report/ReportFile.h"
#include "ui/report/ReportTable.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QSvgGenerator>

namespace foretrail {

namespace {

struct ReportHtmlText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportHtml)
};

/// Everything is in the file: no font, script, picture or style from elsewhere.
constexpr const char *styles = R"(
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, "DejaVu Sans", "Noto Sans", sans-serif; color: #1b1f24; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; min-height: 2.5rem; }
header img { max-height: 2.75rem; max-width: 10rem; }
.company { font-weight: 600; color: #5b6470; margin: 0; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1rem 0 .25rem; }
h2 { font-size: 1.25rem; margin: 0 0 .5rem; }
.subtitle, .foot, figcaption { color: #5b6470; }
.foot { font-size: .75rem; border-top: 1px solid #e3e5e8; padding-top: .5rem; margin-top: 1.5rem; overflow-wrap: anywhere; }
dt { font-weight: 600; color: #29579f; margin-top: .75rem; }
dd { margin: 0; }
.concern { font-weight: 600; color: #a84a00; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; width: 100%; }
caption { text-align: left; font-weight: 600; color: #29579f; padding: 1rem 0 .25rem; }
th, td { text-align: right; padding: .15rem 0 .15rem 1rem; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
th { color: #5b6470; font-weight: 600; border-bottom: 1px solid #d5d8dc; }
tbody th { color: inherit; font-weight: 400; border: 0; }
section { margin-top: 3rem; }
figure { margin: 1rem 0; }
svg { width: 100%; height: auto; display: block; }
svg text { font-family: system-ui, "DejaVu Sans", "Noto Sans", sans-serif; }
.tables { display: grid; grid-template-columns: minmax(15rem, 2fr) 3fr; gap: 2rem; align-items: start; }
.small { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1.5rem; margin-top: 2rem; }
.small h2 { font-size: 1rem; margin: 0; }
.small p { font-size: .8rem; margin: 0; }
@media (max-width: 40rem) { .tables { grid-template-columns: 1fr; } }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } section { break-before: page; margin-top: 0; } figure, .small article, tr { break-inside: avoid; } }
)";

QString escaped(const QString &text) { return text.toHtmlEscaped(); }

QString tag(const char *name, const QString &text, const char *kind = nullptr)
{
    if (text.isEmpty())
        return {};
    const QString opened = kind ? QStringLiteral("%1 class=\"%2\"").arg(QLatin1String(name), QLatin1String(kind)) : QString::fromLatin1(name);
    return QStringLiteral("<%1>%2</%3>\n").arg(opened, escaped(unbroken(text)), QLatin1String(name));
}

QString htmlTable(const QList<QStringList> &table, const QString &caption)
{
    QString html = QStringLiteral("<table><caption>%1</caption>\n<thead><tr>").arg(escaped(caption));
    for (const QString &cell : table.front())
        html += QStringLiteral("<th scope=\"col\">%1</th>").arg(escaped(cell));
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const QStringList &row : table.mid(1)) {
        html += QStringLiteral("<tr><th scope=\"row\">%1</th>").arg(escaped(row.front()));
        for (const QString &cell : row.mid(1))
            html += QStringLiteral("<td>%1</td>").arg(escaped(cell));
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</tbody></table>\n");
}

/// The chart as an element of the page, with what it shows in words for those who cannot see it.
QString inlineSvg(const ChartContent &chart, const ForecastOutcome &outcome, QSize size, double pixels)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    drawOnPaper(painter, chart, QRectF(QPointF(), size), reportSpan(outcome), pixels);
    painter.end();
    const QString drawn = QString::fromUtf8(bytes);
    const qsizetype root = drawn.indexOf(QStringLiteral("<svg"));
    const qsizetype inside = drawn.indexOf(QLatin1Char('>'), root) + 1;
    QString body = drawn.mid(inside);
    body.remove(QStringLiteral(" xml:space=\"preserve\""));
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">\n<title>%3</title>\n<desc>%4</desc>\n")
               .arg(QString::number(size.width()), QString::number(size.height()), escaped(chart.title), escaped(chart.description)) + body;
}

QString htmlHeader(const ReportContent &content, const QImage &logo)
{
    if (content.company.isEmpty() && logo.isNull())
        return {};
    QString html = QStringLiteral("<header>\n") + (content.company.isEmpty() ? QStringLiteral("<p class=\"company\"></p>\n") : tag("p", content.company, "company"));
    if (!logo.isNull()) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        (logo.width() > 480 ? logo.scaledToWidth(480, Qt::SmoothTransformation) : logo).save(&buffer, "PNG");
        html += QStringLiteral("<img src=\"data:image/png;base64,%1\" alt=\"%2\"/>\n")
                    .arg(QString::fromLatin1(bytes.toBase64()), escaped(content.company.isEmpty() ? ReportHtmlText::tr("Logo") : content.company));
    }
    return html + QStringLiteral("</header>\n");
}

QString firstPart(const ReportContent &content)
{
    QString html = tag("h1", content.title) + tag("p", content.subtitle, "subtitle") + QStringLiteral("<dl>\n");
    for (const ReportFinding &finding : content.findings)
        html += tag("dt", finding.heading) + tag("dd", finding.text);
    return html + QStringLiteral("</dl>\n") + htmlTable(reportGlance(content), ReportHtmlText::tr("At a glance"));
}

QString seriesPart(const ReportContent &content, const ReportSeries &series)
{
    const ChartContent chart = reportChart(series, content.spec);
    return QStringLiteral("<section>\n") + tag("h2", series.title) + tag("p", series.sentence) + tag("p", series.concern, "concern")
        + QStringLiteral("<figure>\n") + inlineSvg(chart, series.outcome, {860, 380}, 13) + QStringLiteral("</figure>\n<div class=\"tables\">\n<div>\n")
        + htmlTable(reportMetrics(series, content.spec.model.model), ReportHtmlText::tr("How good the forecasts were")) + QStringLiteral("</div>\n<div>\n")
        + htmlTable(reportSteps(series), ReportHtmlText::tr("What is expected")) + QStringLiteral("</div>\n</div>\n")
        + tag("p", series.footer.join(QStringLiteral(" · ")), "foot") + QStringLiteral("</section>\n");
}

QString smallPart(const ReportContent &content, const ReportSeries &series)
{
    ChartContent chart = reportChart(series, content.spec);
    bareChart(chart);
    return QStringLiteral("<article>\n") + tag("h2", series.name) + tag("p", smallWords(series), series.concern.isEmpty() ? "subtitle" : "concern")
        + inlineSvg(chart, series.outcome, {420, 210}, 12) + QStringLiteral("</article>\n");
}

} // namespace

Result<QByteArray> reportHtml(const ReportContent &content, const QImage &logo, JobContext &job)
{
    const bool isFull = content.layout == ReportTemplate::Full;
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"generator\" content=\"Foretrail %2\"/>\n"
                                  "<title>%3</title>\n<style>%4</style>\n</head>\n<body>\n")
                       .arg(QLocale().bcp47Name(), QStringLiteral(FORETRAIL_VERSION), escaped(content.title), QLatin1String(styles));
    html += htmlHeader(content, logo) + QStringLiteral("<main>\n") + firstPart(content);
    if (!isFull)
        html += QStringLiteral("<div class=\"small\">\n");
    for (qsizetype i = 0; i < content.series.size(); ++i) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        html += isFull ? seriesPart(content, content.series[i]) : smallPart(content, content.series[i]);
        job.report(i + 1, content.series.size());
    }
    if (!isFull)
        html += QStringLiteral("</div>\n");
    html += QStringLiteral("</main>\n<footer>\n");
    for (const QString &rule : content.rules)
        html += tag("p", rule, "foot");
    html += tag("p", content.footer.join(QStringLiteral(" · ")), "foot") + QStringLiteral("</footer>\n</body>\n</html>\n");
    return html.toUtf8();
}

} // namespace foretrail
