#include "ui/pages/StartPage.h"

#include "ui/AppSession.h"
#include "ui/dialogs/WorkspaceFiles.h"
#include "ui/pages/Pages.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ChoiceButton.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

namespace foretrail {

namespace {

SeriesQuery sketchQuestion(const DataSummary &summary)
{
    SeriesQuery question;
    question.step = Step::Week;
    question.measure = summary.hasAmounts ? Measure::Revenue : Measure::Events;
    if (summary.events == 0) {
        question.measure = Measure::Value;
        question.by = GroupBy::Series;
        question.top = 1;
    }
    return question;
}

/// Looks into a workspace without changing it. Never fails: what went wrong is part of the answer.
RecentWorkspace look(const QString &path, JobContext &job)
{
    RecentWorkspace recent;
    recent.path = path;
    if (!QFile::exists(path)) {
        recent.state = RecentWorkspace::State::Missing;
        return recent;
    }
    recent.state = RecentWorkspace::State::Unreadable;
    Result<Workspace> workspace = Workspace::open(path, Workspace::Mode::ReadOnly);
    const Result<DataSummary> summary = workspace ? workspace->data().summary() : fail(workspace.error());
    if (!summary) {
        recent.problem = summary.error().message;
        return recent;
    }
    recent.state = RecentWorkspace::State::There;
    recent.rows = summary->rows();
    if (recent.rows == 0)
        return recent;
    const Result<QList<SeriesInfo>> series = workspace->data().listSeries(sketchQuestion(*summary), job);
    if (series && !series->isEmpty())
        recent.sketch = series->front().sketch;
    return recent;
}

} // namespace

StartPage::StartPage(AppSession &appSession, QWidget *parent)
    : Page(appSession, QStringLiteral("start"), parent), m_reading(appSession.jobs()),
      m_sample(new ChoiceButton(QStringLiteral("openSample"), QStringLiteral("sample"))),
      m_import(new ChoiceButton(QStringLiteral("importFile"), QStringLiteral("import"))),
      m_open(new ChoiceButton(QStringLiteral("openFile"), QStringLiteral("open"))), m_teaching(new QPushButton), m_new(new QPushButton),
      m_recentTitle(new QLabel), m_recentEmpty(new QLabel), m_recent(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, 0, 0);
    layout->setSpacing(3 * Theme::space);
    layout->addWidget(makeChoices());
    layout->addWidget(makeRecent(), 1);
    connect(m_sample, &QPushButton::clicked, this, [this] { WorkspaceFiles::openSample(session(), this); });
    connect(m_teaching, &QPushButton::clicked, this, [this] { WorkspaceFiles::openSample(session(), this, SampleKind::TeachingSeries); });
    connect(m_import, &QPushButton::clicked, this, [this] { WorkspaceFiles::askImport(session(), this); });
    connect(m_open, &QPushButton::clicked, this, [this] { WorkspaceFiles::askOpen(session(), this); });
    connect(m_new, &QPushButton::clicked, this, [this] { WorkspaceFiles::askNew(session(), this); });
    connect(&session().settings(), &Settings::recentWorkspacesChanged, this, &StartPage::showRecent);
    connect(&session(), &AppSession::workspaceChanged, this, &StartPage::onWorkspace);
    connect(&session(), &AppSession::dataChanged, this, &StartPage::showTexts);
    showTexts();
    showRecent();
}

QWidget *StartPage::makeChoices()
{
    auto *choices = new QWidget;
    auto *layout = new QHBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::space);
    for (ChoiceButton *choice : {m_sample, m_import, m_open})
        layout->addWidget(choice, 1);
    choices->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return choices;
}

