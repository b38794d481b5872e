#pragma once

#include "core/behaviour/recommend/Recommender.h"

namespace foretrail {

/// The most popular items, whoever asks. Names the mostPopular first ones.
class PopularityRecommender : public Recommender {
public:
    static constexpr size_t mostPopular = 10'000;

    QString name() const override { return QStringLiteral("popularity"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;
    size_t itemCount() const { return m_weights.size(); }
    double weightOf(quint32 item) const { return m_weights[item]; } ///< of any item, 0 or more

protected:
    /// What a step at `place` counts, in the flat arrays.
    virtual double weightOfStep(const ItemSequences &sequences, size_t place) const;

private:
    std::vector<double> m_weights;
    std::vector<quint32> m_best;
};

/// A step counts half as much for each half-life it lies before the last one: a week, or a twentieth of all steps where the log has
/// no clock.
class RecentPopularityRecommender : public PopularityRecommender {
public:
    static constexpr double halfLifeDays = 7;
    static constexpr double halfLifeShare = 0.05;
    QString name() const override { return QStringLiteral("recent-popularity"); }

protected:
    double weightOfStep(const ItemSequences &sequences, size_t place) const override;
};

/// The most frequent items of the query itself; equally frequent ones, and all others behind them, by their popularity
/// (S-POP of Hidasi et al. 2016).
class SessionPopularityRecommender : public Recommender {
public:
    QString name() const override { return QStringLiteral("session-popularity"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;

private:
    PopularityRecommender m_popularity;
    double m_largest = 1;
};

} // namespace foretrail
