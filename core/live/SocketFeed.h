#pragma once

#include "core/live/FeedSource.h"
#include "core/live/LineCutter.h"

#include <QObject>

#include <list>

class QIODevice;
class QLocalServer;
class QTcpServer;

namespace foretrail {

/// Lines that others send to a port or a local socket, from several of them at once. Whoever sends gets a line "ok N" once N of its lines are
/// stored: what was not confirmed may be sent again. A sender that is faster than the rows can be stored waits, since no more than a chunk is
/// taken from each; one that stalls or vanishes disturbs nobody, and its half line is dropped.
class SocketFeed : public FeedSource {
public:
    /// Io where the port or the name is taken, or the address is not of this machine.
    static Result<std::unique_ptr<SocketFeed>> listen(const FeedSpec &spec, const QJsonObject &position);
    ~SocketFeed() override;

    Result<FeedChunk> next(int waitMs) override;
    void confirm() override;
    quint16 port() const; ///< of a TCP feed

private:
    struct Sender {
        QIODevice *device = nullptr;
        LineCutter cutter{};
        qint64 lines = 0;     ///< taken
        qint64 confirmed = 0;
        bool isGone = false;
    };
    SocketFeed(const FeedSpec &spec, const QJsonObject &position);
    Result<void> open();
    void add(QIODevice *device);
    void take(Sender &sender, FeedChunk &chunk);
    void forgetGone(FeedChunk &chunk);
    void look();
    bool hasBytes() const;
    void sleepUntilSomethingComes(int mostMs) const;

    FeedSpec m_spec;
    qint64 m_lines = 0;
    std::unique_ptr<QTcpServer> m_tcp;
    std::unique_ptr<QLocalServer> m_local;
    std::list<Sender> m_senders;
    QObject m_here; ///< what is connected ends with it
};

} // namespace foretrail
