#include "core/behaviour/recommend/NetworkRecommender.h"

#include "core/neural/engine/Blas.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct NetworkRecommenderText { Q_DECLARE_TR_FUNCTIONS(foretrail::NetworkRecommender) };

constexpr size_t queriesAtOnce = 64;

} // namespace

Result<void> NetworkRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &options, JobContext &job)
{
    if (!neural::Blas::isAvailable())
        return fail(ErrorCode::Unsupported, NetworkRecommenderText::tr("Networks need OpenBLAS, which was not found. Install libopenblas0-pthread."),
                    neural::Blas::problem());
    Result<ItemNetwork> network = trainItemNetwork(*sequences, m_settings, options.seed, options.workers, job);
    if (!network)
        return fail(network.error());
    m_network = std::move(*network);
    m_isKnown.assign(sequences->itemCount, false);
    for (const quint32 item : sequences->items)
        m_isKnown[item] = true;
    m_known.clear();
    for (quint32 item = 0; item < sequences->itemCount; ++item)
        if (m_isKnown[item])
            m_known.push_back(item);
    m_unitItems.resize(m_known.size() * m_network.units());
    for (size_t i = 0; i < m_known.size(); ++i)
        writeUnit(m_network.item(m_known[i]), m_unitItems.data() + i * m_network.units());
    return {};
}

void NetworkRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    scoreEach({&query, 1}, board, [](size_t) {});
}

void NetworkRecommender::scoreEach(std::span<const NextItemQuery> queries, ScoreBoard &board, const std::function<void(size_t)> &take) const
{
    const size_t units = m_network.units(), known = m_known.size();
    std::vector<float> states, cosines;
    std::vector<quint32> items;
    std::vector<bool> knowsAny;
    for (size_t from = 0; from < queries.size(); from += queriesAtOnce) {
        const auto some = queries.subspan(from, std::min(queriesAtOnce, queries.size() - from));
        states.clear();
        knowsAny.clear();
        for (const NextItemQuery &query : some) {
            items.clear();
            std::copy_if(query.items.begin(), query.items.end(), std::back_inserter(items), [this](quint32 item) { return m_isKnown[item]; });
            knowsAny.push_back(!items.empty());
            const std::vector<float> state = m_network.stateAfter(items);
            states.insert(states.end(), state.begin(), state.end());
        }
        cosines.resize(some.size() * known);
        neural::Blas::productTransposed(states.data(), m_unitItems.data(), cosines.data(), some.size(), known, units, 0);
        for (size_t i = 0; i < some.size(); ++i) {
            board.clear();
            if (knowsAny[i])
                nameBest({cosines.data() + i * known, known}, board);
            take(from + i);
        }
    }
}

// A score is exp(sharpness (cosine - the largest)): what the chances of two items are to each other.
void NetworkRecommender::nameBest(std::span<const float> cosines, ScoreBoard &board) const
{
    thread_local std::vector<float> sorted;
    sorted.assign(cosines.begin(), cosines.end());
    const size_t named = std::min(mostNamed, sorted.size());
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(named - 1), sorted.end(), std::greater());
    const float least = sorted[named - 1], largest = *std::max_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(named));
    for (size_t i = 0; i < cosines.size(); ++i)
        if (cosines[i] >= least)
            board.add(m_known[i], std::exp(m_settings.sharpness * (cosines[i] - largest)));
}

} // namespace foretrail
