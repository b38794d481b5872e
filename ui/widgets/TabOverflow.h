#pragma once

#include <QObject>

class QHBoxLayout;
class QTabBar;
class QTabWidget;
class QToolButton;

namespace foretrail {

/// Tabs of which no name is cut: those that have no room stand in a menu beside the others, and one that is chosen there takes the place of the last.
/// Numbers and order of the tabs stay.
class TabOverflow : public QObject {
    Q_OBJECT
public:
    explicit TabOverflow(QTabWidget &tabs);
    void addBeside(QWidget *widget); ///< at the right end of the row
    void fit();                      ///< their names are other ones

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();

    QTabWidget &m_tabs;
    QTabBar *m_bar; ///< of the tabs; may still be there when they are gone
    QWidget *m_corner;
    QHBoxLayout *m_row;
    QToolButton *m_more;
    bool m_isFitting = false;
};

} // namespace foretrail
