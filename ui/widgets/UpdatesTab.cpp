#include "ui/widgets/UpdatesTab.h"

#include "core/base/NumberText.h"
#include "core/report/ForecastWords.h"
#include "ui/charts/LineChart.h"
#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/RunningJob.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretrail {

namespace {

struct UpdatesTabText { Q_DECLARE_TR_FUNCTIONS(foretrail::UpdatesTab) };

constexpr qint64 historyBefore = 120; ///< steps drawn before the forecasts
constexpr int madeColumn = 1; ///< of the versions

constexpr std::array schedulesOffered{UpdateSchedule::ByHand, UpdateSchedule::EachStep, UpdateSchedule::Daily, UpdateSchedule::Weekly, UpdateSchedule::OnDrift};
constexpr std::array rungsOffered{RungKind::Roll, RungKind::Rls, RungKind::FineTune, RungKind::Refit}; ///< behind the one that the errors ask for

QString errorText(double error) { return std::isnan(error) ? QStringLiteral("–") : plainNumber(error); }

void addForecast(ChartContent &content, const Series &history, const GhostForecast &made, const QString &name, CurveRole role)
{
    if (made.isEmpty())
        return;
    const qint64 offset = history.axis.indexOf(made.start);
    content.curves.append({name, role, 0, offset, shared(made.forecast.mean)});
    if (role == CurveRole::Forecast)
        for (const Band &band : made.forecast.bands)
            content.bands.append({band.level, offset, band.low, band.high});
}

} // namespace

ChartContent updatesChart(const FollowedRun &run)
{
    ChartContent content;
    content.title = run.run.name;
    content.axis = run.history.axis;
    content.valueTitle = run.history.unit.isEmpty() ? run.run.seriesName : QStringLiteral("%1 (%2)").arg(run.run.seriesName, run.history.unit);
    const qint64 first = std::max<qint64>(0, run.history.size() - historyBefore);
    content.axis.start = run.history.timeAt(first);
    const Series shown = run.history.part(first, run.history.size() - first);
    content.curves.append({UpdatesTabText::tr("History"), CurveRole::History, 0, 0, shared(shown.values)});
    addForecast(content, shown, run.before, UpdatesTabText::tr("Before the update"), CurveRole::Earlier);
    addForecast(content, shown, run.now, UpdatesTabText::tr("Forecast"), CurveRole::Forecast);
    return content;
}

UpdatesTab::UpdatesTab(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_updates(session), m_follower(session, m_updates), m_runLabel(new QLabel), m_run(new QComboBox), m_howLabel(new QLabel), m_how(new QComboBox), m_whenLabel(new QLabel),
      m_when(new QComboBox), m_update(new QPushButton), m_undo(new QPushButton), m_restore(new QPushButton), m_status(new QLabel), m_chart(new LineChart), m_versionsTitle(new QLabel),
      m_versions(plainTable(QStringLiteral("updateVersions"), &m_rows)), m_running(new RunningJob(session.jobs())), m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("updatesTab"));
    m_run->setObjectName(QStringLiteral("updateRun"));
    m_run->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_run->setMinimumContentsLength(24);
    m_how->setObjectName(QStringLiteral("updateHow"));
    m_when->setObjectName(QStringLiteral("updateWhen"));
    m_update->setObjectName(QStringLiteral("updateNow"));
    m_undo->setObjectName(QStringLiteral("updateUndo"));
    m_restore->setObjectName(QStringLiteral("updateRestore"));
    m_status->setObjectName(QStringLiteral("updateStatus"));
    m_status->setWordWrap(true);
    m_chart->setObjectName(QStringLiteral("updateChart"));
    m_empty->setObjectName(QStringLiteral("updateEmpty"));
    m_running->setObjectName(QStringLiteral("updateRunning"));
    m_versions->setSelectionMode(QAbstractItemView::SingleSelection);
    m_versions->horizontalHeader()->setStretchLastSection(true);
    for (size_t i = 0; i <= rungsOffered.size(); ++i)
        m_how->addItem(QString());
    for (const UpdateSchedule schedule : schedulesOffered)
        m_when->addItem(QString(), int(schedule));
    arrange();
    connectAll();
    showTexts();
}

