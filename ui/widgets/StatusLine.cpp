#include "ui/widgets/StatusLine.h"

#include "ui/AppSession.h"
#include "ui/models/JobsModel.h"
#include "ui/theme/Theme.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace foretrail {

StatusLine::StatusLine(AppSession &session, JobsModel &jobs, QWidget *parent)
    : QWidget(parent), m_session(session), m_jobs(jobs), m_job(new QPushButton(this)), m_progress(new QProgressBar(this)),
      m_folder(new QPushButton(this)), m_selection(new QLabel(this)), m_rows(new QLabel(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    m_job->setObjectName(QStringLiteral("statusJob"));
    m_folder->setObjectName(QStringLiteral("statusFolder"));
    m_folder->setProperty("link", true);
    m_folder->hide();
    m_progress->setObjectName(QStringLiteral("statusProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_selection->setObjectName(QStringLiteral("statusSelection"));
    m_rows->setObjectName(QStringLiteral("statusRows"));
    for (QLabel *label : {m_selection, m_rows}) {
        label->setTextFormat(Qt::PlainText); // whatever stands in a key
        label->setProperty("quiet", true);
        label->setFont(Theme::tableFont());
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space, 2, 2 * Theme::space, 2);
    layout->setSpacing(2 * Theme::space);
    layout->addWidget(m_job);
    layout->addWidget(m_folder);
    layout->addWidget(m_progress);
    layout->addStretch(1);
    layout->addWidget(m_selection);
    layout->addWidget(m_rows);
    connect(m_job, &QPushButton::clicked, this, &StatusLine::jobsClicked);
    for (const auto signal : {&AppSession::workspaceChanged, &AppSession::dataChanged})
        connect(&session, signal, this, &StatusLine::showData);
    connect(&session.selection(), &Selection::seriesChanged, this, &StatusLine::showData);
    connect(&session.selection(), &Selection::userChanged, this, &StatusLine::showData);
    connect(&session, &AppSession::workspaceChanged, this, [this] { tell({}); });
    connect(&session, &AppSession::said, this, &StatusLine::tell);
    connect(&session, &AppSession::saved, this, [this](const QString &path) {
        m_saved = path;
        showJob();
    });
    connect(m_folder, &QPushButton::clicked, this, &StatusLine::showFolder);
    connect(&jobs, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int row) {
        m_jobs.job(row).lane == Lane::Learn ? showJob() : tell({}); // what pages learn by themselves leaves the news
    });
    connect(&jobs, &QAbstractItemModel::rowsRemoved, this, &StatusLine::showJob);
    connect(&jobs, &QAbstractItemModel::dataChanged, this, &StatusLine::showJob);
    showJob();
    showData();
}

void StatusLine::tell(const QString &news)
{
    m_news = news;
    m_saved.clear();
    showJob();
}

void StatusLine::setHint(const QString &hint)
{
    m_hint = hint;
    hint.isEmpty() ? showJob() : tell({}); // older news would stand before it
}

void StatusLine::showFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_saved).absolutePath()));
}

void StatusLine::showJob()
{
    const int count = m_jobs.rowCount();
    m_progress->setVisible(count > 0);
    QString text = !m_news.isEmpty() ? m_news : !m_hint.isEmpty() ? m_hint : tr("No jobs are running");
    if (count > 0) {
        int row = 0;
        while (row < count && m_jobs.job(row).state != JobState::Running && m_jobs.job(row).state != JobState::Stopping)
            ++row;
        row = row < count ? row : 0;
        const JobInfo &job = m_jobs.job(row);
        const int permille = JobsModel::permille(job.progress);
        m_progress->setRange(0, permille < 0 ? 0 : 1000);
        m_progress->setValue(permille);
        text = tr("%1: %2", "job and how far it is").arg(job.title, JobsModel::line(job));
        if (count > 1)
            text = tr("%1, and %2 more").arg(text, QLocale().toString(count - 1));
    }
    m_job->setText(fontMetrics().elidedText(text, Qt::ElideRight, std::max(160, 2 * width() / 5)));
    m_job->setAccessibleName(text);
    m_job->setToolTip(tr("Show the jobs (Ctrl+J)"));
    m_folder->setText(tr("Show folder"));
    m_folder->setToolTip(QDir::toNativeSeparators(QFileInfo(m_saved).absolutePath()));
    m_folder->setVisible(count == 0 && !m_saved.isEmpty());
}

void StatusLine::showData()
{
    const Selection &selection = m_session.selection();
    QStringList chosen;
    if (!selection.seriesName().isEmpty())
        chosen << selection.seriesName();
    if (!selection.userKey().isEmpty())
        chosen << tr("user %1").arg(selection.userKey());
    const QString text = chosen.join(QStringLiteral(" \u00b7 "));
    m_selection->setText(fontMetrics().elidedText(text, Qt::ElideRight, std::max(120, width() / 3)));
    m_selection->setToolTip(text);
    m_selection->setVisible(m_session.hasWorkspace() && !text.isEmpty());
    QString rows = tr("%1 rows").arg(QLocale().toString(m_session.summary().rows()));
    if (m_session.isReadOnly())
        rows = tr("%1, read-only").arg(rows);
    m_rows->setText(m_session.hasWorkspace() ? rows : tr("No workspace is open"));
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showJob();
    showData();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showJob();
    showData();
}

} // namespace foretrail
