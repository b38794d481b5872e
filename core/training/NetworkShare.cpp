#include "core/training/NetworkShare.h"

#include "core/models/Panel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {
namespace {

constexpr size_t mostTried = 64;
constexpr std::array<double, 7> shares{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
constexpr double leastRatio = 1e-3; // a series met exactly does not rule all

/// Some of the series that the network was tried on, spread evenly.
std::vector<size_t> triedSeries(const std::vector<std::vector<double>> &trials)
{
    std::vector<size_t> there;
    for (size_t i = 0; i < trials.size(); ++i)
        if (!trials[i].empty())
            there.push_back(i);
    const size_t count = std::min(mostTried, there.size());
    std::vector<size_t> chosen;
    for (size_t k = 0; k < count; ++k)
        chosen.push_back(there[k * there.size() / count]);
    return chosen;
}

double missed(Values actual, const std::vector<double> &own, const std::vector<double> &network, double share)
{
    double sum = 0;
    for (size_t h = 0; h < actual.size(); ++h)
        sum += std::abs(actual[h] - (1 - share) * own[h] - share * network[h]);
    return sum;
}

} // namespace

Result<NetworkShare> networkShare(const std::vector<std::vector<double>> &trials, const std::function<std::unique_ptr<Forecaster>()> &make, const FitOptions &options, JobContext &job)
{
    std::array<double, shares.size()> logs{};
    NetworkShare found;
    for (const size_t i : triedSeries(trials)) {
        const std::vector<double> &said = trials[i];
        const Series &series = options.panel->series()[i];
        const qint64 known = series.size() - options.panelCut - qint64(said.size());
        FitOptions own = options;
        own.hooks = {};
        own.panelCut += int(said.size());
        const auto model = make();
        const Series before = series.part(0, known);
        if (const Result<void> done = model->fit(before, own, job); !done) {
            if (done.error().isCancelled())
                return fail(done.error());
            continue;
        }
        const Result<Forecast> forecast = model->forecast(before, int(said.size()), {});
        if (!forecast)
            continue;
        const Values actual = Values(series.values).subspan(size_t(known), said.size());
        const double alone = missed(actual, forecast->mean, said, 0);
        if (!(alone > 0))
            continue;
        for (size_t s = 0; s < shares.size(); ++s)
            logs[s] += std::log(missed(actual, forecast->mean, said, shares[s]) / alone + leastRatio);
        ++found.series;
    }
    if (found.series == 0)
        return found;
    const auto best = std::min_element(logs.begin() + 1, logs.end());
    found.gain = 1 - std::exp((*best - logs.front()) / found.series);
    if (found.gain >= NetworkShare::leastGain)
        found.share = shares[size_t(best - logs.begin())];
    return found;
}

} // namespace foretrail
