#include "ui/pages/BehaviourPage.h"

#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/dialogs/UsersDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FunnelTab.h"
#include "ui/widgets/LifecycleTab.h"
#include "ui/widgets/PathsTab.h"
#include "ui/widgets/RetentionTab.h"
#include "ui/widgets/RunningJob.h"
#include "ui/widgets/SegmentChip.h"

#include <QAction>
#include <QEvent>
#include <QJsonDocument>
#include <QLocale>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int slowMs = 300; ///< what takes longer shows its progress

} // namespace

BehaviourPage::BehaviourPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("behaviour"), parent), m_job(appSession.jobs()), m_export(new QAction(this)),
      m_exportPaths(new QAction(this)), m_running(new RunningJob(appSession.jobs())),
      m_funnel(new FunnelTab(appSession)), m_retention(new RetentionTab(appSession)), m_paths(new PathsTab(appSession)), m_lifecycle(new LifecycleTab(appSession)),
      m_tabs(new QTabWidget), m_empty(new EmptyState), m_stack(new QStackedWidget(this))
{
    m_export->setObjectName(QStringLiteral("exportBehaviour"));
    m_exportPaths->setObjectName(QStringLiteral("exportWholePaths"));
    m_exportPaths->setEnabled(false);
    m_tabs->setObjectName(QStringLiteral("behaviourTabs"));
    m_tabs->setDocumentMode(true);
    m_empty->setObjectName(QStringLiteral("behaviourEmpty"));
    const QJsonObject choices = QJsonDocument::fromJson(session().settings().behaviourChoices()).object();
    for (BehaviourTab *tab : {static_cast<BehaviourTab *>(m_funnel), static_cast<BehaviourTab *>(m_retention), static_cast<BehaviourTab *>(m_paths), static_cast<BehaviourTab *>(m_lifecycle)}) {
        if (const QJsonValue kept = choices[tab->fileName()]; kept.isObject())
            tab->setChoices(kept.toObject());
        m_tabs->addTab(tab, QString());
        connectTab(tab);
    }
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_running);
    layout->addWidget(new SegmentChip(session().selection(), this));
    layout->addWidget(m_stack, 1);
    connect(m_retention, &RetentionTab::curvesExport, this, [this](const ChartContent &content, const QString &format) {
        if (format == QStringLiteral("csv") && session().settings().smallestGroup() > 1)
            return exportTable(); // small groups are withheld there
        saveRendered(renderChart(content, format), QStringLiteral("retention-curves"), format);
    });
    connect(m_export, &QAction::triggered, this, &BehaviourPage::exportTable);
    connect(m_exportPaths, &QAction::triggered, this, [this] { saveTable(m_paths->wholePaths({session().settings().smallestGroup()}), QStringLiteral("whole-paths")); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &BehaviourPage::showSentence);
    connect(m_empty, &EmptyState::clicked, this, [this] {
        if (m_wasStopped)
            return load();
        Q_EMIT session().pageRequested(session().hasWorkspace() ? QStringLiteral("data") : QStringLiteral("start"));
    });
    connect(&session(), &AppSession::workspaceChanged, this, &BehaviourPage::markStale);
    connect(&session(), &AppSession::dataChanged, this, &BehaviourPage::markStale);
    connect(&session().selection(), &Selection::segmentChanged, this, &BehaviourPage::showLog);
    showTexts();
    markStale();
}

void BehaviourPage::connectTab(BehaviourTab *tab)
{
    connect(tab, &BehaviourTab::sentenceChanged, this, &BehaviourPage::showSentence);
    connect(tab, &BehaviourTab::choicesChanged, this, &BehaviourPage::keepChoices);
    connect(tab, &BehaviourTab::problemButton, this, [this] { Q_EMIT session().pageRequested(QStringLiteral("data")); });
    connect(tab, &BehaviourTab::usersWanted, this, [this](const QString &title, const QString &fileName, const UserQuestion &question) {
        UsersDialog::open(session(), title, fileName, question, this);
    });
    connect(tab, &BehaviourTab::drawingExport, this, [this, tab](const MarkDrawing *drawing, const QString &format) { exportDrawing(*drawing, tab->fileName(), format); });
}

BehaviourTab *BehaviourPage::current() const { return static_cast<BehaviourTab *>(m_tabs->currentWidget()); }

void BehaviourPage::activate()
{
    if (m_isStale)
        load();
}

void BehaviourPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

void BehaviourPage::showTexts()
{
    m_export->setText(tr("Export numbers"));
    m_exportPaths->setText(tr("Export whole paths"));
    m_tabs->setTabText(0, tr("Funnel"));
    m_tabs->setTabText(1, tr("Retention"));
    m_tabs->setTabText(2, tr("Paths"));
    m_tabs->setTabText(3, tr("Lifecycle"));
    if (m_log)
        showSentence();
    else if (!session().hasWorkspace())
        showState(tr("No workspace is open."), tr("Go to Start"));
    else if (session().summary().events == 0 && session().summary().importedSeries > 0)
        showState(tr("Here are series alone, without users. Import a log that says who did what. The series are on the page Forecast."), tr("Import a log"));
    else if (session().summary().events == 0)
        showState(tr("No events yet. Import a log that says who did what."), tr("Import a log"));
    else if (m_wasStopped)
        showState(tr("Reading the events was stopped."), tr("Read them"));
    else
        showState(tr("Reading events"), {});
}

