#pragma once

#include "core/jobs/JobContext.h"

#include <QByteArray>

#include <future>

namespace foretrail {

/// The content hash of a file, made on a thread of its own while the file is imported.
class FileHash {
public:
    /// Begins at once and stops soon after the job is asked to.
    FileHash(const QString &path, const JobContext &job);
    /// Waits for the end; hexadecimal, empty when the file could not be read to its end.
    QByteArray wait() { return m_hash.get(); }

private:
    std::future<QByteArray> m_hash; ///< its destructor waits
};

} // namespace foretrail
