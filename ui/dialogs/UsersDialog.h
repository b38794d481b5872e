#pragma once

#include "ui/AppSession.h"
#include "ui/models/UserQuestion.h"
#include "ui/models/UsersModel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

class FilterLine;

/// The users behind a number: a list that sorts, filters and exports. A double click or Enter goes to the user on the Customers page. Lists that are
/// smaller than the smallest group of the settings are shown, but not exported.
class UsersDialog : public QDialog {
    Q_OBJECT
public:
    UsersDialog(AppSession &session, const QString &title, const QString &fileName, UserQuestion question, QWidget *parent = nullptr);
    /// Shows it without holding up the program; deletes itself when closed.
    static void open(AppSession &session, const QString &title, const QString &fileName, UserQuestion question, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read(UserQuestion question);
    void showTexts();
    void goTo(const QModelIndex &index);
    void exportList();
    bool isFiltered() const;
    int exported() const; ///< users that an export holds

    AppSession &m_session;
    UsersModel m_model;
    LatestJob m_job;
    QString m_fileName;
    QLabel *m_title;
    QLabel *m_state;
    FilterLine *m_filter;
    QTableView *m_table;
    QPushButton *m_export;
    QPushButton *m_show;
    QPushButton *m_close;
    bool m_isRead = false;
};

} // namespace foretrail
