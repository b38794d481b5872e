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
/// table's name, for as many columns as there were. What the program hides itself, because the data has nothing for it, stays hidden and
/// is not offered.
class TableColumns : public QObject {
    Q_OBJECT
public:
    /// The table is its parent.
    TableColumns(QAbstractItemView &table, Settings &settings);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool canArrange() const;
    QString name() const;
    void restore();
    void keep() const;
    void setHidden(int column, bool isHidden);
    void hideAgain();
    void move(int column, int by);
    void reset();
    bool isMovable(int column, int by) const;
    void openMenu(int column, const QPoint &at);
    void addCopying(QMenu &menu);
    void addSorting(QMenu &menu);
    void addArranging(QMenu &menu, int column);

    QAbstractItemView &m_table;
    Settings &m_settings;
    QHeaderView *m_header;
    QSet<int> m_hidden; ///< by the person
    bool m_isRestoring = false;
};

} // namespace foretrail
