#pragma once

#include "core/behaviour/recommend/Recommender.h"

namespace foretrail {

/// How well and with what lists a model ranked. Rates from 0 to 1; one item is asked for in each case, so recall is the hit rate.
struct RankingFigures {
    int k = 0;             ///< length of the lists
    double recall = 0;     ///< share of cases with the item among the first k
    double mrr = 0;        ///< mean of 1 / rank, 0 behind k
    double ndcg = 0;       ///< mean of 1 / log2(rank + 1), 0 behind k
    double coverage = 0;   ///< share of the items learnt from that stand in any list
    double diversity = 0;  ///< 1 - the share that two lists of different cases have in common, on average (Zhou et al. 2010)
    double novelty = 0;    ///< mean of -log2(share of the steps learnt from), in bits
    double popularity = 0; ///< mean of steps of the item / steps of the most popular one (Ludewig and Jannach 2018)
    double recallError = 0; ///< standard error of recall, from the number of cases alone
};

/// Gathers ranks and lists, in the order of the cases.
class RankingScores {
public:
    /// `lengths` are the k, ascending.
    RankingScores(const ItemSequences &training, QList<int> lengths);
    size_t longest() const { return size_t(m_lengths.back()); }
    /// `best`: the longest() first items of the model, or fewer.
    void add(qint64 rank, std::span<const quint32> best);
    QList<RankingFigures> figures() const;

private:
    void addLists(size_t length, RankingFigures &figures) const;
    struct Sums { double hits = 0, reciprocal = 0, gain = 0; };
    QList<int> m_lengths;
    std::vector<Sums> m_sums;                  ///< by length
    std::vector<std::vector<quint32>> m_listed; ///< by length and item: lists that it stands in
    std::vector<quint32> m_steps;              ///< learnt from, by item
    qint64 m_cases = 0;
};

} // namespace foretrail
