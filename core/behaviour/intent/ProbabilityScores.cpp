#include "core/behaviour/intent/ProbabilityScores.h"

#include "core/base/JsonNumber.h"
#include "core/behaviour/Agreement.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

constexpr size_t reliabilityBins = 10;
constexpr double leastProbability = 1e-15;

using Order = std::vector<size_t>;

/// The number behind the last of those with the probability of `order[from]`.
size_t endOfTie(const Order &order, const std::vector<double> &probabilities, size_t from)
{
    size_t end = from + 1;
    while (end < order.size() && probabilities[order[end]] == probabilities[order[from]])
        ++end;
    return end;
}

/// From the highest down, all of one probability at once.
double averagePrecision(const Order &ascending, const std::vector<double> &probabilities, const std::vector<bool> &happened, double positives)
{
    const Order order(ascending.rbegin(), ascending.rend());
    double found = 0, sum = 0;
    for (size_t from = 0; from < order.size();) {
        const size_t end = endOfTie(order, probabilities, from);
        const double more = double(std::count_if(order.begin() + std::ptrdiff_t(from), order.begin() + std::ptrdiff_t(end), [&](size_t i) { return happened[i]; }));
        found += more;
        sum += more * found / double(end);
        from = end;
    }
    return sum / positives;
}

/// Equally many in each, but what was said alike stays together.
std::vector<ReliabilityBin> binsOf(const Order &order, const std::vector<double> &probabilities, const std::vector<bool> &happened)
{
    std::vector<ReliabilityBin> bins;
    for (size_t from = 0; from < order.size();) {
        const size_t planned = order.size() * (bins.size() + 1) / reliabilityBins;
        size_t end = std::max(planned, from + 1);
        end = endOfTie(order, probabilities, end - 1);
        ReliabilityBin bin;
        for (size_t i = from; i < end; ++i) {
            bin.said += probabilities[order[i]];
            bin.happened += happened[order[i]] ? 1 : 0;
        }
        bin.count = qint64(end - from);
        bin.said /= double(bin.count);
        bin.happened /= double(bin.count);
        bins.push_back(bin);
        from = end;
    }
    return bins;
}

double liftOf(const Order &ascending, const std::vector<bool> &happened, double share)
{
    const size_t tenth = std::max<size_t>(1, ascending.size() / 10);
    const double top = double(std::count_if(ascending.end() - std::ptrdiff_t(tenth), ascending.end(), [&](size_t i) { return happened[i]; }));
    return top / double(tenth) / share;
}

/// Hanley and McNeil 1982, with their two probabilities for scores of exponential distributions.
double errorOfArea(double area, double positives, double negatives)
{
    const double twoPositives = area / (2 - area), twoNegatives = 2 * area * area / (1 + area);
    return std::sqrt((area * (1 - area) + (positives - 1) * (twoPositives - area * area) + (negatives - 1) * (twoNegatives - area * area)) / (positives * negatives));
}

} // namespace

double caseLoss(double probability, bool happened)
{
    return -std::log(std::clamp(happened ? probability : 1 - probability, leastProbability, 1 - leastProbability));
}

ProbabilityScores probabilityScores(const std::vector<double> &probabilities, const std::vector<bool> &happened)
{
    ProbabilityScores scores;
    scores.count = qint64(probabilities.size());
    scores.positives = std::count(happened.begin(), happened.end(), true);
    if (scores.count == 0)
        return scores;
    Order order(probabilities.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return probabilities[a] < probabilities[b]; });
    scores.logLoss = scores.brier = 0;
    for (size_t i = 0; i < probabilities.size(); ++i) {
        const double right = happened[i] ? probabilities[i] : 1 - probabilities[i];
        scores.logLoss += caseLoss(probabilities[i], happened[i]) / double(scores.count);
        scores.brier += (1 - right) * (1 - right) / double(scores.count);
    }
    scores.auc = areaUnderCurve(probabilities, happened);
    scores.aucError = errorOfArea(scores.auc, double(scores.positives), double(scores.count - scores.positives)); // NaN with the area
    scores.bins = binsOf(order, probabilities, happened);
    scores.ece = 0;
    for (const ReliabilityBin &bin : scores.bins)
        scores.ece += std::abs(bin.said - bin.happened) * double(bin.count) / double(scores.count);
    if (scores.positives > 0) {
        scores.prAuc = averagePrecision(order, probabilities, happened, double(scores.positives));
        scores.lift = liftOf(order, happened, scores.share());
    }
    return scores;
}

QJsonObject ProbabilityScores::toJson() const
{
    QJsonArray binsJson;
    for (const ReliabilityBin &bin : bins)
        binsJson.append(QJsonObject{{QStringLiteral("said"), bin.said}, {QStringLiteral("happened"), bin.happened}, {QStringLiteral("count"), bin.count}});
    return {{QStringLiteral("count"), count}, {QStringLiteral("positives"), positives}, {QStringLiteral("auc"), jsonNumber(auc)},
            {QStringLiteral("auc_error"), jsonNumber(aucError)},
            {QStringLiteral("pr_auc"), jsonNumber(prAuc)}, {QStringLiteral("log_loss"), jsonNumber(logLoss)}, {QStringLiteral("brier"), jsonNumber(brier)},
            {QStringLiteral("ece"), jsonNumber(ece)}, {QStringLiteral("lift_tenth"), jsonNumber(lift)}, {QStringLiteral("bins"), binsJson}};
}

} // namespace foretrail
