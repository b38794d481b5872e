#pragma once

#include "core/data/sqlite/Connection.h"

#include <string>
#include <string_view>
#include <vector>

namespace foretrail {

/// Names of items as an import meets them: the commonest one wins, of equally common ones the first. At most four names an
/// item are counted; a rarer one gives way to one that is new.
class ItemNames {
public:
    void add(qint64 item, std::string_view name);
    /// Keeps the winners with the import, and names the items by the import whose winner has the most rows.
    void write(Connection &connection, qint64 import);

    /// Names the items of an import anew, when it left or came back.
    static void choose(Connection &connection, qint64 import);

private:
    struct Candidate {
        std::string name;
        qint64 rows = 0;
    };
    struct Item {
        std::vector<Candidate> candidates; ///< in the order they appeared
        size_t recent = 0;
    };
    std::vector<Item> m_items; ///< by item id
};

} // namespace foretrail
