#pragma once

#include "core/models/ModelSpec.h"
#include "core/neural/interface/Windows.h"
#include "core/training/LevelSeries.h"

namespace foretrail {

/// How windows of a network over many series look.
struct GlobalShape {
    int lookback = 28;
    int segment = 1;  ///< values that one step takes in; lookback is a multiple of it
    int horizon = 1;
    int season = 1;
    int pairs = 0;    ///< sines and cosines of the place in the season
    bool isLinear = true; ///< the window reaches the head as well
    bool hasEntities = false;
    int columns = 0;      ///< beside each value of a step
    int columnsAhead = 0; ///< the first of them, which reach the head for each step ahead
    int attributes = 0;   ///< numbers that say what a series is, on each step and at the head
    bool hasBase = false; ///< targets are less what an autoregression says of them, which the head sees last of all
    bool isCount = false; ///< nothing is subtracted, for what is counted begins at zero

    /// Without what stands beside the values. `longestSeason`: of all series, `longest`: how many values the longest of them has.
    static GlobalShape usual(const GlobalSettings &settings, int season, int longestSeason, int horizon, qint64 longest);
    int steps() const { return lookback / segment; }
    int features() const { return segment * (1 + columns) + 2 * pairs + attributes; } ///< of a step
    int extras() const { return (isLinear ? lookback + 2 * pairs : 0) + columnsAhead * horizon + attributes + (hasBase ? horizon : 0); }
    WindowSize size() const { return {steps(), features(), extras(), horizon}; }
    bool operator==(const GlobalShape &) const = default;
};

/// What brings one window to the size that the network sees: its mean over the last season, and how far its values lie from it; of
/// counts their mean and one more (Salinas et al. 2020).
struct WindowLevel {
    double centre = 0;
    double width = 1;
    static WindowLevel before(const LevelSeries &series, int origin, const GlobalShape &shape);
};

/// What misses are told in, in widths of the window: the width, or the mean absolute change of the whole series from season to season
/// where that is more. A window that happens to be calm would make any miss a huge one, and a series that is never calm pay for it.
double missUnit(const LevelSeries &series, int origin, const GlobalShape &shape, const WindowLevel &level);

/// What the autoregression says of the steps behind `origin`, in widths of the window.
std::vector<float> baseAhead(const LevelSeries &series, int origin, const GlobalShape &shape, const WindowLevel &level);

/// Writes the window before `origin` as row `row` of `rows`, without targets. `knowsAttributes`: else as of a series of which none are known.
void writeWindow(const LevelSeries &series, int origin, const GlobalShape &shape, size_t row, size_t rows, const WindowBatch &batch, bool knowsAttributes = true);

/// Windows over all series, made when they are asked for. Series shorter than a window count from half of it on, with their first
/// value repeated before them. Near the end of a series the targets behind it are left open.
class GlobalWindows : public Windows {
public:
    GlobalWindows(const std::vector<LevelSeries> &series, const GlobalShape &shape);
    qint64 count() const override { return m_first.back(); }
    WindowSize size() const override { return m_shape.size(); }
    void gather(std::span<const qint64> windows, const WindowBatch &batch) const override;

private:
    const std::vector<LevelSeries> &m_series;
    const GlobalShape m_shape;
    std::vector<qint64> m_first; ///< window of each series; one more for the end
    std::vector<int> m_origins;  ///< of the first window of each
};

/// One window before each of the origins given.
class OriginWindows : public Windows {
public:
    struct Origin {
        const LevelSeries *series = nullptr;
        int known = 0;  ///< observations before it
        int entity = 0;
        const double *ahead = nullptr; ///< what followed, where that is known: targets
    };
    OriginWindows(std::vector<Origin> origins, const GlobalShape &shape) : m_origins(std::move(origins)), m_shape(shape) {}
    qint64 count() const override { return qint64(m_origins.size()); }
    WindowSize size() const override { return m_shape.size(); }
    void gather(std::span<const qint64> windows, const WindowBatch &batch) const override;
    const std::vector<Origin> &origins() const { return m_origins; }

private:
    std::vector<Origin> m_origins;
    const GlobalShape m_shape;
};

} // namespace foretrail
