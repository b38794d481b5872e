#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foretrail {

struct JobInfo;

/// One job of the panel: title, a thin line of progress, what it does and how long, and buttons that stop it or let it run
/// before the others that wait.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget *parent = nullptr);
    /// `isBehindAnother`: it could wait less.
    void setJob(const JobInfo &job, bool isBehindAnother = false);

Q_SIGNALS:
    void stopClicked();
    void nextClicked();

private:
    QLabel *m_title;
    QLabel *m_elapsed;
    QLabel *m_line;
    QProgressBar *m_progress;
    QPushButton *m_next;
    QPushButton *m_stop;
};

} // namespace foretrail
