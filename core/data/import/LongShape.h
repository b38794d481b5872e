#pragma once

#include "core/data/ImportPlan.h"
#include "core/data/import/ColumnFacts.h"
#include "core/data/import/SampleRows.h"

#include <string_view>
#include <vector>

namespace foretrail {

/// Whether the rows of a table are the steps of series, one below the other: a time, keys that name the series, values.
class LongShape {
public:
    /// `plan` knows the time and what the names of the columns say; all must outlive this.
    LongShape(const SampleRows &sample, const ImportPlan &plan, const std::vector<ColumnFacts> &facts)
        : m_sample(sample), m_plan(plan), m_facts(facts)
    {
    }

    /// Some value column, and no key that has two values at one time. Where most keys have a row at most times few may have
    /// two; what merely happened leaves most of them out.
    bool isThere() const;
    QList<int> keyColumns() const;
    QList<int> valueColumns() const;

private:
    using Texts = std::vector<std::string_view>;
    /// Where a row says that it belongs; no time for a row that is broken.
    struct Place { Texts time, key; };
    Place placeOf(const std::vector<std::string> &row, const QList<int> &keys) const;
    int columns() const { return int(m_facts.size()); }
    bool isFree(int column) const { return m_plan.columns[column].role == Role::Ignore; }
    bool mayBeKey(int column) const;
    bool mayBeValue(int column) const;

    const SampleRows &m_sample;
    const ImportPlan &m_plan;
    const std::vector<ColumnFacts> &m_facts;
};

} // namespace foretrail
