#pragma once

#include "core/data/ImportPlan.h"

#include <QHeaderView>
#include <QMap>

class QComboBox;

namespace foretrail {

/// The header of a preview: over each column its name and a chooser of what the column means; a click on the name, the menu
/// key or the other mouse button asks whether the column tells rows apart. Choosers are made when their column comes on
/// screen, since a wide table may have a thousand.
class RoleHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit RoleHeader(QWidget *parent = nullptr);

    /// What is chosen now, without telling anyone. Keys are marked while they tell rows apart.
    void setColumns(const QList<ColumnPlan> &columns, bool hasKeys);
    QComboBox *chooser(int column); ///< made when it is not there yet; objectName "role_0", "role_1" ...
    QSize sizeHint() const override;

public Q_SLOTS:
    void place(); ///< after scrolling or resizing

Q_SIGNALS:
    void roleChosen(int column, foretrail::Role role);
    void keyChosen(int column, bool isKey);
    void columnFocused(int column); ///< by the keyboard: it should come on screen

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill(QComboBox *chooser, int column);
    void orderTabs();
    void openMenu(int column);
    bool isKey(int column) const { return m_hasKeys && m_columns.value(column).isKey; }

    QList<ColumnPlan> m_columns;
    bool m_hasKeys = false;
    QMap<int, QComboBox *> m_choosers;
};

} // namespace foretrail
