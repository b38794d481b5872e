#include "core/behaviour/recommend/PopularityRecommenders.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct PopularityRecommendersText { Q_DECLARE_TR_FUNCTIONS(foretrail::Recommender) };

} // namespace

double PopularityRecommender::weightOfStep(const ItemSequences &, size_t) const { return 1; }

Result<void> PopularityRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &, JobContext &job)
{
    if (sequences->items.empty())
        return fail(ErrorCode::TooShort, PopularityRecommendersText::tr("There is nothing to learn from: no event names an item before the time of the test."));
    m_weights.assign(sequences->itemCount, 0);
    for (size_t place = 0; place < sequences->items.size(); ++place)
        m_weights[sequences->items[place]] += weightOfStep(*sequences, place);
    if (job.stopRequested())
        return fail(Error::cancelled());
    m_best.resize(sequences->itemCount);
    std::iota(m_best.begin(), m_best.end(), 0U);
    const auto end = m_best.begin() + std::ptrdiff_t(std::min(mostPopular, m_best.size()));
    std::partial_sort(m_best.begin(), end, m_best.end(), [this](quint32 a, quint32 b) {
        return m_weights[a] != m_weights[b] ? m_weights[a] > m_weights[b] : a < b;
    });
    m_best.erase(end, m_best.end());
    while (!m_best.empty() && !(float(m_weights[m_best.back()]) > 0))
        m_best.pop_back();
    return {};
}

void PopularityRecommender::score(const NextItemQuery &, ScoreBoard &board) const
{
    for (const quint32 item : m_best)
        board.add(item, float(m_weights[item]));
}

double RecentPopularityRecommender::weightOfStep(const ItemSequences &sequences, size_t place) const
{
    const double age = double(sequences.endOf(sequences.count() - 1) - sequences.times[place]);
    const double halfLife = sequences.hasClock ? halfLifeDays * double(dayMs) : std::max(1.0, halfLifeShare * double(sequences.items.size()));
    return std::exp2(-age / halfLife);
}

Result<void> SessionPopularityRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job)
{
    const Result<void> done = m_popularity.fit(sequences, options, job);
    if (!done)
        return done;
    m_largest = 0;
    for (quint32 item = 0; item < sequences->itemCount; ++item)
        m_largest = std::max(m_largest, m_popularity.weightOf(item));
    return {};
}

// Popularity is made smaller than 1, so that it only decides between items that are as frequent in the query.
void SessionPopularityRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    m_popularity.score(query, board);
    for (const quint32 item : board.named())
        board.set(item, board.scoreOf(item) * float(1 / (2 * m_largest)));
    for (const quint32 item : query.items)
        board.add(item, 1);
}

} // namespace foretrail
