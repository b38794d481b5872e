#pragma once

#include "core/base/Result.h"

#include <QFile>

#include <memory>

struct archive;

namespace foretrail {

/// The bytes of a file, unpacked where it is packed (gzip, zstd, xz, bzip2). Belongs to one thread.
class ByteSource {
public:
    /// NotFound, Permission, InvalidInput (a folder, an empty file) or Format (packed and damaged), with the file named.
    static Result<std::unique_ptr<ByteSource>> open(const QString &path);
    ~ByteSource();

    /// Up to `size` bytes; 0 at the end. Format when the packed data is damaged or ends too early.
    Result<size_t> read(char *buffer, size_t size);
    qint64 fileBytes() const { return m_fileBytes; }
    qint64 consumedBytes() const { return m_consumed; } ///< of the file as it lies on the disk
    const QString &path() const { return m_path; }

private:
    explicit ByteSource(const QString &path) : m_path(path), m_file(path) {}
    static ssize_t readBlock(archive *, void *source, const void **block);
    Result<void> start();
    Error damaged() const;

    struct Close { void operator()(archive *handle) const; };
    QString m_path;
    QFile m_file;
    QByteArray m_block;
    std::unique_ptr<archive, Close> m_archive;
    qint64 m_fileBytes = 0;
    qint64 m_consumed = 0;
};

} // namespace foretrail
