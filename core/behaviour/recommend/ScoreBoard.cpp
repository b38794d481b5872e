#include "core/behaviour/recommend/Recommender.h"

#include <algorithm>

namespace foretrail {

void ScoreBoard::clear()
{
    for (const quint32 item : m_named)
        m_scores[item] = 0;
    m_named.clear();
}

void ScoreBoard::remove(quint32 item)
{
    if (m_scores[item] == 0)
        return;
    m_scores[item] = 0;
    m_named.erase(std::find(m_named.begin(), m_named.end(), item));
}

double ScoreBoard::sum() const
{
    double sum = 0;
    for (const quint32 item : m_named)
        sum += double(m_scores[item]);
    return sum;
}

qint64 ScoreBoard::rankOf(quint32 item) const
{
    const float score = m_scores[item];
    if (score == 0)
        return qint64(m_scores.size());
    return std::count_if(m_named.begin(), m_named.end(), [&](quint32 other) { return m_scores[other] >= score; });
}

std::vector<quint32> ScoreBoard::best(size_t most) const
{
    std::vector<quint32> items = m_named;
    const size_t count = std::min(most, items.size());
    std::partial_sort(items.begin(), items.begin() + std::ptrdiff_t(count), items.end(), [this](quint32 a, quint32 b) {
        return m_scores[a] != m_scores[b] ? m_scores[a] > m_scores[b] : a < b;
    });
    items.resize(count);
    return items;
}

void Recommender::scoreEach(std::span<const NextItemQuery> queries, ScoreBoard &board, const std::function<void(size_t)> &take) const
{
    for (size_t i = 0; i < queries.size(); ++i) {
        board.clear();
        score(queries[i], board);
        take(i);
    }
}

} // namespace foretrail
