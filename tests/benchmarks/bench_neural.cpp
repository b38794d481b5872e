// Training windows per second of the article's network (three LSTM layers of 64, window 30, batch 32): prints one
// line that run.sh sets beside the same network in python3-torch.
#include "core/neural/interface/RecurrentNetwork.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cmath>
#include <cstdio>

using namespace foretrail;

namespace {

WindowSet sineWindows(int count, int lookback)
{
    WindowSet windows{count, lookback, 1, {}, {}};
    for (int i = 0; i < count; ++i) {
        for (int t = 0; t < lookback; ++t)
            windows.inputs.push_back(float(0.5 + 0.4 * std::sin(0.3 * (i + t))));
        windows.targets.push_back(float(0.5 + 0.4 * std::sin(0.3 * (i + lookback))));
    }
    return windows;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    auto engine = neuralEngine();
    if (!engine) {
        std::printf("skipped: %s\n", qPrintable(engine.error().message));
        return 0;
    }
    const int count = 3200;
    ModelSpec spec;
    spec.batch = 32;
    spec.epochs = 1;
    const WindowSet windows = sineWindows(count, 30);
    JobContext job;
    double best = 0;
    auto network = (*engine)->create({Cell::Lstm, 1, 3, 64, 0.2}, 1);
    for (int round = 0; round < 4; ++round) {
        QElapsedTimer timer;
        timer.start();
        if (auto trained = network->train(windows, {}, spec, [](const EpochLosses &) {}, job); !trained) {
            std::printf("failed: %s\n", qPrintable(trained.error().message));
            return 1;
        }
        best = std::max(best, count / (double(timer.nsecsElapsed()) * 1e-9));
    }
    std::printf("%.0f\n", best);
    return 0;
}
