#include "core/series/Mstl.h"

#include "core/series/Gaps.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretrail {
namespace {

struct MstlText {
    Q_DECLARE_TR_FUNCTIONS(foretrail::Mstl)
};

std::vector<int> usableSeasons(std::vector<int> seasons, size_t length)
{
    std::sort(seasons.begin(), seasons.end());
    seasons.erase(std::unique(seasons.begin(), seasons.end()), seasons.end());
    std::erase_if(seasons, [length](int season) { return season < 2 || 2 * size_t(season) >= length; });
    return seasons;
}

StlOptions optionsFor(const std::vector<int> &seasons, size_t which, const MstlOptions &options)
{
    StlOptions one{.season = seasons[which]};
    one.seasonalWindow = which < options.seasonalWindows.size() ? options.seasonalWindows[which] : 11 + 4 * int(which);
    one.seasonalDegree = options.seasonalDegree;
    one.trendWindow = options.trendWindow;
    one.robust = options.robust;
    return one;
}

void add(std::vector<double> &values, Values other, double sign)
{
    for (size_t i = 0; i < values.size(); ++i)
        values[i] += sign * other[i];
}

// values: the series without gaps; afterwards what the seasonal parts leave of it.
Result<void> separateSeasons(std::vector<double> &values, const MstlOptions &options, Decomposition &parts)
{
    std::vector<StlWorkspace> workspaces(parts.seasons.size());
    parts.seasonal.assign(parts.seasons.size(), std::vector<double>(values.size(), 0.0));
    const int passes = parts.seasons.size() == 1 ? 1 : options.passes;
    for (int pass = 0; pass < passes; ++pass) {
        for (size_t i = 0; i < parts.seasons.size(); ++i) {
            add(values, parts.seasonal[i], 1);
            auto one = workspaces[i].decompose(values, optionsFor(parts.seasons, i, options));
            if (!one)
                return fail(one.error());
            parts.seasonal[i] = std::move(one->seasonal[0]);
            parts.trend = std::move(one->trend);
            parts.weights = std::move(one->weights);
            add(values, parts.seasonal[i], -1);
        }
    }
    return {};
}

LoessOptions trendLoess(size_t length, int window)
{
    if (window == 0)
        window = std::max(7, int(length / 4) | 1);
    return {window, 1, std::max(1, window / 10)};
}

double variance(Values values)
{
    double mean = 0, sum = 0;
    qint64 count = 0;
    for (const double value : values) { // Welford's update, which a large mean does not spoil
        if (std::isnan(value))
            continue;
        const double distance = value - mean;
        mean += distance / double(++count);
        sum += distance * (value - mean);
    }
    return count > 0 ? sum / double(count) : 0.0;
}

} // namespace

Result<Decomposition> mstl(Values y, const std::vector<int> &seasons, const MstlOptions &options)
{
    if (options.passes < 1)
        return fail(ErrorCode::InvalidInput, MstlText::tr("A decomposition takes 1 pass or more, not %1.").arg(options.passes));
    if (options.trendWindow != 0 && (options.trendWindow < 3 || options.trendWindow % 2 == 0))
        return fail(ErrorCode::InvalidInput, MstlText::tr("The window of a trend is an odd number from 3 on, or 0 for the usual one; not %1.").arg(options.trendWindow));
    auto filled = filledLinearly(y);
    if (!filled)
        return fail(filled.error());
    Decomposition parts;
    parts.seasons = usableSeasons(seasons, y.size());
    if (auto separated = separateSeasons(*filled, options, parts); !separated)
        return fail(separated.error());
    if (parts.seasons.empty()) {
        parts.trend = loess(*filled, trendLoess(y.size(), options.trendWindow));
        parts.weights.assign(y.size(), 1.0);
    }
    parts.remainder = std::move(*filled);
    add(parts.remainder, parts.trend, -1);
    for (size_t i = 0; i < y.size(); ++i)
        if (!std::isfinite(y[i]))
            parts.remainder[i] = missing;
    return parts;
}

double seasonalStrength(Values seasonal, Values remainder)
{
    std::vector<double> both(remainder.begin(), remainder.end());
    add(both, seasonal, 1);
    const double whole = variance(both);
    return whole > 0 ? std::max(0.0, 1.0 - variance(remainder) / whole) : 0.0;
}

double seasonalStrength(const Decomposition &parts, size_t which)
{
    return seasonalStrength(parts.seasonal[which], parts.remainder);
}

double trendStrength(const Decomposition &parts) { return seasonalStrength(parts.trend, parts.remainder); }

std::vector<double> continueSeason(Values seasonal, int season, qint64 ahead)
{
    std::vector<double> following;
    if (season < 1 || qint64(seasonal.size()) < season)
        return following;
    const Values last = seasonal.last(size_t(season));
    for (qint64 step = 0; step < ahead; ++step)
        following.push_back(last[size_t(step % season)]);
    return following;
}

} // namespace foretrail
