#include "ui/widgets/RunningJob.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/JobRow.h"

#include <QLabel>
#include <QVBoxLayout>

namespace foretrail {

RunningJob::RunningJob(JobRunner &jobs, QWidget *parent)
    : QFrame(parent), m_jobs(jobs), m_row(new JobRow), m_promise(new QLabel)
{
    setObjectName(QStringLiteral("runningJob"));
    setProperty("card", true);
    m_promise->setProperty("quiet", true);
    m_promise->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * Theme::space, 12, 2 * Theme::space, 12);
    layout->addWidget(m_row);
    layout->addWidget(m_promise);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &RunningJob::refresh);
    connect(&jobs, &JobRunner::jobChanged, this, [this](JobId id) {
        if (id == m_id)
            refresh();
    });
    connect(&jobs, &JobRunner::jobEnded, this, [this](JobId id) {
        if (id == m_id)
            follow(0, {});
    });
    connect(m_row, &JobRow::stopClicked, this, [this] { m_jobs.cancel(m_id); });
    hide();
}

void RunningJob::follow(JobId id, const QString &promise)
{
    m_id = id;
    m_promise->setText(promise);
    setVisible(id != 0);
    id != 0 ? m_clock.start() : m_clock.stop();
    refresh();
}

void RunningJob::refresh()
{
    const std::optional<JobInfo> own = m_jobs.job(m_id);
    if (!own)
        return;
    QString ahead; // what runs in the place that the job waits for
    for (const JobInfo &job : m_jobs.jobs())
        if (ahead.isEmpty() && own->state == JobState::Waiting && job.lane == own->lane && job.state != JobState::Waiting)
            ahead = job.title;
    m_row->setJob(*own, false, ahead);
}

} // namespace foretrail
