#pragma once

#include "core/data/BloomFilter.h"
#include "core/data/ImportBudget.h"
#include "core/data/Seen.h"

#include <optional>

namespace foretrail {

/// The fingerprints of all rows so far. Few are known exactly; of many, a filter of fixed size tells those that are surely
/// new from those that may be there already.
class Fingerprints {
public:
    explicit Fingerprints(const ImportBudget &budget) : m_budget(budget) {}

    /// Makes room for so many, as far as the budget goes.
    void reserve(quint64 count)
    {
        // At most three quarters of the slots are used.
        m_exact.reserve(std::min<quint64>(count, m_budget.fingerprints / sizeof(quint64) / 4 * 3));
    }

    Seen insert(quint64 fingerprint)
    {
        if (!m_filter && m_exact.isFull() && m_exact.bytes() * 2 > m_budget.fingerprints)
            changeOver();
        if (m_filter)
            return m_filter->insert(fingerprint) ? Seen::Perhaps : Seen::No;
        return m_exact.insert(fingerprint) ? Seen::No : Seen::Yes;
    }
    void prefetch(quint64 fingerprint) const
    {
        if (m_filter)
            m_filter->prefetch(fingerprint);
        else
            m_exact.prefetch(fingerprint);
    }
    bool isExact() const { return !m_filter; }
    /// While exact.
    bool contains(quint64 fingerprint) const { return m_exact.contains(fingerprint); }

private:
    void changeOver()
    {
        m_filter.emplace(m_budget.filter);
        m_exact.forEach([this](quint64 fingerprint) { m_filter->insert(fingerprint); });
        m_exact = {};
    }

    ImportBudget m_budget;
    HashSet64 m_exact;
    std::optional<BloomFilter> m_filter;
};

/// What one who writes again and again knows of the rows that are stored. Right as long as nobody else stores or removes some, and every
/// writer that used it has committed.
struct KnownRows {
    explicit KnownRows(const ImportBudget &budget) : fingerprints(budget) {}
    Fingerprints fingerprints;
    bool isLearnt = false;
};

} // namespace foretrail
