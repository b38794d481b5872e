#include "core/models/OriginTrials.h"

#include <algorithm>

namespace foretrail {

std::vector<int> trialCuts(qint64 length, int season, int horizon)
{
    constexpr int most = 6;
    const int stride = std::max(1, (horizon + 2) / 3);
    constexpr qint64 fewest = 10;
    const qint64 usual = std::max(fewest, std::min<qint64>(2 * qint64(season) + 2, 3 * qint64(horizon)));
    // Of a long season that was seen twice at most, something has to be held back all the same.
    const qint64 least = length - stride >= usual ? usual : std::min(usual, std::max<qint64>(fewest, season + season / 4));
    std::vector<int> cuts;
    for (int k = 1; k <= most && length - qint64(k) * stride >= least; ++k)
        cuts.push_back(k * stride);
    return cuts;
}

Result<std::vector<std::vector<double>>> forecastsAtOrigins(const ForecasterMaker &make, const std::vector<int> &cuts, const Series &train,
                                                            const FitOptions &options, const Regressors &regressors, JobContext &job)
{
    std::vector<std::vector<double>> forecasts;
    for (const int cut : cuts) {
        if (job.stopRequested())
            return fail(Error::cancelled());
        const auto model = make();
        const Series known = train.part(0, train.size() - cut);
        FitOptions own = options;
        own.panelCut += cut;
        model->setRegressors(regressors);
        if (const auto done = model->fit(known, own, job); !done)
            return fail(done.error());
        auto forecast = model->forecast(known, std::max(options.horizon, 1), {});
        if (!forecast)
            return fail(forecast.error());
        forecast->mean.resize(size_t(std::min(cut, forecast->horizon())));
        forecasts.push_back(std::move(forecast->mean));
    }
    return forecasts;
}

std::vector<std::vector<double>> actualAtOrigins(const std::vector<int> &cuts, const Series &train, int horizon)
{
    std::vector<std::vector<double>> actual;
    for (const int cut : cuts) {
        const Values after = Values(train.values).last(size_t(cut));
        const Values judged = after.first(size_t(std::min(cut, std::max(horizon, 1))));
        actual.emplace_back(judged.begin(), judged.end());
    }
    return actual;
}

} // namespace foretrail
