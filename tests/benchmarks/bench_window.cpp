// The longest time for which the window answers nothing while a log is imported and while the article's network trains.
// Prints milliseconds.
#include "core/data/Import.h"
#include "core/data/sample/SampleShop.h"
#include "core/training/Experiment.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace foretrail;

namespace {

/// Watches how far apart two turns of the event loop are.
class Pulse {
public:
    Pulse()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            if (m_clock.isValid())
                m_longestNs = std::max(m_longestNs, m_clock.nsecsElapsed());
            m_clock.start();
        });
        m_timer.start(1);
    }
    double takeMs()
    {
        const double ms = double(m_longestNs) / 1e6;
        m_longestNs = 0;
        m_clock.invalidate();
        return ms;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longestNs = 0;
};

Result<bool> import(Workspace &workspace, const QString &log, JobContext &job)
{
    const auto preview = previewFile(log, job);
    if (!preview)
        return fail(preview.error());
    return importFile(workspace, log, preview->plan, job).map([](const ImportReport &) { return true; });
}

Result<bool> train(Workspace &workspace, JobContext &job)
{
    TrainingSpec spec = TrainingSpec::articlePreset();
    spec.model.epochs = 20;
    return trainAndStore(workspace, spec, job).map([](RunId) { return true; });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    AppSession session(settings);
    MainWindow window(session);
    window.show();
    const QString path = folder.filePath(QStringLiteral("w.foretrail"));
    const QString log = folder.filePath(QStringLiteral("log.csv"));
    JobContext job;
    if (!writeSampleCsv(log, 300'000, 1, job) || !Workspace::create(path))
        return 1;
    Pulse pulse;
    const auto finish = [&](Result<bool> trained) {
        std::printf("training %.1f ms\n", pulse.takeMs());
        QApplication::exit(trained ? 0 : 1);
    };
    const auto afterImport = [&](Result<bool> imported) {
        std::printf("import %.1f ms, ", pulse.takeMs());
        if (!imported)
            return QApplication::exit(1);
        session.reloadData();
        session.runOnWorkspace<bool>({QStringLiteral("train"), Lane::Train, true},
                                     [](Workspace &workspace, JobContext &inner) { return train(workspace, inner); }, &app, finish);
    };
    QObject::connect(&session, &AppSession::workspaceChanged, &app, [&] {
        session.runOnWorkspace<bool>({QStringLiteral("import"), Lane::Write, true},
                                     [log](Workspace &workspace, JobContext &inner) { return import(workspace, log, inner); }, &app, afterImport);
    });
    session.openWorkspace(path);
    return QApplication::exec();
}
