#include "core/data/quality/EventFacts.h"

#include "core/data/CellTable.h"
#include "core/data/sqlite/SqlText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>

namespace foretrail {
namespace {

struct EventFactsText { Q_DECLARE_TR_FUNCTIONS(foretrail::Quality) };

constexpr qint64 factsBetweenReports = 1 << 16;
constexpr double leastEventRatio = 20; ///< wholesale orders of a dozen beside single pieces are no outliers

// A cell of an item counts the rows with one pair of magnitudes, so that a row that is unusual in both is one outlier.
constexpr int zeroMagnitude = 2048;
constexpr quint32 none = 0;
constexpr quint32 codes = 4096;

quint32 codeOf(double positive) { return positive > 0 ? quint32(magnitudeOf(positive) + zeroMagnitude) : none; }
quint32 quantityCode(const CellTable::Cell &cell) { return cell.step / codes; }
quint32 priceCode(const CellTable::Cell &cell) { return cell.step % codes; }

bool isOutside(const UsualRange &range, quint32 code, bool countsBelow)
{
    if (!range.isKnown || code == none)
        return false;
    const int magnitude = int(code) - zeroMagnitude;
    return magnitude > range.highest || (countsBelow && magnitude < range.lowest);
}

/// What is usual by one of the two magnitudes of an item's cells.
template<class Code>
UsualRange rangeOf(std::span<const CellTable::Cell> cells, Code code)
{
    std::vector<MagnitudeCount> counts;
    for (const CellTable::Cell &cell : cells)
        if (code(cell) != none)
            counts.push_back({int(code(cell)) - zeroMagnitude, qint64(cell.value)});
    return usualRange(counts, leastEventRatio);
}

/// The days that rows fall on; neighbouring rows are mostly of one day.
class DaySet {
public:
    explicit DaySet(const QTimeZone &zone) : m_clock(zone) {}
    void add(UtcMs time)
    {
        const WallMs wall = m_clock.toWall(time);
        if (wall < m_from || wall >= m_from + dayMs) {
            m_from = floorToStep(wall, Step::Day);
            m_rows = &m_days[m_from / dayMs];
        }
        ++*m_rows;
    }
    /// Writes the days into the facts, with those that hold the log.
    void finish(EventFacts &facts)
    {
        for (const auto &[day, rows] : m_days)
            facts.days.push_back({day, rows});
        std::ranges::sort(facts.days, {}, &DayRows::day);
        facts.mainDays = mainDays(facts.days);
        const MainDays main = facts.mainDays;
        if (facts.days.empty())
            return;
        for (size_t i = 0; i < facts.days.size(); ++i)
            facts.strays += i < main.from || i >= main.to ? facts.days[i].rows : 0;
        facts.mainFrom = m_clock.toUtc(facts.days[main.from].day * dayMs);
        facts.mainTo = m_clock.toUtc((facts.days[main.to - 1].day + 1) * dayMs);
    }

private:
    ZoneClock m_clock;
    WallMs m_from = std::numeric_limits<WallMs>::max() - dayMs;
    std::unordered_map<qint64, qint64> m_days; ///< rows by day; its values stay where they are
    qint64 *m_rows = nullptr;
};

void widen(std::optional<UtcMs> &first, std::optional<UtcMs> &last, UtcMs time)
{
    first = first ? std::min(*first, time) : time;
    last = last ? std::max(*last, time) : time;
}

/// Takes rows one by one into the facts.
class Gathering {
public:
    explicit Gathering(const QualityScope &scope) : m_scope(scope), m_days(scope.zone) {}

    void add(const EventView &row)
    {
        ++m_facts.rows;
        countSigns(row);
        countUser(row.user);
        if (m_scope.isReturn[size_t(row.kind)])
            ++m_facts.returns;
        const bool isDated = isPast(row);
        if (isDated)
            m_days.add(row.time);
        if (row.item != 0)
            addToItem(row, isDated);
        if (!std::isnan(row.quantity))
            m_large.add(row.user, row.item, row.time, row.quantity);
    }
    EventFacts finish()
    {
        m_days.finish(m_facts);
        m_facts.cancelled = m_large.cancelled();
        findUsual();
        std::erase_if(m_facts.cancelled, [this](const CancelledOrder &order) {
            return order.item == 0 || !m_facts.byItem[size_t(order.item)].quantities.isAbove(order.quantity);
        });
        return std::move(m_facts);
    }

private:
    void countSigns(const EventView &row)
    {
        if (row.quantity < 0)
            ++m_facts.negativeQuantity;
        else if (row.amount < 0)
            ++m_facts.negativeAmount;
        if (std::abs(row.quantity) > m_facts.largestQuantity)
            m_facts.largestQuantity = std::abs(row.quantity);
        if (!std::isnan(row.price)) {
            ++m_facts.withPrice;
            m_facts.zeroPrice += row.price <= 0 ? 1 : 0;
        }
    }

