#pragma once

#include "ui/RunUpdates.h"
#include "ui/charts/ChartContent.h"
#include "ui/models/TextTableModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foretrail {

class EmptyState;
class LineChart;
class RunningJob;

/// The model of a stored run follows the data: what it says now and said before, which update ran, why and what it changed, its versions.
class UpdatesTab : public QWidget {
    Q_OBJECT
public:
    explicit UpdatesTab(AppSession &session, QWidget *parent = nullptr);

    void activate(); ///< it comes on screen
    /// The clock of the shop goes on: runs are updated where their schedules say so.
    void followClock(WallMs now) { m_follower.followClock(now); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectAll();
    void showRuns(const QList<RunSummary> &runs);
    void showRun(const FollowedRun &run);
    void showVersions(const FollowedRun &run);
    void showState();
    void showTexts();
    void forget();
    void showSchedule();
    void tell(const QString &sentence);
    void tellUpdate(const UpdateReport &report);
    RunId chosen() const;
    UpdateRequest request() const;
    int chosenVersion() const; ///< that can be restored; -1: none

    AppSession &m_session;
    RunUpdates m_updates;
    RunFollower m_follower;
    QLabel *m_runLabel;
    QComboBox *m_run;
    QLabel *m_howLabel;
    QComboBox *m_how;
    QLabel *m_whenLabel;
    QComboBox *m_when;
    QPushButton *m_update, *m_undo, *m_restore;
    QLabel *m_status;
    LineChart *m_chart;
    QLabel *m_versionsTitle;
    TextTableModel m_rows;
    QTableView *m_versions;
    RunningJob *m_running;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    std::optional<FollowedRun> m_followed;
    bool m_isStale = true;
    bool m_isTold = false; ///< the line says what happened
};

/// History, what the model says now with its band, and what it said before.
ChartContent updatesChart(const FollowedRun &run);

} // namespace foretrail
