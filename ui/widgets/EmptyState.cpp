#include "ui/widgets/EmptyState.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace foretrail {

namespace {

constexpr int sentenceWidth = 480;

} // namespace

EmptyState::EmptyState(QWidget *parent) : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this)), m_second(new QPushButton(this))
{
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setFixedWidth(sentenceWidth);
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_second->setObjectName(QStringLiteral("emptySecond"));
    m_second->setProperty("link", true);
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
    // The layout asks the label before it knows its width, and would cut the second line.
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(sentenceWidth));
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

} // namespace foretrail
