#pragma once

#include "core/behaviour/FunnelPosition.h"
#include "core/behaviour/UserActivity.h"
#include "core/behaviour/UserOutlook.h"
#include "core/behaviour/intent/KeptIntent.h"
#include "core/behaviour/segments/UserStanding.h"
#include "core/data/Questions.h"
#include "core/models/Forecaster.h"

#include <QJsonObject>

namespace foretrail {

struct NamedCount { QString key; QString name; qint64 count = 0; double value = 0; };

/// One visit: events of one session of the log, or with no more than the session gap between them.
struct UserSession {
    UtcMs start = 0, end = 0;
    qint64 events = 0;
    qint64 purchases = 0;
    qint64 items = 0; ///< distinct
    double value = 0; ///< net sum of amounts
    QString key;      ///< in the log; empty: told by gaps
};

/// Everything the Customers page and `profile` show of one user.
struct UserProfile {
    UserRow user;
    double recencyDays = 0;   ///< from the last purchase (the last event where there is none) to logEnd; NaN without a credible time, or
                              ///< where the last purchase is not among events that were read
    double averageBasket = missing; ///< net value per order
    double usualGapDays = missing;  ///< median of the gaps between purchases
    QList<NamedCount> kinds;        ///< events by kind, most frequent first
    QList<NamedCount> topItems;     ///< at most 10, by value where the log has amounts, else by count
    QList<NamedCount> topCategories;
    QList<KeyAttribute> attributes; ///< what imported tables say of the user, and the usual values of attributes of their events
    QList<UserEvent> events;        ///< whose times are credible, oldest first; of very many the latest, see isShortened()
    qint64 unread = 0;              ///< events before those that were read whole
    qint64 strayTimes = 0;          ///< events left out for their times, of all: they are in the totals
    DaySpan days;                   ///< that the times of the log credibly cover
    UtcMs logEnd = 0;               ///< the last credible moment of the log
    Series activity;                ///< events a step (week for long histories, day for short ones)
    Forecast activityForecast;      ///< of `activity`; empty when there is too little
    QString activityModel;
    QList<UserSession> sessions;    ///< oldest first
    WeekClock clock{};
    FunnelPosition funnel;
    Series spend;                   ///< net amount a step of `activity`; empty without amounts
    Forecast spendForecast;
    QString spendModel;
    UserStanding standing;          ///< among all users; not known until somebody asks: userStanding()
    UserOutlook outlook;            ///< whether the user stays; empty until somebody asks a model: tellOutlook()
    double forecastActive = missing; ///< P(active) that both forecasts were weighted with; NaN: they suppose that the user stays
    IntentOutlook intent;           ///< whether the user buys soon; empty until somebody asks a model: intentOutlook()
    QString note;                   ///< why something is missing, in words; may be empty
    /// Kinds, items, categories, sessions, spend, timeline and chances are of the latest events alone; first and last seen, the headline
    /// figures, activity and hours are of all.
    bool isShortened() const { return unread > 0; }
    QJsonObject toJson() const;
};

struct ProfileOptions {
    const DataSummary *summary = nullptr; ///< where the caller has it: counting users anew takes as long as all else in a large workspace
    const CredibleTimes *times = nullptr; ///< of the log, where the caller has them
    qint64 mostEvents = -1;               ///< the latest are read whole, those before only counted; a negative number: all are read
};

/// Events that a window reads whole. Robots and resellers have more; each event before costs a look somewhere else in the file.
inline constexpr qint64 mostShownEvents = 10'000;

/// NotFound with the nearest keys, Cancelled.
Result<UserProfile> userProfile(ShopData &data, const QString &userKey, JobContext &job, const ProfileOptions &options = {});

/// Tells in a profile whether the user stays: forecasts of activity and spend allow for a user who is gone. Once a profile.
void tellOutlook(UserProfile &profile, UserOutlook outlook);
/// What the forecasts of a profile allow for, in words; empty where there are none.
QString forecastWords(const UserProfile &profile);

/// The visits of a user from events in order of time. Those without a session of the log end after `gapMs` of silence.
QList<UserSession> sessionsOf(const QList<UserEvent> &events, qint64 gapMs);

} // namespace foretrail
