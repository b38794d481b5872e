#pragma once

#include "core/behaviour/recommend/Recommender.h"

#include <QJsonObject>

namespace foretrail {

/// Which items are taken off a list by rule: those the shopper bought, or all they had to do with.
enum class LeaveOut { Nothing, Bought, Seen };

struct RecommendRequest {
    QString user;       ///< one of these two
    QString session;
    QString model = QStringLiteral("combination");
    int top = 10;
    LeaveOut leaveOut = LeaveOut::Nothing;
    LearnOptions fit;
};

/// An item of the history that a recommendation comes from.
struct RecommendationReason {
    QString item;
    QString name;
    QString action;       ///< what was done with it last
    UtcMs time = 0;
    double share = 0;     ///< of the score, that is lost without it; 0 to 1
    bool removes = false; ///< without it the recommendation is off the list
};

struct RecommendedItem {
    QString item;
    QString name;
    double score = 0;
    bool isOwn = false;     ///< it is in the history
    bool isPopular = false; ///< no model names it: it stands here since it is popular of late
    QList<RecommendationReason> reasons; ///< the strongest first, at most three
};

struct Recommendations {
    QString user;
    QString session;
    QString model;
    bool isColdStart = false; ///< nothing is known of the shopper: what is popular of late
    bool hasClock = true;
    qint64 history = 0;       ///< steps known
    QString note;             ///< in words: what could not be done, or was left out; may be empty
    QList<RecommendedItem> items;
    QJsonObject toJson() const;
};

/// Fits the model on the whole log and tells what comes next for a user or in a session. NotFound, with the nearest keys, for one
/// that is not there; TooShort where no event names an item.
Result<Recommendations> recommendItems(ShopData &data, const RecommendRequest &request, JobContext &job);

} // namespace foretrail
