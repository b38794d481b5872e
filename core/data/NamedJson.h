#pragma once

#include "core/data/sqlite/Connection.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace foretrail {

/// JSON kept under a name, in a table of the columns id, name, definition, created and changed. Stores say what a name may be and what is
/// wrong in words; failures of the database throw as in Statement.
class NamedJson {
public:
    struct Row {
        QString name;
        QJsonObject definition;
        QDateTime created; ///< UTC, like the next
        QDateTime changed;
    };

    /// `table`: its name, which comes from the program and never from a person.
    NamedJson(Connection &connection, const char *table) : m_connection(connection), m_table(table) {}

    QList<Row> list() const; ///< by name
    std::optional<Row> find(const QString &name) const;
    bool has(const QString &name) const { return find(name).has_value(); }
    QStringList latestNames() const; ///< twenty at most
    void put(const QString &name, const QJsonObject &definition) const; ///< in place of the one of that name
    void rename(const QString &name, const QString &newName) const;
    void remove(const QString &name) const;

private:
    Statement prepare(const char *sql) const; ///< with the table in place of %

    Connection &m_connection;
    const char *m_table;
};

} // namespace foretrail
