#include "core/behaviour/recommend/RankingScores.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

RankingScores::RankingScores(const ItemSequences &training, QList<int> lengths)
    : m_lengths(std::move(lengths)), m_sums(size_t(m_lengths.size())),
      m_listed(size_t(m_lengths.size()), std::vector<quint32>(training.itemCount, 0)), m_steps(training.itemCount, 0)
{
    for (const quint32 item : training.items)
        ++m_steps[item];
}

void RankingScores::add(qint64 rank, std::span<const quint32> best)
{
    ++m_cases;
    for (size_t i = 0; i < m_sums.size(); ++i) {
        if (rank <= m_lengths[qsizetype(i)]) {
            m_sums[i].hits += 1;
            m_sums[i].reciprocal += 1 / double(rank);
            m_sums[i].gain += 1 / std::log2(double(rank) + 1);
        }
        for (const quint32 item : best.first(std::min(best.size(), size_t(m_lengths[qsizetype(i)]))))
            ++m_listed[i][item];
    }
}

void RankingScores::addLists(size_t length, RankingFigures &figures) const
{
    double steps = 0, learnt = 0, most = 0, listed = 0, covered = 0, shared = 0, novelty = 0, popularity = 0;
    for (const quint32 count : m_steps) {
        steps += count;
        learnt += count > 0;
        most = std::max(most, double(count));
    }
    for (size_t item = 0; item < m_steps.size(); ++item) {
        const double lists = m_listed[length][item];
        if (lists == 0)
            continue;
        listed += lists;
        covered += 1;
        shared += lists * (lists - 1);
        popularity += lists * double(m_steps[item]);
        novelty -= lists * std::log2(std::max(1.0, double(m_steps[item])) / steps);
    }
    if (listed == 0)
        return;
    const double cases = double(m_cases);
    figures.coverage = covered / std::max(1.0, learnt);
    figures.novelty = novelty / listed;
    figures.popularity = popularity / listed / std::max(1.0, most);
    if (m_cases > 1) // two lists have shared / (cases (cases - 1)) items in common, of listed / cases
        figures.diversity = 1 - shared / (cases - 1) / listed;
}

QList<RankingFigures> RankingScores::figures() const
{
    QList<RankingFigures> all;
    const double cases = std::max<double>(1, double(m_cases));
    for (size_t i = 0; i < m_sums.size(); ++i) {
        RankingFigures one;
        one.k = m_lengths[qsizetype(i)];
        one.recall = m_sums[i].hits / cases;
        one.mrr = m_sums[i].reciprocal / cases;
        one.ndcg = m_sums[i].gain / cases;
        one.recallError = std::sqrt(one.recall * (1 - one.recall) / cases);
        addLists(i, one);
        all.append(one);
    }
    return all;
}

} // namespace foretrail
