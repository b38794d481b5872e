#pragma once

#include "core/behaviour/recommend/ItemNetworkTraining.h"
#include "core/behaviour/recommend/Recommender.h"

namespace foretrail {

/// A recurrent network over the items of a sequence (GRU4Rec of Hidasi et al. 2016, with tied items of unit length). Names the
/// `mostNamed` likeliest items; none that the training does not hold. Needs OpenBLAS: Unsupported where it is not there.
class NetworkRecommender : public Recommender {
public:
    static constexpr size_t mostNamed = 1000;

    explicit NetworkRecommender(ItemCell cell, ItemLoss loss = ItemLoss::CrossEntropy)
    {
        m_settings.cell = cell;
        m_settings.loss = loss;
    }
    explicit NetworkRecommender(const ItemNetworkSettings &settings) : m_settings(settings) {}
    /// "gru" or "lstm", with "-bpr-max" behind it where that is its loss.
    QString name() const override;
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;
    /// Compares the states of many queries with all items at once.
    void scoreEach(std::span<const NextItemQuery> queries, ScoreBoard &board, const std::function<void(size_t)> &take) const override;

private:
    std::vector<quint32> knownOf(const NextItemQuery &query) const;
    void raiseOwn(std::span<const quint32> items, std::span<float> cosines) const;
    void nameBest(std::span<const float> cosines, ScoreBoard &board) const;

    ItemNetworkSettings m_settings;
    ItemNetwork m_network;
    std::vector<bool> m_isKnown;    ///< items with a step, by item
    std::vector<quint32> m_known;   ///< the same, one behind the other
    std::vector<float> m_unitItems; ///< of those
};

class GruRecommender : public NetworkRecommender {
public:
    GruRecommender() : NetworkRecommender(ItemCell::Gru) {}
};

class LstmRecommender : public NetworkRecommender {
public:
    LstmRecommender() : NetworkRecommender(ItemCell::Lstm) {}
};

class GruBprMaxRecommender : public NetworkRecommender {
public:
    GruBprMaxRecommender() : NetworkRecommender(ItemCell::Gru, ItemLoss::BprMax) {}
};

} // namespace foretrail
