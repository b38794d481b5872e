#pragma once

#include "core/jobs/JobRunner.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>

namespace foretrail {

/// The jobs a person is told of, or those of one lane that have begun, as they run and wait; short reads are left out. GUI thread
/// only.
class JobsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, WhatRole, PermilleRole, ElapsedRole, RemainingRole, StateRole };

    explicit JobsModel(JobRunner &runner, QObject *parent = nullptr) : JobsModel(runner, std::nullopt, parent) {}
    /// Those of `lane` alone, and of them those that have begun: that run or are paused.
    JobsModel(JobRunner &runner, std::optional<Lane> lane, QObject *parent = nullptr);

    const JobInfo &job(int row) const { return m_jobs.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void stop(JobId job);
    void runNext(JobId job);

    /// 0 to 1000, or -1 while the end is not known.
    static int permille(const Progress &progress);
    /// "42 s", "3 min 5 s", "2 h 10 min".
    static QString duration(qint64 ms);
    /// "epoch 14 of 60, 1 min 12 s left": what a person wants to know in one line.
    static QString line(const JobInfo &job);

private:
    void onStarted(JobId id);
    void onChanged(JobId id);
    bool isShown(const JobInfo &job) const;
    void refresh();
    int rowOf(JobId id) const;
    QList<JobInfo> listed() const;

    JobRunner &m_runner;
    const std::optional<Lane> m_lane;
    QList<JobInfo> m_jobs;
    QTimer m_clock; ///< elapsed and remaining time move on without a report of the job
};

} // namespace foretrail