    void countUser(qint64 user)
    {
        if (user == 0) {
            ++m_facts.withoutUser;
            return;
        }
        if (size_t(user) >= m_users.size())
            m_users.resize(std::max(size_t(user) + 1, m_users.size() * 2));
        if (!m_users[size_t(user)]) {
            m_users[size_t(user)] = true;
            ++m_facts.users;
        }
    }

    /// False for times that are no times or had not come yet: calendars would stretch to them.
    bool isPast(const EventView &row)
    {
        if (!m_scope.hasClock[size_t(row.importId)])
            return false;
        widen(m_facts.first, m_facts.last, row.time);
        if (row.time > m_scope.futureFrom[size_t(row.importId)]) {
            ++m_facts.future;
            return false;
        }
        return true;
    }

    void addToItem(const EventView &row, bool isDated)
    {
        if (size_t(row.item) >= m_facts.byItem.size())
            m_facts.byItem.resize(std::max(size_t(row.item) + 1, m_facts.byItem.size() * 2));
        ItemFacts &item = m_facts.byItem[size_t(row.item)];
        m_facts.items += item.rows == 0 ? 1 : 0;
        ++item.rows;
        if (isDated) {
            item.first = std::min(item.first, row.time);
            item.last = std::max(item.last, row.time);
        }
        if (!std::isnan(row.amount)) {
            item.hasAmount = true;
            item.hasValue = item.hasValue || row.amount != 0;
        }
        countNonProduct(row);
        countMagnitudes(item, row);
    }

    bool isNonProduct(size_t item) const { return item < m_scope.isNonProduct.size() && m_scope.isNonProduct[item]; }

    void countNonProduct(const EventView &row)
    {
        if (!isNonProduct(size_t(row.item)))
            return;
        ++m_facts.nonProductRows;
        m_facts.nonProductAmount += std::isnan(row.amount) ? 0 : row.amount;
    }

    void countMagnitudes(ItemFacts &item, const EventView &row)
    {
        const double quantity = std::abs(row.quantity);
        const quint32 code = codeOf(quantity) * codes + codeOf(row.price);
        if (code == 0)
            return;
        ++m_magnitudes.value(m_magnitudes.numberOf(quint32(row.item), code));
        if (quantity > 0)
            item.largestQuantity = std::max(item.largestQuantity, float(quantity));
        if (row.price > 0) {
            item.largestPrice = std::max(item.largestPrice, float(row.price));
            item.smallestPrice = std::min(item.smallestPrice, float(row.price));
        }
    }

    void findUsual()
    {
        std::vector<CellTable::Cell> cells = m_magnitudes.take();
        std::ranges::sort(cells, {}, [](const CellTable::Cell &cell) { return (quint64(cell.group) << 32) | cell.step; });
        for (size_t from = 0, to = 0; from < cells.size(); from = to) {
            while (to < cells.size() && cells[to].group == cells[from].group)
                ++to;
            if (!isNonProduct(cells[from].group))
                judgeItem(m_facts.byItem[cells[from].group], {cells.data() + from, to - from});
        }
    }

    void judgeItem(ItemFacts &item, std::span<const CellTable::Cell> cells)
    {
        item.quantities = rangeOf(cells, quantityCode);
        item.prices = rangeOf(cells, priceCode);
        for (const CellTable::Cell &cell : cells)
            if (isOutside(item.quantities, quantityCode(cell), false) || isOutside(item.prices, priceCode(cell), true))
                item.outliers += quint32(cell.value);
    }

    const QualityScope &m_scope;
    EventFacts m_facts;
    DaySet m_days;
    LargeOrders m_large;
    CellTable m_magnitudes;
    std::vector<bool> m_users;
};

} // namespace

EventView EventView::from(const Statement &row)
{
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3),
            row.integer(4), row.real(5),    row.real(6),    row.real(7)};
}

Result<EventFacts> gatherEvents(Connection &connection, const QualityScope &scope, JobContext &job)
{
    StopScope stop(connection, job);
    Gathering gathering(scope);
    Statement rows = connection.prepare(sqlOf({"SELECT ", EventView::columns, scope.fromEvents()}));
    qint64 read = 0;
    while (rows.step()) {
        if (++read % factsBetweenReports == 0) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            job.report(read, scope.events + scope.observations, EventFactsText::tr("Looking at rows"));
        }
        gathering.add(EventView::from(rows));
    }
    return gathering.finish();
}

bool isOutlier(const EventFacts &facts, qint64 item, double quantity, double price)
{
    if (item == 0 || size_t(item) >= facts.byItem.size())
        return false;
    const ItemFacts &usual = facts.byItem[size_t(item)];
    return (std::abs(quantity) > 0 && usual.quantities.isAbove(std::abs(quantity)))
        || (price > 0 && (usual.prices.isAbove(price) || usual.prices.isBelow(price)));
}

} // namespace foretrail
