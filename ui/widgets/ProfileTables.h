#pragma once

#include "core/behaviour/UserProfile.h"
#include "ui/models/UserSessionsModel.h"

#include <QTableWidget>

namespace foretrail {

/// A table inside a profile: as high as its rows, since the profile scrolls.
QTableWidget *profileTable(const QString &name, QWidget *parent);
QString profileFigure(double value); ///< a dash where it is not known
void fitToRows(QTableWidget &table);

/// Keys with how many events they have and their value, where the log has amounts.
void showCounts(QTableWidget &table, const QString &title, const QList<NamedCount> &counts, bool hasAmounts);

/// All sessions of a user, the last one on top; scrolled within where there are many. One is opened by Enter or a double click.
class ProfileSessions : public QTableView {
    Q_OBJECT
public:
    explicit ProfileSessions(QWidget *parent = nullptr);
    void setSessions(const QList<UserSession> &sessions, const DataSummary &summary);
    void fitTo(int room); ///< px

Q_SIGNALS:
    void sessionChosen(const QString &key); ///< empty where the log does not name it

private:
    static constexpr int rowsInSight = 12;
    bool m_hasClock = true;
    int m_height = 0;           ///< px, without a scroll bar below
    UserSessionsModel *m_model; ///< a child: it outlives the view's own parts
};

} // namespace foretrail
