#pragma once

#include "core/data/ExternalSort.h"
#include "core/data/FactWriter.h"
#include "core/data/ImportBudget.h"

#include <functional>
#include <memory>
#include <string>

namespace foretrail {

class Connection;

/// Events that may be there already, put aside in a file without a name until all others are stored. Then one reading of the
/// stored fingerprints, and a sort, tell which of them are new: exact, in bounded memory, however many there are.
class HeldEvents {
public:
    /// `folder` gets the files. Failures of the disk throw SQLite::Exception.
    HeldEvents(QString folder, const ImportBudget &budget);
    ~HeldEvents();

    void add(const EventRow &event);
    bool isEmpty() const { return m_count == 0; }

    enum class Finding { New, Own, Earlier }; ///< nothing like it; a row of this load is like it; a row that was there before
    using Use = std::function<Result<void>(const EventRow &, Finding)>;
    /// Hands all of them on in their order. Events of the import `own` are of this load, also those of a load that goes on.
    /// Cancelled.
    Result<void> settle(Connection &connection, qint64 own, JobContext &job, const Use &use);

private:
    struct Fixed;
    struct Entry;
    struct Findings {
        std::vector<bool> isKnown, isEarlier; ///< by place
    };
    void flush();
    void rewind();
    EventRow read(std::string &texts);
    void take(void *to, size_t bytes);
    Result<Findings> find(Connection &connection, qint64 own, JobContext &job);
    void takeFindings(ExternalSort<Entry> &entries, Findings &findings) const;

    QString m_folder;
    ImportBudget m_budget;
    ScratchFile m_file;
    std::string m_buffer; ///< what is not yet in the file; then what was read from it
    size_t m_at = 0;
    qint64 m_read = 0;    ///< bytes of the file so far
    qint64 m_count = 0;
};

} // namespace foretrail
