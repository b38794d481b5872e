#include "ui/pages/PageHeader.h"

#include "ui/pages/Page.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace foretrail {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_sentence(new QLabel(this)), m_primary(new QPushButton(this)),
      m_more(new QToolButton(this)), m_menu(new QMenu(this)), m_present(new QToolButton(this)), m_inspector(new QToolButton(this))
{
    setObjectName(QStringLiteral("pageHeader"));
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_sentence->setObjectName(QStringLiteral("pageSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setProperty("quiet", true);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_primary->setObjectName(QStringLiteral("primaryAction"));
    m_primary->setProperty("primary", true);
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setIcon(Theme::icon(QStringLiteral("more")));
    m_more->setIconSize({20, 20});
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_present->setObjectName(QStringLiteral("presentToggle"));
    m_present->setIcon(Theme::icon(QStringLiteral("present")));
    m_present->setIconSize({20, 20});
    m_present->setCheckable(true);
    m_inspector->setObjectName(QStringLiteral("inspectorToggle"));
    m_inspector->setIcon(Theme::icon(QStringLiteral("panel")));
    m_inspector->setIconSize({20, 20});
    m_inspector->setCheckable(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space, 2 * Theme::space, 0, Theme::space);
    layout->setSpacing(Theme::space);
    layout->addLayout(texts, 1);
    layout->addWidget(m_primary, 0, Qt::AlignVCenter);
    layout->addWidget(m_more, 0, Qt::AlignVCenter);
    layout->addWidget(m_present, 0, Qt::AlignVCenter);
    layout->addWidget(m_inspector, 0, Qt::AlignVCenter);
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    connect(m_present, &QToolButton::clicked, this, &PageHeader::presentToggled);
    connect(m_inspector, &QToolButton::toggled, this, &PageHeader::inspectorToggled);
    showTexts();
}

void PageHeader::setPage(Page *page, bool hasInspector)
{
    if (m_page)
        disconnect(m_page, nullptr, this, nullptr);
    if (m_action)
        disconnect(m_action, nullptr, this, nullptr);
    m_page = page;
    m_action = page->primaryAction();
    connect(page, &Page::sentenceChanged, this, &PageHeader::showSentence);
    if (m_action)
        connect(m_action, &QAction::changed, this, &PageHeader::showAction);
    m_menu->clear();
    m_menu->addActions(page->moreActions());
    m_more->setVisible(!m_menu->isEmpty());
    m_inspector->setVisible(hasInspector);
    showTexts();
}

void PageHeader::focusPrimary()
{
    m_primary->setFocus(Qt::OtherFocusReason);
}

void PageHeader::press()
{
    if (m_primary->isVisible())
        m_primary->click(); // nothing where it is disabled
}

void PageHeader::setInspectorShown(bool isShown)
{
    const QSignalBlocker blocker(m_inspector);
    m_inspector->setChecked(isShown);
}

void PageHeader::setPresenting(bool isOn)
{
    m_present->setChecked(isOn);
}

void PageHeader::showTexts()
{
    m_title->setFont(Theme::titleFont());
    m_present->setToolTip(tr("Large type on the whole screen, for a class or a meeting (F11)"));
    m_present->setAccessibleName(m_present->toolTip());
    m_inspector->setToolTip(tr("Show or hide the settings at the right"));
    m_inspector->setAccessibleName(m_inspector->toolTip());
    m_more->setToolTip(tr("More of this page"));
    m_more->setAccessibleName(m_more->toolTip());
    if (m_page)
        m_title->setText(m_page->title());
    showSentence();
    showAction();
}

void PageHeader::showSentence()
{
    const QString sentence = m_page ? m_page->sentence() : QString();
    const QString shown = m_sentence->fontMetrics().elidedText(sentence, Qt::ElideRight, m_sentence->width());
    m_sentence->setText(shown);
    m_sentence->setToolTip(shown == sentence ? QString() : sentence);
    m_sentence->setAccessibleName(sentence);
}

void PageHeader::showAction()
{
    m_primary->setVisible(m_action && m_action->isVisible());
    if (!m_action)
        return;
    m_primary->setText(m_action->text());
    m_primary->setEnabled(m_action->isEnabled());
    m_primary->setToolTip(m_action->toolTip() == m_action->text() ? QString() : m_action->toolTip());
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showTexts();
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showSentence();
}

} // namespace foretrail
