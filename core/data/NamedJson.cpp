#include "core/data/NamedJson.h"

#include <QJsonDocument>

namespace foretrail {
namespace {

NamedJson::Row rowFrom(const Statement &row)
{
    return {row.integer(0), row.text(1), QJsonDocument::fromJson(row.text(2).toUtf8()).object(), QDateTime::fromMSecsSinceEpoch(row.integer(3), Qt::UTC),
            QDateTime::fromMSecsSinceEpoch(row.integer(4), Qt::UTC)};
}

} // namespace

Statement NamedJson::prepare(std::string sql) const
{
    sql.replace(sql.find('%'), 1, m_table);
    for (size_t at = sql.find('$'); at != std::string::npos; at = sql.find('$'))
        sql.replace(at, 1, m_column);
    return m_connection.prepare(sql);
}

QList<NamedJson::Row> NamedJson::list() const
{
    QList<Row> found;
    Statement rows = prepare("SELECT id, name, $, created, changed FROM % ORDER BY name COLLATE NOCASE, name");
    while (rows.step())
        found.append(rowFrom(rows));
    return found;
}

std::optional<NamedJson::Row> NamedJson::find(const QString &name) const
{
    Statement row = prepare("SELECT id, name, $, created, changed FROM % WHERE name = ?1");
    row.bind(1, name);
    return row.step() ? std::optional(rowFrom(row)) : std::nullopt;
}

QStringList NamedJson::latestNames() const
{
    QStringList names;
    Statement rows = prepare("SELECT name FROM % ORDER BY changed DESC, id DESC LIMIT 20");
    while (rows.step())
        names.append(rows.text(0));
    return names;
}

void NamedJson::put(const QString &name, const QJsonObject &definition) const
{
    Statement row = prepare("INSERT INTO %(name, $, created, changed) VALUES (?1, ?2, ?3, ?3) "
                            "ON CONFLICT (name) DO UPDATE SET $ = excluded.$, changed = excluded.changed");
    row.bind(1, name);
    row.bind(2, QString::fromUtf8(QJsonDocument(definition).toJson(QJsonDocument::Compact)));
    row.bind(3, QDateTime::currentMSecsSinceEpoch());
    row.run();
}

void NamedJson::rename(const QString &name, const QString &newName) const
{
    Statement update = prepare("UPDATE % SET name = ?2 WHERE name = ?1");
    update.bind(1, name);
    update.bind(2, newName);
    update.run();
}

void NamedJson::remove(const QString &name) const
{
    Statement statement = prepare("DELETE FROM % WHERE name = ?1");
    statement.bind(1, name);
    statement.run();
}

} // namespace foretrail
