#include "core/data/import/PackedFile.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdio>

namespace foretrail {
namespace {

constexpr qsizetype blockBytes = 256 * 1024;

} // namespace

Packing packingOf(const QByteArray &head)
{
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return Packing::Zip;
    for (const char *magic : {"\x1f\x8b", "BZh", "\xfd" "7zXZ", "\x28\xb5\x2f\xfd"})
        if (head.startsWith(magic))
            return Packing::Filter;
    return Packing::None;
}

void PackedFile::Close::operator()(archive *handle) const { archive_read_free(handle); }

PackedFile::PackedFile(std::unique_ptr<QIODevice> device) : m_device(std::move(device)), m_archive(archive_read_new())
{
    m_block.resize(blockBytes);
}

PackedFile::~PackedFile() = default;

bool PackedFile::open(Packing packing)
{
    archive *handle = m_archive.get();
    if (packing == Packing::Zip) {
        // The table of contents tells sizes, and finds members without reading those in front.
        archive_read_support_format_zip_seekable(handle);
        archive_read_set_seek_callback(handle, &PackedFile::seekTo);
    } else {
        archive_read_support_filter_gzip(handle);
        archive_read_support_filter_zstd(handle);
        archive_read_support_filter_xz(handle);
        archive_read_support_filter_bzip2(handle);
        archive_read_support_format_raw(handle);
    }
    if (archive_read_open(handle, this, nullptr, &PackedFile::readBlock, nullptr) == ARCHIVE_OK)
        return true;
    note("not recognised");
    return false;
}

archive_entry *PackedFile::nextMember()
{
    archive_entry *entry = nullptr;
    const int code = archive_read_next_header(m_archive.get(), &entry);
    if (code == ARCHIVE_OK || code == ARCHIVE_WARN)
        return entry;
    if (code != ARCHIVE_EOF)
        note("no header");
    return nullptr;
}

qint64 PackedFile::read(char *buffer, size_t size)
{
    const la_ssize_t got = archive_read_data(m_archive.get(), buffer, size);
    if (got < 0)
        note("no data");
    return got < 0 ? -1 : got;
}

void PackedFile::note(const char *fallback)
{
    const char *detail = archive_error_string(m_archive.get());
    m_problem = QString::fromUtf8(detail ? detail : fallback);
}

ssize_t PackedFile::readBlock(archive *handle, void *file, const void **block)
{
    auto *self = static_cast<PackedFile *>(file);
    const qint64 got = self->m_device->read(self->m_block.data(), self->m_block.size()); // clazy:exclude=detaching-member : written to
    if (got < 0) {
        archive_set_error(handle, EIO, "%s", qPrintable(self->m_device->errorString()));
        return -1;
    }
    self->m_bytesRead += got;
    *block = self->m_block.constData();
    return got;
}

int64_t PackedFile::seekTo(archive *, void *file, int64_t offset, int whence)
{
    QIODevice &device = *static_cast<PackedFile *>(file)->m_device;
    const qint64 from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? device.pos() : device.size();
    return device.seek(from + offset) ? device.pos() : ARCHIVE_FATAL;
}

} // namespace foretrail
