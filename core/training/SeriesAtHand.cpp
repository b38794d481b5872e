#include "core/training/SeriesAtHand.h"

#include "core/behaviour/segments/SegmentUsers.h"
#include "core/training/FindRecipe.h"

namespace foretrail {

Result<SeriesAtHand> seriesAtHand(Workspace &workspace, const TrainingSpec &asked, JobContext &job)
{
    Result<SeriesQuery> query = withUsers(workspace, asked.query, job);
    if (!query)
        return fail(query.error());
    SeriesAtHand read{asked, {}, {}, {}};
    read.spec.query = std::move(*query);
    Result<QList<Series>> series = workspace.data().series(read.spec.query, job);
    if (!series)
        return fail(series.error());
    read.series = std::move(*series);
    const Result<QString> fingerprint = fingerprintOf(workspace.data(), read.spec.query);
    if (!fingerprint)
        return fail(fingerprint.error());
    read.prepared = preparedFingerprint(*fingerprint, read.spec.recipe);
    auto companions = Companions::ofWorkspace(workspace.data(), read.spec, {read.spec.model.model}, job);
    if (!companions)
        return fail(companions.error());
    read.companions = std::move(*companions);
    return read;
}

} // namespace foretrail