void BehaviourPage::showState(const QString &sentence, const QString &button)
{
    m_empty->setText(sentence, button);
    m_stack->setCurrentWidget(m_empty);
    m_export->setEnabled(false);
    m_exportPaths->setEnabled(false);
    setSentence({});
}

void BehaviourPage::markStale()
{
    m_isStale = true;
    m_wasStopped = false;
    m_job.cancel();
    m_log.reset();
    for (int i = 0; i < m_tabs->count(); ++i)
        static_cast<BehaviourTab *>(m_tabs->widget(i))->setLog({});
    showTexts();
    if (isVisible())
        load();
}

void BehaviourPage::load()
{
    if (!session().hasWorkspace() || session().summary().events == 0)
        return;
    m_isStale = false;
    m_wasStopped = false;
    showTexts();
    using Shared = std::shared_ptr<const UserEventLog>;
    session().runLatestOnWorkspace<Shared>(m_job, {tr("Reading what users did"), Lane::Read, true}, [](Workspace &workspace, JobContext &job) -> Result<Shared> {
        Result<UserEventLog> log = readUserEvents(workspace, job);
        if (!log)
            return fail(log.error());
        return Shared(std::make_shared<const UserEventLog>(std::move(*log)));
    }, this, [this](Result<Shared> log) {
        if (log)
            return take(*log);
        m_wasStopped = true;
        showTexts();
        session().report(log.error(), tr("Reading events"));
    });
    QTimer::singleShot(slowMs, this, [this] {
        if (m_job.isRunning())
            m_running->follow(m_job.id(), tr("Stopping changes nothing; the events can be read again."));
    });
}

void BehaviourPage::take(std::shared_ptr<const UserEventLog> log)
{
    m_log = std::move(log);
    m_stack->setCurrentWidget(m_tabs);
    showLog();
}

void BehaviourPage::showLog()
{
    if (!m_log)
        return;
    for (int i = 0; i < m_tabs->count(); ++i)
        static_cast<BehaviourTab *>(m_tabs->widget(i))->setLog({m_log, session().selection().segment().users});
    showSentence();
}

void BehaviourPage::showSentence()
{
    if (!m_log)
        return;
    const ChosenSegment &segment = session().selection().segment();
    const QString sentence = current()->sentence();
    setSentence(segment.isEverybody() || sentence.isEmpty() ? sentence : tr("Segment %1: %2").arg(segment.name, sentence));
    m_export->setEnabled(current()->hasAnswer());
    m_exportPaths->setEnabled(m_paths->hasAnswer());
}

void BehaviourPage::keepChoices()
{
    QJsonObject choices;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *tab = static_cast<BehaviourTab *>(m_tabs->widget(i));
        choices.insert(tab->fileName(), tab->choices());
    }
    session().settings().setBehaviourChoices(QJsonDocument(choices).toJson(QJsonDocument::Compact));
}

void BehaviourPage::exportTable()
{
    saveTable(current()->table({session().settings().smallestGroup()}), current()->fileName());
}

void BehaviourPage::saveTable(const FlowTable &table, const QString &name)
{
    if (table.isEmpty())
        return;
    const QString path = FileDialogs::saveFile(this, tr("Export the numbers"), name + QStringLiteral(".csv"), tr("Comma-separated values (*.csv)"));
    if (!path.isEmpty())
        session().save(tr("Exporting %1").arg(name), path, [path, table] { return writeTable(table, path); });
}

bool BehaviourPage::showsSmallGroups() const
{
    const int least = session().settings().smallestGroup();
    return least > 1 && current()->table({least}) != current()->table({});
}

void BehaviourPage::exportDrawing(const MarkDrawing &drawing, const QString &name, const QString &format)
{
    if (format == QStringLiteral("csv"))
        return exportTable(); // small groups are withheld there
    saveRendered(renderChart(drawing, format), name, format);
}

void BehaviourPage::saveRendered(const Result<QByteArray> &bytes, const QString &name, const QString &format)
{
    if (showsSmallGroups())
        return session().report(Error{ErrorCode::InvalidInput, tr("The picture tells of groups of fewer than %1 users, which are not handed on. Export the numbers: "
                                                                  "there they are withheld.").arg(session().settings().smallestGroup()), {}});
    if (!bytes)
        return session().report(bytes.error(), tr("Export of %1").arg(name));
    const QString file = QStringLiteral("%1.%2").arg(name, format);
    const QString path = FileDialogs::saveFile(this, tr("Export the picture"), file, QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (!path.isEmpty())
        session().save(tr("Exporting %1").arg(file), path, [path, content = *bytes] { return saveBytes(content, path); });
}

} // namespace foretrail
