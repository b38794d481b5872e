// Figures, scores, states and segments of all users of a generated workspace: how long they take, alone and on all cores, again after a small
// import, and how long a profile takes to open: that of a user and that of a robot with 100,000 events, from memory and from the disk.
//   bench_profiles WORKSPACE [EVENTS USERS]: makes the workspace where there is none, seeded
//   bench_profiles WORKSPACE profiles: of one that is there the profiles alone
#include "core/behaviour/KeptCustomers.h"
#include "core/behaviour/UserProfile.h"
#include "core/behaviour/segments/SegmentBook.h"
#include "core/data/FactWriter.h"
#include "core/data/figures/FigureStore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <random>

#include <fcntl.h>

using namespace foretrail;

namespace {

void must(bool isDone, const char *what)
{
    if (isDone)
        return;
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(1);
}

double uniform(std::mt19937_64 &random) { return double(random() >> 11) * 0x1.0p-53; }

constexpr qint64 robotEvents = 100'000;

/// Events in the order of time over a year; how often users come differs by orders of magnitude, one event in twelve is a purchase. In a
/// log of a million events or more a robot makes 100,000 of them, all the time.
void addEvents(Workspace &workspace, qint64 events, qint64 users, quint64 seed, UtcMs from, UtcMs to)
{
    std::mt19937_64 random(seed);
    FactWriterOptions options;
    options.file = QStringLiteral("generated");
    options.kind = QStringLiteral("events");
    options.expectedRows = events;
    options.isAlone = true;
    auto writer = FactWriter::begin(workspace, options);
    must(writer.has_value(), "writing");
    QByteArray user, item, category;
    for (qint64 i = 0; i < events; ++i) {
        const auto number = qint64(double(users) * std::pow(uniform(random), 2.2));
        const auto thing = qint64(30000 * std::pow(uniform(random), 2));
        user = "u" + QByteArray::number((number * 7919) % users);
        if (events >= 10 * robotEvents && i % (events / robotEvents) == 0)
            user = "robot";
        item = "i" + QByteArray::number(thing);
        category = "c" + QByteArray::number(thing % 200);
        EventRow row;
        row.time = from + qint64(double(to - from) * double(i) / double(events));
        row.user = std::string_view(user.constData(), size_t(user.size()));
        row.item = std::string_view(item.constData(), size_t(item.size()));
        row.category = std::string_view(category.constData(), size_t(category.size()));
        const double act = uniform(random);
        row.kind = act < 0.08 ? "purchase" : act < 0.16 ? "cart" : "view";
        if (act < 0.08) {
            row.quantity = 1;
            row.price = row.amount = double(random() % 10000) / 100;
        }
        row.fingerprint = random();
        must((*writer)->addEvent(row).has_value(), "an event");
    }
    JobContext job;
    must((*writer)->commit({}, {}, "generated", job).has_value(), "the commit");
}

double processorSeconds = 0; ///< of the last that was measured, all threads together

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    const std::clock_t began = std::clock();
    timer.start();
    work();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    processorSeconds = double(std::clock() - began) / CLOCKS_PER_SEC;
    return seconds;
}

void tell(const char *what, const std::function<void()> &work)
{
    const double seconds = secondsOf(work);
    std::printf("%-52s %7.2f s, %6.2f s of processor time\n", what, seconds, processorSeconds);
    std::fflush(stdout);
}

void forget(Workspace &workspace) { must(workspace.setSetting(QStringLiteral("figures.state"), {}).has_value(), "forgetting"); }

void measureFigures(Workspace &workspace)
{
    JobContext job;
    for (const int workers : {1, 0}) {
        forget(workspace);
        FigureOptions options;
        options.workers = workers;
        tell(workers == 1 ? "figures of all users, one core" : "figures of all users, all cores",
             [&] { must(workspaceFigures(workspace, job, options).has_value(), "the figures"); });
    }
    forget(workspace);
    for (const char *what : {"figures, RFM, states and all segments", "the same, figures kept"})
        tell(what, [&] { must(segmentBook(workspace, {}, job).has_value(), "the segments"); });
    SegmentBookRequest clusters;
    clusters.clusters = 0;
    tell("the same with clusters proposed", [&] { must(segmentBook(workspace, clusters, job).has_value(), "the clusters"); });
}

void measureImport(Workspace &workspace, qint64 users, UtcMs end)
{
    addEvents(workspace, 2000, users, 99, end, end + dayMs);
    JobContext job;
    qint64 redone = 0;
    tell("after an import of 2,000 events", [&] { redone = (*workspaceFigures(workspace, job))->redone; });
    std::printf("  %lld users counted again\n", static_cast<long long>(redone));
}

