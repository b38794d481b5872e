#include "ui/widgets/PaneRoom.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/TabOverflow.h"

#include <QEvent>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace foretrail {

PaneRoom::PaneRoom(QSplitter &splitter, QTabWidget &tabs)
    : QObject(&tabs), m_splitter(splitter), m_tabs(tabs), m_overflow(new TabOverflow(tabs)), m_button(new QToolButton)
{
    m_button->setObjectName(QStringLiteral("paneRoom"));
    m_button->setAutoRaise(true);
    m_button->setCheckable(true);
    m_button->setIconSize({16, 16});
    m_overflow->addBeside(m_button);
    connect(m_button, &QToolButton::clicked, this, [this](bool isChecked) { give(isChecked ? Pane::Tabs : Pane::Both); });
    connect(&tabs, &QTabWidget::tabBarClicked, this, [this](int tab) {
        if (tab >= 0 && m_pane == Pane::Above)
            give(Pane::Both);
    });
    connect(&tabs, &QTabWidget::tabBarDoubleClicked, this, [this](int tab) {
        if (tab >= 0)
            give(m_pane == Pane::Tabs ? Pane::Both : Pane::Tabs);
    });
    splitter.handle(1)->installEventFilter(this);
    retranslate();
}

void PaneRoom::retranslate()
{
    m_button->setIcon(Theme::icon(m_pane == Pane::Tabs ? QStringLiteral("shrink") : QStringLiteral("enlarge")));
    m_button->setText(m_pane == Pane::Tabs ? tr("Show the chart again") : tr("All the room for this tab"));
    m_button->setToolTip(m_pane == Pane::Tabs ? tr("Show the chart again (double click on the tabs)")
                                              : tr("All the room for this tab (double click on the tabs; on the handle above them: all for the chart)"));
    m_button->setAccessibleName(m_button->text());
    m_overflow->fit();
}

void PaneRoom::give(Pane pane)
{
    if (pane == m_pane)
        return;
    if (m_pane == Pane::Both)
        m_sizes = m_splitter.sizes();
    m_pane = pane;
    m_button->setChecked(pane == Pane::Tabs);
    m_splitter.widget(0)->setVisible(pane != Pane::Tabs);
    m_tabs.setMaximumHeight(pane == Pane::Above ? m_tabs.tabBar()->sizeHint().height() : QWIDGETSIZE_MAX);
    m_splitter.widget(1)->setMaximumHeight(pane == Pane::Above ? m_tabs.maximumHeight() + 2 * Theme::space : QWIDGETSIZE_MAX);
    if (pane == Pane::Both)
        m_splitter.setSizes(m_sizes);
    retranslate();
}

bool PaneRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonDblClick)
        return QObject::eventFilter(watched, event);
    give(m_pane == Pane::Above ? Pane::Both : Pane::Above);
    return true;
}

} // namespace foretrail
