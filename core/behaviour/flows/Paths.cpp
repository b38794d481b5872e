#include "core/behaviour/flows/Paths.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace foretrail {
namespace {

struct PathsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Paths) };

constexpr size_t pathsBetweenLooks = 4096;
constexpr quint32 noPathThing = 0;

/// What an event is called on a path; 0: nothing.
quint32 pathThing(const UserEventLog::Event &event, PathBy by)
{
    switch (by) {
    case PathBy::Kind: return event.kind + 1U;
    case PathBy::Category: return event.category;
    case PathBy::Item: break;
    }
    return event.item;
}

/// The label of each thing, by its number; things that are rare have that of all others.
struct PathLabels {
    std::vector<int> ofThing;
    int others = 0;
    int of(quint32 thing) const { return thing < ofThing.size() ? ofThing[thing] : others; }
};

/// The labels of a unit from its first step on, at most `most`, and one more where it goes on.
void stepsOfUnit(const UserEventLog &log, std::span<const quint32> places, const PathRequest &request, const PathLabels &labels, int most, std::vector<int> &steps)
{
    steps.clear();
    quint32 before = noPathThing;
    for (const quint32 place : places) {
        const quint32 thing = pathThing(log.events[place], request.by);
        if (thing == noPathThing || (request.joinsRepeats && thing == before))
            continue;
        before = thing;
        if (int(steps.size()) == most) {
            steps.push_back(pathFurther);
            return;
        }
        steps.push_back(labels.of(thing));
    }
    steps.push_back(pathEnd);
}

PathLabels chooseLabels(const UserEventLog &log, const EventUnits &units, PathResult &result)
{
    std::vector<qint64> counts;
    for (size_t unit = 0; unit < units.count(); ++unit) {
        for (const quint32 place : units.placesOf(unit)) {
            const quint32 thing = pathThing(log.events[place], result.request.by);
            if (thing >= counts.size())
                counts.resize(size_t(thing) + 1 + counts.size() / 2);
            ++counts[thing];
        }
    }
    std::vector<quint32> things;
    for (size_t thing = 1; thing < counts.size(); ++thing)
        if (counts[thing] > 0)
            things.push_back(quint32(thing));
    const auto most = size_t(std::clamp(result.request.labels, 1, PathRequest::mostLabels));
    const auto isMore = [&](quint32 a, quint32 b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; };
    const size_t kept = things.size() <= most + 1 ? things.size() : most; // one other alone is itself
    std::partial_sort(things.begin(), things.begin() + std::ptrdiff_t(kept), things.end(), isMore);
    PathLabels labels;
    labels.others = int(kept);
    labels.ofThing.assign(counts.size(), labels.others);
    for (size_t i = 0; i < kept; ++i) {
        labels.ofThing[things[i]] = int(i);
        const quint32 id = result.request.by == PathBy::Kind ? things[i] - 1 : things[i];
        result.labelIds.push_back(id);
        result.labels << (result.request.by == PathBy::Kind ? log.kinds[qsizetype(id)].key : QString::number(id));
    }
    result.hasOthers = kept < things.size();
    if (result.hasOthers) {
        result.labelIds.push_back(0);
        result.labels << PathsText::tr("%1 others").arg(QLocale().toString(qint64(things.size() - kept)));
    }
    return labels;
}

/// Labels found once are found again from the ids.
PathLabels labelsOf(const PathResult &result)
{
    PathLabels labels;
    const auto own = result.labelIds.size() - size_t(result.hasOthers);
    quint32 most = 0;
    const auto thingOf = [&](size_t i) { return result.request.by == PathBy::Kind ? result.labelIds[i] + 1 : result.labelIds[i]; };
    for (size_t i = 0; i < own; ++i)
        most = std::max(most, thingOf(i));
    labels.others = int(own);
    labels.ofThing.assign(size_t(most) + 1, labels.others);
    for (size_t i = 0; i < own; ++i)
        labels.ofThing[thingOf(i)] = int(i);
    return labels;
}

Result<void> checkPathRequest(const UserEventLog &log, const PathRequest &request)
{
    if (request.steps < 2 || request.steps > PathRequest::mostSteps)
        return fail(ErrorCode::InvalidInput, PathsText::tr("Paths have 2 to %1 steps. Name a number in between.").arg(PathRequest::mostSteps));
    if (request.by == PathBy::Item && !log.hasItems)
        return fail(ErrorCode::Unsupported, PathsText::tr("No event names an item. Paths by kind work."));
    if (request.by == PathBy::Category && !log.hasCategories)
        return fail(ErrorCode::Unsupported, PathsText::tr("No event names a category. Paths by kind work."));
    return {};
}

