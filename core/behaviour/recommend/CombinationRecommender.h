#pragma once

#include "core/base/Phrase.h"
#include "core/behaviour/recommend/CombinationFeatures.h"
#include "core/behaviour/recommend/NextItemCases.h"

namespace foretrail {

/// Session-knn, markov, item-knn, popularity and the items of the query itself, weighed by a conditional logit. Its weights are
/// learnt on the latest tenth of the training (or the last step of each sequence), with members that have not seen that part; then
/// the members learn from everything. A score is a probability among the candidates.
class CombinationRecommender : public Recommender {
public:
    QString name() const override { return QStringLiteral("combination"); }
    Result<void> fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job) override;
    void score(const NextItemQuery &query, ScoreBoard &board) const override;
    QList<MemberWeight> weights() const override;
    QString note() const override { return Phrase::shown(m_note); }

private:
    Result<void> learnWeights(const ItemSequences &sequences, const LearnOptions &options, JobContext &job);

    CombinationFeatures m_features;
    std::vector<double> m_weights = m_features.usualWeights();
    QString m_note; ///< see Phrase
};

} // namespace foretrail
