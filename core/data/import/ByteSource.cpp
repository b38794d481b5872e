#include "core/data/import/ByteSource.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <archive.h>

namespace foretrail {
namespace {

struct Text { Q_DECLARE_TR_FUNCTIONS(foretrail::ByteSource) };

constexpr qsizetype blockBytes = 256 * 1024;

Result<void> checkFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::NotFound, Text::tr("There is no file %1. Check its name and folder.").arg(path));
    if (info.isDir())
        return fail(ErrorCode::InvalidInput, Text::tr("%1 is a folder. Choose the files in it.").arg(path));
    if (info.size() == 0 && info.isFile())
        return fail(ErrorCode::InvalidInput, Text::tr("%1 is empty: there is nothing to import.").arg(path));
    return {};
}

} // namespace

void ByteSource::Close::operator()(archive *handle) const { archive_read_free(handle); }

ByteSource::~ByteSource() = default;

Result<std::unique_ptr<ByteSource>> ByteSource::open(const QString &path)
{
    if (Result<void> checked = checkFile(path); !checked)
        return fail(checked.error());
    std::unique_ptr<ByteSource> source(new ByteSource(path));
    if (Result<void> started = source->start(); !started)
        return fail(started.error());
    return source;
}

Result<void> ByteSource::start()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(m_file.error() == QFileDevice::PermissionsError || !QFileInfo(m_path).isReadable() ? ErrorCode::Permission : ErrorCode::Io,
                    Text::tr("%1 cannot be read: %2. Check who may read it.").arg(m_path, m_file.errorString()));
    m_fileBytes = m_file.size();
    m_block.resize(blockBytes);
    m_archive.reset(archive_read_new());
    archive *handle = m_archive.get();
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_zstd(handle);
    archive_read_support_filter_xz(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_format_raw(handle);
    archive_entry *entry = nullptr;
    if (archive_read_open(handle, this, nullptr, &ByteSource::readBlock, nullptr) != ARCHIVE_OK
        || archive_read_next_header(handle, &entry) != ARCHIVE_OK)
        return fail(damaged());
    return {};
}

ssize_t ByteSource::readBlock(archive *handle, void *source, const void **block)
{
    auto *self = static_cast<ByteSource *>(source);
    const qint64 got = self->m_file.read(self->m_block.data(), self->m_block.size());
    if (got < 0) {
        archive_set_error(handle, EIO, "%s", qPrintable(self->m_file.errorString()));
        return -1;
    }
    self->m_consumed += got;
    *block = self->m_block.constData();
    return got;
}

Result<size_t> ByteSource::read(char *buffer, size_t size)
{
    const la_ssize_t got = archive_read_data(m_archive.get(), buffer, size);
    if (got < 0)
        return fail(damaged());
    return size_t(got);
}

Error ByteSource::damaged() const
{
    const char *detail = archive_error_string(m_archive.get());
    return {ErrorCode::Format,
            Text::tr("%1 is damaged or cut off, %2 bytes into it. Fetch or pack it again.").arg(m_path).arg(m_consumed),
            QString::fromUtf8(detail ? detail : "")};
}

} // namespace foretrail
