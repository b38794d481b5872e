#include "core/data/AnnotationStore.h"

#include "core/data/sqlite/Writing.h"

#include <QCoreApplication>
#include <QDateTime>

namespace foretrail {
namespace {

struct AnnotationStoreText { Q_DECLARE_TR_FUNCTIONS(foretrail::AnnotationStore) };

constexpr qsizetype longestAnnotation = 2000;

QList<Annotation> annotationsFrom(Statement &rows)
{
    QList<Annotation> annotations;
    while (rows.step())
        annotations.append({rows.integer(0), rows.integer(1), rows.text(2), rows.text(3), rows.text(4)});
    return annotations;
}

Result<void> checkAnnotation(const Annotation &annotation)
{
    if (annotation.text.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, AnnotationStoreText::tr("A note needs a text. Write one."));
    if (annotation.text.trimmed().size() > longestAnnotation)
        return fail(ErrorCode::InvalidInput, AnnotationStoreText::tr("A note has at most %1 characters. Shorten it.").arg(longestAnnotation));
    return {};
}

} // namespace

Result<QList<Annotation>> AnnotationStore::list()
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<Annotation>> {
        Statement rows = connection.prepare("SELECT id, at, grouping, series, text FROM annotations ORDER BY at, id");
        return annotationsFrom(rows);
    });
}

Result<QList<Annotation>> AnnotationStore::list(const QString &grouping, const QString &series)
{
    Connection &connection = m_workspace.connection();
    return connection.guarded([&]() -> Result<QList<Annotation>> {
        Statement rows = connection.prepare("SELECT id, at, grouping, series, text FROM annotations "
                                            "WHERE grouping = '' OR (grouping = ?1 AND series = ?2) ORDER BY at, id");
        rows.bind(1, grouping);
        rows.bind(2, series);
        return annotationsFrom(rows);
    });
}

Result<qint64> AnnotationStore::save(const Annotation &annotation, JobContext &job)
{
    if (const Result<void> checked = checkAnnotation(annotation); !checked)
        return fail(checked.error());
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<qint64> {
        Statement row = connection.prepare("INSERT INTO annotations(id, at, grouping, series, text, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                                           "ON CONFLICT (id) DO UPDATE SET at = excluded.at, grouping = excluded.grouping, series = excluded.series, "
                                           "text = excluded.text, changed = excluded.changed");
        row.bindId(1, annotation.id);
        row.bind(2, annotation.at);
        row.bind(3, annotation.grouping);
        row.bind(4, annotation.isOfAll() ? QString() : annotation.series);
        row.bind(5, annotation.text.trimmed());
        row.bind(6, QDateTime::currentMSecsSinceEpoch());
        row.run();
        return annotation.id != 0 ? annotation.id : qint64(sqlite3_last_insert_rowid(connection.handle()));
    });
}

Result<void> AnnotationStore::remove(qint64 id, JobContext &job)
{
    Connection &connection = m_workspace.connection();
    return inOneTransaction(connection, job, [&]() -> Result<void> {
        Statement statement = connection.prepare("DELETE FROM annotations WHERE id = ?1");
        statement.bind(1, id);
        statement.run();
        if (sqlite3_changes(connection.handle()) == 0)
            return fail(ErrorCode::NotFound, AnnotationStoreText::tr("The note is no longer there."));
        return {};
    });
}

} // namespace foretrail
