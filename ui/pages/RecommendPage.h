#pragma once

#include "core/behaviour/recommend/RecommenderStore.h"
#include "ui/models/UsersModel.h"
#include "ui/pages/Page.h"
#include "ui/widgets/RecommendInspector.h"

#include <QPointer>
#include <QTimer>

class QStackedWidget;
class QTabWidget;

namespace foretrail {

class AudienceView;
class EmptyState;
class RecommendListView;
class RecommendTestView;
class RunningJob;
class ShopperList;
struct Audience;
struct ChartContent;
struct ChosenSegment;
struct RecommendReport;
class Workspace;

/// A user or a session at the left; beside it what comes next for them, who should see an item, and how well models tell what comes
/// next. The model is learnt once for the data; then lists come at once.
class RecommendPage : public Page {
    Q_OBJECT
public:
    explicit RecommendPage(AppSession &session, QWidget *parent = nullptr);

    QAction *primaryAction() override { return m_export; }
    QList<QAction *> moreActions() override { return {m_exportAll}; }
    QWidget *inspector() override;
    void activate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Of whom the list is: one of the two.
    struct Asked {
        QString user;
        QString session;
        bool isNobody() const { return user.isEmpty() && session.isEmpty(); }
    };
    struct Learnt {
        std::shared_ptr<const FittedRecommender> fitted;
        ShopNames names;
    };
    /// Users to choose from, and who is shown: the one of the selection where they are among them, else who did most.
    struct UserList {
        ListedUsers listed;
        QString wanted; ///< of the selection, when they were read
        QString chosen;
    };
    static Result<UserList> readUsers(Workspace &workspace, const ChosenSegment &segment, const QString &wanted, JobContext &job);
    static Result<Learnt> learn(Workspace &workspace, const QString &model, JobContext &job);
    static ShopNames namesOf(const ShopLog &shop, const ItemAttributes &attributes);

    void arrange();
    void connectAll();
    void retranslate();
    void onWorkspace();
    void markStale();
    void load();
    void takeUsers(const UserList &list);
    void takeRequest(const QString &sessionKey);
    void startLearning();
    void takeLearnt(Result<Learnt> learnt);
    void followUser();
    void ask();
    void askFor(bool withReasons);
    void takeList(Result<Recommendations> list, bool isSession);
    void askAudience();
    void takeAudience(Result<Audience> audience);
    void runTest();
    void takeTest(Result<RecommendReport> report, const QString &segment);
    void showState();
    QString learntSentence() const;
    void showExport();
    QString whyNothing() const; ///< what is missing, and what would still work; empty where lists can be made
    void exportShown();
    void exportAll();
    bool mayExport(qint64 users, const QString &what);
    void saveTable(const QString &title, const QString &name, std::function<Result<void>(const QString &path)> write);
    void savePicture(const QString &title, const QString &format, const Result<QByteArray> &bytes);

    LatestJob m_usersJob;
    LatestJob m_askJob;
    LatestJob m_audienceJob;
    QAction *m_export;
    QAction *m_exportAll;
    ShopperList *m_shoppers;
    RunningJob *m_learning;
    RunningJob *m_writing;
    RecommendListView *m_list;
    AudienceView *m_audience;
    RecommendTestView *m_test;
    QTabWidget *m_tabs;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QPointer<RecommendInspector> m_inspector; ///< the window adopts it
    QTimer m_asking;                          ///< several changes ask once
    std::shared_ptr<const FittedRecommender> m_fitted;
    Asked m_asked;
    QString m_userBeside; ///< of the selection, when a session was asked for
    QString m_problem;    ///< why nothing was learnt
    bool m_needsData = false; ///< trying again would not help
    JobId m_learnJob = 0;
    JobId m_testJob = 0;
    JobId m_allJob = 0;
    int m_learnStart = 0; ///< answers of earlier ones are dropped
    int m_testStart = 0;
    bool m_isStale = true;
    bool m_isNewData = true; ///< since the days to test on were chosen
};

} // namespace foretrail
