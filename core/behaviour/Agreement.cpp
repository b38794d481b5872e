#include "core/behaviour/Agreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {

double correlation(const std::vector<double> &one, const std::vector<double> &other)
{
    const double size = double(one.size());
    const double meanOne = std::accumulate(one.begin(), one.end(), 0.0) / size;
    const double meanOther = std::accumulate(other.begin(), other.end(), 0.0) / size;
    double products = 0, squaresOne = 0, squaresOther = 0;
    for (size_t i = 0; i < one.size(); ++i) {
        products += (one[i] - meanOne) * (other[i] - meanOther);
        squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
        squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return squaresOne > 0 && squaresOther > 0 ? products / std::sqrt(squaresOne * squaresOther) : std::nan("");
}

double areaUnderCurve(const std::vector<double> &scores, const std::vector<bool> &did)
{
    std::vector<size_t> order(scores.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return scores[a] < scores[b]; });
    double won = 0, below = 0, positives = 0;
    for (size_t i = 0; i < order.size();) {
        double ties = 0, tiedPositives = 0;
        const double score = scores[order[i]];
        for (; i < order.size() && scores[order[i]] == score; ++i)
            (did[order[i]] ? tiedPositives : ties) += 1;
        won += tiedPositives * (below + ties / 2);
        below += ties;
        positives += tiedPositives;
    }
    return positives > 0 && below > 0 ? won / (positives * below) : std::nan("");
}

} // namespace foretrail
