#pragma once

#include "core/data/ImportSources.h"

namespace foretrail {

/// The progress of work on several files, one after another, as one: by their bytes on the disk. Tables of one archive count
/// alike. The job must outlive it.
class FileProgress {
public:
    FileProgress(const QList<SourceFile> &files, JobContext &job);
    /// For the work on the file at this place; its words begin with the name of the file where there are several.
    JobContext partOf(qsizetype at) const;

private:
    const QList<SourceFile> m_files;
    JobContext &m_job;
    QList<qint64> m_ends; ///< bytes of the files up to each
};

} // namespace foretrail
