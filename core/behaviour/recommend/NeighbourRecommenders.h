#pragma once

#include "core/behaviour/recommend/ItemNeighbours.h"

namespace foretrail {

/// What came after the last item: each step up to `window` behind it counts 1 / steps between (sequential rules of Ludewig and
/// Jannach 2018). An item is not its own successor.
class MarkovRecommender : public Recommender {
public:
    explicit MarkovRecommender(int window = 10) : m_window(size_t(window)) {}
    QString name() const override { return QStringLiteral("markov"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;

private:
    size_t m_window;
    ItemNeighbours m_after;
};

/// Items that stand in the same sequences as those of the query: n_ij / sqrt((n_i + 20) (n_j + 20)), where n counts sequences, as
/// the baseline of Hidasi et al. 2016. The last item of the query counts fully, the one before it 0.7, and so on.
class ItemKnnRecommender : public Recommender {
public:
    static constexpr double shrinkage = 20;
    static constexpr double decay = 0.7;
    QString name() const override { return QStringLiteral("item-knn"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;

private:
    ItemNeighbours m_beside;
};

/// Where a walk of two steps over those items leads, from the last three items of the query: also to items that were never seen
/// together with them. Each step takes one of the `width` nearest, in proportion to how near they are; the last item of the query
/// counts fully, the one before it 0.7, the one before that 0.49.
class ItemWalkRecommender : public Recommender {
public:
    static constexpr size_t width = 30;
    static constexpr size_t beginnings = 3;
    QString name() const override { return QStringLiteral("item-walk"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;

private:
    ItemNeighbours m_beside; ///< shares of the nearest, which sum to 1
};

} // namespace foretrail
