#include "core/live/GrowingFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

namespace foretrail {
namespace {

struct GrowingFileText { Q_DECLARE_TR_FUNCTIONS(foretrail::GrowingFile) };

/// What a file is, whatever its name; 0 where there is none.
quint64 nodeOf(const QString &path)
{
    struct stat info {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? quint64(info.st_ino) : 0;
}

} // namespace

QJsonObject GrowingFile::position() const
{
    return {{QStringLiteral("node"), QString::number(m_node)}, {QStringLiteral("offset"), m_offset - m_cutter.restBytes()},
            {QStringLiteral("head"), QString::fromLatin1(m_head)}, {QStringLiteral("head_bytes"), m_headBytes}};
}

void GrowingFile::goOnFrom(const QJsonObject &position)
{
    m_node = position[QStringLiteral("node")].toString().toULongLong();
    m_offset = position[QStringLiteral("offset")].toInteger();
    m_head = position[QStringLiteral("head")].toString().toLatin1();
    m_headBytes = position[QStringLiteral("head_bytes")].toInteger();
    m_cutter.clear();
    m_file.close();
}

/// Of the first m_headBytes.
QByteArray GrowingFile::headHash()
{
    m_file.seek(0);
    return QCryptographicHash::hash(m_file.read(m_headBytes), QCryptographicHash::Sha1).toHex();
}

/// False: there is no file yet.
Result<bool> GrowingFile::openNew()
{
    m_file.setFileName(m_path);
    if (!QFileInfo::exists(m_path))
        return false;
    if (QFileInfo(m_path).isDir())
        return fail(ErrorCode::InvalidInput, GrowingFileText::tr("%1 is a folder. Follow it with folder:PATH.").arg(m_path));
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Permission, GrowingFileText::tr("%1 cannot be read: %2. Check who may read it.").arg(m_path, m_file.errorString()));
    return true;
}

Result<bool> GrowingFile::open(FeedChunk &chunk)
{
    if (m_file.isOpen())
        return true;
    const Result<bool> opened = openNew();
    if (!opened || !*opened)
        return opened;
    const quint64 node = nodeOf(m_path);
    const bool isSame = m_offset > 0 && m_file.size() >= m_offset && (m_headBytes == 0 || headHash() == m_head);
    if (m_offset > 0 && !isSame)
        beginAnew(chunk, GrowingFileText::tr("%1 is another file now and is read from its beginning.").arg(m_path));
    m_node = node;
    return true;
}

void GrowingFile::beginAnew(FeedChunk &chunk, const QString &why)
{
    chunk.notes << why;
    m_offset = m_headBytes = 0;
    m_head.clear();
    m_cutter.clear();
}

bool GrowingFile::isReplaced() const
{
    const quint64 node = nodeOf(m_path);
    return node != 0 && node != m_node;
}

Result<void> GrowingFile::read(FeedChunk &chunk)
{
    const Result<bool> opened = open(chunk);
    if (!opened)
        return fail(opened.error());
    if (!*opened)
        return {};
    if (m_file.size() < m_offset)
        beginAnew(chunk, GrowingFileText::tr("%1 was cut short and is read from its beginning.").arg(m_path));
    m_file.seek(m_offset);
    const QByteArray bytes = m_file.read(FeedSource::chunkBytes);
    if (bytes.isEmpty() && m_file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Io, GrowingFileText::tr("%1 cannot be read: %2.").arg(m_path, m_file.errorString()));
    m_cutter.add(bytes);
    m_offset += bytes.size();
    if (m_headBytes < headBytes && m_offset > m_headBytes) {
        m_headBytes = std::min(headBytes, m_offset - m_cutter.restBytes());
        m_head = headHash();
    }
    m_emptyReads = bytes.isEmpty() ? m_emptyReads + 1 : 0;
    if (m_emptyReads >= readsAfterRotation && isReplaced()) {
        chunk.lines += m_cutter.takeRest(); // the last line of a file that nobody writes to any more
        m_file.close();
        beginAnew(chunk, GrowingFileText::tr("%1 was replaced: the new file is read from its beginning.").arg(m_path));
        m_node = 0;
    }
    chunk.lines += m_cutter.takeLines();
    chunk.tooLong += m_cutter.takeTooLong();
    return {};
}

void GrowingFile::finish(FeedChunk &chunk) { chunk.lines += m_cutter.takeRest(); }

} // namespace foretrail
