#include "core/models/Panel.h"

#include "core/models/PooledRegression.h"

#include <QScopeGuard>

#include <algorithm>
#include <atomic>
#include <condition_variable>

namespace foretrail {

namespace {

constexpr size_t mostScored = 64; ///< of more series the quantiles hardly get better

std::vector<Values> cutBack(const std::vector<Series> &series, int cut)
{
    std::vector<Values> known;
    for (const Series &one : series)
        if (one.size() > cut)
            known.push_back(Values(one.values).first(size_t(one.size() - cut)));
    return known;
}

std::vector<Series> unnamed(std::vector<std::vector<double>> values)
{
    std::vector<Series> series;
    for (std::vector<double> &one : values)
        series.emplace_back().values = std::move(one);
    return series;
}

} // namespace

/// What is being found out about some series of the panel.
struct Panel::ScorePlace {
    std::once_flag once;
    std::vector<size_t> chosen; ///< places of series
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    std::condition_variable isReady;
    size_t done = 0;
    int horizon = 1;
    std::vector<ScoresByThird> found; ///< by the order of `chosen`
    std::vector<double> origins;
    std::shared_ptr<const PooledScores> pooled; ///< when all are done

    void countOne()
    {
        const std::lock_guard lock(mutex);
        if (++done < chosen.size())
            return;
        pool();
        isReady.notify_all();
    }
    void pool()
    {
        PooledScores all;
        all.horizon = horizon;
        for (size_t i = 0; i < found.size(); ++i) {
            for (size_t third = 0; third < found[i].size(); ++third)
                all.sorted[third].insert(all.sorted[third].end(), found[i][third].begin(), found[i][third].end());
            const bool hasScores = !found[i].front().empty(); // each origin has the first steps behind it
            all.series += hasScores ? 1 : 0;
            all.origins += hasScores ? origins[i] : 0.0;
        }
        all.origins /= std::max(all.series, 1);
        for (std::vector<double> &scores : all.sorted)
            std::sort(scores.begin(), scores.end());
        pooled = std::make_shared<const PooledScores>(std::move(all));
    }
};

Panel::Panel(std::vector<Series> series, std::vector<Beside> beside) : m_series(std::move(series)), m_beside(std::move(beside)) {}
Panel::Panel(std::vector<std::vector<double>> values) : Panel(unnamed(std::move(values))) {}
Panel::~Panel() = default;

std::shared_ptr<const PooledFit> Panel::pooled(const PooledShape &shape, int cut) const
{
    Place &place = placeOf(shape, cut);
    std::call_once(place.once, [&] { place.fit = fitPooled(cutBack(m_series, cut), shape); });
    return place.fit;
}

std::shared_ptr<const PooledScores> Panel::scores(const QString &name, int cut, int horizon, const IsLike &isLike, const ScoresOf &scoresOf) const
{
    ScorePlace &place = scorePlaceOf(name, cut);
    std::call_once(place.once, [&] {
        place.horizon = horizon;
        choose(place, cut, isLike);
    });
    for (size_t i = place.next++; i < place.chosen.size(); i = place.next++) {
        const auto counted = qScopeGuard([&place] { place.countOne(); }); // whatever happens: others wait for it
        place.found[i] = scoresOf(known(place.chosen[i], cut), place.origins[i]);
    }
    std::unique_lock lock(place.mutex);
    place.isReady.wait(lock, [&] { return place.pooled != nullptr; });
    return place.pooled;
}

void Panel::choose(ScorePlace &place, int cut, const IsLike &isLike) const
{
    std::vector<size_t> alike;
    for (size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].size() > cut && isLike(Values(m_series[i].values).first(size_t(m_series[i].size() - cut))))
            alike.push_back(i);
    const size_t count = std::min(mostScored, alike.size());
    for (size_t k = 0; k < count; ++k)
        place.chosen.push_back(alike[k * alike.size() / count]);
    place.found.resize(count);
    place.origins.resize(count);
    if (count == 0)
        place.pool();
}

std::vector<double> Panel::known(size_t series, int cut) const
{
    const std::vector<double> &all = m_series[series].values;
    return {all.begin(), all.end() - cut};
}

qint64 Panel::windows(const PooledShape &shape, int cut) const
{
    qint64 windows = 0;
    for (const Series &one : m_series)
        windows += std::max<qint64>(one.size() - cut - shape.lookback - shape.horizon + 1, 0);
    return windows;
}

Result<std::shared_ptr<const void>> Panel::learntBefore(const QString &name, const std::function<Result<std::shared_ptr<const void>>()> &learn) const
{
    LearntPlace *place = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        std::unique_ptr<LearntPlace> &kept = m_learnt[name];
        if (!kept)
            kept = std::make_unique<LearntPlace>();
        place = kept.get();
    }
    const std::lock_guard lock(place->mutex);
    if (place->made)
        return place->made;
    Result<std::shared_ptr<const void>> made = learn();
    if (made)
        place->made = *made;
    return made;
}

Panel::Place &Panel::placeOf(const PooledShape &shape, int cut) const
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<Place> &place = m_fits[{shape, cut}];
    if (!place)
        place = std::make_unique<Place>();
    return *place;
}

Panel::ScorePlace &Panel::scorePlaceOf(const QString &name, int cut) const
{
    const std::lock_guard lock(m_mutex);
    std::unique_ptr<ScorePlace> &place = m_scores[{name, cut}];
    if (!place)
        place = std::make_unique<ScorePlace>();
    return *place;
}

} // namespace foretrail
