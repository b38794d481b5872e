// How long it takes to ask a log of behaviour for a funnel, retention, paths and lifecycle, and how much memory that takes.
// bench_flows [EVENTS]: 5,000,000 events (the number said) of a fifth as many visits and a twentieth as many users over 26 weeks, drawn here.
// bench_flows WORKSPACE: reads the log of a workspace first.
#include "core/behaviour/flows/Funnel.h"
#include "core/behaviour/flows/Lifecycle.h"
#include "core/behaviour/flows/Paths.h"
#include "core/behaviour/flows/Retention.h"

#include <QElapsedTimer>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <sys/resource.h>

using namespace foretrail;

namespace {

unsigned kindDrawn(double share) { return share < 0.88 ? 0 : share < 0.95 ? 1 : share < 0.98 ? 2 : 3; }

/// Visits of about eight events, a minute apart, of users who come often or seldom.
UserEventLog drawnLog(qint64 events)
{
    UserEventLog log;
    for (const char *kind : {"view", "cart", "favourite", "purchase"})
        log.kinds.append({QString::fromLatin1(kind), QString::fromLatin1(kind), events / 4});
    log.hasUsers = log.hasItems = log.hasCategories = true;
    log.timeZone = QStringLiteral("Europe/Berlin");
    log.events.reserve(size_t(events));
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    while (qint64(log.events.size()) < events) {
        UserEventLog::Event event;
        event.user = 1 + quint32(double(events) / 20 * std::pow(uniform(random), 2));
        event.time = 1'704'067'200'000 + qint64(uniform(random) * 182 * double(dayMs));
        for (int left = 1 + int(uniform(random) * 15); left > 0 && qint64(log.events.size()) < events; --left) {
            event.item = 1 + quint32(100'000 * std::pow(uniform(random), 3));
            event.category = (1 + event.item % 100) & 0xfffffU;
            event.kind = kindDrawn(uniform(random)) & 0xfffU;
            event.time += qint64(uniform(random) * 120'000);
            log.events.push_back(event);
        }
    }
    std::stable_sort(log.events.begin(), log.events.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
    return log;
}

double peakMib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

template<class Work>
void measured(const char *name, Work &&work)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t began = std::clock();
    const QString said = work();
    std::printf("%-20s %6.2f s (%.2f s of the processor), peak %.0f MiB: %s\n", name, double(timer.elapsed()) / 1000, double(std::clock() - began) / CLOCKS_PER_SEC, peakMib(), qPrintable(said));
    std::fflush(stdout);
}

template<class T, class Say>
QString told(const Result<T> &result, Say &&say) { return result ? say(*result) : QStringLiteral("FAILED: ") + result.error().message; }

Result<UserEventLog> readLog(const QString &path)
{
    Result<Workspace> workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    if (!workspace)
        return fail(workspace.error());
    JobContext job;
    return readUserEvents(*workspace, job);
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 events = argc > 1 ? QByteArray(argv[1]).toLongLong() : 5'000'000;
    UserEventLog log;
    if (events > 0) {
        log = drawnLog(events);
    } else {
        measured("read", [&] {
            Result<UserEventLog> read = readLog(QString::fromLocal8Bit(argv[1]));
            if (read)
                log = std::move(*read);
            return told(read, [&](const UserEventLog &) { return QStringLiteral("%1 events").arg(log.events.size()); });
        });
    }
    JobContext job;
    FunnelRequest steps;
    for (const QString &step : usualFunnel(log))
        steps.steps << FunnelStep{step, {}, {}};
    steps.withinMs = 7 * dayMs;
    const auto conversion = [](const FunnelResult &result) { return QStringLiteral("%1 of %2").arg(result.conversion()).arg(result.units); };
    measured("funnel of users", [&] { return told(funnel(log, steps, nullptr, job), conversion); });
    steps.unit = FlowUnit::Session;
    measured("funnel of sessions", [&] { return told(funnel(log, steps, nullptr, job), conversion); });
    const auto back = [](const RetentionResult &result) { return QString::number(result.overall(1, false)); };
    measured("retention by week", [&] { return told(retention(log, {}, nullptr, job), back); });
    measured("retention by day", [&] { return told(retention(log, {FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Day}, nullptr, job), back); });
    measured("users of a cell", [&] { return told(retentionUsers(log, {}, nullptr, 0, 1, false, job), [](const UserSet &users) { return QString::number(users.count()); }); });
    for (const PathBy by : {PathBy::Kind, PathBy::Category, PathBy::Item}) {
        PathRequest request;
        request.by = by;
        measured(by == PathBy::Kind ? "paths by kind" : by == PathBy::Category ? "paths by category" : "paths by item",
                 [&] { return told(paths(log, request, nullptr, job), [](const PathResult &result) { return QStringLiteral("%1 ways").arg(result.distinctPaths); }); });
    }
    measured("lifecycle by week", [&] {
        return told(lifecycle(log, {Step::Week, FlowActivity::AnyEvent, 4}, nullptr, job), [](const LifecycleResult &result) { return QString::number(result.counts.back().present()); });
    });
}
