#include "ui/widgets/TabOverflow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <vector>

namespace foretrail {

TabOverflow::TabOverflow(QTabWidget &tabs)
    : QObject(&tabs), m_tabs(tabs), m_bar(tabs.tabBar()), m_corner(new QWidget), m_row(new QHBoxLayout(m_corner)), m_more(new QToolButton)
{
    m_more->setObjectName(QStringLiteral("moreTabs"));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    m_row->addWidget(m_more);
    tabs.setCornerWidget(m_corner, Qt::TopRightCorner);
    m_bar->setElideMode(Qt::ElideNone);
    tabs.installEventFilter(this);
    m_bar->installEventFilter(this);
    connect(&tabs, &QTabWidget::currentChanged, this, &TabOverflow::fit);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &TabOverflow::fillMenu);
    fit();
}

void TabOverflow::addBeside(QWidget *widget)
{
    m_row->addWidget(widget);
    fit();
}

void TabOverflow::fillMenu()
{
    QMenu &menu = *m_more->menu();
    menu.clear();
    for (int tab = 0; tab < m_tabs.count(); ++tab) {
        if (m_tabs.isTabVisible(tab))
            continue;
        connect(menu.addAction(m_tabs.tabText(tab)), &QAction::triggered, this, [this, tab] {
            m_tabs.setTabVisible(tab, true); // a hidden one cannot be the current one
            m_tabs.setCurrentIndex(tab);
        });
    }
}

/// As many from the beginning as there is room for beside the current one.
void TabOverflow::fit()
{
    if (m_isFitting || m_tabs.count() == 0)
        return;
    m_isFitting = true;
    std::vector<int> widths;
    int all = 0;
    for (int tab = 0; tab < m_tabs.count(); ++tab) {
        m_tabs.setTabVisible(tab, true);
        widths.push_back(m_bar->tabRect(tab).width());
        all += widths.back();
    }
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("The other tabs"));
    m_more->hide();
    int room = m_tabs.width() - m_corner->sizeHint().width();
    const bool isCut = all > room;
    if (isCut) {
        m_more->show();
        room = m_tabs.width() - m_corner->sizeHint().width();
        int left = room - widths[size_t(m_tabs.currentIndex())];
        for (int tab = 0; tab < m_tabs.count(); ++tab) {
            if (tab == m_tabs.currentIndex())
                continue;
            left -= widths[size_t(tab)];
            m_tabs.setTabVisible(tab, left >= 0);
        }
    }
    m_isFitting = false;
}

bool TabOverflow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOfTabs = watched == &m_tabs && (event->type() == QEvent::Resize || event->type() == QEvent::Show);
    const bool isOfBar = watched == m_bar && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange);
    if (isOfTabs || isOfBar)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace foretrail
