#include "ui/pages/Rail.h"

#include "ui/pages/Pages.h"
#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace foretrail {

namespace {
constexpr int openWidth = 184;
constexpr int collapsedWidth = 56;
} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent), m_workspace(new QLabel(this)), m_rows(new QLabel(this)), m_group(new QButtonGroup(this)),
      m_pages(new QVBoxLayout), m_settings(makeButton(QStringLiteral("railSettings"), QStringLiteral("settings"))),
      m_help(makeButton(QStringLiteral("railHelp"), QStringLiteral("help"))),
      m_collapse(makeButton(QStringLiteral("railCollapse"), QStringLiteral("collapse")))
{
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    m_workspace->setObjectName(QStringLiteral("railWorkspace"));
    m_rows->setObjectName(QStringLiteral("railRows"));
    m_rows->setProperty("quiet", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, 2 * Theme::space, Theme::space, Theme::space);
    layout->setSpacing(4);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Theme::space, 0, 0, 2 * Theme::space);
    top->setSpacing(0);
    top->addWidget(m_workspace);
    top->addWidget(m_rows);
    layout->addLayout(top);
    m_pages->setSpacing(4);
    layout->addLayout(m_pages);
    layout->addStretch(1);
    for (QToolButton *button : {m_settings, m_help, m_collapse})
        layout->addWidget(button);
    m_group->setExclusive(true);
    connect(m_settings, &QToolButton::clicked, this, &Rail::settingsChosen);
    connect(m_help, &QToolButton::clicked, this, &Rail::helpChosen);
    connect(m_collapse, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_isCollapsed);
        Q_EMIT collapsedChanged(m_isCollapsed);
    });
    setCollapsed(false);
}

QToolButton *Rail::makeButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(Theme::icon(icon));
    button->setIconSize({20, 20});
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void Rail::addPage(const PageKind &kind)
{
    QToolButton *button = makeButton(QStringLiteral("rail_") + kind.name, kind.name);
    button->setCheckable(true);
    m_group->addButton(button);
    m_pages->addWidget(button);
    // Made after the buttons below, but reached before them.
    setTabOrder(m_entries.isEmpty() ? m_settings : m_entries.constLast().button, button);
    setTabOrder(button, m_settings);
    m_entries.append({&kind, button});
    connect(button, &QToolButton::clicked, this, [this, name = kind.name] { Q_EMIT pageChosen(name); });
    setCollapsed(m_isCollapsed);
}

void Rail::setCurrent(const QString &name)
{
    for (const Entry &entry : m_entries)
        if (entry.kind->name == name)
            entry.button->setChecked(true);
}

void Rail::setWorkspace(const QString &name, const QString &rows, const QString &path)
{
    m_workspaceName = name;
    m_rowsText = rows;
    m_workspace->setToolTip(path);
    showWorkspace();
}

void Rail::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    setFixedWidth(collapsed ? collapsedWidth : std::max(openWidth, 9 * fontMetrics().height()));
    const Qt::ToolButtonStyle style = collapsed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (const Entry &entry : m_entries)
        entry.button->setToolButtonStyle(style);
    for (QToolButton *button : {m_settings, m_help, m_collapse})
        button->setToolButtonStyle(style);
    m_collapse->setIcon(Theme::icon(collapsed ? QStringLiteral("expand") : QStringLiteral("collapse")));
    showTexts();
}

void Rail::showTexts()
{
    const auto put = [this](QToolButton *button, const QString &text) {
        button->setText(QStringLiteral("  ") + text);
        button->setAccessibleName(text);
        button->setToolTip(m_isCollapsed ? text : QString());
    };
    int number = 0;
    for (const Entry &entry : m_entries) {
        put(entry.button, entry.kind->title());
        entry.button->setToolTip(tr("%1 (Ctrl+%2)").arg(entry.kind->title()).arg(++number));
    }
    put(m_settings, tr("Settings"));
    put(m_help, tr("Help"));
    put(m_collapse, m_isCollapsed ? tr("Show names") : tr("Collapse"));
    showWorkspace();
}

void Rail::showWorkspace()
{
    m_workspace->setVisible(!m_isCollapsed);
    m_rows->setVisible(!m_isCollapsed);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_workspace->setFont(bold);
    m_rows->setFont(Theme::tableFont());
    const int width = openWidth - 4 * Theme::space;
    const QString name = m_workspaceName.isEmpty() ? tr("No workspace") : m_workspaceName;
    m_workspace->setText(QFontMetrics(bold).elidedText(name, Qt::ElideMiddle, width));
    m_workspace->setAccessibleName(name);
    m_rows->setText(m_rowsText);
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
    // A new style sheet takes the fonts of the labels away, after this event.
    if (event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &Rail::showWorkspace, Qt::QueuedConnection);
}

} // namespace foretrail
