#include "core/data/KeyAttributes.h"

#include <QCoreApplication>

namespace foretrail {
namespace {

struct KeyAttributesText { Q_DECLARE_TR_FUNCTIONS(foretrail::KeyAttributes) };

constexpr auto where = " WHERE dimension = ?1 AND key = ?2 AND name = ?3";

QString attributeText(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

} // namespace

KeyAttributes::KeyAttributes(Connection &connection, qint64 import, ConflictPolicy policy)
    : m_import(import), m_policy(policy),
      m_insert(connection.prepare("INSERT INTO key_attributes(dimension, key, name, value, import_id) VALUES (?1, ?2, ?3, ?4, ?5)")),
      m_read(connection.prepare(std::string("SELECT value, import_id FROM key_attributes") + where)),
      m_aside(connection.prepare(std::string("INSERT INTO set_aside_attributes(dimension, key, name, import_id, value, replaced_by) "
                                             "SELECT dimension, key, name, import_id, value, ?4 FROM key_attributes") + where)),
      m_update(connection.prepare(std::string("UPDATE key_attributes SET value = ?4, import_id = ?5") + where))
{
}

void KeyAttributes::bindKey(Statement &statement, std::string_view dimension, std::string_view key, std::string_view name) const
{
    statement.bind(1, dimension);
    statement.bind(2, key);
    statement.bind(3, name);
}

Result<Stored> KeyAttributes::add(std::string_view dimension, std::string_view key, std::string_view name, std::string_view value)
{
    m_read.reset();
    bindKey(m_read, dimension, key, name);
    const bool isThere = m_read.step();
    const bool isSame = isThere && m_read.view(0) == value;
    const bool isOwn = isThere && m_read.integer(1) == m_import;
    const QString before = isThere && !isSame ? m_read.text(0) : QString();
    m_read.reset();
    if (isSame)
        return Stored::Duplicate;
    if (isThere && m_policy == ConflictPolicy::Skip)
        return Stored::Conflict;
    if (isThere && m_policy == ConflictPolicy::Abort)
        return fail(ErrorCode::InvalidInput, KeyAttributesText::tr("%1 of %2 is \"%3\" already and cannot be \"%4\" too. Choose to skip or to replace "
                                                      "such values.").arg(attributeText(name), attributeText(key), before, attributeText(value)));
    if (isThere && !isOwn) {
        bindKey(m_aside, dimension, key, name);
        m_aside.bind(4, m_import);
        m_aside.run();
    }
    Statement &write = isThere ? m_update : m_insert;
    bindKey(write, dimension, key, name);
    write.bind(4, value);
    write.bind(5, m_import);
    write.run();
    return !isThere ? Stored::New : isOwn ? Stored::Superseded : Stored::Replaced;
}

} // namespace foretrail
