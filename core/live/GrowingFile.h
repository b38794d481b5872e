#pragma once

#include "core/live/FeedSource.h"
#include "core/live/LineCutter.h"

#include <QFile>

namespace foretrail {

/// Follows a file that somebody else writes: half lines wait for their end, a file that was replaced (rotated) is read to its end and the new one
/// from its beginning, one that was cut short begins anew.
class GrowingFile {
public:
    explicit GrowingFile(const QString &path) : m_path(path) {}

    /// Where its lines are read up to: which file it is, how far, and what it begins with.
    QJsonObject position() const;
    /// A file that is not the one of the position is read from its beginning.
    void goOnFrom(const QJsonObject &position);
    /// Adds the lines that are there, about chunkBytes at most. Permission and Io.
    Result<void> read(FeedChunk &chunk);
    /// The rest without a break is a line too: the file is complete.
    void finish(FeedChunk &chunk);
    /// Until it is read again: a folder may hold more files than a program may have open.
    void letGo() { m_file.close(); }
    qint64 readBytes() const { return m_offset; }
    bool hasRest() const { return m_cutter.hasRest(); }

private:
    static constexpr qint64 headBytes = 256;
    static constexpr int readsAfterRotation = 5; ///< whoever writes may still write to the old file
    Result<bool> open(FeedChunk &chunk);
    Result<bool> openNew();
    void beginAnew(FeedChunk &chunk, const QString &why);
    bool isReplaced() const;
    QByteArray headHash();

    QString m_path;
    QFile m_file;
    quint64 m_node = 0;
    qint64 m_offset = 0;   ///< read so far, the rest that waits in the cutter too
    QByteArray m_head;     ///< hash of the first bytes, as many as are behind us
    qint64 m_headBytes = 0;
    int m_emptyReads = 0;  ///< one after another
    LineCutter m_cutter;
};

} // namespace foretrail
