#include "core/behaviour/recommend/RecommendTest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace foretrail {
namespace {

struct RecommendTestText { Q_DECLARE_TR_FUNCTIONS(foretrail::RecommendTest) };

constexpr double latestShare = 0.1;

QString timeText(UtcMs time, bool hasClock)
{
    return hasClock ? QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODate) : QString::number(time);
}

Result<UtcMs> sinceFrom(const QString &text, bool hasClock, const QString &zone)
{
    if (hasClock) {
        const Result<WallMs> wall = parseWallTime(text);
        if (!wall)
            return fail(wall.error());
        return ZoneClock(QTimeZone(zone.toLatin1())).toUtc(*wall);
    }
    bool isNumber = false;
    const UtcMs place = text.toLongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorCode::InvalidInput, RecommendTestText::tr("The events have no time, only an order, so a test begins at a place in it: %1 is no whole number.").arg(text));
    return place;
}

/// The time has to lie between the first step and the last.
Result<NextItemCases> partedAt(const ItemSequences &all, const QString &text, const QString &zone, const UserSet *users)
{
    const Result<UtcMs> since = sinceFrom(text, all.hasClock, zone);
    if (!since)
        return fail(since.error());
    const auto [first, last] = std::minmax_element(all.times.begin(), all.times.end());
    if (*since <= *first || *since > *last)
        return fail(ErrorCode::InvalidInput, RecommendTestText::tr("%1 leaves nothing before it or nothing after it: the events lie from %2 to %3.")
                                                 .arg(text, timeText(*first, all.hasClock), timeText(*last, all.hasClock)));
    return splitByTime(all, *since, users);
}

/// The latest tenth of the steps; from the beginning of a day on where anything lies before it.
UtcMs usualSince(const ItemSequences &all, const QString &zone)
{
    const UtcMs tenth = timeOfLatest(all, latestShare);
    if (!all.hasClock)
        return tenth;
    ZoneClock clock{QTimeZone(zone.toLatin1())};
    const UtcMs day = clock.toUtc(floorToStep(clock.toWall(tenth), Step::Day));
    return day > *std::ranges::min_element(all.times) ? day : tenth;
}

Result<NextItemCases> partedAsUsual(const ItemSequences &all, const QString &zone, const UserSet *users)
{
    const UtcMs since = usualSince(all, zone);
    NextItemCases cases = splitByTime(all, since, users);
    const WallMs wall = ZoneClock(QTimeZone(zone.toLatin1())).toWall(since);
    cases.way = all.hasClock
        ? RecommendTestText::tr("Tested as usual: the latest tenth of the steps is asked for, from %1 on.").arg(formatTime(wall, wall % dayMs == 0 ? Step::Day : Step::Hour))
        : RecommendTestText::tr("Tested as usual: the latest tenth of the steps is asked for.");
    return cases;
}

Result<NextItemCases> casesOf(const RecommendTestRequest &request, std::shared_ptr<const ItemSequences> all, const InteractionLog &log, const QString &zone, JobContext &job)
{
    if (!request.casesFile.isEmpty())
        return casesFromFile(request.casesFile, log.itemKeys, std::move(all), job);
    if (request.protocol == NextItemProtocol::LeaveOneOut)
        return leaveLastOut(*all, 3, request.users.get());
    return request.since.isEmpty() ? partedAsUsual(*all, zone, request.users.get()) : partedAt(*all, request.since, zone, request.users.get());
}

Result<NextItemCases> casesOfAll(ShopData &data, const RecommendTestRequest &request, JobContext &job)
{
    const Result<DataSummary> summary = data.summary();
    if (!summary)
        return fail(summary.error());
    Result<InteractionLog> log = data.interactions(job);
    if (!log)
        return fail(log.error());
    if (log->events.empty())
        return fail(ErrorCode::TooShort, RecommendTestText::tr("No event of this workspace names an item. Import a log with a column of items first."));
    const bool isByUser = request.protocol == NextItemProtocol::LeaveOneOut && request.rule == SequenceRule::Auto;
    Result<ItemSequences> all = sequencesOf(*log, isByUser ? SequenceRule::Users : request.rule, job);
    if (!all)
        return fail(all.error());
    log->events = {}; // the sequences hold what is needed
    if (all->items.empty() && log->robots.users.count() > 0)
        return fail(nothingButRobots(log->robots));
    if (all->items.empty())
        return fail(ErrorCode::TooShort, isByUser ? RecommendTestText::tr("The log names no users, so there is no last step of each. Test from a time on.")
                                                  : RecommendTestText::tr("The log names neither users nor sessions that the sequences could be made from."));
    Result<NextItemCases> cases = casesOf(request, std::make_shared<const ItemSequences>(std::move(*all)), *log, summary->timeZone, job);
    if (cases)
        cases->robots = std::move(log->robots);
    return cases;
}

} // namespace

Result<NextItemCases> nextItemCases(ShopData &data, const RecommendTestRequest &request, JobContext &job)
{
    if (request.users && !request.casesFile.isEmpty())
        return fail(ErrorCode::InvalidInput, RecommendTestText::tr("Cases of a file name no users, so a segment has no part in them. Test from a time on, or the last step of each user."));
    Result<NextItemCases> cases = casesOfAll(data, request, job);
    if (!cases || !request.users)
        return cases;
    if (cases->cases.empty())
        return fail(ErrorCode::TooShort, RecommendTestText::tr("No user of the segment goes on to an item in the test part, so there is nothing to ask for. Test from an earlier time on, or all users."));
    return cases;
}

Result<RecommendReport> testRecommenders(ShopData &data, const RecommendTestRequest &request, JobContext &job)
{
    JobContext reading = job.part(0, 1, 10);
    const Result<NextItemCases> cases = nextItemCases(data, request, reading);
    if (!cases)
        return fail(cases.error());
    RecommendOptions options = request.options;
    options.fit.heldBack = request.protocol == NextItemProtocol::LeaveOneOut ? HeldBack::LastStepOfEach : HeldBack::LatestSteps;
    JobContext testing = job.part(1, 9, 10);
    return evaluateRecommenders(*cases, options, testing);
}

} // namespace foretrail
