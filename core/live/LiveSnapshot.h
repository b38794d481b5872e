#pragma once

#include "core/behaviour/recommend/RecommendItems.h"
#include "core/live/LiveToday.h"
#include "core/live/LiveUser.h"

namespace foretrail {

/// A user who is about, as people see it.
struct ToldUser {
    LiveUser user;
    QString key;
    QString lastItem;            ///< its name, or its key
    QList<RecommendedItem> next; ///< the first few; of the users who came last with the events that lead to them
    QString why;                 ///< what speaks for and against a purchase; of the users who came last
    QJsonObject toJson() const;
};

struct LiveAlert {
    UtcMs time = 0;     ///< by the shop's clock
    QString kind;       ///< "feed", "rejects", "silence", "today", "drift", "input"
    QString text;
};

/// Users who did so within the last hour of the shop's clock.
struct HourFunnel {
    qint64 users = 0; ///< who did anything
    qint64 viewed = 0, carted = 0, bought = 0;
    bool hasViews = false, hasCarts = false, hasPurchases = false; ///< kinds of events that this shop has shown so far
};

/// What goes on in a shop at a moment: a value, handed from the thread of the feed to whoever shows it.
struct LiveSnapshot {
    UtcMs now = 0;                 ///< of the shop's clock: that of the events
    WallMs wall = 0;               ///< the same on the calendar of the shop
    std::vector<double> rate;      ///< events stored in each of the last seconds of the wall clock, the latest last
    qint64 online = 0;             ///< users with an event within the last minutes
    qint64 running = 0;            ///< visits that are not over
    HourFunnel funnel;
    TodayReading today;
    QList<ToldUser> sessions;      ///< visits that are not over: who is likeliest to buy first, at most LiveShop::mostTold
    QList<ToldUser> newest;        ///< recommendations with the events that lead to them, for users who came since the snapshot before, the latest first
    QStringList about;             ///< keys of users with events since the snapshot before, at most LiveShop::mostAbout, the latest last
    std::optional<ToldUser> watched; ///< whom somebody looks at, with reasons; none where the visit is over
    QList<LiveAlert> alerts;       ///< the latest first
    qint64 profiles = 0;           ///< updates of profiles so far
    double usualUpdateMs = missing, slowUpdateMs = missing; ///< from the event's arrival to the profile: median and 99 of 100, of the latest ten thousand
    qint64 heldEvents = 0;         ///< in memory
    double drift = 0;              ///< how far the forecasts of days are from being what they were, 0 to 1
    QStringList untold;            ///< what cannot be told and why
    bool hasModels = false;
    QString recommender;           ///< that names next items; empty: none
    qint64 horizonDays = 0;        ///< that purchases are expected within
    QString learning;              ///< how far it is with what users do next; empty where nothing is learnt now
    QJsonObject toJson() const;
};

} // namespace foretrail
