#pragma once

#include "ui/Selection.h"
#include "ui/models/UsersModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foretrail {

class SegmentChip;

/// Of whom a list is asked: one of the users, or a session by its key.
class ShopperList : public QWidget {
    Q_OBJECT
public:
    ShopperList(JobRunner &jobs, Selection &selection, QWidget *parent = nullptr);

    void setUsers(UsersModel::Users users, const DataSummary &summary);
    int userCount() const { return m_model.userCount(); }
    void selectUser(const QString &key); ///< where it is on the list; asks for nobody otherwise
    void setProblem(const QString &problem); ///< of the session that was asked for

Q_SIGNALS:
    void userChosen(const QString &key);
    void sessionChosen(const QString &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeUsers();
    QWidget *makeSession();
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
    QLineEdit *m_session;
    QPushButton *m_show;
    QLabel *m_problem;
    QLabel *m_help;
    QStackedWidget *m_stack;
};

} // namespace foretrail
