// How long a preview takes: the first look at each file, and looking again with another delimiter and with another role.
// Milliseconds, the best of nine runs, with the file in memory.
//   bench_preview FILE...
#include "core/data/Import.h"
#include "core/jobs/JobContext.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace foretrail;

namespace {

template<class Work>
double bestMs(Work work)
{
    std::array<double, 9> times{};
    for (double &time : times) {
        QElapsedTimer timer;
        timer.start();
        work();
        time = double(timer.nsecsElapsed()) * 1e-6;
    }
    return std::ranges::min(times);
}

/// The longest of the three; below 0 where the file cannot be previewed.
double measure(const QString &path)
{
    JobContext job;
    const Result<ImportPreview> first = previewFile(SourceFile{path, {}}, job);
    if (!first) {
        std::printf("%s: %s\n", qPrintable(path), qPrintable(first.error().message));
        return -1;
    }
    ImportPlan otherDelimiter = first->plan, otherRole = first->plan;
    otherDelimiter.delimiter = first->plan.delimiter == ';' ? ',' : ';';
    if (!otherRole.columns.isEmpty())
        otherRole.columns.last().role = otherRole.columns.last().role == Role::Ignore ? Role::Attribute : Role::Ignore;
    const double look = bestMs([&] { (void)previewFile(SourceFile{path, {}}, job); });
    const double delimiter = bestMs([&] { (void)previewFile(path, otherDelimiter, job); });
    const double role = bestMs([&] { (void)previewFile(path, otherRole, job); });
    std::printf("%7.1f %7.1f %7.1f  %s\n", look, delimiter, role, qPrintable(path));
    return std::max({look, delimiter, role});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::printf("   look   delim.  role\n");
    double longest = 0;
    for (int i = 1; i < argc; ++i)
        longest = std::max(longest, measure(QString::fromLocal8Bit(argv[i])));
    std::printf("longest %.1f ms\n", longest);
}
