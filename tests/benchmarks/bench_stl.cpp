// Microseconds of one decomposition of 2,000 daily steps, best of many rounds: prints one line for each kind.
#include "core/series/Mstl.h"
#include "core/series/Stl.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

using namespace foretrail;

namespace {

std::vector<double> dailySales(int length)
{
    std::mt19937_64 random(1);
    std::vector<double> values;
    for (int t = 0; t < length; ++t) {
        const double noise = double(random() >> 11) / 9007199254740992.0 - 0.5;
        values.push_back(1000 + 0.5 * t + 200 * std::sin(2 * M_PI * t / 7.0) + 100 * std::sin(2 * M_PI * t / 365.25) + 150 * noise);
    }
    return values;
}

template<class Work>
void measure(const char *name, Work work)
{
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 50; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i) {
            if (const auto parts = work(); !parts) {
                std::printf("%s failed: %s\n", name, qPrintable(parts.error().message));
                return;
            }
        }
        best = std::min(best, double(timer.nsecsElapsed()) * 1e-3 / 10);
    }
    std::printf("%-36s %8.1f us\n", name, best);
}

} // namespace

int main()
{
    const std::vector<double> values = dailySales(2000);
    StlWorkspace workspace;
    const auto decompose = [&](const StlOptions &options) { return workspace.decompose(values, options); };
    measure("STL, season 7, window 7", [&] { return decompose({.season = 7, .seasonalWindow = 7}); });
    measure("STL, season 7, window 11", [&] { return decompose({.season = 7, .seasonalWindow = 11}); });
    measure("STL, season 7, periodic", [&] { return decompose({.season = 7}); });
    measure("STL, season 7, window 7, robust", [&] { return decompose({.season = 7, .seasonalWindow = 7, .robust = true}); });
    measure("STL, season 365, window 15", [&] { return decompose({.season = 365, .seasonalWindow = 15}); });
    measure("MSTL, seasons 7 and 365", [&] { return mstl(values, {7, 365}, {}); });
    return 0;
}
