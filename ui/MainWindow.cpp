#include "ui/MainWindow.h"

#include "ui/charts/ChartAccess.h"
#include "ui/help/Help.h"
#include "ui/dialogs/Leaving.h"
#include "ui/dialogs/SettingsDialog.h"
#include "ui/dialogs/WorkspaceFiles.h"
#include "ui/pages/Page.h"
#include "ui/pages/PageHeader.h"
#include "ui/pages/Pages.h"
#include "ui/pages/Rail.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EnterPresses.h"
#include "ui/widgets/JobsPanel.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/StatusLine.h"
#include "ui/widgets/TabGuard.h"
#include "ui/widgets/TabOrder.h"
#include "ui/models/TableHabits.h"
#include "ui/widgets/WheelGuard.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int inspectorWidth = 300;
constexpr QLatin1String startName("start");

QStringList localFiles(const QMimeData *mime)
{
    QStringList files;
    for (const QUrl &url : mime->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

MainWindow::MainWindow(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_jobs(session.jobs()), m_rail(new Rail), m_header(new PageHeader),
      m_messages(new MessageBar), m_stack(new QStackedWidget), m_content(new QSplitter(Qt::Horizontal)),
      m_inspector(new QScrollArea), m_status(new StatusLine(session, m_jobs)), m_jobsPanel(new JobsPanel(m_jobs, this)),
      m_presenter(*this)
{
    new WheelGuard(this);
    new TabGuard(this);
    new TabOrder(this);
    new EnterPresses(this);
    installChartAccess();
    new TableHabits(session.settings(), this);
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMinimumSize(900, 560);
    arrange();
    addPages();
    addActions();
    connectSession();
    arrangePresenting(false);
    resize(1280, 800);
    restoreGeometry(session.settings().layout(objectName()));
    rememberSplitters(this);
    showWorkspace();
    showPage(startName);
}

MainWindow::~MainWindow() = default;

void MainWindow::fitToScreen()
{
    constexpr QSize frame(16, 48); // has to find room too
    if (!isMaximized())
        resize(size().boundedTo(screen()->availableSize() - frame).expandedTo(minimumSize()));
}

void MainWindow::arrange()
{
    m_inspector->setObjectName(QStringLiteral("inspector"));
    m_inspector->setAccessibleName(tr("What belongs to the page"));
    m_inspector->setWidgetResizable(true);
    m_inspector->setProperty("card", true);
    m_inspector->setMinimumWidth(240);
    m_content->setObjectName(QStringLiteral("contentSplitter"));
    m_content->setChildrenCollapsible(false);
    m_content->addWidget(m_stack);
    m_content->addWidget(m_inspector);
    m_content->setStretchFactor(0, 1);
    m_content->setStretchFactor(1, 0);
    m_content->setSizes({1280, inspectorWidth});
    auto *page = new QVBoxLayout;
    page->setContentsMargins(2 * Theme::space, 0, 2 * Theme::space, Theme::space);
    page->setSpacing(Theme::space);
    page->addWidget(m_header);
    page->addWidget(m_messages);
    page->addWidget(m_content, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(page, 1);
    right->addWidget(m_status);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    m_jobsPanel->hide();
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::settingsChosen, this, &MainWindow::showSettings);
    connect(m_rail, &Rail::helpChosen, this, &MainWindow::showHelp);
    connect(m_rail, &Rail::collapsedChanged, this, [this](bool isCollapsed) {
        if (!m_presenter.isOn())
            m_session.settings().setRailCollapsed(isCollapsed);
    });
    connect(m_header, &PageHeader::inspectorToggled, this, &MainWindow::setInspectorShown);
    connect(m_header, &PageHeader::presentToggled, &m_presenter, &Presenter::toggle);
    connect(&m_presenter, &Presenter::changed, this, &MainWindow::arrangePresenting);
    connect(m_status, &StatusLine::jobsClicked, this, &MainWindow::toggleJobs);
    connect(m_jobsPanel, &JobsPanel::closed, this, &MainWindow::toggleJobs);
    connect(m_jobsPanel, &JobsPanel::resized, this, [this] { QTimer::singleShot(0, this, &MainWindow::placeJobs); });
}

void MainWindow::addPages()
{
    int number = 0;
    for (const PageKind &kind : pageKinds()) {
        m_rail->addPage(kind);
        if (++number <= 9)
            addShortcut(QStringLiteral("go_") + kind.name, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)), [this, name = kind.name] { showPage(name); });
    }
}

/// All pages at once would take most of the time until the window is there.
Page *MainWindow::pageNamed(const QString &name)
{
    if (Page *page = m_pages.value(name))
        return page;
    const PageKind *kind = findPageKind(name);
    if (!kind)
        return nullptr;
    Page *page = kind->make(m_session, m_stack);
    m_pages.insert(name, page);
    m_stack->addWidget(page);
    rememberSplitters(page);
    connect(page, &Page::inspectorChanged, this, [this, page] {
        if (page != currentPage())
            return;
        m_header->setPage(page, page->inspector() != nullptr);
        showInspector();
    });
    connect(page, &Page::nextStepReady, this, [this, page] {
        const QWidget *inUse = focusWidget();
        if (page == currentPage() && !page->isAncestorOf(inUse) && !m_inspector->isAncestorOf(inUse))
            m_header->focusPrimary();
    });
    return page;
}

QAction *MainWindow::addShortcut(const QString &name, const QKeySequence &keys, std::function<void()> run)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
    return action;
}

