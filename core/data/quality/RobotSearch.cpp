#include "core/data/quality/RobotSearch.h"

#include "core/data/RobotUsers.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

namespace foretrail {
namespace {

struct RobotUsersText { Q_DECLARE_TR_FUNCTIONS(foretrail::RobotUsers) };

/// Takes the times of one user in their order.
class Rhythm {
public:
    Rhythm(qint64 user, ZoneClock &clock) : m_clock(&clock) { m_robot.user = user; }
    qint64 user() const { return m_robot.user; }

    void add(UtcMs time)
    {
        if (m_robot.rows++ > 0 && time == m_last)
            return;
        m_last = time;
        if (time < m_minute || time >= m_minute + minuteMs) {
            m_minute = floorTo(time, minuteMs);
            m_inMinute = 0;
            addHour(m_clock->toWall(time));
        }
        m_robot.mostInMinute = std::max(m_robot.mostInMinute, ++m_inMinute);
    }
    bool isRobot() const { return m_robot.mostInMinute > mostMomentsInMinute || m_robot.mostHours > mostHoursInDay; }
    const Robot &robot() const { return m_robot; }

private:
    static constexpr qint64 minuteMs = 60'000;

    static qint64 floorTo(qint64 time, qint64 unit) { return time - ((time % unit) + unit) % unit; }
    void addHour(WallMs wall)
    {
        const WallMs day = floorTo(wall, dayMs);
        if (day != m_day)
            m_day = day, m_hours = 0;
        m_hours |= 1U << ((wall - day) / hourMs);
        m_robot.mostHours = std::max(m_robot.mostHours, std::popcount(m_hours));
    }

    Robot m_robot;
    ZoneClock *m_clock;
    UtcMs m_last = 0, m_minute = std::numeric_limits<UtcMs>::max() - minuteMs;
    WallMs m_day = std::numeric_limits<WallMs>::min();
    qint64 m_inMinute = 0;
    quint32 m_hours = 0;
};

/// Of all events in the workspace, without a look at the rows themselves.
std::vector<Robot> suspects(Connection &connection, const QualityScope &scope)
{
    std::vector<Robot> found;
    ZoneClock clock(scope.zone);
    std::optional<Rhythm> current;
    const auto close = [&] {
        if (current && current->isRobot())
            found.push_back(current->robot());
    };
    Statement rows = connection.prepare("SELECT user_id, time FROM events INDEXED BY events_by_user WHERE user_id > 0 ORDER BY user_id, time");
    while (rows.step()) {
        if (!current || current->user() != rows.integer(0)) {
            close();
            current.emplace(rows.integer(0), clock);
        }
        current->add(rows.integer(1));
    }
    close();
    return found;
}

/// The same user by the rows of the scope only.
Robot lookedAtAgain(Statement &rows, qint64 user, const QualityScope &scope, ZoneClock &clock, bool &isRobot)
{
    Rhythm rhythm(user, clock);
    rows.reset();
    rows.bind(1, user);
    while (rows.step())
        if (scope.hasClock[size_t(rows.integer(1))])
            rhythm.add(rows.integer(0));
    isRobot = rhythm.isRobot();
    return rhythm.robot();
}

int pluralOf(qint64 count) { return int(std::min<qint64>(count, std::numeric_limits<int>::max())); }

QString robotRule()
{
    return RobotUsersText::tr("more than %1 moments in a minute, or more than %2 hours of one day").arg(mostMomentsInMinute).arg(mostHoursInDay);
}

} // namespace

Result<std::vector<Robot>> findRobots(Connection &connection, const QualityScope &scope, JobContext &job)
{
    StopScope stop(connection, job);
    std::vector<Robot> robots = suspects(connection, scope);
    if (!scope.isWhole) {
        ZoneClock clock(scope.zone);
        Statement rows = connection.prepare("SELECT time, import_id FROM events WHERE user_id = ?1" + scope.andImport("+import_id")
                                            + " ORDER BY time");
        std::vector<Robot> sure;
        for (const Robot &suspect : robots) {
            bool isRobot = false;
            const Robot robot = lookedAtAgain(rows, suspect.user, scope, clock, isRobot);
            if (isRobot)
                sure.push_back(robot);
        }
        robots = std::move(sure);
    }
    std::ranges::stable_sort(robots, std::ranges::greater(), &Robot::rows);
    return robots;
}

QString RobotUsers::note() const
{
    if (everybody > 0)
        return RobotUsersText::tr("All %n user(s) look like robots (%1), so nobody is left out for that.", nullptr, pluralOf(everybody)).arg(robotRule());
    if (users.count() == 0)
        return {};
    const QString who = RobotUsersText::tr("%n user(s) who look like robots (%1) are left out of what is learnt and tested", nullptr, pluralOf(users.count())).arg(robotRule());
    return RobotUsersText::tr("%1: %Ln event(s).", "users who look like robots, their events", pluralOf(events)).arg(who);
}

Result<RobotUsers> robotUsers(Connection &connection, JobContext &job)
{
    const Result<QualityScope> scope = QualityScope::of(connection, {});
    if (!scope)
        return fail(scope.error());
    const Result<std::vector<Robot>> robots = findRobots(connection, *scope, job);
    if (!robots)
        return fail(robots.error());
    RobotUsers found;
    std::vector<qint64> rows;
    for (const Robot &robot : *robots) {
        rows.push_back(robot.user);
        found.events += robot.rows;
    }
    if (!rows.empty() && qint64(rows.size()) >= connection.integer("SELECT count(*) FROM users WHERE events > 0"))
        return RobotUsers{{}, 0, qint64(rows.size())};
    found.users = UserSet(std::move(rows));
    return found;
}

} // namespace foretrail
