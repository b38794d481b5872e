#include "core/live/FileFeeds.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>

#include <algorithm>

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace foretrail {
namespace {

struct FileFeedsText { Q_DECLARE_TR_FUNCTIONS(foretrail::FileFeeds) };

constexpr int pollMs = 10;
constexpr qint64 completeAfterMs = 2000; ///< a file of a folder whose last line has no break, once it no longer grows

/// Asks again and again until something came or the time is over.
template<class Ask>
Result<void> waitFor(int waitMs, const FeedChunk &chunk, const Ask &ask)
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        if (Result<void> asked = ask(); !asked)
            return asked;
        const qint64 left = waitMs - waited.elapsed();
        if (!chunk.isEmpty() || !chunk.notes.isEmpty() || left <= 0)
            return {};
        QThread::msleep(ulong(std::min<qint64>(left, pollMs)));
    }
}

bool isUnfinished(const QString &name) { return name.endsWith(QStringLiteral(".part")) || name.endsWith(QStringLiteral(".tmp")); }

bool isPackedName(const QString &name)
{
    static const QStringList endings{QStringLiteral(".gz"), QStringLiteral(".zip"), QStringLiteral(".zst"), QStringLiteral(".xz"),
                                     QStringLiteral(".bz2"), QStringLiteral(".xlsx")};
    return std::ranges::any_of(endings, [&name](const QString &ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

} // namespace

FileFeed::FileFeed(const QString &path, const QJsonObject &position) : m_file(path) { m_file.goOnFrom(position); }

Result<FeedChunk> FileFeed::next(int waitMs)
{
    FeedChunk chunk;
    if (Result<void> read = waitFor(waitMs, chunk, [&] { return m_file.read(chunk); }); !read)
        return fail(read.error());
    chunk.position = m_file.position();
    return chunk;
}

FolderFeed::FolderFeed(const QString &path, const QJsonObject &position) : m_path(path), m_before(position) {}

Result<FeedChunk> FolderFeed::next(int waitMs)
{
    FeedChunk chunk;
    if (Result<void> read = waitFor(waitMs, chunk, [&] { return look(chunk); }); !read)
        return fail(read.error());
    chunk.position = position();
    return chunk;
}

Result<void> FolderFeed::look(FeedChunk &chunk)
{
    const QDir folder(m_path);
    if (!folder.exists())
        return fail(ErrorCode::NotFound, FileFeedsText::tr("The folder %1 is gone.").arg(m_path));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        if (isUnfinished(name))
            continue;
        if (isPackedName(name)) {
            if (m_leftOut.insert(name).second)
                chunk.notes << FileFeedsText::tr("%1 is no plain text and is left out. Import it.").arg(name);
            continue;
        }
        if (Result<void> read = readArrived(name, chunk); !read)
            return read;
        if (chunk.lines.size() >= chunkBytes)
            return {};
    }
    return {};
}

Result<void> FolderFeed::readArrived(const QString &name, FeedChunk &chunk)
{
    auto [entry, isNew] = m_files.try_emplace(name, m_path + u'/' + name);
    Arrived &arrived = entry->second;
    if (isNew)
        arrived.file.goOnFrom(m_before[name].toObject());
    if (isNew || QFileInfo(m_path + u'/' + name).size() != arrived.size) {
        arrived.idle.restart();
        arrived.isComplete = false;
        if (Result<void> read = arrived.file.read(chunk); !read)
            return read;
        arrived.file.letGo();
        arrived.size = arrived.file.readBytes(); // less than there is where it holds more than a chunk
    } else if (!arrived.isComplete && arrived.file.hasRest() && arrived.idle.elapsed() >= completeAfterMs) {
        arrived.file.finish(chunk);
        arrived.isComplete = true;
    }
    return {};
}

QJsonObject FolderFeed::position() const
{
    QJsonObject position = m_before;
    for (const auto &[name, arrived] : m_files)
        position[name] = arrived.file.position();
    return position;
}

InputFeed::InputFeed(const QJsonObject &position) : m_lines(position[QStringLiteral("lines")].toInteger()) {}

Result<FeedChunk> InputFeed::next(int waitMs)
{
    FeedChunk chunk;
    pollfd asked{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&asked, 1, waitMs);
    if (ready > 0) {
        QByteArray bytes(qsizetype(64) << 10, Qt::Uninitialized);
        const ssize_t got = ::read(STDIN_FILENO, bytes.data(), size_t(bytes.size()));
        if (got < 0 && errno != EINTR && errno != EAGAIN)
            return fail(ErrorCode::Io, FileFeedsText::tr("Standard input cannot be read: %1.").arg(QString::fromLocal8Bit(std::strerror(errno))));
        m_cutter.add(QByteArrayView(bytes.constData(), std::max<qsizetype>(0, got)));
        chunk.hasEnded = got == 0;
    }
    chunk.lines = m_cutter.takeLines();
    if (chunk.hasEnded)
        chunk.lines += m_cutter.takeRest();
    chunk.tooLong = m_cutter.takeTooLong();
    m_lines += std::count(chunk.lines.begin(), chunk.lines.end(), '\n');
    chunk.position = {{QStringLiteral("lines"), m_lines}};
    return chunk;
}

} // namespace foretrail
