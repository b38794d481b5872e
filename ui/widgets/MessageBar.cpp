#include "ui/widgets/MessageBar.h"

#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace foretrail {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_more(new QLabel(this)),
      m_detail(new QPlainTextEdit(this)), m_showDetail(new QPushButton(this)), m_copy(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setObjectName(QStringLiteral("messageDetail"));
    m_detail->setReadOnly(true);
    m_detail->setMaximumHeight(120);
    m_showDetail->setObjectName(QStringLiteral("messageShowDetail"));
    m_showDetail->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("messageCopy"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(Theme::icon(QStringLiteral("close")));
    for (QPushButton *button : {m_showDetail, m_copy})
        button->setProperty("link", true);
    auto *line = new QHBoxLayout;
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_more, m_showDetail, m_copy, m_close})
        line->addWidget(widget, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, Theme::space, Theme::space, Theme::space);
    layout->addLayout(line);
    layout->addWidget(m_detail);
    connect(m_showDetail, &QPushButton::toggled, m_detail, &QWidget::setVisible);
    connect(m_copy, &QPushButton::clicked, this, &MessageBar::copy);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::closeCurrent);
    showCurrent();
}

void MessageBar::add(const QString &message, const QString &detail)
{
    const Problem problem{message, detail == message ? QString() : detail};
    m_problems.removeAll(problem);
    m_problems.append(problem);
    showCurrent();
}

void MessageBar::closeCurrent()
{
    if (!m_problems.isEmpty())
        m_problems.removeLast();
    showCurrent();
}

void MessageBar::showCurrent()
{
    m_icon->setPixmap(Theme::icon(QStringLiteral("warning")).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_showDetail->setText(tr("&Details"));
    m_copy->setText(tr("&Copy"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    setVisible(!m_problems.isEmpty());
    if (m_problems.isEmpty())
        return;
    const Problem &problem = m_problems.constLast();
    m_text->setText(problem.message);
    setAccessibleName(problem.message);
    m_more->setVisible(m_problems.size() > 1);
    m_more->setText(tr("%1 more behind it").arg(QLocale().toString(m_problems.size() - 1)));
    m_detail->setPlainText(problem.detail);
    m_showDetail->setVisible(!problem.detail.isEmpty());
    m_detail->setVisible(m_showDetail->isChecked() && !problem.detail.isEmpty());
}

void MessageBar::copy() const
{
    const Problem &problem = m_problems.constLast();
    QGuiApplication::clipboard()->setText(
        problem.detail.isEmpty() ? problem.message : problem.message + QLatin1Char('\n') + problem.detail);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showCurrent();
}

} // namespace foretrail
