#include "ui/report/ReportFile.h"

#include "ui/charts/ChartExport.h"
#include "ui/report/ReportChoice.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {

namespace {

struct ReportFileText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::ReportFile)
};

} // namespace

ChartSpan reportSpan(const ForecastOutcome &outcome)
{
    const auto horizon = qint64(outcome.future.mean.size());
    const qint64 last = outcome.history.size() + horizon - 1;
    const qint64 shown = std::max<qint64>(100, 6 * horizon);
    return {double(std::max<qint64>(0, last - shown)), double(std::max<qint64>(1, last))};
}

Result<QByteArray> reportFile(const ReportContent &content, const QImage &logo, const QString &format, JobContext &job)
{
    if (format == QStringLiteral("pdf"))
        return reportPdf(content, logo, job);
    if (format == QStringLiteral("html"))
        return reportHtml(content, logo, job);
    return fail(ErrorCode::InvalidInput, ReportFileText::tr("%1 is not a format of reports. Choose pdf or html.").arg(format));
}

Result<QByteArray> makeReport(Workspace &workspace, const ReportRequest &request, const QString &logo, const QString &format, JobContext &job, ReportContent *told)
{
    const Result<QImage> picture = readLogo(logo);
    if (!picture)
        return fail(picture.error());
    JobContext forecasting = job.part(0, 80, 100, ReportFileText::tr("Forecasting"));
    Result<ReportContent> content = reportFromWorkspace(workspace, request, forecasting);
    if (!content)
        return fail(content.error());
    JobContext drawing = job.part(80, 20, 100, ReportFileText::tr("Drawing the report"));
    Result<QByteArray> bytes = reportFile(*content, *picture, format, drawing);
    if (told)
        *told = std::move(*content);
    return bytes;
}

Result<ReportContent> writeReport(Workspace &workspace, const ReportRequest &request, const QString &logo, const QString &format, const QString &path, JobContext &job)
{
    ReportContent content;
    const Result<QByteArray> bytes = makeReport(workspace, request, logo, format, job, &content);
    if (!bytes)
        return fail(bytes.error());
    if (const Result<void> saved = saveBytes(*bytes, path); !saved)
        return fail(saved.error());
    return content;
}

} // namespace foretrail
