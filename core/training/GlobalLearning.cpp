// How a GlobalNetwork comes about: a first network judged on the last values of each series says how long to learn, whether to take
// seasons off and how wide intervals must be; then networks from several seeds learn from everything.
#include "core/training/GlobalLearning.h"

#include "core/models/Intervals.h"
#include "core/models/PooledForecaster.h"
#include "core/models/TrainingControl.h"
#include "core/series/Statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretrail {
namespace {

struct GlobalRequestText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::GlobalNetwork)
};

constexpr double worthTakingOff = 0.05; // the share of series with a season from which on taking it off is tried

/// The mean absolute change from season to season: what a naive forecast would miss.
double naiveError(const double *values, int known, int season)
{
    double sum = 0;
    int count = 0;
    const int lag = known > season ? season : 1;
    for (int t = lag; t < known; ++t, ++count)
        sum += std::abs(values[t] - values[t - lag]);
    return count > 0 ? sum / count : 0;
}

/// Whether the value of one season before lies nearer to the targets than the level, over some windows spread evenly.
bool guessesBetter(const GlobalWindows &windows, const GlobalShape &shape, int lag)
{
    constexpr qint64 most = 500;
    std::vector<qint64> rows;
    for (qint64 i = 0; i < std::min(most, windows.count()); ++i)
        rows.push_back(i * windows.count() / std::min(most, windows.count()));
    const WindowSize size = shape.size();
    std::vector<float> inputs(rows.size() * size_t(size.lookback * size.features)), extras(rows.size() * size_t(size.extras)), targets(rows.size() * size_t(size.targets));
    std::vector<int> entities(rows.size());
    WindowBatch batch;
    batch.inputs = inputs.data();
    batch.stride = size.features;
    batch.extras = extras.data();
    batch.targets = targets.data();
    batch.entities = entities.data();
    windows.gather(rows, batch);
    double level = 0;
    double season = 0;
    for (size_t row = 0; row < rows.size(); ++row)
        for (int h = 0; h < shape.horizon; ++h)
            if (const float target = targets[row * size_t(shape.horizon) + size_t(h)]; !std::isnan(target)) {
                level += double(std::abs(target));
                season += double(std::abs(target - extras[row * size_t(size.extras) + size_t(lag + h % shape.season)]));
            }
    return season < level;
}

} // namespace

std::pair<double, double> quantileEnds(const std::array<float, globalQuantiles.size()> &step, double level)
{
    static const std::array<double, globalQuantiles.size()> deviates = [] {
        std::array<double, globalQuantiles.size()> result{};
        for (size_t q = 0; q < result.size(); ++q)
            result[q] = (globalQuantiles[q] < 0.5 ? -1 : 1) * (globalQuantiles[q] == 0.5 ? 0 : normalWidth(100 * std::abs(2 * globalQuantiles[q] - 1)));
        return result;
    }();
    const auto at = [&](double deviate) {
        const auto next = std::clamp<size_t>(size_t(std::lower_bound(deviates.begin(), deviates.end(), deviate) - deviates.begin()), 1, deviates.size() - 1);
        const double way = (deviate - deviates[next - 1]) / (deviates[next] - deviates[next - 1]);
        return double(step[next - 1]) + way * double(step[next] - step[next - 1]);
    };
    const double deviate = normalWidth(level);
    return {at(-deviate), at(deviate)};
}

/// The autoregressions of all series without their last `cut` values.
Result<const CrossFit *> GlobalLearning::baseWithout(int cut)
{
    if (const auto there = m_bases.find(cut); there != m_bases.end())
        return &there->second;
    Result<CrossFit> fits = CrossFit::of(m_request.series, m_request.spec, m_request.horizon, cut, m_job);
    if (!fits)
        return fail(fits.error());
    return &m_bases.emplace(cut, std::move(*fits)).first->second;
}

