#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foretrail {

struct JobInfo;

/// One job of the panel: title, a thin line of progress, what it does and how long, and a button that stops it.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget *parent = nullptr);
    void setJob(const JobInfo &job);

Q_SIGNALS:
    void stopClicked();

private:
    QLabel *m_title;
    QLabel *m_elapsed;
    QLabel *m_line;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace foretrail
