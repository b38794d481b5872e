#pragma once

#include "core/behaviour/UserProfile.h"
#include "core/data/Questions.h"

#include <QScrollArea>

#include <array>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace foretrail {

class EventTimeline;
class FunnelStrip;
class HeadlineNumber;
class HeatMap;
class StateStrip;
class IntentView;
class LineChart;
class NextItemsView;
class ProfileSessions;
class StayView;

/// Everything known of one user, from headline numbers down to the activity's forecast. Shows a value; asks nothing.
class ProfileView : public QScrollArea {
    Q_OBJECT
public:
    explicit ProfileView(QWidget *parent = nullptr);

    void setProfile(const UserProfile &profile, const DataSummary &summary);
    void setLoading(bool isLoading);
    void setSimilar(const QList<SimilarUser> &similar);
    NextItemsView &nextItems() { return *m_next; } ///< filled when there is a list
    IntentView &intent() { return *m_intent; }     ///< of which learning is shown
    const UserProfile &profile() const { return m_profile; }

Q_SIGNALS:
    /// The activity chart's menu: "png", "svg", "pdf" or "csv".
    void exportRequested(const QString &format);
    /// The same of the chart of P(active).
    void stayExportRequested(const QString &format);
    void buyerModelChosen(const QString &model, int horizonDays);
    void spendExportRequested(const QString &format);
    void userRequested(const QString &key); ///< of the similar users one is to be shown
    void sessionRequested(const QString &key); ///< what comes next in it; empty: for the user
    /// How good what is said of the days ahead is.
    void intentQualityRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    // The parts of the page from top to bottom.
    void addHead(QWidget *content, QVBoxLayout *layout);
    void addStanding(QWidget *content, QVBoxLayout *layout);
    void addActivity(QWidget *content, QVBoxLayout *layout);
    void addLists(QWidget *content, QVBoxLayout *layout);
    QLabel *addSection(QWidget *parent);
    void showAll();
    void showHeadlines();
    void arrangeForWidth();
    void arrangeHead(int room); ///< px
    void showTimeline();
    void showActivity();
    void showStanding();
    void showClock();
    void showSpend();
    void showSessions();
    void showSimilar();
    void showFunnel();

    UserProfile m_profile;
    DataSummary m_summary;
    QLabel *m_key;
    QLabel *m_seen;
    QLabel *m_note;
    QLabel *m_forecastWords;
    QLabel *m_timelineTitle;
    QLabel *m_activityTitle;
    std::array<HeadlineNumber *, 5> m_headlines;
    QGridLayout *m_headlineGrid;
    QBoxLayout *m_tables;
    QBoxLayout *m_head; ///< who, and when they were seen
    EventTimeline *m_timeline;
    StayView *m_stay;
    IntentView *m_intent;
    LineChart *m_activity;
    QLabel *m_attributes;
    QLabel *m_standingTitle;
    QLabel *m_scores;
    StateStrip *m_states;
    QLabel *m_funnelTitle;
    QLabel *m_clockTitle;
    HeatMap *m_clock;
    QLabel *m_spendTitle;
    LineChart *m_spend;
    FunnelStrip *m_funnel;
    QLabel *m_funnelWords;
    NextItemsView *m_next;
    ProfileSessions *m_sessions;
    QLabel *m_sessionsTitle;
    QLabel *m_similarTitle;
    QTableWidget *m_similar;
    QTableWidget *m_items;
    QTableWidget *m_categories;
};

} // namespace foretrail
