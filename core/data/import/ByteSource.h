#pragma once

#include "core/base/Result.h"
#include "core/data/import/PackedFile.h"

#include <atomic>
#include <memory>

namespace foretrail {

/// The bytes of a file, unpacked where it is packed (gzip, zstd, xz, bzip2), or of one member of a zip archive. Belongs to
/// one thread.
class ByteSource {
public:
    /// `part` names the member of a zip archive; empty: the first that may be a table. NotFound, Permission, InvalidInput (a
    /// folder, an empty file, no such member, a member behind a password) or Format (packed and damaged), with the file named.
    static Result<std::unique_ptr<ByteSource>> open(const QString &path, const QString &part = {});
    /// A file that is not packed, from byte `offset` on: for a look into its middle.
    static Result<std::unique_ptr<ByteSource>> openAt(const QString &path, qint64 offset);
    /// The same from memory; `name` stands for the file in messages.
    static Result<std::unique_ptr<ByteSource>> ofMemory(const QByteArray &bytes, const QString &name, const QString &part = {});
    /// From memory as they are, even where they look packed.
    static Result<std::unique_ptr<ByteSource>> ofPlainMemory(const QByteArray &bytes, const QString &name);
    ~ByteSource();

    /// Up to `size` bytes; 0 at the end. Format when the packed data is damaged or ends too early, or unpacks to more than
    /// limitUnpacked() allows; Cancelled when the flag of stopWith() is set.
    Result<size_t> read(char *buffer, size_t size);
    qint64 fileBytes() const { return m_fileBytes; } ///< as it lies on the disk; of a member of an archive: unpacked
    qint64 consumedBytes() const;                    ///< of fileBytes()
    bool isPacked() const { return m_packed != nullptr; }
    const QString &path() const { return m_path; }
    const QString &part() const { return m_part; } ///< the member read; empty where the file is no archive
    QString shownName() const; ///< for messages: "logs.zip › 2024-01-01.csv"

    void stopWith(std::shared_ptr<const std::atomic<bool>> flag) { m_stop = std::move(flag); }
    /// A bomb is refused: what unpacks to more than `bytes`, or to far more than packed data of its size usually holds.
    void limitUnpacked(qint64 bytes) { m_mostUnpacked = bytes; }

private:
    ByteSource(QString path, std::unique_ptr<QIODevice> device) : m_path(std::move(path)), m_device(std::move(device)) {}
    static Result<std::unique_ptr<ByteSource>> make(const QString &path, std::unique_ptr<QIODevice> device, const QString &part);
    Result<void> start(const QString &part);
    Result<void> startMember(const QString &part);
    Result<size_t> account(qint64 got);
    Error damaged() const;

    QString m_path;
    QString m_part;
    std::unique_ptr<QIODevice> m_device; ///< of a file that is not packed
    std::unique_ptr<PackedFile> m_packed;
    std::shared_ptr<const std::atomic<bool>> m_stop;
    qint64 m_fileBytes = 0;
    qint64 m_unpacked = 0;
    qint64 m_memberFrom = 0;   ///< bytes of the archive read before the member
    qint64 m_mostUnpacked = 0; ///< 0: no limit
};

} // namespace foretrail
