#pragma once

#include "core/data/CodedText.h"
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
    void add(qint64 item, const CodedText &name)
    {
        if (item == 0 || name.empty())
            return;
        Item &counted = itemOf(item);
        if (!counted.isTouched) {
            counted.isTouched = true;
            m_touched.push_back(item);
        }
        if (name.code != 0 && name.code == counted.recentCode)
            ++counted.recentRows;
        else
            count(counted, name);
    }
    bool isFull() const;
    /// Keeps the winners so far with the import, and forgets them.
    void flush(Connection &connection, qint64 import);
    /// Keeps the winners with the import, and names the items by the import whose winner has the most rows.
    void write(Connection &connection, qint64 import);

    /// The same for one who goes on: names those items that were met since it was called last, and keeps counting.
    void keep(Connection &connection, qint64 import);

    /// Names the items of an import anew, when it left or came back.
    static void choose(Connection &connection, qint64 import);

private:
    struct Candidate {
        std::string name;
        qint64 rows = 0;
    };
    struct Item {
        std::vector<Candidate> candidates; ///< in the order they appeared
        quint32 recent = 0;
        quint32 recentCode = 0; ///< of the recent one's name; 0: unknown
        qint64 recentRows = 0;  ///< of the recent one, not yet among its rows
        bool isTouched = false; ///< among m_touched
        void settle()
        {
            if (recent < candidates.size())
                candidates[recent].rows += recentRows;
            recentRows = 0;
        }
    };
    void count(Item &item, const CodedText &name);
    static constexpr size_t chunkItems = 1024;
    Item &itemOf(qint64 id);

    std::vector<std::unique_ptr<std::array<Item, chunkItems>>> m_chunks; ///< by item id
    std::vector<qint64> m_touched; ///< since names were written
    size_t m_bytes = 0;
};

} // namespace foretrail
