#pragma once

#include "core/jobs/JobRunner.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace foretrail {

class JobRow;

/// One running job on the page that started it: progress, remaining time, a button that stops it. Hidden while there
/// is none.
class RunningJob : public QFrame {
    Q_OBJECT
public:
    explicit RunningJob(JobRunner &jobs, QWidget *parent = nullptr);
    /// Follows this job until it ends; `promise` says what stopping it means.
    void follow(JobId id, const QString &promise);

private:
    void refresh();

    JobRunner &m_jobs;
    JobRow *m_row;
    QLabel *m_promise;
    QTimer m_clock;
    JobId m_id = 0;
};

} // namespace foretrail
