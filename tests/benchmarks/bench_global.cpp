// A network over 30,000 series of 2,000 days: how long one round of it takes and how much memory.
//   bench_global [SERIES [STEPS]]
#include "core/training/GlobalNetwork.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>

using namespace foretrail;

namespace {

double peakMegabytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0)
            return std::stod(line.substr(6)) / 1024;
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = argc > 1 ? std::stoi(argv[1]) : 30'000;
    const int length = argc > 2 ? std::stoi(argv[2]) : 2000;
    std::mt19937 random(1);
    std::vector<Series> all(static_cast<size_t>(count));
    for (Series &series : all) {
        series.axis = {Step::Day, 0, 0};
        const double level = 20 + double(random() % 200);
        for (int t = 0; t < length; ++t)
            series.values.push_back(level * (1 + 0.3 * std::sin(2 * M_PI * t / 7) + 0.2 * double(random() % 1000) / 1000));
    }
    const double before = peakMegabytes();
    QElapsedTimer timer;
    timer.start();
    ModelSpec spec;
    JobContext job;
    const GlobalNetwork::Request request{all, spec, Cell::Lstm, 28, 0, true, [&](const EpochLosses &losses) {
        std::printf("epoch %d of %d: %.1f s, loss %.3f, validation %.3f\n", losses.epoch, losses.epochs, losses.seconds, losses.training, losses.validation);
        std::fflush(stdout);
    }};
    const auto network = GlobalNetwork::learn(request, job);
    if (!network) {
        std::printf("failed: %s\n", qPrintable(network.error().message));
        return 1;
    }
    std::printf("%d series of %d days, %lld windows, 28 ahead: %.0f s, at most %.0f MB, of them %.0f MB the series themselves\n", count, length,
                (long long)(*network)->windows(), double(timer.nsecsElapsed()) * 1e-9, peakMegabytes(), before);
    return 0;
}
