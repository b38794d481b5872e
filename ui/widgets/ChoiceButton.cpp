#include "ui/widgets/ChoiceButton.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace foretrail {

ChoiceButton::ChoiceButton(const QString &name, const QString &iconName, QWidget *parent)
    : QPushButton(parent), m_iconName(iconName), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_sentence(new QLabel(this))
{
    setObjectName(name);
    setProperty("choice", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_title->setObjectName(name + QStringLiteral("Title"));
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("quiet", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(4);
    layout->addWidget(m_icon);
    layout->addSpacing(Theme::space);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    for (QLabel *label : {m_icon, m_title, m_sentence})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    applyTheme();
}

void ChoiceButton::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    updateGeometry();
}

QSize ChoiceButton::sizeHint() const
{
    const int width = std::max(this->width(), 240);
    return {240, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->sizeHint().height()};
}

void ChoiceButton::applyTheme()
{
    m_icon->setPixmap(Theme::icon(m_iconName).pixmap(QSize(28, 28), devicePixelRatioF(), QIcon::Selected));
    QFont bold = font();
    bold.setPixelSize(font().pixelSize() + 2);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
}

void ChoiceButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void ChoiceButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace foretrail