/// Counts whole paths in a text of one letter a label, which is short enough to need no memory of its own.
class PathCounter {
public:
    explicit PathCounter(PathResult &result) : m_result(result)
    {
        m_result.nodes.assign(size_t(result.request.steps), std::vector<qint64>(size_t(result.labels.size()), 0));
    }
    void add(const std::vector<int> &steps)
    {
        ++m_result.units;
        std::string text;
        ++m_links[{-1, pathStart, steps[0]}];
        for (size_t i = 0; i + 1 < steps.size(); ++i) {
            ++m_result.nodes[i][size_t(steps[i])];
            ++m_links[{int(i), steps[i], steps[i + 1]}];
        }
        for (const int label : steps)
            text += letterOf(label);
        ++m_whole[text];
    }
    void finish()
    {
        std::map<std::pair<int, int>, qint64> together;
        for (const auto &[link, count] : m_links) {
            const auto &[step, from, to] = link;
            m_result.links.push_back({step, from, to, count});
            together[{from, to}] += count;
        }
        for (const auto &[ends, count] : together)
            if (ends.second != pathFurther)
                m_result.transitions.push_back({0, ends.first, ends.second, count});
        std::stable_sort(m_result.transitions.begin(), m_result.transitions.end(), [](const PathLink &a, const PathLink &b) { return a.count > b.count; });
        keepWholePaths();
    }

private:
    static char letterOf(int label) { return char('A' + label + 4); }
    void keepWholePaths()
    {
        m_result.distinctPaths = qint64(m_whole.size());
        std::vector<std::pair<std::string, qint64>> all(m_whole.begin(), m_whole.end());
        const auto kept = std::min<size_t>(all.size(), PathResult::mostWholePaths);
        const auto isMore = [](const auto &a, const auto &b) { return a.second != b.second ? a.second > b.second : a.first < b.first; };
        std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(kept), all.end(), isMore);
        for (size_t i = 0; i < kept; ++i) {
            WholePath path{{}, all[i].second};
            for (const char letter : all[i].first)
                path.labels.push_back(int(letter) - 'A' - 4);
            m_result.wholePaths.push_back(std::move(path));
        }
    }

    PathResult &m_result;
    std::map<std::tuple<int, int, int>, qint64> m_links;
    std::unordered_map<std::string, qint64> m_whole;
};

template<class Visit>
Result<void> forEachPath(const UserEventLog &log, const EventUnits &units, const PathRequest &request, const PathLabels &labels, JobContext &job, Visit &&visit)
{
    std::vector<int> steps;
    for (size_t unit = 0; unit < units.count(); ++unit) {
        if (unit % pathsBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(qint64(unit), qint64(units.count()), PathsText::tr("Following paths"));
        }
        stepsOfUnit(log, units.placesOf(unit), request, labels, request.steps, steps);
        visit(unit, steps);
    }
    return {};
}

bool isChosen(const std::vector<int> &steps, const PathChoice &choice)
{
    if (!choice.whole.empty())
        return steps == choice.whole;
    if (choice.from == pathStart)
        return !choice.to || steps[0] == *choice.to;
    for (size_t i = 0; i + 1 < steps.size(); ++i)
        if ((choice.step < 0 || size_t(choice.step) == i) && (choice.from == pathAny || steps[i] == choice.from) && (!choice.to || steps[i + 1] == *choice.to))
            return true;
    return false;
}

} // namespace

QString PathResult::labelText(int label) const
{
    switch (label) {
    case pathStart: return PathsText::tr("start");
    case pathEnd: return PathsText::tr("end");
    case pathFurther: return PathsText::tr("goes on");
    default: return labels.value(label);
    }
}

QString PathResult::pathText(const WholePath &path) const
{
    QStringList parts;
    for (const int label : path.labels)
        parts << labelText(label);
    return parts.join(QString::fromUtf8(" → "));
}

Result<PathResult> paths(const UserEventLog &log, const PathRequest &request, const UserSet *users, JobContext &job)
{
    const Result<EventUnits> units = EventUnits::of(log, request.unit, users, job);
    if (!units)
        return fail(units.error());
    if (const Result<void> fine = checkPathRequest(log, request); !fine)
        return fail(fine.error());
    PathResult result;
    result.request = request;
    result.strayTimes = log.times.strays;
    result.rule = units->rule();
    const PathLabels labels = chooseLabels(log, *units, result);
    PathCounter counter(result);
    const Result<void> walked = forEachPath(log, *units, request, labels, job, [&](size_t, const std::vector<int> &steps) {
        if (steps.front() == pathEnd)
            ++result.skipped;
        else
            counter.add(steps);
    });
    if (!walked)
        return fail(walked.error());
    counter.finish();
    result.notes << EventUnits::ruleText(result.rule);
    if (request.by == PathBy::Kind && log.kinds.size() == 1)
        result.notes << PathsText::tr("The log has one kind of events only. Paths by category or item say more.");
    result.notes += logNotes(log);
    return result;
}

Result<void> namePaths(Workspace &workspace, PathResult &result)
{
    if (result.request.by == PathBy::Kind)
        return {};
    const Result<QStringList> names = eventThingNames(workspace, result.request.by == PathBy::Item ? EventThing::Item : EventThing::Category, result.labelIds);
    if (!names)
        return fail(names.error());
    for (qsizetype i = 0; i < names->size() - qsizetype(result.hasOthers); ++i)
        result.labels[i] = names->at(i);
    return {};
}

Result<UserSet> pathUsers(const UserEventLog &log, const PathResult &result, const UserSet *users, const PathChoice &choice, JobContext &job)
{
    const Result<EventUnits> units = EventUnits::of(log, result.request.unit, users, job);
    if (!units)
        return fail(units.error());
    std::vector<qint64> found;
    const Result<void> walked = forEachPath(log, *units, result.request, labelsOf(result), job, [&](size_t unit, const std::vector<int> &steps) {
        if (steps.front() != pathEnd && units->userOf(unit) != 0 && isChosen(steps, choice))
            found.push_back(units->userOf(unit));
    });
    return walked ? Result<UserSet>(UserSet(std::move(found))) : fail(walked.error());
}

} // namespace foretrail
