#pragma once

#include "ui/models/RunsModel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;

namespace foretrail {

class EmptyState;

/// The table of stored runs with what can be done with them. Enter shows a forecast, F2 renames, Delete asks and deletes,
/// Ctrl+C copies. Several runs may be selected; the current one is the one to look at.
class RunsView : public QWidget {
    Q_OBJECT
public:
    explicit RunsView(QWidget *parent = nullptr);

    void setRuns(const QList<RunSummary> &runs);
    void setReadOnly(bool isReadOnly);
    /// False where it is not in the table.
    bool select(RunId id);
    RunId current() const;
    const RunSummary *currentRun() const;
    const RunsModel &model() const { return m_model; }

Q_SIGNALS:
    void currentChanged(); ///< by a person
    void showForecast(foretrail::RunId id);
    void useSettings(const foretrail::RunSummary &run);
    void renamed(foretrail::RunId id, const QString &name);
    void removed(const QList<foretrail::RunId> &ids); ///< a person agreed
    void trainClicked();                              ///< of the empty table

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &name);
    void makeTable();
    void arrange();
    void addKeys();
    void retranslate();
    void fitColumns();
    void onCurrent();
    void showState();
    QList<RunSummary> selected() const;
    void askRemove();
    void copy() const;
    void rename();

    RunsModel m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_title;
    QPushButton *m_forecast;
    QPushButton *m_use;
    QPushButton *m_rename;
    QPushButton *m_copy;
    QPushButton *m_delete;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    bool m_isReadOnly = false;
    bool m_isSelecting = false; ///< the program selects, not a person
};

} // namespace foretrail
