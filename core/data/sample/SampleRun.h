#pragma once

#include "core/data/FactWriter.h"
#include "core/data/sample/SampleRandom.h"
#include "core/data/sample/SampleTruth.h"
#include "core/jobs/JobContext.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace foretrail {

/// Lets a planned shop live day by day: users join, come, look, buy, send back and leave. Events go out one by one, day
/// after day and session after session; what is held at a time grows with the users, never with the events.
class SampleRun {
public:
    /// False from the sink ends the run. Attributes are country and channel, in this order.
    using Sink = std::function<Result<bool>(const EventRow &)>;

    /// Adds the users and the number of events to `truth`, which must outlive the run.
    SampleRun(SampleTruth &truth, SampleRandom &random, Sink sink);
    Result<void> run(JobContext &job);

private:
    struct User {
        double next = 0; ///< day, with its fraction, of the next visit that may happen
        double leaves = 0;
        double rate = 0;
        std::array<quint8, 2> favourites{};
        quint8 country = 0;
        quint8 channel = 0;
    };
    struct Visit {
        int second = 0;
        quint32 user = 0;
        auto operator<=>(const Visit &) const = default;
    };
    struct Line {
        int item = 0;
        int pieces = 1;
        double price = 0;
    };
    struct Return {
        Line line;
        quint32 user = 0;
        qint64 session = 0;
    };

    void prepareDay(int day);
    void joinUsers(int day);
    void join(int day);
    void scheduleVisit(quint32 user);
    std::vector<Visit> visitsOf(int day);
    double popularityOf(const SampleItem &item, int day) const;
    int chooseItem(const User &user);
    void visit(int day, const Visit &visit);
    void buy(const std::vector<Line> &basket, UtcMs time);
    void bringBack(int day);
    void startEvent(quint32 user, qint64 session);
    void emitEvent(UtcMs time, std::string_view kind, int item);
    void emitLine(UtcMs time, std::string_view kind, const Line &line);
    void send(UtcMs time, std::string_view kind, int item);
    bool goesOn() const { return m_goesOn.value_or(false); }

    SampleTruth &m_truth;
    SampleRandom &m_random;
    Sink m_sink;
    Result<bool> m_goesOn = true;

    std::vector<User> m_users;
    qint64 m_active = 0;
    std::vector<int> m_leaving;                     ///< how many leave on a day
    std::vector<std::vector<quint32>> m_visitors;   ///< by day: users that may come
    std::vector<std::vector<Return>> m_returns;     ///< by day
    std::vector<double> m_level;                    ///< by day
    double m_highest = 1;                           ///< of m_level

    std::vector<double> m_cartRate;                 ///< by item, today; 0 while out of stock
    std::vector<double> m_price;                    ///< by item, today
    std::vector<std::vector<int>> m_shelves;        ///< items by category
    std::vector<std::vector<double>> m_shelfSums;   ///< running sums of popularity today
    std::vector<double> m_categorySums, m_hourSums;

    std::vector<QByteArray> m_itemKeys, m_itemNames, m_categories, m_countries, m_channels;
    EventRow m_event;
    std::array<char, 16> m_userKey{}, m_sessionKey{};
    qint64 m_sessions = 0;
    UtcMs m_dayStart = 0;
};

} // namespace foretrail
