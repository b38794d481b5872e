#pragma once

#include "ui/models/RecommendListModel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace foretrail {

/// The section of a profile that says what to show a user next, and why. Shows a value; asks nothing.
class NextItemsView : public QWidget {
    Q_OBJECT
public:
    explicit NextItemsView(QWidget *parent = nullptr);

    void setList(const Recommendations &list, const QString &timeZone);
    void setText(const QString &sentence); ///< in place of the list: what is missing, or that it comes
    const Recommendations &list() const { return m_model.list(); }
    bool hasList() const { return m_hasList; }

Q_SIGNALS:
    void openRequested(); ///< the page Recommend, on this user

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showTexts();
    void fitTable();

    RecommendListModel m_model;
    QString m_sentence;
    bool m_hasList = false;
    QLabel *m_title;
    QLabel *m_cold;
    QLabel *m_note;
    QTableView *m_table;
    QPushButton *m_open;
};

} // namespace foretrail
