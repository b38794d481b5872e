#include "core/behaviour/flows/Funnel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

struct FunnelText { Q_DECLARE_TR_FUNCTIONS(foretrail::Funnel) };

constexpr size_t unitsBetweenLooks = 4096;

/// Which events are which steps.
class StepTable {
public:
    static Result<StepTable> of(const UserEventLog &log, const QList<FunnelStep> &steps);
    /// A bit for each step that the event is.
    quint32 stepsOf(const UserEventLog::Event &event) const
    {
        const quint32 mask = m_ofKind[event.kind];
        return mask == 0 || !m_hasConditions ? mask : conditioned(event, mask);
    }

private:
    quint32 conditioned(const UserEventLog::Event &event, quint32 mask) const
    {
        for (size_t i = 0; i < m_steps.size(); ++i) {
            const bool isOther = (m_steps[i].itemId != 0 && m_steps[i].itemId != event.item)
                || (m_steps[i].categoryId != 0 && m_steps[i].categoryId != event.category);
            if (isOther)
                mask &= ~(1U << i);
        }
        return mask;
    }
    std::vector<quint32> m_ofKind;
    std::vector<FunnelStep> m_steps;
    bool m_hasConditions = false;
};

QString kindList(const UserEventLog &log)
{
    QStringList names;
    for (const UserEventLog::Kind &kind : log.kinds.mid(0, 12))
        names << (kind.meaning == kind.key || kind.meaning == QStringLiteral("other") ? kind.key : QStringLiteral("%1 (%2)").arg(kind.key, kind.meaning));
    return names.join(QStringLiteral(", "));
}

/// The kinds of a word: a kind of that name, else those of that meaning, else all for "any".
Result<std::vector<bool>> kindsOfWord(const UserEventLog &log, const QString &word)
{
    std::vector<bool> isStep(size_t(log.kinds.size()), false);
    for (qsizetype i = 0; i < log.kinds.size(); ++i)
        isStep[size_t(i)] = log.kinds[i].key == word;
    if (std::find(isStep.begin(), isStep.end(), true) != isStep.end())
        return isStep;
    isStep = log.kindsMeaning(word);
    if (std::find(isStep.begin(), isStep.end(), true) != isStep.end())
        return isStep;
    if (word == QStringLiteral("any"))
        return std::vector<bool>(size_t(log.kinds.size()), true);
    return fail(ErrorCode::InvalidInput, FunnelText::tr("No events are of kind or meaning \"%1\". The log has: %2; \"any\" takes all.").arg(word, kindList(log)));
}

Result<StepTable> StepTable::of(const UserEventLog &log, const QList<FunnelStep> &steps)
{
    StepTable table;
    table.m_ofKind.resize(std::max<size_t>(1, size_t(log.kinds.size())), 0);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Result<std::vector<bool>> kinds = kindsOfWord(log, steps[i].what);
        if (!kinds)
            return fail(kinds.error());
        for (size_t kind = 0; kind < kinds->size(); ++kind)
            if ((*kinds)[kind])
                table.m_ofKind[kind] |= 1U << i;
        table.m_steps.push_back(steps[i]);
        table.m_hasConditions |= steps[i].itemId != 0 || steps[i].categoryId != 0;
    }
    return table;
}

/// Follows one unit after the other through the steps.
class FunnelWalk {
public:
    FunnelWalk(const UserEventLog &log, const FunnelRequest &request, const StepTable &table)
        : m_log(log), m_table(table), m_count(int(request.steps.size())), m_isStraight(request.order == FunnelOrder::Straight),
          m_withinMs(log.hasClock ? request.withinMs : 0)
    {
    }

    /// How many steps the unit came through.
    int walk(std::span<const quint32> places)
    {
        m_reached = 0;
        m_length.fill(0);
        for (size_t i = 0; i < places.size() && m_reached < m_count; ++i)
            if (const quint32 steps = m_table.stepsOf(m_log.events[places[i]]); steps != 0)
                take(steps, places[i], i);
        return m_reached;
    }
    UtcMs timeOf(int step) const { return m_log.events[m_best[size_t(step)]].time; } ///< of the attempt that came furthest
    /// Whether the last attempt may still go on after the end of the log.
    bool isOpen(UtcMs end) const { return m_withinMs > 0 && m_length[0] > 0 && m_log.events[m_chains[0][0]].time + m_withinMs > end; }

private:
    using Chain = std::array<quint32, FunnelRequest::mostSteps>; ///< places of the events of an attempt