void UpdatesTab::arrange()
{
    auto *line = new QWidget;
    auto *fields = new FlowLayout(line);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Theme::space);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_runLabel, m_run, m_howLabel, m_how, m_update, m_undo, m_whenLabel, m_when})
        fields->addWidget(widget);
    m_runLabel->setBuddy(m_run);
    m_howLabel->setBuddy(m_how);
    m_whenLabel->setBuddy(m_when);
    QFont bold = m_versionsTitle->font();
    bold.setBold(true);
    m_versionsTitle->setFont(bold);
    m_versionsTitle->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    for (QWidget *widget : std::initializer_list<QWidget *>{line, m_running, m_status})
        column->addWidget(widget);
    column->addWidget(m_chart, 3);
    auto *head = new QHBoxLayout;
    head->addWidget(m_versionsTitle, 1);
    head->addWidget(m_restore);
    column->addLayout(head);
    column->addWidget(m_versions, 2);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(card(content, Theme::space));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void UpdatesTab::connectAll()
{
    connect(m_run, &QComboBox::activated, this, [this] {
        m_followed.reset();
        tell({});
        m_updates.load(chosen());
        showState();
    });
    connect(m_when, &QComboBox::activated, this, [this] { m_follower.choose(chosen(), UpdateSchedule(m_when->currentData().toInt())); });
    connect(&m_follower, &RunFollower::changed, this, &UpdatesTab::showSchedule);
    connect(&m_follower, &RunFollower::failed, this, [this](const Error &error) { tell(error.message); });
    connect(m_update, &QPushButton::clicked, this, [this] { m_updates.update(request()); });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        tell({});
        m_updates.undo(chosen());
    });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        tell({});
        m_updates.restore(chosen(), chosenVersion());
    });
    connect(m_versions->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UpdatesTab::showState);
    connect(&m_updates, &RunUpdates::listed, this, &UpdatesTab::showRuns);
    connect(&m_updates, &RunUpdates::loaded, this, &UpdatesTab::showRun);
    connect(&m_updates, &RunUpdates::updated, this, &UpdatesTab::tellUpdate);
    connect(&m_updates, &RunUpdates::failed, this, [this](const Error &error) {
        if (!error.isCancelled())
            tell(error.message);
        showState();
    });
    connect(&m_updates, &RunUpdates::busyChanged, this, [this] {
        if (m_updates.isBusy())
            m_running->follow(m_updates.jobId(), tr("Stopping leaves the model as it is."));
        showState();
    });
    connect(m_empty, &EmptyState::clicked, this, [this] { Q_EMIT m_session.pageRequested(m_session.hasWorkspace() ? QStringLiteral("train") : QStringLiteral("start")); });
    connect(&m_session, &AppSession::workspaceChanged, this, &UpdatesTab::forget);
    const auto markStale = [this] {
        m_isStale = true;
        if (isVisible())
            activate();
    };
    connect(&m_session, &AppSession::runsChanged, this, markStale);
    connect(&m_session, &AppSession::dataChanged, this, markStale);
}

void UpdatesTab::forget()
{
    m_isStale = true;
    m_followed.reset();
    m_run->clear();
    tell({});
    showState();
    if (isVisible())
        activate();
}

void UpdatesTab::activate()
{
    if (m_isStale && m_session.hasWorkspace()) {
        m_isStale = false;
        m_updates.list();
        m_follower.read();
    }
    showState();
}

/// Nothing to say: the line says which version forecasts.
void UpdatesTab::tell(const QString &sentence)
{
    m_isTold = !sentence.isEmpty();
    m_status->setText(sentence);
}

RunId UpdatesTab::chosen() const { return {m_run->currentData().toLongLong()}; }

UpdateRequest UpdatesTab::request() const
{
    UpdateRequest request;
    request.run = chosen();
    request.measuresDrift = true;
    if (m_how->currentIndex() > 0)
        request.rung = rungsOffered[size_t(m_how->currentIndex() - 1)];
    return request;
}

/// Of a run that is not in sight the name is said.
void UpdatesTab::tellUpdate(const UpdateReport &report)
{
    const QString name = m_follower.nameOf(report.run);
    tell(report.run == chosen() || name.isEmpty() ? report.sentence() : tr("%1: %2", "name of a run, what was done to it").arg(name, report.sentence()));
}

void UpdatesTab::showSchedule()
{
    m_when->setCurrentIndex(m_when->findData(int(m_follower.scheduleOf(chosen()))));
}

void UpdatesTab::showRuns(const QList<RunSummary> &runs)
{
    const RunId before = chosen();
    m_run->clear();
    for (const RunSummary &run : runs)
        m_run->addItem(run.name, run.id.value);
    const int kept = m_run->findData(before.value);
    m_run->setCurrentIndex(kept >= 0 ? kept : runs.isEmpty() ? -1 : 0);
    if (!runs.isEmpty())
        m_updates.load(chosen());
    showState();
}

