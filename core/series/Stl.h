#pragma once

#include "core/base/Result.h"
#include "core/series/Loess.h"

#include <vector>

namespace foretrail {

/// How a series is taken apart. Windows count observations (the seasonal one: seasons) and are odd; zeros stand for the
/// usual choice named beside them, which is that of R's stl.
struct StlOptions {
    int season = 0;         ///< observations in one season, at least 2
    int seasonalWindow = 0; ///< seasons that weigh in, better 7 or more; 0: it repeats without change
    int trendWindow = 0;    ///< 0: next odd number >= 1.5 season / (1 - 1.5 / seasonalWindow)
    int lowPassWindow = 0;  ///< 0: next odd number >= season
    int seasonalDegree = 1; ///< 0 or 1 (R's default is 0); of no account for a season without change
    int trendDegree = 1;
    int lowPassDegree = 1;
    int seasonalJump = 0;   ///< fits at every so many observations, straight lines between; 0: a tenth of the window
    int trendJump = 0;
    int lowPassJump = 0;
    int inner = 2;          ///< rounds that update season and trend
    int outer = 0;          ///< rounds that weigh outliers down
    bool robust = false;    ///< inner 1 and outer 15, whatever those say
    bool operator==(const StlOptions &) const = default;
};

/// A series as a sum: value = trend + all seasonal parts + remainder. Every vector has the length of the series and its
/// unit; weights are without unit.
struct Decomposition {
    std::vector<double> trend;
    std::vector<std::vector<double>> seasonal; ///< one for each of `seasons`
    std::vector<double> remainder;             ///< missing where the value was missing
    std::vector<double> weights;               ///< 0 (outlier) .. 1 of the last outer round; 1 without such a round
    std::vector<int> seasons;
};

/// Takes series apart one after the other with the same buffers; one for each thread.
class StlWorkspace {
public:
    /// As stl().
    Result<Decomposition> decompose(Values y, const StlOptions &options);

private:
    void prepare(qint64 n, const StlOptions &options);
    void smoothCycles(Values y, Values trend, Values weights);
    void smoothCycle(qint64 phase, Values y, Values trend, Values weights);
    void takeLowPassOut(std::span<double> seasonal);
    void update(Values y, Values weights, std::span<double> seasonal, std::span<double> trend);
    void weigh(Values y, Values seasonal, Values trend, std::span<double> weights);

    qint64 m_season = 0;
    Loess m_seasonalLoess, m_trendLoess, m_lowPassLoess;
    StlOptions m_prepared; ///< the options whose kernels stand in the three
    qint64 m_preparedLength = 0;
    std::vector<double> m_extended; ///< smoothed cycle-subseries, one season longer at either end
    std::vector<double> m_averages, m_lowPass;
    std::vector<double> m_cycle, m_cycleWeights, m_cycleSmoothed;
    std::vector<double> m_rest;
};

/// Seasonal and trend decomposition by loess (Cleveland, Cleveland, McRae & Terpenning 1990, Journal of Official
/// Statistics 6, 3-73). Equals R's stl with the same options, but for robust ones of an even number of observations: there
/// R's partial sort does not always find the middle two remainders, whose mean is the median; statsmodels finds them.
/// y: more than two seasons, nothing missing. InvalidInput for options out of range or a missing value, TooShort.
Result<Decomposition> stl(Values y, const StlOptions &options);

} // namespace foretrail
