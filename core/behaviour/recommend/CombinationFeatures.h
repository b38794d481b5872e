#pragma once

#include "core/behaviour/recommend/ChoiceModel.h"
#include "core/behaviour/recommend/PopularityRecommenders.h"

namespace foretrail {

/// Candidates for the next item, each with what the members say of it and what the query itself does.
struct DescribedCandidates {
    std::vector<quint32> items;
    std::vector<float> features; ///< of each item, one behind the other
};

/// The members of a combination and the numbers that it weighs. Of each member: the share of its scores that an item has, the
/// logarithm of that, and the same again where the query is one item. Of all: how popular an item is, and of late. Of an item of the
/// query itself: where it stands in it and how often.
class CombinationFeatures {
public:
    static constexpr size_t mostCandidates = 300; ///< those with the largest shares; all items of the query are among them

    CombinationFeatures();
    Result<void> fit(const std::shared_ptr<const ItemSequences> &sequences, const LearnOptions &options, JobContext &job);
    /// Thread-safe.
    void describe(const NextItemQuery &query, DescribedCandidates &candidates) const;
    size_t count() const;
    QStringList names() const;
    /// What is right for most logs: where a search begins, and what is taken where there is too little to learn from.
    std::vector<double> usualWeights() const;

private:
    class Opinions;
    struct Member {
        const char *name;
        std::unique_ptr<Recommender> model;
        double smallestShare; ///< one that is smaller says as little as none
    };
    void describeAll(quint32 item, float *x) const;

    std::vector<Member> m_members;
    PopularityRecommender m_popularity;
    RecentPopularityRecommender m_recent;
    std::vector<float> m_sinceSeen;  ///< of each item: logarithm of the share of all steps that lie behind its last one
    std::vector<quint32> m_fallback; ///< the most popular of late, which are candidates always
};

} // namespace foretrail
