#include "core/data/import/FileHash.h"

#include "core/data/import/ContentHash.h"

#include <QFile>

namespace foretrail {
namespace {

QByteArray hashOf(const QString &path, const std::atomic<bool> &stop)
{
    constexpr qint64 blockBytes = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    ContentHash hash;
    QByteArray block(blockBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = stop ? -1 : file.read(block.data(), blockBytes);
        if (got < 0)
            return {};
        if (got == 0)
            return hash.result();
        hash.add(block.constData(), size_t(got));
    }
}

} // namespace

FileHash::FileHash(const QString &path, const JobContext &job)
    : m_hash(std::async(std::launch::async, [path, stop = job.stopFlag()] { return hashOf(path, *stop); }))
{
}

} // namespace foretrail
