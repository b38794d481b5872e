#include "core/behaviour/recommend/FittedRecommender.h"

#include "core/behaviour/recommend/DiversityRerank.h"
#include "core/behaviour/recommend/RecommenderRegistry.h"

#include <algorithm>
#include <numeric>

namespace foretrail {
namespace {

constexpr size_t leastPool = 50;  ///< candidates that different items are chosen from
constexpr size_t poolOfTop = 5;
constexpr size_t mostPool = 200;

/// How many candidates a list is chosen from: all where a category may be full.
size_t poolFor(const RecommendRules &rules, size_t top, size_t all)
{
    if (rules.diversity > 0)
        return std::min(all, std::max(top, std::clamp(poolOfTop * top, leastPool, mostPool)));
    return rules.mostPerCategory > 0 ? all : std::min(all, top);
}

std::vector<quint32> categoriesOf(const ShopLog &shop, std::span<const quint32> items)
{
    std::vector<quint32> categories;
    for (const quint32 item : items)
        categories.push_back(shop.log().categoryOf(item));
    return categories;
}

static_assert(RerankTerms::noGroup == InteractionLog::noCategory);

} // namespace

Result<std::shared_ptr<const FittedRecommender>> FittedRecommender::fit(std::shared_ptr<const ShopLog> shop, const QString &model, const LearnOptions &options,
                                                                        UtcMs until, JobContext &job)
{
    Result<std::unique_ptr<Recommender>> made = makeRecommender(model);
    if (!made)
        return fail(made.error());
    const auto sequences = shop->sequencesBefore(until, job);
    if (!sequences)
        return fail(sequences.error());
    if (const Result<void> done = (*made)->fit(*sequences, options, job); !done)
        return fail(done.error());
    RecentPopularityRecommender popular;
    if (const Result<void> done = popular.fit(*sequences, {}, job); !done)
        return fail(done.error());
    auto fitted = std::make_shared<FittedRecommender>();
    ScoreBoard board((*sequences)->itemCount);
    popular.score({}, board);
    fitted->m_popular = board.best(board.named().size());
    fitted->m_shop = std::move(shop);
    fitted->m_sequences = *sequences;
    fitted->m_model = std::move(*made);
    fitted->m_until = until;
    return fitted;
}

const ItemSimilarity &FittedRecommender::similarity() const
{
    std::call_once(m_once, [this] { m_similarity = std::make_unique<const ItemSimilarity>(m_sequences); });
    return *m_similarity;
}

FittedRecommender::Candidates FittedRecommender::candidatesOf(const ScoreBoard &board, const ShopperHistory &history, const RuleTable &rules, size_t top) const
{
    const std::vector<quint32> &own = rules.ownHidden(history);
    std::vector<std::pair<double, quint32>> all;
    for (const quint32 item : board.named())
        if (!rules.isHidden(item) && !std::binary_search(own.begin(), own.end(), item))
            all.emplace_back(double(board.scoreOf(item)) * rules.factorOf(item), item);
    const size_t pool = poolFor(rules.rules(), top, all.size());
    std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(pool), all.end(),
                      [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    Candidates candidates;
    for (size_t i = 0; i < pool; ++i) {
        candidates.items.push_back(all[i].second);
        candidates.scores.push_back(double(board.scoreOf(all[i].second)));
        candidates.relevance.push_back(all[i].first);
    }
    return candidates;
}

void FittedRecommender::fillWithPopular(const ShopperHistory &history, const RuleTable &rules, size_t top, ItemList &list) const
{
    const std::vector<quint32> &own = rules.ownHidden(history);
    const auto most = qint64(rules.rules().mostPerCategory);
    std::vector<quint32> categories = categoriesOf(*m_shop, list.items);
    for (const quint32 item : m_popular) {
        if (list.items.size() >= top)
            return;
        const quint32 category = m_shop->log().categoryOf(item);
        if (rules.isHidden(item) || std::binary_search(own.begin(), own.end(), item) || std::find(list.items.begin(), list.items.end(), item) != list.items.end())
            continue;
        if (most > 0 && category != InteractionLog::noCategory && std::count(categories.begin(), categories.end(), category) >= most)
            continue;
        list.items.push_back(item);
        list.scores.push_back(0); // of another model, on another scale
        categories.push_back(category);
    }
}

ItemList FittedRecommender::listOf(const ScoreBoard &board, const ShopperHistory &history, const RuleTable &rules, size_t top, ListCost *cost) const
{
    const RecommendRules &wishes = rules.rules();
    const Candidates candidates = candidatesOf(board, history, rules, top);
    const size_t n = candidates.items.size();
    const std::vector<float> square = wishes.diversity > 0 && n > 1 ? similarity().among(candidates.items) : std::vector<float>();
    const Similarity alike = [&square, n](size_t a, size_t b) { return square.empty() ? 0.0 : double(square[a * n + b]); };
    const std::vector<quint32> groups = wishes.mostPerCategory > 0 ? categoriesOf(*m_shop, candidates.items) : std::vector<quint32>();
    RerankTerms terms{1, top, size_t(wishes.mostPerCategory)};
    const std::vector<size_t> plain = rerank(candidates.relevance, groups, terms, alike);
    terms.lambda = 1 - wishes.diversity;
    const std::vector<size_t> chosen = wishes.diversity > 0 ? rerank(candidates.relevance, groups, terms, alike) : plain;
    ItemList list;
    double kept = 0, could = 0;
    for (const size_t place : chosen) {
        list.items.push_back(candidates.items[place]);
        list.scores.push_back(candidates.scores[place]);
        kept += candidates.relevance[place];
    }
    for (const size_t place : plain)
        could += candidates.relevance[place];
    if (cost)
        *cost = {meanSimilarity(plain, alike), meanSimilarity(chosen, alike), could > 0 ? kept / could : 1};
    list.named = list.items.size();
    fillWithPopular(history, rules, top, list);
    return list;
}

} // namespace foretrail
