#pragma once

#include "core/behaviour/recommend/FittedRecommender.h"

#include <QJsonObject>

#include <optional>

namespace foretrail {

/// What a list is to be like, whoever it is for.
struct ListWishes {
    int top = 10;
    bool withReasons = true;
};

struct RecommendRequest {
    QString user;       ///< one of these two
    QString session;
    QString model = QStringLiteral("combination");
    int top = 10;
    RecommendRules rules;
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
    QString category;
    QList<RecommendationReason> reasons; ///< the strongest first, at most three
};

/// A step of the history, for people.
struct HistoryStep {
    QString item;
    QString name;
    QString action;
    UtcMs time = 0;
};

struct Recommendations {
    QString user;
    QString session;
    QString model;
    bool isColdStart = false; ///< nothing is known of the shopper: what is popular of late
    bool hasClock = true;
    bool hasReasons = true;   ///< otherwise nobody asked for them
    qint64 history = 0;       ///< steps known
    qint64 strayTimes = 0;    ///< events of the log left out for their times
    qint64 robots = 0;        ///< users of whom nothing was learnt
    QString note;             ///< in words: what could not be done, or was left out; may be empty
    QList<RecommendedItem> items;
    QList<HistoryStep> lastSteps; ///< the last ones, the latest first
    std::optional<ListCost> cost; ///< where different items were wished for
    QJsonObject toJson() const;
};

/// Steps of the history that a list tells.
inline constexpr size_t mostToldSteps = 12;

/// The items of a list of listOf(), with their names and, `withReasons`, the steps of the history that they come from. Cancelled.
Result<QList<RecommendedItem>> toldItems(const FittedRecommender &fitted, const ShopperHistory &history, const RuleTable &rules, const ItemList &list,
                                         bool withReasons, JobContext &job);

/// What comes next for a shopper of the log; at once, since nothing is learnt. Cancelled.
Result<Recommendations> recommendFor(const FittedRecommender &fitted, const Shopper &shopper, const RuleTable &rules, const ListWishes &wishes, JobContext &job);

/// The row of a user or of a session; NotFound with the nearest keys.
Result<Shopper> shopperOf(ShopData &data, const QString &user, const QString &session);

/// What comes next by a model that was learnt before. Errors as of recommendItems().
Result<Recommendations> recommendBy(const FittedRecommender &fitted, ShopData &data, const RecommendRequest &request, bool withReasons, JobContext &job);

/// Learns on the whole log and tells what comes next for a user or in a session. NotFound, with the nearest keys, for one that is
/// not there; TooShort where no event names an item; errors of the rules.
Result<Recommendations> recommendItems(ShopData &data, const RecommendRequest &request, JobContext &job);

/// Why an item stands on the list, in one line: "since Lamp 45 %; Vase 20 %".
QString reasonText(const RecommendedItem &item);

} // namespace foretrail