/// What the system keeps of a file in memory goes.
void forgetPages(const QString &path)
{
    QFile file(path);
    must(file.open(QIODevice::ReadOnly), "opening the file");
    must(posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED) == 0, "forgetting");
}

struct ProfileModels {
    DataSummary summary;
    CredibleTimes times;
    SharedBasis basis;
    Result<WorkspaceCustomers> customers;
    Result<WorkspaceIntent> intent;
};

/// As the window does it: on a connection of its own.
UserProfile openProfile(const QString &path, const QString &key, const ProfileModels &models)
{
    JobContext job;
    Result<Workspace> workspace = Workspace::open(path);
    must(workspace.has_value(), "opening");
    UserProfile profile = userProfile(workspace->data(), key, job, {&models.summary, &models.times, mostShownEvents}).value();
    profile.standing = userStanding(profile.user.id, profile.events, models.summary.timeZone, *models.basis);
    if (models.customers)
        tellOutlook(profile, userOutlook({profile.events, models.customers->historyOf(profile.user.id), models.summary.timeZone, models.summary.currency}, *models.customers));
    if (models.intent)
        profile.intent = intentOutlook(profile.events, *models.intent);
    return profile;
}

/// Wall clock and processor: beside other work the first says little.
struct Times {
    std::vector<double> wall, processor;
    void add(const std::function<void()> &work)
    {
        wall.push_back(1000 * secondsOf(work));
        processor.push_back(1000 * processorSeconds);
    }
    void tell(const char *what)
    {
        for (auto *list : {&wall, &processor})
            std::sort(list->begin(), list->end());
        std::printf("%-56s median %6.1f ms, slowest of %zu %6.1f ms; of the processor %.1f and %.1f ms\n", what, wall[wall.size() / 2], wall.size(), wall.back(),
                    processor[processor.size() / 2], processor.back());
        std::fflush(stdout);
    }
};

void measureProfiles(Workspace &workspace, const QString &path)
{
    JobContext job;
    const ProfileModels models{workspace.data().summary().value(), workspace.data().credibleTimes(job).value(), segmentBasis(workspace, job).value(), workspaceCustomers(workspace, {}, job), workspaceIntent(workspace, job)};
    const SimilarUsers similar(models.basis->figures);
    Times cold, warm, others, robotCold, robot, whole;
    const auto count = qint64(models.basis->figures->users.size()); // the first user is the robot
    for (qint64 user = 2; user < count; user += std::max<qint64>(1, count / 60)) {
        const QString key = workspace.data().keyOf(QStringLiteral("user"), user).value();
        forgetPages(path);
        cold.add([&] { openProfile(path, key, models); });
        warm.add([&] { openProfile(path, key, models); });
        others.add([&] { must(similar.of({user}, workspace.data(), 10, job).has_value(), "similar users"); });
    }
    cold.tell("a profile with state, scores and chances, from the disk");
    warm.tell("the same, from memory");
    others.tell("similar users");
    const QString key = QStringLiteral("robot");
    if (!workspace.data().user(key))
        return;
    for (int time = 0; time < 3; ++time) {
        forgetPages(path);
        robotCold.add([&] { openProfile(path, key, models); });
        robot.add([&] { openProfile(path, key, models); });
    }
    whole.add([&] { must(userProfile(workspace.data(), key, job, {&models.summary, &models.times}).has_value(), "the robot"); });
    robotCold.tell("a robot of 100,000 events, from the disk");
    robot.tell("the same, from memory");
    whole.tell("the same, all events whole");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    must(argc >= 2 && argc <= 4, "usage: bench_profiles WORKSPACE [EVENTS USERS | profiles]");
    const QString path = QString::fromLocal8Bit(argv[1]);
    constexpr UtcMs from = 1'700'000'000'000;
    constexpr UtcMs to = from + 365 * dayMs;
    const qint64 events = argc == 4 ? std::atoll(argv[2]) : 5'000'000, users = argc == 4 ? std::atoll(argv[3]) : 250'000;
    const bool isNew = !QFileInfo::exists(path);
    Result<Workspace> workspace = Workspace::openOrCreate(path);
    must(workspace.has_value(), "opening");
    if (isNew) {
        workspace->setUsedAlone(true);
        std::printf("made in %.1f s\n", secondsOf([&] { addEvents(*workspace, events, users, 1, from, to); }));
        return 0;
    }
    if (argc == 3)
        return measureProfiles(*workspace, path), 0;
    measureFigures(*workspace);
    measureProfiles(*workspace, path);
    measureImport(*workspace, users, to);
    return 0;
}
