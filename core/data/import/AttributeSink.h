#pragma once

#include "core/data/import/RowSink.h"

namespace foretrail {

/// Rows that say more of a user, an item, a category, a session or a series: every column besides the key is an attribute
/// under its name. Of several that could be the key, series come first (joined by "/"), then item, user, session, category.
/// A row is stored when it says anything new, a duplicate when it says nothing new, filtered when it says nothing at all.
class AttributeSink : public RowSink {
public:
    AttributeSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report);
    Result<void> store(const ParsedRow &row) override;
    void finish() override;

private:
    struct Outcome { bool isNew = false, isReplaced = false, isConflict = false, hasValues = false; };
    void count(const Outcome &outcome);

    std::string m_dimension;
    QList<int> m_keys;
    QList<int> m_values;
    std::vector<std::string> m_names; ///< of the values
    std::string m_key;
};

} // namespace foretrail
