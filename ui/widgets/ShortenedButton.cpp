#include "ui/widgets/ShortenedButton.h"

#include <QEvent>
#include <QFontMetrics>
#include <QStyle>
#include <QStyleOptionButton>

namespace foretrail {

ShortenedButton::ShortenedButton(QWidget *parent) : QPushButton(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void ShortenedButton::setTexts(const QString &whole, const QString &inShort)
{
    if (whole == m_whole && inShort == m_short)
        return;
    m_whole = whole;
    m_short = inShort;
    updateGeometry();
    showWords();
}

QSize ShortenedButton::sizeHint() const { return sizeWith(m_whole); }

QSize ShortenedButton::minimumSizeHint() const { return sizeWith(m_short); }

QSize ShortenedButton::sizeWith(const QString &words) const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = words;
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, fontMetrics().size(Qt::TextShowMnemonic, words), this);
}

void ShortenedButton::showWords() { setText(sizeWith(m_whole).width() <= width() ? m_whole : m_short); }

void ShortenedButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    showWords();
}

void ShortenedButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        showWords();
}

} // namespace foretrail
