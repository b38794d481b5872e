#pragma once

#include "ui/models/RunsModel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace foretrail {

class EmptyState;

/// The table of stored runs with what can be done with them: as buttons what is done often, the rest in a menu. Enter shows a
/// forecast, F2 renames, Delete asks and deletes, Ctrl+C copies. Several runs may be selected; the current one is the one to
/// look at. A filter leaves those whose texts hold all of its words.
class RunsView : public QWidget {
    Q_OBJECT
public:
    explicit RunsView(QWidget *parent = nullptr);

    void setRuns(const QList<RunSummary> &runs);
    void addToMenu(const QList<QAction *> &actions); ///< behind More
    void setReadOnly(bool isReadOnly);
    void setCanTrain(bool canTrain); ///< whether the settings at hand are fit for it
    /// False where it is not in the table, or a person types in a cell of another.
    bool select(RunId id);
    RunId current() const;
    const RunSummary *currentRun() const;
    const RunsModel &model() const { return m_model; }

Q_SIGNALS:
    void currentChanged(); ///< by a person
    void showForecast(foretrail::RunId id);
    void useSettings(const foretrail::RunSummary &run);
    void compare(const QList<foretrail::RunSummary> &runs); ///< two to six
    void reproduce(const foretrail::RunSummary &run);
    void exportClicked(const foretrail::RunSummary &run);
    void importClicked();
    void openCell(const foretrail::RunSummary &run);
    void renamed(foretrail::RunId id, const QString &name);
    void noted(foretrail::RunId id, const QString &note);
    void removed(const QList<foretrail::RunId> &ids); ///< a person agreed
    void trainClicked();                              ///< of the empty table

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(const QString &name);
    QAction *addAction(const QString &name);
    void makeMenu();
    void filter(const QString &words);
    void makeTable();
    void arrange();
    void addKeys();
    void retranslate();
    void fitColumns();
    void onCurrent();
    void showState();
    bool isTyping() const; ///< a name or a note
    QList<RunSummary> selected() const;
    void askRemove();
    void copy() const;
    void rename() { edit(RunsModel::Column::Name); }
    void note() { edit(RunsModel::Column::Note); }
    void edit(RunsModel::Column column);

    RunsModel m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_title;
    QPushButton *m_forecast;
    QLineEdit *m_filter;
    QPushButton *m_use;
    QPushButton *m_compare;
    QPushButton *m_delete;
    QToolButton *m_more;
    QMenu *m_menu;
    QAction *m_cell, *m_rename, *m_note, *m_reproduce, *m_copy, *m_export, *m_import;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    bool m_isReadOnly = false;
    bool m_canTrain = true;
    bool m_isSelecting = false; ///< the program selects, not a person
};

} // namespace foretrail
