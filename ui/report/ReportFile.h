#pragma once

#include "core/report/ReportContent.h"
#include "ui/charts/ChartExport.h"

#include <QImage>

namespace foretrail {

/// The part of a forecast's chart that a report shows: the future and five times as much before it, at least a hundred steps.
ChartSpan reportSpan(const ForecastOutcome &outcome);

/// A report as a file. "pdf": pages of A4, vectors and text; with ReportTemplate::Full the first page and one for each series.
/// "html": one file without anything from elsewhere, charts inside as SVG with alternative texts; it prints a page for each series too.
/// Any thread. Cancelled; InvalidInput for another format.
Result<QByteArray> reportFile(const ReportContent &content, const QImage &logo, const QString &format, JobContext &job);

Result<QByteArray> reportPdf(const ReportContent &content, const QImage &logo, JobContext &job);
Result<QByteArray> reportHtml(const ReportContent &content, const QImage &logo, JobContext &job);

/// Forecasts and draws. Progress over both; `told`: what it says.
Result<QByteArray> makeReport(Workspace &workspace, const ReportRequest &request, const QString &logo, const QString &format, JobContext &job, ReportContent *told = nullptr);

/// The same, written to a file: what the window and the verb `report` do. Progress over all of it.
Result<ReportContent> writeReport(Workspace &workspace, const ReportRequest &request, const QString &logo, const QString &format, const QString &path, JobContext &job);

} // namespace foretrail
