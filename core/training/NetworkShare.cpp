#include "core/training/NetworkShare.h"

#include "core/jobs/ParallelInOrder.h"
#include "core/models/Panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace foretrail {
namespace {

constexpr size_t mostTriedSeries = 256;
constexpr std::array<double, 6> shares{0, 0.1, 0.2, 0.3, 0.4, 0.5};
constexpr double nearly = 0.9;
constexpr double leastRatio = 1e-3; // a series met exactly does not rule all

/// Some of the series that the network was tried on, spread evenly.
std::vector<size_t> triedSeries(const std::vector<std::vector<double>> &trials)
{
    std::vector<size_t> there;
    for (size_t i = 0; i < trials.size(); ++i)
        if (!trials[i].empty())
            there.push_back(i);
    const size_t count = std::min(mostTriedSeries, there.size());
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

using Misses = std::array<double, shares.size()>;

/// By share; none where the model does not bear the series. Cancelled.
Result<std::optional<Misses>> missesOf(const Series &series, const std::vector<double> &said, const std::function<std::unique_ptr<Forecaster>()> &make,
                                       const FitOptions &options, JobContext &job)
{
    const qint64 known = series.size() - options.panelCut - qint64(said.size());
    FitOptions own = options;
    own.hooks = {};
    own.panelCut += int(said.size());
    const auto model = make();
    const Series before = series.part(0, known);
    if (const Result<void> done = model->fit(before, own, job); !done)
        return done.error().isCancelled() ? Result<std::optional<Misses>>(fail(done.error())) : std::nullopt;
    const Result<Forecast> forecast = model->forecast(before, int(said.size()), {});
    if (!forecast)
        return std::nullopt;
    Misses misses{};
    for (size_t s = 0; s < shares.size(); ++s)
        misses[s] = missed(Values(series.values).subspan(size_t(known), said.size()), forecast->mean, said, shares[s]);
    return misses;
}

/// The smallest share that gives nearly all of the gain: a large one is more likely chance.
NetworkShare chosen(const Misses &logs, int series)
{
    NetworkShare found{0, 0, series};
    if (series == 0)
        return found;
    const auto gainAt = [&](size_t s) { return 1 - std::exp((logs[s] - logs[0]) / series); };
    for (size_t s = 1; s < shares.size(); ++s)
        found.gain = s == 1 ? gainAt(s) : std::max(found.gain, gainAt(s));
    if (found.gain < NetworkShare::leastGain)
        return found;
    const auto isNearly = [&, best = found.gain](size_t s) { return gainAt(s) >= nearly * best; };
    size_t s = 1;
    while (!isNearly(s))
        ++s;
    return {shares[s], gainAt(s), series};
}

} // namespace

Result<NetworkShare> networkShare(const std::vector<std::vector<double>> &trials, const std::function<std::unique_ptr<Forecaster>()> &make, const FitOptions &options, JobContext &job)
{
    const std::vector<size_t> tried = triedSeries(trials);
    Misses logs{};
    int counted = 0;
    const Result<void> done = parallelInOrder(qint64(tried.size()), workerCount(0), job, [&](qint64 k) -> Result<OrderedWork> {
        return [&, i = tried[size_t(k)]]() -> Result<OrderedKeep> {
            const auto misses = missesOf(options.panel->series()[i], trials[i], make, options, job);
            if (!misses)
                return fail(misses.error());
            return [&, misses = *misses]() -> Result<void> {
                if (!misses || !(misses->front() > 0))
                    return {};
                for (size_t s = 0; s < shares.size(); ++s)
                    logs[s] += std::log((*misses)[s] / misses->front() + leastRatio);
                ++counted;
                return {};
            };
        };
    });
    return done ? Result<NetworkShare>(chosen(logs, counted)) : Result<NetworkShare>(fail(done.error()));
}

} // namespace foretrail
