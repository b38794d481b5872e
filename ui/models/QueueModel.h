#pragma once

#include "core/jobs/JobRunner.h"

#include <QAbstractListModel>

namespace foretrail {

/// The jobs of one lane that wait, the next first. Moving a row changes the order in which they run. GUI thread only.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    QueueModel(JobRunner &runner, Lane lane, QObject *parent = nullptr);

    JobId job(int row) const { return m_jobs.at(row).id; }
    /// Places the row where `to` rows are before it; false where it is there, or there is no such place.
    bool move(int row, int to);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// As a view asks for it when rows were dragged; one at a time.
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

private:
    void onStarted(JobId id);
    void onChanged(JobId id);
    void insert(int row, const JobInfo &job);
    void follow(); ///< the runner: rows come, go and move as there
    int rowOf(JobId id) const;

    JobRunner &m_runner;
    const Lane m_lane;
    QList<JobInfo> m_jobs;
};

} // namespace foretrail
