#pragma once

#include "core/data/HashSet64.h"
#include "core/data/ScratchFile.h"

#include <vector>

namespace foretrail {

/// User and item of a sale or a return as one number.
inline quint64 returnPair(qint64 user, qint64 item) { return (quint64(user) << 32) ^ quint64(item); }
/// More pairs with a return than this are matched in parts.
inline constexpr size_t returnsAtOnce = 500'000;

/// The sales and returns of a load that is all there is, noted as its rows pass: at its end the rows that may belong to a
/// reversal are fetched by their ids, and no other row is read. Four bytes a row, beyond a megabyte in a scratch file.
class MoveLog {
public:
    /// `folder` gets the file; ids of rows begin with `firstId` and grow, with few gaps.
    MoveLog(QString folder, qint64 firstId)
        : m_file(std::move(folder), QStringLiteral("moves")), m_firstId(firstId), m_nextId(firstId)
    {
    }

    /// This row is a sale or a return by a user of an item. Other rows need not be told.
    void add(qint64 id, quint64 pair, bool isReturn)
    {
        if (isReturn && isWhole())
            m_pairs.insert(pair);
        while (m_nextId < id)
            push(0);
        push(markOf(pair));
    }

    /// False when there are too many returns to know them all.
    bool isWhole() const { return m_pairs.size() < returnsAtOnce; }
    bool hasReturn(quint64 pair) const { return m_pairs.contains(pair); }
    /// Calls `use` with the ids of all rows whose pair has a return, in their order; of ten thousand others it takes one for
    /// such a row. Ends early, and is false then, when `use` says so.
    template<class Use>
    bool forEach(const Use &use)
    {
        HashSet64 wanted;
        m_pairs.forEach([&](quint64 pair) { wanted.insert(markOf(pair)); });
        std::vector<quint32> marks(blockMarks);
        qint64 id = m_firstId;
        for (qint64 at = 0; at < m_file.size(); at += qint64(marks.size() * sizeof(quint32))) {
            m_file.read(at, marks.data(), qint64(marks.size() * sizeof(quint32)));
            if (!lookThrough(marks, wanted, id, use))
                return false;
        }
        return lookThrough(m_block, wanted, id, use);
    }

private:
    static constexpr size_t blockMarks = (size_t(1) << 20) / sizeof(quint32);

    static quint32 markOf(quint64 pair) { return std::max(quint32(mixBits(pair) >> 32), quint32(1)); }
    void push(quint32 mark)
    {
        ++m_nextId;
        m_block.push_back(mark);
        if (m_block.size() < blockMarks)
            return;
        m_file.append(m_block.data(), qint64(m_block.size() * sizeof(quint32)));
        m_block.clear();
    }
    template<class Use>
    static bool lookThrough(const std::vector<quint32> &marks, const HashSet64 &wanted, qint64 &id, const Use &use)
    {
        for (quint32 mark : marks) {
            if (mark != 0 && wanted.contains(mark) && !use(id))
                return false;
            ++id;
        }
        return true;
    }

    ScratchFile m_file;
    qint64 m_firstId, m_nextId;
    std::vector<quint32> m_block;
    HashSet64 m_pairs; ///< with a return
};

} // namespace foretrail
