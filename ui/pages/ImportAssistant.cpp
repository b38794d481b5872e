#include "ui/pages/ImportAssistant.h"

#include "core/data/Import.h"

#include <QFileInfo>

namespace foretrail {

namespace {

constexpr int debounceMs = 100;

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

ImportAssistant::ImportAssistant(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_reading(session.jobs())
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &ImportAssistant::updatePreview);
    connect(&session, &AppSession::workspaceChanged, this, &ImportAssistant::onWorkspace);
}

void ImportAssistant::begin(const QStringList &files)
{
    if (m_state == State::Running) {
        m_files += files;
        return Q_EMIT changed();
    }
    m_files = files;
    m_at = 0;
    m_shared.reset();
    m_notice.clear();
    readFile();
}

Result<ImportAssistant::Read> ImportAssistant::read(const QString &path, const std::optional<Shared> &shared, JobContext &job)
{
    if (shared) {
        Result<ImportPreview> same = previewFile(path, shared->plan, job);
        if (same && same->header == shared->header && same->blocker.isEmpty())
            return Read{std::move(*same), true};
    }
    Result<ImportPreview> preview = previewFile(path, job);
    if (!preview)
        return fail(preview.error());
    return Read{std::move(*preview), false};
}

void ImportAssistant::readFile()
{
    m_debounce.stop();
    m_isStale = false;
    m_preview = {};
    setState(State::Reading);
    m_reading.start<Read>({tr("Reading %1").arg(nameOf(file())), Lane::Read, false},
        [path = file(), shared = m_shared](JobContext &job) { return read(path, shared, job); }, this,
        [this](Result<Read> result) { onRead(std::move(result)); });
}

void ImportAssistant::onRead(Result<Read> read)
{
    if (!read) {
        m_session.report(read.error());
        return next();
    }
    m_preview = std::move(read->preview);
    if (m_shared && !read->isAsBefore)
        m_notice = tr("The columns of this file differ from those of the file before. Check the settings.");
    setState(State::Checking);
    Q_EMIT previewRead();
    if (read->isAsBefore)
        start(true);
}

void ImportAssistant::change(const ImportPlan &plan)
{
    if (m_state != State::Checking)
        return;
    m_reading.cancel(); // an answer to the plan before would undo this change
    m_preview.plan = plan;
    m_isStale = true;
    m_debounce.start();
    Q_EMIT changed();
}

void ImportAssistant::updatePreview()
{
    m_reading.start<ImportPreview>({tr("Reading %1").arg(nameOf(file())), Lane::Read, false},
        [path = file(), plan = m_preview.plan](JobContext &job) { return previewFile(path, plan, job); }, this,
        [this](Result<ImportPreview> preview) {
            if (!preview && preview.error().isCancelled())
                return;
            if (preview)
                m_preview = std::move(*preview);
            else
                m_preview.blocker = preview.error().message;
            m_isStale = false;
            m_notice.clear();
            Q_EMIT previewRead();
            Q_EMIT changed();
        });
}

void ImportAssistant::start(bool isForRest)
{
    if (!canStart())
        return;
    m_shared.reset();
    if (isForRest)
        m_shared = Shared{m_preview.plan, m_preview.header};
    m_notice.clear();
    m_job = m_session.runOnWorkspace<ImportReport>({tr("Importing %1").arg(nameOf(file())), Lane::Write, true},
        [path = file(), plan = m_preview.plan](Workspace &workspace, JobContext &job) {
            return importFile(workspace, path, plan, job);
        },
        this, [this, workspace = m_session.workspacePath()](Result<ImportReport> report) { onEnded(report, workspace); });
    setState(State::Running);
}

void ImportAssistant::onEnded(const Result<ImportReport> &report, const QString &workspace)
{
    if (m_state != State::Running)
        return;
    m_job = 0;
    if (workspace != m_session.workspacePath())
        return leave();
    if (report) {
        Q_EMIT imported(*report);
        return next();
    }
    m_notice = report.error().isCancelled() ? tr("The import was stopped. Nothing of %1 was stored.").arg(nameOf(file()))
                                            : tr("Nothing of %1 was stored. %2").arg(nameOf(file()), report.error().message);
    setState(State::Checking);
    Q_EMIT previewRead();
}

void ImportAssistant::next()
{
    if (m_at + 1 >= m_files.size())
        return leave();
    ++m_at;
    readFile();
}

void ImportAssistant::leave()
{
    m_reading.cancel();
    m_debounce.stop();
    m_session.jobs().cancel(m_job);
    m_files.clear();
    m_at = 0;
    m_shared.reset();
    m_preview = {};
    m_notice.clear();
    setState(State::Idle);
}

/// What was chosen for one workspace is not imported into another; an import that runs ends in its own.
void ImportAssistant::onWorkspace()
{
    if (m_state == State::Running)
        m_files = m_files.mid(0, m_at + 1);
    else
        leave();
}

void ImportAssistant::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace foretrail
