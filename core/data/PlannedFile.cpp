#include "core/data/PlannedFile.h"

#include "core/data/import/SourceShape.h"

namespace foretrail {

QList<SourceFile> sourcesOf(const QList<PlannedFile> &files)
{
    QList<SourceFile> sources;
    for (const PlannedFile &file : files)
        sources.append(file.source);
    return sources;
}

Result<ImportPlan> planFor(const SourceFile &source, const ImportPlan &other, JobContext &job)
{
    return sniffFormat(source.path, source.part, job).map([&other](const SourceShape &shape) {
        ImportPlan plan = other;
        plan.format = shape.format;
        plan.part = shape.part;
        return plan;
    });
}

} // namespace foretrail
