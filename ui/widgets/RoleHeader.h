#pragma once

#include "core/data/ImportPlan.h"

#include <QHeaderView>
#include <QMap>

class QComboBox;

namespace foretrail {

/// The header of a preview: over each column its name and a chooser of what the column means. Choosers are made when
/// their column comes on screen, since a wide table may have a thousand.
class RoleHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit RoleHeader(QWidget *parent = nullptr);

    /// What is chosen now, without telling anyone.
    void setColumns(const QList<ColumnPlan> &columns);
    QComboBox *chooser(int column); ///< made when it is not there yet; objectName "role_0", "role_1" ...
    QSize sizeHint() const override;

public Q_SLOTS:
    void place(); ///< after scrolling or resizing

Q_SIGNALS:
    void roleChosen(int column, foretrail::Role role);
    void columnFocused(int column); ///< by the keyboard: it should come on screen

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill(QComboBox *chooser, int column);
    void orderTabs();

    QList<ColumnPlan> m_columns;
    QMap<int, QComboBox *> m_choosers;
};

} // namespace foretrail
