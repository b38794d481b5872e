#pragma once

#include "ui/AppSession.h"
#include "ui/models/UsersModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace foretrail {

class SegmentChip;
class SessionList;

/// Of whom a list is asked: one of the users, or one of the sessions.
class ShopperList : public QWidget {
    Q_OBJECT
public:
    explicit ShopperList(AppSession &session, QWidget *parent = nullptr);

    void setUsers(UsersModel::Users users, const DataSummary &summary);
    int userCount() const { return m_model.userCount(); }
    void selectUser(const QString &key); ///< where it is on the list; asks for nobody otherwise
    void setProblem(const QString &problem); ///< of the session that was asked for
    void showUsers();
    void askSession(const QString &key);     ///< shows the sessions and asks for this one
    void forgetSessions();                   ///< other data

Q_SIGNALS:
    void userChosen(const QString &key);
    void sessionChosen(const QString &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeUsers();
    void showTexts();
    void selectWanted();

    UsersModel m_model;
    QString m_wanted;
    bool m_isSelecting = false;
    QComboBox *m_kind;
    QLineEdit *m_search;
    SegmentChip *m_segment;
    QTableView *m_table;
    QLabel *m_none;
    SessionList *m_sessions;
    QStackedWidget *m_stack;
};

} // namespace foretrail
