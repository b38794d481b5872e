// How smoothly the page Customers scrolls through all users of a workspace, and how soon a profile is on screen, without a screen.
//   bench_userlist WORKSPACE: one that bench_profiles made
#include "ui/MainWindow.h"
#include "ui/widgets/ProfileView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

#include <time.h>

using namespace foretrail;

namespace {

void runUntil(const std::function<bool()> &isDone)
{
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

/// Wall clock and processor time of the window's thread: beside other work the first says little.
struct Times {
    std::vector<double> wall, processor;
    static double processorMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    }
    void add(const std::function<void()> &work)
    {
        QElapsedTimer timer;
        timer.start();
        const double began = processorMs();
        work();
        processor.push_back(processorMs() - began);
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    void tell(const char *what)
    {
        for (auto *list : {&wall, &processor})
            std::sort(list->begin(), list->end());
        std::printf("%-30s median %7.2f ms, worst of %zu %7.2f ms; of the processor %.2f and %.2f ms\n", what, wall[wall.size() / 2], wall.size(), wall.back(),
                    processor[processor.size() / 2], processor.back());
        std::fflush(stdout);
    }
};

/// Each step draws what a person would see.
void scroll(QTableView &table, const char *what, int by)
{
    QScrollBar &bar = *table.verticalScrollBar();
    Times frames;
    for (int step = 0, value = 0; step < 2000; ++step, value = (value + by) % std::max(1, bar.maximum()))
        frames.add([&] {
            bar.setValue(value);
            table.viewport()->repaint();
        });
    frames.tell(what);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc != 2)
        return std::fprintf(stderr, "usage: bench_userlist WORKSPACE\n"), 1;
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    AppSession session(settings);
    MainWindow window(session);
    window.resize(1280, 800);
    window.show();
    const auto isIdle = [&] { return session.jobs().jobs().isEmpty(); };
    session.openWorkspace(QString::fromLocal8Bit(argv[1]));
    runUntil([&] { return session.hasWorkspace() && isIdle(); });
    auto &view = *[&] {
        Q_EMIT session.pageRequested(QStringLiteral("customers"));
        return window.findChild<ProfileView *>(QStringLiteral("profileView"));
    }();
    QElapsedTimer first;
    first.start();
    runUntil([&] { return view.profile().user.id.isValid(); });
    std::printf("from the page to the first profile: %.2f s\n", double(first.elapsed()) / 1000);
    runUntil(isIdle);
    std::printf("until all is learnt: %.2f s\n", double(first.elapsed()) / 1000);
    auto &table = *window.findChild<QTableView *>(QStringLiteral("userTable"));
    std::printf("%d users\n", table.model()->rowCount());
    scroll(table, "a row further", 1);
    scroll(table, "a page further", 25);
    scroll(table, "somewhere else", 499'979);
    Times clicks, shown;
    for (int step = 0; step < 40; ++step) {
        const QModelIndex index = table.model()->index(int(qint64(step) * 7919 % table.model()->rowCount()), 0);
        const QString key = index.data().toString();
        shown.add([&] {
            clicks.add([&] { table.setCurrentIndex(index); });
            runUntil([&] { return view.profile().user.key == key; });
        });
    }
    clicks.tell("choosing a user");
    shown.tell("until the profile is there");
    runUntil(isIdle);
    return 0;
}
