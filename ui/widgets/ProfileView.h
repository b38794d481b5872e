#pragma once

#include "core/behaviour/UserProfile.h"
#include "core/data/Questions.h"

#include <QScrollArea>

#include <array>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QTableWidget;

namespace foretrail {

class EventTimeline;
class HeadlineNumber;
class LineChart;

/// Everything known of one user, from headline numbers down to the activity's forecast. Shows a value; asks nothing.
class ProfileView : public QScrollArea {
    Q_OBJECT
public:
    explicit ProfileView(QWidget *parent = nullptr);

    void setProfile(const UserProfile &profile, const DataSummary &summary);
    void setLoading(bool isLoading);
    const UserProfile &profile() const { return m_profile; }

Q_SIGNALS:
    /// The activity chart's menu: "png", "svg", "pdf" or "csv".
    void exportRequested(const QString &format);
    /// The same of the chart of P(active).
    void stayExportRequested(const QString &format);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *addSection(QWidget *parent);
    void showAll();
    void showHeadlines();
    void arrangeForWidth();
    void showTimeline();
    void showActivity();
    void showStay();
    void showCounts(QTableWidget *table, const QString &title, const QList<NamedCount> &counts);

    UserProfile m_profile;
    DataSummary m_summary;
    QLabel *m_key;
    QLabel *m_seen;
    QLabel *m_note;
    QLabel *m_outlook;
    QLabel *m_stayTitle;
    QLabel *m_timelineTitle;
    QLabel *m_activityTitle;
    std::array<HeadlineNumber *, 5> m_headlines;
    QGridLayout *m_headlineGrid;
    QBoxLayout *m_tables;
    EventTimeline *m_timeline;
    LineChart *m_stay;
    LineChart *m_activity;
    QTableWidget *m_items;
    QTableWidget *m_categories;
};

/// Chart of a profile's activity: history, forecast and bands.
struct ChartContent;
ChartContent activityChart(const UserProfile &profile);
/// Chart of P(active) over time: how each purchase raises it and each silence lowers it, and what silence to come would do.
ChartContent stayChart(const UserProfile &profile);

} // namespace foretrail
