#include "core/behaviour/recommend/RecommendEvaluation.h"
#include "core/behaviour/recommend/RecommendItems.h"

#include <QDateTime>
#include <QJsonArray>

namespace foretrail {
namespace {

QJsonObject rankingJson(const RankingFigures &figures)
{
    return {{QStringLiteral("recall"), figures.recall},         {QStringLiteral("hit_rate"), figures.recall},
            {QStringLiteral("recall_error"), figures.recallError}, {QStringLiteral("mrr"), figures.mrr},
            {QStringLiteral("ndcg"), figures.ndcg},             {QStringLiteral("coverage"), figures.coverage},
            {QStringLiteral("diversity"), figures.diversity},   {QStringLiteral("novelty"), figures.novelty},
            {QStringLiteral("popularity"), figures.popularity}};
}

QJsonObject modelJson(const RecommenderScores &scores, int k)
{
    QJsonObject json = rankingJson(scores.atK(k));
    QJsonObject at;
    for (const RankingFigures &figures : scores.at)
        at.insert(QString::number(figures.k), rankingJson(figures));
    json.insert(QStringLiteral("at"), at);
    json.insert(QStringLiteral("fit_seconds"), scores.fitSeconds);
    json.insert(QStringLiteral("rank_seconds"), scores.rankSeconds);
    json.insert(QStringLiteral("rank_processor_seconds"), scores.rankProcessor);
    if (!scores.weights.isEmpty()) {
        QJsonObject weights;
        for (const MemberWeight &weight : scores.weights)
            weights.insert(weight.member, weight.weight);
        json.insert(QStringLiteral("weights"), weights);
    }
    if (!scores.note.isEmpty())
        json.insert(QStringLiteral("note"), scores.note);
    return json;
}

QJsonObject recommendedJson(const RecommendedItem &item, bool hasClock)
{
    QJsonArray reasons;
    for (const RecommendationReason &reason : item.reasons) {
        QJsonObject json{{QStringLiteral("item"), reason.item},   {QStringLiteral("name"), reason.name},
                         {QStringLiteral("action"), reason.action}, {QStringLiteral("share"), reason.share},
                         {QStringLiteral("removes"), reason.removes}};
        if (hasClock)
            json.insert(QStringLiteral("time"), QDateTime::fromMSecsSinceEpoch(reason.time).toUTC().toString(Qt::ISODate));
        reasons.append(json);
    }
    return {{QStringLiteral("item"), item.item}, {QStringLiteral("name"), item.name},         {QStringLiteral("score"), item.score},
            {QStringLiteral("own"), item.isOwn}, {QStringLiteral("popular"), item.isPopular}, {QStringLiteral("category"), item.category},
            {QStringLiteral("reasons"), reasons}};
}

} // namespace

QJsonObject Recommendations::toJson() const
{
    QJsonArray list;
    for (const RecommendedItem &item : items)
        list.append(recommendedJson(item, hasClock));
    QJsonObject json{{QStringLiteral("model"), model},     {QStringLiteral("cold_start"), isColdStart}, {QStringLiteral("history"), history},
                     {QStringLiteral("items"), list}, {QStringLiteral("stray_times"), strayTimes}, {QStringLiteral("robots"), robots},
                     {QStringLiteral("note"), note}};
    if (cost)
        json.insert(QStringLiteral("diversity"), QJsonObject{{QStringLiteral("similarity_before"), cost->similarityBefore},
                                                             {QStringLiteral("similarity"), cost->similarityAfter},
                                                             {QStringLiteral("score_kept"), cost->scoreKept}});
    json.insert(user.isEmpty() ? QStringLiteral("session") : QStringLiteral("user"), user.isEmpty() ? session : user);
    return json;
}

QJsonObject RecommendReport::toJson() const
{
    QJsonObject perModel;
    for (const RecommenderScores &scores : models)
        perModel.insert(scores.model, modelJson(scores, k));
    return {{QStringLiteral("cases"), cases},     {QStringLiteral("unseen"), unseen}, {QStringLiteral("k"), k},
            {QStringLiteral("sequences"), sequences}, {QStringLiteral("steps"), steps},   {QStringLiteral("models"), perModel},
            {QStringLiteral("sentence"), sentence()}, {QStringLiteral("threads"), threads}, {QStringLiteral("robots"), robots.users.count()}, {QStringLiteral("notes"), QJsonArray::fromStringList(notes())}};
}

} // namespace foretrail
