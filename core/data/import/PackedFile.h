#pragma once

#include <QByteArray>
#include <QIODevice>

#include <cstdint>
#include <memory>

struct archive;
struct archive_entry;

namespace foretrail {

/// How a file is packed, told by its first bytes.
enum class Packing { None, Filter, Zip };
Packing packingOf(const QByteArray &head);

/// libarchive over a device, which it may read from more than one place. Belongs to one thread.
class PackedFile {
public:
    explicit PackedFile(std::unique_ptr<QIODevice> device);
    ~PackedFile();

    /// One packed stream (gzip, zstd, xz, bzip2), or the table of contents of a zip archive. False: problem() says why.
    bool open(Packing packing);
    /// The next member, or null behind the last and where the archive is damaged: then problem() is not empty.
    archive_entry *nextMember();
    /// Up to `size` bytes of the member; 0 at its end, -1 when it is damaged.
    qint64 read(char *buffer, size_t size);
    qint64 bytesRead() const { return m_bytesRead; } ///< of the device
    QString problem() const { return m_problem; }

private:
    static ssize_t readBlock(archive *, void *file, const void **block);
    static int64_t seekTo(archive *, void *file, int64_t offset, int whence);
    void note(const char *fallback);

    struct Close { void operator()(archive *handle) const; };
    std::unique_ptr<QIODevice> m_device;
    QByteArray m_block;
    std::unique_ptr<archive, Close> m_archive;
    qint64 m_bytesRead = 0;
    QString m_problem;
};

} // namespace foretrail
