#include "ui/pages/DataPage.h"

#include "core/data/Import.h"
#include "ui/dialogs/ProductRuleDialog.h"
#include "ui/dialogs/WorkspaceFiles.h"
#include "ui/models/PlanChanges.h"
#include "ui/pages/TemplateActions.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ImportInspector.h"
#include "ui/widgets/ImportPreviewView.h"
#include "ui/widgets/ImportsView.h"
#include "ui/widgets/RunningJob.h"
#include "ui/widgets/SourcesView.h"

#include <QAction>
#include <QEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int previewRows = 200; ///< fewer: the preview holds the whole file

QString shortened(const QString &name)
{
    constexpr int longest = 36;
    return name.size() <= longest ? name : name.left(20) + QStringLiteral("…") + name.right(longest - 21);
}

} // namespace

DataPage::DataPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("data"), parent), m_assistant(appSession), m_actions(new ImportActions(appSession, this)),
      m_templates(new TemplateActions(appSession, m_assistant, this)), m_listJob(appSession.jobs()), m_zonesJob(appSession.jobs()),
      m_primary(new QAction(this)), m_folder(new QAction(this)), m_paste(new QAction(this)), m_rule(new QAction(this)),
      m_empty(new EmptyState), m_running(new RunningJob(appSession.jobs())), m_sources(new SourcesView),
      m_imports(new ImportsView(appSession)), m_preview(new ImportPreviewView), m_inspector(new ImportInspector(this)),
      m_stack(new QStackedWidget)
{
    m_inspector->hide();
    arrange();
    addActions();
    connectAll();
    retranslate();
}

DataPage::~DataPage()
{
    delete m_inspector;
}

QWidget *DataPage::inspector()
{
    return m_assistant.isPreviewing() ? m_inspector.data() : nullptr;
}

QList<QAction *> DataPage::moreActions()
{
    QList<QAction *> actions{m_folder, m_paste};
    const auto separator = [this, &actions] {
        auto *line = new QAction(this);
        line->setSeparator(true);
        actions << line;
    };
    separator();
    actions += m_templates->actions();
    separator();
    return actions << m_rule;
}

void DataPage::arrange()
{
    for (QWidget *shown : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_imports), static_cast<QWidget *>(m_preview)})
        m_stack->addWidget(shown);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_running);
    layout->addWidget(m_sources);
    layout->addWidget(m_stack, 1);
}

void DataPage::addActions()
{
    m_primary->setObjectName(QStringLiteral("importAction"));
    m_folder->setObjectName(QStringLiteral("importFolderAction"));
    m_paste->setObjectName(QStringLiteral("pasteAction"));
    m_rule->setObjectName(QStringLiteral("productRuleAction"));
    m_paste->setShortcut(QKeySequence::Paste);
    m_paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_paste);
    connect(m_primary, &QAction::triggered, this, &DataPage::onPrimary);
    connect(m_folder, &QAction::triggered, this, [this] { WorkspaceFiles::askImportFolder(session(), this); });
    connect(m_paste, &QAction::triggered, m_actions, &ImportActions::paste);
    connect(m_rule, &QAction::triggered, this, &DataPage::editRule);
}

void DataPage::connectAll()
{
    connect(&session(), &AppSession::importRequested, this, &DataPage::take);
    connect(&session(), &AppSession::workspaceChanged, this, &DataPage::markStale);
    connect(&session(), &AppSession::dataChanged, this, &DataPage::markStale);
    connect(m_empty, &EmptyState::clicked, this, [this] { WorkspaceFiles::askImport(session(), this); });
    connect(m_empty, &EmptyState::secondClicked, this, [this] { WorkspaceFiles::askImportFolder(session(), this); });
    connect(m_actions, &ImportActions::pasted, this, [this](const QStringList &files) { WorkspaceFiles::take(session(), this, files); });
    connect(m_actions, &ImportActions::changed, &session(), [this] { session().reloadData(); });
    connectAssistant();
    connectImports();
}