    void take(quint32 steps, quint32 place, size_t turn)
    {
        for (int level = m_count - 1; level >= 0; --level) { // an event is one step only: later ones first
            if ((steps >> level & 1U) == 0 || !extends(level, place, turn))
                continue;
            Chain &chain = m_chains[size_t(level)];
            if (level > 0)
                chain = m_chains[size_t(level - 1)];
            chain[size_t(level)] = place;
            m_length[size_t(level)] = 1;
            m_turn[size_t(level)] = turn;
            if (level + 1 > m_reached) {
                m_reached = level + 1;
                m_best = chain;
            }
        }
    }
    /// Whether the event makes a new attempt of that length, or one that began later than the one that is known.
    bool extends(int level, quint32 place, size_t turn) const
    {
        if (level == 0)
            return true;
        const auto before = size_t(level - 1);
        if (m_length[before] == 0 || (m_isStraight && m_turn[before] + 1 != turn))
            return false;
        const quint32 start = m_chains[before][0];
        if (m_withinMs > 0 && m_log.events[place].time - m_log.events[start].time > m_withinMs)
            return false;
        return m_isStraight || m_length[size_t(level)] == 0 || m_chains[size_t(level)][0] != start;
    }

    const UserEventLog &m_log;
    const StepTable &m_table;
    const int m_count;
    const bool m_isStraight;
    const qint64 m_withinMs;
    int m_reached = 0;
    Chain m_best{};
    std::array<Chain, FunnelRequest::mostSteps> m_chains{}; ///< by the step they came to: the attempt that began last
    std::array<int, FunnelRequest::mostSteps> m_length{};
    std::array<size_t, FunnelRequest::mostSteps> m_turn{};
};

double medianOf(std::vector<qint64> &values)
{
    if (values.empty())
        return missing;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return double(*middle);
    return (double(*middle) + double(*std::max_element(values.begin(), middle))) / 2;
}

/// A number of events of one user may be millions, so the log is looked at for a stop between units and the progress is in events.
Result<std::vector<std::vector<qint64>>> walkUnits(const UserEventLog &log, const EventUnits &units, const StepTable &table, FunnelResult &result, JobContext &job)
{
    const auto count = size_t(result.request.steps.size());
    std::vector<std::vector<qint64>> gaps(count);
    FunnelWalk walk(log, result.request, table);
    const UtcMs end = log.events.back().time;
    result.reached.reserve(units.count());
    for (size_t unit = 0; unit < units.count(); ++unit) {
        if (unit % unitsBetweenLooks == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(qint64(unit), qint64(units.count()), FunnelText::tr("Following the steps"));
        }
        const int reached = walk.walk(units.placesOf(unit));
        result.reached.push_back(quint8(reached));
        result.users.push_back(units.userOf(unit));
        result.stillRunning += reached > 0 && size_t(reached) < count && walk.isOpen(end);
        for (int step = 0; step < reached; ++step)
            ++result.steps[step].count;
        for (int step = 1; step < reached && log.hasClock; ++step)
            gaps[size_t(step)].push_back(walk.timeOf(step) - walk.timeOf(step - 1));
    }
    return gaps;
}

void fillShares(FunnelResult &result)
{
    const auto share = [](qint64 part, qint64 whole) { return whole > 0 ? double(part) / double(whole) : missing; };
    for (qsizetype i = 0; i < result.steps.size(); ++i) {
        FunnelStepCount &step = result.steps[i];
        step.shareOfFirst = share(step.count, result.steps.front().count);
        step.shareOfPrevious = share(step.count, i == 0 ? result.units : result.steps[i - 1].count);
        if (i + 1 < result.steps.size())
            step.lost = step.count - result.steps[i + 1].count;
    }
}

void addNotes(const UserEventLog &log, FunnelResult &result)
{
    if (!log.hasClock && result.request.withinMs > 0)
        result.notes << FunnelText::tr("The time window was left aside, since the log has no clock.");
    if (result.steps.front().count == 0)
        result.notes << FunnelText::tr("Nobody took the first step. Choose another one.");
    if (result.request.unit == FlowUnit::Session)
        result.notes << EventUnits::ruleText(result.rule);
    result.notes += logNotes(log);
}

UserSet usersWhere(const FunnelResult &result, int atLeast, int atMost)
{
    std::vector<qint64> users;
    for (size_t unit = 0; unit < result.reached.size(); ++unit)
        if (result.users[unit] != 0 && result.reached[unit] >= atLeast && result.reached[unit] <= atMost)
            users.push_back(result.users[unit]);
    return UserSet(std::move(users));
}

} // namespace

QString FunnelStep::text() const
{
    return what + (item.isEmpty() ? QString() : QStringLiteral("@item=") + item) + (category.isEmpty() ? QString() : QStringLiteral("@category=") + category);
}

Result<FunnelStep> FunnelStep::fromText(const QString &text)
{
    static const QRegularExpression condition(QStringLiteral("@(item|category)="));
    FunnelStep step;
    QRegularExpressionMatch found = condition.match(text);
    step.what = (found.hasMatch() ? text.first(found.capturedStart()) : text).trimmed();
    while (found.hasMatch()) {
        const QRegularExpressionMatch next = condition.match(text, found.capturedEnd());
        const qsizetype to = next.hasMatch() ? next.capturedStart() : text.size();
        const QString key = text.mid(found.capturedEnd(), to - found.capturedEnd()).trimmed();
        (found.captured(1) == QStringLiteral("item") ? step.item : step.category) = key;
        found = next;
    }
    if (step.what.isEmpty())
        return fail(ErrorCode::InvalidInput, FunnelText::tr("\"%1\" names no step. Write a kind or a meaning, such as view, purchase, view@category=shoes.").arg(text));
    return step;
}

