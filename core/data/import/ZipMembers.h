#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QStringList>

struct archive;
struct archive_entry;

namespace foretrail {

/// A file in a zip archive.
struct ZipMember {
    QString name;
    qint64 bytes = 0; ///< unpacked, as the archive says
    bool isLocked = false; ///< behind a password
    bool operator==(const ZipMember &) const = default;
};

/// The name of a member: UTF-8, or GB18030 as Windows in China writes it.
QString memberName(archive_entry *entry);

/// The members of a zip archive in the order of names, without folders. Format when it is damaged or cut off.
Result<QList<ZipMember>> zipMembers(const QString &path);
/// Those that may be tables by their names, without hidden ones and what macOS keeps beside them; empty ones last.
QStringList tableMembers(const QList<ZipMember> &members);
/// Whether a file of this name may hold a table: pictures, documents and programs do not.
bool mayBeTable(const QString &name);

} // namespace foretrail
