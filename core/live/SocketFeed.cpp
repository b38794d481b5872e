#include "core/live/SocketFeed.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <algorithm>
#include <poll.h>

namespace foretrail {
namespace {

struct SocketFeedText { Q_DECLARE_TR_FUNCTIONS(foretrail::SocketFeed) };

constexpr qint64 bufferBytes = qint64(256) << 10; ///< held of each sender besides its line

} // namespace

SocketFeed::SocketFeed(const FeedSpec &spec, const QJsonObject &position) : m_spec(spec), m_lines(position[QStringLiteral("lines")].toInteger()) {}

SocketFeed::~SocketFeed()
{
    for (Sender &sender : m_senders)
        sender.device->disconnect(&m_here);
}

Result<std::unique_ptr<SocketFeed>> SocketFeed::listen(const FeedSpec &spec, const QJsonObject &position)
{
    std::unique_ptr<SocketFeed> feed(new SocketFeed(spec, position));
    if (Result<void> opened = feed->open(); !opened)
        return fail(opened.error());
    return feed;
}

Result<void> SocketFeed::open()
{
    if (m_spec.kind == FeedKind::Tcp) {
        m_tcp = std::make_unique<QTcpServer>();
        QObject::connect(m_tcp.get(), &QTcpServer::newConnection, &m_here, [this] {
            while (QTcpSocket *socket = m_tcp->nextPendingConnection()) {
                socket->setReadBufferSize(bufferBytes);
                add(socket);
            }
        });
        if (!m_tcp->listen(QHostAddress(m_spec.address), m_spec.port))
            return fail(ErrorCode::Io, SocketFeedText::tr("Port %1 of %2 cannot be opened: %3.").arg(m_spec.port).arg(m_spec.address, m_tcp->errorString()));
        return {};
    }
    m_local = std::make_unique<QLocalServer>();
    m_local->setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(m_local.get(), &QLocalServer::newConnection, &m_here, [this] {
        while (QLocalSocket *socket = m_local->nextPendingConnection()) {
            socket->setReadBufferSize(bufferBytes);
            add(socket);
        }
    });
    // The file of a program that was killed may still be there; that of one that listens is not touched.
    QLocalSocket other;
    other.connectToServer(m_spec.path);
    if (other.waitForConnected(200))
        return fail(ErrorCode::Io, SocketFeedText::tr("Another program listens at the socket %1.").arg(m_spec.path));
    QLocalServer::removeServer(m_spec.path);
    if (m_local->listen(m_spec.path))
        return {};
    return fail(ErrorCode::Io, SocketFeedText::tr("The socket %1 cannot be opened: %2.").arg(m_spec.path, m_local->errorString()));
}

quint16 SocketFeed::port() const { return m_tcp ? m_tcp->serverPort() : 0; }

void SocketFeed::add(QIODevice *device)
{
    Sender &sender = m_senders.emplace_back();
    sender.device = device;
    const auto gone = [&sender] { sender.isGone = true; };
    if (auto *tcp = qobject_cast<QTcpSocket *>(device))
        QObject::connect(tcp, &QTcpSocket::disconnected, &m_here, gone);
    if (auto *local = qobject_cast<QLocalSocket *>(device))
        QObject::connect(local, &QLocalSocket::disconnected, &m_here, gone);
}

/// Takes in who has called and what has come, without an event loop.
void SocketFeed::look()
{
    if (m_tcp)
        m_tcp->waitForNewConnection(0);
    if (m_local)
        m_local->waitForNewConnection(0);
    for (Sender &sender : m_senders)
        sender.device->waitForReadyRead(0);
}

bool SocketFeed::hasBytes() const
{
    return std::ranges::any_of(m_senders, [](const Sender &sender) { return sender.device->bytesAvailable() > 0 || sender.isGone; });
}

void SocketFeed::sleepUntilSomethingComes(int mostMs) const
{
    std::vector<pollfd> asked;
    const auto ask = [&asked](qintptr descriptor) {
        if (descriptor >= 0)
            asked.push_back({int(descriptor), POLLIN, 0});
    };
    if (m_tcp)
        ask(m_tcp->socketDescriptor());
    if (m_local)
        ask(m_local->socketDescriptor());
    for (const Sender &sender : m_senders)
        if (const auto *tcp = qobject_cast<const QTcpSocket *>(sender.device))
            ask(tcp->socketDescriptor());
        else if (const auto *local = qobject_cast<const QLocalSocket *>(sender.device))
            ask(local->socketDescriptor());
    ::poll(asked.data(), nfds_t(asked.size()), mostMs);
}

Result<FeedChunk> SocketFeed::next(int waitMs)
{
    FeedChunk chunk;
    QElapsedTimer waited;
    waited.start();
    look();
    for (qint64 left = waitMs; !hasBytes() && left > 0; left = waitMs - waited.elapsed()) {
        sleepUntilSomethingComes(int(left));
        look();
    }
    for (Sender &sender : m_senders)
        if (chunk.lines.size() < chunkBytes)
            take(sender, chunk);
    if (m_senders.size() > 1)
        m_senders.splice(m_senders.end(), m_senders, m_senders.begin()); // whoever fills the chunk is not the first again: each has its turn
    forgetGone(chunk);
    m_lines += std::count(chunk.lines.begin(), chunk.lines.end(), '\n');
    chunk.position = {{QStringLiteral("lines"), m_lines}};
    return chunk;
}

void SocketFeed::take(Sender &sender, FeedChunk &chunk)
{
    if (sender.device->isOpen())
        sender.cutter.add(sender.device->read(bufferBytes));
    const QByteArray lines = sender.cutter.takeLines();
    const qint64 tooLong = sender.cutter.takeTooLong();
    sender.lines += std::count(lines.begin(), lines.end(), '\n') + tooLong;
    chunk.lines += lines;
    chunk.tooLong += tooLong;
}

void SocketFeed::forgetGone(FeedChunk &chunk)
{
    for (auto sender = m_senders.begin(); sender != m_senders.end();) {
        if (!sender->isGone || sender->device->bytesAvailable() > 0) {
            ++sender;
            continue;
        }
        if (sender->cutter.hasRest())
            chunk.notes << SocketFeedText::tr("A sender is gone in the middle of a line, which is dropped.");
        sender->device->disconnect(&m_here);
        sender->device->deleteLater();
        sender = m_senders.erase(sender);
    }
}

void SocketFeed::confirm()
{
    for (Sender &sender : m_senders) {
        if (sender.lines == sender.confirmed || sender.isGone)
            continue;
        sender.confirmed = sender.lines;
        sender.device->write("ok " + QByteArray::number(sender.lines) + '\n');
        sender.device->waitForBytesWritten(0);
    }
}

} // namespace foretrail
