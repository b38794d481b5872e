#pragma once

#include "core/data/InteractionLog.h"

#include <QByteArrayView>

#include <span>

namespace foretrail {

/// One thing that a shopper did. Items, categories and sessions are known by a number that follows from their key alone, so that
/// an event read one way is the same as one read another way.
struct ShopperEvent {
    UtcMs time = 0;
    quint32 item = 0;     ///< keyNumber(); 0: none
    quint32 category = 0;
    quint32 session = 0;
    float amount = 0;     ///< of a purchase; NaN: not known
    ItemAction action = ItemAction::Other;
};

/// Never 0 for a key; the same on every machine. Two keys of a million share one with a chance of some hundred pairs.
quint32 keyNumber(QByteArrayView utf8);

/// What known users did, with an item or without: the events of one user behind those of another, oldest first. Returns and corrections
/// are left out, and so are events outside of what the times credibly cover and those of robots.
struct ShopperLog {
    std::vector<ShopperEvent> events;
    std::vector<size_t> starts{0}; ///< of each user, and the end of the last
    std::vector<UserId> users;     ///< ascending
    QString timeZone;
    UtcMs firstTime = 0;           ///< of an event that is here
    UtcMs lastTime = 0;
    CredibleTimes times;           ///< of the whole log: events outside are left out
    RobotUsers robots;             ///< their events are left out
    qint64 strangers = 0;          ///< events of nobody known
    bool hasSessions = false;
    bool hasAmounts = false;

    size_t count() const { return users.size(); }
    std::span<const ShopperEvent> of(size_t user) const { return {events.data() + starts[user], starts[user + 1] - starts[user]}; }
};

} // namespace foretrail
