// Prepares many daily series with the steps of a retail recipe on all cores and prints series a minute and the peak of memory.
//   bench_prepare [SERIES] [STEPS]          30000 2000
//   bench_prepare --dump SERIES STEPS       the same series as CSV on standard output, for another program
#include "core/preparation/Preparation.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QThread>
#include <QtConcurrent>

#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <random>

using namespace foretrail;

namespace {

/// A shop's item: growth, a weekly rhythm, noise, some gaps and some far outliers.
Series itemSeries(int number, int length)
{
    std::mt19937_64 random(quint64(number) + 1);
    const auto uniform = [&] { return double(random() >> 11) / 9007199254740992.0; };
    Series series{QString::number(number), {}, {}, {Step::Day, 0}, {}};
    const double level = 20 + 200 * uniform();
    for (int t = 0; t < length; ++t) {
        const double value = level * (1 + 0.0002 * t + 0.3 * std::sin(2 * M_PI * t / 7.0) + 0.2 * (uniform() - 0.5));
        const double dice = uniform();
        series.values.push_back(dice < 0.02 ? missing : dice < 0.025 ? 6 * value : value);
    }
    return series;
}

Recipe retailRecipe()
{
    const auto step = [](const char *kind, const QJsonObject &parameters = {}) { return RecipeStep{QLatin1String(kind), true, parameters}; };
    return {QStringLiteral("retail"),
            {step("outliers", {{QStringLiteral("method"), QStringLiteral("decomposition")}, {QStringLiteral("action"), QStringLiteral("clip")}}),
             step("missing"), step("scale", {{QStringLiteral("method"), QStringLiteral("standard")}}), step("time-encoding"),
             step("lags", {{QStringLiteral("lags"), QJsonArray{1, 7, 14, 28}}})}};
}

/// In kB, as the kernel counts it.
long peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toLong();
    return 0;
}

void dump(int count, int length)
{
    for (int i = 0; i < count; ++i)
        for (const double value : itemSeries(i, length).values)
            std::isnan(value) ? std::printf("%d,\n", i) : std::printf("%d,%.10g\n", i, value);
}

double measure(int count, int length)
{
    const Recipe recipe = retailRecipe();
    std::atomic<int> sink = 0; // series that were prepared
    std::atomic<int> next = 0;
    QElapsedTimer timer;
    timer.start();
    const auto work = [&] {
        JobContext job;
        for (int i = next++; i < count; i = next++) {
            const auto done = Preparation::run({recipe, itemSeries(i, length), {}, 28}, {}, job);
            sink += done ? 1 : 0;
        }
    };
    QList<QFuture<void>> workers;
    for (int i = 0; i < QThread::idealThreadCount(); ++i)
        workers << QtConcurrent::run(work);
    for (QFuture<void> &worker : workers)
        worker.waitForFinished();
    return sink == count ? double(timer.nsecsElapsed()) * 1e-9 : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const bool isDump = argc > 1 && std::strcmp(argv[1], "--dump") == 0;
    const int from = isDump ? 2 : 1;
    const int count = argc > from ? std::atoi(argv[from]) : 30000;
    const int length = argc > from + 1 ? std::atoi(argv[from + 1]) : 2000;
    if (isDump) {
        dump(count, length);
        return 0;
    }
    const double seconds = measure(count, length);
    std::printf("%d series of %d steps: %.1f s, %.0f series a minute, peak %.0f MiB, %d threads\n", count, length, seconds, 60 * count / seconds,
                double(peakMemory()) / 1024, QThread::idealThreadCount());
    return seconds < 0;
}
