#include "core/data/import/LongShape.h"

#include "core/data/import/NumberText.h"
#include "core/data/import/RoleNames.h"

#include <set>

namespace foretrail {

LongShape::Place LongShape::placeOf(const std::vector<std::string> &row, const QList<int> &keys) const
{
    const int time = m_plan.columnOf(Role::Time), clock = m_plan.columnOf(Role::Clock);
    if (int(row.size()) < columns() || isNullWord(trimmed(row[size_t(time)])))
        return {};
    Place place{{row[size_t(time)]}, {}};
    if (clock >= 0)
        place.time.push_back(row[size_t(clock)]);
    for (int key : keys)
        place.key.push_back(row[size_t(key)]);
    return place;
}

bool LongShape::isThere() const
{
    constexpr size_t rowsPerSlip = 20;
    constexpr double leastShare = 0.5;
    const QList<int> keys = keyColumns();
    if (valueColumns().isEmpty())
        return false;
    std::set<Texts> seenTimes, seenKeys;
    std::set<std::pair<Texts, Texts>> seen;
    size_t slips = 0;
    for (size_t i = m_plan.hasHeader ? 1 : 0; i < m_sample.headRows(); ++i) {
        const Place place = placeOf(m_sample.rows[i], keys);
        if (place.time.empty())
            continue;
        seenTimes.insert(place.time);
        seenKeys.insert(place.key);
        slips += seen.emplace(place.time, place.key).second ? 0 : 1;
    }
    const bool isGrid = double(seen.size()) >= leastShare * double(seenTimes.size()) * double(seenKeys.size());
    return slips == 0 || (isGrid && slips * rowsPerSlip <= seen.size());
}

bool LongShape::mayBeKey(int column) const
{
    const ColumnFacts &facts = m_facts[size_t(column)];
    return isFree(column) && facts.type == ColumnFacts::Type::Text && !facts.isMostlyNumbers() && !facts.holdsBooleans;
}

QList<int> LongShape::keyColumns() const
{
    QList<int> keys;
    for (int column = 0; column < columns(); ++column) {
        const ColumnPlan &plan = m_plan.columns[column];
        if (plan.role == Role::Item || plan.role == Role::Category || nameScore(plan.name.toStdString(), Role::Series) > 0)
            keys.append(column);
    }
    for (int column = 0; keys.isEmpty() && column < columns(); ++column)
        if (mayBeKey(column))
            keys.append(column);
    return keys;
}

bool LongShape::mayBeValue(int column) const
{
    const ColumnFacts &facts = m_facts[size_t(column)];
    return isFree(column) && (facts.isMostlyNumbers() || facts.holdsBooleans);
}

QList<int> LongShape::valueColumns() const
{
    for (const Role wanted : {Role::Value, Role::Amount})
        if (const int column = m_plan.columnOf(wanted); column >= 0)
            return {column};
    const QList<int> keys = keyColumns();
    QList<int> values;
    for (int column = 0; column < columns(); ++column)
        if (mayBeValue(column) && !keys.contains(column))
            values.append(column);
    return values;
}

} // namespace foretrail
