// Events over TCP at a fixed rate while profiles, intent and next items follow; then the highest rate that no lag grows at; then a flood, for
// memory. Latencies are from an event's arrival to the user's profile. The alternative beside it: counting all users anew.
//   bench_live FILE [RATE SECONDS USERS ITEMS]
#include "core/data/feed/FeedWriter.h"
#include "core/data/Import.h"
#include "core/data/figures/FigureStore.h"
#include "core/live/LiveFeed.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>

#include <cstdio>
#include <random>
#include <thread>

using namespace foretrail;

namespace {

constexpr quint16 port = 39'517;

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ')[1].toDouble() / 1024;
    return 0;
}

/// Users and items by how much they do: few do much.
class Events {
public:
    Events(int users, int items) : m_users(users), m_items(items) {}
    QByteArray next(UtcMs time)
    {
        const auto skewed = [this](int count) { const double part = double(m_random() % 1'000'000) / 1e6; return int(part * part * count); };
        const unsigned draw = m_random() % 100;
        const QByteArray kind = draw < 85 ? "view" : draw < 96 ? "cart" : "purchase";
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1() + ",u" + QByteArray::number(skewed(m_users)) + ",i"
            + QByteArray::number(skewed(m_items)) + ",c" + QByteArray::number(m_random() % 50) + ',' + kind + ',' + QByteArray::number(5 + m_random() % 40) + '\n';
    }

private:
    std::mt19937 m_random{7};
    int m_users, m_items;
};

ImportPlan planOf(const QString &folder, Events &events)
{
    const QString file = folder + QStringLiteral(".like.csv");
    QFile like(file);
    if (like.open(QIODevice::WriteOnly)) {
        like.write("time,user,item,category,event,price\n");
        for (int i = 0; i < 50; ++i)
            like.write(events.next(QDateTime::currentMSecsSinceEpoch() - 1'000'000 + i * 1000));
        like.close();
    }
    JobContext job;
    const ImportPlan plan = settledPreview(file, previewFile(file, job)->plan, job)->plan;
    QFile::remove(file);
    return plan;
}

