#pragma once

#include "core/behaviour/recommend/ItemSimilarity.h"
#include "core/behaviour/recommend/PopularityRecommenders.h"
#include "core/behaviour/recommend/RecommendRules.h"

#include <mutex>

namespace foretrail {

/// Items in the order that people see, and how many of them the model named; those behind are popular of late, with score 0.
struct ItemList {
    std::vector<quint32> items;
    std::vector<double> scores; ///< of the model, without any boost
    size_t named = 0;
};

/// What the wish for different items cost a list.
struct ListCost {
    double similarityBefore = 0; ///< mean of all pairs, 0 to 1
    double similarityAfter = 0;
    double scoreKept = 1;        ///< sum of the scores, of that of the list by score alone
};

/// A model that was learnt on a log, with all that lists are made from. Learnt once; then any number of threads may ask.
class FittedRecommender {
public:
    /// Learns from the events before `until`. NotFound for a model that is not there; TooShort; Cancelled.
    static Result<std::shared_ptr<const FittedRecommender>> fit(std::shared_ptr<const ShopLog> shop, const QString &model, const LearnOptions &options,
                                                                UtcMs until, JobContext &job);

    const ShopLog &shop() const { return *m_shop; }
    const Recommender &model() const { return *m_model; }
    QString modelName() const { return m_model->name(); }
    UtcMs until() const { return m_until; }
    qint64 learntSteps() const { return qint64(m_sequences->items.size()); }
    ScoreBoard board() const { return ScoreBoard(m_sequences->itemCount); }

    /// The list of a shopper whose scores are on the board; nobody knows anything of one whose board is clear. `cost` is told where
    /// different items are wished for.
    ItemList listOf(const ScoreBoard &board, const ShopperHistory &history, const RuleTable &rules, size_t top, ListCost *cost = nullptr) const;

private:
    struct Candidates {
        std::vector<quint32> items;
        std::vector<double> scores;    ///< of the model
        std::vector<double> relevance; ///< with the boost, descending
    };
    Candidates candidatesOf(const ScoreBoard &board, const ShopperHistory &history, const RuleTable &rules, size_t top) const;
    void fillWithPopular(const ShopperHistory &history, const RuleTable &rules, size_t top, ItemList &list) const;
    const ItemSimilarity &similarity() const;

    std::shared_ptr<const ShopLog> m_shop;
    std::shared_ptr<const ItemSequences> m_sequences;
    std::unique_ptr<Recommender> m_model;
    std::vector<quint32> m_popular; ///< of late, the most popular first
    UtcMs m_until = endOfTime;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const ItemSimilarity> m_similarity; ///< once it is asked for
};

} // namespace foretrail
