#include "core/data/ReturnMatching.h"

#include "core/data/EventKinds.h"
#include "core/data/HashSet64.h"
#include "core/data/MoveLog.h"
#include "core/data/OrderCount.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <vector>

namespace foretrail {
namespace {

constexpr qint64 mostRowsOfAUser = 2'000'000;
/// Fetching a row through an index costs about as much as reading so many in their order.
constexpr qint64 readsPerFetch = 8;

/// A sale or a return.
struct Move {
    qint64 user = 0;
    qint64 item = 0;
    qint64 time = 0;
    bool isReturn = false;
    qint64 id = 0;
    double quantity = 0; ///< at least 0
    auto order() const { return std::tie(user, item, time, isReturn, id); }
};

class Matcher {
public:
    Matcher(Connection &connection, JobContext &job)
        : m_connection(connection), m_job(job), m_returnKinds(kindList(connection, returnMeaning)),
          m_moveKinds("(SELECT id FROM kinds WHERE meaning IN ('purchase', 'return'))"),
          m_insert(connection.prepare("INSERT INTO reversals(return_id, sale_id) VALUES (?1, ?2)")),
          m_forget(connection.prepare("DELETE FROM reversals WHERE return_id = ?1"))
    {
    }

    Result<void> run(std::span<const qint64> users, MoveLog *log)
    {
        const std::vector<qint64> chosen = withReturns(users);
        if (log && log->isWhole())
            return byLog(chosen, *log);
        if (m_rows * readsPerFetch < m_connection.integer("SELECT coalesce(sum(events), 0) FROM imports"))
            return byUser(chosen);
        return byReading(chosen);
    }

private:
    std::vector<qint64> withReturns(std::span<const qint64> users)
    {
        std::vector<qint64> chosen;
        Statement find = m_connection.prepare("SELECT events, returns FROM users WHERE id = ?1 AND returns > 0");
        for (qint64 user : users) {
            find.reset();
            find.bind(1, user);
            if (!find.step() || find.integer(0) > mostRowsOfAUser)
                continue;
            chosen.push_back(user);
            m_rows += find.integer(0);
            m_returns += find.integer(1);
        }
        return chosen;
    }

    std::string movesSql(const std::string &condition) const
    {
        return "SELECT id, time, user_id, item_id, quantity, kind_id IN " + m_returnKinds + " FROM events WHERE +item_id > 0 AND +kind_id IN "
             + m_moveKinds + condition;
    }

    void keep(const Statement &row)
    {
        const double quantity = row.isNull(4) ? 1.0 : row.real(4);
        const bool isReturn = row.integer(5) != 0;
        if (isReturn || quantity > 0)
            m_moves.push_back({row.integer(2), row.integer(3), row.integer(1), isReturn, row.integer(0), std::abs(quantity)});
    }

    static quint64 pairOf(const Statement &row) { return returnPair(row.integer(2), row.integer(3)); }

    /// The log knows which rows to look at.
    Result<void> byLog(const std::vector<qint64> &users, MoveLog &log)
    {
        HashSet64 wanted;
        for (qint64 user : users)
            wanted.insert(quint64(user));
        Statement row = m_connection.prepare(movesSql(" AND id = ?1"));
        const auto take = [&](qint64 id) {
            row.reset();
            row.bind(1, id);
            if (row.step() && wanted.contains(quint64(row.integer(2))) && log.hasReturn(pairOf(row)))
                keep(row);
            return !m_job.stopRequested();
        };
        if (!log.forEach(take))
            return fail(Error::cancelled());
        settle();
        return {};
    }

    Result<void> byUser(const std::vector<qint64> &users)
    {
        Statement rows = m_connection.prepare(movesSql(" AND user_id = ?1"));
        for (qint64 user : users) {
            if (m_job.stopRequested())
                return fail(Error::cancelled());
            rows.reset();
            rows.bind(1, user);
            while (rows.step())
                keep(rows);
            settle();
        }
        return {};
    }

    /// Many users: all events are read in their order, and what concerns users and items with a return is kept.
    Result<void> byReading(const std::vector<qint64> &users)
    {
        const qint64 parts = m_returns / qint64(returnsAtOnce) + 1;
        for (qint64 part = 0; part < parts; ++part) {
            HashSet64 wanted, pairs;
            for (size_t i = size_t(part); i < users.size(); i += size_t(parts))
                wanted.insert(quint64(users[i]));
            const auto seek = [&](const Statement &row) {
                if (wanted.contains(quint64(row.integer(2))))
                    pairs.insert(pairOf(row));
            };
            const auto take = [&](const Statement &row) {
                if (pairs.contains(pairOf(row)) && wanted.contains(quint64(row.integer(2))))
                    keep(row);
            };
            Result<void> read = readAll(" AND +user_id > 0 AND +kind_id IN " + m_returnKinds, seek);
            if (read)
                read = readAll(" AND +user_id > 0", take);
            if (!read)
                return read;
            settle();
        }
        return {};
    }

    template<class Use>
    Result<void> readAll(const std::string &condition, const Use &use)
    {
        Statement rows = m_connection.prepare(movesSql(condition));
        for (qint64 read = 0; rows.step(); ++read) {
            if (read % 65'536 == 0 && m_job.stopRequested())
                return fail(Error::cancelled());
            use(rows);
        }
        return {};
    }

    void settle()
    {
        std::ranges::sort(m_moves, {}, &Move::order);
        for (const Move &move : m_moves)
            if (move.isReturn)
                forget(move.id);
        std::map<double, std::vector<qint64>> open; ///< sales that no return has taken yet, by quantity, the latest last
        for (size_t i = 0; i < m_moves.size(); ++i) {
            const Move &move = m_moves[i];
            if (i > 0 && (move.user != m_moves[i - 1].user || move.item != m_moves[i - 1].item))
                open.clear();
            if (!move.isReturn)
                open[move.quantity].push_back(move.id);
            else
                pair(move, open);
        }
        m_moves.clear();
    }

    // The smallest that is at least as large is the one of the same size where there is one.
    void pair(const Move &returned, std::map<double, std::vector<qint64>> &open)
    {
        const auto sale = open.lower_bound(returned.quantity);
        if (sale == open.end())
            return;
        m_insert.bind(1, returned.id);
        m_insert.bind(2, sale->second.back());
        m_insert.run();
        sale->second.pop_back();
        if (sale->second.empty())
            open.erase(sale);
    }

    void forget(qint64 returned)
    {
        m_forget.bind(1, returned);
        m_forget.run();
    }

    Connection &m_connection;
    JobContext &m_job;
    std::string m_returnKinds, m_moveKinds;
    Statement m_insert, m_forget;
    qint64 m_rows = 0;    ///< of the users with returns
    qint64 m_returns = 0;
    std::vector<Move> m_moves;
};

} // namespace

Result<void> matchReturns(Connection &connection, std::span<const qint64> users, JobContext &job, MoveLog *log)
{
    if (users.empty() || connection.integer("SELECT EXISTS (SELECT 1 FROM kinds WHERE meaning = 'return' AND events > 0)") == 0)
        return {};
    return Matcher(connection, job).run(users, log);
}

qint64 matchedReturns(Connection &connection, qint64 import)
{
    Statement count = connection.prepare("SELECT count(*) FROM event_ranges g CROSS JOIN reversals r "
                                         "ON r.return_id BETWEEN g.first_id AND g.last_id WHERE g.import_id = ?1");
    count.bind(1, import);
    return count.step() ? count.integer(0) : 0;
}

} // namespace foretrail
