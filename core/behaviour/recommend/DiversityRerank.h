#pragma once

#include <QtGlobal>

#include <functional>
#include <span>
#include <vector>

namespace foretrail {

/// How much alike two candidates are, 0 to 1, by their places.
using Similarity = std::function<double(size_t a, size_t b)>;

/// Maximal marginal relevance (Carbonell and Goldstein 1998): one candidate after the other, that with the largest
/// lambda x relevance - (1 - lambda) x largest similarity with those taken. Of equal ones the earlier.
/// relevance: descending, on any scale, it is divided by its largest; lambda 1 keeps the order. `groups` (empty, or one for each
/// candidate) and `mostOfGroup` (0: any number) bound how many of a group are taken; group `noGroup` is never bounded.
/// Returns at most `most` places.
struct RerankTerms {
    double lambda = 1;
    size_t most = 0;
    size_t mostOfGroup = 0;
    static constexpr quint32 noGroup = 0xffffffff;
};
std::vector<size_t> rerank(std::span<const double> relevance, std::span<const quint32> groups, const RerankTerms &terms, const Similarity &similarity);

/// The mean similarity of all pairs of a list; 0 for fewer than two.
double meanSimilarity(std::span<const size_t> places, const Similarity &similarity);

} // namespace foretrail
