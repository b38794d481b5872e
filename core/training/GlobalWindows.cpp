#include "core/training/GlobalWindows.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foretrail {
namespace {

constexpr int wantedSteps = 8; // of the network in one window
constexpr float farthest = 8; // widths from the centre: a single large order must not rule the network
constexpr float farthestAhead = 100; // of a target: behind a window of noughts anything would be that far, and the loss tell of nothing else
constexpr qint64 unknownEvery = 20; // windows that teach what to do with a series that was not there
constexpr qint64 unknownAttributesEvery = 30; // and with one of which nothing else is known

/// A divisor of the season (or any number where there is none) that makes some dozen steps of a window.
int segmentFor(int lookback, int season)
{
    const double wanted = double(lookback) / wantedSteps;
    const auto away = [wanted](int segment) { return std::abs(std::log(segment / wanted)); };
    int best = 1;
    for (int segment = 1; segment <= std::max(season, lookback / 4); ++segment) {
        const bool fits = season > 1 ? season % segment == 0 : true;
        if (fits && segment <= lookback / 2 && away(segment) < away(best))
            best = segment;
    }
    return best;
}

float seen(double value, const WindowLevel &level)
{
    return std::clamp(float((value - level.centre) / level.width), -farthest, farthest);
}

void writePlace(float *to, qint64 place, const GlobalShape &shape)
{
    for (int pair = 1; pair <= shape.pairs; ++pair) {
        const double angle = 2 * std::numbers::pi * pair * double(place % shape.season) / shape.season;
        *to++ = float(std::sin(angle));
        *to++ = float(std::cos(angle));
    }
}

float *writeAttributes(const LevelSeries &series, const GlobalShape &shape, bool knows, float *to)
{
    return knows && shape.attributes > 0 ? std::copy_n(series.attributes().begin(), shape.attributes, to) : std::fill_n(to, shape.attributes, 0.0F);
}

void writeExtras(const LevelSeries &series, int origin, const GlobalShape &shape, const WindowLevel &level, bool knowsAttributes, float *to)
{
    if (shape.isLinear) {
        for (int i = 0; i < shape.lookback; ++i)
            *to++ = seen(double(series.at(origin - shape.lookback + i)), level);
        writePlace(to, std::max<qint64>(series.place() + origin, 0), shape);
        to += 2 * shape.pairs;
    }
    for (int column = 0; column < shape.columnsAhead; ++column)
        for (int h = 0; h < shape.horizon; ++h)
            *to++ = series.column(column, origin + h);
    to = writeAttributes(series, shape, knowsAttributes, to);
    if (shape.hasBase)
        std::ranges::copy(baseAhead(series, origin, shape, level), to);
}

// And the size of a window, which losses of counts ask for. The extras of the row are there.
template<class ValueAhead>
void writeTargets(ValueAhead ahead, const WindowLevel &level, const GlobalShape &shape, size_t row, const WindowBatch &batch)
{
    const float *base = shape.hasBase ? batch.extras + (row + 1) * size_t(shape.extras()) - shape.horizon : nullptr;
    const auto target = [&](int h) { // counts are what they are; what is missing stays so
        const float away = float((ahead(h) - level.centre) / level.width) - (base ? base[h] : 0.0F);
        return shape.isCount ? away : std::clamp(away, -farthestAhead, farthestAhead);
    };
    for (int h = 0; batch.targets && h < shape.horizon; ++h)
        batch.targets[row * size_t(shape.horizon) + size_t(h)] = target(h);
    if (batch.scales && shape.isCount)
        batch.scales[row] = float(level.width);
}

} // namespace

GlobalShape GlobalShape::usual(const GlobalSettings &settings, int season, int longestSeason, int horizon, qint64 longest)
{
    GlobalShape shape;
    shape.season = season;
    shape.horizon = horizon;
    shape.lookback = settings.lookback > 0 ? settings.lookback : std::max(2 * horizon, 2 * longestSeason);
    shape.lookback = int(std::clamp<qint64>(shape.lookback, 4, std::max<qint64>(longest - horizon, 4)));
    shape.segment = settings.segment > 0 ? std::min(settings.segment, shape.lookback) : segmentFor(shape.lookback, season);
    shape.lookback = (shape.lookback + shape.segment - 1) / shape.segment * shape.segment;
    shape.pairs = season >= 12 ? 2 : season > 2 ? 1 : 0;
    shape.isLinear = settings.linear;
    return shape;
}

