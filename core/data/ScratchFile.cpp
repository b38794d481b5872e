#include "core/data/ScratchFile.h"

#include <SQLiteCpp/Exception.h>

#include <QTemporaryFile>

#include <sqlite3.h>

#include <utility>

namespace foretrail {
namespace {

void check(bool isDone)
{
    if (!isDone)
        throw SQLite::Exception("a file beside the workspace could not be written or read", SQLITE_FULL);
}

} // namespace

ScratchFile::ScratchFile(QString folder, QString purpose) : m_folder(std::move(folder)), m_purpose(std::move(purpose)) {}

ScratchFile::~ScratchFile() = default;

qint64 ScratchFile::append(const void *bytes, qint64 count)
{
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>(m_folder + QStringLiteral("/foretrail-") + m_purpose + QStringLiteral("-XXXXXX"));
        check(m_file->open());
    }
    check(m_file->seek(m_size) && m_file->write(static_cast<const char *>(bytes), count) == count && m_file->flush());
    return std::exchange(m_size, m_size + count);
}

void ScratchFile::read(qint64 at, void *bytes, qint64 count)
{
    check(count == 0 || (m_file && m_file->seek(at) && m_file->read(static_cast<char *>(bytes), count) == count));
}

void ScratchFile::clear()
{
    m_file.reset();
    m_size = 0;
}

} // namespace foretrail
