#include "ui/models/JobsModel.h"

#include <QLocale>

#include <algorithm>
#include <unordered_set>

namespace foretrail {

JobsModel::JobsModel(JobRunner &runner, std::optional<Lane> lane, QObject *parent)
    : QAbstractListModel(parent), m_runner(runner), m_lane(lane)
{
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &JobsModel::refresh);
    connect(&runner, &JobRunner::jobStarted, this, &JobsModel::onStarted);
    for (auto changed : {&JobRunner::jobChanged, &JobRunner::jobEnded})
        connect(&runner, changed, this, &JobsModel::onChanged);
    refresh();
}

QList<JobInfo> JobsModel::listed() const
{
    QList<JobInfo> jobs = m_runner.jobs();
    jobs.removeIf([this](const JobInfo &job) { return !isShown(job); });
    return jobs;
}

int JobsModel::rowOf(JobId id) const
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const JobInfo &job) { return job.id == id; });
    return found == m_jobs.end() ? -1 : int(found - m_jobs.begin());
}

bool JobsModel::isShown(const JobInfo &job) const
{
    return job.isListed && (!m_lane || (job.lane == *m_lane && job.hasBegun));
}

/// Many may start at once; their place is found when something else changes.
void JobsModel::onStarted(JobId id)
{
    const std::optional<JobInfo> job = m_runner.job(id);
    if (!job || !isShown(*job))
        return;
    beginInsertRows({}, int(m_jobs.size()), int(m_jobs.size()));
    m_jobs.append(*job);
    endInsertRows();
    m_clock.start();
}

/// Of short reads, which come and go all the time, nothing is shown.
void JobsModel::onChanged(JobId id)
{
    const std::optional<JobInfo> job = m_runner.job(id);
    if (rowOf(id) >= 0 || (job && job->isListed))
        refresh();
}

// Rows go and come where jobs end and begin; the others stand in the order in which they run.
void JobsModel::refresh()
{
    const QList<JobInfo> now = listed();
    std::unordered_set<JobId> known, there;
    for (const JobInfo &job : now)
        there.insert(job.id);
    for (int row = int(m_jobs.size()) - 1; row >= 0; --row) {
        if (there.contains(m_jobs.at(row).id)) {
            known.insert(m_jobs[row].id);
            continue;
        }
        beginRemoveRows({}, row, row);
        m_jobs.removeAt(row);
        endRemoveRows();
    }
    for (const JobInfo &job : now) {
        if (known.contains(job.id))
            continue;
        beginInsertRows({}, int(m_jobs.size()), int(m_jobs.size()));
        m_jobs.append(job);
        endInsertRows();
    }
    m_jobs = now;
    if (!m_jobs.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_jobs.size()) - 1));
    if (m_jobs.isEmpty() == m_clock.isActive())
        m_jobs.isEmpty() ? m_clock.stop() : m_clock.start();
}

void JobsModel::stop(JobId job) { m_runner.cancel(job); }

void JobsModel::runNext(JobId job) { m_runner.runNext(job); }

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_jobs.size());
}

QVariant JobsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobInfo &job = m_jobs.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return job.title;
    case Qt::AccessibleTextRole: return QStringLiteral("%1, %2").arg(job.title, line(job));
    case IdRole: return job.id;
    case WhatRole: return job.progress.what;
    case PermilleRole: return permille(job.progress);
    case ElapsedRole: return job.elapsedMs;
    case RemainingRole: return job.remainingMs;
    case StateRole: return int(job.state);
    default: return {};
    }
}

int JobsModel::permille(const Progress &progress)
{
    if (progress.total <= 0)
        return -1;
    return int(std::clamp(1000.0 * double(progress.done) / double(progress.total), 0.0, 1000.0));
}

QString JobsModel::duration(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    const QLocale locale;
    if (seconds < 60)
        return tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
    return tr("%1 h %2 min").arg(locale.toString(seconds / 3600), locale.toString(seconds / 60 % 60));
}

QString JobsModel::line(const JobInfo &job)
{
    if (job.state == JobState::Waiting)
        return tr("waiting");
    if (job.state == JobState::Stopping)
        return tr("stopping");
    if (job.state == JobState::Paused)
        return job.progress.what.isEmpty() ? tr("paused") : tr("%1, paused", "how far a job is").arg(job.progress.what);
    QStringList parts;
    if (!job.progress.what.isEmpty())
        parts << job.progress.what;
    if (const int share = permille(job.progress); share >= 0)
        parts << tr("%1 %").arg(QLocale().toString(share / 10));
    parts << (job.remainingMs >= 0 ? tr("%1 left").arg(duration(job.remainingMs)) : duration(job.elapsedMs));
    return parts.join(tr(", ", "between parts of a sentence"));
}

} // namespace foretrail
