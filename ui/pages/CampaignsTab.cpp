#include "ui/pages/CampaignsTab.h"

#include "ui/asking/Confirm.h"
#include "ui/dialogs/CampaignDialog.h"
#include "ui/models/CampaignWords.h"
#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/CampaignResults.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PlainTable.h"
#include "ui/widgets/RunningJob.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int fewestRounds = 10, mostRounds = 1'000'000, usualRounds = 1000;

} // namespace

CampaignsTab::CampaignsTab(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_jobs(session), m_feed(session, m_jobs), m_campaignRows(3), m_new(new QPushButton), m_remove(new QPushButton), m_settle(new QPushButton),
      m_judge(new QPushButton), m_simulate(new QPushButton), m_forFeed(new QCheckBox), m_kind(new QComboBox), m_rounds(new QSpinBox),
      m_campaigns(plainTable(QStringLiteral("campaignList"), &m_campaignRows)), m_status(new QLabel), m_feedStatus(new QLabel), m_running(new RunningJob(session.jobs())),
      m_results(new CampaignResults), m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    nameParts();
    m_rounds->setRange(fewestRounds, mostRounds);
    m_rounds->setValue(usualRounds);
    m_rounds->setGroupSeparatorShown(true);
    for (const DecisionKind kind : {DecisionKind::Real, DecisionKind::Simulated})
        m_kind->addItem(QString(), int(kind));
    arrange();
    connectAll();
    connectJobs();
    showTexts();
}

void CampaignsTab::nameParts()
{
    const std::pair<QWidget *, const char *> named[] = {{this, "campaignsTab"}, {m_new, "campaignNew"}, {m_remove, "campaignRemove"}, {m_settle, "campaignSettle"}, {m_judge, "campaignJudge"},
        {m_simulate, "campaignSimulate"}, {m_forFeed, "campaignForFeed"}, {m_kind, "campaignKind"}, {m_rounds, "campaignRounds"}, {m_status, "campaignStatus"},
        {m_feedStatus, "campaignFeedStatus"}, {m_results, "campaignResults"}, {m_running, "campaignRunning"}, {m_empty, "campaignEmpty"}};
    for (const auto &[widget, name] : named)
        widget->setObjectName(QLatin1String(name));
}

QWidget *CampaignsTab::controls()
{
    auto *line = new QWidget;
    auto *fields = new FlowLayout(line);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Theme::space);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_new, m_settle, m_kind, m_judge, m_rounds, m_simulate})
        fields->addWidget(widget);
    fields->addStretch();
    fields->addWidget(m_remove);
    return line;
}

void CampaignsTab::arrange()
{
    for (QLabel *label : {m_status, m_feedStatus})
        label->setWordWrap(true);
    m_feedStatus->setProperty("quiet", true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space);
    column->addWidget(controls());
    column->addWidget(m_campaigns, 1);
    auto *feed = new QHBoxLayout;
    feed->setSpacing(2 * Theme::space);
    feed->addWidget(m_forFeed);
    feed->addWidget(m_feedStatus, 1);
    feed->addStretch();
    column->addLayout(feed);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_running, m_status})
        column->addWidget(widget);
    column->addWidget(m_results, 3);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(card(content, Theme::space));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Theme::space, 0, 0);
    layout->addWidget(m_stack);
}

void CampaignsTab::connectAll()
{
    connect(m_empty, &EmptyState::clicked, this, [this] {
        if (m_session.hasWorkspace())
            open();
        else
            Q_EMIT m_session.pageRequested(QStringLiteral("start"));
    });
    connect(m_new, &QPushButton::clicked, this, &CampaignsTab::open);
    connect(m_remove, &QPushButton::clicked, this, &CampaignsTab::askToRemove);
    connect(m_settle, &QPushButton::clicked, this, [this] {
        m_jobs.settle(m_chosen);
        follow(tr("Stopping leaves rewards as they are."));
    });
    connect(m_judge, &QPushButton::clicked, this, [this] {
        m_jobs.judge(m_chosen, kind());
        follow(tr("Stopping leaves the campaign as it is."));
    });
    connect(m_simulate, &QPushButton::clicked, this, [this] {
        m_jobs.simulate(m_chosen, m_rounds->value());
        follow(tr("Stopping keeps what was simulated so far."));
    });
    connect(m_forFeed, &QCheckBox::clicked, this, [this](bool isOn) { m_feed.setOn(m_chosen, isOn); });
    connect(&m_feed, &CampaignFeed::changed, this, [this](bool isShown) {
        if (isShown)
            m_jobs.list();
        showState();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_results->clear(kind());
        if (!m_chosen.isEmpty())
            m_jobs.load(m_chosen, kind());
    });
    connect(m_campaigns->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        const int row = inModel(current).row();
        if (row >= 0 && row < m_overviews.size())
            choose(m_overviews[row].campaign.name);
    });
    connect(&m_session, &AppSession::workspaceChanged, this, &CampaignsTab::forget);
    connect(&m_session, &AppSession::dataChanged, this, [this] {
        m_isStale = true;
        if (isVisible())
            activate();
    });
}

