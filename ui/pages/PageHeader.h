#pragma once

#include "ui/pages/Page.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace foretrail {

/// Title, one sentence of state, the page's primary action, its others behind three dots, and the switches of the presentation and the inspector.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);
    void setPage(Page *page, bool hasInspector);
    Page *page() const { return m_page; }
    void press();        ///< the button of the page
    void focusPrimary(); ///< the same button, where it can be pressed
    void setInspectorShown(bool isShown);
    void setPresenting(bool isOn);

Q_SIGNALS:
    void inspectorToggled(bool isShown);
    void presentToggled();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTexts();
    void showSentence();
    void showAction();

    QPointer<Page> m_page;
    QPointer<QAction> m_action;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_primary;
    QToolButton *m_more;
    QMenu *m_menu;
    QToolButton *m_present;
    QToolButton *m_inspector;
};

} // namespace foretrail
