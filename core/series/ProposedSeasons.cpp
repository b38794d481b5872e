#include "core/series/Spectrum.h"

#include "core/series/Gaps.h"
#include "core/series/SortedWindow.h"
#include "core/series/Stl.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foretrail {
namespace {

constexpr double level = 0.01;
constexpr size_t mostSeasons = 3;
constexpr size_t leastCycles = 3;
constexpr size_t leastOwnCycles = 5; ///< of a season that no calendar speaks for: business goes up and down too
constexpr size_t leastLength = 20; ///< shorter series have too few frequencies to tell a season from chance

struct UsualSeason {
    int length = 0;
    double period = 0; ///< the same as the calendar has it
    int harmonics = 0; ///< beyond these any frequency is near one
};

std::vector<UsualSeason> usualSeasons(Step step)
{
    switch (step) {
    case Step::Hour: return {{24, 24, 12}, {168, 168, 10}};
    case Step::Day: return {{7, 7, 3}, {365, 365.25, 10}};
    case Step::Week: return {{52, 365.25 / 7, 26}};
    case Step::Month: return {{12, 12, 6}};
    case Step::Quarter: return {{4, 4, 2}};
    case Step::None:
    case Step::Year: break;
    }
    return {};
}

// Each power over the median of those around it. Slow wandering has much power at low frequencies, but no more there than
// its surroundings: half an octave on either side, for speed at most 1,000 frequencies.
std::vector<double> standingOut(Values power)
{
    std::vector<double> ratios;
    SortedWindow around;
    size_t first = 0, end = 0;
    for (size_t i = 0; i < power.size(); ++i) {
        const size_t reach = std::clamp<size_t>((i + 1) * 2 / 5, 4, 1000);
        while (end < std::min(i + reach + 1, power.size()))
            around.add(power[end++]);
        while (first + reach < i)
            around.remove(power[first++]);
        const double median = around.median();
        ratios.push_back(median > 0 ? power[i] / median : 0.0);
    }
    return ratios;
}

// The powers of the frequencies below 1/2: that one has one degree of freedom where the others have two.
std::vector<double> powersOf(Values values, bool detrend)
{
    std::vector<double> powers = periodogram(values, detrend).power;
    powers.resize((values.size() - 1) / 2);
    return powers;
}

// Faded in and out (Hann's window), so that a wave that does not fit in whole keeps its power to itself.
std::vector<double> tapered(Values values)
{
    std::vector<double> faded = withoutLine(values);
    for (size_t t = 0; t < faded.size(); ++t) {
        const double root = std::sin(std::numbers::pi * (double(t) + 0.5) / double(faded.size()));
        faded[t] *= root * root;
    }
    return faded;
}

// Whether `frequency` is one of the lower harmonics of a season, as closely as `length` steps tell frequencies apart and
// without taking in what lies between two of them.
bool isHarmonic(double frequency, double period, size_t length, int harmonics)
{
    const double resolution = 1.0 / double(length);
    const double tolerance = std::max(0.6 * resolution, std::min(resolution, 0.15 / period));
    const double harmonic = std::round(frequency * period);
    return harmonic >= 1 && harmonic <= harmonics && std::abs(frequency - harmonic / period) <= tolerance;
}

int usualSeasonAt(double frequency, size_t length, Step step)
{
    for (const UsualSeason &usual : usualSeasons(step))
        if (size_t(usual.length) * leastCycles <= length && isHarmonic(frequency, usual.period, length, usual.harmonics))
            return usual.length;
    return 0;
}

// A period of 5.5 steps is a season of 11 that has two waves.
int ownSeasonAt(double frequency, size_t length)
{
    for (int waves = 1; waves <= 3; ++waves) {
        const int season = int(std::lround(waves / frequency));
        if (size_t(season) * leastOwnCycles <= length && isHarmonic(frequency, season, length, waves))
            return season;
    }
    const int season = int(std::lround(1.0 / frequency));
    return size_t(season) * leastOwnCycles <= length ? season : 0;
}

// The season of the frequency that stands out most of those that speak for one. 0: none.
int seasonOf(Values values, Step step, bool mayBeItsOwn)
{
    if (!(fisherG(powersOf(values, true)) < level))
        return 0;
    std::vector<double> ratios = standingOut(powersOf(tapered(values), false));
    std::fill_n(ratios.begin(), leastCycles - 1, 0.0);
    while (fisherG(ratios) < level) {
        const auto highest = std::max_element(ratios.begin(), ratios.end());
        const double frequency = double(highest - ratios.begin() + 1) / double(values.size());
        int season = usualSeasonAt(frequency, values.size(), step);
        if (season == 0 && mayBeItsOwn)
            season = ownSeasonAt(frequency, values.size());
        if (season != 0)
            return season;
        *highest = 0;
    }
    return 0;
}

} // namespace

std::vector<int> proposedSeasons(Values values, Step step)
{
    std::vector<int> seasons;
    auto rest = filledLinearly(values);
    if (!rest || values.size() < leastLength)
        return seasons;
    while (seasons.size() < mostSeasons) {
        // What taking a season out leaves has ripples of its own: after the first only usual seasons are believed.
        const int season = seasonOf(*rest, step, seasons.empty());
        if (season == 0 || std::find(seasons.begin(), seasons.end(), season) != seasons.end())
            break;
        const auto parts = stl(*rest, {.season = season, .seasonalWindow = 7});
        if (!parts)
            break;
        seasons.push_back(season);
        for (size_t i = 0; i < rest->size(); ++i)
            (*rest)[i] -= parts->seasonal[0][i];
    }
    return seasons;
}

} // namespace foretrail
