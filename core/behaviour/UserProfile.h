#pragma once

#include "core/behaviour/UserOutlook.h"
#include "core/data/Questions.h"
#include "core/models/Forecaster.h"

#include <QJsonObject>

namespace foretrail {

struct NamedCount { QString key; QString name; qint64 count = 0; double value = 0; };

/// Everything the Customers page and `profile` show of one user.
struct UserProfile {
    UserRow user;
    double recencyDays = 0;   ///< from the last purchase (the last event where there is none) to the end of the data
    double averageBasket = missing; ///< net value per order
    double usualGapDays = missing;  ///< median of the gaps between purchases
    QList<NamedCount> kinds;        ///< events by kind, most frequent first
    QList<NamedCount> topItems;     ///< at most 10, by value where the log has amounts, else by count
    QList<NamedCount> topCategories;
    QList<KeyAttribute> attributes; ///< what imported tables say of the user
    QList<UserEvent> events;        ///< oldest first
    Series activity;                ///< events a step (week for long histories, day for short ones)
    Forecast activityForecast;      ///< of `activity`; empty when there is too little
    QString activityModel;
    UserOutlook outlook;            ///< whether the user stays; empty until somebody asks a model: userOutlook()
    QString note;                   ///< why something is missing, in words; may be empty
    QJsonObject toJson() const;
};

Result<UserProfile> userProfile(ShopData &data, const QString &userKey, JobContext &job);

} // namespace foretrail
