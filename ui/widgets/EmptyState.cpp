#include "ui/widgets/EmptyState.h"

#include "ui/theme/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foretrail {

EmptyState::EmptyState(QWidget *parent) : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this))
{
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(480);
    m_sentence->setMinimumWidth(320);
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
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace foretrail
