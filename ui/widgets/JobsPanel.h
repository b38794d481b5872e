#pragma once

#include <QFrame>

class QLabel;

namespace foretrail {

class JobList;
class JobsModel;

/// Every running job with its progress, times and a button that stops it. Escape closes the panel.
class JobsPanel : public QFrame {
    Q_OBJECT
public:
    explicit JobsPanel(JobsModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void closed();
    void resized(); ///< rows came or went: the window puts the panel in its place again

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showTexts();

    QLabel *m_title;
    QLabel *m_empty;
    JobList *m_jobs;
};

} // namespace foretrail
