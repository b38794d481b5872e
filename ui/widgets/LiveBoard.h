#pragma once

#include "core/live/LiveFeed.h"
#include "ui/models/LiveUsersModel.h"
#include "ui/models/TextTableModel.h"

#include <QWidget>

#include <array>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace foretrail {

class FunnelStrip;
class HeadlineNumber;
class LineChart;

/// What goes on in a shop: counters, visits with who is likeliest to buy, the running day, what to know.
class LiveBoard : public QWidget {
    Q_OBJECT
public:
    explicit LiveBoard(QWidget *parent = nullptr);
    void setTick(const LiveTick &tick);
    void setTimeZone(const QString &name) { m_timeZone = name; }
    /// Of the last tick; nullptr before the first.
    const LiveSnapshot *shop() const { return m_tick.shop.get(); }
    QString chosenKey() const { return m_chosenKey; }
    std::optional<ToldUser> chosenVisit() const; ///< as the table tells it, without reasons; none: it is over
    LineChart *chart() const { return m_today; }

Q_SIGNALS:
    void userChosen(qint64 user, const QString &key);
    void userOpened(const QString &key); ///< a double click, or Enter
    void chartExport(const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void showTexts();
    void showNumbers(const LiveSnapshot &shop);
    void showToday(const TodayReading &today);
    void showAlerts(const LiveSnapshot &shop);
    void showNewest(const LiveSnapshot &shop);

    enum { Rate, Online, Funnel, Today, numbers };
    std::array<HeadlineNumber *, numbers> m_numbers;
    FunnelStrip *m_funnel;
    QLabel *m_funnelTitle;
    LiveUsersModel m_model;
    QTableView *m_users;
    QLabel *m_nobody;
    QStackedWidget *m_usersStack;
    TextTableModel m_newestRows;
    QTableView *m_newest;
    QTabWidget *m_lists;
    QLabel *m_learning;
    LineChart *m_today;
    QLabel *m_todayTitle;
    QLabel *m_todaySentence;
    QLabel *m_alertsTitle;
    TextTableModel m_alertRows;
    QTableView *m_alerts;
    LiveTick m_tick;
    QString m_timeZone;
    qint64 m_chosen = 0;
    QString m_chosenKey;
};

} // namespace foretrail
