#pragma once

#include "core/behaviour/recommend/ItemOccurrences.h"
#include "core/behaviour/recommend/Recommender.h"

namespace foretrail {

struct SessionKnnSettings {
    int candidates = 2000;      ///< sequences compared: those that ended last among all that share an item
    int neighbours = 200;       ///< of them, the most similar
    double reach = 5;           ///< steps; an item e^-1 as much for each `reach` steps it stands from the one that is shared. 0: all the same
    double memory = 0.5;        ///< share of all sequences; one that lies so far back counts e^-1 as much. 0: all the same
    bool isRare = true;         ///< rare items count more: log(sequences / those with the item)
};

/// What happened next in sequences like this one: V-SKNN of Ludewig and Jannach 2018 with the weights by distance and by age of
/// STAN (Garg et al. 2019). The item at position p of s of the query weighs p / s; a sequence n is as similar as the weights of
/// the items that it shares / sqrt(s |n|); its items count by the similarity, by 1 - 0.1 for each step from the end of the query to
/// the latest shared item (none from ten steps on), and by the settings.
class SessionKnnRecommender : public Recommender {
public:
    explicit SessionKnnRecommender(const SessionKnnSettings &settings = {}) : m_settings(settings) {}
    QString name() const override { return QStringLiteral("session-knn"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;

private:
    struct Neighbour {
        float similarity;
        quint32 sequence;
    };
    class Query;
    std::vector<quint32> candidatesOf(const Query &query, std::vector<float> &shared) const;
    std::vector<Neighbour> neighboursOf(const Query &query) const;
    void addItems(const Query &query, const Neighbour &neighbour, ScoreBoard &board) const;

    SessionKnnSettings m_settings;
    std::shared_ptr<const ItemSequences> m_sequences;
    std::unique_ptr<ItemOccurrences> m_occurrences;
    std::vector<float> m_rarity; ///< by item
    std::vector<float> m_reach;  ///< by steps from the shared item
};

} // namespace foretrail
