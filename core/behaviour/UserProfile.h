#pragma once

#include "core/behaviour/UserOutlook.h"
#include "core/behaviour/intent/KeptIntent.h"
#include "core/behaviour/segments/UserStanding.h"
#include "core/data/Questions.h"
#include "core/models/Forecaster.h"

#include <QJsonObject>

#include <array>

namespace foretrail {

struct NamedCount { QString key; QString name; qint64 count = 0; double value = 0; };

/// One visit: events of one session of the log, or with no more than the session gap between them.
struct UserSession {
    UtcMs start = 0, end = 0;
    qint64 events = 0;
    qint64 purchases = 0;
    double value = 0; ///< net sum of amounts
    QString key;      ///< in the log; empty: told by gaps
};

/// Everything the Customers page and `profile` show of one user.
struct UserProfile {
    UserRow user;
    double recencyDays = 0;   ///< from the last purchase (the last event where there is none) to logEnd; NaN without a credible time
    double averageBasket = missing; ///< net value per order
    double usualGapDays = missing;  ///< median of the gaps between purchases
    QList<NamedCount> kinds;        ///< events by kind, most frequent first
    QList<NamedCount> topItems;     ///< at most 10, by value where the log has amounts, else by count
    QList<NamedCount> topCategories;
    QList<KeyAttribute> attributes; ///< what imported tables say of the user, and the usual values of attributes of their events
    QList<UserEvent> events;        ///< whose times are credible, oldest first
    qint64 strayTimes = 0;          ///< events left out of them: they are in the totals
    DaySpan days;                   ///< that the times of the log credibly cover
    UtcMs logEnd = 0;               ///< the last credible moment of the log
    Series activity;                ///< events a step (week for long histories, day for short ones)
    Forecast activityForecast;      ///< of `activity`; empty when there is too little
    QString activityModel;
    QList<UserSession> sessions;    ///< oldest first
    std::array<std::array<qint64, 24>, 7> clock{}; ///< events by weekday (Monday first) and hour, on the calendar of the workspace
    Series spend;                   ///< net amount a step of `activity`; empty without amounts
    Forecast spendForecast;
    QString spendModel;
    UserStanding standing;          ///< among all users; not known until somebody asks: userStanding()
    UserOutlook outlook;            ///< whether the user stays; empty until somebody asks a model: userOutlook()
    IntentOutlook intent;           ///< whether the user buys soon; empty until somebody asks a model: intentOutlook()
    QString note;                   ///< why something is missing, in words; may be empty
    QJsonObject toJson() const;
};

/// `known` and `knownTimes`: the summary and the times of the data, where the caller has them; counting users anew takes as long as all else in
/// a large workspace.
Result<UserProfile> userProfile(ShopData &data, const QString &userKey, JobContext &job, const DataSummary *known = nullptr,
                                const CredibleTimes *knownTimes = nullptr);

/// The visits of a user from events in order of time. Those without a session of the log end after `gapMs` of silence.
QList<UserSession> sessionsOf(const QList<UserEvent> &events, qint64 gapMs);

} // namespace foretrail
