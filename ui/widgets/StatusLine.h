#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foretrail {

class AppSession;
class JobsModel;

/// The bottom line: the running job with a thin line of progress, the rows of the workspace, what is selected.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(AppSession &session, JobsModel &jobs, QWidget *parent = nullptr);

Q_SIGNALS:
    void jobsClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showJob();
    void showData();

    AppSession &m_session;
    JobsModel &m_jobs;
    QPushButton *m_job;
    QProgressBar *m_progress;
    QLabel *m_selection;
    QLabel *m_rows;
};

} // namespace foretrail