void DataPage::connectAssistant()
{
    connect(&m_assistant, &ImportAssistant::changed, this, &DataPage::showState);
    connect(&m_assistant, &ImportAssistant::previewRead, this, [this] {
        m_preview->show(m_assistant.preview(), m_assistant.isSettlingDates(), m_assistant.filesAskedAbout());
        m_inspector->show(m_assistant.preview());
        showPrimary();
        Q_EMIT nextStepReady();
    });
    connect(&m_assistant, &ImportAssistant::imported, this, [this](qint64 importId) {
        m_newest = importId;
        session().reloadData();
    });
    connect(m_preview, &ImportPreviewView::sameForRestChanged, this, &DataPage::showPrimary);
    connect(m_preview, &ImportPreviewView::cancelled, &m_assistant, &ImportAssistant::leave);
    connect(m_preview, &ImportPreviewView::guessAnewClicked, &m_assistant, &ImportAssistant::guessAnew);
    connect(m_preview, &ImportPreviewView::datesAnswered, &m_assistant, &ImportAssistant::answerDates);
    connect(m_preview, &ImportPreviewView::roleChosen, this, [this](int column, Role role) {
        changePlan([=](ImportPlan &plan) { PlanChanges::setRole(plan, column, role); });
    });
    connect(m_preview, &ImportPreviewView::keyChosen, this, [this](int column, bool isKey) {
        changePlan([=](ImportPlan &plan) { PlanChanges::setKey(plan, column, isKey); });
    });
    connect(m_inspector, &ImportInspector::changed, this,
            [this] { changePlan([this](ImportPlan &plan) { m_inspector->apply(plan); }); });
    connect(m_inspector, &ImportInspector::partChosen, &m_assistant, &ImportAssistant::choosePart);
    connect(m_inspector, &ImportInspector::skipRowsChosen, &m_assistant, &ImportAssistant::skipRows);
    connect(m_inspector, &ImportInspector::ruleClicked, this, &DataPage::editRule);
}

void DataPage::connectImports()
{
    connect(m_imports, &ImportsView::forecastClicked, this, [this] { Q_EMIT session().pageRequested(QStringLiteral("forecast")); });
    connect(m_imports, &ImportsView::againClicked, this, &DataPage::importAgain);
    connect(m_imports, &ImportsView::undoClicked, this, [this] { m_actions->undo(m_imports->selected()); });
    connect(m_imports, &ImportsView::redoClicked, this, [this] { m_actions->redo(m_imports->selected()); });
    connect(m_imports, &ImportsView::exportRejectsClicked, this, [this] { m_actions->exportRejects(m_imports->selected()); });
    connect(m_imports, &ImportsView::feedClicked, this,
            [this](const QList<Correction> &corrections) { m_actions->feed(m_imports->selected().total(), corrections); });
}

void DataPage::take(const QStringList &files)
{
    if (!session().hasWorkspace())
        return WorkspaceFiles::askNew(session(), this, files);
    if (session().isReadOnly())
        return session().report({ErrorCode::Permission,
                                 tr("%1 is open for reading only. Open or make another workspace to import.").arg(session().workspaceName()), {}});
    loadTimeZones();
    m_assistant.begin(files);
}

void DataPage::importAgain()
{
    loadTimeZones();
    m_assistant.beginAgain(m_imports->selected().imports);
}

void DataPage::editRule()
{
    ProductRuleDialog::open(session(), this);
}

void DataPage::onPrimary()
{
    if (m_assistant.isPreviewing())
        m_assistant.start(m_preview->isSameForRest());
    else
        WorkspaceFiles::askImport(session(), this);
}

void DataPage::changePlan(const std::function<void(ImportPlan &)> &change)
{
    ImportPlan plan = m_assistant.preview().plan;
    change(plan);
    m_assistant.change(plan);
}

void DataPage::activate()
{
    if (m_isStale)
        load();
}

void DataPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DataPage::markStale()
{
    m_isStale = true;
    if (!session().hasWorkspace()) {
        m_listJob.cancel();
        m_newest = 0;
        m_imports->show({});
        showState();
    } else if (isVisible()) {
        load();
    }
}

void DataPage::load()
{
    if (!session().hasWorkspace())
        return;
    m_isStale = false;
    session().runLatestOnWorkspace<QList<ImportReport>>(m_listJob, {tr("Reading imports"), Lane::Read, false},
        [](Workspace &workspace, JobContext &) { return listImports(workspace); }, this,
        [this](Result<QList<ImportReport>> imports) {
            if (!imports) {
                m_isStale = true;
                return session().report(imports.error(), tr("Reading imports"));
            }
            m_imports->show(groupsOf(*imports));
            if (m_newest > 0 && m_imports->showLedger(m_newest))
                m_newest = 0;
            showState();
        });
}

/// Their names are on disk, so they are read once, when a file is looked at for the first time.
void DataPage::loadTimeZones()
{
    if (m_hasZones)
        return;
    m_hasZones = true;
    m_zonesJob.start<QStringList>({tr("Reading time zones"), Lane::Read, false},
        [](JobContext &) -> Result<QStringList> {
            QStringList names;
            for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
                names << QString::fromLatin1(id);
            return names;
        },
        this, [this](Result<QStringList> names) {
            if (names && m_inspector)
                m_inspector->setTimeZones(*names);
        });
}

