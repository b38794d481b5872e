#include "core/data/EventRecognition.h"

namespace foretrail {

EventRecognition::EventRecognition(Connection &connection, const FactWriterOptions &options)
    : m_connection(connection), m_options(options), m_known(options.known ? options.known : std::make_shared<KnownRows>(options.budget)), m_earlier(options.budget)
{
}

void EventRecognition::learn()
{
    if (m_options.duplicates == DuplicateRule::None)
        return;
    Fingerprints &fingerprints = m_known->fingerprints;
    if (!m_known->isLearnt) {
        fingerprints.reserve(quint64(m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports") + m_options.expectedRows));
        Statement stored = m_connection.prepare("SELECT fingerprint FROM events");
        while (stored.step())
            fingerprints.insert(quint64(stored.integer(0)));
        m_known->isLearnt = true;
    }
    if (m_options.conflict != ConflictPolicy::Abort || !fingerprints.isExact())
        return;
    // An import that goes on does not conflict with itself.
    Statement others = m_connection.prepare("SELECT fingerprint FROM events WHERE import_id <> ?1");
    others.bind(1, m_options.continued);
    while (others.step())
        m_earlier.insert(quint64(others.integer(0)));
}

bool EventRecognition::isStored(quint64 fingerprint)
{
    if (!m_find)
        m_find.emplace(m_connection.handle(), "SELECT EXISTS (SELECT 1 FROM events WHERE fingerprint = ?)", true);
    m_find->bind(1, qint64(fingerprint));
    const bool isThere = m_find->step() && m_find->integer(0) != 0;
    m_find->reset();
    return isThere;
}

void EventRecognition::forget()
{
    if (!m_options.known) // who gave them asks again, in another import
        m_known->fingerprints = Fingerprints(m_options.budget);
}

} // namespace foretrail