void CampaignsTab::connectJobs()
{
    connect(&m_jobs, &CampaignJobs::listed, this, &CampaignsTab::showCampaigns);
    connect(&m_jobs, &CampaignJobs::loaded, this, &CampaignsTab::showNewest);
    connect(&m_jobs, &CampaignJobs::offered, this, [this](const CampaignOffer &offer) {
        if (m_dialog)
            m_dialog->setOffer(offer);
    });
    connect(&m_jobs, &CampaignJobs::added, this, [this](const QString &campaign) {
        if (m_dialog)
            m_dialog->accept();
        choose(campaign);
        m_jobs.list();
    });
    connect(&m_jobs, &CampaignJobs::refused, this, [this](const Error &error) {
        if (m_dialog)
            m_dialog->showProblem(error.isCancelled() ? QString() : error.message);
    });
    connect(&m_jobs, &CampaignJobs::removed, this, [this](const QString &campaign, qint64 decisions) {
        Q_EMIT m_session.said(tr("The campaign %1 and its showings (%2) are removed.").arg(campaign, QLocale().toString(decisions)));
        m_jobs.list();
    });
    connect(&m_jobs, &CampaignJobs::settled, this, [this](const SettledRewards &rewards) {
        if (m_asked == m_chosen) {
            m_status->setText(CampaignWords::told(rewards));
            m_kind->setCurrentIndex(0);
        }
        m_jobs.list();
    });
    connect(&m_jobs, &CampaignJobs::judged, this, [this](const CampaignEvaluation &evaluation) {
        if (evaluation.campaign != m_chosen || evaluation.kind != kind())
            return;
        m_status->setText(CampaignWords::told(evaluation));
        m_results->setEvaluation(evaluation);
        showState();
    });
    connect(&m_jobs, &CampaignJobs::simulated, this, [this](const CampaignSimulation &simulation) {
        if (m_asked == m_chosen) {
            m_status->setText(CampaignWords::told(simulation, m_rounds->value()));
            m_kind->setCurrentIndex(1);
            m_results->setEvaluation({}); // it spoke of the simulation before
        }
        m_jobs.list();
    });
    connect(&m_jobs, &CampaignJobs::failed, this, [this](const Error &error) {
        if (!error.isCancelled())
            m_status->setText(error.message);
        showState();
    });
    connect(&m_jobs, &CampaignJobs::busyChanged, this, &CampaignsTab::showState);
}

void CampaignsTab::follow(const QString &promise)
{
    m_asked = m_chosen;
    m_running->follow(m_jobs.jobId(), promise);
}

void CampaignsTab::open()
{
    m_dialog = new CampaignDialog(window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &CampaignDialog::submitted, this, [this] { m_jobs.add(m_dialog->draft()); });
    m_jobs.offer();
    m_dialog->QDialog::open();
}

void CampaignsTab::askToRemove()
{
    const CampaignOverview *one = chosen();
    if (!one)
        return;
    const QLocale locale;
    const QString text = tr("With %1 go all its showings (%2), their rewards and what was learnt from them, and the simulated ones (%3). This cannot be undone.")
                             .arg(m_chosen, locale.toString(one->totals.shown), locale.toString(one->simulated.shown));
    Confirm::ask(this, {tr("Remove a campaign"), text, tr("Remove")}, [this, name = m_chosen] { m_jobs.remove(name); });
}

void CampaignsTab::forget()
{
    m_isStale = true;
    if (m_dialog)
        m_dialog->reject();
    showCampaigns({});
    if (isVisible())
        activate();
}

void CampaignsTab::activate()
{
    if (m_isStale && m_session.hasWorkspace()) {
        m_isStale = false;
        m_jobs.list();
    }
    showState();
}

DecisionKind CampaignsTab::kind() const { return DecisionKind(m_kind->currentData().toInt()); }

const CampaignOverview *CampaignsTab::chosen() const
{
    const auto found = std::find_if(m_overviews.begin(), m_overviews.end(), [this](const CampaignOverview &one) { return one.campaign.name == m_chosen; });
    return found == m_overviews.end() ? nullptr : &*found;
}

/// The one that is chosen already is read again.
void CampaignsTab::choose(const QString &campaign)
{
    if (campaign != m_chosen) {
        m_chosen = campaign;
        m_results->clear(kind());
        m_status->clear();
    }
    if (!m_chosen.isEmpty())
        m_jobs.load(m_chosen, kind());
    showState();
}

void CampaignsTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace foretrail
