#include "core/report/CorrectionsFile.h"

#include "core/data/import/RecordSource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace foretrail {

namespace {

struct CorrectionsFileText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::CorrectionsFile)
};

QString cellOf(const Record &record, qsizetype column)
{
    return column >= 0 && size_t(column) < record.fields.size()
        ? QString::fromUtf8(record.fields[size_t(column)].data(), qsizetype(record.fields[size_t(column)].size())).trimmed() : QString();
}

qsizetype columnOf(const Record &header, std::string_view name)
{
    const auto found = std::find(header.fields.begin(), header.fields.end(), name);
    return found == header.fields.end() ? -1 : found - header.fields.begin();
}

} // namespace

QString WrittenCorrection::place(const QString &column) const
{
    return CorrectionsFileText::tr("%1, line %2, column %3").arg(QFileInfo(file).fileName()).arg(line).arg(column);
}

Result<QList<WrittenCorrection>> readCorrections(const QString &path, JobContext &job)
{
    const Result<std::unique_ptr<RecordSource>> source = RecordSource::open(path, ImportPlan(), &job);
    if (!source)
        return fail(source.error());
    Record record;
    Result<bool> more = (*source)->next(record);
    if (!more)
        return fail(more.error());
    const qsizetype time = columnOf(record, "time"), correction = columnOf(record, "correction"), reason = columnOf(record, "reason");
    if (time < 0 || correction < 0)
        return fail(ErrorCode::InvalidInput, CorrectionsFileText::tr("%1, line 1: there are no columns time and correction. Begin the file with the line time,correction,reason.")
                                                 .arg(QFileInfo(path).fileName()));
    QList<WrittenCorrection> corrections;
    for (more = (*source)->next(record); more && *more; more = (*source)->next(record)) {
        corrections.append({cellOf(record, time), cellOf(record, correction), cellOf(record, reason), path, record.line});
        if (corrections.back().time.isEmpty() || corrections.back().correction.isEmpty())
            return fail(ErrorCode::InvalidInput, CorrectionsFileText::tr("%1: the cell is empty. Fill it, or take the line out.")
                                                     .arg(corrections.back().place(corrections.back().time.isEmpty() ? QStringLiteral("time") : QStringLiteral("correction"))));
    }
    return more ? Result<QList<WrittenCorrection>>(std::move(corrections)) : fail(more.error());
}

} // namespace foretrail
