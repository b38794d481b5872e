// How many series a second the statistical side fits and forecasts, on all cores, and how that grows. Series are daily or weekly
// sales with trend, season and noise, made from a seed.
//   bench_forecast [SERIES...]      default: 1000 10000 30000 of 2,000 days each, by the pooled regression and the pooled autoregression
#include "core/jobs/ParallelInOrder.h"
#include "core/models/Autoregression.h"
#include "core/models/Panel.h"
#include "core/training/Experiment.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <atomic>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>

using namespace foretrail;

namespace {

constexpr double levels[] = {80, 95};

Series salesOf(quint64 seed, int length, int season, Step step)
{
    std::mt19937_64 random(seed);
    const auto share = [&random] { return double(random() >> 11) / 9007199254740992.0; };
    const double level = 20 + 180 * share(), amplitude = 0.1 + 0.4 * share(), slope = 0.3 * share() / length;
    Series series;
    series.key = QString::number(seed);
    series.axis = {step, 0, 0};
    double drift = 0;
    for (int t = 0; t < length; ++t) {
        drift = 0.9 * drift + 0.1 * (share() - 0.5);
        const double season01 = std::sin(2 * M_PI * t / season) + 0.3 * std::sin(4 * M_PI * t / season);
        series.values.push_back(std::max(0.0, level * (1 + slope * t + amplitude * season01 + drift + 0.2 * (share() - 0.5))));
    }
    return series;
}

double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0)
            return std::stod(line.substr(6)) / 1024;
    return 0;
}

/// Seconds for `work` on 0 .. count - 1, on all cores.
double secondsFor(qint64 count, const std::function<void(qint64)> &work)
{
    JobContext job;
    QElapsedTimer timer;
    timer.start();
    const auto done = parallelInOrder(count, workerCount(0), job, [&](qint64 i) -> Result<OrderedWork> {
        return [&, i]() -> Result<OrderedKeep> {
            work(i);
            return [] { return Result<void>(); };
        };
    });
    return done ? double(timer.nsecsElapsed()) * 1e-9 : missing;
}

bool forecasts(const char *model, const Series &series, int horizon, const std::shared_ptr<const Panel> &panel)
{
    ModelSpec spec;
    spec.model = QString::fromLatin1(model);
    FitOptions options;
    options.horizon = horizon;
    options.panel = panel;
    JobContext job;
    const auto made = makeForecaster(spec);
    return made && (*made)->fit(series, options, job) && (*made)->forecast(series, horizon, levels);
}

void orders()
{
    constexpr int count = 20'000;
    const Series series = salesOf(1, 1000, 7, Step::Day);
    std::atomic<qint64> sum = 0;
    const double seconds = secondsFor(count / 100, [&](qint64) {
        for (int i = 0; i < 100; ++i)
            sum += bestByAicc(arPath(series.values, 100, 60, ArEstimator::YuleWalker), series.size(), 1).order();
    });
    std::printf("AR order among 0 to 60, 1,000 values: %.0f series/s (order %lld)\n", count / seconds, (long long)(sum / count));
}

void automatic()
{
    constexpr int count = 400;
    std::vector<Series> all;
    std::vector<std::vector<double>> values;
    for (int i = 0; i < count; ++i) {
        all.push_back(salesOf(quint64(i), 520, 52, Step::Week));
        values.push_back(all.back().values);
    }
    const auto panel = std::make_shared<const Panel>(std::move(values));
    std::atomic<int> failed = 0;
    const double seconds = secondsFor(count, [&](qint64 i) { failed += !forecasts("auto", all[size_t(i)], 13, panel); });
    std::printf("auto with intervals, ten years of weeks, 13 ahead: %.0f series/s (%d failed)\n", count / seconds, int(failed));
}

void pooled(const char *model, int count, int length)
{
    std::vector<Series> all(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        all[size_t(i)] = salesOf(quint64(i), length, 7, Step::Day);
    QElapsedTimer timer;
    timer.start();
    constexpr int companions = 1000;
    std::vector<std::vector<double>> values;
    for (int i = 0; i < count; i += std::max(1, count / companions))
        values.push_back(all[size_t(i)].values);
    const auto panel = std::make_shared<const Panel>(std::move(values));
    std::atomic<int> failed = 0;
    secondsFor(count, [&](qint64 i) { failed += !forecasts(model, all[size_t(i)], 28, panel); });
    const double seconds = double(timer.nsecsElapsed()) * 1e-9;
    std::printf("%s with conformal bands, %6d series of %d days, 28 ahead: %.1f s, %.2f ms a series, at most %.0f MB so far (%d failed)\n", model, count, length,
                seconds, 1e3 * seconds / count, peakMegabytes(), int(failed));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    std::printf("%d threads\n", workerCount(0));
    orders();
    automatic();
    std::vector<int> counts;
    for (int i = 1; i < argc; ++i)
        counts.push_back(std::stoi(argv[i]));
    for (const int count : counts.empty() ? std::vector<int>{1000, 10'000, 30'000} : counts)
        for (const char *model : {"pooled", "pooled-ar"})
            pooled(model, count, 2000);
    if (counts.empty())
        for (const int count : {1000, 10'000, 100'000})
            pooled("pooled-ar", count, 200);
}
