#pragma once

#include "core/data/ItemNames.h"
#include "core/data/KeyInterner.h"
#include "core/data/ProductRule.h"

namespace foretrail {

/// The items of a workspace on their way through an import: ids, names, and whether they are products. New items are judged
/// by the rule of the workspace; those that are there keep their flag.
class ItemTable {
public:
    /// `names` of one whose import goes on afterwards; null: counted anew.
    ItemTable(Connection &connection, ProductRule rule, const ImportBudget &budget = {}, std::shared_ptr<ItemNames> names = {});

    /// 0 for an empty key.
    qint64 find(const CodedText &key);
    /// Counts the name for an item that is stored.
    void name(qint64 item, const CodedText &name, qint64 import)
    {
        m_names->add(item, name);
        if (m_names->isFull())
            m_names->flush(m_connection, import);
    }
    bool isProduct(qint64 item) const { return size_t(item) >= m_isOther.size() || !m_isOther[size_t(item)]; }
    const ProductRule &rule() const { return m_rule; }
    void finish(qint64 import)
    {
        if (m_goesOn)
            m_names->keep(m_connection, import);
        else
            m_names->write(m_connection, import);
    }

private:
    void load();
    bool isOther(qint64 item) const; ///< as it is stored
    void note(qint64 item, bool isOther);

    Connection &m_connection;
    ProductRule m_rule;
    KeyInterner m_keys;
    bool m_isShort; ///< items are looked up one by one
    bool m_goesOn;
    std::shared_ptr<ItemNames> m_names;
    std::vector<char> m_isOther; ///< by id: no product
    bool m_isLoaded = false;
};

} // namespace foretrail