/// To learn from all series without their last `cut` values.
Result<std::shared_ptr<GlobalNetwork>> GlobalLearning::prepared(bool takesSeason, int cut)
{
    auto network = std::make_shared<GlobalNetwork>();
    GlobalShape &shape = network->m_shape;
    qint64 longest = 0;
    int longestSeason = m_season;
    for (const Series &one : m_request.series) {
        longest = std::max(longest, one.size());
        longestSeason = std::max(longestSeason, longestSeasonOf(m_request.spec, one));
    }
    shape = GlobalShape::usual(global(), m_season, longestSeason, m_request.horizon, longest);
    network->m_coding.learn(m_request.series, beside(), cut, global().holidays);
    network->shapeBeside();
    shape.hasEntities = global().embedding > 0 && m_request.series.size() > 1;
    network->m_loss = global().loss;
    shape.isCount = isCount();
    shape.hasBase = m_request.correctsPooledAr;
    if (shape.hasBase) {
        const Result<const CrossFit *> base = baseWithout(cut);
        if (!base)
            return fail(base.error());
        network->m_base = (*base)->whole();
    }
    network->m_takesSeason = takesSeason;
    network->m_isOriginalScale = m_request.isOriginalScale;
    network->m_series = qint64(m_request.series.size());
    for (size_t i = 0; shape.hasEntities && i < m_request.series.size(); ++i)
        network->m_entities.insert(m_request.series[i].key, int(i) + 1);
    return network;
}

/// All series without their last `cut` values.
std::vector<LevelSeries> GlobalLearning::levels(const GlobalNetwork &network, int cut) const
{
    std::vector<LevelSeries> result;
    result.reserve(m_request.series.size());
    static const Beside none;
    for (size_t i = 0; i < m_request.series.size(); ++i) {
        const Series &one = m_request.series[i];
        const Series part = cut == 0 ? Series() : one.part(0, std::max<qint64>(one.size() - cut, 0));
        const Series &known = cut == 0 ? one : part;
        const Beside &with = beside().empty() ? none : beside()[i];
        result.push_back(known.size() < 1 ? LevelSeries() : network.seen(known, network.scaleOf(known, with), with));
        if (network.shape().hasBase && known.size() > 0)
            result.back().setBase(m_bases.at(cut).without(i), Values(one.values).first(size_t(known.size())));
    }
    return result;
}

TrainingSettings GlobalLearning::settings(quint64 seed) const
{
    TrainingSettings settings;
    settings.loss = global().loss;
    if (settings.loss == Loss::Pinball)
        settings.quantiles.assign(globalQuantiles.begin(), globalQuantiles.end());
    settings.optimiser = global().optimiser;
    settings.schedule = global().schedule;
    settings.learningRate = global().learningRate;
    settings.finalRate = 0.05;
    settings.weightDecay = global().weightDecay;
    settings.clipNorm = m_request.spec.clipNorm;
    settings.batch = global().batch;
    settings.epochs = global().epochs;
    settings.patience = global().patience;
    settings.windowsAnEpoch = global().windows;
    settings.seed = seed;
    settings.workers = m_request.spec.threads;
    return settings;
}

/// The linear part begins by saying what is the better guess for some windows: the level, or the value of one season before.
Result<void> GlobalLearning::beginLinear(GlobalNetwork &network, const GlobalWindows &windows)
{
    const GlobalShape &shape = network.shape();
    if (!shape.isLinear)
        return {};
    const int lag = shape.season > 1 && shape.season <= shape.lookback ? shape.lookback - shape.season : -1; // where the last season begins
    const bool repeatsSeason = lag >= 0 && !isCount() && !shape.hasBase && guessesBetter(windows, shape, lag);
    std::vector<Tensor> tensors = network.m_members.back()->tensors();
    const auto head = std::find_if(tensors.begin(), tensors.end(), [](const Tensor &tensor) { return tensor.name == "head.weight"; });
    const auto inputs = size_t(head->shape[1]);
    const size_t units = inputs - size_t(shape.size().extras);
    const auto each = size_t(network.outputsPerStep());
    for (size_t output = 0; output < size_t(head->shape[0]); ++output) {
        float *weights = head->values.data() + output * inputs + units;
        std::fill_n(weights, inputs - units, 0.0F);
        if (repeatsSeason)
            weights[lag + int(output / each) % shape.season] = 1.0F;
    }
    return network.m_members.back()->setTensors(tensors);
}

