#include "core/training/SeriesGroups.h"

#include "core/training/SeriesAttributes.h"

namespace foretrail {

Result<SeriesGroupings> groupingsOf(ShopData &data, const SeriesQuery &question, const QStringList &keys, JobContext &job)
{
    const QString dimension = dimensionOf(question.by);
    SeriesGroupings groupings;
    if (dimension.isEmpty())
        return groupings;
    for (const QString &key : keys) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const Result<QList<KeyAttribute>> attributes = data.attributesOf(dimension, key);
        if (!attributes)
            return fail(attributes.error());
        for (const KeyAttribute &one : *attributes)
            groupings[one.name].insert(key, one.value);
    }
    return groupings;
}

} // namespace foretrail
