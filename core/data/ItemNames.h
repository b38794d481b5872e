#pragma once

#include "core/data/sqlite/Connection.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace foretrail {

/// Names of items as an import meets them: the commonest one wins, of equally common ones the first. At most four names an
/// item are counted; a rarer one gives way to one that is new. Beyond some memory what was counted so far is written and the
/// counting begins anew.
class ItemNames {
public:
    void add(qint64 item, std::string_view name);
    bool isFull() const;
    /// Keeps the winners so far with the import, and forgets them.
    void flush(Connection &connection, qint64 import);
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
    static constexpr size_t chunkItems = 1024;
    Item &itemOf(qint64 id);

    std::vector<std::unique_ptr<std::array<Item, chunkItems>>> m_chunks; ///< by item id
    size_t m_bytes = 0;
};

} // namespace foretrail
