#pragma once

#include "core/advertising/AdPolicy.h"
#include "core/data/CampaignStore.h"

namespace foretrail {

/// "The users of a segment, those who bought or saw a category, or all: show them this item."
struct CampaignRule {
    enum class When { Always, Segment, Bought, Seen };
    QString item;
    When when = When::Always;
    QString what; ///< key of a segment (rfm:loyal, or the name of a saved one) or of a category

    QJsonObject toJson() const; ///< {"item": "A", "bought": "lamps"}
    static Result<CampaignRule> fromJson(const QJsonObject &json);
    /// The JSON of "ITEM", "ITEM:bought:CATEGORY", "ITEM:seen:CATEGORY" or "ITEM:segment:KEY", whose key may hold colons itself. Not checked.
    static QJsonObject jsonOfText(const QString &said);
    bool operator==(const CampaignRule &) const = default;
};

/// What makes a showing worth 1; everything else is worth 0.
enum class AdReward {
    Click,   ///< any event of the user with the item within the window after the showing
    Purchase ///< a purchase of it
};

/// What is advertised, to whom, and how it is decided. Never changed once it has a name in a workspace.
struct Campaign {
    QString name;
    QStringList items;             ///< keys; arms in the words of the field
    qint64 budget = 1000;          ///< showings in all
    qint64 perUser = 3;            ///< showings to one user; 0: no limit but the budget
    QString audience;              ///< key of a segment; empty: everybody
    PolicySettings policy;
    QList<CampaignRule> rules;     ///< the first that holds counts; read by the policy rules
    QString model;                 ///< recommender whose scores are logged with each decision; empty: none are made
    AdReward reward = AdReward::Click;
    double windowHours = 24;
    quint64 seed = 1;
    QStringList categories;        ///< of the items, as they were when the campaign was added: features of users speak of them
    std::vector<int> categoryOf;   ///< of each item, a place in categories; -1: none

    qint64 id = 0;                 ///< in the workspace; not in the JSON, as the next
    QDateTime created;

    QJsonObject toJson() const;
    /// InvalidInput with what is wrong and what there is instead.
    static Result<Campaign> fromJson(const QJsonObject &json);
    static Result<Campaign> from(const StoredCampaign &stored);

    int armCount() const { return int(items.size()); }
    /// What the numbers of AdContext::features are: constant, recency, activity, purchases, purchase share, then one for each category.
    QStringList featureNames() const;
    /// Place of the feature of the category of an item; -1: none.
    int featureOf(int arm) const;
    /// The campaign's policy, or another by its name, before it has learnt anything. InvalidInput for rules without rules and for score without a model.
    Result<std::unique_ptr<AdPolicy>> makePolicy(const QString &other = {}) const;
};

inline constexpr int mostCampaignItems = 100;

} // namespace foretrail