/// Sends `count` events at `rate` a second; 0: as fast as they are taken.
void send(Events &events, qint64 count, qint64 rate)
{
    QTcpSocket socket;
    for (int attempt = 0; attempt < 500 && !socket.waitForConnected(10); ++attempt)
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    QByteArray said;
    QElapsedTimer clock;
    clock.start();
    for (qint64 sent = 0; sent < count;) {
        const qint64 due = rate == 0 ? std::min(count, sent + 1000) : std::min(count, clock.elapsed() * rate / 1000);
        QByteArray lines;
        for (; sent < due; ++sent)
            lines += events.next(QDateTime::currentMSecsSinceEpoch());
        if (lines.isEmpty()) {
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            continue;
        }
        socket.write(lines);
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(30'000)) {}
        if (socket.state() != QAbstractSocket::ConnectedState) {
            std::fprintf(stderr, "the connection broke after %lld of %lld events: %s\n", (long long)sent, (long long)count, qPrintable(socket.errorString()));
            return;
        }
        said = (said + socket.readAll()).right(200);
    }
    const QByteArray last = "ok " + QByteArray::number(count); // what is not confirmed may be lost with the connection
    while (!said.contains(last) && socket.waitForReadyRead(60'000))
        said = (said + socket.readAll()).right(200);
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState)
        socket.waitForDisconnected(1000);
}

struct Followed {
    double usualMs = 0, slowMs = 0;
    double seconds = 0; ///< until all is stored
    double mostMb = 0, firstMb = 0;
};

Followed follow(Workspace &workspace, const ImportPlan &plan, const SharedModels &models, Events &events, qint64 count, qint64 rate)
{
    LiveOptions options;
    options.plan = plan;
    options.watchesShop = true;
    options.learns = false;
    options.models = models;
    JobContext job;
    Followed followed;
    int idle = 0;
    QElapsedTimer clock;
    clock.start();
    std::thread sender([&] { send(events, count, rate); });
    const auto tell = [&](const LiveTick &tick) {
        if (!(tick.shop->usualUpdateMs != tick.shop->usualUpdateMs)) {
            followed.usualMs = tick.shop->usualUpdateMs;
            followed.slowMs = tick.shop->slowUpdateMs;
        }
        const double mb = residentMb();
        followed.firstMb = followed.firstMb > 0 ? followed.firstMb : mb;
        followed.mostMb = std::max(followed.mostMb, mb);
        followed.seconds = double(clock.elapsed()) / 1000;
        const bool isStuck = tick.since.read == 0 && ++idle > 10; // the sender is gone
        idle = tick.since.read == 0 ? idle : 0;
        if (tick.total.read >= count || isStuck)
            job.requestStop();
    };
    FeedSpec spec = *FeedSpec::fromText(QStringLiteral("tcp:%1").arg(port));
    if (const Result<ImportReport> total = followFeed(workspace, spec, options, tell, job); !total)
        std::fprintf(stderr, "%s\n", qPrintable(total.error().message));
    sender.join();
    return followed;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList said = app.arguments();
    const auto number = [&said](qsizetype at, qint64 usual) { return at < said.size() ? said[at].toLongLong() : usual; };
    const qint64 rate = number(2, 1000), seconds = number(3, 60);
    Events events(int(number(4, 100'000)), int(number(5, 10'000)));
    Result<Workspace> workspace = Workspace::openOrCreate(said.value(1, QStringLiteral("live.foretrail")));
    if (!workspace)
        return 1;
    const ImportPlan plan = planOf(workspace->path(), events);
    JobContext job;
    {   // a past: 30 days with 400,000 events
        auto writer = FeedWriter::open(*workspace, QStringLiteral("past"), plan);
        const UtcMs end = QDateTime::currentMSecsSinceEpoch() - 3'600'000;
        for (int part = 0; part < 40; ++part) {
            QByteArray lines;
            for (int i = 0; i < 10'000; ++i)
                lines += events.next(end - qint64(400'000 - part * 10'000 - i) * 6480);
            if (const auto stored = (*writer)->store(lines, {{QStringLiteral("part"), part}}, 0, job); !stored)
                return 1;
        }
    }
    QElapsedTimer clock;
    clock.start();
    const Result<SharedModels> models = learnLiveModels(*workspace, QString::fromLatin1(usualLiveRecommender), job);
    if (!models)
        return 1;
    std::printf("learnt from 400,000 events in %.1f s; %s\n", double(clock.elapsed()) / 1000, qPrintable((*models)->missing.join(QLatin1Char(' '))));
    const Followed steady = follow(*workspace, plan, *models, events, rate * seconds, rate);
    std::printf("%lld events a second for %lld s: profile and next items after %.1f ms (median), %.1f ms (99 of 100); all stored %.1f s after the first\n", (long long)rate, (long long)seconds,
                steady.usualMs, steady.slowMs, steady.seconds);
    clock.restart();
    if (const auto counted = workspaceFigures(*workspace, job); counted)
        std::printf("beside it: all users counted anew %.0f ms\n", double(clock.nsecsElapsed()) / 1e6);
    for (qint64 faster = 2 * rate; faster <= 64 * rate; faster *= 2) {
        const Followed one = follow(*workspace, plan, *models, events, faster * 10, faster);
        const bool keepsUp = one.seconds < 12.5;
        std::printf("%lld events a second for 10 s: stored after %.1f s, %.1f ms (median), %.1f ms (99 of 100)%s\n", (long long)faster, one.seconds, one.usualMs, one.slowMs, keepsUp ? "" : ": lags");
        if (!keepsUp)
            break;
    }
    const Followed flood = follow(*workspace, plan, *models, events, 1'000'000, 0);
    std::printf("a million events at once: %.0f events a second, memory %.0f MB at first, %.0f MB at most\n", 1e6 / flood.seconds, flood.firstMb, flood.mostMb);
    return 0;
}
