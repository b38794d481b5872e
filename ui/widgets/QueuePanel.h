#pragma once

#include "ui/models/QueueModel.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QToolButton;

namespace foretrail {

class Settings;

/// The trainings that wait, in an order that is changed by dragging, with the buttons beside them or with Alt+Up and Alt+Down;
/// how many run at a time and whether they leave a core free, which is kept in the settings; and whether they go slowly, which is not.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(JobRunner &runner, Settings &settings, QWidget *parent = nullptr);
    void setSlowly(bool isSlow);

Q_SIGNALS:
    void slowlyChanged(bool isSlow);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon, void (QueuePanel::*clicked)());
    void arrange();
    void connectAll();
    void retranslate();
    void showQueue(); ///< as many rows as wait, up to a few
    void showState();
    int current() const; ///< row; -1: none
    void moveBy(int rows);
    void up() { moveBy(-1); }
    void down() { moveBy(1); }
    void stop();
    void askToEmpty();
    void empty();

    JobRunner &m_runner;
    Settings &m_settings;
    QueueModel m_model;
    QTimer m_later; ///< a thousand that come at once are shown once
    QLabel *m_title;
    QLabel *m_atATimeTitle;
    QComboBox *m_atATime;
    QCheckBox *m_leavesCore;
    QCheckBox *m_slowly;
    QListView *m_list;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_stop;
    QToolButton *m_empty;
    QLabel *m_few; ///< that there are too few cores for what was asked
};

} // namespace foretrail