void MainWindow::addActions()
{
    addShortcut(QStringLiteral("newWorkspace"), QKeySequence::New, [this] { WorkspaceFiles::askNew(m_session, this); });
    addShortcut(QStringLiteral("openWorkspace"), QKeySequence::Open, [this] { WorkspaceFiles::askOpen(m_session, this); });
    addShortcut(QStringLiteral("importFiles"), QKeySequence(Qt::CTRL | Qt::Key_I),
                [this] { WorkspaceFiles::askImport(m_session, this); });
    addShortcut(QStringLiteral("importFolder"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                [this] { WorkspaceFiles::askImportFolder(m_session, this); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        addShortcut(QStringLiteral("primary"), QKeySequence(Qt::CTRL | key), [this] { m_header->press(); });
    addShortcut(QStringLiteral("showJobs"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] { toggleJobs(); });
    addShortcut(QStringLiteral("showSettings"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
    addShortcut(QStringLiteral("present"), QKeySequence(Qt::Key_F11), [this] { m_presenter.toggle(); });
    addShortcut(QStringLiteral("showHelp"), QKeySequence(Qt::Key_F1), [this] { showHelp(); })
        ->setShortcutContext(Qt::ApplicationShortcut); // from windows beside this one too
    addShortcut(QStringLiteral("quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::connectSession()
{
    connect(&m_session, &AppSession::problem, m_messages, &MessageBar::add);
    connect(&m_session, &AppSession::pageRequested, this, &MainWindow::showPage);
    connect(&m_session, &AppSession::workspaceChanged, this, &MainWindow::showWorkspace);
    connect(&m_session, &AppSession::dataChanged, this, &MainWindow::showWorkspace);
}

void MainWindow::showPage(const QString &name)
{
    if (Page *page = pageNamed(name); page && page != m_header->page())
        setCurrent(page);
}

void MainWindow::setCurrent(Page *page)
{
    // Each page needs the room that it needs; those behind it must not widen the window.
    for (Page *other : std::as_const(m_pages))
        other->setSizePolicy(other == page ? QSizePolicy::Preferred : QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(page->name());
    m_header->setPage(page, page->inspector() != nullptr);
    showInspector();
    Help::follow(this, page->name());
    if (page->name() != startName)
        m_session.lastView().setPage(page->name());
    if (m_isPainted)
        page->activate();
}

Page *MainWindow::currentPage() const
{
    return m_header->page();
}

QStringList MainWindow::pageNames() const
{
    QStringList names;
    for (const PageKind &kind : pageKinds())
        names << kind.name;
    return names;
}

void MainWindow::showInspector()
{
    QWidget *content = currentPage()->inspector();
    if (m_inspector->widget() != content) {
        // Taking comes first: a scroll area deletes the widget that another one replaces. What it gives back belongs to nobody.
        if (QWidget *before = m_inspector->takeWidget()) {
            before->hide();
            before->setParent(this);
        }
        if (content) {
            m_inspector->setWidget(content);
            content->show();
            content->installEventFilter(this); // it may grow with what it is about
            fitInspector();
        }
    }
    m_inspector->setVisible(content && m_isInspectorShown);
    m_header->setInspectorShown(m_isInspectorShown);
}

/// Nothing of it hides behind the scroll bar, unless it would push the page off the screen: then it scrolls sideways.
void MainWindow::fitInspector()
{
    const QWidget *content = m_inspector->widget();
    if (!content)
        return;
    const int wanted = content->minimumSizeHint().width() + m_inspector->verticalScrollBar()->sizeHint().width() + 4;
    m_inspector->setMinimumWidth(std::min(wanted, std::max(width(), screen()->availableSize().width()) / 3));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && watched == m_inspector->widget())
        fitInspector();
    return QWidget::eventFilter(watched, event);
}

void MainWindow::setInspectorShown(bool isShown)
{
    m_isInspectorShown = isShown;
    if (!m_presenter.isOn())
        m_session.settings().setLayout(QStringLiteral("inspector"), isShown ? "shown" : "hidden");
    showInspector();
}

void MainWindow::showWorkspace()
{
    if (currentPage() && currentPage()->name() != startName)
        m_session.lastView().setPage(currentPage()->name()); // it stays, whatever was on screen in this workspace last
    const QString rows = m_session.hasWorkspace() ? tr("%1 rows").arg(QLocale().toString(m_session.summary().rows())) : QString();
    m_rail->setWorkspace(m_session.workspaceName(), rows, m_session.workspacePath());
    setWindowTitle(m_session.hasWorkspace() ? tr("%1 - Foretrail").arg(m_session.workspaceName()) : tr("Foretrail"));
}

void MainWindow::toggleJobs()
{
    m_jobsPanel->setVisible(!m_jobsPanel->isVisible());
    placeJobs();
}

void MainWindow::placeJobs()
{
    if (!m_jobsPanel->isVisible())
        return;
    const QSize size = m_jobsPanel->sizeHint().expandedTo(m_jobsPanel->minimumSize()).boundedTo(this->size());
    m_jobsPanel->setGeometry(QRect(QPoint(m_rail->width() + Theme::space, height() - m_status->height() - size.height() - Theme::space), size));
    m_jobsPanel->raise();
}

void MainWindow::rememberSplitters(QWidget *part)
{
    for (QSplitter *splitter : part->findChildren<QSplitter *>()) {
        if (splitter->objectName().isEmpty())
            continue;
        splitter->restoreState(m_session.settings().layout(splitter->objectName()));
        connect(splitter, &QSplitter::splitterMoved, this,
                [this, splitter] {
                    if (!m_presenter.isOn())
                        m_session.settings().setLayout(splitter->objectName(), splitter->saveState());
                });
    }
}

void MainWindow::showSettings()
{
    SettingsDialog::open(m_session, this);
}

void MainWindow::showHelp()
{
    const auto *settings = findChild<SettingsDialog *>(QString(), Qt::FindDirectChildrenOnly);
    const bool isInSettings = settings && settings->isVisible() && (settings->isActiveWindow() || !isActiveWindow());
    Help::open(m_session.settings(), this, isInSettings ? QStringLiteral("settings") : currentPage()->name());
}

void MainWindow::arrangePresenting(bool isOn)
{
    m_rail->setCollapsed(isOn || m_session.settings().isRailCollapsed());
    m_isInspectorShown = !isOn && m_session.settings().layout(QStringLiteral("inspector")) != "hidden";
    m_header->setPresenting(isOn);
    if (currentPage())
        showInspector();
    m_status->setHint(isOn ? tr("F11 or Esc leaves the large type.") : QString());
}

/// What has a use for it, such as a chart that is zoomed, takes it first.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_presenter.isOn())
        return m_presenter.setOn(false);
    QWidget::keyPressEvent(event);
}

void MainWindow::openFiles(const QStringList &files)
{
    WorkspaceFiles::takeUnseen(m_session, this, files);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto closeNow = [this] {
        m_isLeaving = true;
        close();
    };
    if (!m_isLeaving && !Leaving::canClose(m_session, this, closeNow))
        return event->ignore();
    m_session.settings().setLayout(objectName(), m_presenter.usualGeometry());
    hide();
    m_session.jobs().shutDown();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    // The program that drags waits until this handler returns; a dialog must not hold it up.
    QTimer::singleShot(0, this, [this, files = localFiles(event->mimeData())] { openFiles(files); });
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (m_isPainted)
        return;
    m_isPainted = true;
    // Pages read the disk when they come on screen, and nothing is read before the window is there.
    QMetaObject::invokeMethod(this, [this] {
        currentPage()->activate();
        Q_EMIT firstPainted();
    }, Qt::QueuedConnection);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeJobs();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showWorkspace();
        if (m_presenter.isOn())
            m_status->setHint(tr("F11 or Esc leaves the large type."));
        m_inspector->setAccessibleName(tr("What belongs to the page"));
    }
}

} // namespace foretrail
