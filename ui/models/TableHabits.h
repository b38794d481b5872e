#pragma once

#include <QObject>

class QAbstractItemView;
class QHeaderView;

namespace foretrail {

class Settings;

/// What every table of the window does, dialogs too: Ctrl+C copies rows; the menu of its header, which the menu key opens from its rows,
/// hides and moves columns and sorts; columns can be dragged into another order. Order, hidden columns and sorting are kept in the
/// settings under the table's name. A table gets these habits when it is about to come on screen. A click on a title sorts where the table
/// was made so, see sortRows(). Filters the events of the application while it lives.
class TableHabits : public QObject {
    Q_OBJECT
public:
    TableHabits(Settings &settings, QObject *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Settings &m_settings;
};

/// A table whose columns are places of a grid: they are neither hidden nor moved.
void keepColumnsInPlace(QAbstractItemView &table);
bool hasColumnsInPlace(const QAbstractItemView &table);
/// A table that has other columns for each question: what a person chose of them is kept for those of the same titles.
void keepColumnsByTitles(QAbstractItemView &table);
bool hasColumnsByTitles(const QAbstractItemView &table);
/// A table whose order of rows tells something, as that of steps in time: a click on a title sorts nothing.
void keepRowsInPlace(QAbstractItemView &table);
bool hasRowsInPlace(const QAbstractItemView &table);
/// A column that has nothing to tell now is left out: neither seen nor offered. Otherwise it is seen, unless the person hid it.
void leaveOutColumn(QAbstractItemView &table, int column, bool isOut = true);
bool isLeftOut(const QAbstractItemView &table, int column);

/// Null for a view without one.
QHeaderView *columnHeader(const QAbstractItemView &table);
QString columnTitle(const QAbstractItemView &table, int column);

/// The columns that are seen, as they stand, under their titles; tab-separated. The chosen rows, or all where none is chosen. Where cells
/// are chosen one by one: the block of them, a single cell without a title.
QString copiedText(const QAbstractItemView &table);
QString wholeText(const QAbstractItemView &table);
/// copiedText() on the clipboard; nothing of an empty table.
void copyRows(const QAbstractItemView &table);

} // namespace foretrail
