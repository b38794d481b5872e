// How long it takes to read a log of behaviour and to ask it for a funnel, retention, paths and lifecycle, and how much memory that takes.
// bench_flows [EVENTS [FILE]]: 5,000,000 events of a twentieth as many users over 26 weeks, drawn here; FILE is kept for the next time.
#include "core/behaviour/flows/Funnel.h"
#include "core/behaviour/flows/Lifecycle.h"
#include "core/behaviour/flows/Paths.h"
#include "core/behaviour/flows/Retention.h"
#include "core/data/FactWriter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>
#include <string>
#include <sys/resource.h>

using namespace foretrail;

namespace {

const char *kindDrawn(double share) { return share < 0.88 ? "view" : share < 0.95 ? "cart" : share < 0.98 ? "favourite" : "purchase"; }

/// Visits of about eight events, a minute apart, of users who come often or seldom.
Result<void> fill(const QString &path, qint64 events)
{
    Result<Workspace> workspace = Workspace::create(path);
    if (!workspace)
        return fail(workspace.error());
    workspace->setUsedAlone(true);
    auto writer = FactWriter::begin(*workspace, {QStringLiteral("drawn"), QStringLiteral("events"), {}, 0, ConflictPolicy::Skip});
    if (!writer)
        return fail(writer.error());
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> uniform(0, 1);
    EventRow row;
    for (qint64 i = 0; i < events;) {
        const std::string user = "u" + std::to_string(qint64(double(events) / 20 * std::pow(uniform(random), 2)));
        UtcMs time = 1'704'067'200'000 + qint64(uniform(random) * 182 * double(dayMs));
        for (qint64 left = 1 + qint64(uniform(random) * 15); left > 0 && i < events; --left, ++i) {
            const std::string item = "i" + std::to_string(qint64(100'000 * std::pow(uniform(random), 3)));
            const std::string category = "c" + item.substr(item.size() - 2);
            row.user = user;
            row.item = item;
            row.category = category;
            row.kind = kindDrawn(uniform(random));
            row.time = time += qint64(uniform(random) * 120'000);
            row.fingerprint = quint64(i) + 1;
            if (const auto stored = (*writer)->addEvent(row); !stored)
                return fail(stored.error());
        }
    }
    JobContext job;
    return (*writer)->commit({}, {}, "drawn", job);
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
    std::printf("%-28s %7.2f s (%.2f s of the processor), peak %.0f MiB: %s\n", name, double(timer.elapsed()) / 1000, double(std::clock() - began) / CLOCKS_PER_SEC, peakMib(), qPrintable(said));
}

template<class T>
QString failed(const Result<T> &result) { return QStringLiteral("FAILED: ") + result.error().message; }

} // namespace

int main(int argc, char **argv)
{
    const qint64 events = argc > 1 ? QByteArray(argv[1]).toLongLong() : 5'000'000;
    QTemporaryDir folder;
    const QString path = argc > 2 ? QString::fromLocal8Bit(argv[2]) : folder.filePath(QStringLiteral("drawn.foretrail"));
    if (!QFile::exists(path))
        measured("make", [&] { const auto made = fill(path, events); return made ? QString() : failed(made); });
    JobContext job;
    UserEventLog log;
    measured("read", [&] {
        Result<Workspace> workspace = Workspace::open(path);
        if (!workspace)
            return failed(workspace);
        Result<UserEventLog> read = readUserEvents(*workspace, job);
        if (!read)
            return failed(read);
        log = std::move(*read);
        return QStringLiteral("%1 events").arg(log.events.size());
    });
    FunnelRequest steps;
    for (const char *step : {"view", "cart", "purchase"})
        steps.steps << FunnelStep{QString::fromLatin1(step), {}, {}};
    steps.withinMs = 7 * dayMs;
    measured("funnel of users", [&] { const auto result = funnel(log, steps, nullptr, job); return result ? QString::number(result->conversion()) : failed(result); });
    steps.unit = FlowUnit::Session;
    measured("funnel of sessions", [&] { const auto result = funnel(log, steps, nullptr, job); return result ? QString::number(result->units) : failed(result); });
    measured("retention by week", [&] { const auto result = retention(log, {}, nullptr, job); return result ? QString::number(result->overall(1, false)) : failed(result); });
    measured("retention by day", [&] {
        const auto result = retention(log, {FlowActivity::AnyEvent, FlowActivity::AnyEvent, Step::Day}, nullptr, job);
        return result ? QString::number(result->overall(1, false)) : failed(result);
    });
    measured("users of a cell", [&] { const auto result = retentionUsers(log, {}, nullptr, 0, 1, false, job); return result ? QString::number(result->count()) : failed(result); });
    for (const PathBy by : {PathBy::Kind, PathBy::Category, PathBy::Item})
        measured(by == PathBy::Kind ? "paths by kind" : by == PathBy::Category ? "paths by category" : "paths by item", [&] {
            PathRequest request;
            request.by = by;
            const auto result = paths(log, request, nullptr, job);
            return result ? QStringLiteral("%1 ways").arg(result->distinctPaths) : failed(result);
        });
    measured("lifecycle by week", [&] { const auto result = lifecycle(log, {Step::Week, FlowActivity::AnyEvent, 4}, nullptr, job); return result ? QString::number(result->counts.back().present()) : failed(result); });
}
