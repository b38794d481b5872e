#include "ui/pages/ImportAssistant.h"

#include "core/data/ImportTemplates.h"
#include "core/data/RejectQueries.h"

#include <QFileInfo>
#include <QLocale>

namespace foretrail {

namespace {

/// What a later look at the first rows alone cannot tell is kept from the first, which read more of the file.
void keepWhatWasKnown(ImportPreview &preview, const ImportPreview &before)
{
    const ImportPlan &plan = preview.plan;
    const bool isSameTime = plan.columnOf(Role::Time) == before.plan.columnOf(Role::Time) && plan.dateFormat == before.plan.dateFormat;
    if (!before.dateQuestion.isEmpty() && !plan.isDateFormatSaid && isSameTime)
        preview.dateQuestion = before.dateQuestion;
    if (preview.parts.isEmpty())
        preview.parts = before.parts;
    if (plan.encoding == before.plan.encoding)
        preview.encodingConfidence = before.encodingConfidence;
    preview.templateName = before.templateName;
}

} // namespace

ImportAssistant::ImportAssistant(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_finding(session.jobs()), m_reading(session.jobs()), m_settling(session.jobs())
{
    connect(&session, &AppSession::workspaceChanged, this, &ImportAssistant::onWorkspace);
}

void ImportAssistant::begin(const QStringList &paths)
{
    const bool isMore = m_state == State::Running;
    if (!isMore) {
        m_entries.clear();
        m_at = 0;
        m_shared.reset();
        m_given.reset();
        m_notice.clear();
        m_preview = {};
        m_reading.cancel();
        setState(State::Finding);
    }
    find(paths, isMore);
}

void ImportAssistant::find(const QStringList &paths, bool isMore)
{
    const QString shown = paths.size() == 1 ? QFileInfo(paths.front()).fileName() : tr("%1 files").arg(QLocale().toString(paths.size()));
    const auto done = [this, isMore](Result<QList<SourceFile>> files) {
        if (files)
            return take(*files, isMore);
        m_session.report(files.error());
        if (!isMore)
            leave();
    };
    const JobOptions options{tr("Looking into %1").arg(shown), Lane::Read, false};
    const auto work = [paths](JobContext &job) { return findSources(paths, job); };
    if (isMore) // two drops, one soon after the other, are both meant
        m_session.jobs().start<QList<SourceFile>>(options, work, this, done);
    else
        m_finding.start<QList<SourceFile>>(options, work, this, done);
}

void ImportAssistant::take(const QList<SourceFile> &files, bool isMore)
{
    for (const SourceFile &file : files)
        m_entries.append({file, SourceEntry::State::Waiting, {}, {}});
    if (isMore && m_state != State::Idle)
        return Q_EMIT changed();
    if (m_entries.isEmpty())
        return leave();
    readFile();
}

void ImportAssistant::beginAgain(const ImportReport &report)
{
    if (m_state == State::Running)
        return;
    m_entries.clear();
    m_at = 0;
    m_shared.reset();
    m_notice.clear();
    setState(State::Finding);
    m_session.runLatestOnWorkspace<ImportPlan>(m_reading, {tr("Reading the settings of %1").arg(QFileInfo(report.file).fileName()), Lane::Read, false},
        [import = report.importId](Workspace &workspace, JobContext &) { return planOfImport(workspace, import); }, this,
        [this, report](Result<ImportPlan> plan) {
            if (!plan) {
                m_session.report(plan.error());
                return leave();
            }
            m_given = std::move(*plan);
            m_since = report.started;
            take({{report.file, report.part}}, false);
        });
}

void ImportAssistant::readFile(bool isGuess)
{
    m_isStale = false;
    m_settling.cancel();
    m_preview = {};
    setEntryState(SourceEntry::State::Current);
    setState(State::Reading);
    FirstLook::Request request{m_entries.at(m_at).file, m_session.settings().templatesFolder(), m_shared, m_given};
    if (isGuess)
        request = {{request.source.path, request.source.part}, {}, {}, {}};
    look(request, [this](Result<FirstLook> result) { onRead(std::move(result)); });
}

void ImportAssistant::look(const FirstLook::Request &request, const std::function<void(Result<FirstLook>)> &done)
{
    m_reading.start<FirstLook>({tr("Reading %1").arg(name()), Lane::Read, false},
        [request](JobContext &job) { return FirstLook::at(request, job); }, this, done);
}

void ImportAssistant::onRead(Result<FirstLook> read)
{
    m_given.reset();
    if (!read) {
        m_session.report(read.error());
        m_entries[m_at].problem = read.error().message;
        setEntryState(SourceEntry::State::Failed);
        return next();
    }
    m_preview = std::move(read->preview);
    m_origin = read->origin;
    if (read->origin != FirstLook::Origin::Given)
        m_since = read->since;
    if (m_shared && read->origin != FirstLook::Origin::Shared)
        m_notice = tr("The columns of this file differ from those of the file before. Check the settings.");
    setState(State::Checking);
    settle();
    Q_EMIT previewRead();
    if (read->origin == FirstLook::Origin::Shared)
        start(true);
}

/// A sample may leave a question about the dates that the other rows answer.
void ImportAssistant::settle()
{
    m_settling.cancel();
    if (!isDateAsked())
        return;
    m_settling.start<DateAgreement>({tr("Reading the dates of %1").arg(name()), Lane::Read, true},
        [first = PlannedFile(m_entries.at(m_at).file, m_preview)](JobContext &job) { return agreeOnDates(first, {}, job); }, this,
        [this](Result<DateAgreement> agreed) { takeSettled(agreed); });
}

void ImportAssistant::takeSettled(const Result<DateAgreement> &agreed)
{
    if (m_state != State::Checking || !isDateAsked())
        return;
    if (agreed && agreed->readings.size() == 1)
        return answerDates(agreed->readings.front().format);
    if (agreed && agreed->readings.size() > 1)
        m_preview.dateQuestion = agreed->readings; // counted over all rows now
    Q_EMIT previewRead();
    Q_EMIT changed();
}

void ImportAssistant::guessAnew()
{
    if (m_state != State::Checking)
        return;
    m_notice.clear();
    readFile(true);
}

void ImportAssistant::choosePart(const QString &part)
{
    if (m_state != State::Checking || part == m_preview.plan.part)
        return;
    m_notice.clear();
    m_entries[m_at].file = {file(), part};
    readFile();
}

/// What stands in the window stays until the file is read anew: a person may go on to count.
void ImportAssistant::skipRows(int rows)
{
    if (m_state != State::Checking || rows == m_preview.plan.skipRows)
        return;
    m_entries[m_at].file.skipRows = rows;
    m_preview.plan.skipRows = rows;
    m_settling.cancel();
    m_shared.reset();
    m_isStale = true;
    look({m_entries.at(m_at).file, m_session.settings().templatesFolder(), {}, {}}, [this](Result<FirstLook> result) {
        if (!result && result.error().isCancelled())
            return;
        m_isStale = false;
        m_notice.clear();
        if (result)
            return onRead(std::move(result));
        m_preview.blocker = result.error().message;
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void ImportAssistant::answerDates(const QString &format)
{
    m_settling.cancel();
    ImportPlan plan = m_preview.plan;
    plan.dateFormat = format;
    plan.isDateFormatSaid = true;
    change(plan);
}

void ImportAssistant::change(const ImportPlan &plan)
{
    if (m_state != State::Checking)
        return;
    m_preview.plan = plan;
    m_isStale = true;
    updatePreview();
    Q_EMIT changed();
}

void ImportAssistant::updatePreview()
{
    m_reading.start<ImportPreview>({tr("Reading %1").arg(name()), Lane::Read, false},
        [path = file(), plan = m_preview.plan](JobContext &job) { return previewFile(path, plan, job); }, this,
        [this](Result<ImportPreview> preview) { takeUpdated(std::move(preview)); });
}

void ImportAssistant::takeUpdated(Result<ImportPreview> preview)
{
    if (!preview && preview.error().isCancelled())
        return;
    m_isStale = false;
    m_notice.clear();
    if (preview) {
        keepWhatWasKnown(*preview, m_preview);
        const bool isNewQuestion = preview->dateQuestion != m_preview.dateQuestion;
        m_preview = std::move(*preview);
        if (isNewQuestion)
            settle();
    } else {
        m_preview.blocker = preview.error().message;
    }
    Q_EMIT previewRead();
    Q_EMIT changed();
}

bool ImportAssistant::canStart() const
{
    return m_state == State::Checking && !m_isStale && m_preview.blocker.isEmpty() && !isDateAsked();
}

QString ImportAssistant::message() const
{
    return m_preview.blocker.isEmpty() ? m_notice : m_preview.blocker;
}

QString ImportAssistant::origin() const
{
    const QString day = m_since.isValid() ? QLocale().toString(m_since.toLocalTime().date(), QLocale::LongFormat) : QString();
    if (m_state != State::Checking)
        return {};
    if (m_origin == FirstLook::Origin::Given)
        return tr("Read as it was on %1.").arg(day);
    if (m_origin != FirstLook::Origin::Template)
        return {};
    return day.isEmpty() ? tr("Read as %1.").arg(m_preview.templateName) : tr("Read as %1 on %2.").arg(m_preview.templateName, day);
}

void ImportAssistant::start(bool isForRest)
{
    if (!canStart())
        return;
    m_shared.reset();
    if (isForRest)
        m_shared = FirstLook::Shared{m_preview.plan, m_preview.header};
    m_notice.clear();
    const auto work = [path = file(), shownName = name(), plan = m_preview.plan, header = m_preview.header,
                       templates = m_session.settings().templatesFolder()](Workspace &workspace, JobContext &job) {
        Result<ImportReport> report = importFile(workspace, path, plan, job);
        if (report) {
            if (const Result<void> kept = ImportTemplates(templates).save(shownName, header, plan); !kept)
                report->notes << kept.error().message; // the rows are stored; only the settings are not kept
        }
        return report;
    };
    m_job = m_session.runOnWorkspace<ImportReport>({tr("Importing %1").arg(name()), Lane::Write, true, true}, work, this,
        [this, workspace = m_session.workspacePath()](Result<ImportReport> report) { onEnded(report, workspace); });
    setEntryState(SourceEntry::State::Importing);
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
        m_entries[m_at].report = *report;
        setEntryState(SourceEntry::State::Done);
        Q_EMIT imported(*report);
        return next();
    }
    m_notice = report.error().isCancelled() ? tr("The import was stopped. Nothing of %1 was stored.").arg(name())
                                            : tr("Nothing of %1 was stored. %2").arg(name(), report.error().message);
    setEntryState(SourceEntry::State::Current);
    setState(State::Checking);
    Q_EMIT previewRead();
}

void ImportAssistant::next()
{
    if (m_at + 1 >= m_entries.size()) {
        if (m_entries.size() > 1)
            Q_EMIT m_session.said(SourcesModel::sentence(m_entries));
        Q_EMIT finished();
        return leave();
    }
    ++m_at;
    readFile();
}

void ImportAssistant::leave()
{
    m_finding.cancel();
    m_reading.cancel();
    m_settling.cancel();
    m_session.jobs().cancel(m_job);
    m_entries.clear();
    m_at = 0;
    m_shared.reset();
    m_given.reset();
    m_preview = {};
    m_notice.clear();
    setState(State::Idle);
}

/// What was chosen for one workspace is not imported into another; an import that runs ends in its own.
void ImportAssistant::onWorkspace()
{
    if (m_state == State::Running)
        m_entries = m_entries.mid(0, m_at + 1);
    else
        leave();
}

void ImportAssistant::setEntryState(SourceEntry::State state)
{
    m_entries[m_at].state = state;
}

void ImportAssistant::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace foretrail
