#include "core/data/import/ByteSource.h"

#include "core/data/import/ZipMembers.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <archive_entry.h>

#include <algorithm>

namespace foretrail {
namespace {

struct ByteSourceText { Q_DECLARE_TR_FUNCTIONS(foretrail::ByteSource) };

constexpr qint64 magicBytes = 8;

Result<void> checkFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, ByteSourceText::tr("There is no file %1. Check its name and folder.").arg(path));
    if (info.isDir())
        return fail(ErrorCode::InvalidInput, ByteSourceText::tr("%1 is a folder. Choose the files in it.").arg(path));
    if (info.size() == 0 && info.isFile())
        return fail(ErrorCode::InvalidInput, ByteSourceText::tr("%1 is empty: there is nothing to import.").arg(path));
    return {};
}

Result<std::unique_ptr<QIODevice>> openFile(const QString &path)
{
    if (Result<void> checked = checkFile(path); !checked)
        return fail(checked.error());
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(file->error() == QFileDevice::PermissionsError || !QFileInfo(path).isReadable() ? ErrorCode::Permission : ErrorCode::Io,
                    ByteSourceText::tr("%1 cannot be read: %2. Check who may read it.").arg(path, file->errorString()));
    return file;
}

} // namespace

ByteSource::~ByteSource() = default;

Result<std::unique_ptr<ByteSource>> ByteSource::make(const QString &path, std::unique_ptr<QIODevice> device, const QString &part)
{
    std::unique_ptr<ByteSource> source(new ByteSource(path, std::move(device)));
    if (Result<void> started = source->start(part); !started)
        return fail(started.error());
    return source;
}

Result<std::unique_ptr<ByteSource>> ByteSource::open(const QString &path, const QString &part)
{
    Result<std::unique_ptr<QIODevice>> file = openFile(path);
    if (!file)
        return fail(file.error());
    return make(path, std::move(*file), part);
}

Result<std::unique_ptr<ByteSource>> ByteSource::openAt(const QString &path, qint64 offset)
{
    Result<std::unique_ptr<ByteSource>> source = open(path);
    if (!source || (*source)->isPacked())
        return source;
    if (!(*source)->m_device->seek(offset))
        return fail((*source)->damaged());
    return source;
}

Result<std::unique_ptr<ByteSource>> ByteSource::ofMemory(const QByteArray &bytes, const QString &name, const QString &part)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return make(name, std::move(buffer), part);
}

Result<std::unique_ptr<ByteSource>> ByteSource::ofPlainMemory(const QByteArray &bytes, const QString &name)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    std::unique_ptr<ByteSource> source(new ByteSource(name, std::move(buffer)));
    source->m_fileBytes = bytes.size();
    return source;
}

Result<void> ByteSource::start(const QString &part)
{
    // A pipe has no way back to its first bytes: it is taken as it is.
    const Packing packing = m_device->isSequential() ? Packing::None : packingOf(m_device->peek(magicBytes));
    m_fileBytes = m_device->isSequential() ? 0 : m_device->size();
    if (packing == Packing::None)
        return {};
    m_packed = std::make_unique<PackedFile>(std::move(m_device));
    if (!m_packed->open(packing))
        return fail(damaged());
    if (packing == Packing::Zip)
        return startMember(part);
    return m_packed->nextMember() ? Result<void>() : fail(damaged());
}

Result<void> ByteSource::startMember(const QString &part)
{
    while (archive_entry *entry = m_packed->nextMember()) {
        m_part = memberName(entry);
        const bool isEmpty = archive_entry_filetype(entry) == AE_IFDIR || (archive_entry_size_is_set(entry) && archive_entry_size(entry) == 0);
        if (part.isEmpty() ? isEmpty || !mayBeTable(m_part) : m_part != part)
            continue;
        if (archive_entry_is_data_encrypted(entry) == 1)
            return fail(ErrorCode::InvalidInput, ByteSourceText::tr("%1 is locked with a password. Unpack it first.").arg(shownName()));
        m_memberFrom = m_packed->bytesRead();
        if (archive_entry_size_is_set(entry))
            m_fileBytes = archive_entry_size(entry);
        return {};
    }
    if (!m_packed->problem().isEmpty())
        return fail(damaged());
    m_part.clear();
    if (part.isEmpty())
        return fail(ErrorCode::InvalidInput, ByteSourceText::tr("%1 holds no tables such as CSV files.").arg(m_path));
    return fail(ErrorCode::NotFound, ByteSourceText::tr("%1 holds no file %2.").arg(m_path, part));
}

Result<size_t> ByteSource::read(char *buffer, size_t size)
{
    if (m_stop && m_stop->load(std::memory_order_relaxed))
        return fail(Error::cancelled());
    return account(m_packed ? m_packed->read(buffer, size) : m_device->read(buffer, qint64(size)));
}

Result<size_t> ByteSource::account(qint64 got)
{
    constexpr qint64 usualRatio = 200, harmless = 64 << 20;
    if (got < 0)
        return fail(damaged());
    m_unpacked += got;
    if (m_mostUnpacked == 0 || m_unpacked <= harmless || !m_packed)
        return size_t(got);
    const qint64 packed = std::max<qint64>(m_packed->bytesRead() - m_memberFrom, 1);
    if (m_unpacked > m_mostUnpacked || m_unpacked / packed > usualRatio)
        return fail(ErrorCode::Format,
                    ByteSourceText::tr("%1 unpacks to more than %2 MiB from %3 KiB: no real workbook does. It was not read on; fetch it again "
                             "from a place that you trust, or save it as CSV.")
                        .arg(shownName()).arg(m_unpacked >> 20).arg(packed >> 10));
    return size_t(got);
}

qint64 ByteSource::consumedBytes() const
{
    if (!m_packed || !m_part.isEmpty())
        return m_unpacked;
    return m_packed->bytesRead();
}

QString ByteSource::shownName() const { return m_part.isEmpty() ? m_path : m_path + QStringLiteral(" › ") + m_part; }

Error ByteSource::damaged() const
{
    const qint64 at = m_packed ? m_packed->bytesRead() : m_unpacked;
    return {ErrorCode::Format, ByteSourceText::tr("%1 is damaged or cut off, %2 bytes into it. Fetch or pack it again.").arg(shownName()).arg(at),
            m_packed ? m_packed->problem() : m_device->errorString()};
}

} // namespace foretrail
