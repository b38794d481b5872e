// Fits and forecasts per second of the statistical models, on a series with trend, weekly season and noise.
#include "core/models/ModelRegistry.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

using namespace foretrail;

namespace {

Series shopSeries(int length)
{
    std::mt19937_64 random(1);
    Series series;
    series.key = QStringLiteral("total");
    series.axis = {Step::Day, 0};
    for (int t = 0; t < length; ++t) {
        const double noise = double(random() >> 11) / 9007199254740992.0 - 0.5;
        series.values.push_back(1000 + 2.0 * t + 200 * std::sin(2 * M_PI * t / 7.0) + 150 * noise);
    }
    return series;
}

void fitAndForecast(benchmark::State &state, const char *model)
{
    const ModelRegistry registry = ModelRegistry::classical();
    const Series series = shopSeries(int(state.range(0)));
    const double levels[] = {80, 95};
    ModelSpec spec;
    spec.model = QString::fromLatin1(model);
    for (auto _ : state) {
        JobContext job;
        auto forecaster = registry.create(spec);
        if (!forecaster || !(*forecaster)->fit(series, {}, job)) {
            state.SkipWithError("the fit failed");
            break;
        }
        benchmark::DoNotOptimize((*forecaster)->forecast(series, 28, levels));
    }
    state.SetItemsProcessed(state.iterations());
}

} // namespace

BENCHMARK_CAPTURE(fitAndForecast, snaive, "snaive")->Arg(300)->Arg(1000);
BENCHMARK_CAPTURE(fitAndForecast, ar, "ar")->Arg(300)->Arg(1000);
BENCHMARK_CAPTURE(fitAndForecast, ar_fourier, "ar-fourier")->Arg(300)->Arg(1000);

BENCHMARK_MAIN();
