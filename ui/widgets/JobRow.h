#pragma once

#include "core/jobs/JobRunner.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foretrail {


/// One job of the panel: title, a thin line of progress, what it does and how long, and buttons that stop it, let it run
/// before the others that wait, or have it looked at.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget *parent = nullptr);
    /// `isBehindAnother`: it could wait less. `waitsFor`: the title of the job that it waits for; empty: of none, or nobody needs to know.
    void setJob(const JobInfo &job, bool isBehindAnother = false, const QString &waitsFor = {});
    /// `isShown`: it is what is looked at already.
    void setShowOffered(bool isOffered, bool isShown);

Q_SIGNALS:
    void stopClicked(foretrail::JobId job); ///< the one that stood here when the button was pressed
    void nextClicked(foretrail::JobId job);
    void showClicked(foretrail::JobId job);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitTexts();

    QString m_titleText, m_lineText; ///< whole
    QLabel *m_title;
    QLabel *m_elapsed;
    QLabel *m_line;
    QProgressBar *m_progress;
    QPushButton *m_show;
    QPushButton *m_next;
    QPushButton *m_stop;
    JobId m_job = 0;
    JobId m_pressed = 0; ///< the queue may move before the button is let go
};

} // namespace foretrail
