#include "core/behaviour/recommend/DiversityRerank.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace foretrail {

std::vector<size_t> rerank(std::span<const double> relevance, std::span<const quint32> groups, const RerankTerms &terms, const Similarity &similarity)
{
    const double largest = relevance.empty() || !(relevance.front() > 0) ? 1 : relevance.front();
    std::vector<double> nearest(relevance.size(), 0);
    std::vector<char> isGone(relevance.size(), false);
    QHash<quint32, size_t> taken;
    std::vector<size_t> list;
    while (list.size() < std::min(terms.most, relevance.size())) {
        size_t best = relevance.size();
        double bestGain = -std::numeric_limits<double>::infinity();
        for (size_t i = 0; i < relevance.size(); ++i) {
            const double gain = terms.lambda * relevance[i] / largest - (1 - terms.lambda) * nearest[i];
            if (isGone[i] || !(gain > bestGain))
                continue;
            best = i;
            bestGain = gain;
            if (terms.lambda >= 1)
                break; // they come in this order
        }
        if (best == relevance.size())
            break;
        isGone[best] = true;
        const bool isBounded = terms.mostOfGroup > 0 && !groups.empty() && groups[best] != RerankTerms::noGroup;
        if (isBounded && taken[groups[best]]++ >= terms.mostOfGroup)
            continue;
        list.push_back(best);
        for (size_t i = 0; terms.lambda < 1 && i < relevance.size(); ++i)
            if (!isGone[i])
                nearest[i] = std::max(nearest[i], similarity(best, i));
    }
    return list;
}

double meanSimilarity(std::span<const size_t> places, const Similarity &similarity)
{
    double sum = 0;
    size_t pairs = 0;
    for (size_t a = 0; a < places.size(); ++a)
        for (size_t b = a + 1; b < places.size(); ++b, ++pairs)
            sum += similarity(places[a], places[b]);
    return pairs > 0 ? sum / double(pairs) : 0;
}

} // namespace foretrail