/// Learns without the last values of each series and judges by them.
Result<GlobalLearning::Tried> GlobalLearning::tried(bool takesSeason)
{
    const int horizon = m_request.horizon;
    const auto network = prepared(takesSeason, m_request.cut + horizon);
    if (!network)
        return fail(network.error());
    Tried tried{*network, 0, 0};
    const std::vector<LevelSeries> known = levels(*tried.network, m_request.cut + horizon);
    const OriginWindows validation(ends(*tried.network, known), tried.network->shape());
    const Result<int> epochs = train(*tried.network, known, &validation, m_request.spec.seed, global().epochs, true);
    if (!epochs)
        return fail(epochs.error());
    // The last rounds, with small steps, are worth more than one that happened to end well.
    tried.epochs = mostEpochs(std::max(*epochs, (global().epochs + 1) / 2));
    if (const Result<void> judged = judge(tried, known, validation.origins()); !judged)
        return fail(judged.error());
    return tried;
}

/// The networks of all seeds together, each learnt as those will be that count: what they said is what intervals and mixes go by.
Result<void> GlobalLearning::tryOtherSeeds(Tried &tried)
{
    if (global().members < 2)
        return {};
    const std::vector<LevelSeries> known = levels(*tried.network, m_request.cut + m_request.horizon);
    for (int member = 1; member < global().members; ++member)
        if (const Result<int> epochs = train(*tried.network, known, nullptr, m_request.spec.seed + quint64(member), tried.epochs, true); !epochs)
            return fail(epochs.error());
    return judge(tried, known, ends(*tried.network, known));
}

/// The end of what is known of each series, with what followed.
std::vector<OriginWindows::Origin> GlobalLearning::ends(const GlobalNetwork &network, const std::vector<LevelSeries> &known) const
{
    std::vector<OriginWindows::Origin> origins;
    for (size_t i = 0; i < known.size(); ++i)
        if (known[i].size() > 1)
            origins.push_back({&known[i], known[i].size(), network.entityOf(m_request.series[i].key), m_request.series[i].values.data() + known[i].size()});
    return origins;
}

/// `origins`: at the ends of what is `known`.
Result<void> GlobalLearning::judge(Tried &tried, const std::vector<LevelSeries> &known, const std::vector<OriginWindows::Origin> &origins)
{
    GlobalNetwork &network = *tried.network;
    const int horizon = m_request.horizon;
    const auto fans = network.ahead(origins);
    if (!fans)
        return fail(fans.error());
    std::array<std::array<std::vector<double>, 3>, calibratedLevels.size()> outside;
    network.m_trials.assign(known.size(), {});
    constexpr double leastRatio = 1e-3; // so that a series met exactly does not rule all
    double logs = 0;
    int counted = 0;
    for (size_t k = 0; k < origins.size(); ++k) {
        const OriginWindows::Origin &origin = origins[k];
        const WindowLevel level = WindowLevel::before(*origin.series, origin.known, network.shape());
        const double unit = missUnit(*origin.series, origin.known, network.shape(), level);
        std::vector<double> &said = network.m_trials[size_t(origin.series - known.data())];
        double missed = 0;
        for (int h = 0; h < horizon; ++h) {
            const auto &step = (*fans)[k].steps[size_t(h)];
            const double point = level.centre + level.width * double((*fans)[k].points[size_t(h)]);
            said.push_back(origin.series->restored(point, origin.known + h));
            missed += std::abs(origin.ahead[h] - said.back()) / horizon;
            const double seen = (origin.series->seen(origin.ahead[h], origin.known + h) - level.centre) / level.width;
            for (size_t l = 0; l < calibratedLevels.size(); ++l) {
                const auto [low, high] = quantileEnds(step, calibratedLevels[l]);
                outside[l][size_t(3 * h / horizon)].push_back(std::max(low - seen, seen - high) / unit);
            }
        }
        const double scale = naiveError(origin.ahead - origin.known, origin.known, m_season);
        if (scale > 0) {
            logs += std::log(missed / scale + leastRatio);
            ++counted;
        }
    }
    tried.error = counted > 0 ? std::exp(logs / counted) : 0;
    for (size_t l = 0; l < calibratedLevels.size(); ++l)
        for (size_t third = 0; third < 3; ++third) {
            std::vector<double> &values = outside[l][third];
            std::sort(values.begin(), values.end());
            network.m_calibration.widening[l][third] = values.empty() ? 0.0 : conformalQuantile(values, calibratedLevels[l] / 100);
        }
    return {};
}

