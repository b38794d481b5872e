// The longest time for which the window answers nothing while page Live follows a thousand events a second, played again as they happened.
//   bench_livepage [SECONDS]
#include "tests/ui/StallWatch.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include <cstdio>
#include <random>

using namespace foretrail;

namespace {

constexpr int eventsASecond = 1000;

void writeLog(const QString &path, int seconds)
{
    std::mt19937 random(3);
    const auto skewed = [&random](int count) { const double part = double(random() % 1'000'000) / 1e6; return int(part * part * count); };
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("time,user,item,category,event,price\n");
    const UtcMs start = QDateTime(QDate(2024, 3, 4), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch();
    for (int i = 0; i < seconds * eventsASecond; ++i) {
        const unsigned draw = random() % 100;
        const QByteArray kind = draw < 85 ? "view" : draw < 96 ? "cart" : "purchase";
        file.write(QDateTime::fromMSecsSinceEpoch(start + i * 1000 / eventsASecond, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")).toLatin1() + ",u"
                   + QByteArray::number(skewed(100'000)) + ",i" + QByteArray::number(skewed(10'000)) + ",c" + QByteArray::number(random() % 50) + ',' + kind + ','
                   + QByteArray::number(5 + random() % 40) + '\n');
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int seconds = argc > 1 ? atoi(argv[1]) : 30;
    const QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log.csv")), path = folder.filePath(QStringLiteral("w.foretrail"));
    writeLog(log, seconds);
    if (!Workspace::create(path))
        return 1;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    settings.setLiveFeed(QStringLiteral("replay:%1@1").arg(log));
    AppSession session(settings);
    MainWindow window(session);
    window.show();
    QObject::connect(&session, &AppSession::workspaceChanged, &app, [&] {
        window.findChild<QToolButton *>(QStringLiteral("rail_live"))->click();
        auto *place = window.findChild<QLineEdit *>(QStringLiteral("feedPlace"));
        Q_EMIT place->returnPressed();
        auto *watch = new test::StallWatch;
        QTimer::singleShot(1000, &app, [watch] { watch->takeMs(); }); // the first chart of a window takes its time
        QTimer::singleShot(seconds * 1000, &app, [watch, &session] {
            std::printf("%d events a second on page Live: the window answered nothing for %.1f ms at most; %d jobs\n", eventsASecond, watch->takeMs(), int(session.jobs().jobs().size()));
            delete watch;
            session.closeWorkspace();
            QTimer::singleShot(2000, [] { QApplication::exit(0); });
        });
    });
    session.openWorkspace(path);
    return QApplication::exec();
}
