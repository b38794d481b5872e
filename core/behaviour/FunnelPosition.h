#pragma once

#include "core/data/Questions.h"

#include <QJsonObject>

namespace foretrail {

/// How far a user came lately on the way from looking to buying, by what the kinds of their events mean. Lately: in the 30 days to
/// their last event; in their last 50 events where the log has no clock.
struct FunnelPosition {
    struct Stage {
        QString meaning; ///< view, cart, purchase
        qint64 events = 0;
        bool operator==(const Stage &) const = default;
    };
    QList<Stage> stages;       ///< all three, in their order; empty where there is no event
    int reached = -1;          ///< the furthest stage with an event; -1: none
    UtcMs from = 0, to = 0;    ///< of what was looked at
    qint64 openItems = 0;      ///< put into the cart and not bought since
    qint64 viewsSince = 0;     ///< after the last purchase
    bool hasClock = true;

    QString sentence() const;
    QJsonObject toJson() const;
};

/// From the events of a user, oldest first.
FunnelPosition funnelPosition(const QList<UserEvent> &events, bool hasClock);

/// What people call the meaning of a kind on this way.
QString stageTitle(const QString &meaning);

} // namespace foretrail
