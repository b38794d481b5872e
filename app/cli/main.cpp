#include "app/cli/Command.h"

#include <QGuiApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace {

std::atomic<bool> *stopFlag = nullptr;

void onSignal(int)
{
    if (stopFlag)
        stopFlag->store(true); // a lock-free atomic: safe in a handler
}

/// Progress for a person who watches: on a terminal only, in one line that is written over.
void showProgress(const foretrail::Progress &progress)
{
    if (!isatty(STDERR_FILENO))
        return;
    const QString share = progress.total > 0 ? QStringLiteral("%1 %").arg(100 * progress.done / progress.total) : QString();
    std::fprintf(stderr, "\r\033[K%s %s", qPrintable(share), qPrintable(progress.what));
    if (progress.total > 0 && progress.done >= progress.total)
        std::fprintf(stderr, "\r\033[K");
    std::fflush(stderr);
}

int exitCode(const foretrail::Result<void> &result)
{
    if (result)
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(result.error().isCancelled() ? QStringLiteral("Cancelled.") : result.error().message));
    return result.error().isCancelled() ? 3 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace foretrail::cli;
    CLI::App app("Foretrail: forecasts an online shop and understands its shoppers. Results go to standard output or --out, "
                 "messages to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 cancelled.", "foretrail-cli");
    app.set_version_flag("--version", "foretrail-cli " FORETRAIL_VERSION);
    app.require_subcommand(1);
    Action action;
    for (auto add : {addImport, addSeries, addForecast, addBacktest, addTrain, addRuns, addProfile, addExport, addSample})
        add(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    // Pictures need fonts and a paint device, never a screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("foretrail"));
    foretrail::JobContext job(showProgress);
    const auto flag = job.stopFlag();
    stopFlag = flag.get();
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    try {
        return exitCode(action(job));
    } catch (const std::exception &exception) {
        std::fprintf(stderr, "Unexpected: %s\n", exception.what());
        return 1;
    }
}
