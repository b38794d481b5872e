#include "core/data/SegmentStore.h"

#include "core/data/NamedJson.h"
#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct SegmentStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::SegmentStore) };

constexpr char segmentTable[] = "segments";

StoredSegment segmentFrom(const NamedJson::Row &row) { return {row.name, row.definition, row.created, row.changed}; }

Error unknownSegment(const NamedJson &kept, const QString &name)
{
    const QStringList known = kept.latestNames();
    return {ErrorCode::NotFound, known.isEmpty()
        ? SegmentStoreText::tr("There is no segment %1: the workspace holds none yet. Save one first.").arg(name)
        : SegmentStoreText::tr("There is no segment %1. There are: %2.").arg(name, known.join(QStringLiteral(", "))), {}};
}

Error segmentIsThere(const QString &name) { return {ErrorCode::InvalidInput, SegmentStoreText::tr("There is a segment %1 already. Choose another name.").arg(name), {}}; }

/// Keys of built-in segments begin like "rfm:"; a saved one must not pass for one of them.
Result<void> checkName(const QString &name)
{
    if (name.isEmpty())
        return fail(ErrorCode::InvalidInput, SegmentStoreText::tr("A segment needs a name. Give it one."));
    for (const char *prefix : {"rfm:", "state:", "cluster:", "saved:"})
        if (name.startsWith(QLatin1String(prefix)))
            return fail(ErrorCode::InvalidInput, SegmentStoreText::tr("Names that begin with \"%1\" belong to the built-in segments. Choose another name.").arg(QLatin1String(prefix)));
    return {};
}

} // namespace

Result<QList<StoredSegment>> SegmentStore::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<StoredSegment>> {
        QList<StoredSegment> segments;
        for (const NamedJson::Row &row : NamedJson(connection, segmentTable).list())
            segments.append(segmentFrom(row));
        return segments;
    });
}

Result<StoredSegment> SegmentStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredSegment> {
        const NamedJson kept(connection, segmentTable);
        const std::optional<NamedJson::Row> row = kept.find(name.trimmed());
        if (!row)
            return fail(unknownSegment(kept, name.trimmed()));
        return segmentFrom(*row);
    });
}

Result<void> SegmentStore::save(const QString &name, const QJsonObject &definition, bool replaces, JobContext &job)
{
    const QString kept = name.trimmed();
    if (const Result<void> checked = checkName(kept); !checked)
        return checked;
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        if (!replaces && NamedJson(connection, segmentTable).has(kept))
            return fail(segmentIsThere(kept));
        NamedJson(connection, segmentTable).put(kept, definition);
        return {};
    });
}

Result<void> SegmentStore::rename(const QString &name, const QString &newName, JobContext &job)
{
    const QString kept = newName.trimmed();
    if (const Result<void> checked = checkName(kept); !checked)
        return checked;
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table(connection, segmentTable);
        if (!table.has(name.trimmed()))
            return fail(unknownSegment(table, name.trimmed()));
        if (kept != name.trimmed() && table.has(kept))
            return fail(segmentIsThere(kept));
        table.rename(name.trimmed(), kept);
        return {};
    });
}

Result<void> SegmentStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        const NamedJson table(connection, segmentTable);
        if (!table.has(name.trimmed()))
            return fail(unknownSegment(table, name.trimmed()));
        table.remove(name.trimmed());
        return {};
    });
}

} // namespace foretrail
