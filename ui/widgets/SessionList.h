#pragma once

#include "ui/models/SessionsModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace foretrail {

/// The sessions of the log, newest first, of which one is chosen; a key may be typed too. Reads them when it is first on screen.
class SessionList : public QWidget {
    Q_OBJECT
public:
    explicit SessionList(AppSession &session, QWidget *parent = nullptr);

    void forget();                         ///< other data: read again when it is on screen
    void choose(const QString &key);       ///< a key from elsewhere: as if a person had typed it
    void setProblem(const QString &problem); ///< of the session that was asked for

Q_SIGNALS:
    void sessionChosen(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void onChanged();
    void askTyped();
    void showTexts();
    void fitTable();

    SessionsModel m_model;
    QLineEdit *m_key;
    QPushButton *m_show;
    QLabel *m_problem;
    QLabel *m_count;
    QTableView *m_table;
    QLabel *m_none;
    bool m_isSelecting = false;
};

} // namespace foretrail
