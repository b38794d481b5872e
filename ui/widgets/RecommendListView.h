#pragma once

#include "ui/models/RecommendListModel.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace foretrail {

class EmptyState;

/// What comes next for one user or session: the last steps on top, the items below. Shows a value; asks nothing.
class RecommendListView : public QWidget {
    Q_OBJECT
public:
    explicit RecommendListView(QWidget *parent = nullptr);

    void setList(const Recommendations &list, const QString &timeZone);
    const Recommendations &list() const { return m_model.list(); }
    /// In place of the list, until one comes.
    void setText(const QString &sentence, const QString &button = {});
    bool hasList() const;

Q_SIGNALS:
    void buttonClicked();
    void itemChosen(const QString &key); ///< Enter or a double click: who should see it

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTable();
    void showTexts();
    void showWho();

    RecommendListModel m_model;
    QString m_zone;
    QLabel *m_who;
    QLabel *m_cold;
    QLabel *m_history;
    QLabel *m_note;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace foretrail
