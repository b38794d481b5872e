#include "core/behaviour/segments/UserStanding.h"

#include <QJsonArray>
#include <QTimeZone>

#include <cmath>

namespace foretrail {
namespace {

/// The days that a state is judged by, ascending.
std::vector<DayNumber> daysOf(const QList<UserEvent> &events, const QString &timeZone, const SegmentBasis &basis)
{
    ZoneClock clock{QTimeZone(timeZone.toLatin1())};
    std::vector<DayNumber> days;
    for (const UserEvent &event : events) {
        const DayNumber day = floorToStep(clock.toWall(event.time), Step::Day) / dayMs;
        if (day < basis.figures->firstDay || day > basis.figures->lastDay || (!basis.lifecycle.isByVisits && !event.isPurchase()))
            continue;
        if (days.empty() || days.back() != day)
            days.push_back(day);
    }
    return days;
}

QString dayName(DayNumber day) { return formatTime(day * dayMs, Step::Day); }

} // namespace

UserStanding userStanding(UserId user, const QList<UserEvent> &events, const QString &timeZone, const SegmentBasis &basis)
{
    UserStanding standing;
    if (!basis.figures->has(user))
        return standing;
    const UserFigures &figures = basis.figures->of(user);
    standing.isKnown = true;
    standing.lastDay = basis.figures->lastDay;
    standing.isRobot = figures.isRobot != 0;
    standing.strayEvents = figures.strayEvents;
    const RfmTable::Scores &scores = basis.rfm.users[size_t(user.value)];
    standing.r = scores.r;
    standing.f = scores.f;
    standing.m = scores.m;
    standing.name = basis.rfm.nameOf(user.value);
    standing.isByVisits = basis.rfm.isByVisits;
    standing.cutWords = basis.rfm.cutWords();
    if (!basis.figures->hasClock)
        return standing;
    standing.state = basis.stateOf(user.value);
    standing.stateWords = basis.lifecycle.words();
    standing.moves = movesOf(basis.lifecycle, daysOf(events, timeZone, basis), standing.lastDay);
    return standing;
}

QJsonObject UserStanding::toJson() const
{
    QJsonArray steps, others;
    for (const StateMove &move : moves)
        steps.append(QJsonObject{{QStringLiteral("day"), dayName(move.day)}, {QStringLiteral("state"), stateKey(move.state)}});
    for (const SimilarUser &other : similar)
        others.append(QJsonObject{{QStringLiteral("user"), other.key}, {QStringLiteral("similarity"), other.similarity},
                                  {QStringLiteral("shared_items"), other.sharedItems}, {QStringLiteral("why"), other.why}});
    return {{QStringLiteral("rfm"), QJsonObject{{QStringLiteral("r"), r}, {QStringLiteral("f"), f}, {QStringLiteral("m"), m},
                                                {QStringLiteral("name"), rfmKey(name)}, {QStringLiteral("cuts"), cutWords}}},
            {QStringLiteral("state"), stateKey(state)},
            {QStringLiteral("state_definition"), stateWords},
            {QStringLiteral("moves"), steps},
            {QStringLiteral("robot"), isRobot},
            {QStringLiteral("stray_events"), strayEvents},
            {QStringLiteral("similar"), others}};
}

} // namespace foretrail
