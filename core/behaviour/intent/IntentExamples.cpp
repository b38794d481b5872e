#include "core/behaviour/intent/IntentExamples.h"

#include "core/behaviour/recommend/ItemSequences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace foretrail {
namespace {

struct IntentExamplesText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentExamples) };

constexpr qint64 mostCutOffs = 12;
constexpr size_t mostExamples = 200'000;
constexpr qint64 fewGaps = 20;
constexpr std::array<size_t, 7> askedAfter{1, 2, 3, 5, 8, 13, 21};

bool isBefore(const ShopperEvent &event, UtcMs time) { return event.time < time; }

size_t eventsBefore(std::span<const ShopperEvent> events, UtcMs time)
{
    return size_t(std::lower_bound(events.begin(), events.end(), time, isBefore) - events.begin());
}

bool isBought(const ShopperEvent &event) { return event.action == ItemAction::Purchase; }

bool outcomeOf(const IntentQuestion &question, std::span<const ShopperEvent> horizon)
{
    const bool anyPurchase = std::any_of(horizon.begin(), horizon.end(), isBought);
    if (question.task == IntentTask::Churn)
        return question.ofPurchases ? !anyPurchase : horizon.empty();
    return anyPurchase;
}

/// Whether a number belongs to the part that is held back where there is but one moment.
bool isHeldBackUser(quint32 user) { return (user * 2654435761U >> 16) % 10 < 3; }

/// Keeps every n-th, so that no more than `most` stay.
void thinOut(std::vector<IntentExample> &examples, size_t most)
{
    if (examples.size() <= most)
        return;
    const size_t stride = (examples.size() + most - 1) / most;
    size_t kept = 0;
    for (size_t i = 0; i < examples.size(); i += stride)
        examples[kept++] = examples[i];
    examples.resize(kept);
}

/// Session by session of one user: places [from, to) of its events.
template<class Take>
void eachSession(std::span<const ShopperEvent> events, bool hasSessions, const Take &take)
{
    for (size_t from = 0; from < events.size();) {
        size_t to = from + 1;
        const auto goesOn = [&] {
            const ShopperEvent &before = events[to - 1], &event = events[to];
            return hasSessions && (before.session != 0 || event.session != 0) ? before.session == event.session : event.time - before.time <= longestPauseMs;
        };
        while (to < events.size() && goesOn())
            ++to;
        take(from, to);
        from = to;
    }
}

/// Gaps in days between days of one user on which something happened.
std::vector<qint64> gapsOf(const ShopperLog &log, UtcMs end, bool ofPurchases)
{
    LogCalendar calendar(log);
    std::vector<qint64> gaps;
    for (size_t user = 0; user < log.count(); ++user) {
        qint64 before = -1;
        for (const ShopperEvent &event : log.of(user)) {
            if (event.time >= end)
                break;
            if (ofPurchases && !isBought(event))
                continue;
            const qint64 day = calendar.dayOf(event.time);
            if (before >= 0 && day > before)
                gaps.push_back(day - before);
            before = day;
        }
    }
    std::sort(gaps.begin(), gaps.end());
    return gaps;
}

std::vector<qint64> cutOffDays(qint64 first, qint64 last, int horizonDays)
{
    std::vector<qint64> days;
    const qint64 stride = std::max<qint64>(1, horizonDays / 2);
    for (qint64 day = last; day >= first && qint64(days.size()) < mostCutOffs; day -= stride)
        days.push_back(day);
    std::reverse(days.begin(), days.end());
    return days;
}

} // namespace

QString intentTaskName(IntentTask task)
{
    return task == IntentTask::Purchase ? QStringLiteral("purchase") : task == IntentTask::Churn ? QStringLiteral("churn") : QStringLiteral("session");
}

Result<IntentTask> intentTaskFrom(const QString &name)
{
    for (const IntentTask task : {IntentTask::Purchase, IntentTask::Churn, IntentTask::Session})
        if (intentTaskName(task) == name)
            return task;
    return fail(ErrorCode::InvalidInput, IntentExamplesText::tr("There is no task \"%1\". Use purchase, churn or session.").arg(name));
}

qint64 firstFullDay(const ShopperLog &log, UtcMs end)
{
    LogCalendar calendar(log);
    std::map<qint64, size_t> days;
    size_t all = 0, seen = 0;
    for (const ShopperEvent &event : log.events) {
        if (event.time >= end)
            continue;
        ++days[calendar.dayOf(event.time)];
        ++all;
    }
    for (const auto &[day, count] : days)
        if ((seen += count) * 500 > all)
            return day;
    return calendar.dayOf(end);
}

