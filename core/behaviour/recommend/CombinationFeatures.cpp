#include "core/behaviour/recommend/CombinationFeatures.h"

#include "core/behaviour/recommend/NeighbourRecommenders.h"
#include "core/behaviour/recommend/SessionKnnRecommender.h"

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

constexpr size_t fallbackItems = 50;
constexpr size_t numbersOfMember = 3; ///< logarithm of the share, the share, the logarithm where the query is one item

/// What does not come from members, behind their numbers.
enum CombinationFeature { Popularity, RecentPopularity, SinceSeen, Own, IsLast, IsSecond, IsThird, IsFirst, StepsBack, Times, IsRepeated, Length,
                          LastOfLong, WentBack, SecondOfWentBack, IsAlone, FeatureCount };
const char *const featureNames[FeatureCount] = {
    "popularity", "recent-popularity", "since last seen", "own item", "own: the last", "own: the one before", "own: two before", "own: the first",
    "own: steps back", "own: times", "own: repeated", "own: steps of the query", "own: the last, by steps", "own: after going back",
    "own: the one before, after going back", "own: alone"};

/// A board for each member and one more, of the thread that asks; clear between two queries.
std::vector<ScoreBoard> &memberBoards(size_t count, size_t items)
{
    thread_local std::vector<ScoreBoard> boards;
    if (boards.size() != count || boards.front().itemCount() != items)
        boards.assign(count, ScoreBoard(items));
    return boards;
}

/// What the query itself says of its items.
class OwnItems {
public:
    explicit OwnItems(std::span<const quint32> items) : m_items(items)
    {
        const auto before = items.first(items.empty() ? 0 : items.size() - 1);
        m_wentBack = !items.empty() && std::find(before.begin(), before.end(), items.back()) != before.end();
    }
    /// `x` is all 0 before.
    void describe(quint32 item, float *x) const
    {
        const auto last = std::find(m_items.rbegin(), m_items.rend(), item);
        if (last == m_items.rend())
            return;
        const auto age = size_t(last - m_items.rbegin());
        const auto times = std::count(m_items.begin(), m_items.end(), item);
        x[Own] = 1;
        x[IsLast] = age == 0;
        x[IsSecond] = age == 1;
        x[IsThird] = age == 2;
        x[IsFirst] = age + 1 == m_items.size() && m_items.size() > 2;
        x[StepsBack] = std::log(1 + float(age));
        x[Times] = std::log(float(times));
        x[IsRepeated] = times > 1;
        x[Length] = std::log(float(m_items.size()));
        x[LastOfLong] = age == 0 ? x[Length] : 0;
        x[WentBack] = m_wentBack;
        x[SecondOfWentBack] = m_wentBack && age == 1;
        x[IsAlone] = m_items.size() == 1;
    }

private:
    std::span<const quint32> m_items;
    bool m_wentBack = false; ///< the last item was there before
};

std::vector<float> sinceSeen(const ItemSequences &sequences)
{
    const double steps = double(sequences.items.size());
    std::vector<float> since(sequences.itemCount, 0);
    for (size_t place = 0; place < sequences.items.size(); ++place)
        since[sequences.items[place]] = float(std::log(1e-3 + (steps - double(place)) / steps));
    return since;
}

} // namespace

/// What the members say of one query, on the boards of the thread.
class CombinationFeatures::Opinions {
public:
    Opinions(const std::vector<Member> &members, const NextItemQuery &query, size_t items)
        : m_boards(memberBoards(members.size() + 1, items)), m_total(m_boards.back())
    {
        for (size_t m = 0; m < members.size(); ++m) {
            members[m].model->score(query, m_boards[m]);
            m_scales.push_back(float(1 / std::max(m_boards[m].sum(), 1e-30)));
            for (const quint32 item : m_boards[m].named())
                m_total.add(item, shareOf(m, item));
        }
    }
    ~Opinions()
    {
        for (ScoreBoard &board : m_boards)
            board.clear();
    }
    Opinions(const Opinions &) = delete;
    Opinions &operator=(const Opinions &) = delete;

