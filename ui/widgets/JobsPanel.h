#pragma once

#include <QFrame>
#include <QList>

class QLabel;
class QVBoxLayout;

namespace foretrail {

class JobRow;
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
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void showTexts();

    JobsModel &m_model;
    QList<JobRow *> m_jobRows;
    QLabel *m_title;
    QLabel *m_empty;
    QVBoxLayout *m_layout;
};

} // namespace foretrail
