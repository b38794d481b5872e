#pragma once

#include "core/jobs/JobRunner.h"
#include "ui/models/UsersModel.h"
#include "ui/pages/Page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foretrail {

class EmptyState;
class ProfileLoader;
class ProfileView;
class SegmentActions;
class SegmentChip;
struct ChartContent;
class Workspace;

/// The list of users at the left, the profile of the selected one beside it, segments in the inspector.
class CustomersPage : public Page {
    Q_OBJECT
public:
    explicit CustomersPage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_export; }
    QList<QAction *> moreActions() override;
    QWidget *inspector() override;
    void activate() override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What one reading of the users brings.
    struct UserList {
        ListedUsers listed;
        double topTenthShare = missing; ///< of the net value, NaN without amounts
    };
    static Result<UserList> readUsers(Workspace &workspace, JobContext &job);

    QWidget *makeList();
    void markStale();
    void load();
    void show(const UserList &list);
    void showSentence();
    void showEmpty();
    void showTexts();
    void fitTable();
    void onWorkspace();
    void selectShown();
    void onCurrentUser(const QString &key);
    void onBook();
    void onSegment();
    void showAtRisk();
    void chooseAtRisk();
    void showIntentQuality();
    void exportList();
    void askToErase();
    void erase(const QString &key);
    void exportCurve(const ChartContent &chart, const QString &what, const QString &format);

    UsersModel m_model;
    LatestJob m_listJob;
    SegmentActions *m_segments;
    SegmentChip *m_chip;
    QAction *m_export;
    QAction *m_erase;
    QPushButton *m_atRisk; ///< a click shows who is silent for too long, while everybody is listed
    QLineEdit *m_search;
    QTableView *m_table;
    QLabel *m_none; ///< in place of the table where the search finds nobody
    ProfileView *m_profile;
    ProfileLoader *m_loader;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    UserList m_list;
    bool m_isStale = true;
};

} // namespace foretrail
