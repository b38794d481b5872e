#include "ui/Presenter.h"

#include "ui/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QScreen>
#include <QSplitter>
#include <QTableView>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

/// Of a screen: with larger type the pages would need more room than there is.
constexpr int linesOnScreen = 40;
constexpr int lettersOnScreen = 64;

QApplication &application() { return *static_cast<QApplication *>(QCoreApplication::instance()); }

} // namespace

Presenter::Presenter(QWidget &window) : QObject(&window), m_window(window) {}

Presenter::~Presenter()
{
    if (m_isOn)
        Theme::enlarge(application(), 1); // another window of this program has its usual type
}

int Presenter::typePixels(QSize screen, int usual)
{
    return std::max(usual, std::min(screen.height() / linesOnScreen, screen.width() / lettersOnScreen));
}

QByteArray Presenter::usualGeometry() const { return m_isOn ? m_usualGeometry : m_window.saveGeometry(); }

void Presenter::setOn(bool isOn)
{
    if (isOn == m_isOn)
        return;
    m_isOn = isOn;
    isOn ? enter() : leave();
}

void Presenter::enter()
{
    m_usualGeometry = m_window.saveGeometry();
    m_usualPlace = m_window.geometry();
    m_wasMaximized = m_window.isMaximized();
    m_splitters.clear();
    for (QSplitter *splitter : m_window.findChildren<QSplitter *>())
        m_splitters.insert(splitter, splitter->saveState());
    application().installEventFilter(this);
    const int usual = Theme::usualPixels();
    Theme::enlarge(application(), double(typePixels(m_window.screen()->size(), usual)) / usual);
    scaleRows(Theme::enlargement());
    Q_EMIT changed(true);
    m_window.setWindowState(m_window.windowState() | Qt::WindowFullScreen);
}

/// Rows of tables have a height of their own.
void Presenter::scaleRows(double factor)
{
    for (const QTableView *table : m_window.findChildren<QTableView *>())
        table->verticalHeader()->setDefaultSectionSize(int(std::lround(table->verticalHeader()->defaultSectionSize() * factor)));
}

void Presenter::leave()
{
    scaleRows(1 / Theme::enlargement());
    Theme::enlarge(application(), 1);
    Q_EMIT changed(false);
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowFullScreen);
    if (!m_wasMaximized)
        m_window.setGeometry(m_usualPlace);
    restoreSplitters();
    if (m_window.size() == m_usualPlace.size())
        application().removeEventFilter(this);
}

/// The system may give the window its size later; parts that were made meanwhile have theirs already.
void Presenter::restoreSplitters()
{
    const QList<QSplitter *> there = m_window.findChildren<QSplitter *>();
    for (auto one = m_splitters.cbegin(); one != m_splitters.cend(); ++one)
        if (there.contains(one.key()))
            one.key()->restoreState(one.value());
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (m_isOn)
        return event->type() == QEvent::ToolTip || QObject::eventFilter(watched, event);
    if (watched == &m_window && event->type() == QEvent::Resize && m_window.size() == m_usualPlace.size()) {
        QMetaObject::invokeMethod(this, &Presenter::restoreSplitters, Qt::QueuedConnection); // once its parts have their places
        application().removeEventFilter(this);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace foretrail
