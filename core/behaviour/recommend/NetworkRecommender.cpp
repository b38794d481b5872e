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

QString NetworkRecommender::name() const
{
    const QString cell = m_settings.cell == ItemCell::Gru ? QStringLiteral("gru") : QStringLiteral("lstm");
    return m_settings.loss == ItemLoss::BprMax ? cell + QStringLiteral("-bpr-max") : cell;
}

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

/// The items of the query that the network knows, the last ones as many as it looks at.
std::vector<quint32> NetworkRecommender::knownOf(const NextItemQuery &query) const
{
    std::vector<quint32> items;
    std::copy_if(query.items.begin(), query.items.end(), std::back_inserter(items), [this](quint32 item) { return m_isKnown[item]; });
    const auto last = lastSteps(items, m_settings.longest);
    return {last.begin(), last.end()};
}

void NetworkRecommender::scoreEach(std::span<const NextItemQuery> queries, ScoreBoard &board, const std::function<void(size_t)> &take) const
{
    const size_t units = m_network.units(), known = m_known.size();
    std::vector<float> states, cosines;
    std::vector<std::vector<quint32>> items;
    for (size_t from = 0; from < queries.size(); from += queriesAtOnce) {
        const auto some = queries.subspan(from, std::min(queriesAtOnce, queries.size() - from));
        states.clear();
        items.clear();
        for (const NextItemQuery &query : some) {
            items.push_back(knownOf(query));
            const std::vector<float> state = m_network.stateAfter(items.back());
            states.insert(states.end(), state.begin(), state.end());
        }
        cosines.resize(some.size() * known);
        neural::Blas::productTransposed(states.data(), m_unitItems.data(), cosines.data(), some.size(), known, units, 0);
        for (size_t i = 0; i < some.size(); ++i) {
            board.clear();
            const std::span row(cosines.data() + i * known, known);
            raiseOwn(items[i], row);
            if (!items[i].empty())
                nameBest(row, board);
            take(from + i);
        }
    }
}

/// Adds the weights of the query's own items, in units of cosines.
void NetworkRecommender::raiseOwn(std::span<const quint32> items, std::span<float> cosines) const
{
    for (size_t i = 0; i < items.size() && m_settings.weighsOwn; ++i) {
        const auto place = std::lower_bound(m_known.begin(), m_known.end(), items[i]) - m_known.begin();
        cosines[size_t(place)] += m_network.ownWeights()[items.size() - 1 - i] / m_settings.sharpness;
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
