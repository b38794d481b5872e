#pragma once

#include "core/data/FactWriter.h"
#include "core/data/Fingerprints.h"
#include "core/data/sqlite/Connection.h"

namespace foretrail {

/// Which events of an import were there before, in the workspace or in the import itself, by their fingerprints.
class EventRecognition {
public:
    /// `options` live as long.
    EventRecognition(Connection &connection, const FactWriterOptions &options);

    void learn(); ///< what is stored, before the first question
    Seen recognise(quint64 fingerprint) { return m_options.duplicates == DuplicateRule::None ? Seen::No : m_known->fingerprints.insert(fingerprint); }
    void expect(quint64 fingerprint) const { m_known->fingerprints.prefetch(fingerprint); }
    /// With ConflictPolicy::Abort: whether another import has it.
    bool isOfOther(quint64 fingerprint) const { return m_earlier.contains(fingerprint); }
    /// Asks the table of events itself; needs the index that replacing works with.
    bool isStored(quint64 fingerprint);
    void forget(); ///< nobody asks any more, and the memory is needed

private:
    Connection &m_connection;
    const FactWriterOptions &m_options;
    std::shared_ptr<KnownRows> m_known;
    Fingerprints m_earlier; ///< with ConflictPolicy::Abort: fingerprints that were there before
    std::optional<Statement> m_find;
};

} // namespace foretrail
