#pragma once

#include "core/data/Workspace.h"

namespace foretrail {

/// What users did, event by event, small enough to hold twenty million: 24 bytes an event. Unlike InteractionLog it also has events
/// that name no product. Corrections of amounts (meaning adjustment) are left out: nobody did them. Read once, asked many times.
struct UserEventLog {
    struct Event {
        UtcMs time = 0;          ///< or the place in the order where the log has no clock
        quint32 user = 0;        ///< UserId; 0: not known
        quint32 session = 0;     ///< row of the session; 0: none
        quint32 item = 0;        ///< ItemId; 0: none
        quint32 kind : 12 = 0;   ///< a place in kinds
        quint32 category : 20 = 0; ///< row of the category; 0: none
    };
    struct Kind {
        QString key;
        QString meaning; ///< view, cart, favourite, purchase, return, other
        qint64 events = 0;
        bool operator==(const Kind &) const = default;
    };
    static constexpr int mostKinds = 4095; ///< rarer ones share the last place

    std::vector<Event> events; ///< oldest first; of one moment by their positions, then as in the log. With a user or a session
    QList<Kind> kinds;         ///< that are in the log, the most frequent first
    qint64 anonymous = 0;      ///< events without user and session, which are left out
    bool hasClock = true;      ///< false: times are only an order
    CredibleTimes times;       ///< of the whole log: events outside are left out
    bool hasUsers = false;
    bool hasSessions = false;
    bool hasItems = false;
    bool hasCategories = false;
    QString timeZone;          ///< IANA name of the calendar that days are cut by

    bool isPurchase(const Event &event) const { return kinds[event.kind].meaning == QStringLiteral("purchase"); }
    /// The places of the kinds of that meaning.
    std::vector<bool> kindsMeaning(const QString &meaning) const;
};

/// One pass over the log. Cancelled.
Result<UserEventLog> readUserEvents(Workspace &workspace, JobContext &job);

enum class EventThing { Item, Category };
/// The id that events carry for a key. NotFound, with the nearest keys named.
Result<quint32> eventThingId(Workspace &workspace, EventThing thing, const QString &key);
/// What people call these: the key, of an item with its name where it has one.
Result<QStringList> eventThingNames(Workspace &workspace, EventThing thing, const std::vector<quint32> &ids);

} // namespace foretrail