WindowLevel WindowLevel::before(const LevelSeries &series, int origin, const GlobalShape &shape)
{
    WindowLevel level;
    const int season = std::clamp(shape.season, 1, origin);
    for (int i = origin - season; i < origin; ++i)
        level.centre += double(series.at(i)) / season;
    const int first = std::max(origin - shape.lookback, 0);
    double away = 0;
    double size = 0;
    for (int i = first; i < origin; ++i) {
        away += std::abs(double(series.at(i)) - level.centre);
        size += std::abs(double(series.at(i)));
    }
    const double count = origin - first;
    if (shape.isCount)
        return {0, size / count + 1};
    level.width = std::max({away / count, 1e-3 * size / count, 1e-3 * std::abs(level.centre)});
    if (!(level.width > 0))
        level.width = 1;
    return level;
}

double missUnit(const LevelSeries &series, int origin, const GlobalShape &shape, const WindowLevel &level)
{
    const int lag = origin > shape.season ? std::max(shape.season, 1) : 1;
    if (shape.isCount || origin <= lag)
        return 1;
    double change = 0;
    for (int i = lag; i < origin; ++i)
        change += std::abs(double(series.at(i)) - double(series.at(i - lag)));
    return std::max(1.0, change / (origin - lag) / level.width);
}

std::vector<float> baseAhead(const LevelSeries &series, int origin, const GlobalShape &shape, const WindowLevel &level)
{
    std::vector<float> seenAhead;
    for (const double value : series.base(origin, shape.horizon))
        seenAhead.push_back(seen(value, level));
    return seenAhead;
}

void writeWindow(const LevelSeries &series, int origin, const GlobalShape &shape, size_t row, size_t rows, const WindowBatch &batch, bool knowsAttributes)
{
    const WindowLevel level = WindowLevel::before(series, origin, shape);
    const int first = origin - shape.lookback;
    for (int step = 0; step < shape.steps(); ++step) {
        float *to = batch.inputs + (size_t(step) * rows + row) * size_t(batch.stride);
        const int begin = first + step * shape.segment;
        for (int i = 0; i < shape.segment; ++i)
            to[i] = seen(double(series.at(begin + i)), level);
        to += shape.segment;
        for (int column = 0; column < shape.columns; ++column)
            for (int i = 0; i < shape.segment; ++i)
                *to++ = series.column(column, begin + i);
        to = writeAttributes(series, shape, knowsAttributes, to);
        writePlace(to, std::max<qint64>(series.place() + begin + shape.segment, 0), shape);
    }
    writeExtras(series, origin, shape, level, knowsAttributes, batch.extras + row * size_t(shape.extras()));
}

GlobalWindows::GlobalWindows(const std::vector<LevelSeries> &series, const GlobalShape &shape) : m_series(series), m_shape(shape)
{
    qint64 count = 0;
    for (const LevelSeries &one : series) {
        const int last = one.size() - 1;
        const int whole = std::max(1, one.size() - shape.horizon); // the last with all targets
        const int first = std::min({shape.lookback, std::max(shape.horizon, shape.lookback / 2), whole});
        m_first.push_back(count);
        m_origins.push_back(first);
        count += std::max(last - first + 1, 0);
    }
    m_first.push_back(count);
}

void GlobalWindows::gather(std::span<const qint64> windows, const WindowBatch &batch) const
{
    for (size_t row = 0; row < windows.size(); ++row) {
        const auto next = std::upper_bound(m_first.begin(), m_first.end(), windows[row]);
        const auto series = size_t(next - m_first.begin() - 1);
        const int origin = m_origins[series] + int(windows[row] - m_first[series]);
        writeWindow(m_series[series], origin, m_shape, row, windows.size(), batch, windows[row] % unknownAttributesEvery != 0);
        const LevelSeries &one = m_series[series];
        writeTargets([&](int h) { return origin + h < one.size() ? double(one.at(origin + h)) : missing; }, WindowLevel::before(one, origin, m_shape), m_shape, row, batch);
        if (m_shape.hasEntities)
            batch.entities[row] = windows[row] % unknownEvery == 0 ? 0 : int(series) + 1;
    }
}

void OriginWindows::gather(std::span<const qint64> windows, const WindowBatch &batch) const
{
    for (size_t row = 0; row < windows.size(); ++row) {
        const Origin &origin = m_origins[size_t(windows[row])];
        writeWindow(*origin.series, origin.known, m_shape, row, windows.size(), batch);
        if (origin.ahead)
            writeTargets([&](int h) { return origin.series->seen(origin.ahead[h], origin.known + h); },
                         WindowLevel::before(*origin.series, origin.known, m_shape), m_shape, row, batch);
        if (m_shape.hasEntities)
            batch.entities[row] = origin.entity;
    }
}

} // namespace foretrail
