#pragma once

#include "core/data/KeyInterner.h"

#include <QMap>
#include <QStringList>

namespace foretrail {

/// The kinds of events of a workspace and what they mean. A new kind means what the plan says of its word, or else what the
/// word says itself; one that has rows keeps its meaning.
class KindTable {
public:
    KindTable(Connection &connection, QMap<QString, QString> meanings);

    struct Kind {
        qint64 id = 0; ///< 0: not looked at yet
        bool isPurchase = false;
        bool isReturn = false;
    };
    /// An empty word is the kind of events without one. New kinds are written.
    Kind find(const CodedText &word);
    /// Where the plan gives a kind another meaning than it has.
    QStringList notes() const { return m_notes; }

private:
    void look(qint64 id, std::string_view word);
    QString settle(qint64 id, const QString &word);

    Connection &m_connection;
    QMap<QString, QString> m_meanings;
    KeyInterner m_keys;
    std::vector<Kind> m_kinds; ///< by id
    QStringList m_notes;
};

} // namespace foretrail
