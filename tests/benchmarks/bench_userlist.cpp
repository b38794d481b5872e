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

using namespace foretrail;

namespace {

void runUntil(const std::function<bool()> &isDone)
{
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
}

double msOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void tell(const char *what, std::vector<double> ms)
{
    std::sort(ms.begin(), ms.end());
    std::printf("%-44s median %7.2f ms, worst of %zu %7.2f ms\n", what, ms[ms.size() / 2], ms.size(), ms.back());
    std::fflush(stdout);
}

/// Each step draws what a person would see.
void scroll(QTableView &table, const char *what, int by)
{
    QScrollBar &bar = *table.verticalScrollBar();
    std::vector<double> frames;
    for (int step = 0, value = 0; step < 2000; ++step, value = (value + by) % std::max(1, bar.maximum()))
        frames.push_back(msOf([&] {
            bar.setValue(value);
            table.viewport()->repaint();
        }));
    tell(what, frames);
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
    std::vector<double> clicks, shown;
    for (int step = 0; step < 40; ++step) {
        const QModelIndex index = table.model()->index(int(qint64(step) * 7919 % table.model()->rowCount()), 0);
        const QString key = index.data().toString();
        QElapsedTimer timer;
        timer.start();
        clicks.push_back(msOf([&] { table.setCurrentIndex(index); }));
        runUntil([&] { return view.profile().user.key == key; });
        shown.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    tell("choosing a user", clicks);
    tell("until the profile is there", shown);
    runUntil(isIdle);
    return 0;
}