void UpdatesTab::showRun(const FollowedRun &run)
{
    m_followed = run;
    m_chart->setContent(updatesChart(run));
    showSchedule();
    showVersions(run);
    showState();
}

void UpdatesTab::showVersions(const FollowedRun &run)
{
    QList<QStringList> rows{{tr("Version"), tr("Made"), tr("How"), tr("Error before"), tr("Error after"), tr("State"), tr("Why")}};
    for (const RunVersion &version : run.versions)
        rows << QStringList{QString::number(version.number), QLocale().toString(version.created.toLocalTime(), QLocale::ShortFormat), rungWords(version.rung), errorText(version.errorBefore),
                            errorText(version.errorAfter), version.isCurrent ? tr("forecasts") : version.isPublished ? tr("kept") : tr("refused"), version.reason};
    QVariantList made;
    for (const RunVersion &version : run.versions)
        made << version.created;
    const bool isFirst = m_rows.columnCount() == 0;
    m_rows.setTable(rows, {{madeColumn, made}});
    if (isFirst) // before, there are no columns
        setColumnWidths(m_versions, {64, 150, 150, 96, 96, 90});
}

int UpdatesTab::chosenVersion() const
{
    const int row = inModel(m_versions->currentIndex()).row();
    if (!m_followed || row < 0 || row >= m_followed->versions.size())
        return -1;
    const RunVersion &version = m_followed->versions[row];
    return version.isPublished && !version.isCurrent ? version.number : -1;
}

void UpdatesTab::showState()
{
    const bool hasRuns = m_run->count() > 0, isFree = m_followed && !m_updates.isBusy() && !m_session.isReadOnly();
    m_stack->setCurrentIndex(hasRuns ? 1 : 0);
    if (!m_session.hasWorkspace())
        m_empty->setText(tr("No workspace is open."), tr("Go to Start"));
    else
        m_empty->setText(tr("No model is stored yet. Train one; here it follows the data that comes in: a little more training where that does, learning anew where the shop has changed."), tr("Train a model"));
    m_update->setEnabled(isFree);
    m_when->setEnabled(m_followed && !m_session.isReadOnly());
    m_undo->setEnabled(isFree && std::any_of(m_followed->versions.cbegin(), m_followed->versions.cend(), [](const RunVersion &version) { return version.isCurrent; }));
    m_restore->setEnabled(isFree && chosenVersion() >= 0);
    if (m_followed && !m_isTold)
        m_status->setText(m_followed->now.version == 0 ? tr("The run forecasts as it was trained.") : tr("The run forecasts by version %1.").arg(m_followed->now.version));
}

void UpdatesTab::showTexts()
{
    m_runLabel->setText(tr("Model"));
    m_howLabel->setText(tr("Update"));
    const QStringList ways{tr("as the errors ask for"), rungWords(RungKind::Roll), rungWords(RungKind::Rls), rungWords(RungKind::FineTune), rungWords(RungKind::Refit)};
    const QStringList tips{tr("Nothing while forecasts hold, the next step where they drift"), tr("The model stays, its forecast begins at the end of the data"), tr("For autoregressions: recursive least squares"),
                           tr("For LSTM and GRU: a few epochs on new and older windows"), tr("The whole training again, on all data")};
    for (int i = 0; i < ways.size(); ++i) {
        m_how->setItemText(i, ways[i]);
        m_how->setItemData(i, tips[i], Qt::ToolTipRole);
    }
    m_update->setText(tr("Update now"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("The version before forecasts again"));
    m_restore->setText(tr("Restore"));
    m_restore->setToolTip(tr("The chosen version forecasts again"));
    m_whenLabel->setText(tr("By itself"));
    const QStringList times{tr("by hand alone"), tr("at each closed step"), tr("daily"), tr("weekly"), tr("on drift")};
    const QStringList meanings{tr("Nothing happens until somebody updates it"), tr("While a feed is followed: each time a step of the series is over"), tr("While a feed is followed: once a day of the shop"),
                               tr("While a feed is followed: once a week of the shop"), tr("While a feed is followed: looked at with each closed step, updated where its errors have changed")};
    for (int i = 0; i < times.size(); ++i) {
        m_when->setItemText(i, times[i]);
        m_when->setItemData(i, meanings[i], Qt::ToolTipRole);
    }
    m_versionsTitle->setText(tr("Versions: a new one forecasts if it is not worse on the last steps; the last three are kept"));
    m_versions->setAccessibleName(tr("Versions"));
    if (m_followed)
        showRun(*m_followed);
    showState();
}

void UpdatesTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
