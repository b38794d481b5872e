#include "ui/widgets/EmptyState.h"

#include "ui/theme/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretrail {

namespace {

constexpr int sentenceWidth = 480;

} // namespace

EmptyState::EmptyState(QWidget *parent) : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this))
{
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setFixedWidth(sentenceWidth);
    m_button->setObjectName(QStringLiteral("emptyButton"));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * Theme::space);
    layout->addStretch(2);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
}

void EmptyState::setText(const QString &sentence, const QString &button)
{
    m_sentence->setText(sentence);
    // The layout asks the label before it knows its width, and would cut the second line.
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(sentenceWidth));
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace foretrail
