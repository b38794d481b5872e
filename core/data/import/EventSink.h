#pragma once

#include "core/data/ProductRule.h"
#include "core/data/import/RowSink.h"

namespace foretrail {

/// Rows of a log as events. A sales line is a purchase; a return when its quantity is negative or its invoice is a
/// cancellation ("C536379"), an adjustment when only its amount is negative. In a log with kinds of its own, a price makes an
/// amount only where something was bought.
class EventSink : public RowSink {
public:
    EventSink(const ImportPlan &plan, FactWriter &writer, ImportReport &report);
    Result<void> store(const ParsedRow &row) override;
    quint64 fingerprint(RowParser &parser, size_t fields) const override;
    bool needsFields() const override { return false; }
    bool isCoded(Role role) const override;
    Result<void> prepare() override { return m_writer.prepareEvents(); }
    void recognise(ParsedBatch &batch) override;
    Result<void> settle(JobContext &job) override;
    void finish() override;

private:
    Result<void> fillEvent(const ParsedRow &row);
    Result<void> fillAmount();
    void fillKind();
    Result<void> fillTime(const ParsedRow &row);
    bool leavesOut();
    quint64 hashOf(int column, const ParsedCell &cell) const;
    bool hasKey(std::span<const ParsedCell> cells) const;
    void count(Stored stored);

    int m_time, m_clock, m_user, m_item, m_itemName, m_kind, m_category, m_session, m_position, m_quantity, m_price, m_amount;
    QList<int> m_attributes;
    std::vector<quint64> m_seeds; ///< one a column, from what it means: their order in the file does not matter
    bool m_hasClock;
    std::optional<UtcMs> m_order; ///< the last place given in a log without a clock
    ProductRule m_rule;
    EventRow m_event;
    long double m_netRead = 0; ///< cents of millions of rows add up exactly enough
    long double m_netStored = 0;
};

} // namespace foretrail
