#pragma once

#include <QList>
#include <QObject>
#include <QSet>

class QAbstractItemView;
class QHeaderView;
class QMenu;
class QPoint;

namespace foretrail {

class Settings;

/// The columns of one table as a person wants them: which are hidden, in which order, sorted by which. Kept in the settings under the
/// table's name, for as many columns as there were, and for each set of titles apart where the table has other columns for each question.
/// What the program leaves out (leaveOutColumn()), because the data has nothing for it, is not offered.
class TableColumns : public QObject {
    Q_OBJECT
public:
    /// The table is its parent.
    TableColumns(QAbstractItemView &table, Settings &settings);
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool isHidden(int column) const { return m_hidden.contains(column); } ///< by the person

private:
    bool canArrange() const;
    QString name() const;
    void restore();
    void restoreOther();
    void keep() const;
    void show(int column);
    void setHidden(int column, bool isHidden);
    void move(int column, int by);
    void reset();
    void arrangeAsUsual();
    bool isMovable(int column, int by) const;
    void openMenu(int column, const QPoint &at);
    void addCopying(QMenu &menu);
    void addSorting(QMenu &menu);
    void addArranging(QMenu &menu, int column);

    QAbstractItemView &m_table;
    Settings &m_settings;
    QHeaderView *m_header;
    QSet<int> m_hidden; ///< by the person
    QString m_restored; ///< under which name
    bool m_isRestoring = false;
};

} // namespace foretrail
