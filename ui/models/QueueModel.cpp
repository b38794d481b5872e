#include "ui/models/QueueModel.h"

#include "ui/Trainings.h"

#include <algorithm>
#include <unordered_set>

namespace foretrail {

namespace {

/// Trainings in a list of trainings need not say that they are some.
QString shortTitle(const QString &title)
{
    const QString prefix = Trainings::tr("Training %1").arg(QString());
    return title.startsWith(prefix) ? title.mid(prefix.size()) : title;
}

} // namespace

QueueModel::QueueModel(JobRunner &runner, Lane lane, QObject *parent) : QAbstractListModel(parent), m_runner(runner), m_lane(lane)
{
    connect(&runner, &JobRunner::jobStarted, this, &QueueModel::onStarted);
    for (auto changed : {&JobRunner::jobChanged, &JobRunner::jobEnded})
        connect(&runner, changed, this, &QueueModel::onChanged);
    follow();
}

int QueueModel::rowOf(JobId id) const
{
    const auto found = std::ranges::find(m_jobs, id, &JobInfo::id);
    return found == m_jobs.end() ? -1 : int(found - m_jobs.begin());
}

/// Many may start at once, and each waits behind the others.
void QueueModel::onStarted(JobId id)
{
    const std::optional<JobInfo> job = m_runner.job(id);
    if (job && job->lane == m_lane && job->isListed)
        insert(int(m_jobs.size()), *job);
}

void QueueModel::insert(int row, const JobInfo &job)
{
    beginInsertRows({}, row, row);
    m_jobs.insert(row, job);
    endInsertRows();
}

void QueueModel::onChanged(JobId id)
{
    const std::optional<JobInfo> job = m_runner.job(id);
    if (rowOf(id) >= 0 || (job && job->lane == m_lane && !job->hasBegun))
        follow();
}

void QueueModel::follow()
{
    QList<JobInfo> now = m_runner.waiting(m_lane);
    now.removeIf([](const JobInfo &job) { return !job.isListed; });
    std::unordered_set<JobId> there;
    for (const JobInfo &job : std::as_const(now))
        there.insert(job.id);
    for (int row = int(m_jobs.size()) - 1; row >= 0; --row) {
        if (there.contains(m_jobs.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_jobs.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(now.size()); ++row) {
        if (row < int(m_jobs.size()) && m_jobs.at(row).id == now[row].id)
            continue;
        if (const int old = rowOf(now[row].id); old >= 0) {
            beginMoveRows({}, old, old, {}, row);
            m_jobs.move(old, row);
            endMoveRows();
        } else {
            insert(row, now[row]);
        }
    }
}

bool QueueModel::move(int row, int to)
{
    const int last = int(m_jobs.size()) - 1;
    if (row < 0 || row > last || to < 0 || to > last || row == to)
        return false;
    m_runner.moveWaiting(m_jobs[row].id, to);
    return true;
}

bool QueueModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    return !from.isValid() && !to.isValid() && count == 1 && move(row, before > row ? before - 1 : before);
}

int QueueModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_jobs.size()); }

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : Qt::ItemIsDropEnabled;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobInfo &job = m_jobs.at(index.row());
    if (role == Qt::ToolTipRole)
        return job.title;
    return role == Qt::DisplayRole ? QVariant(shortTitle(job.title)) : QVariant();
}

} // namespace foretrail
