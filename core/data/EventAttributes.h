#pragma once

#include "core/data/FactWriter.h"
#include "core/data/KeyInterner.h"

namespace foretrail {

/// The attributes that the events of an import have: each has a slot of the workspace, and its values have ids there.
class EventAttributes {
public:
    /// Finds the slots of attributes that the workspace has, and gives others the next ones. InvalidInput where there are none left.
    Result<void> choose(Connection &connection, const QStringList &names, ImportBudget budget);

    const std::vector<int> &chosen() const { return m_slots; } ///< slots, in the order of the names
    /// Of each value of the event, in the order of the names; 0 where it has none.
    std::array<qint64, maxAttributes> ids(const EventRow &event)
    {
        std::array<qint64, maxAttributes> found{};
        for (size_t i = 0; i < m_values.size(); ++i)
            found[i] = event.attributes[i].empty() ? 0 : m_values[i].find(event.attributes[i]).id;
        return found;
    }

private:
    std::vector<int> m_slots;
    std::vector<KeyInterner> m_values; ///< by the place of the name
};

} // namespace foretrail
