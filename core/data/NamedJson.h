#pragma once

#include "core/data/sqlite/Connection.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <string>

namespace foretrail {

/// JSON kept under a name, in a table of the columns id, name, created, changed and one for the JSON. Stores say what a name may be and what
/// is wrong in words; failures of the database throw as in Statement.
class NamedJson {
public:
    struct Row {
        qint64 id = 0;
        QString name;
        QJsonObject definition;
        QDateTime created; ///< UTC, like the next
        QDateTime changed;
    };

    /// `table`, `column`: names, which come from the program and never from a person.
    NamedJson(Connection &connection, const char *table, const char *column = "definition") : m_connection(connection), m_table(table), m_column(column) {}

    QList<Row> list() const; ///< by name
    std::optional<Row> find(const QString &name) const;
    bool has(const QString &name) const { return find(name).has_value(); }
    QStringList latestNames() const; ///< twenty at most
    void put(const QString &name, const QJsonObject &definition) const; ///< in place of the one of that name
    void rename(const QString &name, const QString &newName) const;
    void remove(const QString &name) const;

private:
    Statement prepare(std::string sql) const; ///< with the table in place of % and the column of the JSON in place of each $

    Connection &m_connection;
    const char *m_table;
    const char *m_column;
};

} // namespace foretrail
