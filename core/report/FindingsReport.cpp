#include "core/report/FindingsReport.h"

#include "core/report/CsvWriter.h"

namespace foretrail {
namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note: return QStringLiteral("note");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Problem: return QStringLiteral("problem");
    }
    return {};
}

} // namespace

Result<void> writeFindings(const QList<Finding> &findings, const QString &csvPath)
{
    auto writer = CsvWriter::open(csvPath);
    if (!writer)
        return fail(writer.error());
    QStringList header;
    for (const auto *name : {"severity", "finding", "series", "count", "sentence", "remedy", "step"})
        header << QLatin1String(name);
    (*writer)->row(header);
    for (const Finding &finding : findings)
        (*writer)->row({severityName(finding.severity), findingName(finding.kind), finding.series, QString::number(finding.count),
                        finding.sentence, finding.remedy, finding.step});
    return (*writer)->commit();
}

} // namespace foretrail
