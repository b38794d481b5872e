#include "core/data/SegmentStore.h"

#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace foretrail {
namespace {

struct SegmentStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::SegmentStore) };

StoredSegment segmentFrom(const Statement &row)
{
    return {row.text(0), QJsonDocument::fromJson(row.text(1).toUtf8()).object(), QDateTime::fromMSecsSinceEpoch(row.integer(2), Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC)};
}

bool hasSegment(Connection &connection, const QString &name)
{
    Statement row = connection.prepare("SELECT 1 FROM segments WHERE name = ?1");
    row.bind(1, name);
    return row.step();
}

Error unknownSegment(Connection &connection, const QString &name)
{
    QStringList known;
    Statement rows = connection.prepare("SELECT name FROM segments ORDER BY changed DESC, id DESC LIMIT 20");
    while (rows.step())
        known.append(rows.text(0));
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
        Statement rows = connection.prepare("SELECT name, definition, created, changed FROM segments ORDER BY name COLLATE NOCASE, name");
        while (rows.step())
            segments.append(segmentFrom(rows));
        return segments;
    });
}

Result<StoredSegment> SegmentStore::load(const QString &name)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<StoredSegment> {
        Statement row = connection.prepare("SELECT name, definition, created, changed FROM segments WHERE name = ?1");
        row.bind(1, name.trimmed());
        if (!row.step())
            return fail(unknownSegment(connection, name.trimmed()));
        return segmentFrom(row);
    });
}

Result<void> SegmentStore::save(const QString &name, const QJsonObject &definition, bool replaces, JobContext &job)
{
    const QString kept = name.trimmed();
    if (const Result<void> checked = checkName(kept); !checked)
        return checked;
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        if (!replaces && hasSegment(connection, kept))
            return fail(segmentIsThere(kept));
        Statement row = connection.prepare("INSERT INTO segments(name, definition, created, changed) VALUES (?1, ?2, ?3, ?3) "
                                           "ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, changed = excluded.changed");
        row.bind(1, kept);
        row.bind(2, QString::fromUtf8(QJsonDocument(definition).toJson(QJsonDocument::Compact)));
        row.bind(3, QDateTime::currentMSecsSinceEpoch());
        row.run();
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
        if (!hasSegment(connection, name.trimmed()))
            return fail(unknownSegment(connection, name.trimmed()));
        if (kept != name.trimmed() && hasSegment(connection, kept))
            return fail(segmentIsThere(kept));
        Statement update = connection.prepare("UPDATE segments SET name = ?2 WHERE name = ?1");
        update.bind(1, name.trimmed());
        update.bind(2, kept);
        update.run();
        return {};
    });
}

Result<void> SegmentStore::remove(const QString &name, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        if (!hasSegment(connection, name.trimmed()))
            return fail(unknownSegment(connection, name.trimmed()));
        Statement statement = connection.prepare("DELETE FROM segments WHERE name = ?1");
        statement.bind(1, name.trimmed());
        statement.run();
        return {};
    });
}

} // namespace foretrail
