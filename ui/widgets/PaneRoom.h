#pragma once

#include <QObject>

class QSplitter;
class QTabWidget;
class QToolButton;

namespace foretrail {

class TabOverflow;

/// The room of a splitter with a pane and tabs below it: a double click on the tabs, or the button beside them, gives the tabs all of it, a double click
/// on the handle gives it to the pane above, of the tabs only their names stay; the same again, or a click on a name, and both have what they had.
class PaneRoom : public QObject {
    Q_OBJECT
public:
    enum class Pane { Both, Above, Tabs };
    /// The tabs stand in the second part of the splitter, alone. Must go before them.
    PaneRoom(QSplitter &splitter, QTabWidget &tabs);
    Pane pane() const { return m_pane; }
    void give(Pane pane);
    void retranslate(); ///< of the tabs, too

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSplitter &m_splitter;
    QTabWidget &m_tabs;
    TabOverflow *m_overflow;
    QToolButton *m_button;
    Pane m_pane = Pane::Both;
    QList<int> m_sizes; ///< with both
};

} // namespace foretrail
