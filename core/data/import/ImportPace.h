#pragma once

#include "core/jobs/JobContext.h"

#include <QElapsedTimer>

namespace foretrail {

/// Tells a job how far an import is, in bytes of the file, and how quickly its rows are stored. The rest of the time is
/// estimated from the bytes by the one who shows the progress.
class ImportPace {
public:
    ImportPace(qint64 fileBytes, JobContext &job);
    /// So many more rows are stored, up to this byte of the file.
    void report(qint64 consumedBytes, qint64 rows);

private:
    JobContext &m_job;
    qint64 m_fileBytes;
    qint64 m_rows = 0;
    qint64 m_nextMs = 0;
    QElapsedTimer m_timer;
};

} // namespace foretrail
