#include "ui/pages/LivePage.h"

#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/LineChart.h"
#include "ui/pages/CampaignsTab.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FeedForm.h"
#include "ui/widgets/LiveBoard.h"
#include "ui/widgets/LiveInspector.h"
#include "ui/widgets/UpdatesTab.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace foretrail {

LivePage::LivePage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("live"), parent), m_run(new LiveRun(appSession, this)), m_main(new QAction(this)), m_stop(new QAction(this)), m_form(new FeedForm), m_stopButton(new QPushButton),
      m_problem(new QLabel), m_empty(new EmptyState), m_board(new LiveBoard), m_stack(new QStackedWidget), m_updates(new UpdatesTab(appSession)),
      m_campaigns(new CampaignsTab(appSession)), m_tabs(new QTabWidget), m_inspector(new LiveInspector(this))
{
    m_inspector->hide();
    m_main->setObjectName(QStringLiteral("liveMain"));
    m_stop->setObjectName(QStringLiteral("liveStop"));
    m_empty->setObjectName(QStringLiteral("liveEmpty"));
    m_stopButton->setObjectName(QStringLiteral("liveStopButton"));
    m_problem->setObjectName(QStringLiteral("liveProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    arrange();
    m_form->setSpec(session().settings().liveFeed());
    connectAll();
    showTexts();
}

void LivePage::arrange()
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_board);
    auto *shop = new QWidget;
    auto *column = new QVBoxLayout(shop);
    column->setContentsMargins(0, Theme::space, 0, 0);
    column->setSpacing(Theme::space);
    auto *feed = new QWidget;
    auto *row = new QHBoxLayout(feed);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space);
    row->addWidget(m_form, 1);
    row->addWidget(m_stopButton);
    column->addWidget(card(feed, Theme::space));
    column->addWidget(m_problem);
    column->addWidget(m_stack, 1);
    m_tabs->setObjectName(QStringLiteral("liveTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(shop, QString());
    m_tabs->addTab(m_updates, QString());
    m_tabs->addTab(m_campaigns, QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

void LivePage::connectAll()
{
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        activateTab();
        Q_EMIT inspectorChanged();
    });
    connect(m_main, &QAction::triggered, this, &LivePage::act);
    connect(m_stop, &QAction::triggered, m_run, &LiveRun::stop);
    connect(m_stopButton, &QPushButton::clicked, m_run, &LiveRun::stop);
    connect(m_form, &FeedForm::changed, this, [this] { m_problem->hide(); });
    connect(m_form, &FeedForm::submitted, this, [this] {
        if (!m_run->isRunning())
            start();
    });
    connect(m_empty, &EmptyState::clicked, this, [this] {
        if (!session().hasWorkspace())
            Q_EMIT session().pageRequested(QStringLiteral("start"));
        else if (m_hasOnlyKnown)
            startElsewhere();
        else
            start();
    });
    connect(m_run, &LiveRun::stateChanged, this, &LivePage::showState);
    connect(m_run, &LiveRun::ticked, this, &LivePage::take);
    connect(m_run, &LiveRun::ended, this, &LivePage::finish);
    connect(m_run, &LiveRun::failed, this, &LivePage::fail);
    connect(m_board, &LiveBoard::userChosen, this, [this](qint64 user, const QString &key) {
        m_run->watch(user);
        session().selection().setUser(key);
        if (m_inspector && m_board->shop())
            m_inspector->setUser(m_board->chosenVisit(), *m_board->shop(), key); // the reasons come with the next tick
    });
    const auto openProfile = [this](const QString &key) {
        session().selection().setUser(key);
        Q_EMIT session().pageRequested(QStringLiteral("customers"));
    };
    connect(m_board, &LiveBoard::userOpened, this, openProfile);
    connect(m_inspector, &LiveInspector::profileWanted, this, openProfile);
    connect(m_board, &LiveBoard::chartExport, this, [this](const QString &format) {
        const Result<QByteArray> bytes = renderChart(m_board->chart()->content(), format);
        const QString name = QStringLiteral("today.%1").arg(format);
        if (!bytes)
            return session().report(bytes.error(), tr("Export of %1").arg(name));
        const QString path = FileDialogs::saveFile(this, tr("Export the picture"), name, QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
        if (!path.isEmpty())
            session().save(tr("Exporting %1").arg(name), path, [path, content = *bytes] { return saveBytes(content, path); });
    });
    connect(&session(), &AppSession::workspaceChanged, this, [this] {
        m_hasBoard = m_hasOnlyKnown = false;
        m_tick = {};
        m_inspector->clear();
        showState();
        if (std::exchange(m_startsInNew, false) && session().hasWorkspace())
            start();
    });
    connect(&session(), &AppSession::dataChanged, this, [this] { m_board->setTimeZone(session().summary().timeZone); });
}

QWidget *LivePage::inspector() { return m_hasBoard && m_tabs->currentIndex() == 0 ? m_inspector.data() : nullptr; }

void LivePage::activate()
{
    showState();
    activateTab();
}

void LivePage::activateTab()
{
    if (m_tabs->currentWidget() == m_updates)
        m_updates->activate();
    else if (m_tabs->currentWidget() == m_campaigns)
        m_campaigns->activate();
}

void LivePage::act()
{
    if (!m_run->isRunning())
        return start();
    m_run->setPaused(!m_run->isPaused());
}

void LivePage::start()
{
    if (m_run->isRunning()) // it ends first
        return;
    const Result<FeedSpec> spec = m_form->spec();
    m_problem->setVisible(!spec);
    if (!spec)
        return m_problem->setText(spec.error().message);
    session().settings().setLiveFeed(m_form->text());
    m_hasOnlyKnown = false;
    m_tick = {};
    m_board->setTimeZone(session().summary().timeZone);
    m_run->start(*spec, m_form->like(), QString::fromLatin1(usualLiveRecommender));
}

void LivePage::startElsewhere()
{
    const QString name = QFileInfo(m_run->spec().path).completeBaseName() + QStringLiteral("-replay.foretrail");
    const QString path = FileDialogs::saveFile(this, tr("New workspace for the replay"), name, tr("Workspaces (*.foretrail)"));
    if (path.isEmpty())
        return;
    m_startsInNew = true;
    session().createWorkspace(path);
}

void LivePage::take(const LiveTick &tick)
{
    if (!m_run->isRunning() && tick.total.read == 0)
        return;
    m_tick = tick;
    const bool isFirst = !std::exchange(m_hasBoard, true);
    m_board->setTick(tick);
    if (m_inspector && tick.shop && !m_board->chosenKey().isEmpty())
        m_inspector->setUser(tick.shop->watched, *tick.shop, m_board->chosenKey());
    m_stack->setCurrentWidget(m_board);
    if (tick.shop) {
        m_updates->followClock(tick.shop->wall);
        m_campaigns->take(*tick.shop);
    }
    if (isFirst)
        Q_EMIT inspectorChanged();
    showSentence();
}

void LivePage::finish(const ImportReport &total) { m_hasOnlyKnown = total.read > 0 && total.stored == 0 && total.duplicate > 0; }

void LivePage::fail(const Error &error)
{
    m_problem->setText(error.message);
    m_problem->setVisible(!error.isCancelled());
    m_hasBoard = m_hasBoard && m_tick.total.read > 0;
}

void LivePage::showState()
{
    const bool isRunning = m_run->isRunning();
    m_form->setEditable(!isRunning);
    m_main->setText(!isRunning ? tr("Follow") : m_run->isPaused() ? tr("Go on") : tr("Pause"));
    m_main->setEnabled(session().hasWorkspace() && !session().isReadOnly() && !m_run->isStopping());
    m_stop->setText(tr("Stop following"));
    m_stop->setEnabled(isRunning && !m_run->isStopping());
    m_stopButton->setText(tr("Stop"));
    m_stopButton->setToolTip(m_stop->text());
    m_stopButton->setVisible(isRunning);
    m_stopButton->setEnabled(m_stop->isEnabled());
    if (!session().hasWorkspace())
        m_empty->setText(tr("No workspace is open."), tr("Go to Start"));
    else if (session().isReadOnly())
        m_empty->setText(tr("This workspace can only be read, so nothing can be stored in it."));
    else if (isRunning)
        m_empty->setText(tr("Waiting for the first events."));
    else if (m_hasOnlyKnown)
        m_empty->setText(tr("All lines of this log are in the workspace already, so nothing new happens here. In a new workspace the log comes in event by event."), tr("Replay into a new workspace"));
    else
        m_empty->setText(tr("Follow a feed to see events as they come in: who is about and may buy, what to show them next, how the day goes. "
                            "To try it, play a log again."), tr("Follow"));
    m_stack->setCurrentWidget(m_hasBoard && !m_hasOnlyKnown ? static_cast<QWidget *>(m_board) : m_empty);
    Q_EMIT inspectorChanged();
    showSentence();
}

void LivePage::showSentence()
{
    if (!m_hasBoard || m_hasOnlyKnown)
        return setSentence({});
    const QLocale locale;
    const QString counts = tr("%1 stored, %2 duplicate, %3 rejected").arg(locale.toString(m_tick.total.stored), locale.toString(m_tick.total.duplicate), locale.toString(m_tick.total.rejected));
    if (!m_run->isRunning())
        return setSentence(tr("Ended: %1.").arg(counts));
    if (m_run->isStopping())
        return setSentence(tr("Stopping: what came in is stored."));
    setSentence(m_run->isPaused() ? tr("Paused, whoever sends waits: %1.").arg(counts) : tr("Following: %1.").arg(counts));
}

void LivePage::showTexts()
{
    m_tabs->setTabText(0, tr("Shop"));
    m_tabs->setTabText(1, tr("Models that follow"));
    m_tabs->setTabText(2, tr("Campaigns"));
    showState();
}

void LivePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
