#include "ui/widgets/EmptyState.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int sentenceWidth = 480;
constexpr int narrowest = 200;

} // namespace

EmptyState::EmptyState(QWidget *parent) : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this)), m_second(new QPushButton(this))
{
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_second->setObjectName(QStringLiteral("emptySecond"));
    m_second->setProperty("link", true);
    m_button->hide();
    m_second->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * Theme::space);
    layout->addStretch(2);
    auto *middle = new QHBoxLayout; // an alignment in the column would lose the height that wrapped text needs
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addWidget(m_second, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
    connect(m_second, &QPushButton::clicked, this, &EmptyState::secondClicked);
}

void EmptyState::setText(const QString &sentence, const QString &button, const QString &second)
{
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    fitSentence();
}

/// The layout asks the label before it knows its width, and would cut the second line.
void EmptyState::fitSentence()
{
    const QMargins margins = layout()->contentsMargins();
    const int width = std::clamp(this->width() - margins.left() - margins.right(), narrowest, sentenceWidth);
    m_sentence->setFixedWidth(width);
    m_sentence->setMinimumHeight(std::max(0, m_sentence->heightForWidth(width))); // below zero: no text yet
}

/// The sentence is as wide as there is room for, which must not keep the window from becoming narrower.
QSize EmptyState::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    int width = narrowest;
    for (const QPushButton *button : {m_button, m_second})
        if (!button->isHidden())
            width = std::max(width, button->minimumSizeHint().width());
    return {width + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitSentence();
}

} // namespace foretrail