void DataPage::showState()
{
    if (m_assistant.state() == ImportAssistant::State::Running)
        m_running->follow(m_assistant.job(), promise());
    m_sources->show(m_assistant.entries());
    m_preview->setMessage(m_assistant.message());
    m_preview->setOrigin(m_assistant.origin());
    m_preview->setRemaining(m_assistant.waiting());
    m_preview->setEnabled(m_assistant.state() == ImportAssistant::State::Checking);
    if (m_assistant.isPreviewing())
        m_stack->setCurrentWidget(m_preview);
    else
        m_stack->setCurrentWidget(m_imports->isEmpty() ? static_cast<QWidget *>(m_empty) : m_imports);
    showEmpty();
    showPrimary();
    showActions();
    showSentence();
    if (m_assistant.isPreviewing() != m_wasPreviewing) {
        m_wasPreviewing = m_assistant.isPreviewing();
        Q_EMIT inspectorChanged();
    }
}

QString DataPage::promise() const
{
    if (m_assistant.filesImported() > 1)
        return tr("The workspace changes file by file. Stopping keeps the files that are done and stores nothing of the one that is read.");
    return tr("The workspace changes only when the whole file is read. Stopping stores nothing.");
}

QString DataPage::importText() const
{
    if (m_preview->isSameForRest())
        return tr("Import %1 files").arg(QLocale().toString(m_assistant.waiting() + 1));
    const qsizetype rows = m_assistant.preview().rows.size();
    const ImportPlan &plan = m_assistant.preview().plan;
    const bool isWide = plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide;
    if (rows > 0 && rows < previewRows && !isWide) // of a wide table every value counts as a row
        return tr("Import %1 rows").arg(QLocale().toString(rows));
    return m_assistant.name().isEmpty() ? tr("Import") : tr("Import %1").arg(shortened(m_assistant.name()));
}

void DataPage::showPrimary()
{
    const bool isReadOnly = session().hasWorkspace() && session().isReadOnly();
    const bool isPreviewing = m_assistant.isPreviewing();
    m_primary->setText(isPreviewing ? importText() : tr("Import a file"));
    m_primary->setEnabled(isPreviewing ? m_assistant.canStart() : !isReadOnly);
    if (isReadOnly)
        m_primary->setToolTip(tr("This workspace is open for reading only."));
    else if (isPreviewing && m_assistant.isDateAsked())
        m_primary->setToolTip(tr("Answer the question about the dates first."));
    else
        m_primary->setToolTip(m_primary->text());
}

void DataPage::showActions()
{
    const bool canImport = !session().hasWorkspace() || !session().isReadOnly();
    m_folder->setEnabled(canImport);
    m_paste->setEnabled(canImport);
    m_rule->setEnabled(session().hasWorkspace());
    m_templates->showState();
}

void DataPage::showSentence()
{
    using State = ImportAssistant::State;
    const QString name = m_assistant.name();
    const QString size = QLocale().formattedDataSize(m_assistant.preview().fileBytes, 1, QLocale::DataSizeTraditionalFormat);
    const QString place = m_assistant.count() > 1 ? tr(" File %1 of %2.").arg(m_assistant.number()).arg(m_assistant.count()) : QString();
    if (m_assistant.state() == State::Finding)
        setSentence(tr("Looking for tables."));
    else if (m_assistant.state() == State::Reading)
        setSentence(tr("Reading the first rows of %1.").arg(name) + place);
    else if (m_assistant.state() == State::Checking)
        setSentence(tr("%1, %2: check how the first rows are read.").arg(name, size) + place);
    else if (m_assistant.state() == State::Running)
        setSentence(tr("Importing %1.").arg(name) + place);
    else if (session().hasWorkspace() && session().isReadOnly())
        setSentence(tr("%1 is open for reading only: nothing can be imported.").arg(session().workspaceName()));
    else if (session().hasWorkspace())
        setSentence(tr("%1 holds %2 rows.").arg(session().workspaceName(), QLocale().toString(session().summary().rows())));
    else
        setSentence({});
}

void DataPage::showEmpty()
{
    if (m_assistant.state() == ImportAssistant::State::Running)
        m_empty->setText({});
    else if (session().hasWorkspace() && session().isReadOnly())
        m_empty->setText(tr("Nothing was imported into this workspace, and it is open for reading only."));
    else
        m_empty->setText(tr("No data yet. Choose or drop files or a folder of sales, clicks or series, or paste a table."), tr("Import a file"),
                         tr("Import a folder"));
}

void DataPage::retranslate()
{
    m_folder->setText(tr("Import a folder..."));
    m_paste->setText(tr("Paste a table"));
    m_paste->setToolTip(tr("Imports the table or the files on the clipboard"));
    m_rule->setText(tr("Codes that are no products..."));
    m_templates->retranslate();
    showState();
}

} // namespace foretrail
