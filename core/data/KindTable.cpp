#include "core/data/KindTable.h"

#include "core/base/Phrase.h"
#include "core/data/EventKinds.h"

#include <QCoreApplication>

namespace foretrail {

KindTable::KindTable(Connection &connection, QMap<QString, QString> meanings)
    : m_connection(connection), m_meanings(std::move(meanings)),
      m_keys(connection, "SELECT id, key FROM kinds", "INSERT INTO kinds(key, meaning) VALUES (?1, '')")
{
}

KindTable::Kind KindTable::find(const CodedText &word)
{
    const CodedText key = word.empty() ? CodedText(defaultKind) : word;
    const qint64 id = m_keys.find(key).id;
    if (size_t(id) >= m_kinds.size())
        m_kinds.resize(size_t(id) + 1);
    if (m_kinds[size_t(id)].id == 0)
        look(id, key);
    return m_kinds[size_t(id)];
}

void KindTable::look(qint64 id, std::string_view word)
{
    const QString meaning = settle(id, QString::fromUtf8(word.data(), qsizetype(word.size())));
    m_kinds[size_t(id)] = {id, meaning == QLatin1String(purchaseMeaning.data()), meaning == QLatin1String(returnMeaning.data())};
}

QString KindTable::settle(qint64 id, const QString &word)
{
    Statement stored = m_connection.prepare("SELECT meaning, events FROM kinds WHERE id = ?1");
    stored.bind(1, id);
    stored.step();
    const QString before = stored.text(0);
    const QString wanted = m_meanings.value(word, before.isEmpty() ? kindMeaning(word) : before);
    if (wanted == before)
        return before;
    if (!before.isEmpty() && stored.integer(1) > 0) {
        m_notes.append(Phrase::kept("foretrail::KindTable", QT_TRANSLATE_NOOP("foretrail::KindTable", "Events of kind %1 mean \"%2\" in this workspace and keep that meaning; the settings of this import say "
                                "\"%3\"."), {word, before, wanted}));
        return before;
    }
    Statement update = m_connection.prepare("UPDATE kinds SET meaning = ?2 WHERE id = ?1");
    update.bind(1, id);
    update.bind(2, wanted);
    update.run();
    return wanted;
}

} // namespace foretrail
