#include "core/data/EventAttributes.h"

#include <QCoreApplication>

#include <algorithm>

namespace foretrail {
namespace {

struct EventAttributesText { Q_DECLARE_TR_FUNCTIONS(foretrail::FactWriter) };

} // namespace

Result<void> EventAttributes::choose(Connection &connection, const QStringList &names, ImportBudget budget)
{
    Statement find = connection.prepare("SELECT slot FROM attributes WHERE name = ?");
    Statement add = connection.prepare("INSERT INTO attributes(slot, name) "
                                       "SELECT coalesce(max(slot), 0) + 1, ?1 FROM attributes RETURNING slot");
    // Their keys share what a few dimensions have.
    const size_t sharing = std::max<size_t>(1, size_t(names.size()) / 2);
    budget.keys /= sharing;
    budget.keyFilter /= sharing;
    for (const QString &name : names) {
        find.reset();
        find.bind(1, name);
        int slot = find.step() ? int(find.integer(0)) : 0;
        if (slot == 0) {
            add.reset();
            add.bind(1, name);
            add.step();
            slot = int(add.integer(0));
            add.reset();
        }
        if (slot > maxAttributes)
            return fail(ErrorCode::InvalidInput,
                        EventAttributesText::tr("A workspace holds at most %1 attributes, and \"%2\" would be one more. "
                                 "Leave out columns that you do not need.").arg(maxAttributes).arg(name));
        m_slots.push_back(slot);
        const std::string number = std::to_string(slot);
        m_values.emplace_back(connection, "SELECT id, value FROM attribute_values WHERE slot = " + number,
                              "INSERT INTO attribute_values(slot, value) VALUES (" + number + ", ?1)", budget);
    }
    return {};
}

} // namespace foretrail
