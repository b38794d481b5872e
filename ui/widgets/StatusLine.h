#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foretrail {

class AppSession;
class JobsModel;

/// The bottom line: the running job with a thin line of progress, or what the last one achieved, the rows of the workspace, what is selected.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(AppSession &session, JobsModel &jobs, QWidget *parent = nullptr);

    /// What stands there while there is neither a job nor news; empty: that no jobs are running.
    void setHint(const QString &hint);

Q_SIGNALS:
    void jobsClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tell(const QString &news);
    void showFolder(); ///< in the file manager of the desktop
    void showJob();
    void showData();

    AppSession &m_session;
    JobsModel &m_jobs;
    QPushButton *m_job;
    QProgressBar *m_progress;
    QString m_news; ///< shown until another job starts
    QString m_hint;
    QString m_saved; ///< the file that the news are of; may be empty
    QPushButton *m_folder;
    QLabel *m_selection;
    QLabel *m_rows;
};

} // namespace foretrail
