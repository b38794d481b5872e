#include "ui/pages/DataPage.h"

#include "core/data/Import.h"
#include "core/report/RejectsReport.h"
#include "ui/dialogs/FileDialogs.h"
#include "ui/dialogs/WorkspaceFiles.h"
#include "ui/models/PlanChanges.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ImportInspector.h"
#include "ui/widgets/ImportPreviewView.h"
#include "ui/widgets/ImportsView.h"
#include "ui/widgets/RunningJob.h"

#include <QAction>
#include <QEvent>
#include <QFileInfo>
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
    : Page(appSession, QStringLiteral("data"), parent), m_assistant(appSession), m_listJob(appSession.jobs()),
      m_zonesJob(appSession.jobs()), m_primary(new QAction(this)), m_empty(new EmptyState),
      m_running(new RunningJob(appSession.jobs())), m_imports(new ImportsView(appSession)),
      m_preview(new ImportPreviewView), m_inspector(new ImportInspector(this)), m_stack(new QStackedWidget)
{
    m_inspector->hide();
    m_primary->setObjectName(QStringLiteral("importAction"));
    arrange();
    connectAll();
    showState();
}

DataPage::~DataPage()
{
    delete m_inspector;
}

QWidget *DataPage::inspector()
{
    return isPreviewing() ? m_inspector.data() : nullptr;
}

bool DataPage::isPreviewing() const
{
    return m_assistant.state() == ImportAssistant::State::Reading || m_assistant.state() == ImportAssistant::State::Checking;
}

void DataPage::arrange()
{
    for (QWidget *shown : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_imports), static_cast<QWidget *>(m_preview)})
        m_stack->addWidget(shown);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_running);
    layout->addWidget(m_stack, 1);
}

void DataPage::connectAll()
{
    connect(&session(), &AppSession::importRequested, this, &DataPage::take);
    connect(&session(), &AppSession::workspaceChanged, this, &DataPage::markStale);
    connect(&session(), &AppSession::dataChanged, this, &DataPage::markStale);
    connect(m_primary, &QAction::triggered, this, &DataPage::onPrimary);
    connect(m_empty, &EmptyState::clicked, this, [this] { WorkspaceFiles::askImport(session(), this); });
    connect(&m_assistant, &ImportAssistant::changed, this, &DataPage::showState);
    connect(&m_assistant, &ImportAssistant::previewRead, this, [this] {
        m_preview->show(m_assistant.preview());
        m_inspector->show(m_assistant.preview());
    });
    connect(&m_assistant, &ImportAssistant::imported, this, &DataPage::onImported);
    connect(m_preview, &ImportPreviewView::cancelled, &m_assistant, &ImportAssistant::leave);
    connect(m_preview, &ImportPreviewView::roleChosen, this, &DataPage::onRole);
    connect(m_inspector, &ImportInspector::changed, this, [this] {
        ImportPlan plan = m_assistant.preview().plan;
        m_inspector->apply(plan);
        m_assistant.change(plan);
    });
    connect(m_imports, &ImportsView::forecastClicked, this, [this] { Q_EMIT session().pageRequested(QStringLiteral("forecast")); });
    connect(m_imports, &ImportsView::exportRejectsClicked, this, &DataPage::exportRejects);
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

void DataPage::onPrimary()
{
    if (isPreviewing())
        m_assistant.start(m_preview->isSameForRest());
    else
        WorkspaceFiles::askImport(session(), this);
}

void DataPage::onRole(int column, Role role)
{
    ImportPlan plan = m_assistant.preview().plan;
    PlanChanges::setRole(plan, column, role);
    m_assistant.change(plan);
}

void DataPage::onImported(const ImportReport &report)
{
    m_newest = report.importId;
    session().reloadData();
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
        showState();
}

void DataPage::markStale()
{
    m_isStale = true;
    if (!session().hasWorkspace()) {
        m_listJob.cancel();
        m_imports->show({}, 0);
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
            m_imports->show(*imports, m_newest > 0 ? m_newest : m_imports->selectedId());
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
        m_running->follow(m_assistant.job(), tr("The workspace changes only when the whole file is read. Stopping stores nothing."));
    m_preview->setMessage(m_assistant.message());
    m_preview->setRemaining(m_assistant.count() - m_assistant.number());
    m_preview->setEnabled(m_assistant.state() != ImportAssistant::State::Reading);
    if (isPreviewing())
        m_stack->setCurrentWidget(m_preview);
    else
        m_stack->setCurrentWidget(m_imports->isEmpty() ? static_cast<QWidget *>(m_empty) : m_imports);
    showEmpty();
    showPrimary();
    showSentence();
    if (isPreviewing() != m_wasPreviewing) {
        m_wasPreviewing = isPreviewing();
        Q_EMIT inspectorChanged();
    }
}

QString DataPage::importText() const
{
    const qsizetype rows = m_assistant.preview().rows.size();
    const ImportPlan &plan = m_assistant.preview().plan;
    const bool isWide = plan.kind == SourceKind::Series && plan.layout == SeriesLayout::Wide;
    if (rows > 0 && rows < previewRows && !isWide) // of a wide table every value counts as a row
        return tr("Import %1 rows").arg(QLocale().toString(rows));
    return tr("Import %1").arg(shortened(QFileInfo(m_assistant.file()).fileName()));
}

void DataPage::showPrimary()
{
    const bool isReadOnly = session().hasWorkspace() && session().isReadOnly();
    m_primary->setText(isPreviewing() ? importText() : tr("Import a file"));
    m_primary->setToolTip(isReadOnly ? tr("This workspace is open for reading only.") : m_primary->text());
    m_primary->setEnabled(isPreviewing() ? m_assistant.canStart() : !isReadOnly);
}

void DataPage::showSentence()
{
    const QString name = QFileInfo(m_assistant.file()).fileName();
    const QString size = QLocale().formattedDataSize(m_assistant.preview().fileBytes, 1, QLocale::DataSizeTraditionalFormat);
    const QString place = m_assistant.count() > 1 ? tr(" File %1 of %2.").arg(m_assistant.number()).arg(m_assistant.count()) : QString();
    if (m_assistant.state() == ImportAssistant::State::Reading)
        setSentence(tr("Reading the first rows of %1.").arg(name) + place);
    else if (m_assistant.state() == ImportAssistant::State::Checking)
        setSentence(tr("%1, %2: check how the first rows are read.").arg(name, size) + place);
    else if (m_assistant.state() == ImportAssistant::State::Running)
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
        m_empty->setText(tr("No data yet. Choose or drop a file of sales, clicks or series."), tr("Import a file"));
}

void DataPage::exportRejects(const ImportReport &report)
{
    const QString name = QFileInfo(report.file).baseName() + QStringLiteral("-rejected.csv");
    const QString path = FileDialogs::saveFile(this, tr("Export rejected rows"), name, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    session().runOnWorkspace<bool>({tr("Exporting rejected rows"), Lane::Read, true},
        [import = report.importId, path](Workspace &workspace, JobContext &) {
            return writeRejects(workspace, {import}, path).map([] { return true; });
        },
        this, [this, path](Result<bool> done) {
            if (!done)
                return session().report(done.error(), tr("Exporting rejected rows"));
            session().tellSaved(path);
        });
}

} // namespace foretrail
