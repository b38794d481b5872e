#include "core/training/LagMoves.h"

#include <array>
#include <cmath>

namespace foretrail {

namespace {

constexpr double sumAgreement = 1e-6;
constexpr double roundingNoise = 1e-12; // differences that rounding makes
constexpr int fewestPanels = 4;
constexpr int mostPanels = 128;

struct QuadratureNode {
    double at;     ///< in [0, 1]
    double weight; ///< all together 1
};

/// The rule of Gauss and Legendre with five points (Abramowitz & Stegun 25.4.30), brought to [0, 1].
std::array<QuadratureNode, 5> gaussLegendre()
{
    constexpr double inner = 0.5384693101056831;
    constexpr double outer = 0.9061798459386640;
    constexpr double middleWeight = 0.5688888888888889;
    constexpr double innerWeight = 0.4786286704993665;
    constexpr double outerWeight = 0.2369268850561891;
    return {{{0.5 - outer / 2, outerWeight / 2}, {0.5 - inner / 2, innerWeight / 2}, {0.5, middleWeight / 2},
             {0.5 + inner / 2, innerWeight / 2}, {0.5 + outer / 2, outerWeight / 2}}};
}

std::vector<double> windowOfMeans(std::span<const double> window, size_t features)
{
    const size_t steps = window.size() / features;
    std::vector<double> means(features);
    for (size_t i = 0; i < window.size(); ++i)
        means[i % features] += window[i] / double(steps);
    std::vector<double> baseline(window.size());
    for (size_t i = 0; i < baseline.size(); ++i)
        baseline[i] = means[i % features];
    return baseline;
}

void goBetween(std::vector<double> &between, const std::vector<double> &from, const std::vector<double> &to, double share)
{
    for (size_t i = 0; i < between.size(); ++i)
        between[i] = from[i] + share * (to[i] - from[i]);
}

void addMoves(std::vector<double> &moves, const std::vector<double> &gradient, double weight, const std::vector<double> &from, const std::vector<double> &to)
{
    for (size_t i = 0; i < moves.size(); ++i)
        moves[i] += weight * gradient[i] * (to[i] - from[i]);
}

/// The mean gradient between the two windows, times the way between them.
Result<InputGradient> integrated(const TracedNetwork &network, const TracedWindow &window, const TracedWindow &baseline, int panels, const JobContext &job)
{
    InputGradient moves{std::vector<double>(window.inputs.size()), std::vector<double>(window.extras.size())};
    TracedWindow between = window;
    for (int panel = 0; panel < panels; ++panel) {
        for (const QuadratureNode &node : gaussLegendre()) {
            if (job.stopRequested())
                return fail(Error::cancelled());
            const double share = (panel + node.at) / panels;
            goBetween(between.inputs, baseline.inputs, window.inputs, share);
            goBetween(between.extras, baseline.extras, window.extras, share);
            const InputGradient gradient = network.inputGradient(between, network.trace(between));
            addMoves(moves.inputs, gradient.inputs, node.weight / panels, baseline.inputs, window.inputs);
            addMoves(moves.extras, gradient.extras, node.weight / panels, baseline.extras, window.extras);
        }
    }
    return moves;
}

} // namespace

double LagMoves::sum() const
{
    double total = 0;
    for (const std::vector<double> *some : {&moves, &extras})
        for (const double move : *some)
            total += move;
    return total;
}

double LagMoves::ofStep(int step) const
{
    double total = 0;
    for (int feature = 0; feature < features; ++feature)
        total += of(step, feature);
    return total;
}

Result<LagMoves> lagMoves(const TracedNetwork &network, const TracedWindow &window, const TracedWindow &baseline, const JobContext &job)
{
    LagMoves result;
    result.features = network.shape().features;
    result.output = network.trace(window).output;
    result.baselineOutput = network.trace(baseline).output;
    for (int panels = fewestPanels; panels <= mostPanels; panels *= 2) {
        Result<InputGradient> moves = integrated(network, window, baseline, panels, job);
        if (!moves)
            return fail(moves.error());
        result.moves = std::move(moves->inputs);
        result.extras = std::move(moves->extras);
        result.points = 5 * panels;
        if (std::abs(result.sum() - result.difference()) <= sumAgreement * std::abs(result.difference()) + roundingNoise)
            break;
    }
    return result;
}

Result<LagMoves> lagMoves(const TracedNetwork &network, std::span<const double> window, const JobContext &job, int output)
{
    TracedWindow seen, baseline;
    seen.output = baseline.output = output;
    seen.inputs.assign(window.begin(), window.end());
    baseline.inputs = windowOfMeans(window, size_t(network.shape().features));
    return lagMoves(network, seen, baseline, job);
}

} // namespace foretrail
