#include "ui/pages/ImportAssistant.h"

#include "core/data/Import.h"
#include "core/data/ImportTemplates.h"
#include "core/data/RejectQueries.h"

#include <QFileInfo>
#include <QLocale>

namespace foretrail {

ImportAssistant::ImportAssistant(AppSession &session, QObject *parent)
    : QObject(parent), m_session(session), m_finding(session.jobs()), m_reading(session.jobs()), m_settling(session.jobs()), m_go(session)
{
    connect(&session, &AppSession::workspaceChanged, this, &ImportAssistant::onWorkspace);
    connect(&m_go, &ImportGo::told, this, &ImportAssistant::onTold);
    connect(&m_go, &ImportGo::ended, this, &ImportAssistant::onEnded);
}

void ImportAssistant::begin(const QStringList &paths)
{
    const bool isMore = m_state == State::Running;
    if (!isMore) {
        reset();
        setState(State::Finding);
    }
    find(paths, isMore);
}

void ImportAssistant::find(const QStringList &paths, bool isMore)
{
    const QString what = paths.size() == 1 ? QFileInfo(paths.front()).fileName() : shown(paths.size());
    const auto done = [this, isMore](Result<QList<SourceFile>> files) {
        if (files)
            return take(*files, isMore);
        m_session.report(files.error());
        if (!isMore)
            leave();
    };
    const JobOptions options{tr("Looking into %1").arg(what), Lane::Read, false};
    const auto work = [paths](JobContext &job) { return findSources(paths, job); };
    if (isMore) // two drops, one soon after the other, are both meant
        m_session.jobs().start<QList<SourceFile>>(options, work, this, done);
    else
        m_finding.start<QList<SourceFile>>(options, work, this, done);
}

void ImportAssistant::take(const QList<SourceFile> &files, bool isMore)
{
    m_queue.add(files);
    if (isMore && m_state != State::Idle)
        return Q_EMIT changed();
    if (m_queue.isEmpty())
        return leave();
    readFile();
}

void ImportAssistant::beginAgain(const QList<ImportReport> &reports)
{
    if (m_state == State::Running || reports.isEmpty())
        return;
    reset();
    setState(State::Finding);
    const ImportReport &first = reports.front();
    m_session.runLatestOnWorkspace<ImportPlan>(m_reading, {tr("Reading the settings of %1").arg(QFileInfo(first.file).fileName()), Lane::Read, false},
        [import = first.importId](Workspace &workspace, JobContext &) { return planOfImport(workspace, import); }, this,
        [this, reports](Result<ImportPlan> plan) {
            if (!plan) {
                m_session.report(plan.error());
                return leave();
            }
            m_given = std::move(*plan);
            m_givenBy = PlanOrigin::Given;
            m_since = reports.front().started;
            QList<SourceFile> files;
            for (const ImportReport &report : reports)
                files.append({report.file, report.part});
            take(files, false);
        });
}

void ImportAssistant::readFile(bool isGuess)
{
    m_isStale = false;
    m_settling.cancel();
    m_preview = {};
    m_datesNote.clear();
    m_filesAsked = 1;
    if (isGuess)
        m_dates.reset();
    setFileState(SourceEntry::State::Current);
    setState(State::Reading);
    const SourceFile &source = m_queue.file(m_at);
    ReadRequest request{{source.path, source.part}};
    if (!isGuess)
        request = {source, m_session.settings().templatesFolder(), std::exchange(m_given, {}), m_givenBy, m_dates, waiting() > 0};
    request.source.timeZone = m_session.summary().sharedZone();
    look(request, [this](Result<ReadFile> read) { onRead(std::move(read)); });
}

void ImportAssistant::look(const ReadRequest &request, const std::function<void(Result<ReadFile>)> &done)
{
    m_reading.start<ReadFile>({tr("Reading %1").arg(name()), Lane::Read, false},
        [request](JobContext &job) { return readFirstRows(request, job); }, this, done);
}

void ImportAssistant::onRead(Result<ReadFile> read)
{
    if (!read) {
        m_session.report(read.error());
        m_queue.fail(m_at, read.error().message);
        return next();
    }
    if (m_queue.size() > 1 && read->origin == PlanOrigin::Guess && read->preview.rows.isEmpty()) {
        setFileState(SourceEntry::State::Empty);
        return next();
    }
    m_checked = m_at;
    m_preview = std::move(read->preview);
    m_origin = read->origin;
    if (read->origin != PlanOrigin::Given)
        m_since = read->since;
    setState(State::Checking);
    settle();
    Q_EMIT previewRead();
}

/// Whether other rows, of this file or of those that wait, may have something to say of its dates.
bool ImportAssistant::areDatesOpen() const
{
    const bool isAmongOthers = m_preview.fittingDates.size() > 1 && waiting() > 0;
    return !m_preview.plan.isDateFormatSaid && (isDateAsked() || isAmongOthers);
}

void ImportAssistant::settle()
{
    m_settling.cancel();
    if (!areDatesOpen())
        return;
    const QList<SourceFile> others = m_queue.files(m_queue.waiting());
    const QString what = others.isEmpty() ? name() : shown(others.size() + 1);
    m_settling.start<DateAgreement>({tr("Reading the dates of %1").arg(what), Lane::Read, true},
        [first = PlannedFile(m_queue.file(m_at), m_preview), others](JobContext &job) { return agreeOnDates(first, others, job); }, this,
        [this](Result<DateAgreement> agreed) { takeSettled(agreed); });
}

void ImportAssistant::takeSettled(const Result<DateAgreement> &agreed)
{
    if (m_state != State::Checking || !areDatesOpen())
        return;
    if (agreed && agreed->readings.size() == 1) {
        const QString format = agreed->readings.front().format;
        if (!agreed->proof.isEmpty() && agreed->proof != name())
            m_datesNote = tr("Dates are read as %1, as in %2.").arg(format, agreed->proof);
        return answerDates(format);
    }
    if (agreed && agreed->readings.size() > 1) {
        askAboutDates(m_preview, agreed->readings); // counted over all rows now
        m_filesAsked = agreed->files;
        if (!agreed->contradiction.isEmpty() && !m_preview.notes.contains(agreed->contradiction))
            m_preview.notes.append(agreed->contradiction);
    }
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
    m_queue.at(m_at).file = {file(), part};
    readFile();
}

/// What stands in the window stays until the file is read anew: a person may go on to count.
void ImportAssistant::skipRows(int rows)
{
    if (m_state != State::Checking || rows == m_preview.plan.skipRows)
        return;
    m_queue.at(m_at).file.skipRows = rows;
    m_preview.plan.skipRows = rows;
    m_settling.cancel();
    m_shared.reset();
    m_isStale = true;
    look({m_queue.file(m_at), m_session.settings().templatesFolder()}, [this](Result<ReadFile> read) {
        if (!read && read.error().isCancelled())
            return;
        m_isStale = false;
        m_notice.clear();
        if (read)
            return onRead(std::move(read));
        m_preview.blocker = read.error().message;
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
    if (plan.isDateFormatSaid)
        m_dates = plan;
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
        const bool isNewQuestion = preview->dateQuestion != m_preview.dateQuestion || preview->fittingDates != m_preview.fittingDates;
        m_preview = std::move(*preview);
        if (!m_datesNote.isEmpty() && m_dates && m_dates->dateFormat == m_preview.plan.dateFormat)
            m_preview.notes.prepend(m_datesNote);
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
    const bool isSettling = areDatesOpen() && m_settling.isRunning();
    return m_state == State::Checking && !m_isStale && m_preview.blocker.isEmpty() && !isDateAsked() && !isSettling;
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
    if (m_origin == PlanOrigin::Given)
        return tr("Read as it was on %1.").arg(day);
    if (m_origin != PlanOrigin::Template)
        return {};
    return day.isEmpty() ? tr("Read as %1.").arg(m_preview.templateName) : tr("Read as %1 on %2.").arg(m_preview.templateName, day);
}

void ImportAssistant::start(bool isForRest)
{
    if (!canStart())
        return;
    m_shared.reset();
    m_notice.clear();
    QList<int> chosen{m_at};
    if (isForRest) {
        m_shared = m_preview.plan;
        chosen += m_queue.waiting();
    }
    import(chosen);
}

void ImportAssistant::import(const QList<int> &chosen)
{
    AlikeFiles files{m_queue.files(chosen), m_preview.plan, m_preview.header, m_group};
    // What was found for one file is not found anew, and perhaps otherwise, for another.
    files.plan.isDateFormatSaid = files.plan.isDateFormatSaid || (m_shared && !files.plan.dateFormat.isEmpty());
    m_places = chosen;
    m_at = chosen.front();
    m_go.start(files, {m_queue.file(m_checked).shown(), m_preview.plan},
               tr("Importing %1").arg(chosen.size() == 1 ? name() : shown(chosen.size())));
    setFileState(SourceEntry::State::Importing);
    setState(State::Running);
}

void ImportAssistant::onTold(int at, const FileOutcome &outcome)
{
    if (m_state != State::Running)
        return;
    m_at = m_places.at(at);
    m_queue.take(m_at, outcome);
    if (outcome.state == FileOutcome::State::Done)
        m_group = outcome.report.group;
    Q_EMIT changed();
}

void ImportAssistant::onEnded(const std::optional<Error> &problem, const QString &workspace)
{
    if (m_state != State::Running)
        return;
    if (workspace != m_session.workspacePath())
        return leave();
    if (const qint64 last = m_queue.lastImport(m_places); last > 0)
        Q_EMIT imported(last);
    reportProblems();
    if (problem)
        return stopAt(m_at, *problem);
    next();
}

/// What could not be imported is said when all is done, and once.
void ImportAssistant::reportProblems()
{
    constexpr qsizetype mostShown = 3;
    const QStringList problems = m_queue.problems(m_places);
    if (problems.isEmpty())
        return;
    QString message = problems.mid(0, mostShown).join(QLatin1Char('\n'));
    if (problems.size() > mostShown)
        message += QLatin1Char('\n') + tr("and %1 more").arg(QLocale().toString(problems.size() - mostShown));
    m_session.report({ErrorCode::InvalidInput, message, problems.join(QLatin1Char('\n'))});
}

/// The file goes back to the person; those that are imported stay.
void ImportAssistant::stopAt(int place, const Error &error)
{
    m_at = place;
    m_notice = error.isCancelled() ? tr("The import was stopped. Nothing of %1 was stored.").arg(name())
                                   : tr("Nothing of %1 was stored. %2").arg(name(), error.message);
    if (const qsizetype done = m_queue.places(SourceEntry::State::Done).size(); done > 0)
        m_notice += tr(" Files imported before it: %1. They stay, and can be taken back in one step.").arg(QLocale().toString(done));
    setFileState(SourceEntry::State::Current);
    if (place == m_checked) {
        setState(State::Checking);
        return Q_EMIT previewRead();
    }
    m_given = m_preview.plan;
    m_givenBy = PlanOrigin::Shared;
    readFile();
}

void ImportAssistant::next()
{
    const QList<int> untried = m_queue.places(SourceEntry::State::Waiting);
    if (m_shared && !untried.isEmpty()) // came while the others were imported
        return import(untried);
    const QList<int> different = m_queue.places(SourceEntry::State::Differs);
    if (untried.isEmpty() && different.isEmpty()) {
        if (m_queue.size() > 1)
            Q_EMIT m_session.said(SourcesModel::sentence(m_queue.entries()));
        Q_EMIT finished();
        return leave();
    }
    m_shared.reset();
    m_at = different.isEmpty() ? untried.front() : different.front();
    if (!different.isEmpty())
        m_notice = tr("The columns of this file differ from those of the file before. Check the settings.");
    readFile();
}

void ImportAssistant::reset()
{
    m_finding.cancel();
    m_reading.cancel();
    m_settling.cancel();
    m_go.cancel();
    m_queue.clear();
    m_places.clear();
    m_at = m_checked = 0;
    m_group = 0;
    m_shared.reset();
    m_dates.reset();
    m_given.reset();
    m_preview = {};
    m_notice.clear();
}

void ImportAssistant::leave()
{
    reset();
    setState(State::Idle);
}

/// What was chosen for one workspace is not imported into another; an import that runs ends in its own.
void ImportAssistant::onWorkspace()
{
    if (m_state != State::Running)
        leave();
}

QString ImportAssistant::shown(qsizetype files) const
{
    return tr("%1 files").arg(QLocale().toString(files));
}

void ImportAssistant::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace foretrail