double GlobalLearning::shareWithSeason() const
{
    if (m_season < 2 || m_request.series.empty())
        return 0;
    const auto count = std::count_if(m_request.series.begin(), m_request.series.end(), [this](const Series &one) {
        return testSeason(Values(one.values).first(size_t(std::max<qint64>(one.size() - m_request.cut - m_request.horizon, 0))), m_season).isSeasonal();
    });
    return double(count) / double(m_request.series.size());
}

Result<std::shared_ptr<const GlobalNetwork>> GlobalLearning::learn()
{
    if (m_request.correctsPooledAr && isCount())
        return fail(ErrorCode::InvalidInput, GlobalRequestText::tr("What an autoregression misses is no count. Choose the loss mae, mse, huber or pinball."));
    if (!m_request.hooks.resumed.isEmpty())
        if (const Result<void> resumed = m_row.resume(m_request.hooks.resumed); !resumed)
            return fail(resumed.error());
    if (m_request.hooks.onJudged && m_request.shown)
        m_teller.emplace(*m_request.shown, m_request.horizon, m_request.isOriginalScale && isNonNegative(m_request.shown->series.values));
    m_season = m_request.series.empty() ? 1 : seasonOf(m_request.spec, m_request.series.front());
    const bool triesSeason = !isCount() && shareWithSeason() > worthTakingOff;
    m_mostEpochs = m_request.hooks.control ? m_request.hooks.control->mostEpochs() : 0;
    m_left = int(triesSeason) + 2 * global().members;
    m_planned = mostEpochs(global().epochs) * m_left;
    Result<Tried> best = tried(false);
    if (!best)
        return fail(best.error());
    if (triesSeason) {
        Result<Tried> other = tried(true);
        if (!other)
            return fail(other.error());
        if (other->error < best->error)
            best = std::move(other);
    }
    if (const Result<void> done = tryOtherSeeds(*best); !done)
        return fail(done.error());
    const auto made = prepared(best->network->takesSeason(), m_request.cut);
    if (!made)
        return fail(made.error());
    const std::shared_ptr<GlobalNetwork> &network = *made;
    network->m_calibration = best->network->m_calibration;
    network->m_trials = best->network->m_trials;
    const std::vector<LevelSeries> all = levels(*network, m_request.cut);
    for (int member = 0; member < global().members; ++member) {
        const Result<int> epochs = train(*network, all, nullptr, m_request.spec.seed + quint64(member), best->epochs, false);
        if (!epochs)
            return fail(epochs.error());
        network->m_epochs = *epochs;
    }
    return network;
}

Result<std::shared_ptr<const GlobalNetwork>> GlobalNetwork::learn(const Request &request, JobContext &job) { return GlobalLearning(request, job).learn(); }

} // namespace foretrail