UserSet FunnelResult::usersAt(int step) const { return usersWhere(*this, step + 1, FunnelRequest::mostSteps); }

UserSet FunnelResult::usersLost(int step) const { return usersWhere(*this, step + 1, step + 1); }

int FunnelResult::worstStep() const
{
    int worst = -1;
    for (int i = 0; i + 1 < steps.size(); ++i)
        if (steps[i].lost > 0 && (worst < 0 || steps[i].lost > steps[worst].lost))
            worst = i;
    return worst;
}

Result<FunnelResult> funnel(const UserEventLog &log, const FunnelRequest &request, const UserSet *users, JobContext &job)
{
    if (request.steps.size() < 2 || request.steps.size() > FunnelRequest::mostSteps)
        return fail(ErrorCode::InvalidInput, FunnelText::tr("A funnel has 2 to %1 steps. Name them in their order, such as view,cart,purchase.").arg(FunnelRequest::mostSteps));
    const Result<EventUnits> units = EventUnits::of(log, request.unit, users, job);
    if (!units)
        return fail(units.error());
    const Result<StepTable> table = StepTable::of(log, request.steps);
    if (!table)
        return fail(table.error());
    FunnelResult result;
    result.request = request;
    result.strayTimes = log.times.strays;
    result.rule = units->rule();
    result.units = qint64(units->count());
    for (const FunnelStep &step : request.steps)
        result.steps.append({step.text()});
    Result<std::vector<std::vector<qint64>>> gaps = walkUnits(log, *units, *table, result, job);
    if (!gaps)
        return fail(gaps.error());
    for (size_t i = 1; i < gaps->size(); ++i)
        result.steps[qsizetype(i)].medianMs = medianOf((*gaps)[i]);
    result.people = usersWhere(result, 0, FunnelRequest::mostSteps).count();
    fillShares(result);
    addNotes(log, result);
    return result;
}

Result<void> findFunnelThings(Workspace &workspace, FunnelRequest &request)
{
    for (FunnelStep &step : request.steps) {
        for (const auto &[thing, key, id] : {std::tuple(EventThing::Item, &step.item, &step.itemId), std::tuple(EventThing::Category, &step.category, &step.categoryId)}) {
            if (key->isEmpty())
                continue;
            const Result<quint32> found = eventThingId(workspace, thing, *key);
            if (!found)
                return fail(found.error());
            *id = *found;
        }
    }
    return {};
}

QStringList usualFunnel(const UserEventLog &log)
{
    QStringList steps;
    for (const char *meaning : {"view", "cart", "purchase"}) {
        const std::vector<bool> kinds = log.kindsMeaning(QLatin1String(meaning));
        if (std::find(kinds.begin(), kinds.end(), true) != kinds.end())
            steps << QLatin1String(meaning);
    }
    for (qsizetype i = 0; steps.size() < 2 && i < log.kinds.size(); ++i)
        if (log.kinds[i].meaning == QStringLiteral("other") || log.kinds[i].meaning == QStringLiteral("favourite"))
            steps.prepend(log.kinds[i].key);
    if (steps.isEmpty() && !log.kinds.isEmpty())
        steps << log.kinds.front().key;
    while (!steps.isEmpty() && steps.size() < 2)
        steps << steps.front();
    return steps;
}

Result<qint64> durationFromText(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(min|m|h|d|w)\\s*$"));
    const QRegularExpressionMatch match = shape.match(text);
    const double number = match.captured(1).toDouble();
    if (!match.hasMatch() || !(number > 0) || number > 1e6)
        return fail(ErrorCode::InvalidInput, FunnelText::tr("\"%1\" is not a time span. Write for example 30min, 12h, 7d or 2w.").arg(text));
    const QString unit = match.captured(2);
    const qint64 ms = unit.startsWith(u'm') ? 60'000 : unit == u"h" ? hourMs : unit == u"d" ? dayMs : 7 * dayMs;
    return qint64(std::llround(number * double(ms)));
}

QString durationText(double ms)
{
    if (!std::isfinite(ms))
        return {};
    const QLocale locale;
    const auto shown = [&](double value) { return locale.toString(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0); };
    if (ms < 60'000)
        return FunnelText::tr("%1 s").arg(shown(ms / 1000));
    if (ms < double(hourMs))
        return FunnelText::tr("%1 min").arg(shown(ms / 60'000));
    if (ms < double(dayMs))
        return FunnelText::tr("%1 h").arg(shown(ms / double(hourMs)));
    return FunnelText::tr("%1 d").arg(shown(ms / double(dayMs)));
}

} // namespace foretrail