QWidget *StartPage::makeRecent()
{
    m_recentTitle->setObjectName(QStringLiteral("recentTitle"));
    m_recentEmpty->setObjectName(QStringLiteral("recentEmpty"));
    m_recentEmpty->setProperty("quiet", true);
    m_teaching->setObjectName(QStringLiteral("openTeaching"));
    m_teaching->setIcon(Theme::icon(QStringLiteral("learn")));
    m_new->setObjectName(QStringLiteral("newWorkspaceButton"));
    m_new->setIcon(Theme::icon(QStringLiteral("add")));
    auto *rows = new QWidget;
    auto *rowsLayout = new QVBoxLayout(rows);
    rowsLayout->setContentsMargins(0, 0, 0, 0);
    rowsLayout->setSpacing(0);
    m_recent->setSpacing(0);
    rowsLayout->addWidget(m_recentEmpty);
    rowsLayout->addLayout(m_recent);
    rowsLayout->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(rows);
    auto *top = new QHBoxLayout;
    top->addWidget(m_recentTitle, 1);
    top->addWidget(m_teaching);
    top->addWidget(m_new);
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(area, 1);
    return part;
}

void StartPage::activate()
{
    readRecent(0);
}

void StartPage::showTexts()
{
    m_sample->setTexts(tr("Open the sample shop"), tr("A made-up shop with two years of sales and visits, to look around in without a file of your own."));
    m_import->setTexts(tr("Import a file"), tr("Sales lines, clicks or ready-made series as CSV, also compressed. Dropping a file on the window does the same."));
    m_open->setTexts(tr("Open a workspace"), tr("Go on with a .foretrail file: its data, runs and forecasts are all inside."));
    m_teaching->setText(tr("Open the &teaching series"));
    m_teaching->setToolTip(tr("Three made-up series for a class: a random walk, a week with noise, a shift of level. Each shows what a model can and cannot learn."));
    m_new->setText(tr("&New workspace"));
    m_recentTitle->setText(tr("Recent workspaces"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_recentTitle->setFont(bold);
    m_recentEmpty->setText(tr("Workspaces that you open are listed here."));
    if (session().hasWorkspace())
        setSentence(tr("%1 is open, with %2 rows.").arg(session().workspaceName(), QLocale().toString(session().summary().rows())));
    else
        setSentence(tr("Forecast what will sell and understand who buys. No data leaves this machine."));
}

void StartPage::showRecent()
{
    const QStringList paths = session().settings().recentWorkspaces();
    while (m_rows.size() > paths.size()) {
        RecentRow *row = m_rows.takeLast();
        row->hide();
        row->deleteLater();
    }
    while (m_rows.size() < paths.size()) {
        auto *row = new RecentRow;
        m_rows.append(row);
        m_recent->addWidget(row);
        connect(row, &RecentRow::opened, this, [this](const QString &path) { session().openWorkspace(path); });
        // Queued, because the row that is clicked goes away.
        connect(row, &RecentRow::removed, &session().settings(), &Settings::removeRecentWorkspace, Qt::QueuedConnection);
    }
    for (int i = 0; i < paths.size(); ++i) {
        if (m_rows.at(i)->workspace().path == paths.at(i))
            continue;
        RecentWorkspace unread;
        unread.path = paths.at(i);
        m_rows.at(i)->setWorkspace(unread);
    }
    m_recentEmpty->setVisible(paths.isEmpty());
    if (isVisible())
        readRecent(0);
}

void StartPage::readRecent(int row)
{
    if (row >= m_rows.size())
        return;
    const QString path = m_rows.at(row)->workspace().path;
    m_reading.start<RecentWorkspace>({tr("Looking at recent workspaces"), Lane::Read, false},
        [path](JobContext &job) -> Result<RecentWorkspace> { return look(path, job); }, this,
        [this, row](Result<RecentWorkspace> recent) {
            // The list may have changed meanwhile; then it is read anew when the page is shown.
            if (!recent || row >= m_rows.size() || m_rows.at(row)->workspace().path != recent->path)
                return;
            m_rows.at(row)->setWorkspace(*recent);
            readRecent(row + 1);
        });
}

void StartPage::onWorkspace()
{
    showTexts();
    if (!isVisible() || !session().hasWorkspace())
        return;
    m_reading.cancel();
    const QString last = session().lastView().page();
    const QString first = session().summary().rows() == 0 ? QStringLiteral("data") : findPageKind(last) ? last : QStringLiteral("forecast");
    Q_EMIT session().pageRequested(first);
    if (isVisible())
        readRecent(0);
}

void StartPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showTexts();
}

} // namespace foretrail
