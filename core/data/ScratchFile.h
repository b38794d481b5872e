#pragma once

#include <QString>

#include <memory>

class QTemporaryFile;

namespace foretrail {

/// Bytes that do not fit in memory for a while, in a file that has no name, so that nothing is left of it, whatever happens.
/// Made when first written. Failures of the disk throw SQLite::Exception. One thread at a time.
class ScratchFile {
public:
    /// `folder` gets the file; `purpose` is a word for the name that it has where the system wants one.
    ScratchFile(QString folder, QString purpose);
    ~ScratchFile();

    /// Behind what is there; where that begins.
    qint64 append(const void *bytes, qint64 count);
    /// All of them.
    void read(qint64 at, void *bytes, qint64 count);
    qint64 size() const { return m_size; }
    void clear();

private:
    QString m_folder, m_purpose;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_size = 0;
};

} // namespace foretrail