    float shareOf(size_t member, quint32 item) const { return m_boards[member].scoreOf(item) * m_scales[member]; }
    /// Items with a place in any case, and the ones with the largest shares.
    std::vector<quint32> candidates(std::span<const quint32> own, const std::vector<quint32> &fallback)
    {
        for (const quint32 item : fallback)
            m_total.add(item, std::numeric_limits<float>::min());
        for (const quint32 item : own)
            m_total.add(item, 1);
        return m_total.best(mostCandidates);
    }

private:
    std::vector<ScoreBoard> &m_boards;
    ScoreBoard &m_total;
    std::vector<float> m_scales;
};

CombinationFeatures::CombinationFeatures()
{
    SessionKnnSettings wide;
    wide.candidates = 5000;
    wide.neighbours = 500;
    wide.isRare = false; // popularity has a weight of its own
    SessionKnnSettings late = wide;
    late.neighbours = 100;
    late.reach = 1.5;
    late.memory = 0.15;
    m_members.push_back({"session-knn", std::make_unique<SessionKnnRecommender>(wide), 1e-4});
    m_members.push_back({"session-knn of late", std::make_unique<SessionKnnRecommender>(late), 1e-4});
    m_members.push_back({"markov", std::make_unique<MarkovRecommender>(), 1e-3});
    m_members.push_back({"markov of one step", std::make_unique<MarkovRecommender>(1), 1e-2});
    m_members.push_back({"item-knn", std::make_unique<ItemKnnRecommender>(), 1e-4});
    m_members.push_back({"item-walk", std::make_unique<ItemWalkRecommender>(), 1e-4});
}

size_t CombinationFeatures::count() const { return m_members.size() * numbersOfMember + FeatureCount; }

QStringList CombinationFeatures::names() const
{
    QStringList names;
    for (const Member &member : m_members) {
        const QString name = QString::fromLatin1(member.name);
        names << name << name + QStringLiteral(": share") << name + QStringLiteral(": after one item");
    }
    for (const char *name : featureNames)
        names << QString::fromLatin1(name);
    return names;
}

std::vector<double> CombinationFeatures::usualWeights() const
{
    std::vector<double> weights(count(), 0);
    for (size_t m = 0; m < m_members.size(); ++m)
        weights[m * numbersOfMember] = 0.2;
    double *const others = weights.data() + m_members.size() * numbersOfMember;
    others[RecentPopularity] = 0.02;
    others[Own] = 1;
    others[StepsBack] = -0.5;
    return weights;
}

Result<void> CombinationFeatures::fit(const std::shared_ptr<const ItemSequences> &sequences, const LearnOptions &options, JobContext &job)
{
    Result<void> done = m_popularity.fit(sequences, options, job);
    if (done)
        done = m_recent.fit(sequences, options, job);
    for (size_t m = 0; done && m < m_members.size(); ++m) {
        JobContext part = job.part(qint64(m), 1, qint64(m_members.size()));
        done = m_members[m].model->fit(sequences, options, part);
    }
    if (!done)
        return done;
    m_sinceSeen = sinceSeen(*sequences);
    ScoreBoard board(sequences->itemCount);
    m_recent.score({}, board);
    m_fallback = board.best(fallbackItems);
    return {};
}

void CombinationFeatures::describeAll(quint32 item, float *x) const
{
    x[Popularity] = std::log(1 + float(m_popularity.weightOf(item)));
    x[RecentPopularity] = std::log(0.1F + float(m_recent.weightOf(item)));
    x[SinceSeen] = m_sinceSeen[item];
}

void CombinationFeatures::describe(const NextItemQuery &query, DescribedCandidates &candidates) const
{
    const auto items = lastSteps(query.items, mostQuerySteps);
    Opinions opinions(m_members, {items, query.user}, m_sinceSeen.size());
    candidates.items = opinions.candidates(items, m_fallback);
    const size_t all = count();
    candidates.features.assign(candidates.items.size() * all, 0);
    const OwnItems own(items);
    float *x = candidates.features.data();
    for (const quint32 item : candidates.items) {
        for (size_t m = 0; m < m_members.size(); ++m) {
            const float share = opinions.shareOf(m, item);
            float *const said = x + m * numbersOfMember;
            said[0] = std::log(share + float(m_members[m].smallestShare));
            said[1] = share;
            said[2] = items.size() == 1 ? said[0] : 0;
        }
        describeAll(item, x + m_members.size() * numbersOfMember);
        own.describe(item, x + m_members.size() * numbersOfMember);
        x += all;
    }
}

} // namespace foretrail
