#include "app/gui/RenderPages.h"

#include "ui/pages/Page.h"

#include <QPixmap>

#include <cstdio>

namespace foretrail {

namespace {

constexpr int quietMs = 400;

void say(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

RenderPages::RenderPages(AppSession &session, MainWindow &window, const QString &folder)
    : m_session(session), m_window(window), m_folder(folder)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietMs);
    connect(&m_quiet, &QTimer::timeout, this, &RenderPages::draw);
    connect(&session.jobs(), &JobRunner::jobStarted, &m_quiet, &QTimer::stop);
    connect(&session.jobs(), &JobRunner::jobEnded, this, &RenderPages::settle);
}

void RenderPages::start()
{
    if (!m_folder.mkpath(QStringLiteral("."))) {
        say(tr("The folder %1 cannot be made.").arg(m_folder.path()));
        Q_EMIT finished(false);
        return;
    }
    for (const auto *language : {"en", "zh_CN"})
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
            for (const QString &page : m_window.pageNames())
                m_shots.append({page, scheme, QLatin1String(language)});
    connect(&m_session, &AppSession::problem, this, [this](const QString &message) {
        say(message);
        if (!m_isOpen)
            Q_EMIT finished(false);
    });
    connect(&m_session, &AppSession::workspaceChanged, this, [this] {
        m_isOpen = true;
        next();
    });
    m_session.openSample();
}

void RenderPages::next()
{
    if (m_shots.isEmpty()) {
        Q_EMIT finished(true);
        return;
    }
    const Shot &shot = m_shots.constFirst();
    m_session.settings().setLanguage(shot.language);
    m_session.settings().setScheme(shot.scheme);
    m_window.showPage(shot.page);
    settle();
}

void RenderPages::settle()
{
    if (m_isOpen && m_session.jobs().jobs().isEmpty())
        m_quiet.start();
}

void RenderPages::draw()
{
    const Shot shot = m_shots.takeFirst();
    if (!save(shot, 1) || !save(shot, 2)) {
        Q_EMIT finished(false);
        return;
    }
    next();
}

bool RenderPages::save(const Shot &shot, int scale)
{
    QPixmap pixmap(m_window.size() * scale);
    pixmap.setDevicePixelRatio(scale);
    m_window.render(&pixmap);
    const QString name = QStringLiteral("%1-%2-%3%4.png")
                             .arg(shot.page, shot.scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                  shot.language, scale == 1 ? QString() : QStringLiteral("-%1x").arg(scale));
    if (pixmap.save(m_folder.filePath(name)))
        return true;
    say(tr("%1 cannot be written.").arg(m_folder.filePath(name)));
    return false;
}

} // namespace foretrail
