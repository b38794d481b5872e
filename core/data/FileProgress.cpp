#include "core/data/FileProgress.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace foretrail {

FileProgress::FileProgress(const QList<SourceFile> &files, JobContext &job) : m_files(files), m_job(job)
{
    QHash<QString, qint64> tables;
    for (const SourceFile &file : files)
        ++tables[file.path];
    qint64 end = 0;
    for (const SourceFile &file : files) {
        end += std::max<qint64>(1, QFileInfo(file.path).size() / tables.value(file.path));
        m_ends.append(end);
    }
}

JobContext FileProgress::partOf(qsizetype at) const
{
    const qint64 before = at > 0 ? m_ends.at(at - 1) : 0;
    return m_job.part(before, m_ends.at(at) - before, m_ends.back(), m_files.size() > 1 ? m_files.at(at).shown() : QString());
}

} // namespace foretrail
