#pragma once

#include "core/base/Calendar.h"

namespace foretrail {

/// What the meaning of a kind is, as a number; the order is that of core/data/KindMeanings.
enum class EventMeaning : quint8 { View, Cart, Favourite, Purchase, Return, Adjustment, Other };

/// What a figure needs of an event, in 32 bytes, so that twenty million fit into memory.
struct EventRecord {
    UtcMs time = 0;
    double amount = 0; ///< 0 where there is none
    quint32 tag = 0;
    quint32 item = 0, category = 0, session = 0; ///< 0: none

    static constexpr quint32 usersInBlock = 4096;
    quint32 user() const { return tag & (usersInBlock - 1); } ///< in its block
    EventMeaning meaning() const { return EventMeaning((tag >> 12) & 7); }
    bool hasClock() const { return tag & 0x8000; }
    bool isNew() const { return tag & 0x10000; }
    static quint32 tagOf(quint32 user, EventMeaning meaning, bool hasClock, bool isNew)
    {
        return (user & (usersInBlock - 1)) | (quint32(meaning) << 12) | (hasClock ? 0x8000U : 0U) | (isNew ? 0x10000U : 0U);
    }
};
static_assert(sizeof(EventRecord) == 32);

} // namespace foretrail
