#pragma once

#include "core/data/Questions.h"
#include "core/data/RobotUsers.h"

namespace foretrail {

/// What a shopper did with an item, as far as it says something of taste.
enum class ItemAction : quint8 { View, Cart, Favourite, Purchase, Other };

/// "view", "cart", "favourite", "purchase" or "other".
QString itemActionName(ItemAction action);

/// The events of a log that name a product, small enough to hold twenty million of them: 24 bytes an event and the keys of the
/// items. Returns and corrections are left out, and so are postage, fees and the like.
struct InteractionLog {
    struct Event {
        UtcMs time = 0;         ///< or the place in the order where the log has no clock
        quint32 item = 0;       ///< a place in itemKeys
        quint32 user = 0;       ///< UserId; 0: not known
        quint32 session = 0;    ///< row of the session; 0: the log names none
        ItemAction action = ItemAction::Other;
    };
    std::vector<Event> events;  ///< oldest first; what the log says of the place in a session settles the order of one moment
    QStringList itemKeys;
    QStringList itemNames;      ///< empty where the log has no names
    bool hasClock = true;       ///< false: times are only an order
    CredibleTimes times;        ///< of the whole log: events outside are left out
    RobotUsers robots;          ///< their events are here, for whoever asks for them, but nothing is learnt from those
    QStringList categoryKeys;
    std::vector<quint32> categories; ///< by item, that of its first event: a place in categoryKeys, or noCategory; empty where none is known
    static constexpr quint32 noCategory = 0xffffffff;
    quint32 categoryOf(quint32 item) const { return item < categories.size() ? categories[item] : noCategory; }

    qint64 itemCount() const { return itemKeys.size(); }
};

} // namespace foretrail
