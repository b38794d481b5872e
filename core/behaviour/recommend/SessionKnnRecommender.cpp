#include "core/behaviour/recommend/SessionKnnRecommender.h"

#include <algorithm>
#include <cmath>

namespace foretrail {

/// The items of a query, each with its last position, from 1.
class SessionKnnRecommender::Query {
public:
    /// Positions are written on `board`, which is clear, of the thread that asks.
    Query(std::span<const quint32> items, ScoreBoard &board) : m_board(board), m_length(items.size())
    {
        for (size_t i = 0; i < items.size(); ++i)
            board.set(items[i], float(i + 1));
    }
    ~Query() { m_board.clear(); }
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    const std::vector<quint32> &distinct() const { return m_board.named(); }
    size_t lastPosition(quint32 item) const { return size_t(m_board.scoreOf(item)); } ///< 0: it is not there
    size_t length() const { return m_length; }
    float weightOf(quint32 item) const { return m_board.scoreOf(item) / float(m_length); }

private:
    ScoreBoard &m_board;
    size_t m_length;
};

Result<void> SessionKnnRecommender::fit(std::shared_ptr<const ItemSequences> sequences, const LearnOptions &, JobContext &job)
{
    if (job.stopRequested())
        return fail(Error::cancelled());
    m_sequences = std::move(sequences);
    m_occurrences = std::make_unique<ItemOccurrences>(*m_sequences);
    m_rarity.assign(m_sequences->itemCount, 1);
    for (quint32 item = 0; m_settings.isRare && item < m_sequences->itemCount; ++item)
        if (const quint32 with = m_occurrences->sequencesWith(item); with > 0)
            m_rarity[item] = float(std::log(double(m_sequences->count()) / with));
    m_reach.resize(mostLearntSteps);
    for (size_t steps = 0; steps < m_reach.size(); ++steps)
        m_reach[steps] = m_settings.reach > 0 ? float(std::exp(-double(steps) / m_settings.reach)) : 1;
    return {};
}

// Sums the weights of the items that each sequence shares; of every item the latest sequences suffice.
std::vector<quint32> SessionKnnRecommender::candidatesOf(const Query &query, std::vector<float> &shared) const
{
    const auto most = size_t(m_settings.candidates);
    std::vector<quint32> candidates;
    for (const quint32 item : query.distinct()) {
        const std::span<const quint32> places = m_occurrences->of(item);
        quint32 before = std::numeric_limits<quint32>::max();
        size_t taken = 0;
        for (auto place = places.rbegin(); place != places.rend(); ++place) {
            const quint32 sequence = m_occurrences->sequenceOf(*place);
            if (std::exchange(before, sequence) == sequence)
                continue;
            if (taken++ == most)
                break;
            if (shared[sequence] == 0)
                candidates.push_back(sequence);
            shared[sequence] += query.weightOf(item);
        }
    }
    if (candidates.size() > most) {
        std::nth_element(candidates.begin(), candidates.begin() + std::ptrdiff_t(most), candidates.end(), std::greater());
        for (size_t i = most; i < candidates.size(); ++i)
            shared[candidates[i]] = 0;
        candidates.resize(most);
    }
    return candidates;
}

std::vector<SessionKnnRecommender::Neighbour> SessionKnnRecommender::neighboursOf(const Query &query) const
{
    thread_local std::vector<float> shared; // all 0 between two queries
    if (shared.size() < m_sequences->count())
        shared.resize(m_sequences->count(), 0);
    const double sequences = double(m_sequences->count());
    std::vector<Neighbour> neighbours;
    for (const quint32 sequence : candidatesOf(query, shared)) {
        const size_t length = m_occurrences->endPlaceOf(sequence) - m_occurrences->firstPlaceOf(sequence);
        float similarity = std::exchange(shared[sequence], 0.0F) / std::sqrt(float(query.length() * length));
        if (m_settings.memory > 0)
            similarity *= float(std::exp((double(sequence) - sequences) / (m_settings.memory * sequences)));
        neighbours.push_back({similarity, sequence});
    }
    const auto isCloser = [](const Neighbour &a, const Neighbour &b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.sequence > b.sequence;
    };
    const auto most = size_t(m_settings.neighbours);
    if (neighbours.size() > most) {
        std::nth_element(neighbours.begin(), neighbours.begin() + std::ptrdiff_t(most), neighbours.end(), isCloser);
        neighbours.resize(most);
    }
    std::sort(neighbours.begin(), neighbours.end(), isCloser); // sums of floats depend on their order
    return neighbours;
}

void SessionKnnRecommender::addItems(const Query &query, const Neighbour &neighbour, ScoreBoard &board) const
{
    const size_t first = m_occurrences->firstPlaceOf(neighbour.sequence), end = m_occurrences->endPlaceOf(neighbour.sequence);
    const std::vector<quint32> &items = m_sequences->items;
    size_t latest = 0, match = first;
    for (size_t place = first; place < end; ++place)
        if (const size_t position = query.lastPosition(items[place]); position > latest) {
            latest = position;
            match = place;
        }
    const float freshness = 1 - 0.1F * float(query.length() - latest + 1);
    if (freshness < 0.05F)
        return;
    for (size_t place = first; place < end; ++place) {
        const auto isSame = [&](quint32 item) { return item == items[place]; };
        if (std::any_of(items.begin() + std::ptrdiff_t(first), items.begin() + std::ptrdiff_t(place), isSame))
            continue; // an item counts where it comes first
        const float score = neighbour.similarity * freshness * m_rarity[items[place]] * m_reach[place > match ? place - match : match - place];
        if (score > 0)
            board.add(items[place], score);
    }
}

void SessionKnnRecommender::score(const NextItemQuery &query, ScoreBoard &board) const
{
    const auto items = lastSteps(query.items, mostQuerySteps);
    if (items.empty() || m_sequences->count() == 0)
        return;
    thread_local std::unique_ptr<ScoreBoard> positions;
    if (!positions || positions->itemCount() < board.itemCount())
        positions = std::make_unique<ScoreBoard>(board.itemCount());
    const Query asked(items, *positions);
    for (const Neighbour &neighbour : neighboursOf(asked))
        addItems(asked, neighbour, board);
}

} // namespace foretrail
