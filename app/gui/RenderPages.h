#pragma once

#include "ui/AppSession.h"
#include "ui/MainWindow.h"

#include <QDir>
#include <QTimer>

namespace foretrail {

/// Draws every page on the sample shop into a folder of PNG files, at 1280x800 and at twice that, light and dark, English
/// and Chinese, for people to look at. Goes the way a person goes: opens the sample, shows a page, waits for its jobs.
class RenderPages : public QObject {
    Q_OBJECT
public:
    RenderPages(AppSession &session, MainWindow &window, const QString &folder);
    void start();

Q_SIGNALS:
    void finished(bool isComplete);

private:
    struct Shot {
        QString page;
        Scheme scheme;
        QString language;
    };
    void next();
    void settle();
    void draw();
    bool save(const Shot &shot, int scale);

    AppSession &m_session;
    MainWindow &m_window;
    QDir m_folder;
    QList<Shot> m_shots;
    QTimer m_quiet; ///< runs while no job does; a page is complete when it fires
    bool m_isOpen = false;
};

} // namespace foretrail
