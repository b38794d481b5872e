#pragma once

#include "core/behaviour/recommend/RecommendItems.h"
#include "core/behaviour/recommend/ResponseBands.h"
#include "core/data/UserSet.h"

namespace foretrail {

/// What counts as a response: any event with the item, or a purchase of it.
enum class Response { Any, Purchase };

/// Who should see an item, or the items of a category.
struct AudienceRequest {
    QString item;      ///< one of these two
    QString category;
    int top = 100;
    int horizonDays = 0; ///< 0: 30, but at most a fifth of the time of the log
    Response response = Response::Any;
    LeaveOut leaveOut = LeaveOut::Nothing; ///< users who bought it, or had to do with it, are not asked
    std::shared_ptr<const UserSet> users;  ///< empty: all
    int workers = 0;
};

struct AudienceUser {
    UserId id;
    QString key;
    double score = 0;
    UtcMs lastTime = 0;  ///< of the last event with an item
    int band = -1;       ///< in `bands`; -1 where no rate can be told
    ShareEstimate expected;
};

/// Users in the order of their scores, with what users of the same place in the order did in the last days: the model of that test
/// learnt from everything before them, so that nothing of what came behind is in its scores.
struct Audience {
    QString item;
    QString name;        ///< of the item, may be empty
    QString category;
    QString model;
    Response response = Response::Any;
    int horizonDays = 0;
    UtcMs cutOff = 0;
    bool isCalibrated = false; ///< otherwise the order alone can be told
    qint64 asked = 0;          ///< users in the order
    qint64 scored = 0;         ///< of them with a score above 0
    qint64 leftOut = 0;        ///< by the rule
    qint64 strayTimes = 0;     ///< events of the log left out for their times
    qint64 robots = 0;         ///< users who are neither learnt from nor on the list
    qint64 testUsers = 0;      ///< that the rates are of
    qint64 responders = 0;
    ShareEstimate everybody;   ///< picking at random
    ShareEstimate topRate;     ///< of as many of the first users of the test as the list has
    double lift = 0;           ///< topRate / everybody; NaN where nobody responded
    QList<ResponseBand> bands;
    QList<AudienceUser> users; ///< at most `top`
    QString note;              ///< in words; may be empty
    QString sentence() const;
    QJsonObject toJson() const;
};

/// Responses that a rate needs at least.
inline constexpr qint64 leastResponders = 10;
/// Users of the test at most, drawn by their ids.
inline constexpr qint64 mostTestUsers = 100'000;

/// Days that the test leaves to respond in.
int audienceHorizon(const ShopLog &shop, int asked);
/// The time that parts what the test learns from and what it looks for.
UtcMs audienceCutOff(const ShopLog &shop, int horizonDays);

/// The score of each of `users` (rows) for the item or the items of the category, by their histories before `fitted.until()`.
/// 0: the model does not name it for them. The same for any number of workers. Cancelled.
Result<std::vector<double>> audienceScores(const FittedRecommender &fitted, const std::vector<quint32> &users, const AudienceRequest &request, JobContext &job);

/// `now` learnt from everything, `before` from what lies before the cut-off; without it the order alone is told. `users`: those of
/// the workspace. NotFound for an item or a category that is not there; TooShort without users.
Result<Audience> audienceFrom(const FittedRecommender &now, const FittedRecommender *before, const QList<UserRow> &users, const AudienceRequest &request, JobContext &job);

/// The same from the workspace: learns both models.
Result<Audience> audienceOf(ShopData &data, const AudienceRequest &request, const QString &model, const LearnOptions &options, JobContext &job);
/// The same with models that are kept in the process.
class RecommenderStore;
Result<Audience> audienceOf(RecommenderStore &store, ShopData &data, const AudienceRequest &request, const QString &model, const LearnOptions &options,
                            JobContext &job);

} // namespace foretrail