std::vector<IntentExample> usersAt(const ShopperLog &log, const IntentQuestion &question, UtcMs cutOff)
{
    LogCalendar calendar(log);
    const UtcMs end = calendar.startOf(calendar.dayOf(cutOff) + question.horizonDays) + (cutOff - calendar.startOf(calendar.dayOf(cutOff)));
    std::vector<IntentExample> examples;
    for (size_t user = 0; user < log.count(); ++user) {
        const auto events = log.of(user);
        const size_t known = eventsBefore(events, cutOff);
        const auto past = events.first(known);
        if (past.empty() || (question.task == IntentTask::Churn && question.ofPurchases && std::none_of(past.begin(), past.end(), isBought)))
            continue;
        const size_t until = eventsBefore(events, end);
        examples.push_back({quint32(user), quint32(known), quint32(known), cutOff, outcomeOf(question, events.subspan(known, until - known))});
    }
    return examples;
}

Result<IntentSplit> userExamples(const ShopperLog &log, const IntentQuestion &question, UtcMs end, JobContext &job)
{
    LogCalendar calendar(log);
    const qint64 first = firstFullDay(log, end), last = calendar.dayOf(end) - question.horizonDays;
    const qint64 history = std::max<qint64>(1, std::min<qint64>(question.horizonDays, (last - first) / 4));
    const std::vector<qint64> days = cutOffDays(first + history, last, question.horizonDays);
    if (days.empty())
        return fail(ErrorCode::TooShort, IntentExamplesText::tr("The log holds %n day(s) before the time to be told, too few to learn from what happened in days ahead (asked: %1). "
                                                                "Ask for fewer days.", nullptr, int(std::max<qint64>(0, calendar.dayOf(end) - first))).arg(question.horizonDays));
    IntentSplit split;
    split.cutOffs = int(days.size());
    const qint64 firstHeldBack = days[days.size() - std::max<size_t>(1, days.size() / 4)];
    split.byUsers = days.front() + question.horizonDays > firstHeldBack;
    for (const qint64 day : days) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        std::vector<IntentExample> examples = usersAt(log, question, calendar.startOf(day));
        thinOut(examples, mostExamples / days.size());
        for (const IntentExample &example : examples) {
            if (split.byUsers ? isHeldBackUser(example.user) : day >= firstHeldBack)
                split.validation.push_back(example);
            else if (split.byUsers || day + question.horizonDays <= firstHeldBack)
                split.training.push_back(example);
        }
    }
    return split;
}

std::vector<IntentExample> sessionExamples(const ShopperLog &log, UtcMs from, UtcMs to)
{
    std::vector<IntentExample> examples;
    for (size_t user = 0; user < log.count(); ++user) {
        const auto events = log.of(user).first(eventsBefore(log.of(user), to));
        eachSession(events, log.hasSessions, [&](size_t begin, size_t end) {
            if (events[begin].time < from)
                return;
            const auto bought = size_t(std::find_if(events.begin() + std::ptrdiff_t(begin), events.begin() + std::ptrdiff_t(end), isBought) - events.begin());
            for (const size_t k : askedAfter)
                if (begin + k <= std::min(bought, end))
                    examples.push_back({quint32(user), quint32(begin + k), quint32(begin), events[begin + k - 1].time, bought < end});
        });
    }
    thinOut(examples, mostExamples);
    return examples;
}

Result<IntentQuestion> churnQuestion(const ShopperLog &log, UtcMs end)
{
    IntentQuestion question{IntentTask::Churn, 0, true};
    std::vector<qint64> gaps = gapsOf(log, end, true);
    LogCalendar calendar(log);
    const qint64 most = std::max<qint64>(1, (calendar.dayOf(end) - firstFullDay(log, end)) / 3);
    if (qint64(gaps.size()) < fewGaps) {
        question.ofPurchases = false;
        gaps = gapsOf(log, end, false);
    }
    if (qint64(gaps.size()) < fewGaps)
        return fail(ErrorCode::TooShort, IntentExamplesText::tr("Users came back on another day %n time(s) only: nobody can tell from that how long a silence is usual. "
                                                                "A log of more days or users helps; say --horizon to choose the days yourself.", nullptr, int(gaps.size())));
    question.horizonDays = int(std::clamp<qint64>(gaps[gaps.size() * 85 / 100], 1, most));
    return question;
}

} // namespace foretrail
